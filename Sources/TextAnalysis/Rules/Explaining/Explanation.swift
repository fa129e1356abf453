import Quantities

/// What a figure can be that agrees with nothing, so that it is not called wrong. One file each.
struct Explanation: Sendable {
  /// What the figure is then taken for, as in "taken for a difference".
  let name: String
  /// How much it takes to tell a figure as wrong all the same.
  enum Weight {
    case plain
    /// It does not hold of a value of three digits with its point moved.
    case weak
    /// It may hold of a wrong figure by accident, and holds of no value with its point moved nor of
    /// that of another row.
    case accident
  }

  var weight = Weight.plain
  let holds: @Sendable (FigureScene, TextFigure, Claim, FigureFinding) -> Bool

  static let all = [
    side, year, difference, ofEach, ofSomethingElse, operand, given, otherValue, remainder,
    comparison,
    sum, multiple, inOneProportion, beside, madeOfOthers, anotherPlace, ofAnotherThing,
    supposed,
  ]
}
