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
    guard let (tree, scope) = models.first else { return [] }
    return tree.nodes.compactMap { node in
      switch node.origin {
      case .name(let name):
        (scope.statedUnit(of: name) ?? scope.value(of: name)?.unit).map { units.symbol(of: $0) }
      case .column(.column(let table, let column)):
        scope.table(table)?.column(column)?.unit.map { units.symbol(of: $0) }
      case .literal(_, let unit): unit
      case .column, .formula, .unit, .part: nil
      }
    }
  }

  /// Figures that a typed number needs before it can be explained: for the common slips, for all
  /// single ones, for a conversion together with another slip, and for any two.
  static let figures = (common: 3, single: 4, conversionPair: 4, pair: 6)

  /// Rows of a long column that are looked at.
  static let rowLimit = 64
  /// Numbers that are gone through in trying single slips, and pairs of them.
  static let effort = (single: 20_000_000, pair: 20_000_000)

  init(
    _ answer: Reference.Answer, _ submission: Submission, scopes: [ModelScope],
    in units: UnitSystem
  ) {
    let count = submission.measured.count
    var answer = answer
    var submission = submission
    var models = scopes.compactMap { scope in
      ModelFormulaBuilder.tree(of: answer, in: scope).map { (tree: $0, scope: scope) }
    }
    if count > Self.rowLimit, case .column(let numbers, let unit) = answer.value,
      numbers.count == count
    {
      let rows = (0..<Self.rowLimit).map { $0 * count / Self.rowLimit }
      answer.value = .column(rows.map { numbers[$0] }, unit)
      submission = submission.sampled(rows)
      models = models.map { ($0.tree.sampled(rows, of: count), $0.scope) }
    }
    let bareNumbers = submission.evidence.near.bareNumbers
    if !submission.hasUnitAsked,
      !bareNumbers.contains(where: { Self.lacksUnit($0, in: models.map(\.tree)) })
    {
      // What has its units is to be explained with them.
      submission.bare = nil
    }
    self.answer = answer
    self.submission = submission
    self.units = units
    self.models = models
  }

  /// Whether a bare number is a figure of the model's without its unit, or one of the student's
  /// own that is no conversion.
  private static func lacksUnit(_ number: Double, in trees: [ModelFormula]) -> Bool {
    let figures = trees.flatMap(\.nodes).filter { node in
      node.numbers.count == 1 && Conversions.isNear(number, node.numbers[0] / node.one)
    }
    if !figures.isEmpty { return figures.contains { $0.unit != .one } }
    return number != 1 && number != 0 && !Conversions.isCommon(number)
      && !Conversions.isPowerOfTen(number)
  }

  /// A number of the model's that stands in the formula without its unit.
  struct BareFigure {
    var number: Double
    /// The unit in which it would be right.
    var unit: String
    /// How many times too large it is in that unit.
    var factor: Double
  }

  /// Whether a number in the formula lacks its unit.
  var hasBareFigure: Bool { !submission.hasUnitAsked && submission.bare != nil }

  /// The figure with whose unit the value would be right; nil where there is none.
  func figureWithoutUnit() -> BareFigure? {
    guard hasBareFigure, let (tree, scope) = models.first else { return nil }
    let numbers = submission.evidence.near.bareNumbers
    for node in tree.nodes where node.numbers.count == 1 && node.unit != .one {
      guard case .name(let name) = node.origin,
        let stated = scope.statedUnit(of: name) ?? scope.value(of: name)?.unit
      else { continue }
      let expected = node.numbers[0] / units.scale(of: stated).value
      for factor in [1, 1000, 0.001] {
        guard
          let number = numbers.first(where: { Conversions.isNear($0, expected * factor) })
        else { continue }
        for isDivisor in [false, true] {
          guard
            let product = try? units.product(submission.unit, node.unit, inverted: isDivisor),
            units.dimension(of: product.unit) == units.dimension(of: tree.nodes[tree.root].unit)
          else { continue }
          let ratio = node.numbers[0] / number
          if isRight(submission.measured.map { isDivisor ? $0 / ratio : $0 * ratio }, tree) {
            return BareFigure(
              number: number, unit: units.symbol(of: stated),
              factor: isDivisor ? 1 / factor : factor)
          }
        }
      }
    }
    return nil
  }

  private struct Match {
    var slip: Slip
    var disagreement: Int
    var model: Int

    func isBetter(than other: Match) -> Bool {
      (disagreement, slip.rank, -model) < (other.disagreement, other.slip.rank, -other.model)
    }
  }

  /// How a slip must explain a value.
  private enum Demand {
    /// Its unit too.
    case unit
    /// Its number in the unit asked for, where its own unit falls short.
    case number
  }

  func finding() -> Finding? {
    if let finding = finding(of: submission) { return finding }
    // Among terms a rounded number says too little.
    let hasTerms = models.contains { model in
      model.tree.nodes.contains { if case .sum = $0.kind { true } else { false } }
    }
    guard submission.evidence.all.isTyped, !hasTerms else { return nil }
    let rounded = submission.rounded { number in
      models.contains { model in
        model.tree.nodes.contains { node in
          node.numbers.count == 1 && Conversions.isNear(number, node.numbers[0] / node.one)
        }
      }
    }
    return rounded.flatMap { single(of: $0, .unit) }
  }

  private func finding(of submission: Submission) -> Finding? {
    if let finding = single(of: submission, .unit) ?? pair(of: submission, .unit) { return finding }
    guard !submission.hasUnitAsked, submission.bare != nil else { return nil }
    return single(of: submission, .number) ?? pair(of: submission, .number)
  }

  private func variations(of model: (tree: ModelFormula, scope: ModelScope)) -> [Variation] {
    let all = Variations(
      of: model.tree, answer, in: model.scope, factors: submission.evidence.factorsByHand
    ).all
    let most = max(20, Self.effort.single / max(1, model.tree.size))
    return all.count <= most
      ? all : Array(all.sorted { $0.slip.rank < $1.slip.rank }.prefix(most))
  }

  private func disagreement(
    _ variation: Variation, _ model: (tree: ModelFormula, scope: ModelScope)
  ) -> Int {
    submission.evidence.disagreement(
      with: variation, in: model.tree, model.scope, question: answer.question)
  }

  private func single(of submission: Submission, _ demand: Demand) -> Finding? {
    let figures = submission.figures ?? Int.max
    var matches: [Match] = []
    for (place, model) in models.enumerated() {
      for variation in variations(of: model)
      where isEnough(figures, for: variation.slip, model.tree)
        && explains(submission, variation, model.tree, demand)
      {
        let disagreement = disagreement(variation, model)
        guard disagreement < Evidence.contradiction else { continue }
        matches.append(Match(slip: variation.slip, disagreement: disagreement, model: place))
      }
    }
    return best(of: matches)
  }

  /// The fewer the figures, the fewer slips may be tried, or chance would name one.
  private func isEnough(_ figures: Int, for slip: Slip, _ tree: ModelFormula) -> Bool {
    switch slip {
    case .scale(let factor, of: nil):
      if figures >= Self.figures.single { return true }
      // 0.45 W for 450 W: the model's own figures, in another unit.
      if case .leaf = tree.nodes[tree.root].kind, Conversions.isFrequent(factor),
        submission.isExactly(tree.value.map { $0 * factor })
      {
        return true
      }
      if Conversions.isPrefix(factor), case .figures(let asked) = answer.tolerance {
        return figures >= min(asked, Self.figures.common)
      }
      return figures >= Self.figures.common && Conversions.isFrequent(factor)
    case .scale: return figures >= Self.figures.pair
    case .sign(nil):
      return figures >= Self.figures.common || submission.isExactly(tree.value.map { -$0 })
    case .aggregate, .factorMissing, .inverted, .otherColumn, .percent, .percentPart, .sign,
      .termMissing:
      return figures >= Self.figures.common
    case .invertedFactor, .factorExtra(_, .again):
      // A computed number tells by what it holds, even where it is rounded.
      return figures >= (submission.evidence.isFigure ? Self.figures.single : Self.figures.common)
    case .averageOfRatios, .invertedQuotient, .oneForRows, .oneRow, .rowsForOne, .termTwice:
      return figures >= Self.figures.single
    case .factorExtra, .otherName: return figures >= Self.figures.pair
    }
  }

  /// One number where a column is asked for, or a column where one number is: the statistic that
  /// makes the one of the other.
  func findingOfShape() -> Finding? {
    guard submission.figures ?? .max >= Self.figures.single else { return nil }
    for (tree, _) in models {
      for name in Aggregation.names where name != "count" {
        let isOne = submission.measured.count == 1 && tree.value.count > 1
        if isOne {
          let rows = tree.value.indices.filter { isMatch([tree.value[$0]], tree) }
          if rows.count == 1 { return .one(.oneRow(rows[0])) }
        }
        if isOne, let number = Aggregation.value(name, tree.value),
          isMatch([number], tree)
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

  private func isMatch(_ numbers: [Double], _ tree: ModelFormula) -> Bool {
    submission.matches(numbers, isBare: true)
      || (hasUnit(tree, .one) && submission.matches(numbers, isBare: false))
  }

  /// The one factor with the very dimension that the student's value lacks, where the formula
  /// does not have it; nil where there is none or several.
  func factorOfMissingDimension() -> Slip? {
    guard let model = models.first else { return nil }
    let tree = model.tree
    var found: Set<ModelFormula.Origin> = []
    for variation in variations(of: model) {
      guard case .factorMissing(let origin) = variation.slip, origin.names != [],
        disagreement(variation, model) == 0,
        let change = tree.unitChange(variation.change, of: variation.node, in: units),
        change != .one, hasUnit(tree, change),
        submission.evidence.isFigure
          || submission.evidence.covers(tree, without: [variation.node], model.scope)
      else { continue }
      found.insert(origin)
    }
    return found.count == 1 ? found.first.map { .factorMissing($0) } : nil
  }

  private func explains(
    _ submission: Submission, _ variation: Variation, _ tree: ModelFormula, _ demand: Demand
  ) -> Bool {
    func isOf(_ whole: [Double], isBare: Bool) -> Bool {
      submission.matches(whole, isBare: isBare) && !Variations.isSame(whole, tree.value)
        && isVisible(submission, variation, tree, isBare: isBare)
    }
    let change = tree.unitChange(variation.change, of: variation.node, in: units)
    let fits = change.map { hasUnit(tree, $0) } ?? false
    switch demand {
    case .unit:
      if submission.hasUnitAsked,
        let whole = tree.value(replacing: variation.node, by: variation.bare),
        isOf(whole, isBare: true), !isRight(whole, tree)
      {
        return true
      }
      guard fits, let whole = tree.value(replacing: variation.node, by: variation.measured) else {
        return false
      }
      return isOf(whole, isBare: false) && (change != .one || !isRight(whole, tree))
    case .number:
      // Where the unit would fit, the units have decided already.
      guard !fits, variation.slip.isOfNumbers || variation.change == .one,
        let whole = tree.value(replacing: variation.node, by: variation.bare)
      else { return false }
      return isOf(whole, isBare: true) && !isRight(whole, tree)
    }
  }

  /// A term that a conversion makes too small to be seen is left out, not converted.
  private func isVisible(
    _ submission: Submission, _ variation: Variation, _ tree: ModelFormula, isBare: Bool
  ) -> Bool {
    guard case .scale(_, of: _?) = variation.slip else { return true }
    let nothing = variation.bare.map { _ in 0.0 }
    guard let whole = tree.value(replacing: variation.node, by: nothing) else { return false }
    return !submission.matches(whole, isBare: isBare)
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
  private func pair(of submission: Submission, _ demand: Demand) -> Finding? {
    guard submission.figures ?? .max >= Self.figures.conversionPair else { return nil }
    for model in models.reversed() {
      if let pair = pair(of: submission, in: model, demand) { return pair }
    }
    return nil
  }

  private func pair(
    of submission: Submission, in model: (tree: ModelFormula, scope: ModelScope), _ demand: Demand
  ) -> Finding? {
    let tree = model.tree
    let isComputed = submission.figures == nil
    let isBare = demand == .number || submission.hasUnitAsked
    let all = variations(of: model)
    let firsts = all.filter { first in
      if demand == .number, case .factorExtra = first.slip { return false }
      return isFirst(first.slip, isComputed)
    }
    let seconds = all.filter { isSecond($0.slip, isComputed) }
    let pairs = Double(firsts.count) * Double(seconds.count)
    guard pairs * Double(tree.size) <= Double(Self.effort.pair) else { return nil }
    var found: [(first: Slip, second: Slip)] = []
    for first in firsts {
      let own = disagreement(first, model)
      guard own <= 0,
        let changed = tree.replacing(first.node, by: isBare ? first.bare : first.measured),
        let change = isBare ? .one : tree.unitChange(first.change, of: first.node, in: units)
      else { continue }
      for second in seconds
      where fits(first, second, tree)
        && explains(submission, second, after: changed, change, isBare: isBare)
      {
        let isKnown = found.contains { pair in
          (pair.first == first.slip && pair.second == second.slip)
            || (pair.first == second.slip && pair.second == first.slip)
        }
        if disagreement(second, model) <= 0, !isKnown, !isBareFigure(first.slip, second.slip),
          !isComputed
            || submission.evidence.covers(tree, without: [first.node, second.node], model.scope)
        {
          found.append((first.slip, second.slip))
        }
      }
    }
    return found.count == 1 ? .both(found[0].first, found[0].second) : nil
  }

  /// A figure that is there without its unit is not left out and made up for by hand.
  private func isBareFigure(_ first: Slip, _ second: Slip) -> Bool {
    guard case .factorMissing(.literal) = first, let factor = second.factor else { return false }
    return submission.evidence.madeByHand(factor) != nil
  }

  private func isFirst(_ slip: Slip, _ isComputed: Bool) -> Bool {
    switch slip {
    case .factorMissing(let origin): origin.names != [] || isComputed
    case .termMissing: true
    case .invertedFactor, .otherColumn, .factorExtra: isComputed
    case .aggregate, .averageOfRatios, .inverted, .invertedQuotient, .oneForRows, .oneRow,
      .otherName, .percent, .percentPart, .rowsForOne, .scale, .sign, .termTwice:
      false
    }
  }

  private func isSecond(_ slip: Slip, _ isComputed: Bool) -> Bool {
    switch slip {
    case .scale(let factor, of: nil):
      isComputed
        ? Conversions.isCommon(factor) || submission.evidence.madeByHand(factor) != nil
        : Conversions.isNear(max(factor, 1 / factor), 1000)
          || Conversions.isNear(max(factor, 1 / factor), 3600)
    case .percent: true
    case .factorMissing, .otherColumn: isComputed
    case .aggregate, .averageOfRatios, .factorExtra, .inverted, .invertedFactor,
      .invertedQuotient, .oneForRows, .oneRow, .otherName, .percentPart, .rowsForOne, .scale, .sign,
      .termMissing, .termTwice:
      false
    }
  }

  /// Whether two changes lie beside each other, or the second is of the whole.
  private func fits(_ first: Variation, _ second: Variation, _ tree: ModelFormula) -> Bool {
    if second.node == tree.root { return second.slip.factor != nil }
    return first.node != second.node && !tree.isAncestor(first.node, of: second.node)
      && !tree.isAncestor(second.node, of: first.node)
  }

  private func explains(
    _ submission: Submission, _ second: Variation, after changed: ModelFormula, _ change: UnitID,
    isBare: Bool
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
    case .factorExtra(_, let extra): extra == .again
    case .factorMissing, .inverted, .invertedFactor, .invertedQuotient, .percent, .percentPart,
      .scale, .sign, .termMissing, .termTwice:
      true
    case .aggregate, .averageOfRatios, .oneForRows, .oneRow, .otherColumn, .otherName,
      .rowsForOne:
      false
    }
  }

  /// By what it multiplies the whole; nil where that is not one number.
  var factor: Double? {
    switch self {
    case .scale(let factor, of: nil), .percent(_, let factor): factor
    case .sign(nil): -1
    case .aggregate, .averageOfRatios, .factorExtra, .factorMissing, .inverted, .invertedFactor,
      .invertedQuotient, .oneForRows, .oneRow, .otherColumn, .otherName, .percentPart, .rowsForOne,
      .scale, .sign, .termMissing, .termTwice:
      nil
    }
  }
}
