import Quantities

extension CauseSearch {
  /// Two errors at once, where exactly one pair explains every row.
  func pair(of response: Response, _ demand: Demand) -> Diagnosis? {
    guard response.figures ?? .max >= Self.figures.conversionPair else { return nil }
    for model in models.all.reversed() {
      if let pair = pair(of: response, in: model, demand) { return pair }
    }
    return nil
  }

  private func pair(of response: Response, in model: VariedModel, _ demand: Demand) -> Diagnosis? {
    let tree = model.tree
    let isComputed = response.figures == nil
    let isBare = demand == .number || response.hasUnitAsked
    let all = model.variations
    let firsts = all.filter { first in
      first.error.mayBeFirst(isComputed: isComputed)
        && !(demand == .number && first.error.addsFactor)
    }
    let seconds = all.filter { $0.error.maySecond(isComputed: isComputed, self.response.formula) }
    let pairs = Double(firsts.count) * Double(seconds.count)
    guard pairs * Double(tree.size) <= Double(Self.effort.pair) else { return nil }
    var found: [(first: any ErrorPattern, second: any ErrorPattern)] = []
    for first in firsts {
      let own = disagreement(first, model)
      guard own <= 0,
        let probe = model.probe.tree.replacing(
          first.node, by: model.probed(isBare ? first.bare : first.measured, at: first.node)),
        let change = isBare ? .one : tree.unitChange(first.change, of: first.node)
      else { continue }
      var changed: FormulaTree?
      for second in seconds
      where fits(first, second, tree)
        && mayExplain(response, second, after: probe, in: model, isBare: isBare)
      {
        changed =
          changed ?? tree.replacing(first.node, by: isBare ? first.bare : first.measured)
        guard let changed, explains(response, second, after: changed, change, isBare: isBare) else {
          continue
        }
        let isKnown = found.contains { pair in
          (pair.first.isSame(as: first.error) && pair.second.isSame(as: second.error))
            || (pair.first.isSame(as: second.error) && pair.second.isSame(as: first.error))
        }
        if disagreement(second, model) <= 0, !isKnown, !isBareFigure(first.error, second.error),
          !isComputed
            || response.formula.covers(tree, without: [first.node, second.node], model.scope)
        {
          found.append((first.error, second.error))
        }
      }
    }
    return found.count == 1 ? Diagnosis([found[0].first, found[0].second], areTogether: true) : nil
  }

  /// A figure that is there without its unit is not left out and made up for by hand.
  private func isBareFigure(_ first: any ErrorPattern, _ second: any ErrorPattern) -> Bool {
    guard case .literal? = first.missingFactor, let factor = second.factor else { return false }
    return response.formula.madeByHand(factor) != nil
  }

  /// Whether two changes lie beside each other, or the second is of the whole.
  private func fits(_ first: Variation, _ second: Variation, _ tree: FormulaTree) -> Bool {
    if second.node == tree.root { return second.error.factor != nil }
    return first.node != second.node && !tree.ancestors(of: second.node).contains(first.node)
      && !tree.ancestors(of: first.node).contains(second.node)
  }

  /// Looks at one row before the others.
  private func mayExplain(
    _ response: Response, _ second: Variation, after probe: FormulaTree, in model: VariedModel,
    isBare: Bool
  ) -> Bool {
    let numbers = model.probed(isBare ? second.bare : second.measured, at: second.node)
    return response.mayMatch(
      whole(second, after: probe, by: numbers)?.first,
      isBare ? response.bare : response.measured, at: model.probe.row, nearness: 0)
  }

  /// What a second error makes of the whole that a first has left.
  private func whole(
    _ second: Variation, after changed: FormulaTree, by numbers: [Double]
  ) -> [Double]? {
    guard second.node == changed.root else {
      return changed.value(replacing: second.node, by: numbers)
    }
    // A conversion of the whole is one of what the first error has left of it.
    return second.error.factor.map { factor in changed.value.map { $0 * factor } }
  }

  private func explains(
    _ response: Response, _ second: Variation, after changed: FormulaTree, _ change: Unit,
    isBare: Bool
  ) -> Bool {
    let numbers = isBare ? second.bare : second.measured
    guard let whole = whole(second, after: changed, by: numbers),
      response.matches(whole, isBare: isBare)
    else { return false }
    if isBare { return !isRight(whole, changed) }
    guard let other = changed.unitChange(second.change, of: second.node),
      let both = try? change.product(with: other)
    else { return false }
    return hasUnit(changed, both.unit) && (both.unit != .one || !isRight(whole, changed))
  }
}
