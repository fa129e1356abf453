import Quantities

/// What a figure can be that agrees with nothing, so that it is not called wrong. One file each.
struct Explanation: Sendable {
  /// What the figure is then taken for, as in "taken for a difference".
  let name: String
  /// Whether it may hold of a wrong figure by accident.
  var isByAccident = false
  let holds: @Sendable (FigureScene, TextFigure, Claim, FigureFinding) -> Bool

  static let all = [
    side, year, difference, ofEach, ofSomethingElse, operand, given, otherValue, remainder,
    comparison,
    sum, multiple, inOneProportion, beside, madeOfOthers, anotherPlace, ofAnotherThing,
    supposed,
  ]
}
