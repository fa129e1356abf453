extension QuoteRule {
  /// The only figure of a text, where one answer alone is asked for that is a share or a plain number:
  /// `It is 50 %.` What counts something, and what is another answer of the exercise or given in it, is
  /// not meant for that.
  static let onlyFigure = QuoteRule(name: "only figure that is asked for") {
    scene, figure, form, place, _ in
    let candidate = scene.candidates[place]
    guard scene.candidates.count == 1, scene.figures.count == 1, candidate.row == nil,
      candidate.unit.dimension == .one, form.isShare, !form.isCount,
      !figure.marked([.year, .difference, .range, .setAside]), scene.isPlain(figure),
      scene.saysWhatIs(figure), !scene.isGiven(figure)
    else { return false }
    // `half of the people`, `50 people`
    let end = figure.tokens.upperBound
    let isOfOther = scene.text.word(end) != nil && !scene.text.isWord(end, .grammar)
    guard !isOfOther, !scene.text.saysOf(end) else { return false }
    return scene.others.allSatisfy { $0.isStep || !scene.agrees(figure, $0) }
  }
}
