import Quantities

/// Finds the figures of a text, in digits or in words. Numbers in names, of lists and of counted
/// things are none.
struct FigureReader {
  let text: TextTokens
  private let names: NumberedNames
  let units: UnitVocabulary
  /// Tokens of names such as `model three`.
  private let nameTokens: Set<Int>

  init(_ text: TextTokens, names: NumberedNames, units: UnitVocabulary) {
    self.text = text
    self.names = names
    self.units = units
    nameTokens = Set(names.mentions.flatMap(\.tokens))
  }

  func figures() -> [TextFigure] {
    var found: [TextFigure] = []
    var index = 0
    while index < text.indices.upperBound {
      guard text[index].number != nil || text[index].mayBeginNumber else {
        index += 1
        continue
      }
      if let figure = fraction(index) ?? spoken(index) ?? inDigits(index) {
        index = figure.tokens.upperBound
        // `in 1960` is a year; a number like that alone may be.
        if figure.marked(.year), text.isWord(figure.tokens.lowerBound - 1, .beforeYear) { continue }
        if let whole = found.last.flatMap({ compound($0, figure) }) {
          found[found.count - 1] = whole
        } else {
          found.append(figure)
        }
      } else {
        index += 1
      }
    }
    joinRanges(&found)
    markOperands(&found)
    shareUnits(&found)
    shareManner(&found)
    inheritUnits(&found)
    return found
  }

  private func inDigits(_ index: Int) -> TextFigure? {
    guard let number = text[index].number, !isName(index) else { return nil }
    if let clock = clock(number, index) { return clock }
    var end = index + 1
    // `(9.64 ± 0.03) m/s²`
    if text.isSign(end, "±"), text.at(end + 1)?.number != nil {
      end += text.isSign(index - 1, "(") && text.isSign(end + 2, ")") ? 3 : 2
    }
    return figure(number, at: index..<end)
  }

  /// A number in words, which is a figure where a unit follows: `eighty-five percent`.
  private func spoken(_ index: Int) -> TextFigure? {
    guard text.word(index) != nil, !nameTokens.contains(index),
      let spoken = SpokenNumber(text, at: index)
    else { return nil }
    let figure = figure(spoken.number, at: index..<spoken.end)
    let isMeant = figure.forms[0].unit != nil || figure.marked(.ratio) || !spoken.number.isWhole
    return isMeant || spoken.number.value > 12 ? figure : nil
  }

  /// A number with a fraction, which may be one without a unit: `half`, `two and a half tonnes`.
  private func fraction(_ index: Int) -> TextFigure? {
    guard
      let fraction = SpokenFraction(
        text, at: index,
        isName: { nameTokens.contains($0) || text[$0].number != nil && isName($0) })
    else { return nil }
    var end = fraction.end
    // `half a tonne`, `three quarters of an hour`, `half a million tonnes`
    let article = text.saysOf(end) ? end + 1 : end
    let isOfOne = text.isWord(article, .indefinite) || text.word(article) == "one"
    if isOfOne { end = article + 1 }
    let figure = figure(fraction.number, at: index..<end)
    if figure.forms[0].unit != nil || figure.tokens.upperBound > end { return figure }
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
    let unit = UnitPhrase(text, at: tokens.upperBound + (scale?.length ?? 0), units: units)
    var figure = TextFigure(
      number: written.scaled(by: scale?.factor ?? 1), forms: unit.forms,
      manner: manner(before: index),
      tokens: index..<unit.end)
    if figure.forms[0].unit.map({ $0 == .one || figure.forms[0].isCount }) ?? true,
      let money = money(before: index)
    {
      figure.forms = [money]
    }
    if unit.hasLabel { figure.marks.insert(.labelled) }
    if unit.isPerThing { figure.marks.insert(.perThing) }
    if isForEach(from: index, to: unit.end) { figure.marks.insert(.ofEach) }
    if figure.isBare, figure.number.isWhole, (1900...2100).contains(figure.number.value),
      figure.number.figures != 1, figure.number.readings.count == 1
    {
      figure.marks.insert(.year)
    }
    figure.sign = sign(before: index)
    if figure.isBare || figure.forms[0].unit == .one, isTimes(unit.end) {
      figure.marks.insert(.ratio)
    }
    // A share with a sign is a change; any other value may be below zero.
    let isChange = figure.sign != 0 && figure.forms[0].unit.map { $0.dimension == .one } ?? true
    if unit.isPoints || isChange || isDifference(from: index, to: unit.end) {
      figure.marks.formUnion([.difference, .nearDifference])
    } else if mayBeDifference(from: index, to: unit.end) {
      figure.marks.insert(.nearDifference)
    }
    return figure
  }

  // MARK: What stands before and after

  /// `€ 3`, `CHF 12.50`
  private func money(before index: Int) -> TextFigure.Form? {
    guard let token = text.at(index - 1), token.linesBefore == 0 || token.startsLine else {
      return nil
    }
    if let sign = token.sign {
      return units.money(sign)
    }
    let codes: Set = ["CHF", "EUR", "USD", "Fr", "fr", "Frs"]
    guard codes.contains(token.spelling), token.kinds.isEmpty else { return nil }
    return units.meaning(of: token, text.lexicon).map { .init(measure: .unit($0.unit)) }
  }

  /// Of `+5 %`, `minus 20 %`, but not of the dash of a list or of a range.
  func sign(before index: Int) -> Double {
    // `the first one's protein minus 4.4 g` is a difference.
    if text.isWord(index - 1, .minus) {
      return text.word(index - 2) != nil && text[index - 2].kinds.isEmpty ? 0 : -1
    }
    guard text.isSign(index - 1, "-+"), text[index].isGlued, !text[index - 1].isGlued,
      !text[index - 1].startsLine || text.at(index - 2) == nil
    else { return 0 }
    return text.isSign(index - 1, "-") ? -1 : 1
  }

  private func isTimes(_ end: Int) -> Bool {
    text.isWord(end, .times) || text.isSign(end, "×")
      || text.isSign(end, "-") && text.isWord(end + 1, .times)
      || text.word(end) == "x" && (text.at(end + 1)?.number == nil)
      || text.word(end) == "mal"
  }

  private func scale(_ index: Int) -> (factor: Double, length: Int)? {
    guard let token = text.at(index), let word = token.word else { return nil }
    if let scale = token.meaning?.scale {
      // `Mio. m³`
      let isShortened =
        text.isSign(index + 1, ".") && text[index + 1].isGlued && word.utf8.count < 4
      return (scale, isShortened ? 2 : 1)
    }
    if word == "k" { return isKelvin(index) ? nil : (1e3, 1) }
    return token.spelling == "M" && (token.isGlued || isCounted(index + 1)) ? (1e6, 1) : nil
  }

  /// Whether so many things can be spoken of: `1.2 M tokens`, but not `a 2 M solution`.
  private func isCounted(_ index: Int) -> Bool {
    guard text.at(index)?.linesBefore == 0, text.word(index) != nil else { return false }
    return UnitPhrase(text, at: index, units: units).forms[0].unit != nil || isPlural(index)
  }

  /// `50 K` with nothing after it that so many thousands could be of.
  private func isKelvin(_ index: Int) -> Bool {
    text[index].spelling == "K" && !text[index].isGlued
      && (text.word(index + 1) == nil || text.isWord(index + 1, WordKinds.grammar.union(.plain)))
  }

  private func isPlural(_ index: Int) -> Bool {
    text.at(index)?.known.map { $0.singular != $0.text } ?? false || text.isWord(index, .plural)
  }

  /// `(2 t each)`, `78 people at 2 t a year`: what one of several things comes to.
  private func isForEach(from start: Int, to end: Int) -> Bool {
    if text.isWord(end, .distributive), text.word(end) != "je" { return true }
    guard let before = text.word(start - 1), before == "at" || before == "of" else { return false }
    for place in [start - 2, start - 3] {
      guard let token = text.at(place), token.word != nil,
        units.meaning(of: token, text.lexicon) == nil,
        token.kinds.isDisjoint(with: [.clause, .verb, .being, .percent])
      else { return false }
      if text.meaning(place - 1)?.cardinal ?? 0 > 1 { return true }
      if let number = text.at(place - 1)?.number {
        return number.isWhole && isPlural(start - 2) && !isNameNumber(place - 1)
      }
    }
    return false
  }

  func manner(before index: Int) -> TextFigure.Manner {
    var manner = TextFigure.Manner.plain
    for place in (max(0, index - 3)..<index).reversed() {
      // `under 60 mm`, but not `a bit under` with a pause.
      if text.isWord(place, .bound) || text.isSign(place, "<>≤≥") {
        // `a bit less than 2 %` is about 2 %.
        let isNear = (place - 3..<place).contains {
          ["bit", "slightly", "just", "little", "peu", "etwas"].contains(text.word($0))
        }
        return isNear ? .about : .bound
      }
      if text.isWord(place, .hedge) || text.isSign(place, "~") { manner = .about }
      guard text.word(place) != nil || text.isSign(place, "~(.") else { break }
    }
    return manner
  }

  // MARK: Differences

  private static let nearDifference: WordKinds = [.difference, .change]

  /// Whether a figure is by how much something differs: `8 t more`, `400 mL short`, `twice 8 t`.
  func isDifference(from start: Int, to end: Int) -> Bool {
    // `9 mm above the limit`, but not `8 t, more` and not `5 kg over 3 years`.
    if text.isWord(end, [.comparative, .difference]), !text.isWord(end, .pronoun) { return true }
    if text.word(end) == "away" { return text.word(end + 1) == "from" }
    if text.isWord(end, .beforeDifference), !text.isWord(end, [.verb, .preposition]),
      text.word(end) != "plus"
    {
      return true
    }
    if text.word(end) == "too", text.word(end + 1).map({ !$0.isEmpty }) == true { return true }
    var place = start - 1
    while place >= start - 3, text.isWord(place, [.hedge, .focus, .article]) { place -= 1 }
    if text.isSign(place, "~") { place -= 1 }
    return text.isWord(place, .beforeDifference)
      || text.isWord(place, .belonging) && text.isWord(place - 1, Self.nearDifference)
  }

  /// Whether such a word stands within a few of it.
  private func mayBeDifference(from start: Int, to end: Int) -> Bool {
    func goesOn(_ place: Int) -> Bool { text.at(place) != nil && !text.isSign(place, ".;!?|") }
    return (max(0, start - 4)..<start).reversed().prefix(while: goesOn).contains {
      text.isWord($0, Self.nearDifference.union(.beforeDifference))
    }
      || (end..<end + 3).prefix(while: goesOn).contains {
        text.isWord($0, Self.nearDifference.union(.comparative))
      }
  }
}
