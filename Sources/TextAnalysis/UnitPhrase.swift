import Quantities

/// The unit after a number in a text, as people write it: `kg`, `tons of CO2e`, `kgCO2e`,
/// `percent`, `g CO2e/kWh`, `kg per year`.
struct UnitPhrase {
  /// A unit, and what a number is multiplied by to be in it: L/km and 0.01 for `L/100 km`.
  struct Rate: Hashable {
    public var unit: Unit
    public var factor: Double
  }

  var measure = TextFigure.Measure.bare
  /// The token after it.
  private(set) var end: Int
  private(set) var hasLabel = false
  /// Whether it is for one of something: `kg per user`.
  private(set) var isPerThing = false
  /// What a number before it is multiplied by: a twelfth for months, which are told in years.
  private(set) var factor = 1.0
  /// The unit with all that it is divided by, where it is: `kg/year` for `kg a year`.
  private(set) var rate: Rate?
  /// Percentage points, of which a difference is counted.
  private(set) var isPoints = false

  private let text: TextTokens
  private let units: UnitSystem

  init(_ text: TextTokens, at start: Int, units: UnitSystem) {
    self.text = text
    self.units = units
    end = start
    read()
  }

  private mutating func read() {
    if readPercent() || readDegrees() { return }
    // `16-t`: a hyphen between number and unit.
    let joint = text.at(end)?.sign == "-" && text.at(end)?.isGlued == true ? 1 : 0
    if let sign = text.at(end)?.sign, "$€£¥°".contains(sign) {
      measure = .unknown
      return
    }
    guard let token = text.at(end + joint), token.word != nil, joint == 0 || token.isGlued,
      let term = UnitTerm(
        text, at: end + joint, in: units, read: { [units] in Self.word($0, units) })
    else { return }
    end = term.end
    measure = .unit(term.word.unit)
    factor = term.word.factor
    hasLabel = term.word.hasLabel
    skipLabels()
    readDivisor()
    skipLabels()
  }

  private mutating func readPercent() -> Bool {
    guard let token = text.at(end) else { return false }
    var length = 0
    if token.sign == "%" {
      length = 1
    } else if let word = token.word {
      switch word {
      case "percent", "percents", "pct", "percentage", "pourcent", "prozent": length = 1
      case "per", "pour": length = text.word(end + 1) == "cent" ? 2 : 0
      case "pp":
        isPoints = true
        length = 1
      // `85 out of 100 cases`
      case "out":
        length = text.word(end + 1) == "of" && text.at(end + 2)?.number?.value == 100 ? 3 : 0
      default: break
      }
    }
    guard length > 0, let percent = units.lookup("%") else { return false }
    measure = .unit(percent)
    end += length
    if let word = text.word(end), word == "point" || word == "points" {
      isPoints = true
      end += 1
    }
    return true
  }

  /// `20 °C`, `20 degrees Celsius`.
  private mutating func readDegrees() -> Bool {
    let isDegree =
      text.at(end)?.sign == "°"
      || ["degree", "degrees", "deg", "degre", "degres", "grad"].contains(text.word(end) ?? "")
    let place = end + (isDegree ? 1 : 0)
    let scale: String
    switch text.word(place) {
    case "c" where isDegree, "celsius", "degc": scale = "°C"
    case "f" where isDegree, "fahrenheit", "degf": scale = "°F"
    default: return false
    }
    guard let unit = units.lookup(scale) else { return false }
    measure = .unit(unit)
    end = place + 1
    return true
  }

  // MARK: Words

  /// What a word stands for; nil where it is a word like any other.
  private static func word(_ token: TextTokens.Token, _ units: UnitSystem) -> UnitTerm.Word? {
    guard let word = token.word else { return nil }
    func known(_ symbol: String) -> UnitTerm.Word? { units.lookup(symbol).map { .init(unit: $0) } }
    if let symbol = colloquial[word] { return known(symbol) }
    if word == "month" || word == "months" {
      return units.lookup("year").map { .init(unit: $0, factor: 1.0 / 12) }
    }
    for label in labels where word.hasSuffix(label) && word.count > label.count {
      let bare = String(word.dropLast(label.count))
      if let unit = units.lookup(colloquial[bare] ?? bare) {
        return .init(unit: unit, hasLabel: true)
      }
    }
    guard !plainWords.contains(word) else { return nil }
    return known(token.spelling) ?? (word.count > 3 ? known(word) : nil)
  }

  /// What people call units in running text, and what it stands for here.
  static let colloquial: [String: String] = [
    "t": "t", "to": "", "ton": "t", "tons": "t", "tonne": "t", "tonnes": "t", "kt": "kt",
    "kiloton": "kt", "kilotons": "kt", "kilotonne": "kt", "kilotonnes": "kt", "kg": "kg",
    "kgs": "kg",
    "kilo": "kg", "kilos": "kg", "kilogram": "kg", "kilograms": "kg", "kilogramme": "kg",
    "kilogrammes": "kg", "g": "g", "gr": "g", "gram": "g", "grams": "g", "grammes": "g",
    "y": "year", "yr": "year", "yrs": "year", "kwh": "kWh", "mwh": "MWh", "gwh": "GWh", "kms": "km",
    "hours": "h", "hrs": "h", "hr": "h",
    // French and German, without accents
    "seconde": "s", "secondes": "s", "sekunde": "s", "sekunden": "s", "minuten": "min",
    "heure": "h", "heures": "h", "stunde": "h", "stunden": "h", "jour": "day", "jours": "day",
    "tag": "day", "tage": "day", "ans": "year", "annee": "year", "annees": "year", "jahr": "year",
    "jahre": "year", "tonnen": "t", "gramm": "g", "kilogramm": "kg", "wattheure": "Wh",
    "wattheures": "Wh", "kilowattheure": "kWh", "kilowattheures": "kWh", "megawattheures": "MWh",
    "wattstunden": "Wh", "kilowattstunde": "kWh", "kilowattstunden": "kWh",
    "megawattstunden": "MWh",
  ].filter { !$0.value.isEmpty }

  /// English words that are units elsewhere.
  static let plainWords: Set<String> = [
    "a", "am", "an", "and", "are", "as", "at", "bar", "be", "but", "by", "can", "do", "each", "far",
    "for", "foot", "go", "had", "has", "he", "her", "him", "his", "i", "if", "in", "is", "it",
    "lot",
    "may", "me", "mine", "my", "no", "of", "off", "on", "one", "or", "over", "pm", "rad", "so",
    "st", "than", "that", "the", "then", "to", "turn", "up", "us", "was", "we", "which", "while",
    "with", "x", "yes", "you",
  ]

  /// Longest first, since words end with them.
  private static let labels = ["co2equivalent", "co2eq", "co2e", "co2"]

  private static let labelWords: Set<String> = [
    "co2", "co2e", "co2eq", "carbon", "dioxide", "equivalent", "equivalents", "eq", "equiv", "e",
    "ghg", "emitted",
  ]

  /// `of CO2 equivalent`, `CO2-eq`.
  private mutating func skipLabels() {
    var next = end
    while next < end + 6, let token = text.at(next) {
      if let word = token.word, Self.labelWords.contains(word) {
        if word != "e", word != "emitted" { hasLabel = true }
        next += 1
        end = next
      } else if token.word == "of" || token.word == "de" || token.sign == "-" && token.isGlued
        || token.sign == "(" && text.word(next + 1).map(Self.labelWords.contains) == true
      {
        next += 1
      } else {
        return
      }
    }
  }

  // MARK: What it is divided by

  /// `/kWh`, `per year`, `a day`, `/100 km`.
  private mutating func readDivisor() {
    for _ in 0..<3 {
      guard let divisor = UnitDivisor(text, at: end, units: units) else { return }
      end = divisor.end
      let whole = rate?.unit ?? measure.unit
      rate = whole.flatMap { whole in
        divisor.unit.flatMap { quotient(whole, $0, factor: (rate?.factor ?? 1) / divisor.factor) }
      }
      switch divisor.kind {
      case .silent: continue
      case .spoken:
        isPerThing = true
      case .written:
        isPerThing = true
        guard divisor.factor == 1, let unit = divisor.unit, let own = measure.unit,
          let quotient = quotient(own, unit, factor: 1)
        else {
          measure = .unknown
          return
        }
        measure = .unit(quotient.unit)
        skipLabels()
      }
    }
  }

  private func quotient(_ unit: Unit, _ divisor: Unit, factor: Double) -> Rate? {
    guard let quotient = try? unit.product(with: divisor, inverted: true, merged: false) else {
      return nil
    }
    return Rate(unit: quotient.unit, factor: factor)
  }
}
