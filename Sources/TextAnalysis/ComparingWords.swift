/// Words of comparing near a figure: `8 t more`, `twice as much`, `by 30 %`.
struct ComparingWords {
  private let text: TextTokens

  init(_ text: TextTokens) {
    self.text = text
  }

  /// Whether a figure is by how much something differs.
  func isDifference(from start: Int, to end: Int) -> Bool {
    if let word = text.word(end), Self.after.contains(word) { return true }
    if let word = text.word(end), Self.labels.contains(word), let next = text.word(end + 1),
      Self.after.contains(next)
    {
      return true
    }
    var place = start - 1
    while place >= start - 2, let word = text.word(place), Self.hedges.contains(word) { place -= 1 }
    if text.at(place)?.sign == "~" { place -= 1 }
    guard let word = text.word(place) else { return false }
    if Self.before.contains(word) { return true }
    return word == "of" && text.word(place - 1).map(Self.differences.contains) == true
  }

  /// Whether such a word stands within a few of it.
  func mayBeDifference(from start: Int, to end: Int) -> Bool {
    let before = (max(0, start - 4)..<start).contains { place in
      text.word(place).map { Self.before.contains($0) || Self.differences.contains($0) } ?? false
    }
    let after = (end..<end + 3).contains { place in
      text.word(place).map { Self.after.contains($0) || Self.differences.contains($0) } ?? false
    }
    return before || after
  }

  /// Whether a sentence compares at all.
  func stand(in sentence: Range<Int>) -> Bool {
    sentence.contains { place in
      text.word(place).map { word in
        Self.after.contains(word) || Self.before.contains(word) || Self.differences.contains(word)
          || word == "than" || word == "compared"
      } ?? false
    }
  }

  private static let after: Set<String> = [
    "additional", "better", "cheaper", "cleaner", "difference", "extra", "fewer", "gap", "greater",
    "heavier", "higher", "larger", "less", "lighter", "lower", "more", "smaller", "times", "worse",
  ]
  private static let before: Set<String> = [
    "additional", "by", "extra", "further", "minus", "plus", "save", "saves", "saving", "twice",
  ]
  private static let differences: Set<String> = [
    "difference", "differences", "double", "doubles", "gain", "gap", "half", "halves", "increase",
    "increases", "ratio", "reduction", "reduces", "saving", "savings", "triple",
  ]
  private static let hedges: Set<String> = [
    "about", "almost", "approximately", "approx", "around", "nearly", "only", "roughly", "some",
  ]
  private static let labels: Set<String> = ["co2", "co2e", "emissions"]
}
