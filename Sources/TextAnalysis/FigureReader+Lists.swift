/// Figures that share a unit, which is written once.
extension FigureReader {
  // MARK: Ranges

  /// Gives the first end of `70-80 t` and `from 70 to 80 t` the unit of the second.
  func joinRanges(_ figures: inout [TextFigure]) {
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

  // MARK: Lists

  /// Words between two figures, one of which has its unit from the other.
  private enum Joint {
    /// `198 instead of 294 t`
    case instead
    /// `198 against 294 t`
    case against
    /// `3.6 and 0.83 MWh`
    case and
    /// `2.1, 3.6 and 0.83 MWh`
    case comma
  }

  /// Gives a bare number the unit of the figure that it is joined to.
  func shareUnits(_ figures: inout [TextFigure]) {
    for place in figures.indices.dropLast().reversed() {
      let next = figures[place + 1]
      guard let joint = joint(figures[place].tokens.upperBound..<next.tokens.lowerBound) else {
        continue
      }
      if joint == .instead { figures[place + 1].isSetAside = true }
      let shared = next.borrowed ?? next.measure
      guard figures[place].measure == .bare, shared.unit != nil else { continue }
      switch joint {
      case .instead:
        figures[place].measure = shared
        figures[place].hasLabel = next.hasLabel
        figures[place].mayBeYear = false
      case .against:
        figures[place].borrowed = shared
        figures[place].isListed = true
      case .and: figures[place].borrowed = shared
      case .comma:
        // A comma alone joins nothing: `85.2, 157 t`.
        guard next.borrowed != nil else { continue }
        figures[place].borrowed = shared
        figures[place].isListed = true
        figures[place + 1].isListed = true
      }
      figures[place].rate = next.rate
    }
  }

  private func joint(_ gap: Range<Int>) -> Joint? {
    guard (1...4).contains(gap.count) else { return nil }
    let said = gap.compactMap { index -> String? in
      let word = text.word(index) ?? text[index].sign.map { String($0) } ?? "?"
      return Self.silent.contains(word) ? nil : word
    }
    switch said {
    case ["instead", "of"], [",", "instead", "of"], ["rather", "than"], [",", "rather", "than"],
      ["not"], [",", "not"], [",", "and", "not"]:
      return .instead
    case ["against"], ["vs"], ["vs", "."], ["versus"], ["compared", "to"], ["compared", "with"]:
      return .against
    case ["and"], [",", "and"], ["or"], ["&"], ["respectively"]: return .and
    case [","]: return .comma
    default: return nil
    }
  }

  /// Words before a number that do not part it from another.
  private static let silent: Set<String> = [
    "about", "almost", "approximately", "around", "nearly", "only", "roughly", "the", "~",
  ]

  // MARK: For each

  /// `(2 t each)`, `78 people at 2 t a year`: what one of several things comes to.
  func isForEach(from start: Int, to end: Int) -> Bool {
    if let word = text.word(end), word == "each" || word == "apiece" { return true }
    guard let before = text.word(start - 1), before == "at" || before == "of" else { return false }
    for place in [start - 2, start - 3] {
      guard text.word(place).map({ !Self.unlikeThings.contains($0) }) ?? false else { return false }
      if let number = text.at(place - 1)?.number {
        return number.isWhole && isPlural(start - 2) && !isNameNumber(place - 1)
      }
    }
    return false
  }

  private func isPlural(_ index: Int) -> Bool {
    text.word(index).map { $0 == "people" || TextTokens.singular($0) != $0 } ?? false
  }

  /// Words after a number that count no things.
  private static let unlikeThings: Set<String> = [
    "and", "but", "has", "is", "percents", "points", "t", "tons", "tonnes", "hours", "years",
  ]
}
