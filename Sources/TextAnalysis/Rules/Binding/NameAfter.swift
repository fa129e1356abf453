extension BindingRule {
  /// A name right after a figure: `87.4 % for the Flat`, `85.2 % (Flat)`.
  static let nameAfter = BindingRule(name: "name after it") { binder, figure in
    binder.nameAfter(figure.tokens, figure).map { .row($0) } ?? .silent
  }

  /// A figure that goes with the next, after which a name stands: `71.5 t and 78.4 % for the Flat`,
  /// `9600 kWh and a COP of 2.5 for the Farm`. Whose it is stays open.
  static let goesWithNext = BindingRule(name: "with the next") { binder, figure in
    let text = binder.text
    guard let next = figure.all.first(where: { $0.lowerBound >= figure.tokens.upperBound }),
      binder.nameAfter(next, figure, amongRivals: false) != nil
    else { return .silent }
    if binder.isJoined(figure.tokens, to: [next]) { return .open }
    let gap = figure.tokens.upperBound..<next.lowerBound
    let goesWith =
      gap.count <= 6 && text.isWord(gap.lowerBound, [.coordinating, .having])
      && gap.allSatisfy { text[$0].word != nil } && !binder.isNamed(in: gap, figure)
    return goesWith ? .open : .silent
  }
}

extension RowBinder {
  func nameAfter(
    _ tokens: Range<Int>, _ figure: Figure, amongRivals: Bool = true
  ) -> RowBinding? {
    // `81 % with the Flat`, where no name stands before
    let isFirst =
      nameBefore(figure).map { mentions[$0].tokens.upperBound < tokens.lowerBound - 8 } ?? true
    func leads(_ index: Int) -> Bool {
      text.isWord(index, [.belonging, .around]) || text.isSign(index, "(")
        || text.isWord(index, .having) && text.isWord(index, .preposition)
          && (isFirst || text.isSign(tokens.lowerBound - 1, ",")
            || text.isWord(tokens.lowerBound - 1, .coordinating))
    }
    let between = (tokens.upperBound..<tokens.upperBound + 4).prefix {
      leads($0) || text.isWord($0, .article)
    }
    // `4.5 h plane, 8.5 h train`
    let isListed =
      between.isEmpty
      && (tokens.lowerBound == 0 || text.isSign(tokens.lowerBound - 1, ",;(")
        || text[tokens.lowerBound].startsLine)
    guard isListed || between.contains(where: leads),
      let place = figure.names.first(where: { mentions[$0].tokens.lowerBound == between.endIndex }),
      mentions[place].group.count == 1,
      // `198 t (model 2: 294 t)`
      case let bracket = between.lazy.compactMap({ self.brackets.opened(at: $0) }).first ?? 0..<0,
      !amongRivals || !figure.rivals.contains(where: { bracket.contains($0.lowerBound) })
    else { return nil }
    return RowBinding(row: mentions[place].row, isTight: true)
  }
}
