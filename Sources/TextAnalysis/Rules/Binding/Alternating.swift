extension BindingRule {
  /// Figures and names in turn, a figure first, each name with nothing but `,` or `and` before the next
  /// figure: `they need 13 kWh for the Flat, 20 kWh to heat the Farm and 7 kWh at the Villa`.
  static let alternating = BindingRule(name: "in turn with names") { binder, figure in
    let text = binder.text
    guard let place = figure.rivals.firstIndex(of: figure.tokens), figure.names.count > 1,
      figure.rivals.count <= figure.names.count + 1
    else { return .silent }
    let between: WordKinds = [
      .coordinating, .hedge, .focus, .article, .preposition, .bound, .comparative, .not,
    ]
    let names = figure.names.map { binder.mentions[$0] }
    for (index, name) in names.enumerated() {
      guard figure.rivals.indices.contains(index), name.group.count == 1,
        figure.rivals[index].upperBound <= name.tokens.lowerBound,
        name.tokens.lowerBound - figure.rivals[index].upperBound <= 6
      else { return .silent }
      // Two in turn suffice, whatever comes after them.
      if index == place, index > 0 { return .row(RowBinding(row: name.row, isTight: false)) }
      guard index + 1 < figure.rivals.count else { continue }
      guard name.tokens.upperBound <= figure.rivals[index + 1].lowerBound,
        case let gap = name.tokens.upperBound..<figure.rivals[index + 1].lowerBound,
        gap.contains(where: { text.isSign($0, ",;") || text.isWord($0, .coordinating) }),
        gap.allSatisfy({
          text.isSign($0, ",;~") || text[$0].word != nil && text[$0].kinds.isEmpty
            || text.isWord($0, between)
        })
      else { return .silent }
      if index == place { return .row(RowBinding(row: name.row, isTight: false)) }
    }
    // The last one's name is not known.
    return place == names.count ? .open : .silent
  }
}
