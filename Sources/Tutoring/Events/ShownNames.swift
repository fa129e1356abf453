import Exercises
import Formulas

/// Names that stand together.
public struct NameGroup {
  /// Where all of them come from.
  public var home: NameHome
  /// In the order of the exercise, then of the alphabet.
  public var rows: [NameRow]
}

/// Where names come from.
public enum NameHome {
  case question(Question, isSkipped: Bool)
  /// In the notebook, outside of the exercise's questions.
  case elsewhere
  /// From an exercise before this one, by its title: the student's own answers, or the model's.
  case required(String, isOwn: Bool)
  /// Figures that come with the exercise of this title.
  case constants(String)
}

/// A name as it is listed.
public struct NameRow {
  public var name: String
  /// Its value, or why there is none.
  public var content: Content
  /// Names that are computed from it, in the order of the exercise.
  public var usedBy: [String]

  /// What the name stands for.
  public enum Content {
    case value(Value, NameOrigin)
    /// Why there is none, in a sentence.
    case noValue(String)
    /// The model answer's, which is not shown.
    case hidden
    /// What it is of, and its source.
    case constant(Value, about: String)
  }
}

/// What a name's value comes from.
public enum NameOrigin: Equatable {
  /// The formula as typed, with the sign before it: `= 450 W`; or the definition of a function.
  case formula(String)
  case modelAnswer
  /// It says itself what it is.
  case none
}

/// One name in full: its formula and value, what it uses, and what uses it.
public struct NameDetails {
  public var name: String
  /// Nil for a column of the exercise.
  public var home: NameHome?
  /// What its value comes from.
  public var origin: NameOrigin
  /// What it stands for.
  public var value: Content
  /// The figure of the exercise that it is, with its source.
  public var constant: Constant?
  /// What its formula reads, in the order of the exercise.
  public var uses: [Use]
  /// Names that are computed from it, in the order of the exercise.
  public var usedBy: [String]
  /// What depends on it through those.
  public var usedFurther: [String]

  /// What the name stands for.
  public enum Content {
    case value(ShownValue)
    /// The model answer's of the exercise of this title.
    case hidden(String)
    /// Why there is none, in a sentence.
    case noValue(String)
  }

  /// A name that it uses; nil for one without a value.
  public struct Use {
    public var name: String
    /// Nil where there is none, or it is hidden.
    public var value: Value?
    /// Whether its value is a model answer's, which is not shown.
    public var isHidden: Bool
  }
}
