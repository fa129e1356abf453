import Quantities

/// A figure in a text: a number, the unit it is given in, and how it is meant.
public struct TextFigure {
  public enum Measure: Hashable {
    case bare
    case unit(Unit)
    /// A unit that is not known, such as a currency.
    case unknown

    public var unit: Unit? {
      if case .unit(let unit) = self { return unit }
      return nil
    }
  }

  /// How exactly it is meant.
  public enum Manner: Hashable {
    case plain
    /// `about 200 t`, `~17'000`.
    case about
    /// `over 150 t`, `less than 20 t`.
    case bound
  }

  public var number: WrittenFigure
  var measure: Measure
  public var manner: Manner
  /// From its number to the end of its unit.
  var tokens: Range<Int>
  /// Whether it is an end of a range such as `70-80 t`.
  var isOfRange = false
  /// Whether it says by how much something differs: `8 t more`.
  var isDifference = false
  /// Whether words of comparing stand near enough to make its meaning doubtful.
  var mayBeDifference = false
  /// Whether a word for CO2 goes with its unit.
  var hasLabel = false
  /// Whether it is for one of something: `2 kg per user`.
  var isPerThing = false
  /// With all that its unit is divided by.
  var rate: UnitPhrase.Rate?
  /// The unit of a figure that a bare number is listed with, which it may be meant in.
  var borrowed: Measure?
  /// Whether it is one of a list, or set against another, of the borrowed unit.
  var isListed = false
  /// Whether it is said of something else: `instead of 294 t`.
  var isSetAside = false
  /// Whether it could be a year, if it stands for nothing else.
  var mayBeYear = false

  /// What it is of: that of the list that it stands in, for a bare number.
  var kind: Measure { isListed ? borrowed ?? measure : measure }

  /// The figure with what its unit is divided by, where a value is wanted in such a unit: `9600
  /// kWh/year` is else taken for the energy of a year.
  func taken(for wanted: Set<Unit>, isForEach: Bool) -> TextFigure {
    func isWanted(_ unit: Unit) -> Bool {
      wanted.contains { $0.conversion(to: unit) != nil }
    }
    var copy = self
    if isForEach { copy.isPerThing = false }
    guard let rate, isWanted(rate.unit) else { return copy }
    copy.isPerThing = false
    if borrowed == nil { copy.measure = .unit(rate.unit) } else { copy.borrowed = .unit(rate.unit) }
    if rate.factor != 1 { copy.number = number.scaled(by: rate.factor) }
    return copy
  }
}

/// Finds the figures of a text, in digits or in words. Numbers in names, of lists and of counted things are none.
struct FigureReader {
  public let text: TextTokens
  private let names: NumberedNames
  private let units: UnitSystem
  /// Tokens of names such as `model three`.
  private let nameTokens: Set<Int>

  /// Figures that are looked at; a text that people read has fewer.
  private static let limit = 1000

  init(_ text: TextTokens, names: NumberedNames, units: UnitSystem) {
    self.text = text
    self.names = names
    self.units = units
    nameTokens = Set(names.mentions.flatMap(\.tokens))
  }

  public func figures() -> [TextFigure] {
    var found: [TextFigure] = []
    var index = 0
    while index < text.indices.upperBound, found.count < Self.limit {
      if let figure = fraction(index) ?? spelled(index) {
        found.append(figure)
        index = figure.tokens.upperBound
        continue
      }
      guard let number = text[index].number, !isName(index) else {
        index += 1
        continue
      }
      let figure = figure(number, at: index..<index + 1)
      if !isYear(figure) { found.append(figure) }
      index = figure.tokens.upperBound
    }
    joinRanges(&found)
    shareUnits(&found)
    return found
  }

  /// A number in words, which is a figure where a unit follows: `eighty-five percent`.
  private func spelled(_ index: Int) -> TextFigure? {
    guard text.word(index) != nil, !nameTokens.contains(index),
      let spelled = SpelledNumber(text, at: index)
    else { return nil }
    let figure = figure(spelled.number, at: index..<spelled.end)
    guard case .unit = figure.measure else { return nil }
    return figure
  }

  /// A number with a fraction, which may be one without a unit: `half`, `two and a half tonnes`.
  private func fraction(_ index: Int) -> TextFigure? {
    guard
      let fraction = SpelledFraction(
        text, at: index,
        isName: { nameTokens.contains($0) || text[$0].number != nil && isName($0) })
    else { return nil }
    var end = fraction.end
    // `half a tonne`, `three quarters of an hour`, `half a million tonnes`
    let article = text.word(end) == "of" ? end + 1 : end
    let isOfOne = text.word(article).map(Self.articles.contains) == true
    if isOfOne { end = article + 1 }
    let figure = figure(fraction.number, at: index..<end)
    if case .unit = figure.measure { return figure }
    if figure.tokens.upperBound > end { return figure }
    // `half a cup`, `half as much`, `half-full`
    guard isOfOne ? article > fraction.end : !continues(end) else { return nil }
    return self.figure(fraction.number, at: index..<fraction.end)
  }

  private static let articles: Set<String> = ["a", "an", "one"]

  /// Whether a fraction is but the beginning of a word or of a comparison.
  private func continues(_ place: Int) -> Bool {
    guard let token = text.at(place) else { return false }
    return token.word == "as" || token.isGlued && (token.sign == "-" || token.sign == "/")
  }

  func isNameNumber(_ index: Int) -> Bool { names.numbersOfNames.contains(index) }

  private func isName(_ index: Int) -> Bool {
    if names.numbersOfNames.contains(index) || TextSentences.isMarker(text, index) { return true }
    // `GPT-4`, `CO-2`, `4th`.
    if text[index].isGlued, text.at(index - 1)?.sign == "-", let before = text.at(index - 2),
      before.word != nil, text[index - 1].isGlued
    {
      return true
    }
    guard let after = text.at(index + 1), after.isGlued, let word = after.word else { return false }
    return ["st", "nd", "rd", "th"].contains(word)
  }

  /// `in 1960` is one; a number like that alone may be.
  private func isYear(_ figure: TextFigure) -> Bool {
    figure.mayBeYear
      && text.word(figure.tokens.lowerBound - 1).map(Self.beforeYears.contains) == true
  }

  private static let beforeYears: Set<String> = [
    "by", "during", "from", "in", "since", "to", "until", "year",
  ]

  private func couldBeYear(_ figure: TextFigure) -> Bool {
    figure.measure == .bare && figure.number.isWhole
      && (1900...2100).contains(figure.number.value) && figure.number.figures != 1
      && figure.number.readings.count == 1
  }

  private func figure(_ written: WrittenFigure, at tokens: Range<Int>) -> TextFigure {
    let index = tokens.lowerBound
    var number = written
    var end = tokens.upperBound
    if let factor = multiplier(end) {
      number = number.scaled(by: factor)
      end += 1
    }
    var unit = UnitPhrase(text, at: end, units: units)
    if let before = text.at(index - 1), let sign = before.sign, "$€£¥".contains(sign) {
      unit.measure = .unknown
    }
    var figure = TextFigure(
      number: unit.factor == 1 ? number : number.scaled(by: unit.factor), measure: unit.measure,
      manner: manner(before: index),
      tokens: index..<unit.end)
    figure.hasLabel = unit.hasLabel
    figure.isPerThing = unit.isPerThing || isForEach(from: index, to: unit.end)
    figure.rate = unit.rate
    figure.mayBeYear = couldBeYear(figure)
    let comparison = ComparingWords(text)
    figure.isDifference =
      unit.isPoints || comparison.isDifference(from: index, to: unit.end) || isSigned(index)
    figure.mayBeDifference =
      figure.isDifference || comparison.mayBeDifference(from: index, to: unit.end)
    return figure
  }

  /// `+5 %`, `-20 %`, but not the dash of a list or of a range.
  func isSigned(_ index: Int) -> Bool {
    guard text[index].isGlued, let sign = text.at(index - 1), sign.sign == "-" || sign.sign == "+"
    else { return false }
    return !sign.isGlued && !sign.startsLine
  }

  private func multiplier(_ index: Int) -> Double? {
    guard let token = text.at(index), let word = token.word else { return nil }
    switch word {
    case "k": return isKelvin(index) ? nil : 1e3
    case "thousand", "thousands": return 1e3
    case "million", "millions", "millionen", "mio", "mn": return 1e6
    case "billion", "billions", "bn", "milliard", "milliards", "milliarden", "mrd": return 1e9
    default:
      guard token.spelling == "M" else { return nil }
      return token.isGlued || isCounted(index + 1) ? 1e6 : nil
    }
  }

  /// Whether so many things can be spoken of: `1.2 M tokens`, but not `a 2 M solution`.
  private func isCounted(_ index: Int) -> Bool {
    guard text.at(index)?.linesBefore == 0, let word = text.word(index) else { return false }
    if case .unit = UnitPhrase(text, at: index, units: units).measure { return true }
    return word == "people" || TextTokens.singular(word) != word
  }

  /// `50 K` with nothing after it that so many thousands could be of.
  private func isKelvin(_ index: Int) -> Bool {
    guard let token = text.at(index), token.spelling == "K", !token.isGlued else { return false }
    return text.word(index + 1).map(UnitPhrase.plainWords.contains) ?? true
  }

  // MARK: How it is meant

  private func manner(before index: Int) -> TextFigure.Manner {
    var manner = TextFigure.Manner.plain
    for place in stride(from: index - 1, through: max(0, index - 3), by: -1) {
      guard let token = text.at(place) else { break }
      if let word = token.word {
        if Self.bounds.contains(word) { return .bound }
        if Self.hedges.contains(word) { manner = .about }
      } else if let sign = token.sign {
        if sign == "~" { manner = .about }
        if "<>≤≥".contains(sign) { return .bound }
        if !"~(.".contains(sign) { break }
      } else {
        break
      }
    }
    return manner
  }

  private static let hedges: Set<String> = [
    "about", "almost", "approximately", "approx", "around", "ca", "circa", "close", "estimated",
    "nearly", "roughly", "some",
  ]
  private static let bounds: Set<String> = [
    "above", "below", "beyond", "exceeding", "exceeds", "least", "most", "over", "than", "under",
    "up",
  ]
}
