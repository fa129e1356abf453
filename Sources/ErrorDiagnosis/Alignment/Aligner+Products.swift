import Formulas
import Quantities

extension Aligner {
  /// Factors against factors; what is no product is one factor.
  mutating func products(_ m: Part, _ s: Part) -> Comparison {
    var pairing = FactorPairing(m, s)
    repeat { pairing.matchAlike() } while pairing.openGroup()
    // A sign that was turned last may let one more be taken for its opposite.
    pairing.matchAlike()
    pairing.matchGroups()
    pairing.matchBareFigures()
    if pairing.joinUnits() { pairing.matchAlike() }
    replaceByProduct(&pairing)
    takePercentage(&pairing)
    if m.isProduct { pairGroupWithSum(&pairing) }
    pairAlike(&pairing)
    replaceByFigure(&pairing)
    pairing.closeGroups()
    var result = Comparison(isBare: pairing.result.isBare)
    result.differences = pairing.exponents(in: m, model)
    numbers(&pairing, m, &result)
    if pairing.isFlipped { result.differences.append(wholeSign(m)) }
    let isBare = result.isBare || m.isBareBeside(s.factors)
    result.differences += pairing.open.map { missing($0, isBare: isBare) }
    for factor in pairing.given {
      let isThere = pairing.found.contains {
        $0.factor.part.origin.isNamed && $0.factor.part.origin == factor.part.origin
          && $0.factor.exponent * factor.exponent > 0
      }
      result.differences.append(extra(factor, in: m, isBare: result.isBare, isThere: isThere))
    }
    result.differences = merged(result.differences)
    result.add(pairing.result)
    return result
  }

  /// A figure that is computed, for a quantity: `(12 + 1 + 16) * 6 g/mol` for a molar mass.
  private func replaceByProduct(_ pairing: inout FactorPairing) {
    guard pairing.open.count == 1, pairing.given.count > 1, let mine = pairing.open.first,
      mine.part.origin.isNamed, pairing.given.allSatisfy(\.part.namedLeaves.isEmpty),
      pairing.given.contains(where: { !$0.part.isPlain }),
      !pairing.given.allSatisfy(\.part.isAtom), let other = FactorPairing.product(pairing.given),
      mine.dimension == other.dimension
    else { return }
    let numbers = other.numbers.map { FormulaTree.power($0, 1 / mine.exponent) }
    pairing.result.differences.append(
      Difference(
        error: WrongNumber(origin: model.nameable(mine.part.node)),
        edits: [.init(node: mine.part.node, change: .set(numbers))], cost: Cost.figure))
    (pairing.open, pairing.given) = ([], [])
  }

  /// One figure for several quantities together, or for one of them with the unit of all.
  private func replaceByFigure(_ pairing: inout FactorPairing) {
    guard pairing.open.count > 1, let other = pairing.given.first(where: { !$0.part.isPlain }),
      pairing.given.count == 1
        || pairing.given.allSatisfy({ $0.part === other.part || $0.part.isPlainLiteral }),
      other.part.isAtom, other.part.namedLeaves.isEmpty
    else { return }
    let open = pairing.open.filter { !$0.part.isPlainLiteral }
    let origins = open.map { model.nameable($0.part.node) }
    guard open.count > 1, origins.allSatisfy(\.isNamed), let mine = FactorPairing.product(open),
      mine.dimension == other.dimension
    else { return }
    var figure: Double?
    if case .literal(let number, _) = other.part.origin { figure = number }
    let own = open.firstIndex { factor in
      guard let figure, let number = factor.part.numbers.first else { return false }
      return abs(number - figure * factor.part.one) <= 1e-9 * abs(number)
    }
    let edits = open.enumerated().map { place, factor in
      Difference.Edit(
        node: factor.part.node,
        change: .set(
          place == own ?? 0
            ? other.powered.map { FormulaTree.power($0, 1 / factor.exponent) } : [1]))
    }
    if let own {
      let missing = origins.indices.filter { $0 != own }
      for (place, index) in missing.enumerated() {
        pairing.result.differences.append(
          Difference(
            error: MissingFactor(origin: origins[index]), edits: place == 0 ? edits : [],
            cost: Cost.slip))
      }
    } else {
      pairing.result.differences.append(
        Difference(error: OtherGroup(replaced: origins), edits: edits, cost: Cost.figure))
    }
    pairing.open.removeAll { factor in open.contains { $0.part === factor.part } }
    pairing.given.removeAll { $0.part === other.part }
  }

  /// 0.3 for a product of plain quantities that comes to 0.3 %.
  private func takePercentage(_ pairing: inout FactorPairing) {
    let plain = pairing.open.indices.filter {
      pairing.open[$0].part.isPlain && pairing.open[$0].part.origin.isNamed
    }
    for place in pairing.given.indices where pairing.given[place].part.isPlainLiteral {
      let other = pairing.given[place]
      let wanted = other.powered.first ?? .nan
      let found = FactorPairing.firstGroup(of: plain.map { pairing.open[$0].powered.first ?? .nan })
      {
        abs(100 * $0 - wanted) <= (other.part.slack + 1e-6) * abs(100 * $0)
      } fits: { group -> [Int]? in
        let places = group.map { plain[$0] }
        guard let mine = FactorPairing.product(places.map { pairing.open[$0] }) else { return nil }
        let numbers = mine.numbers.map { 100 * $0 }
        return Sameness(numbers, other.powered, within: other.part.slack).map { _ in places }
      }
      guard let found else { continue }
      let first = pairing.open[found[0]]
      pairing.result.differences.append(
        Difference(
          error: WrongPercentage(origin: model.nameable(first.part.node), factor: nil),
          edits: [
            .init(
              node: first.part.node,
              change: .multiply([FormulaTree.power(100, 1 / first.exponent)]))
          ], cost: Cost.slip))
      pairing.result.matched += 1
      pairing.given.remove(at: place)
      for place in found.reversed() { pairing.open.remove(at: place) }
      return
    }
  }

  /// A name once too often or too many and another left out are one name for the other. Only what is
  /// left of the same product stands there for one another.
  private func merged(_ differences: [Difference]) -> [Difference] {
    var result = differences
    replaceByNumber(&result)
    next: while true {
      let foreign = result.indices.filter { isForeign(result[$0]) }
      // What is foreign stands there rather than what is there once more.
      let places =
        foreign.isEmpty
        ? result.indices.filter { !result[$0].trace.isExtra }
          + result.indices.filter { result[$0].trace.isExtra } : foreign
      for (place, difference) in result.enumerated() {
        guard case .missing(let missing) = difference.trace, missing.part.isAtom else { continue }
        for other in places {
          let own = result[other]
          guard let stand = own.trace.stand(for: missing, among: result),
            let error = replacement(of: missing, by: stand.part)
          else { continue }
          result[place] = Difference(
            error: error, edits: difference.edits + own.edits, cost: Cost.replaced)
          if let times = stand.times {
            let origin = model.nameable(missing.part.node)
            result[place].trace = .raised(missing, by: times)
            result[other] = Difference(
              error: WrongPower(origin: origin, manner: .init(missing.exponent, times: times)),
              edits: [], cost: Cost.slip - 0.2)
          } else {
            result.remove(at: other)
          }
          continue next
        }
      }
      return result
    }
  }

  /// Whether it is a factor too many that the model has nowhere.
  private func isForeign(_ difference: Difference) -> Bool {
    guard case .extra(let factor) = difference.trace else { return false }
    return !model.nodes.contains { $0.origin == factor.part.origin }
  }

  /// One plain figure for one quantity, which is another than the exercise has.
  private func replaceByNumber(_ differences: inout [Difference]) {
    let missing = differences.indices.filter {
      if case .missing(let factor) = differences[$0].trace {
        factor.part.isAtom && factor.part.origin.isNamed
      } else {
        false
      }
    }
    let extra = differences.indices.filter { differences[$0].trace.isExtra }
    guard missing.count == 1, extra.count == 1,
      case .missing(let mine) = differences[missing[0]].trace,
      case .extra(let own) = differences[extra[0]].trace, own.part.isPlainLiteral,
      own.exponent == mine.exponent, !mine.part.isPlain || own.part.isRatio,
      !vocabulary.hasFigure(own.part), !own.powered.contains(where: WrongNumber.isUsual),
      !(differences[extra[0]].error is WrongScale)
    else { return }
    differences[missing[0]] = Difference(
      error: WrongNumber(origin: model.nameable(mine.part.node)),
      edits: differences[missing[0]].edits + differences[extra[0]].edits, cost: Cost.figure)
    differences.remove(at: extra[0])
  }

  private func replacement(of missing: Part.Factor, by used: Part) -> (any ErrorPattern)? {
    let replaced = model.nameable(missing.part.node)
    if case .column(let key) = used.origin { return OtherColumn(used: key, replaced: replaced) }
    return used.origin.names.first.map { OtherName(used: $0, replaced: replaced) }
  }

  /// Factors that differ within are taken for one another where that is the least they differ.
  private mutating func pairAlike(_ pairing: inout FactorPairing) {
    while !pairing.open.isEmpty, !pairing.given.isEmpty {
      var best: (cost: Double, mine: Int, other: Int, times: Double, comparison: Comparison)?
      for (mine, factor) in pairing.open.enumerated() {
        for (other, own) in pairing.given.enumerated() {
          guard !(factor.part.isPlainLiteral && own.part.isPlainLiteral) else { continue }
          // Among figures without units, what converts stands for nothing else.
          if pairing.result.isBare, own.part.isPlainLiteral,
            factor.part.dimension != Temperatures.dimension,
            Conversions.isCommon(own.part.numbers[0])
              || Conversions.isPowerOfTen(own.part.numbers[0])
          {
            continue
          }
          if let found = powerOfSum(factor, own) {
            if found.cost < best?.cost ?? .infinity { best = (found.cost, mine, other, 1, found) }
            continue
          }
          let times = own.exponent / factor.exponent
          if case .raised(let base, let exponent) = factor.part.shape, own.part.isPlain,
            abs(times) != 1
          {
            let found = raised(
              base, exponent, Part.Factor(part: own.part, exponent: times, power: nil))
            if found.cost < best?.cost ?? .infinity { best = (found.cost, mine, other, 1, found) }
            continue
          }
          guard times == 1 || times == -1 || (times > 0 && !factor.part.isAtom),
            factor.part.dimension == own.part.dimension || own.part.isPlain
              || factor.part.isSum && own.part.isSum
          else { continue }
          var found = compare(factor.part, own.part)
          var cost = found.cost + (times == 1 ? 0 : 1)
          if let turned = turnedLogarithm(factor.part, own.part),
            turned.cost + (pairing.isFlipped ? -1 : 1) < cost
          {
            found = turned
            cost = turned.cost + (pairing.isFlipped ? -1 : 1)
          }
          if cost < best?.cost ?? .infinity { best = (cost, mine, other, times, found) }
        }
      }
      guard let best, best.cost < Cost.limit, !best.comparison.isOpaque,
        best.comparison.matched > 0 || best.cost < 1.9
      else { return }
      if best.comparison.turnsSign { pairing.isFlipped.toggle() }
      pairing.take(best.mine, best.other, times: best.times, best.comparison)
    }
  }

  /// `ln(b / a)` for `-ln(a / b)`.
  private mutating func turnedLogarithm(_ m: Part, _ s: Part) -> Comparison? {
    guard case .call(let function, let own) = m.shape, case .call(let used, let given) = s.shape,
      FunctionKin.logarithms.contains(function.name), FunctionKin.logarithms.contains(used.name),
      let inverse = given.first?.inverse(ofDivisors: false)
    else { return nil }
    var result = compare(own[0], inverse)
    if function != used { result.add(otherFunction(m, function, own, used, result.differences)) }
    result.turnsSign = true
    // A figure for another says nothing of the sign.
    let isReplaced = result.differences.contains { difference in
      if case .replaced = difference.trace { true } else { false }
    }
    return isReplaced ? nil : result
  }

  /// Several factors of the student's for a sum of the model's: `own * buy` for `own * buy + …`.
  private mutating func pairGroupWithSum(_ pairing: inout FactorPairing) {
    guard pairing.open.count == 1, pairing.given.count > 1, let mine = pairing.open.first,
      mine.part.isSum, abs(mine.exponent) == 1, !pairing.given.contains(where: \.part.isSum),
      let other = FactorPairing.product(pairing.given),
      other.dimension == mine.dimension || other.dimension == .one
    else { return }
    let factors = pairing.given.map {
      Part.Factor(part: $0.part, exponent: $0.exponent * mine.exponent, power: $0.power)
    }
    let key = factors.map { Member(part: ObjectIdentifier($0.part), exponent: $0.exponent) }
    let whole =
      groups[key]
      ?? Part(
        factors, of: pairing.given[0].part,
        numbers: other.numbers.map { FormulaTree.power($0, mine.exponent) },
        unit: (try? other.unit.power(Exponent(mine.exponent < 0 ? -1 : 1))) ?? other.unit)
    groups[key] = whole
    let found = compare(mine.part, whole)
    guard !found.isOpaque, found.matched > 0, found.cost < Cost.limit else { return }
    pairing.result.add(found)
    (pairing.open, pairing.given) = ([], [])
  }
}
