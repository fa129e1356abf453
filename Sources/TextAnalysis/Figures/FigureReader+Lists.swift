import Quantities

extension FigureReader {
  // MARK: Two numbers that are one

  /// `3:20 h` and `3h20`.
  func clock(_ hours: WrittenFigure, _ index: Int) -> TextFigure? {
    guard hours.isWhole, let hour = units.lookup("h") else { return nil }
    var minutes: Double?
    var end = index + 2
    if let word = text.word(index + 1), text[index + 1].isGlued, word.first == "h", word.count == 3
    {
      minutes = Double(word.dropFirst())
    } else if text.isSign(index + 1, ":"), text[index + 1].isGlued,
      let small = text.at(index + 2)?.smallNumber, text[index + 2].isGlued, small < 60,
      let unit = text.at(index + 3).flatMap({ units.meaning(of: $0, text.lexicon)?.unit }),
      unit == hour
    {
      minutes = Double(small)
      end = index + 4
    }
    guard let minutes, minutes < 60 else { return nil }
    return TextFigure(
      number: .init(value: hours.value + minutes / 60, step: 1.0 / 60, figures: 3),
      forms: [.init(measure: .unit(hour))], manner: manner(before: index), tokens: index..<end)
  }

  /// `3 h 20 min`, `5 kg and 300 g`.
  func compound(_ large: TextFigure, _ small: TextFigure) -> TextFigure? {
    let gap = large.tokens.upperBound..<small.tokens.lowerBound
    guard gap.isEmpty || gap.count == 1 && text.isWord(gap.lowerBound, .coordinating),
      let unit = large.forms[0].unit, let other = small.forms[0].unit, unit != other,
      large.number.isWhole, !large.marked(.difference), small.sign == 0,
      let conversion = other.conversion(to: unit), case let ratio = conversion.apply(1),
      ratio < 0.5,
      case let part = conversion.apply(small.number.value), part < 1
    else { return nil }
    var whole = large
    whole.number = .init(
      value: large.number.value + part, step: small.number.readings[0].step * ratio, figures: 3)
    whole.tokens = large.tokens.lowerBound..<small.tokens.upperBound
    whole.marks.formUnion(small.marks)
    return whole
  }

  /// Gives the first end of `70-80 t` and `from 70 to 80 t` the unit of the second.
  func joinRanges(_ figures: inout [TextFigure]) {
    for place in figures.indices.dropFirst() {
      let gap = figures[place - 1].tokens.upperBound..<figures[place].tokens.lowerBound
      guard gap.count == 1 else { continue }
      let (first, second) = (figures[place - 1], figures[place])
      let isSpan = text.isSign(gap.lowerBound, "-") || text.isWord(gap.lowerBound, .span)
      let isBetween =
        text.isWord(gap.lowerBound, .coordinating)
        && text.isWord(first.tokens.lowerBound - 1, .between)
      guard isSpan || isBetween, first.isBare || first.measure == second.measure else { continue }
      figures[place - 1].forms = second.forms
      figures[place - 1].marks.formUnion(second.marks.intersection(.labelled))
      for end in [place - 1, place] {
        figures[end].marks.insert(.range)
        figures[end].sign = 0
        // The dash is no sign.
        let isDifference = isDifference(from: first.tokens.lowerBound, to: second.tokens.upperBound)
        if !isDifference { figures[end].marks.remove(.difference) }
      }
    }
  }

  // MARK: Computations

  /// Marks what is computed with; the result stands behind a sign.
  func markOperands(_ figures: inout [TextFigure]) {
    for figure in figures {
      guard let start = text.computation(before: figure.tokens.lowerBound) else { continue }
      for place in figures.indices
      where figures[place].tokens.lowerBound >= start
        && figures[place].tokens.upperBound < figure.tokens.lowerBound
      {
        figures[place].marks.insert(.operand)
      }
    }
  }

  // MARK: Lists that share a unit

  /// Words between two figures, one of which has its unit from the other.
  private enum Joint {
    case instead  // `198 instead of 294 t`
    case against  // `198 against 294 t`
    case and  // `3.6 and 0.83 MWh`
    case comma  // `2.1, 3.6 and 0.83 MWh`
  }

  /// Gives a bare number the unit of the figure that it is joined to.
  func shareUnits(_ figures: inout [TextFigure]) {
    for place in figures.indices.dropLast().reversed() {
      let next = figures[place + 1]
      let gap = figures[place].tokens.upperBound..<next.tokens.lowerBound
      guard let joint = joint(gap) ?? jointBeforeName(gap) else { continue }
      if joint == .instead { figures[place + 1].marks.insert(.setAside) }
      let shared = next.marked(.borrowed) ? Array(next.forms.dropFirst()) : next.forms
      guard figures[place].forms == [.bare], shared.contains(where: { $0.unit != nil }) else {
        continue
      }
      // A comma alone joins nothing: `85.2, 157 t`.
      if joint == .comma, !next.marked(.borrowed) { continue }
      if joint == .instead {
        figures[place].forms = shared
        figures[place].marks.remove(.year)
        figures[place].marks.formUnion(next.marks.intersection(.labelled))
      } else {
        figures[place].forms = [.bare] + shared
        figures[place].marks.insert(.borrowed)
        if joint != .and { figures[place].marks.insert(.listed) }
        if joint == .comma { figures[place + 1].marks.insert(.listed) }
      }
    }
  }

  /// Gives a bare number that counts nothing the unit that was said before it in its sentence: `Flat
  /// 5 kWh, Farm 9`, `in grams: Flat 5, Farm 9`.
  func inheritUnits(_ figures: inout [TextFigure]) {
    var stated: [TextFigure.Form] = []
    // That of a line above a list: `Carbon (t):`.
    var heading: [TextFigure.Form] = []
    var place = 0
    for index in text.indices {
      if text[index].startsLine {
        if text.isSign(index - 1, ":") { heading = stated }
        if !text.isSign(index, "-*•+") { heading = [] }
        stated = heading
      } else if text.isSign(index, ".!?;|") {
        stated = []
      }
      if let unit = statedUnit(index) { stated = unit }
      guard place < figures.count, figures[place].tokens.lowerBound == index else { continue }
      let figure = figures[place]
      if figure.forms[0].unit != nil, !figure.marked(.ratio) {
        stated = figure.forms
      } else if figure.forms == [.bare], !stated.isEmpty,
        !figure.marked([.year, .ratio, .difference]),
        // `for 14 days (440 CHF) and the other for 10 (378 CHF)`
        !(text.isSign(figure.tokens.upperBound, "(")
          && text.at(figure.tokens.upperBound + 1)?.number != nil),
        let unit = stated[0].unit, unit.dimension != .one || stated[0].factor == 1,
        text.word(figure.tokens.upperBound) == nil
          || text.isWord(figure.tokens.upperBound, .grammar)
            && !text.isWord(figure.tokens.upperBound, [.hedge, .having, .verb])
      {
        figures[place].forms = [.bare] + stated
        figures[place].marks.insert(.inherited)
      }
      place += 1
    }
  }

  /// A unit that is said for the numbers to come: `in grams:`, `mass (kg):`.
  private func statedUnit(_ index: Int) -> [TextFigure.Form]? {
    let isIn = text.word(index).map { $0 == "in" || $0 == "en" } ?? false
    guard isIn || text.isSign(index, "(") && text.word(index - 1) != nil,
      text.at(index + 1)?.word != nil
    else { return nil }
    let phrase = UnitPhrase(text, at: index + 1, units: units)
    guard phrase.forms[0].unit != nil, text.isSign(phrase.end, isIn ? ":,)" : ")") else {
      return nil
    }
    return phrase.forms
  }

  /// Of a list in which each figure stands behind its name: `copper 0.37 and lead 0.12 J`.
  private func jointBeforeName(_ gap: Range<Int>) -> Joint? {
    guard (2...5).contains(gap.count), text[gap.lowerBound].linesBefore == 0 else { return nil }
    let names = gap.dropFirst(text.isSign(gap.lowerBound, ",") && gap.count > 2 ? 2 : 1)
    let isAnd = text.isWord(names.lowerBound - 1, .coordinating)
    let first = isAnd ? names.lowerBound : gap.lowerBound + 1
    let isName = (first..<gap.upperBound).allSatisfy {
      text.word($0) != nil && (text[$0].kinds.isEmpty || text.isWord($0, [.article, .hedge]))
    }
    guard isName, isAnd || text.isSign(gap.lowerBound, ",") else { return nil }
    return isAnd ? .and : .comma
  }

  /// `about 5, 3 and 7 percent`: what is said of the first is said of all.
  func shareManner(_ figures: inout [TextFigure]) {
    for place in figures.indices.dropFirst() where figures[place].manner == .plain {
      let gap = figures[place - 1].tokens.upperBound..<figures[place].tokens.lowerBound
      if let joint = joint(gap), joint == .and || joint == .comma {
        figures[place].manner = figures[place - 1].manner
      }
    }
  }

  private func joint(_ gap: Range<Int>) -> Joint? {
    guard (1...4).contains(gap.count) else { return nil }
    // Words before a number do not part it from another.
    let said = gap.filter {
      !text.isWord($0, [.hedge, .focus, .article]) && !text.isSign($0, "~")
    }.map { text.word($0) ?? text[$0].sign.map { String($0) } ?? "?" }
    if said == [","] { return .comma }
    switch said.drop(while: { $0 == "," }).joined(separator: " ") {
    case "instead of", "rather than", "not", "and not", "statt", "anstatt", "au lieu de",
      "plutot que", "plutot qu'", "et non":
      return .instead
    case "against", "vs", "vs .", "versus", "compared to", "compared with", "contre", "gegen",
      "gegenuber":
      return .against
    case "and", "or", "&", "respectively", "et", "ou", "und", "oder", "bzw", "bzw .": return .and
    default: return nil
    }
  }
}
