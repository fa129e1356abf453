/// Figures that share a unit, which is written once.
extension FigureReader {
  // MARK: Ranges

  /// Gives the first end of `70-80 t` and `from 70 to 80 t` the unit of the second.
  func joinRanges(_ figures: inout [TextFigure]) {
    for place in figures.indices.dropFirst() {
      let gap = figures[place - 1].tokens.upperBound..<figures[place].tokens.lowerBound
      guard gap.count == 1 else { continue }
      let first = figures[place - 1]
      let second = figures[place]
      let isSpan = text.isSign(gap.lowerBound, "-") || text.isWord(gap.lowerBound, .span)
      let isBetween =
        text.word(gap.lowerBound) == "and" && text.word(first.tokens.lowerBound - 1) == "between"
      guard isSpan || isBetween, first.measure == .bare || first.measure == second.measure else {
        continue
      }
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
    case instead  // `198 instead of 294 t`
    case against  // `198 against 294 t`
    case and  // `3.6 and 0.83 MWh`
    case comma  // `2.1, 3.6 and 0.83 MWh`
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
      // A comma alone joins nothing: `85.2, 157 t`.
      if joint == .comma, next.borrowed == nil { continue }
      if joint == .instead {
        figures[place].measure = shared
        figures[place].hasLabel = next.hasLabel
        figures[place].mayBeYear = false
      } else {
        figures[place].borrowed = shared
        figures[place].isListed = joint != .and
        if joint == .comma { figures[place + 1].isListed = true }
      }
      figures[place].rate = next.rate
    }
  }

  private func joint(_ gap: Range<Int>) -> Joint? {
    guard (1...4).contains(gap.count) else { return nil }
    // Words before a number do not part it from another.
    let said = gap.filter {
      !text.isWord($0, [.hedge, .focus]) && text.word($0) != "the" && !text.isSign($0, "~")
    }.map { text.word($0) ?? text[$0].sign.map { String($0) } ?? "?" }
    if said == [","] { return .comma }
    switch said.drop(while: { $0 == "," }).joined(separator: " ") {
    case "instead of", "rather than", "not", "and not": return .instead
    case "against", "vs", "vs .", "versus", "compared to", "compared with": return .against
    case "and", "or", "&", "respectively": return .and
    default: return nil
    }
  }
}
