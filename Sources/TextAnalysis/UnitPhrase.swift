import Quantities

/// The unit after a number in a text, as people write it: `kg`, `tons of CO2e`, `kgCO2e`,
/// `percent`, `g CO2e/kWh`, `kg per year`.
struct UnitPhrase {
  /// A unit, and what a number is multiplied by to be in it: L/km and 0.01 for `L/100 km`.
  struct Rate: Hashable {
    var unit: Unit
    var factor: Double
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
  private let units: UnitVocabulary

  init(_ text: TextTokens, at start: Int, units: UnitVocabulary) {
    self.text = text
    self.units = units
    end = start
    read()
  }

  private mutating func read() {
    if let (symbol, length) = percentOrDegrees(), let unit = units.lookup(symbol) {
      isPoints = text.word(end) == "pp"
      measure = .unit(unit)
      end += length
      if symbol == "%", text.word(end)?.singular == "point" {
        isPoints = true
        end += 1
      }
      return
    }
    // `16-t`: a hyphen between number and unit.
    let joint = text.isSign(end, "-") && text[end].isGlued ? 1 : 0
    if text.isSign(end, "$€£¥°") {
      measure = .unknown
      return
    }
    guard let token = text.at(end + joint), token.word != nil, joint == 0 || token.isGlued,
      let term = UnitTerm(text, at: end + joint, in: units, read: units.meaning)
    else { return }
    end = term.end
    measure = .unit(term.meaning.unit)
    factor = term.meaning.factor
    hasLabel = term.meaning.hasLabel
    skipLabels()
    readDivisor()
    skipLabels()
  }

  /// `72 per cent`, `85 out of 100 cases`, `20 °C`, `20 degrees Celsius`.
  private func percentOrDegrees() -> (symbol: String, length: Int)? {
    let isDegree = text.isSign(end, "°") || text.isWord(end, .degree)
    let length = isDegree ? 2 : 1
    switch text.word(end + length - 1) {
    case "c" where isDegree, "celsius", "degc": return ("°C", length)
    case "f" where isDegree, "fahrenheit", "degf": return ("°F", length)
    case "per", "pour": return text.word(end + 1) == "cent" ? ("%", 2) : nil
    case "out" where text.word(end + 1) == "of" && text.at(end + 2)?.smallNumber == 100:
      return ("%", 3)
    default: return text.isSign(end, "%") || text.isWord(end, .percent) ? ("%", 1) : nil
    }
  }

  /// `of CO2 equivalent`, `CO2-eq`.
  private mutating func skipLabels() {
    func isLabel(_ index: Int) -> Bool {
      text.word(index).map(units.isLabel) == true || text.isWord(index, .equivalent) && hasLabel
    }
    for next in end..<end + 6 {
      if isLabel(next) {
        hasLabel = true
        end = next + 1
      } else if text.word(next) != "of", text.word(next) != "de",
        !(text.isSign(next, "-") && text[next].isGlued),
        !(text.isSign(next, "(") && isLabel(next + 1))
      {
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
      rate = quotient(rate?.unit ?? measure.unit, divisor.unit).map {
        Rate(unit: $0, factor: (rate?.factor ?? 1) / divisor.factor)
      }
      if divisor.kind == .silent { continue }
      isPerThing = true
      guard divisor.kind == .written else { continue }
      guard divisor.factor == 1, let unit = quotient(measure.unit, divisor.unit) else {
        measure = .unknown
        return
      }
      measure = .unit(unit)
      skipLabels()
    }
  }

  private func quotient(_ unit: Unit?, _ divisor: Unit?) -> Unit? {
    guard let unit, let divisor else { return nil }
    return try? unit.product(with: divisor, inverted: true, merged: false).unit
  }
}
