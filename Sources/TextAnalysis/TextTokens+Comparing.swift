/// Words of comparing near a figure: `8 t more`, `twice as much`, `by 30 %`.
extension TextTokens {
  private static let afterDifference: WordKinds = [.comparative, .additional, .difference]
  private static let nearDifference: WordKinds = [.difference, .change]

  /// Whether a figure is by how much something differs.
  func isDifference(from start: Int, to end: Int) -> Bool {
    if isWord(end, Self.afterDifference) { return true }
    var place = start - 1
    while place >= start - 2, isWord(place, [.hedge, .focus]) { place -= 1 }
    if isSign(place, "~") { place -= 1 }
    return isWord(place, .beforeDifference)
      || word(place) == "of" && isWord(place - 1, Self.nearDifference)
  }

  /// Whether such a word stands within a few of it.
  func mayBeDifference(from start: Int, to end: Int) -> Bool {
    (start - 4..<start).contains { isWord($0, Self.nearDifference.union(.beforeDifference)) }
      || (end..<end + 3).contains { isWord($0, Self.nearDifference.union(Self.afterDifference)) }
  }

  /// Whether a sentence compares at all.
  func compares(in sentence: Range<Int>) -> Bool {
    let kinds = Self.nearDifference.union(Self.afterDifference)
    return sentence.contains { isWord($0, kinds.union([.beforeDifference, .versus])) }
  }
}
