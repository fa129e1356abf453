import Formulas
import Quantities

/// What is said of factors that have no like in the other formula.
extension Aligner {
  /// Plain numbers that are left on both sides.
  func numbers(_ pairing: inout FactorPairing, _ m: Part, _ result: inout Comparison) {
    if m.isBareBeside(pairing.given) || result.isBare {
      // A unit by itself is no factor where figures have none: `1 mL/min`.
      pairing.open.removeAll {
        $0.part.isLiteral && $0.part.numbers == [$0.part.one] && !$0.part.isPlain
      }
    }
    let mine = pairing.open.filter(\.part.isPlainLiteral)
    let own = pairing.given.filter(\.part.isPlainLiteral)
    // `r * 2` for `r^2`.
    if mine.isEmpty, own.count == 1,
      let place = result.differences.firstIndex(where: { difference in
        guard case .raised(let factor, let times) = difference.trace else { return false }
        return factor.exponent * times == 1 && factor.exponent == own[0].part.numbers.first
      })
    {
      let origin = (result.differences[place].error as? WrongPower)?.origin ?? .part
      result.differences[place].error = WrongPower(origin: origin, manner: .timesExponent)
      result.differences[place].edits.append(
        .init(node: m.node, change: .multiply(own[0].powered)))
      pairing.given.removeAll { $0.part === own[0].part }
      return
    }
    guard !mine.isEmpty else { return }
    if own.isEmpty, mine.count > 1 {
      // Several plain numbers that are left out are one slip.
      pairing.open.removeAll(where: \.part.isPlainLiteral)
      result.differences.append(
        Difference(
          error: MissingNumber(origin: .part),
          edits: mine.map { .init(node: $0.part.node, change: .set([1])) }, cost: Cost.slip))
      return
    }
    let isUpsideDown =
      pairing.found.contains { $0.times == -1 }
      && pairing.found.allSatisfy { $0.times == -1 }
    func product(_ factors: [Part.Factor]) -> Double {
      factors.reduce(1) { $0 * ($1.powered.first ?? 1) }
    }
    var whole = product(mine)
    var powers: [Int: Double] = [:]
    for case .raised(let factor, let times) in result.differences.map(\.trace) {
      if let power = factor.power { powers[power] = times }
    }
    if isUpsideDown {
      whole = 1 / whole
    } else if !powers.isEmpty {
      // Numbers under a root that is forgotten are too.
      whole = mine.reduce(1) { product, number in
        let times = number.power.flatMap { powers[$0] } ?? 1
        return product * FormulaTree.power(number.powered.first ?? 1, times)
      }
    }
    let slack = own.reduce(0) { $0 + $1.part.slack }
    let other = product(own)
    let edits = mine.enumerated().map { place, factor in
      Difference.Edit(
        node: factor.part.node,
        change: .set([place == 0 ? FormulaTree.power(other, 1 / factor.exponent) : 1]))
    }
    func drop() {
      pairing.open.removeAll(where: \.part.isPlainLiteral)
      pairing.given.removeAll(where: \.part.isPlainLiteral)
    }
    if Sameness([whole], [other], within: slack) != nil {
      // They come to the same in another form.
      result.matched += own.count
      result.deviation += slack
      if isUpsideDown || !powers.isEmpty {
        result.differences.append(
          Difference(error: nil, edits: edits, cost: 0))
      }
      return drop()
    }
    guard !own.isEmpty else { return }
    if pairing.found.contains(where: { $0.times == -1 }), Conversions.isNear(other, 1 / whole) {
      // It goes with the others that are on the wrong side.
      result.matched += own.count
      result.differences.append(Difference(error: nil, edits: edits, cost: 0))
      return drop()
    }
    let ratio = other / whole
    let origin = model.nameable(mine[0].part.node)
    let error: any ErrorPattern
    if !WrongNumber.isUsual(whole), Conversions.isNear(other, 1 / whole) {
      error = Inversion(place: .factor(origin, shouldDivide: whole < 1))
    } else if Conversions.isNear(ratio, 100),
      mine.contains(where: { factor in factor.part.numbers.allSatisfy { $0 > 0 && $0 < 1 } })
    {
      error = WrongPercentage(origin: nil, factor: nil)
    } else if Conversions.isPowerOfTen(ratio) || Conversions.isCommon(ratio) {
      error = WrongScale(size: ratio, origin: nil)
    } else {
      error = WrongNumber(origin: origin)
    }
    // Several figures are less likely one that is another.
    let cost = Cost.figure + (own.count > mine.count ? 0.3 : 0)
    var difference = Difference(error: error, edits: edits, cost: cost)
    if mine.count == 1, own.count == 1 {
      difference.trace = .replaced(mine[0].part, by: own[0].part)
    }
    result.differences.append(difference)
    drop()
  }

  func missing(_ factor: Part.Factor, isBare: Bool) -> Difference {
    let origin = model.nameable(factor.part.node)
    let edit = Difference.Edit(
      node: factor.part.node,
      change: .set([isBare && !factor.part.isPlain ? factor.part.one : 1]))
    // Who leaves out what is as good as 1 has not forgotten it.
    if factor.part.isPlain, factor.powered.allSatisfy({ abs($0 - 1) <= 0.005 }) {
      return Difference(error: nil, edits: [edit], cost: 0.1)
    }
    let names = factor.part.outermostNames
    // `ln(2)` is as plain a number as 2.
    let isNameless = factor.part.isPlain && names.isEmpty
    let isNumber =
      factor.part.isPlainNumber && !origin.isOwnName || isNameless && !factor.part.isAtom
    let isNamed = origin.isNamed || factor.part.isAtom || isNameless
    let error: any ErrorPattern
    if isNumber {
      error = MissingNumber(origin: origin)
    } else if isNamed || names.isEmpty {
      error = MissingFactor(origin: origin)
    } else {
      error = MissingPart(names: names)
    }
    return Difference(
      error: error, edits: [edit], cost: isNamed ? Cost.slip : Cost.unnamed, trace: .missing(factor)
    )
  }

  func extra(_ factor: Part.Factor, in m: Part, isBare: Bool, isThere: Bool) -> Difference {
    let part = factor.part
    let edits = [Difference.Edit(node: m.node, change: .multiply(factor.powered))]
    // Figures without units that are given one in the end.
    if isBare, !m.isPlain, part.dimension == m.dimension, case .literal(let number, _) = part.origin
    {
      return Difference(
        error: nil, edits: [], cost: 0, trace: .conversion(number, of: m.node, by: factor.powered))
    }
    if part.isPlainNumber, factor.powered.allSatisfy({ $0 == 1 }) {
      return Difference(
        error: nil, edits: [], cost: 0, trace: part.isRatio ? .extra(factor) : .other)
    }
    if part.isPlainLiteral, let number = factor.powered.first, WrongNumber.isUsual(number) {
      return Difference(
        error: ExtraNumber(factor: nil), edits: edits, cost: Cost.slip, trace: .extra(factor))
    }
    if part.isPlainLiteral, let number = factor.powered.first,
      Conversions.isConversion(number)
    {
      // Among figures without units, it converts one to another, and the whole is looked at.
      if isBare {
        return Difference(
          error: nil, edits: [], cost: 0,
          trace: .conversion(number, of: m.node, by: factor.powered))
      }
      return Difference(
        error: WrongScale(size: number, origin: nil), edits: edits, cost: Cost.slip,
        trace: .extra(factor))
    }
    let origin = part.origin.isNamed ? part.origin : vocabulary.name(of: part).map { .name($0) }
    return Difference(
      error: ExtraFactor(
        origin: origin ?? (part.isAtom ? part.origin : part.nameableInside),
        manner: isThere
          ? .again : factor.exponent < 0 ? .foreignDivisor : .foreign),
      edits: edits, cost: part.isAtom ? Cost.slip : Cost.unnamed, trace: .extra(factor))
  }
}
