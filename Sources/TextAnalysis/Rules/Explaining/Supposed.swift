extension Explanation {
  /// What could be or is supposed, and what is denied: `if gas cost more, it would be 12 years`, `it
  /// could be 15 years`, `it is not 12 years`.
  static let supposed = Explanation(name: "supposed, or denied") { scene, figure, claim, _ in
    let text = scene.text
    let tokens = scene.tokens(ofSentence: scene.sentence(of: figure))
    let start = figure.tokens.lowerBound
    if (start - 4..<start).contains(where: { text.isWord($0, .not) }) { return true }
    // Commas part the clauses of what is and of what could be.
    if tokens.contains(where: { text.isWord($0, .modal) && abs($0 - start) < 12 }) { return true }
    // `With 40 mm instead it would have 960 N/mm.`
    let first = tokens.first { text.word($0) != nil } ?? start
    let isOther =
      tokens.contains { text.isWord($0, [.conditional, .instead]) }
      || claim.strength == .unit || text.word(first) == "had"
      || text.isWord(first, [.preposition, .negation])
    return isOther && tokens.contains { text.isWord($0, .hypothetical) }
  }
}
