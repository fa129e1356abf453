/// Finds the figures of a text, in digits or in words. Numbers in names, of lists and of counted
/// things are none.
struct FigureReader {
  let text: TextTokens
  private let names: NumberedNames
  private let units: UnitVocabulary
  /// Tokens of names such as `model three`.
  private let nameTokens: Set<Int>

  /// Figures that are looked at; a text that people read has fewer.
  private static let limit = 1000

  init(_ text: TextTokens, names: NumberedNames, units: UnitVocabulary) {
    self.text = text
    self.names = names
    self.units = units
    nameTokens = Set(names.mentions.flatMap(\.tokens))
  }

  func figures() -> [TextFigure] {
    var found: [TextFigure] = []
    var index = 0
    while index < text.indices.upperBound, found.count < Self.limit {
      if let figure = fraction(index) ?? spelled(index) ?? inDigits(index) {
        // `in 1960` is a year; a number like that alone may be.
        let isYear = figure.mayBeYear && text.isWord(index - 1, .beforeYear)
        if !isYear { found.append(figure) }
        index = figure.tokens.upperBound
      } else {
        index += 1
      }
    }
    joinRanges(&found)
    shareUnits(&found)
    return found
  }

  private func inDigits(_ index: Int) -> TextFigure? {
    guard let number = text[index].number, !isName(index) else { return nil }
    return figure(number, at: index..<index + 1)
  }

  /// A number in words, which is a figure where a unit follows: `eighty-five percent`.
  private func spelled(_ index: Int) -> TextFigure? {
    guard text.word(index) != nil, !nameTokens.contains(index),
      let spelled = SpelledNumber(text, at: index)
    else { return nil }
    let figure = figure(spelled.number, at: index..<spelled.end)
    return figure.measure.unit == nil ? nil : figure
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
    let isOfOne = text.isWord(article, .indefinite) || text.word(article) == "one"
    if isOfOne { end = article + 1 }
    let figure = figure(fraction.number, at: index..<end)
    if figure.measure.unit != nil || figure.tokens.upperBound > end { return figure }
    // `half a cup`, `half as much`, `half-full`
    let goesOn = text.word(end) == "as" || text.isSign(end, "-/") && text[end].isGlued
    guard isOfOne ? article > fraction.end : !goesOn else { return nil }
    return self.figure(fraction.number, at: index..<fraction.end)
  }

  func isNameNumber(_ index: Int) -> Bool { names.numbersOfNames.contains(index) }

  private func isName(_ index: Int) -> Bool {
    if isNameNumber(index) || TextSentences.isMarker(text, index) { return true }
    // `GPT-4`, `CO-2`, `4th`.
    if text[index].isGlued, text.isSign(index - 1, "-"), text[index - 1].isGlued,
      text.word(index - 2) != nil
    {
      return true
    }
    return text.isWord(index + 1, .ordinalEnding) && text[index + 1].isGlued
  }

  private func figure(_ written: WrittenFigure, at tokens: Range<Int>) -> TextFigure {
    let index = tokens.lowerBound
    let scale = scale(tokens.upperBound)
    var unit = UnitPhrase(text, at: tokens.upperBound + (scale == nil ? 0 : 1), units: units)
    if text.isSign(index - 1, "$€£¥") { unit.measure = .unknown }
    var figure = TextFigure(
      number: written.scaled(by: (scale ?? 1) * unit.factor), measure: unit.measure,
      manner: manner(before: index), tokens: index..<unit.end)
    figure.hasLabel = unit.hasLabel
    figure.isPerThing = unit.isPerThing || isForEach(from: index, to: unit.end)
    figure.rate = unit.rate
    figure.mayBeYear =
      figure.measure == .bare && figure.number.isWhole
      && (1900...2100).contains(figure.number.value) && figure.number.figures != 1
      && figure.number.readings.count == 1
    figure.isDifference =
      unit.isPoints || text.isDifference(from: index, to: unit.end) || isSigned(index)
    figure.mayBeDifference = figure.isDifference || text.mayBeDifference(from: index, to: unit.end)
    return figure
  }

  /// `+5 %`, `-20 %`, but not the dash of a list or of a range.
  func isSigned(_ index: Int) -> Bool {
    text.isSign(index - 1, "-+") && text[index].isGlued && !text[index - 1].isGlued
      && !text[index - 1].startsLine
  }

  private func scale(_ index: Int) -> Double? {
    guard let token = text.at(index), let word = token.word else { return nil }
    if let scale = NumberWords.scales[word] { return scale }
    if word == "k" { return isKelvin(index) ? nil : 1e3 }
    return token.spelling == "M" && (token.isGlued || isCounted(index + 1)) ? 1e6 : nil
  }

  /// Whether so many things can be spoken of: `1.2 M tokens`, but not `a 2 M solution`.
  private func isCounted(_ index: Int) -> Bool {
    guard text.at(index)?.linesBefore == 0, text.word(index) != nil else { return false }
    return UnitPhrase(text, at: index, units: units).measure.unit != nil || isPlural(index)
  }

  /// `50 K` with nothing after it that so many thousands could be of.
  private func isKelvin(_ index: Int) -> Bool {
    text[index].spelling == "K" && !text[index].isGlued
      && (text.word(index + 1) == nil || text.isWord(index + 1, WordKinds.grammar.union(.plain)))
  }

  private func isPlural(_ index: Int) -> Bool {
    text.word(index).map { $0.singular != $0 } ?? false || text.isWord(index, .plural)
  }

  /// `(2 t each)`, `78 people at 2 t a year`: what one of several things comes to.
  private func isForEach(from start: Int, to end: Int) -> Bool {
    if text.isWord(end, .distributive) { return true }
    guard let before = text.word(start - 1), before == "at" || before == "of" else { return false }
    for place in [start - 2, start - 3] {
      guard let token = text.at(place), token.word != nil, units.meaning(of: token) == nil,
        token.kinds.isDisjoint(with: [.clause, .verb, .being, .percent])
      else { return false }
      if let number = text.at(place - 1)?.number {
        return number.isWhole && isPlural(start - 2) && !isNameNumber(place - 1)
      }
    }
    return false
  }

  private func manner(before index: Int) -> TextFigure.Manner {
    var manner = TextFigure.Manner.plain
    for place in (max(0, index - 3)..<index).reversed() {
      if text.isWord(place, .bound) || text.isSign(place, "<>≤≥") { return .bound }
      if text.isWord(place, .hedge) || text.isSign(place, "~") { manner = .about }
      guard text.word(place) != nil || text.isSign(place, "~(.") else { break }
    }
    return manner
  }
}
