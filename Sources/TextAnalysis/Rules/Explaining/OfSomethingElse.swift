extension Explanation {
  /// `2 t of paper`, `8 % drainage`, but not `340 mg of gentamicin` where the exercise speaks of that.
  static let ofSomethingElse = Explanation(name: "of something else", weight: .weak) {
    scene, figure, claim, _ in
    let text = scene.text
    let end = figure.tokens.upperBound
    var noun = end
    if text.saysOf(end) {
      noun += 1
    } else if claim.form.unit?.dimension != .one || claim.form.unit == .one || scene.isForeign {
      return false
    }
    guard let word = text.word(noun), text.at(noun)?.linesBefore == 0 else { return false }
    let isGrammar = text.isWord(
      noun,
      WordKinds.grammar.union([.statistic, .sum, .comparative, .result, .verb, .common, .modifier]))
    return !isGrammar && !scene.quantities.isName(word) && !scene.units.isLabel(word)
      && !(noun > end && scene.reading.question.isWord(word))
      && !scene.binder.rows.isNamed(at: noun)
  }

  /// What is computed with: `23000 / 1017 = 22.6`. The result stands behind the sign.
  static let operand = Explanation(name: "a step of a computation") { scene, figure, _, _ in
    let text = scene.text
    let (start, end) = (figure.tokens.lowerBound, figure.tokens.upperBound)
    // What is computed with elsewhere is a step: `there are 738 g … 738 / 65.3 = 11.3 h`.
    let isUsed = scene.figures.contains { other in
      other.marked(.operand) && other.number.value == figure.number.value
    }
    return isUsed || text.isSign(end, "*/×·+") && text.at(end + 1)?.number != nil
      || text.isSign(start - 1, "*/×·+") && text.at(start - 2)?.number != nil
      || text.isSign(end, "-") && text.at(end + 1)?.number != nil && text.isSign(end + 2, "=")
  }
}
