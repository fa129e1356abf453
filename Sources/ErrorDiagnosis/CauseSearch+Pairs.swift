import Formulas
import Quantities

/// Two slips at once.
extension CauseSearch {
  /// Two slips at once, where exactly one pair explains every row.
  func pair(of submission: Submission, _ demand: Demand) -> CauseFinding? {
    guard submission.figures ?? .max >= Self.figures.conversionPair else { return nil }
    for model in models.reversed() {
      if let pair = pair(of: submission, in: model, demand) { return pair }
    }
    return nil
  }

  private func pair(
    of submission: Submission, in model: Model, _ demand: Demand
  ) -> CauseFinding? {
    let tree = model.tree
    let isComputed = submission.figures == nil
    let isBare = demand == .number || submission.hasUnitAsked
    let all = model.variations
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
        let change = isBare ? .one : tree.unitChange(first.change, of: first.node)
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
    case .aggregate, .averageOfRatios, .inverted, .invertedQuotient, .offset, .oneForRows, .oneRow,
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
      .invertedQuotient, .offset, .oneForRows, .oneRow, .otherName, .percentPart, .rowsForOne,
      .scale, .sign, .termMissing, .termTwice:
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
    _ submission: Submission, _ second: Variation, after changed: ModelFormula, _ change: Unit,
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
    guard let other = changed.unitChange(second.change, of: second.node),
      let both = try? change.product(with: other)
    else { return false }
    return hasUnit(changed, both.unit) && (both.unit != .one || !isRight(whole, changed))
  }
}
