import Exercises
import Formulas
import Quantities

/// The arithmetic of a name or a formula.
public struct ShownDerivation {
  /// Of which name, and in which row; nil for a formula that was typed.
  public var name: String?
  public var row: String?
  public var derivation: Derivation
  /// The formula's text, for what is wrong in it.
  public var text: String
  /// The unit that the value is asked for in; nil where it is no answer.
  public var asked: Unit?
  /// Whether a verdict has said already what is wrong.
  public var isJudged: Bool
  /// The value that later formulas use, where it took the unit asked for on.
  public var adopted: Value?
  /// The student's own names in it that are computed themselves.
  public var sources: [Source] = []
  public var moreSources = 0
  /// What shows how the first of them comes about.
  public var nextCommand: String?
  public var otherRows: [Row] = []
  public var moreRows = 0

  public struct Source {
    public var name: String
    public var formula: String
    /// Nil where its formula says it.
    public var value: Value?
    /// Whether it is typed as a list, of which the value is one.
    public var isList: Bool
  }

  public struct Row {
    public var name: String
    public var value: Value
    public var verdict: Verdict?
  }
}
