import Formulas

/// One statistic is taken for another, or one number for a column of them.
struct WrongStatistic: ErrorPattern {
  enum Manner: Hashable {
    /// `mean` where the model has another, in the whole or in a part.
    case other(used: String, of: FormulaTree.Origin?)
    /// The average of the rows' ratios, where the ratio of the sums is asked.
    case averageOfRatios
    /// A statistic of the rows where each row is asked for by itself.
    case oneForRows(used: String)
    /// The value of one row where every row is asked for.
    case oneRow(Int)
    /// One row of a column where a number of all rows is asked for.
    case rowForAll(String, Int)
    /// A column where one number of it is asked for.
    case rowsForOne
  }

  let manner: Manner

  static func vary(_ node: Int, in variations: inout Variations) {
    let tree = variations.tree
    let part = tree.nodes[node]
    switch part.kind {
    case .aggregate(let name, let inner):
      let isOfCount = Statistic.named(name)?.countsRows == true
      for other in Statistic.confusable where other != name {
        guard let statistic = Statistic.named(other),
          let number = statistic.value(of: tree.nodes[inner].numbers)
        else { continue }
        let isCount = statistic.countsRows || isOfCount
        let origin = tree.isWhole(node) ? nil : tree.nameable(node)
        variations.add(
          Self(manner: .other(used: other, of: origin)), node,
          bare: [isCount ? number * part.one : number], measured: [number],
          change: statistic.countsRows
            ? variations.power(part.unit, -1) : isCount ? part.unit : .one)
      }
    case .product(let factors):
      // `mean(a / b)` for `sum(a) / sum(b)`.
      guard factors.count == 2, let top = factors.first(where: { !$0.isInverse }),
        let bottom = factors.first(where: \.isInverse), let first = tree.summed(top.node),
        let second = tree.summed(bottom.node), first.count == second.count,
        let ratio = FormulaTree.combined(first, second, { $0 / $1 }),
        let mean = Statistic.named("mean")?.value(of: ratio)
      else { return }
      variations.add(Self(manner: .averageOfRatios), node, bare: [mean])
    case .leaf, .sum, .named, .power, .raised, .call: break
    }
  }

  var cause: Cause { Cause(.aggregate) }
  var rank: Int { 4 }

  func clause(_ wording: CauseWording, isAlone: Bool) -> String {
    switch manner {
    case .other(let used, nil):
      return "it looks like \(Self.statistic(used)), and another figure is asked for"
    case .other(let used, let origin?):
      return "it looks as if \(Self.statistic(used)) stood in the place of \(wording.thing(origin))"
    case .averageOfRatios:
      return
        "it looks like the mean of the rows' quotients, in which a small row weighs as much as a"
        + " large one; the quotient of the sums is asked for"
    case .oneForRows(let used):
      return "it looks like \(Self.statistic(used)) of the rows, and each is asked for by itself"
    case .oneRow(let row):
      let name = wording.rowNames.flatMap { $0.indices.contains(row) ? $0[row] : nil }
      return "it is one value, that of \(name ?? "row \(row)"), and every row is asked for"
    case .rowForAll(let column, let row):
      return "`\(column)[\(row)]` is one row, and a figure of all of them belongs there"
    case .rowsForOne:
      return "each row is right, but one number for all of them is asked for, such as a sum"
    }
  }

  private static func statistic(_ name: String) -> String { Statistic.named(name)?.phrase ?? name }

  var isOfNumbers: Bool { false }

  func isTold(by figures: Int, in search: CauseSearch, _ tree: FormulaTree) -> Bool {
    if case .other = manner { return figures >= CauseSearch.figures.common }
    return figures >= CauseSearch.figures.single
  }
}
