extension QuoteRule {
  /// A figure in a unit of its kind, in a text on the question's subject, of a quantity that has one
  /// value: `2.4 L in, 3 L out`. What the exercise gives itself is no answer.
  static let onSubject = QuoteRule(name: "unit of the kind, on the subject") {
    scene, figure, form, place, _ in
    let candidate = scene.candidates[place]
    guard candidate.row == nil, scene.reading.isOnSubject else { return false }
    guard !form.isShare, !form.isLoose, !form.isCount else {
      // `used to two thirds`, `9.5 %`, `44'000 cups`, where one share or one count alone is that.
      let isSpoken = scene.text[figure.tokens.lowerBound].word != nil && !figure.number.isWhole
      let isShare = form == .bare ? isSpoken : !form.isCount
      let end = figure.tokens.upperBound
      let isOfOther =
        scene.text.saysOf(end)
        && !(end + 1..<end + 4).contains { place in
          scene.text.word(place).map(scene.reading.question.isWord) == true
            && !scene.text.isWord(place, .grammar)
        }
      guard
        isShare && !isOfOther || figure.marked(.ratio)
          || form.isCount && figure.number.value >= 100
      else { return false }
      let alike = Set(scene.candidates.filter { $0.agrees(figure, as: form) }.map(\.formula))
      return alike == [candidate.formula]
    }
    return !scene.isGiven(figure)
  }

  /// A difference, where one of the quantities alone is one: `660 mL short`, `6.3 % less`.
  static let onlyDifference = QuoteRule(name: "only difference of its kind") {
    scene, figure, form, place, _ in
    guard figure.marked(.difference), scene.candidates[place].row == nil,
      form != .bare || figure.number.figures >= 2 || !figure.number.isWhole
    else { return false }
    let alike = Set(
      scene.candidates.filter { $0.isDifference && !$0.values(for: form).isEmpty }.map(\.formula))
    return (scene.reading.isOnSubject || scene.hasManyAgreements) && alike.count == 1
  }
}
