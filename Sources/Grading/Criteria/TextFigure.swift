import Quantities

/// A figure in a text: a number, the unit it is given in, and how it is meant.
struct TextFigure {
  enum Measure: Hashable {
    case bare
    case unit(UnitID)
    /// A unit that is not known, such as a currency.
    case unknown
  }

  /// How exactly it is meant.
  enum Manner: Hashable {
    case plain
    /// `about 200 t`, `~17'000`.
    case about
    /// `over 150 t`, `less than 20 t`.
    case bound
  }

  var number: WrittenFigure
  var measure: Measure
  var manner: Manner
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
}

/// Finds the figures of a text, in digits or in words. Numbers in names, of lists and of counted things are none.
struct FigureReader {
  private let text: TextTokens
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

  func figures() -> [TextFigure] {
    var found: [TextFigure] = []
    var index = 0
    while index < text.indices.upperBound, found.count < Self.limit {
      if let figure = spelled(index) {
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

  private func isYear(_ figure: TextFigure) -> Bool {
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
      number: number, measure: unit.measure, manner: manner(before: index),
      tokens: index..<unit.end)
    figure.hasLabel = unit.hasLabel
    figure.isPerThing = unit.isPerThing
    let comparison = ComparingWords(text)
    figure.isDifference =
      unit.isPoints || comparison.isDifference(from: index, to: unit.end) || isSigned(index)
    figure.mayBeDifference =
      figure.isDifference || comparison.mayBeDifference(from: index, to: unit.end)
    return figure
  }

  /// `+5 %`, `-20 %`, but not the dash of a list or of a range.
  private func isSigned(_ index: Int) -> Bool {
    guard text[index].isGlued, let sign = text.at(index - 1), sign.sign == "-" || sign.sign == "+"
    else { return false }
    return !sign.isGlued && !sign.startsLine
  }

  private func multiplier(_ index: Int) -> Double? {
    guard let token = text.at(index), let word = token.word else { return nil }
    switch word {
    case "k": return 1e3
    case "thousand", "thousands": return 1e3
    case "million", "millions", "mio", "mn": return 1e6
    case "billion", "billions", "bn": return 1e9
    default: return token.isGlued && token.spelling == "M" ? 1e6 : nil
    }
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

  // MARK: Ranges

  /// Gives the first end of `70-80 t` and `from 70 to 80 t` the unit of the second.
  private func joinRanges(_ figures: inout [TextFigure]) {
    for place in figures.indices.dropFirst() {
      let gap = figures[place - 1].tokens.upperBound..<figures[place].tokens.lowerBound
      guard gap.count == 1, let token = text.at(gap.lowerBound) else { continue }
      let isSpan = token.sign == "-" || token.word == "to"
      let isBetween =
        token.word == "and" && text.word(figures[place - 1].tokens.lowerBound - 1) == "between"
      guard isSpan || isBetween else { continue }
      let first = figures[place - 1]
      let second = figures[place]
      guard first.measure == .bare || first.measure == second.measure else { continue }
      figures[place - 1].measure = second.measure
      figures[place - 1].hasLabel = second.hasLabel
      for end in [place - 1, place] {
        figures[end].isOfRange = true
        // The dash is no sign.
        figures[end].isDifference = second.isDifference && !isSigned(second.tokens.lowerBound)
      }
    }
  }
}
