/// A number with a fraction that is no decimal: `half`, `1/2`, `two thirds`, `two and a half`,
/// `2 1/2`. The text has `½` as `1/2`.
struct SpelledFraction {
  public let number: WrittenFigure
  /// The token after it.
  let end: Int

  init?(_ text: TextTokens, at start: Int, isName: (Int) -> Bool) {
    var part = Self.part(text, start)
    var whole = 0
    if part == nil, let (count, end) = Self.count(text, start) {
      whole = count
      // `two and a half`, `2 1/2`
      let isSpoken = text.word(end) == "and"
      let place = isSpoken ? end + 1 : end
      if isSpoken == (text.at(place)?.number == nil) {
        part = Self.part(text, place, isRest: true)
      }
    }
    guard let part, part.numerator < part.denominator, !(start..<part.end).contains(where: isName),
      let number = WrittenFigure(whole: whole, part.numerator, of: part.denominator)
    else { return nil }
    self.number = number
    end = part.end
  }

  /// A whole number in digits or in words.
  private static func count(_ text: TextTokens, _ start: Int) -> (Int, Int)? {
    if let number = text.at(start)?.number {
      guard number.isWhole, number.readings.count == 1 else { return nil }
      return Int(exactly: number.value).map { ($0, start + 1) }
    }
    guard let spelled = SpelledNumber(text, at: start), spelled.number.isWhole else { return nil }
    return Int(exactly: spelled.number.value).map { ($0, spelled.end) }
  }

  /// A fraction, alone or after a whole number: `half`, `a quarter`, `three quarters`, `1/2`.
  private static func part(
    _ text: TextTokens, _ start: Int, isRest: Bool = false
  ) -> (numerator: Int, denominator: Int, end: Int)? {
    if let digits = inDigits(text, start) { return digits }
    if let word = text.word(start), halves.contains(word) {
      // `the second half`
      if let before = text.word(start - 1), ranks.contains(before) { return nil }
      return (1, 2, start + 1)
    }
    let counted = text.word(start) == "a" ? (1, start + 1) : count(text, start)
    guard let (count, after) = counted else { return nil }
    // `three-quarters`
    let end = text.at(after)?.sign == "-" && text[after].isGlued ? after + 1 : after
    guard let next = text.word(end),
      let denominator = (count == 1 ? singular : plural)[next],
      // `a third of it`, but not `a third model`
      count > 1 || isRest || next == "half" || text.word(end + 1).map(afterOne) ?? true
    else { return nil }
    return (count, denominator, end + 1)
  }

  private static func afterOne(_ word: String) -> Bool {
    word == "of" || UnitPhrase.plainWords.contains(word)
  }

  private static func inDigits(
    _ text: TextTokens, _ start: Int
  ) -> (numerator: Int, denominator: Int, end: Int)? {
    guard let over = text.at(start)?.number, over.isWhole, over.readings.count == 1, over.value > 0,
      let slash = text.at(start + 1), slash.sign == "/", slash.isGlued,
      let token = text.at(start + 2), token.isGlued, let under = token.number, under.isWhole,
      under.readings.count == 1, under.value <= 100, over.value < under.value,
      // `1/2/2024`
      ![start - 1, start + 3].contains(where: { text.at($0)?.sign == "/" })
    else { return nil }
    return (Int(over.value), Int(under.value), start + 3)
  }

  private static let halves: Set<String> = ["half", "halfte", "moitie"]
  private static let singular = [
    "half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "eighth": 8,
    "tenth": 10, "tiers": 3, "quart": 4,
  ]
  private static let plural = [
    "thirds": 3, "quarters": 4, "fourths": 4, "fifths": 5, "sixths": 6, "eighths": 8, "tenths": 10,
    "tiers": 3, "quarts": 4,
  ]
  private static let ranks: Set<String> = [
    "another", "better", "bottom", "each", "every", "first", "last", "latter", "lower", "next",
    "other", "second", "top", "upper",
  ]
}
