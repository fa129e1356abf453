extension Explanation {
  /// Of something that the exercise does not speak of: `a kebab costs 12 CHF`, `my own phone takes
  /// 90 min`, `1 kg of coal has 29 MJ`.
  static let ofAnotherThing = Explanation(name: "of another thing") { scene, figure, claim, _ in
    guard claim.row == nil, !scene.isForeign else { return false }
    let text = scene.text
    let start = figure.tokens.lowerBound
    let sentence = scene.tokens(ofSentence: scene.sentence(of: figure))
    let clause =
      (sentence.lowerBound..<start).reversed().prefix {
        !text.isSign($0, ",;:()") && !text.isWord($0, [.clause, .coordinating])
      }.last ?? start
    return (clause..<start).contains { place in
      // `a litre of petrol 1.80 CHF`
      let isSubject =
        text.isWord(place + 1, [.being, .having, .result, .verb])
        || place + 1 == start && text.saysOf(place - 1)
      guard isSubject, scene.isUnknown(place) else { return false }
      return (place - 3..<place).contains { before in
        before >= clause
          && (text.isWord(before, .indefinite)
            || text.isWord(before, .pronoun) && !text.isWord(before, .subject)
            || text.saysOf(before) && scene.figures.contains { $0.tokens.upperBound == before })
      }
    }
  }
}
