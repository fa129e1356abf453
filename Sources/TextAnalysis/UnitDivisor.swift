import Quantities

/// What a unit in a text is divided by: `/kWh`, `per year`, `a day`, `/100 km`, `per m²`.
struct UnitDivisor {
  enum Kind {
    /// A year, or a model, which says nothing where the question asks for a year's amount.
    case silent
    /// `a day`: the unit before it may be meant without it.
    case spoken
    /// `/kWh`
    case written
  }

  let kind: Kind
  /// Nil where it is no unit, as in `per user`.
  public let unit: Unit?
  /// How many of the unit: 100 in `/100 km`.
  public let factor: Double
  /// The token after it.
  let end: Int

  /// Reads one that begins at a token; nil where there is none.
  init?(_ text: TextTokens, at start: Int, units: UnitSystem) {
    guard let first = text.at(start) else { return nil }
    if let word = first.word, let name = Self.adverbs[word] {
      kind = name == "year" ? .silent : .spoken
      unit = units.lookup(name)
      factor = 1
      end = start + 1
      return
    }
    let isSpoken = first.word.map(Self.articles.contains) ?? false
    let isPer = first.word.map(Self.prepositions.contains) ?? false
    guard isSpoken || isPer || first.sign == "/" else { return nil }
    var place = start + 1
    var factor = 1.0
    let isBracketed = text.at(place)?.sign == "(" && !isSpoken
    if isBracketed { place += 1 }
    if let number = text.at(place)?.number, !isSpoken {
      guard Self.powers.contains(number.value) else { return nil }
      factor = number.value
      place += 1
    }
    guard let token = text.at(place), let word = token.word else { return nil }
    place += 1
    if isSpoken {
      guard Self.times.contains(word) else { return nil }
    }
    // `par rapport à`
    if word == "rapport" { return nil }
    if word == "month" { factor /= 12 }
    let term = UnitTerm(text, at: place - 1, isBracketed: isBracketed, in: units) {
      Self.unit($0, units).map { .init(unit: $0) }
    }
    let found = term?.word.unit
    if let term { place = term.end }
    if isBracketed, text.at(place)?.sign == ")" { place += 1 }
    // `200 t / accuracy 81 %`: what stands between blanks parts, if no unit follows.
    let isLoose =
      first.sign == "/" && !first.isGlued && text.at(start + 1)?.isGlued == false
    if factor != 1 || isLoose, found == nil { return nil }
    if Self.silent.contains(word), factor == 1 {
      kind = .silent
    } else {
      kind = isSpoken || factor > 1 ? .spoken : .written
    }
    unit = found
    self.factor = factor
    end = place
  }

  private static func unit(_ token: TextTokens.Token, _ units: UnitSystem) -> Unit? {
    guard let word = token.word else { return nil }
    if years.contains(word) || word == "month" { return units.lookup("year") }
    return units.lookup(UnitPhrase.colloquial[word] ?? token.spelling) ?? units.lookup(word)
  }

  private static let adverbs = [
    "annually": "year", "daily": "day", "hourly": "h", "weekly": "week", "yearly": "year",
  ]
  private static let articles: Set<String> = ["a", "an", "each", "every"]
  private static let powers: Set<Double> = [1, 10, 100, 1000]
  private static let prepositions: Set<String> = ["par", "per", "pro"]
  private static let silent: Set<String> = [
    "a", "an", "annee", "annum", "jahr", "model", "y", "year", "yr",
  ]
  private static let times: Set<String> = [
    "day", "hour", "minute", "month", "second", "week", "year",
  ]
  private static let years: Set<String> = ["a", "an", "annum", "y", "year", "yr"]
}
