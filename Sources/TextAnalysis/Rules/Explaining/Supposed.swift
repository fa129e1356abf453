extension Explanation {
  /// What could be or is supposed, and what is denied: `if gas cost more, it would be 12 years`, `it
  /// could be 15 years`, `it is not 12 years`.
  static let supposed = Explanation(name: "supposed, or denied") { scene, figure, claim, _ in
    let text = scene.text
    let tokens = scene.tokens(ofSentence: scene.sentence(of: figure))
    let start = figure.tokens.lowerBound
    if (start - 4..<start).contains(where: { text.isWord($0, .not) }) { return true }
    // `Without water the pack has 10.65 kg`, `if I go 220 days a year, it costs 2034 CHF`
    let first = tokens.first { text.word($0) != nil } ?? start
    if text.isWord(first, .without) || scene.hasOwnCondition(figure) { return true }
    // Where the question supposes, so does who answers it.
    let supposes = scene.reading.question.supposes
    let isPlainSlip =
      supposes && figure.number.figures >= 3 && claim.isSlip(figure)
    // Commas part the clauses of what is and of what could be.
    if !supposes || claim.strength == .unit && !isPlainSlip,
      tokens.contains(where: { text.isWord($0, .modal) && abs($0 - start) < 12 })
    {
      return true
    }
    // `With 40 mm instead it would have 960 N/mm.`
    let isOther =
      tokens.contains { text.isWord($0, [.conditional, .instead]) }
      || claim.strength == .unit && !isPlainSlip || text.word(first) == "had"
      || text.isWord(first, [.preposition, .negation, .indefinite])
    return isOther && tokens.contains { text.isWord($0, .hypothetical) }
  }
}

extension FigureScene {
  /// Whether the sentence supposes a number that is not the exercise's.
  fileprivate func hasOwnCondition(_ figure: TextFigure) -> Bool {
    let sentence = sentence(of: figure)
    guard
      let condition = tokens(ofSentence: sentence).first(where: { text.isWord($0, .conditional) })
    else { return false }
    return binder.figures(inSentence: sentence).contains { other in
      let gap = condition..<max(condition, other.tokens.lowerBound)
      return other.tokens != figure.tokens && other.tokens.lowerBound > condition
        && !gap.contains { text.isSign($0, ",;") } && !isGiven(other)
        && !candidates.contains { agrees(other, $0) } && !others.contains { agrees(other, $0) }
    }
  }
}
