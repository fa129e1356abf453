import Formulas
import Quantities

/// Looks for the slip that turns a model answer into a student's value.
///
/// Every part of the model answer is varied as people vary it by mistake, and the whole is
/// computed anew. A slip is named only where it gives the student's value on every row; where
/// several do, the likeliest is, and two that are equally likely are both.
struct CauseSearch {
  private let answer: Reference.Answer
  private let submission: Submission
  private let units: UnitSystem
  /// The model answer on the model's own values, then on the student's earlier answers.
  private let models: [(tree: ModelFormula, scope: ModelScope)]

  /// What was found: one slip, two that explain it equally well, or two that go together.
  enum Finding {
    case one(Slip)
    case either([Slip])
    case both(Slip, Slip)
  }

  /// Symbols of the units of the model answer's parts.
  var symbols: [String] {
    guard let tree = models.first?.tree else { return [] }
    return tree.nodes.compactMap { node in
      guard case .name(let name) = node.origin else { return nil }
      return (models[0].scope.statedUnit(of: name) ?? models[0].scope.value(of: name)?.unit).map {
        units.symbol(of: $0)
      }
    }
  }

  /// Figures that a typed number needs before it can be explained: for the common slips, for all
  /// single ones, for a conversion together with another slip, and for any two.
  static let figures = (common: 3, single: 4, conversionPair: 4, pair: 6)

  init(
    _ answer: Reference.Answer, _ submission: Submission, scopes: [ModelScope],
    in units: UnitSystem
  ) {
    self.answer = answer
    self.submission = submission
    self.units = units
    models = scopes.compactMap { scope in
      ModelFormulaBuilder.tree(of: answer, in: scope).map { ($0, scope) }
    }
  }

  private struct Match {
    var slip: Slip
    var disagreement: Int
    var model: Int

    func isBetter(than other: Match) -> Bool {
      (disagreement, slip.rank, -model) < (other.disagreement, other.slip.rank, -other.model)
    }
  }

  func finding() -> Finding? {
    let figures = submission.figures ?? Int.max
    var variations: [[Variation]] = []
    var matches: [Match] = []
    for (place, model) in models.enumerated() {
      let all = Variations(of: model.tree, question: answer.question, in: model.scope).all
      variations.append(all)
      for variation in all
      where isEnough(figures, for: variation.slip, model.tree) && explains(variation, model.tree) {
        let disagreement = submission.disagreement(with: variation, in: model.tree, model.scope)
        guard disagreement < Submission.contradiction else { continue }
        matches.append(Match(slip: variation.slip, disagreement: disagreement, model: place))
      }
    }
    if let finding = best(of: matches) { return finding }
    guard figures >= Self.figures.conversionPair else { return nil }
    for (place, model) in models.enumerated().reversed() {
      if let pair = pair(model.tree, model.scope, variations[place], figures) { return pair }
    }
    return nil
  }

  /// The fewer the figures, the fewer slips may be tried, or chance would name one.
  private func isEnough(_ figures: Int, for slip: Slip, _ tree: ModelFormula) -> Bool {
    if figures >= Self.figures.single { return true }
    switch slip {
    case .scale(let factor):
      // 0.45 W for 450 W: the model's own figures, and a prefix of the unit between them.
      if case .leaf = tree.nodes[tree.root].kind, [1000, 1e-3].contains(factor) {
        return submission.isExactly(tree.value.map { $0 * factor })
      }
      return figures >= Self.figures.common && Conversions.isCommon(factor)
    case .sign(nil): return submission.isExactly(tree.value.map { -$0 })
    case .factorMissing, .inverted, .percent, .sign, .termMissing:
      return figures >= Self.figures.common
    case .aggregate, .averageOfRatios, .factorExtra, .invertedFactor, .invertedQuotient,
      .oneForRows, .otherColumn, .otherName, .rowsForOne, .termTwice:
      return false
    }
  }

  /// One number where a column is asked for, or a column where one number is: the statistic that
  /// makes the one of the other.
  func findingOfShape() -> Finding? {
    guard submission.figures ?? .max >= Self.figures.single else { return nil }
    for (tree, _) in models {
      for name in Aggregation.names where name != "count" {
        if submission.measured.count == 1, tree.value.count > 1,
          let number = Aggregation.value(name, tree.value),
          submission.matches([number], isBare: true)
            || (hasUnit(tree, .one) && submission.matches([number], isBare: false))
        {
          return .one(.oneForRows(used: name))
        }
        if submission.measured.count > 1, tree.value.count == 1,
          let number = Aggregation.value(name, submission.bare ?? submission.measured),
          abs(number - tree.value[0]) <= Submission.computed * abs(number)
        {
          return .one(.rowsForOne)
        }
      }
    }
    return nil
  }

  /// The one factor with the very dimension that the student's value lacks, where the formula
  /// does not have it; nil where there is none or several.
  func factorOfMissingDimension() -> Slip? {
    guard let (tree, scope) = models.first else { return nil }
    var found: Set<ModelFormula.Origin> = []
    for variation in Variations(of: tree, question: answer.question, in: scope).all {
      guard case .factorMissing(let origin) = variation.slip, origin.names != [],
        submission.disagreement(with: variation, in: tree, scope) == 0,
        let change = tree.unitChange(variation.change, of: variation.node, in: units),
        change != .one, hasUnit(tree, change)
      else { continue }
      found.insert(origin)
    }
    return found.count == 1 ? found.first.map { .factorMissing($0) } : nil
  }

  private func explains(_ variation: Variation, _ tree: ModelFormula) -> Bool {
    if submission.bare != nil, submission.hasUnitAsked || variation.slip.isOfNumbers,
      let whole = tree.value(replacing: variation.node, by: variation.bare),
      submission.matches(whole, isBare: true), !isRight(whole, tree),
      !Variations.isSame(whole, tree.value)
    {
      return true
    }
    guard let change = tree.unitChange(variation.change, of: variation.node, in: units),
      hasUnit(tree, change),
      let whole = tree.value(replacing: variation.node, by: variation.measured)
    else { return false }
    return submission.matches(whole, isBare: false)
      && (change != .one || !isRight(whole, tree) && !Variations.isSame(whole, tree.value))
  }

  private func hasUnit(_ tree: ModelFormula, _ change: UnitID) -> Bool {
    guard let product = try? units.product(tree.nodes[tree.root].unit, change) else { return false }
    return units.dimension(of: product.unit) == units.dimension(of: submission.unit)
  }

  /// Whether the numbers would have been taken for the answer.
  private func isRight(_ whole: [Double], _ tree: ModelFormula) -> Bool {
    let one = tree.nodes[tree.root].one
    let value: Value =
      if case .column = answer.value {
        .column(whole.map { $0 / one }, answer.unit)
      } else {
        .quantity((whole.first ?? .nan) / one, answer.unit)
      }
    return answer.accepts(value)
  }

  private func best(of matches: [Match]) -> Finding? {
    guard let first = matches.min(by: { $0.isBetter(than: $1) }) else { return nil }
    var equal: [Slip] = []
    for match in matches where !first.isBetter(than: match) && !equal.contains(match.slip) {
      equal.append(match.slip)
    }
    switch equal.count {
    case 1: return .one(first.slip)
    case 2: return .either(equal)
    default: return nil
    }
  }

  // MARK: Two slips

  /// Two slips at once, where exactly one pair explains every row.
  private func pair(
    _ tree: ModelFormula, _ scope: ModelScope, _ variations: [Variation], _ figures: Int
  ) -> Finding? {
    var found: [(first: Slip, second: Slip, disagreement: Int)] = []
    for first in variations where isFirst(first.slip, figures) {
      let own = submission.disagreement(with: first, in: tree, scope)
      guard own < Submission.contradiction else { continue }
      for isBare in [true, false] where !isBare || submission.bare != nil {
        guard let changed = tree.replacing(first.node, by: isBare ? first.bare : first.measured),
          let change = isBare ? .one : tree.unitChange(first.change, of: first.node, in: units)
        else { continue }
        for second in variations
        where isSecond(second.slip, figures) && fits(first, second, tree)
          && explains(second, after: changed, change, isBare: isBare)
        {
          let other = submission.disagreement(with: second, in: tree, scope)
          let isKnown = found.contains { pair in
            (pair.first == first.slip && pair.second == second.slip)
              || (pair.first == second.slip && pair.second == first.slip)
          }
          if other < Submission.contradiction, !isKnown {
            found.append((first.slip, second.slip, own + other))
          }
        }
      }
    }
    guard let least = found.map(\.disagreement).min() else { return nil }
    let best = found.filter { $0.disagreement == least }
    return best.count == 1 ? .both(best[0].first, best[0].second) : nil
  }

  private func isFirst(_ slip: Slip, _ figures: Int) -> Bool {
    switch slip {
    case .factorMissing(let origin): origin.names != [] || figures >= Self.figures.pair
    case .termMissing: true
    case .invertedFactor, .otherColumn: figures >= Self.figures.pair
    case .factorExtra(_, let isInModel): isInModel && figures >= Self.figures.pair
    case .aggregate, .averageOfRatios, .inverted, .invertedQuotient, .oneForRows, .otherName,
      .percent, .rowsForOne, .scale, .sign, .termTwice:
      false
    }
  }

  private func isSecond(_ slip: Slip, _ figures: Int) -> Bool {
    switch slip {
    case .scale(let factor):
      figures >= Self.figures.pair
        ? Conversions.isCommon(factor) : [1000, 3600].contains { factor == $0 || 1 / factor == $0 }
    case .percent: true
    case .factorMissing, .otherColumn: figures >= Self.figures.pair
    case .aggregate, .averageOfRatios, .factorExtra, .inverted, .invertedFactor,
      .invertedQuotient, .oneForRows, .otherName, .rowsForOne, .sign, .termMissing, .termTwice:
      false
    }
  }

  /// Whether two changes lie beside each other, or the second is of the whole.
  private func fits(_ first: Variation, _ second: Variation, _ tree: ModelFormula) -> Bool {
    if second.node == tree.root { return first.node != tree.root }
    return first.node != second.node && !tree.isAncestor(first.node, of: second.node)
      && !tree.isAncestor(second.node, of: first.node)
  }

  private func explains(
    _ second: Variation, after changed: ModelFormula, _ change: UnitID, isBare: Bool
  ) -> Bool {
    var numbers = isBare ? second.bare : second.measured
    if second.node == changed.root {
      // A conversion of the whole is one of what the first slip has left of it.
      guard let factor = second.slip.factor else { return false }
      numbers = changed.value.map { $0 * factor }
    }
    guard let whole = changed.value(replacing: second.node, by: numbers),
      submission.matches(whole, isBare: isBare)
    else { return false }
    if isBare { return !isRight(whole, changed) }
    guard let other = changed.unitChange(second.change, of: second.node, in: units),
      let both = try? units.product(change, other)
    else { return false }
    return hasUnit(changed, both.unit) && (both.unit != .one || !isRight(whole, changed))
  }
}

extension CauseSearch.Finding {
  var cause: Cause {
    switch self {
    case .one(let slip): return slip.cause
    case .either(let slips):
      var cause = slips[0].cause
      for slip in slips.dropFirst() where slip.cause.kind == cause.kind {
        cause.names += slip.cause.names
      }
      return cause
    case .both(let first, let second):
      var cause = first.cause
      let other = second.cause
      cause.second = Cause.Second(kind: other.kind, names: other.names, factor: other.factor)
      return cause
    }
  }

  /// Whether it explains the number alone, and not the unit.
  var isOfNumbers: Bool {
    switch self {
    case .one(let slip): slip.factor != nil
    case .either(let slips): slips.allSatisfy { $0.factor != nil }
    case .both: false
    }
  }
}

extension Slip {
  /// Whether it may be told from the number of a result whose unit falls short.
  var isOfNumbers: Bool {
    switch self {
    case .factorExtra(_, let isInModel): isInModel
    case .factorMissing, .inverted, .invertedFactor, .invertedQuotient, .percent, .scale, .sign,
      .termMissing, .termTwice:
      true
    case .aggregate, .averageOfRatios, .oneForRows, .otherColumn, .otherName, .rowsForOne: false
    }
  }

  /// By what it multiplies the whole; nil where that is not one number.
  var factor: Double? {
    switch self {
    case .scale(let factor), .percent(_, let factor): factor
    case .sign(nil): -1
    case .aggregate, .averageOfRatios, .factorExtra, .factorMissing, .inverted, .invertedFactor,
      .invertedQuotient, .oneForRows, .otherColumn, .otherName, .rowsForOne, .sign, .termMissing,
      .termTwice:
      nil
    }
  }
}
