import AnswerKeys
import Formulas

/// An amount beside what one knows.
public struct ShownEquivalents {
  /// What the amount is.
  public var title: Title
  /// In its own unit.
  public var amount: Value
  /// What it is as much as.
  public var found: Found

  /// How the amount is called.
  public enum Title {
    /// As typed: a name, or the amount itself.
    case typed(String)
    case row(String)
    /// All rows of a column together.
    case sum(of: String, rows: Int)
  }

  /// What one knows that is as much, or why there is nothing.
  public enum Found {
    case missing
    case negative
    case zero
    case tooSmall
    case nothing
    /// Markdown on one line each; and whether others are left out for which it is too small.
    case texts([String], leavesOut: Bool)
  }
}
