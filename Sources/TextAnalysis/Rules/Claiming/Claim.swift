/// What a text says that a figure is the value of.
struct Claim {
  /// How plainly it says so.
  enum Strength: Int, Comparable {
    /// By the unit alone, which one quantity has.
    case unit
    /// Somewhere in the sentence.
    case sentence
    /// Right beside the figure.
    case tight

    static func < (one: Self, other: Self) -> Bool { one.rawValue < other.rawValue }
  }

  /// Of one row or one quantity; of all rows where any could be meant.
  var own: [Candidate]
  /// Nil for a quantity without rows, and where none is named.
  var row: String?
  var strength: Strength
  var form: TextFigure.Form
  var binding: RowBinding?
  /// Whether the quantity is said in the sentence.
  var isTold = false
  var rule = ""

  /// Whether a figure is one of the values with its point moved.
  func isSlip(_ figure: TextFigure) -> Bool { own.contains { $0.isSlip(figure, as: form) } }
}

/// A way in which a text says what a figure is the value of, so that it is told where it is not. One
/// file each; they are tried in the order of `all`.
struct ClaimRule: Sendable {
  let name: String
  let find: @Sendable (FigureScene, TextFigure, RowBinding?, FigureFinding) -> Claim?

  static let all = [ofQuantity, ofRow, onlyOfUnit, noneOfUnit, ofDigits]
}
