extension QuoteRule {
  /// Figures of a text of another language than the exercise's agree exactly, in their units, and so
  /// many that none is an accident. What its words say of them stays open.
  static let manyAgree = QuoteRule(name: "one of many that agree") {
    scene, figure, form, place, _ in
    scene.hasManyAgreements && !figure.marked(.year)
      && (form.unit.map { $0 != .one || !form.isCount } ?? false || figure.number.figures > 3)
  }
}
