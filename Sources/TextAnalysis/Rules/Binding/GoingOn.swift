extension FigureScene {
  static let goingOn = "goes on with another quantity"

  /// The row of the figure before, of which another quantity is told: `the Flat flies 13 min and
  /// charges for 40 min`, `the Farm pays 571 CHF a month and 4299 CHF of interest`. What figures may
  /// be has to be known, so that this is no rule of the binder's.
  func goingOn(_ index: Int, after last: RowBinding?) -> RowBinding? {
    guard let last, index > 0, isAboutRows else { return nil }
    let (before, figure) = (figures[index - 1], figures[index])
    let gap = text.gap(before.tokens, figure.tokens)
    let after = (figure.tokens.upperBound..<figure.tokens.upperBound + 3).prefix {
      text.word($0) != nil
    }
    guard sentence(of: before) == sentence(of: figure),
      !figure.marked([.setAside, .difference, .ratio, .operand, .ofEach]),
      !gap.contains(where: {
        text.isWord($0, [.versus, .contrast, .comparative]) || text.isSign($0, ";")
      }),
      // `its accuracy is lower, 81 % against 78 %`, `and 78 % accuracy is enough`
      !after.contains(where: { text.isWord($0, [.versus, .instead, .being]) }),
      !binder.mentions.contains(where: { gap.contains($0.tokens.lowerBound) }),
      let told = told(of: figure)?.formulas, !told.isEmpty,
      told.isDisjoint(with: self.told(of: before)?.formulas ?? formulas(for: before)),
      candidates.contains(where: { $0.row == last.row && told.contains($0.formula) })
    else { return nil }
    return RowBinding(row: last.row, isTight: false, rule: Self.goingOn)
  }
}
