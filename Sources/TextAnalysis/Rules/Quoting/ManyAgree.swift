extension QuoteRule {
  /// Three figures or more of the text agree exactly, in their units: none is an accident, even where
  /// the words are of another language than the exercise's.
  static let manyAgree = QuoteRule(name: "one of many that agree") {
    scene, figure, form, place, _ in
    scene.hasManyAgreements && !figure.marked(.year)
      && (form.unit.map { $0 != .one || !form.isCount } ?? false || figure.number.figures > 3)
  }
}
