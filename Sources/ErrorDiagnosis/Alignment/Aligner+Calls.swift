import Formulas
import Quantities

/// Functions, exponentials and statistics.
extension Aligner {
  mutating func calls(
    _ m: Part, _ function: FormulaFunction, _ own: [Part], _ used: FormulaFunction, _ given: [Part]
  ) -> Comparison {
    var result = Comparison()
    for (mine, other) in zip(own, given) { result.add(scaled(compare(mine, other), mine, other)) }
    if function != used {
      result.add(otherFunction(m, function, own, used, result.differences))
    } else if own.count == 1, FunctionKin.ofAngles.contains(function.name) {
      // The figure of an angle in degrees stands where a plain number counts as radians.
      let (mine, other) = (own[0], given[0])
      if Sameness(mine.numbers.map { $0 * Conversions.radian }, other.numbers, within: other.slack)
        != nil
      {
        let error = WrongFunction(.degrees(function.name))
        return Comparison(
          differences: [
            Difference(
              error: error, edits: [.init(node: mine.node, change: .set(other.numbers))],
              cost: Cost.slip)
          ], matched: 1)
      }
    }
    return result
  }

  /// Figures without units have to come to the plain number that a function takes.
  func scaled(_ comparison: Comparison, _ m: Part, _ s: Part) -> Comparison {
    guard comparison.isBare, !comparison.isOpaque,
      let own = model.applying(comparison.differences)?.nodes[m.node].numbers.first,
      let other = s.numbers.first, own != 0
    else { return comparison }
    let ratio = other / own
    let closeness = s.slack + 1e-6
    if abs(ratio - 1) <= closeness { return comparison }
    var result = comparison
    guard ratio > 0, let size = Conversions.nearest(ratio, within: closeness) else {
      result.isOpaque = true
      return result
    }
    result.differences.append(
      Difference(
        error: WrongScale(size: size, origin: named(m)),
        edits: [.init(node: m.node, change: .multiply([size]))], cost: Cost.slip))
    return result
  }

  /// That a function stands where another belongs, on what its arguments have come to.
  func otherFunction(
    _ m: Part, _ function: FormulaFunction, _ own: [Part], _ used: FormulaFunction,
    _ before: [Difference]
  ) -> Comparison {
    guard let changed = model.applying(before),
      let numbers = used.value(of: own.map { changed.nodes[$0.node].numbers })
    else { return Comparison(isOpaque: true) }
    return Comparison(differences: [
      Difference(
        error: WrongFunction(.other(used: used.name, belongs: function.name)),
        edits: [.init(node: m.node, change: .set(numbers))],
        cost: FunctionKin.areAlike(function.name, used.name) ? Cost.slip : Cost.unnamed)
    ])
  }

  /// `exp(x)` for `10^x`, and the other way round.
  mutating func exponential(_ m: Part, _ s: Part) -> Comparison? {
    func parts(_ part: Part) -> (base: String, exponent: Part)? {
      switch part.shape {
      case .call(let function, let arguments) where function.name == "exp":
        return ("e", arguments[0])
      case .raised(let base, let exponent) where base.numbers == [0.5]:
        return ("2", exponent.negated)
      case .raised(let base, let exponent) where base.isPlainNumber && base.numbers.count == 1:
        for (name, number) in FunctionKin.bases where abs(base.numbers[0] - number) < 1e-9 * number
        {
          return (name, exponent)
        }
        return nil
      case _: return nil
      }
    }
    guard let mine = parts(m), let other = parts(s), mine.base != other.base,
      let base = FunctionKin.bases.first(where: { $0.name == other.base })?.number
    else { return nil }
    var result = compare(mine.exponent, other.exponent)
    guard
      var exponent = model.applying(result.differences)?.nodes[mine.exponent.node].numbers
    else { return nil }
    if case .raised(let own, _) = m.shape, own.numbers == [0.5] { exponent = exponent.map { -$0 } }
    result.differences.append(
      Difference(
        error: WrongFunction(
          .other(used: "\(other.base)^", belongs: "\(mine.base)^")),
        edits: [
          .init(node: m.node, change: .set(exponent.map { FormulaTree.power(base, $0) }))
        ], cost: Cost.slip))
    return result
  }

  /// 88 for `10^(88 / 10)`.
  func exponentialLeftOut(_ m: Part, _ s: Part) -> Comparison? {
    guard s.isAtom, m.isPlain, s.isPlain, case .raised(let base, let exponent) = m.shape,
      base.isPlainNumber,
      exponent.allLeaves.contains(where: { leaf in
        leaf.origin.isNamed
          && (leaf.origin == s.origin || Sameness(leaf.numbers, s.numbers, within: s.slack) != nil)
      })
    else { return nil }
    let number = base.numbers[0]
    let name = FunctionKin.bases.first { Conversions.isNear($0.number, number) }?.name
    return Comparison(
      differences: [
        Difference(
          error: WrongFunction(.leftOut(name.map { "\($0)^" } ?? "^")),
          edits: [.init(node: m.node, change: .set(s.numbers))], cost: Cost.slip)
      ], matched: 1)
  }

  /// `1.12^(-6)` for `(1 + rate)^(-years)`: the exponent is a figure.
  mutating func raised(
    _ base: Part, _ exponent: Part, _ factor: Part.Factor
  ) -> Comparison {
    var result = compare(base, factor.part)
    let own = exponent.numbers.count == 1 ? exponent.numbers[0] : .nan
    if abs(own - factor.exponent) <= 1e-9 * abs(own) {
      result.matched += 1
      return result
    }
    let isSign = abs(own + factor.exponent) <= 1e-9 * abs(own)
    let origin = exponent.nameableInside
    let error: any ErrorPattern
    if isSign {
      error = WrongSign(origin: origin, isExponent: true)
    } else if factor.exponent == 1 {
      error = WrongPower(origin: origin, manner: .exponentLeftOut)
    } else {
      error = WrongNumber(origin: origin)
    }
    result.differences.append(
      Difference(
        error: error, edits: [.init(node: exponent.node, change: .set([factor.exponent]))],
        cost: isSign ? Cost.slip : Cost.figure))
    return result
  }

  func otherStatistic(_ used: String, for m: Part) -> Difference {
    let origin = model.isWhole(m.node) ? nil : model.nameable(m.node)
    var edits: [Difference.Edit] = []
    if case .aggregate(_, let inner) = model.nodes[model.withoutNames(m.node)].kind,
      let number = Statistic.named(used)?.value(of: model.nodes[inner].numbers)
    {
      edits = [.init(node: m.node, change: .set([number]))]
    }
    return Difference(
      error: WrongStatistic(manner: .other(used: used, of: origin)), edits: edits, cost: Cost.slip)
  }
}
