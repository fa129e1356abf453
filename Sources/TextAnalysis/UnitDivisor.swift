import Quantities

/// What a unit in a text is divided by: `/kWh`, `per year`, `a day`, `/100 km`, `per m²`.
struct UnitDivisor {
  enum Kind {
    /// A year, or one of the rows, which says nothing where the question asks for a year's amount.
    case silent
    /// `a day`: the unit before it may be meant without it.
    case spoken
    /// `/kWh`
    case written
  }

  let kind: Kind
  /// Nil where it is no unit, as in `per user`.
  let unit: Unit?
  /// How many of the unit: 100 in `/100 km`.
  let factor: Double
  /// The token after it.
  let end: Int

  /// Reads one that begins at a token; nil where there is none.
  init?(_ text: TextTokens, at start: Int, units: UnitVocabulary) {
    guard let first = text.at(start) else { return nil }
    let year = units.lookup("year")
    if let name = first.word.flatMap({ UnitWords.adverbs[$0] }) {
      unit = units.lookup(name)
      kind = unit == year ? .silent : .spoken
      factor = 1
      end = start + 1
      return
    }
    let isSpoken = text.isWord(start, [.indefinite, .distributive])
    guard isSpoken || text.isWord(start, .per) || first.sign == "/" else { return nil }
    var place = start + 1
    var factor = 1.0
    let isBracketed = text.isSign(place, "(") && !isSpoken
    if isBracketed { place += 1 }
    if let number = text.at(place)?.number, !isSpoken {
      guard [1, 10, 100, 1000].contains(number.value) else { return nil }
      factor = number.value
      place += 1
    }
    // `par rapport à`
    guard let token = text.at(place), let word = token.word, word != "rapport" else { return nil }
    let term = UnitTerm(text, at: place, isBracketed: isBracketed, in: units, read: units.divisor)
    if isSpoken, word.count < 3 || term?.meaning.unit.dimension != year?.dimension { return nil }
    place = term?.end ?? place + 1
    factor *= term?.meaning.factor ?? 1
    if isBracketed, text.isSign(place, ")") { place += 1 }
    // `200 t / accuracy 81 %`: what stands between blanks parts, if no unit follows.
    let isLoose = first.sign == "/" && !first.isGlued && text.at(start + 1)?.isGlued == false
    unit = term?.meaning.unit
    if factor != 1 || isLoose, unit == nil { return nil }
    if factor == 1, unit == year || units.isHead(word) {
      kind = .silent
    } else {
      kind = isSpoken || factor > 1 ? .spoken : .written
    }
    self.factor = factor
    end = place
  }
}
