import Quantities

/// A unit of one word or of several that are multiplied: `kWh`, `kilowatt-hours`, `kW·h`, `newton
/// metres`, `square metres`, `m²`, `metric tons`.
struct UnitTerm {
  /// What a word stands for.
  struct Word {
    public var unit: Unit
    /// How many of the unit: a twelfth for months, which are told in years.
    public var factor = 1.0
    /// Whether a word for CO2 goes with it.
    var hasLabel = false
  }

  private(set) var word: Word
  /// The token after it.
  private(set) var end: Int

  private let text: TextTokens
  private let units: UnitSystem
  private let read: (TextTokens.Token) -> Word?

  /// Factors that are read; no unit has more.
  private static let limit = 4

  /// - Parameters:
  ///   - isBracketed: whether any unit after a blank is a factor, as in `J/(kg K)`.
  ///   - read: what one word alone stands for.
  init?(
    _ text: TextTokens, at start: Int, isBracketed: Bool = false, in units: UnitSystem,
    read: @escaping (TextTokens.Token) -> Word?
  ) {
    self.text = text
    self.units = units
    self.read = read
    word = Word(unit: .one)
    end = start
    guard let first = factor(start, mayBeSigned: false) else { return nil }
    word = first.word
    end = first.end
    for _ in 1..<Self.limit {
      guard let next = nextFactor(isBracketed: isBracketed) else { return }
      word.unit = next.unit
      end = next.end
    }
  }

  // MARK: One factor

  private func factor(_ start: Int, mayBeSigned: Bool) -> (word: Word, end: Int)? {
    if let (unit, end) = namedByWords(start) { return (Word(unit: unit), end) }
    let before = text.word(start).flatMap { Self.powersBefore[$0] }
    let place = before == nil ? start : start + 1
    guard let token = text.at(place), var (word, power) = single(token) else { return nil }
    var end = place + 1
    if let before {
      power *= before
    } else if let after = exponent(end, mayBeSigned: mayBeSigned) {
      power *= after.power
      end = after.end
    }
    if power != 1 {
      guard let unit = try? word.unit.power(Exponent(power)) else { return nil }
      word.unit = unit
    }
    return (word, end)
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
      if count > 1, let unit = units.lookup(spelled) ?? units.lookup(spelled.lowercased()) {
        found = (unit, place)
      }
      if isHyphen(place) { place += 1 }
    }
    return found
  }

  /// What a word stands for, and to which power: `m2`, `Quadratmeter`.
  private func single(_ token: TextTokens.Token) -> (word: Word, power: Int32)? {
    if let word = read(token) { return (word, 1) }
    guard let spoken = token.word else { return nil }
    func unit(_ stem: some StringProtocol, _ power: Int32) -> (Word, Int32)? {
      var copy = token
      copy.kind = .word(stem.lowercased())
      copy.spelling = String(stem)
      return read(copy).map { ($0, power) }
    }
    for (start, power) in Self.powersWithin where spoken.hasPrefix(start) {
      return unit(spoken.dropFirst(start.count), power)
    }
    let stem = token.spelling.dropLast()
    // `H2` is hydrogen.
    guard let digit = spoken.last, digit == "2" || digit == "3", !Self.isElement(stem) else {
      return nil
    }
    return unit(stem, digit == "2" ? 2 : 3)
  }

  private func exponent(_ start: Int, mayBeSigned: Bool) -> (power: Int32, end: Int)? {
    guard let token = text.at(start) else { return nil }
    if let word = token.word { return Self.powersAfter[word].map { ($0, start + 1) } }
    guard token.isGlued, let sign = token.sign else { return nil }
    var place = start + (sign == "^" ? 1 : 0)
    let isNegative = text.at(place)?.sign == "-"
    if isNegative { place += 1 }
    guard sign == "^" || isNegative && mayBeSigned, let last = text.at(place), last.isGlued,
      let number = last.number, number.isWhole, (1...9).contains(number.value)
    else { return nil }
    return (Int32(number.value) * (isNegative ? -1 : 1), place + 1)
  }

  private static let powersBefore: [String: Int32] = [
    "metric": 1, "square": 2, "squared": 2, "sq": 2, "cubic": 3, "cu": 3,
  ]
  private static let powersAfter: [String: Int32] = [
    "squared": 2, "carre": 2, "carres": 2, "cubed": 3, "cube": 3, "cubes": 3,
  ]
  private static let powersWithin: KeyValuePairs<String, Int32> = ["quadrat": 2, "kubik": 3]

  // MARK: The next factor

  private enum Joint {
    /// `kW·h`, `kW.h`, `m²K`
    case dot
    /// `newton-metres`
    case hyphen
    /// `kW h`, `newton metres`
    case blank
  }

  private func nextFactor(isBracketed: Bool) -> (unit: Unit, end: Int)? {
    guard let (joint, start) = joint(), let token = text.at(start), token.word != nil,
      let next = factor(start, mayBeSigned: joint != .hyphen), next.word.factor == 1,
      word.factor == 1, next.word.unit != .one,
      // Hours of a day are no product, and neither are percent of anything.
      next.word.unit.dimension != word.unit.dimension,
      let product = try? word.unit.product(with: next.word.unit, merged: false)
    else { return nil }
    switch joint {
    case .dot: break
    case .hyphen: if Self.isElement(token.spelling[...]) { return nil }
    case .blank:
      let hasPower = next.end > start + 1 && text.word(start + 1) == nil
      guard isBracketed || hasPower || mayFollow(token) else { return nil }
    }
    return (product.unit, next.end)
  }

  private func joint() -> (Joint, Int)? {
    guard let token = text.at(end), token.linesBefore == 0 else { return nil }
    if token.word != nil { return (token.isGlued ? .dot : .blank, end) }
    if isHyphen(end) { return (.hyphen, end + 1) }
    if token.sign == "·" || token.sign == "*" { return (.dot, end + 1) }
    // `kW.h`, but not the full stop before a sentence that no blank parts.
    guard token.sign == ".", token.isGlued, let next = text.at(end + 1), next.isGlued,
      next.word != nil, !next.isCapitalised
    else { return nil }
    return (.dot, end + 1)
  }

  private func isHyphen(_ place: Int) -> Bool {
    text.at(place)?.sign == "-" && text[place].isGlued && text.at(place + 1)?.isGlued == true
      && text.word(place + 1) != nil
  }

  /// Whether a word goes with the unit before a blank: `kW h`, and not `5 kg N`, `3 tons later`.
  private func mayFollow(_ token: TextTokens.Token) -> Bool {
    guard let last = text.word(end - 1), TextTokens.singular(last) == last else { return false }
    return Self.followers.contains(token.spelling) || Self.followers.contains(token.word ?? "")
  }

  /// Units that stand behind another; `second` alone is an ordinal more often.
  private static let followers: Set<String> = [
    "h", "hr", "hrs", "hour", "hours", "heure", "heures", "stunden", "s", "seconds", "secondes",
    "m", "km", "meter", "meters", "metre", "metres", "kilometer", "kilometers", "kilometre",
    "kilometres",
  ]

  /// `5 kg N` is nitrogen.
  private static func isElement(_ word: Substring) -> Bool {
    word.count == 1 && word.first?.isUppercase == true
  }
}
