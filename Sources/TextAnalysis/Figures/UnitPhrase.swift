import Quantities

/// The unit after a number in a text, as people write it: `kg`, `tons of CO2e`, `kgCO2e`, `percent`,
/// `g CO2e/kWh`, `kg per year`, `L/100 km`, `cups a day`.
struct UnitPhrase {
  /// Ways of reading it, the likeliest first.
  private(set) var forms: [TextFigure.Form] = []
  /// The token after it.
  private(set) var end: Int
  private(set) var hasLabel = false
  /// Whether it is for one of something: `kg per user`.
  private(set) var isPerThing = false
  /// Percentage points, of which a difference is counted.
  private(set) var isPoints = false

  private let text: TextTokens
  private let units: UnitVocabulary

  /// Words between an amount and what it is of.
  private static let linking: Set = ["of", "de", "d'", "an"]

  init(_ text: TextTokens, at start: Int, units: UnitVocabulary) {
    self.text = text
    self.units = units
    end = start
    read()
  }

  private mutating func read() {
    if let (unit, end) = units.compound(text, at: end) {
      forms = [.init(measure: .unit(unit))]
      self.end = end
      return
    }
    if let degrees = degrees() {
      forms = degrees
      return
    }
    if let (symbol, length) = percentOrDegrees(), let unit = units.lookup(symbol) {
      isPoints = text.isWord(end, .points)
      end += length
      if symbol == "%", text.word(end)?.singular == "point" {
        isPoints = true
        end += 1
      }
      forms = [.init(measure: .unit(unit))]
      return
    }
    if let money = text.sign(end).flatMap(units.money) {
      end += 1
      readDivisors(of: money)
      return
    }
    // `2.22 /mm`
    if text.isSign(end, "/"), text.at(end + 1)?.isGlued == true, let divisor = divisor(at: end),
      let rate = quotient(.init(measure: .unit(.one)), divisor)
    {
      forms = [rate]
      end = divisor.end
      return
    }
    // `16-t`: a hyphen between number and unit.
    let joint = text.isSign(end, "-") && text[end].isGlued ? 1 : 0
    // A word of the next line may go on, but not as the head of another item: `7.8` above `week:`.
    let isItem = text.at(end)?.startsLine == true && text.isSign(end + 1, ":")
    guard let token = text.at(end + joint), token.word != nil, joint == 0 || token.isGlued, !isItem
    else {
      forms = [.bare]
      return
    }
    let term = UnitTerm(text, at: end + joint, in: units) { [units, text] in
      units.meaning(of: $0, text.lexicon)
    }
    // `18.1 a`
    if term == nil, token.spelling == "a", !token.startsLine, text.at(end + 1)?.word == nil,
      let year = units.lookup("year")
    {
      forms = [.init(measure: .unit(year))]
      end += 1
      return
    }
    guard let meaning = term?.meaning, let termEnd = term?.end else { return readCount() }
    end = termEnd
    skipLabels()
    readDivisors(of: .init(measure: .unit(meaning.unit), factor: meaning.factor))
    hasLabel = hasLabel || meaning.hasLabel
    skipLabels()
    // A count of things that the catalogue has as a unit: `171 cups a day`.
    if token.spelling.count > 2, token.spelling == token.word {
      let whole = forms
      let last = end
      end = termEnd
      readDivisors(of: .init(measure: .unit(.one), isCount: true))
      (forms, end) = (whole + forms, max(end, last))
    }
  }

  /// Of `42 drops a minute`, where a drop is no unit, and `42 a minute`.
  private mutating func readCount() {
    forms = [.bare]
    let noun = text.word(end).map { $0.count > 2 && !text.isWord(end, .grammar) } == true
    guard divisor(at: noun ? end + 1 : end) != nil else { return }
    if noun { end += 1 }
    readDivisors(of: .init(measure: .unit(.one), isCount: true))
    forms = forms.filter { $0.unit != .one } + [.bare]
  }

  /// `20°` and `2 degrees` of an angle, or of a temperature that is not named.
  private mutating func degrees() -> [TextFigure.Form]? {
    guard text.isSign(end, "°") || text.isWord(end, .degree),
      !["c", "f", "celsius", "fahrenheit", "degc", "degf", "kelvin", "k"].contains(
        text.word(end + 1)),
      let angle = units.lookup("°")
    else { return nil }
    let isWord = text.word(end) != nil
    end += 1
    let temperature = isWord ? units.lookup("°C") : nil
    return [.init(measure: .unit(angle))] + (temperature.map { [.init(measure: .unit($0))] } ?? [])
  }

  /// `72 per cent`, `85 out of 100 cases`, `20 °C`, `20 degrees Celsius`.
  private func percentOrDegrees() -> (symbol: String, length: Int)? {
    let isDegree = text.isSign(end, "°") || text.isWord(end, .degree)
    let length = isDegree ? 2 : 1
    switch text.word(end + length - 1) {
    case "c" where isDegree, "celsius", "degc": return ("°C", length)
    case "f" where isDegree, "fahrenheit", "degf": return ("°F", length)
    case "per", "pour": return text.word(end + 1) == "cent" ? ("%", 2) : nil
    case "out" where text.word(end + 1) == "of": return hundred(end + 2).map { ("%", 2 + $0) }
    // `six in a hundred vaccinated people`
    case "in", "sur", "von":
      guard let length = hundred(end + 1), text.at(end + 1 + length)?.word != nil,
        UnitPhrase(text, at: end + 1 + length, units: units).forms[0].unit == nil
      else { return nil }
      return ("%", 1 + length)
    default: return text.isSign(end, "%") || text.isWord(end, .percent) ? ("%", 1) : nil
    }
  }

  /// `100`, `a hundred`: how many tokens it is.
  private func hundred(_ place: Int) -> Int? {
    if text.at(place)?.smallNumber == 100 { return 1 }
    let word = text.isWord(place, .indefinite) ? place + 1 : place
    return text.meaning(word)?.cardinal == 100 ? word + 1 - place : nil
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
      } else if !isLinking(next),
        !(text.isSign(next, "-") && text[next].isGlued),
        !(text.isSign(next, "(") && isLabel(next + 1))
      {
        return
      }
    }
  }

  // MARK: What it is divided by

  private struct Divisor {
    /// Nil where it is no unit, as in `per user`.
    var unit: Unit?
    /// How many of the unit: 100 in `/100 km`.
    var factor = 1.0
    /// Written with a stroke, so that nothing remains without it.
    var isWritten = false
    /// A year, or one of the rows, which says nothing where an amount is asked for.
    var isSilent = false
    var end: Int
  }

  /// The unit with all that it is divided by, and without where that may be left out.
  private mutating func readDivisors(of form: TextFigure.Form) {
    var full: TextFigure.Form? = form
    var loose = form
    var isWhole = true
    for turn in 0..<3 {
      guard let divisor = divisor(at: end) ?? (turn == 0 ? divisorBehindNoun() : nil) else { break }
      end = divisor.end
      isPerThing = isPerThing || !divisor.isSilent
      full = full.flatMap { quotient($0, divisor) }
      if divisor.isWritten, !divisor.isSilent {
        guard divisor.factor == 1, let rate = quotient(loose, divisor) else {
          loose.measure = .unknown
          continue
        }
        loose = rate
      } else {
        isWhole = false
      }
      skipLabels()
    }
    if !isWhole { loose.isLoose = true }
    forms = isWhole && full == loose ? [loose] : [full, loose].compactMap { $0 }
  }

  private func isLinking(_ index: Int) -> Bool {
    text.word(index).map(Self.linking.contains) ?? false
  }

  /// In `1.28 kg of nitrogen a tonne`, `47 kg N/t`, `930 mg paracetamol per dose`.
  private func divisorBehindNoun() -> Divisor? {
    let noun = isLinking(end) ? end + 1 : end
    guard let token = text.at(noun), token.word != nil, token.linesBefore == 0,
      !token.isGlued || noun > end,
      token.kinds.isDisjoint(with: .grammar), var divisor = divisor(at: noun + 1)
    else { return nil }
    // Without what it is of, the amount stays one.
    divisor.isWritten = false
    return divisor
  }

  private func quotient(_ form: TextFigure.Form, _ divisor: Divisor) -> TextFigure.Form? {
    guard let unit = form.unit, let other = divisor.unit,
      let rate = try? unit.product(with: other, inverted: true, merged: false).unit
    else { return nil }
    return .init(
      measure: .unit(rate), factor: form.factor / divisor.factor, isLoose: form.isLoose,
      isCount: form.isCount)
  }

  /// `/kWh`, `per year`, `a day`, `yearly`, `/100 km`, `je Hektar`.
  private func divisor(at start: Int) -> Divisor? {
    guard let first = text.at(start), first.linesBefore == 0 else { return nil }
    if let name = first.meaning?.rate {
      let unit = units.lookup(name)
      return Divisor(unit: unit, isSilent: units.isPeriod(unit), end: start + 1)
    }
    // `for each tonne`, `for a tonne`
    let start =
      text.isWord(start, .belonging) && text.isWord(start + 1, [.distributive, .indefinite])
      ? start + 1 : start
    let isSpoken = text.isWord(start, [.indefinite, .distributive]) && !text.isWord(start, .per)
    guard isSpoken || text.isWord(start, .per) || first.sign == "/" else { return nil }
    var divisor = Divisor(isWritten: !isSpoken && first.sign == "/", end: start)
    var place = start + 1
    let isBracketed = text.isSign(place, "(") && !isSpoken
    if isBracketed { place += 1 }
    if let number = text.at(place)?.number, !isSpoken {
      guard [1, 10, 100, 1000].contains(number.value) else { return nil }
      divisor.factor = number.value
      place += 1
    }
    // `par rapport à`
    guard let token = text.at(place), let word = token.word, word != "rapport" else { return nil }
    let term = units.divisor(text, at: place, isBracketed: isBracketed)
    if isSpoken, word.count < 3 || term == nil { return nil }
    place = term?.end ?? place + 1
    divisor.factor *= term?.meaning.factor ?? 1
    if isBracketed, text.isSign(place, ")") { place += 1 }
    // `200 t / accuracy 81 %`: what stands between blanks parts, if no unit follows.
    let isLoose = first.sign == "/" && !first.isGlued && text.at(start + 1)?.isGlued == false
    divisor.unit = term?.meaning.unit
    if divisor.factor != 1 || isLoose, divisor.unit == nil { return nil }
    divisor.isSilent = divisor.factor == 1 && (units.isPeriod(divisor.unit) || units.isHead(word))
    // `per kWh` divides as a stroke does.
    if !isSpoken, divisor.factor == 1, divisor.unit != nil, !divisor.isSilent {
      divisor.isWritten = true
    }
    if divisor.factor > 1 { divisor.isWritten = false }
    divisor.end = place
    return divisor
  }
}
