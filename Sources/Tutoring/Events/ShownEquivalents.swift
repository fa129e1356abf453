import AnswerKeys
import Formulas

/// An amount beside what one knows.
public struct ShownEquivalents {
  public var title: Title
  public var amount: Value
  public var found: Found

  public enum Title {
    /// As typed: a name, or the amount itself.
    case typed(String)
    case row(String)
    /// All rows of a column together.
    case sum(of: String, rows: Int)
  }

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
