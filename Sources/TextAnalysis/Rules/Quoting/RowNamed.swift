extension QuoteRule {
  /// The sentence, or the one before, names a row or says the quantity, so that no number of
  /// another subject is taken for a value: `The Flat takes 5 kWh.`
  static let rowNamed = QuoteRule(name: "row or quantity in the sentence") {
    scene, figure, form, place, _ in
    let candidate = scene.candidates[place]
    guard candidate.row == nil || scene.isAboutRows else { return false }
    let text = scene.text
    let sentence = scene.sentence(of: figure)
    let heading =
      scene.reading.tables.headingOf[figure.tokens.lowerBound]
      .map(scene.quantities.formulas) ?? []
    let isNamed = [sentence, sentence - 1].contains { scene.binder.rows.isNamed(inSentence: $0) }
    let isTold = !scene.quantities.said(inSentence: sentence).formulas.isEmpty
    if form == .bare, figure.marked(.year), !(isNamed && (isTold || !heading.isEmpty)) {
      return false
    }
    switch form.measure {
    case .unknown: return false
    case .unit(let unit) where unit != .one || !form.isCount:
      return isNamed || isTold || figure.marked(.labelled)
        || !scene.quantities.said(inSentence: sentence - 1).formulas.isEmpty
    case .unit, .bare:
      if !heading.isEmpty, isNamed { return true }
      if figure.number.figures >= 3 { return isNamed || isTold }
      // `81` may count anything.
      guard figure.number.value >= 10 || !figure.number.isWhole, isTold else { return false }
      let end = figure.tokens.upperBound
      guard let next = text.word(end), scene.reading.sentences.ofToken[end] == sentence else {
        return true
      }
      return scene.quantities.isName(next) || text.isWord(end, Self.afterBare) || next == "which"
    }
  }

  /// What stands after a number that counts nothing.
  private static let afterBare: WordKinds = [
    .being, .clause, .coordinating, .instead, .preposition, .versus, .inOrder, .remainder,
  ]
}
