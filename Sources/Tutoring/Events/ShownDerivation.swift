import Exercises
import Formulas
import Quantities

/// The arithmetic of a name or a formula.
public struct ShownDerivation {
  /// Of which name, and in which row; nil for a formula that was typed.
  public var name: String?
  /// The name of the row that is laid out; nil for a value that has none.
  public var row: String?
  /// Its steps.
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
  /// How many of them are not shown.
  public var moreSources = 0
  /// What shows how the first of them comes about.
  public var nextCommand: String?
  /// Of a column: rows beside the one that is laid out.
  public var otherRows: [Row] = []
  /// How many of them are not shown.
  public var moreRows = 0

  /// A name in the formula, with what it stands for.
  public struct Source {
    public var name: String
    /// As typed.
    public var formula: String
    /// Nil where its formula says it.
    public var value: Value?
    /// Whether it is typed as a list, of which the value is one.
    public var isList: Bool
  }

  /// A row with its value.
  public struct Row {
    public var name: String
    public var value: Value
    /// Nil where the column answers nothing.
    public var verdict: Verdict?
  }
}
