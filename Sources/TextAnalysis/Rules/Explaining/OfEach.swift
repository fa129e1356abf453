extension Explanation {
  /// What one of several things comes to, or what is spread over another time: `2 kg per user`, `50 kg
  /// a month`; and all that stands in a sentence on such terms, as with a count that the question
  /// does not give: `with 100'000 users`.
  static let ofEach = Explanation(
    name: "of one of several, or on other terms", weight: .weak
  ) {
    scene, figure, claim, _ in
    if figure.marked(.ofEach) || figure.marked(.perThing) && claim.form.isLoose {
      return true
    }
    let sentence = scene.sentence(of: figure)
    return scene.isOnOtherTerms(sentence, claim)
  }
}

extension FigureScene {
  /// Whether something lasts so long: `over 25 years`, `in the first five minutes`.
  private func isSpan(_ figure: TextFigure) -> Bool {
    var place = figure.tokens.lowerBound - 1
    while text.isWord(place, [.article, .selecting]) { place -= 1 }
    return text.isWord(place, .spanning)
  }

  fileprivate func isOnOtherTerms(_ sentence: Int, _ claim: Claim) -> Bool {
    // `Per month the Flat takes 5 kWh and the Farm 9 kWh.`, `On one hectare wheat makes 3 kg`
    let tokens = tokens(ofSentence: sentence)
    // `Over 25 years they gain 12'000 CHF.`, `a service every 2 years for 1500 CHF`
    let hasOtherTime = binder.figures(inSentence: sentence).contains { figure in
      units.isTime(figure.forms[0].unit)
        && (figure.number.value != 1 && isSpan(figure)
          || text.isWord(figure.tokens.lowerBound - 1, .distributive))
    }
    if hasOtherTime, !units.isTime(claim.form.unit) { return true }
    for index in tokens.dropLast() {
      let isEach = text.word(index) == "one" || text.isWord(index, .distributive)
      let begins = index <= tokens.lowerBound + 1
      guard isEach || text.isWord(index, .per) || begins && text.isWord(index, .indefinite) else {
        continue
      }
      // `on a winter day`, where winter is a row
      let isRow = binder.rows.isName(index + 1..<index + 2)
      let term = units.divisor(text, at: isRow ? index + 2 : index + 1)
      // `One charge costs 0.9 centimes`
      if term == nil, isEach, begins, !isRow, claim.row == nil, let word = text.word(index + 1),
        text[index + 1].kinds.isEmpty, !units.isHead(word), !quantities.isName(word)
      {
        return true
      }
      guard !figures.contains(where: { $0.tokens.contains(index) && $0.number.value != 1 }),
        let divisor = term?.meaning, case let unit = divisor.unit,
        divisor.factor != 1 || !units.isPeriod(unit),
        claim.form.unit.map({ form in claim.own.allSatisfy { $0.unit.dimension == form.dimension } }
        ) ?? true,
        !claim.form.isLoose || unit == units.lookup("h")
      else { continue }
      let isAsked = claim.own.contains { candidate in
        guard
          let numerator = try? candidate.unit.product(with: unit, inverted: false, merged: false)
            .unit
        else { return false }
        return figures.contains {
          $0.forms.contains { $0.unit.map { numerator.conversion(to: $0) != nil } ?? false }
        }
      }
      if !isAsked { return true }
    }
    return binder.figures(inSentence: sentence).contains { figure in
      let form = figure.forms[0]
      if figure.marked(.ofEach) { return true }
      if figure.marked(.perThing) {
        let isAsked = candidates.contains { !$0.values(for: form).isEmpty && !form.isLoose }
        // A rate that the exercise gives puts nothing on other terms: `at 5 mg per kg`.
        let isKnown = reading.question.given.contains { given in
          given.forms.contains { other in
            guard let mine = form.unit, let theirs = other.unit, !form.isLoose else { return false }
            return mine.conversion(to: theirs) != nil
          }
        }
        if !isAsked, !isKnown { return true }
      }
      guard let unit = form.unit, !form.isLoose, unit.isOnlyCounts, unit != .one,
        formulas(for: figure).isEmpty
      else { return false }
      return !isGiven(figure) && !others.contains { agrees(figure, $0) }
    }
  }
}
