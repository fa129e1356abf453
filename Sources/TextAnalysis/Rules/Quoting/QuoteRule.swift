/// A reason why a figure that agrees with a value is taken for it. One file each.
struct QuoteRule: Sendable {
  let name: String
  /// - Parameters: the scene, the figure, the form in which it agrees, the value's place among the
  ///   candidates, the row that the figure is said of.
  let holds: @Sendable (FigureScene, TextFigure, TextFigure.Form, Int, RowBinding?) -> Bool

  static let all = [
    quantitySaid, unitAlone, rowNamed, plainNumberOfRow, onlyDifference, onSubject, onlyFigure,
    manyAgree,
  ]
}
