import Formulas
import Quantities

/// Formulas that are mistaken as a whole, such as a sum for a root of squares.
extension Aligner {
  /// `a + b` for `sqrt(a^2 + b^2)`.
  func plainSum(_ m: Part, _ s: Part) -> Comparison? {
    guard case .product(let factors) = m.shape, factors.count == 1, factors[0].exponent == 0.5,
      case .sum(let squares) = factors[0].part.shape, case .sum(let terms) = s.shape,
      squares.count == 2, squares.allSatisfy({ !$0.isNegative })
    else { return nil }
    let roots = squares.map { $0.part.numbers.map { $0.squareRoot() } }
    let sums = [1.0, -1].compactMap { sign in
      FormulaTree.combined(roots[0], roots[1]) { $0 + sign * $1 }
    }
    guard
      sums.contains(where: { sum in
        [1.0, -1].contains { sign in
          Sameness(sum.map { $0 * sign }, s.numbers, within: s.slack) != nil
        }
      })
    else { return nil }
    return Comparison(
      differences: [
        Difference(
          error: WrongPower(origin: model.nodes[m.node].origin, manner: .plainSum),
          edits: [.init(node: m.node, change: .set(s.numbers))], cost: Cost.slip)
      ], matched: terms.count)
  }

  /// 1.045 for `1 + rate`: it is the rate that is another.
  mutating func sumWithOne(_ m: Part, _ s: Part) -> Comparison? {
    guard m.isPlain, s.isPlain, s.isLiteral, case .sum(let terms) = m.shape, terms.count == 2,
      let number = terms.first(where: { $0.part.isPlainLiteral && !$0.isNegative }),
      let other = terms.first(where: { $0.part !== number.part }),
      !other.part.namedLeaves.isEmpty, let one = number.part.numbers.first
    else { return nil }
    let sign = other.isNegative ? -1.0 : 1
    let rest = Part(s, numbers: s.numbers.map { sign * ($0 - one) })
    // `x` for `1 - x`: what is left of it is asked for.
    if other.isNegative, same(other.part, s) != nil {
      return Comparison(
        differences: [
          Difference(
            error: ExtraTerm(origin: named(other.part), manner: .whole),
            edits: [.init(node: m.node, change: .set(s.numbers))], cost: Cost.slip)
        ], matched: 1)
    }
    return rest.numbers.allSatisfy { $0 != 0 } ? compare(other.part, rest) : nil
  }

  /// A sum of a column where each row is asked for, or the other way round.
  mutating func otherAggregate(_ m: Part, _ s: Part) -> Comparison? {
    if case .aggregate(let used, let inner) = s.shape, m.numbers.count > 1 {
      var result = compare(m, inner)
      guard result.differences.isEmpty, !result.isOpaque else { return nil }
      result.differences.append(
        Difference(
          error: WrongStatistic(manner: .oneForRows(used: used)),
          edits: [.init(node: m.node, change: .set(s.numbers))], cost: Cost.slip))
      return result
    }
    if case .aggregate(_, let inner) = m.shape, s.numbers.count > 1 {
      var result = compare(inner, s)
      guard result.differences.isEmpty, !result.isOpaque else { return nil }
      result.differences.append(
        Difference(
          error: WrongStatistic(manner: .rowsForOne),
          edits: [.init(node: m.node, change: .set(s.numbers))], cost: Cost.slip))
      return result
    }
    return nil
  }

  /// `2 g h` for `sqrt(2 g h)`, whatever stands under the root.
  func wholePower(_ m: Part, _ s: Part) -> Comparison? {
    guard case .product(let factors) = m.shape, factors.count == 1, factors[0].exponent != 1,
      factors[0].exponent != -1, factors[0].part.dimension == s.dimension,
      Sameness(factors[0].part.numbers, s.numbers, within: s.slack) != nil
    else { return nil }
    let part = factors[0].part
    return Comparison(
      differences: [
        Difference(
          error: WrongPower(
            origin: named(part), manner: .init(factors[0].exponent, times: 1 / factors[0].exponent)),
          edits: [.init(node: m.node, change: .set(s.numbers))], cost: Cost.slip)
      ], matched: max(1, s.leafCount))
  }

  /// `(a - b)^4` for `a^4 - b^4`.
  func powerOfSum(_ m: Part.Factor, _ s: Part.Factor) -> Comparison? {
    guard m.exponent == 1, case .sum(let powers) = m.part.shape,
      case .sum(let terms) = s.part.shape,
      powers.count == terms.count, s.exponent != 1
    else { return nil }
    let exponent = s.exponent
    var open = terms
    for power in powers {
      guard
        let place = open.firstIndex(where: { term in
          term.isNegative == power.isNegative
            && Sameness(
              power.part.numbers, term.part.numbers.map { FormulaTree.power($0, exponent) },
              within: term.part.slack * abs(exponent)) != nil
        })
      else { return nil }
      open.remove(at: place)
    }
    return Comparison(
      differences: [
        Difference(
          error: WrongPower(origin: named(m.part), manner: .ofSum),
          edits: [.init(node: m.part.node, change: .set(s.powered))], cost: Cost.slip)
      ], matched: terms.count)
  }
}
