import Diagnostics
import Quantities

/// A unit of one word or of several that are multiplied: `kWh`, `kilowatt-hours`, `kW·h`, `newton
/// metres`, `square metres`, `m²`, `metric tons`.
struct UnitTerm {
  private(set) var meaning: UnitVocabulary.Meaning
  /// The token after it.
  private(set) var end: Int

  private let text: TextTokens
  private let units: UnitVocabulary
  private let read: (TextTokens.Token) -> UnitVocabulary.Meaning?

  /// Factors that are read; no unit has more.
  private static let limit = 4

  /// - Parameters:
  ///   - isBracketed: whether any unit after a blank is a factor, as in `J/(kg K)`.
  ///   - read: what one word alone stands for.
  init?(
    _ text: TextTokens, at start: Int, isBracketed: Bool = false, in units: UnitVocabulary,
    read: @escaping (TextTokens.Token) -> UnitVocabulary.Meaning?
  ) {
    self.text = text
    self.units = units
    self.read = read
    meaning = UnitVocabulary.Meaning(unit: .one)
    end = start
    guard let first = factor(start, mayBeSigned: false) else { return nil }
    (meaning, end) = first
    for _ in 1..<Self.limit {
      guard let next = nextFactor(isBracketed: isBracketed) else { return }
      (meaning.unit, end) = next
    }
  }

  // MARK: One factor

  private func factor(
    _ start: Int, mayBeSigned: Bool
  ) -> (meaning: UnitVocabulary.Meaning, end: Int)? {
    if let (unit, end) = namedByWords(start) { return (UnitVocabulary.Meaning(unit: unit), end) }
    if let unit = gluedProduct(start) { return (UnitVocabulary.Meaning(unit: unit), start + 1) }
    let before = text.meaning(start)?.power
    let place = before == nil ? start : start + 1
    guard let token = text.at(place), var (meaning, power) = single(token) else { return nil }
    var end = place + 1
    if let before {
      power *= before
    } else if let after = exponent(end, mayBeSigned: mayBeSigned) {
      power *= after.power
      end = after.end
    }
    if power != 1 {
      guard let unit = try? meaning.unit.power(Exponent(power)) else { return nil }
      meaning.unit = unit
    }
    return (meaning, end)
  }

  /// Names of the catalogue that are several words in prose: `kilowatt-hour`, `metric tons`.
  private func namedByWords(_ start: Int) -> (unit: Unit, end: Int)? {
    var spelled = ""
    var place = start
    var found: (Unit, Int)?
    for count in 1...3 {
      // `a 20 watt second screen`
      guard let token = text.at(place), let word = token.word,
        count == 1 || token.linesBefore == 0 && (word != "second" || token.isGlued)
      else { break }
      spelled += (count == 1 ? "" : "_") + token.spelling
      place += 1
      if count > 1, let unit = units.named(spelled) {
        found = (unit, place)
      }
      if isHyphen(place) { place += 1 }
    }
    return found
  }

  /// `kNm`, `MWh`: a unit and one that may follow it, with nothing between.
  private func gluedProduct(_ start: Int) -> Unit? {
    // `m2K`
    if let known = text.at(start)?.known, known.hasDigits, case let spelling = known.spelling,
      let digit = spelling.firstIndex(where: { $0 == "2" || $0 == "3" }),
      digit != spelling.indices.last, digit != spelling.startIndex, spelling.count < 7,
      let first = units.lookup(String(spelling[..<digit])),
      let second = units.lookup(String(spelling[spelling.index(after: digit)...])),
      let raised = try? first.power(Exponent(spelling[digit] == "2" ? 2 : 3))
    {
      return try? raised.product(with: second, merged: false).unit
    }
    guard let token = text.at(start), token.word != nil, (3...5).contains(token.spelling.count),
      read(token) == nil, token.spelling.contains(where: \.isUppercase),
      let last = Self.followers.first(where: token.spelling.hasSuffix),
      let first = units.lookup(String(token.spelling.dropLast(last.count))),
      let second = units.lookup(last)
    else { return nil }
    return try? first.product(with: second, merged: false).unit
  }

  /// What a word stands for, and to which power: `m2`, `Quadratmeter`.
  private func single(
    _ token: TextTokens.Token
  ) -> (meaning: UnitVocabulary.Meaning, power: Int32)? {
    if let meaning = read(token) { return (meaning, 1) }
    guard let word = token.word else { return nil }
    var spelling = token.spelling
    var power: Int32
    if let within = Self.powersWithin.first(where: { word.hasPrefix($0.key) }) {
      spelling = String(word.dropFirst(within.key.count))
      power = within.value
    } else {
      spelling.removeLast()
      // `H2` is hydrogen.
      guard word.last == "2" || word.last == "3", !Self.isElement(spelling) else { return nil }
      power = word.last == "2" ? 2 : 3
    }
    return read(token.with(spelling)).map { ($0, power) }
  }

  /// Beginnings of words that raise the rest: `Quadratmeter`.
  private static let powersWithin: KeyValuePairs<String, Int32> = ["quadrat": 2, "kubik": 3]

  private func exponent(_ start: Int, mayBeSigned: Bool) -> (power: Int32, end: Int)? {
    guard let token = text.at(start) else { return nil }
    if token.known != nil { return token.meaning?.power.map { ($0, start + 1) } }
    guard token.isGlued, let sign = token.sign else { return nil }
    var place = start + (sign == "^" ? 1 : 0)
    let isNegative = text.isSign(place, "-")
    if isNegative { place += 1 }
    guard sign == "^" || isNegative && mayBeSigned, let last = text.at(place), last.isGlued,
      let number = last.smallNumber, (1...9).contains(number)
    else { return nil }
    return (Int32(number) * (isNegative ? -1 : 1), place + 1)
  }

  // MARK: The next factor

  private func nextFactor(isBracketed: Bool) -> (unit: Unit, end: Int)? {
    guard let joint = text.at(end), joint.linesBefore == 0 else { return nil }
    // `kW h`, `newton metres`
    let isBlank = joint.word != nil && !joint.isGlued
    // `newton-metres`
    let isHyphen = isHyphen(end)
    // `kW·h`, `m²K`
    guard joint.word != nil || isHyphen || text.isSign(end, "·*") || isPoint(end) else {
      return nil
    }
    let start = joint.word == nil ? end + 1 : end
    guard let token = text.at(start), token.word != nil,
      let next = factor(start, mayBeSigned: !isHyphen), next.meaning.factor == 1,
      meaning.factor == 1, next.meaning.unit != .one,
      // Hours of a day are no product, and neither are percent of anything.
      next.meaning.unit.dimension != meaning.unit.dimension,
      let product = try? meaning.unit.product(with: next.meaning.unit, merged: false)
    else { return nil }
    let hasPower = next.end > start + 1 && text.word(start + 1) == nil
    if isHyphen && Self.isElement(token.spelling)
      || isBlank && !isBracketed && !hasPower && !mayFollow(token)
    {
      return nil
    }
    return (product.unit, next.end)
  }

  /// `kW.h`, but not the full stop before a sentence that no blank parts.
  private func isPoint(_ place: Int) -> Bool {
    guard text.isSign(place, "."), let next = text.at(place + 1) else { return false }
    return text[place].isGlued && next.isGlued && next.word != nil && !next.isCapitalised
  }

  private func isHyphen(_ place: Int) -> Bool {
    text.isSign(place, "-") && text[place].isGlued && text.at(place + 1)?.isGlued == true
      && text.word(place + 1) != nil
  }

  /// Whether a word goes with the unit before a blank: `kW h`, and not `5 kg N`, `3 tons later`.
  /// A `second` is an ordinal more often.
  private func mayFollow(_ token: TextTokens.Token) -> Bool {
    guard let last = text.word(end - 1), last.singular == last, token.word != "second",
      let unit = read(token)?.unit
    else { return false }
    return Self.followers.contains(unit.symbol)
  }

  /// Units that stand behind another without a sign: `kW h`, `newton metres`.
  private static let followers: Set<String> = ["h", "s", "m", "km"]

  /// `5 kg N` is nitrogen.
  private static func isElement(_ word: String) -> Bool {
    word.count == 1 && word.first?.isUppercase == true
  }
}
