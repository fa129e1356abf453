extension QuoteRule {
  /// `Flat: 3.2`, where one value alone of that row is a number without unit.
  static let plainNumberOfRow = QuoteRule(name: "only number of the row") {
    scene, figure, form, place, binding in
    guard form == .bare, let binding, binding.isTight, !figure.marked(.year), scene.isAboutRows,
      !figure.number.isWhole || figure.number.figures >= 2
    else { return false }
    let plain = scene.candidates.indices.filter {
      scene.candidates[$0].row == binding.row && scene.candidates[$0].unit.dimension == .one
    }
    return plain == [place] && scene.candidates[place].stated == .one
  }
}
