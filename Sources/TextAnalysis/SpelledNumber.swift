/// A number in words: `eighty-five`, `a hundred and fifty-seven`, `nine point six four`.
struct SpelledNumber {
  let number: WrittenFigure
  /// The token after it.
  let end: Int

  /// Words of the longest one.
  private static let limit = 12

  init?(_ text: TextTokens, at start: Int) {
    var index = start
    var total = 0
    var group = 0
    var hasWords = false
    func isNext(_ value: Int?) -> Bool {
      value.map { group % 100 == 0 || group % 10 == 0 && $0 < 10 } ?? false
    }
    loop: while index < start + Self.limit, let token = text.at(index) {
      let isBeforeSmall = text.word(index + 1).map { NumberWords.cardinals[$0] != nil } ?? false
      var isSilent = false
      switch token.word {
      case let word? where isNext(NumberWords.cardinals[word]):
        group += NumberWords.cardinals[word] ?? 0
      case "hundred" where group < 10: group = max(1, group) * 100
      case "thousand" where total == 0 && group > 0: (total, group) = (group * 1000, 0)
      case "zero" where !hasWords && text.word(index + 1) == "point": break
      case "a" where !hasWords && text.word(index + 1) == "hundred": isSilent = true
      case "and" where group > 0 && group % 100 == 0 && isBeforeSmall: isSilent = true
      case nil where token.sign == "-" && token.isGlued && isBeforeSmall: isSilent = true
      default: break loop
      }
      hasWords = hasWords || !isSilent
      index += 1
    }
    guard hasWords else { return nil }
    let decimals = Self.decimals(text, index)
    guard
      var number = WrittenFigure(
        groups: ["\(total + group)"] + (decimals.isEmpty ? [] : [decimals]),
        separators: decimals.isEmpty ? [] : ["."])
    else { return nil }
    // A point in words parts no thousands.
    if !decimals.isEmpty { number.readings.removeLast(number.readings.count - 1) }
    self.number = number
    end = index + (decimals.isEmpty ? 0 : decimals.count + 1)
  }

  /// The digits of `point six four`.
  private static func decimals(_ text: TextTokens, _ start: Int) -> String {
    guard text.word(start) == "point" else { return "" }
    var digits = ""
    while digits.count < limit, let word = text.word(start + 1 + digits.count),
      let value = word == "zero" ? 0 : NumberWords.cardinals[word], value < 10
    { digits += "\(value)" }
    return digits
  }
}

/// A number with a fraction that is no decimal: `half`, `1/2`, `two thirds`, `two and a half`,
/// `2 1/2`. The text has `½` as `1/2`.
struct SpelledFraction {
  let number: WrittenFigure
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
      if isSpoken == (text.at(place)?.number == nil) { part = Self.part(text, place, isRest: true) }
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
    if let word = text.word(start), NumberWords.denominator(word, isPlural: false) == 2 {
      // `the second half`
      return text.isWord(start - 1, .selecting) ? nil : (1, 2, start + 1)
    }
    let counted = text.word(start) == "a" ? (1, start + 1) : count(text, start)
    guard let (count, after) = counted else { return nil }
    // `three-quarters`
    let end = text.at(after)?.sign == "-" && text[after].isGlued ? after + 1 : after
    guard let next = text.word(end),
      let denominator = NumberWords.denominator(next, isPlural: count > 1),
      // `a third of it`, but not `a third model`
      count > 1 || isRest || next == "half" || text.word(end + 1) == nil
        || text.isWord(end + 1, WordKinds.grammar.union(.plain))
    else { return nil }
    return (count, denominator, end + 1)
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
}
