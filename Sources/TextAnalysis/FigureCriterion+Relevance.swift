/// Which figures of a text count, and for which values.
extension FigureCriterion {
  /// Places of the candidates that a figure counts for.
  func fitting(_ figure: TextFigure, _ binding: RowMentions.Binding?, isAboutRows: Bool) -> [Int] {
    for form in forms(of: figure) {
      let heading = reading.tables.headingOf[form.tokens.lowerBound].map(quantities.formulas) ?? []
      let found = candidates.indices.filter { index in
        let reference = candidates[index].reference
        guard agrees(form, candidates[index]),
          heading.isEmpty || heading.contains(reference.formula),
          reference.row == nil || binding == nil || reference.row == binding?.row
        else { return false }
        // A unit that one value alone has tells which is meant.
        if reading.isOnSubject || isPlain(form), isOnlyOneOfItsKind(index, form) { return true }
        guard reference.row == nil || isAboutRows else { return false }
        return isRelevant(form, heading: heading) || isPlainNumberOfRow(index, form, binding)
      }
      if !found.isEmpty { return found }
    }
    return []
  }

  /// `It takes 5.25 kWh.`, before anything else is spoken of.
  private func isPlain(_ figure: TextFigure) -> Bool {
    let sentences = reading.sentences.ranges
    let sentence = sentence(of: figure)
    return sentences.indices.contains(sentence) && sentences[sentence].upperBound <= plainLength
  }

  /// A figure as it is written, and in the unit that it shares with others of its list, or that
  /// heads its column.
  func forms(of figure: TextFigure) -> [TextFigure] {
    guard figure.measure == .bare else { return [figure] }
    func form(_ measure: TextFigure.Measure) -> TextFigure {
      var form = figure
      form.measure = measure
      form.borrowed = nil
      form.mayBeYear = false
      return form
    }
    let heading = reading.tables.headingOf[figure.tokens.lowerBound] ?? 0..<0
    let ofColumn = heading.lazy.map { UnitPhrase(text, at: $0, units: units).measure }
      .first { $0.unit != nil }
    return [figure] + [figure.borrowed, ofColumn].compactMap { $0 }.map(form)
  }

  /// Whether a figure is in a unit, shares and counts aside, in which no other value is.
  private func isOnlyOneOfItsKind(_ index: Int, _ figure: TextFigure) -> Bool {
    guard let unit = figure.measure.unit, unit.dimension != .one else { return false }
    let row = candidates[index].reference.row
    return row.map { rows.namesOther(than: $0, inSentence: sentence(of: figure)) } != true
      && candidates.indices.allSatisfy {
        $0 == index || values(of: candidates[$0], for: figure).isEmpty
      }
  }

  /// `Flat: 3.2`, where one value alone of that row is a number without unit.
  private func isPlainNumberOfRow(
    _ index: Int, _ figure: TextFigure, _ binding: RowMentions.Binding?
  ) -> Bool {
    guard figure.measure == .bare, let binding, binding.isTight, !figure.mayBeYear,
      !figure.number.isWhole || figure.number.figures >= 2
    else { return false }
    let plain = candidates.indices.filter { place in
      candidates[place].reference.row == binding.row
        && candidates[place].reference.unit.dimension == .one
    }
    return plain == [index] && candidates[index].stated == .one
  }

  /// Whether a figure stands where the values of the question are spoken of, so that no number of
  /// another subject is taken for one.
  private func isRelevant(_ figure: TextFigure, heading: Set<Int>) -> Bool {
    let sentence = sentence(of: figure)
    let isNamed = [sentence, sentence - 1].contains { rows.isNamed(inSentence: $0) }
    let isTold = !quantities.said(inSentence: sentence).formulas.isEmpty
    if figure.mayBeYear, !(isNamed && (isTold || !heading.isEmpty)) { return false }
    switch figure.measure {
    case .unknown: return false
    case .unit:
      return isNamed || isTold || figure.hasLabel
        || !quantities.said(inSentence: sentence - 1).formulas.isEmpty
    case .bare:
      if !heading.isEmpty, isNamed { return true }
      if figure.number.figures >= 3 { return isNamed || isTold }
      // `81` may count anything.
      guard figure.number.value >= 10 || !figure.number.isWhole, isTold else { return false }
      let end = figure.tokens.upperBound
      guard let next = text.word(end), reading.sentences.ofToken[end] == sentence else {
        return true
      }
      return quantities.isName(next) || text.isWord(end, Self.afterBare)
        || ["respectively", "which"].contains(next)
    }
  }

  /// What stands after a number that counts nothing.
  private static let afterBare: WordKinds = [
    .being, .clause, .coordinating, .instead, .preposition, .versus,
  ]
}
