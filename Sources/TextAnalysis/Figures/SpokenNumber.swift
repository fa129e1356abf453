import Diagnostics

/// A number in words: `eighty-five`, `a hundred and fifty-seven`, `nine point six four`,
/// `quatre-vingt-dix`, `fünfundachtzig`.
struct SpokenNumber {
  let number: WrittenFigure
  /// The token after it.
  let end: Int

  /// Words of the longest one.
  private static let limit = 12

  init?(_ text: TextTokens, at start: Int) {
    let lexicon = text.lexicon
    func smallNumber(_ index: Int) -> Bool {
      text.meaning(index)?.cardinal ?? 100 < 100
    }
    var sum = Sum()
    var index = start
    var hasWords = false
    loop: while index < start + Self.limit, let token = text.at(index) {
      guard token.linesBefore == 0 || index == start else { break }
      let next = text.meaning(index + 1)?.cardinal
      if token.word == "un" || token.word == "une", hasWords, text.word(index - 1) == "et",
        sum.add(1)
      {
        // `vingt et un`
      } else if let word = token.word, let parts = Self.parts(word, lexicon) {
        // `thousand` alone is a scale, `mille` and `a thousand` are numbers.
        if !hasWords, index == start, word == "thousand" || word == "hundred" { return nil }
        guard parts.allSatisfy({ sum.add($0) }) else { break }
        hasWords = true
      } else if token.word == "zero", !hasWords,
        text.word(index + 1).map(lexicon.points.contains) == true
      {
        hasWords = true
      } else if text.isWord(index, .indefinite), !hasWords, index == start, next ?? 0 >= 100 {
      } else if token.word == "and" || token.word == "et", hasWords,
        smallNumber(index + 1) || ["un", "une"].contains(text.word(index + 1)),
        sum.group > 0, sum.group % (token.word == "et" ? 10 : 100) == 0
      {
      } else if token.sign == "-", token.isGlued, hasWords,
        next != nil || text.word(index + 1) == "et"
      {
      } else {
        break loop
      }
      index += 1
    }
    guard hasWords else { return nil }
    let decimals = Self.decimals(text, index)
    guard
      var number = WrittenFigure(
        groups: ["\(sum.total + sum.group)"] + (decimals.digits.isEmpty ? [] : [decimals.digits]),
        separators: decimals.digits.isEmpty ? [] : ["."])
    else { return nil }
    // A point in words parts no thousands.
    if !decimals.digits.isEmpty { number.readings.removeLast(number.readings.count - 1) }
    self.number = number
    end = decimals.digits.isEmpty ? index : decimals.end
  }

  /// What the words so far come to.
  private struct Sum {
    var total = 0
    var group = 0

    /// Takes a part in; false where it does not go with those before.
    mutating func add(_ value: Int) -> Bool {
      let rest = group % 100
      switch value {
      case 1000 where total == 0: (total, group) = (max(1, group) * 1000, 0)
      case 100 where group < 100: group = max(1, group) * 100
      case 20 where rest == 4: group += 76  // quatre-vingts
      case ..<100 where rest == 0, ..<10 where rest >= 20 && rest % 10 == 0: group += value
      case 10..<20 where rest == 60 || rest == 80: group += value  // soixante-dix
      default: return false
      }
      return true
    }
  }

  /// What a word adds: several parts for one of German, `fünf` and `achtzig`, tens first.
  private static func parts(_ word: String, _ lexicon: Lexicon) -> [Int]? {
    if let value = lexicon.cardinal(word) { return [value] }
    guard word.utf8.count >= 8,
      ["zig", "hundert", "tausend", "zehn"].contains(where: word.contains)
    else { return nil }
    var parts: [Int] = []
    var rest = word[...]
    var isAfterAnd = false
    while !rest.isEmpty {
      if let last = parts.last, last < 10, rest.hasPrefix("und") {
        rest = rest.dropFirst(3)
        isAfterAnd = true
        continue
      }
      let lengths = (3...min(8, max(3, rest.count))).reversed()
      let found = lengths.lazy.compactMap { length -> (Int, Int)? in
        let part = String(rest.prefix(length))
        return (part == "ein" ? 1 : lexicon.cardinal(part)).map { ($0, length) }
      }.first
      guard let (value, length) = found else { return nil }
      parts.insert(value, at: isAfterAnd ? parts.count - 1 : parts.count)
      isAfterAnd = false
      rest = rest.dropFirst(length)
    }
    return parts
  }

  /// The digits of `point six four` and `virgule soixante-quatre`.
  private static func decimals(_ text: TextTokens, _ start: Int) -> (digits: String, end: Int) {
    var digits = ""
    var place = start + 1
    guard text.word(start).map(text.lexicon.points.contains) == true else { return ("", start) }
    while digits.count < limit, let word = text.word(place),
      let value = ["zero", "null"].contains(word) ? 0 : text.meaning(place)?.cardinal, value < 100
    {
      if value >= 10 {
        guard digits.isEmpty, let rest = SpokenNumber(text, at: place) else { break }
        return ("\(Int(bounded: rest.number.value))", rest.end)
      }
      digits += "\(value)"
      place += 1
    }
    return (digits, place)
  }
}

/// A number with a fraction that is no decimal: `half`, `1/2`, `two thirds`, `two and a half`,
/// `2 1/2`, `zweieinhalb`. The text has `½` as `1/2`.
struct SpokenFraction {
  let number: WrittenFigure
  /// The token after it.
  let end: Int

  init?(_ text: TextTokens, at start: Int, isName: (Int) -> Bool) {
    var part = Self.part(text, start)
    var whole = 0
    if let compound = Self.compound(text, start) {
      (whole, part) = (compound, (1, 2, start + 1))
    } else if part == nil, let (count, end) = Self.count(text, start) {
      whole = count
      // `two and a half`, `2 1/2`, `deux et demi`
      let isSpoken = text.isWord(end, .coordinating) && text.word(end) != "or"
      let place = isSpoken ? end + 1 : end
      if isSpoken == (text.at(place)?.number == nil) { part = Self.part(text, place, isRest: true) }
    }
    guard let part, part.numerator < part.denominator, !(start..<part.end).contains(where: isName),
      let number = WrittenFigure(whole: whole, part.numerator, of: part.denominator)
    else { return nil }
    self.number = number
    end = part.end
  }

  /// The whole number in `zweieinhalb` and `anderthalb`.
  private static func compound(_ text: TextTokens, _ index: Int) -> Int? {
    guard let word = text.word(index) else { return nil }
    if word == "anderthalb" || word == "eineinhalb" { return 1 }
    return word.hasSuffix("einhalb") ? text.lexicon.cardinal(String(word.dropLast(7))) : nil
  }

  /// A whole number in digits or in words.
  private static func count(_ text: TextTokens, _ start: Int) -> (Int, Int)? {
    if let number = text.at(start)?.number {
      guard number.isWhole, number.readings.count == 1 else { return nil }
      return Int(exactly: number.value).map { ($0, start + 1) }
    }
    guard let spoken = SpokenNumber(text, at: start), spoken.number.isWhole else { return nil }
    return Int(exactly: spoken.number.value).map { ($0, spoken.end) }
  }

  /// A fraction, alone or after a whole number: `half`, `a quarter`, `three quarters`, `1/2`.
  private static func part(
    _ text: TextTokens, _ start: Int, isRest: Bool = false
  ) -> (numerator: Int, denominator: Int, end: Int)? {
    if let digits = inDigits(text, start) { return digits }
    let lexicon = text.lexicon
    if let word = text.word(start), lexicon.denominator(word, isPlural: false) == 2 {
      // `the second half`
      return text.isWord(start - 1, .selecting) ? nil : (1, 2, start + 1)
    }
    let counted = text.isWord(start, .indefinite) ? (1, start + 1) : count(text, start)
    guard let (count, after) = counted else { return nil }
    // `three-quarters`
    let end = text.at(after)?.sign == "-" && text[after].isGlued ? after + 1 : after
    guard let next = text.word(end),
      let denominator = lexicon.denominator(next, isPlural: count > 1),
      // `a third of it`, but not `a third model`
      count > 1 || isRest || denominator == 2 || lexicon.ordinal(next) == nil
        || text.word(end + 1) == nil
        || text.isWord(end + 1, WordKinds.grammar.union(.plain).union(.comparative))
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
    return (Int(bounded: over.value), Int(bounded: under.value), start + 3)
  }
}
