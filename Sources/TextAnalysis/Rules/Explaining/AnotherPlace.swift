extension Explanation {
  /// Of a person or a place that the exercise does not have: `on Earth it is 11.2 km/s`, `in Lake
  /// Geneva it takes 11 years`. German nouns do not tell.
  static let anotherPlace = Explanation(name: "of another person or place") {
    scene, figure, claim, _ in
    let text = scene.text
    guard claim.strength == .unit, text.lexicon.language != 2 else { return false }
    let tokens = scene.tokens(ofSentence: scene.sentence(of: figure))
    return tokens.dropFirst().contains { index in
      guard let word = text.word(index), text[index].isCapitalised, word.count > 2,
        !figure.tokens.contains(index), !text.isSign(index - 1, ".:!?|-•"), !text[index].startsLine
      else { return false }
      let isShort = text[index].spelling.allSatisfy { $0.isUppercase || $0.isNumber }
      return !isShort && text[index].kinds.isEmpty && !scene.reading.question.knows(word)
        && !scene.quantities.isName(word) && scene.units.lookup(text[index].spelling) == nil
        && !scene.binder.rows.isNamed(at: index)
    }
  }
}
