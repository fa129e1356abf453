import Formulas
import Quantities

/// A part of a formula in the form in which two formulas are compared: products of powers, sums of
/// signed terms, calls and leaves.
final class Part {
  enum Shape {
    case atom
    case product([Factor])
    case sum([Term])
    case raised(base: Part, exponent: Part)
    case call(FormulaFunction, [Part])
    case aggregate(String, Part)

    /// The parts that it is directly made of.
    var parts: [Part] {
      switch self {
      case .atom: []
      case .product(let factors): factors.map(\.part)
      case .sum(let terms): terms.map(\.part)
      case .raised(let base, let exponent): [base, exponent]
      case .call(_, let arguments): arguments
      case .aggregate(_, let inner): [inner]
      }
    }
  }

  struct Factor {
    var part: Part
    var exponent: Double
    /// The power within which it stands, if it does.
    var power: Int?
  }

  struct Term {
    var part: Part
    var isNegative: Bool
  }

  let shape: Shape
  /// Its place in its tree.
  let node: Int
  let origin: FormulaTree.Origin
  let numbers: [Double]
  let unit: Unit
  /// How far the numbers may be off for how they were typed, relative to them.
  let slack: Double
  /// Half of the last figure that was typed of it, relative to it.
  let rounding: Double
  /// The unit in which its figures are stated, in base units.
  let one: Double
  let zero: Double
  /// Of a product: whether a minus stands before it.
  private(set) var isNegative: Bool
  /// Names, columns and figures that it is made of.
  let leafCount: Int

  init(
    _ shape: Shape, _ node: Int, _ source: FormulaTree.Node, isNegative: Bool = false,
    scaledBy scale: Double = 1, unit: Unit? = nil, negated: Bool = false
  ) {
    self.shape = shape
    self.node = node
    origin = source.origin
    numbers =
      negated
      ? source.numbers.map { -$0 }
      : scale == 1 ? source.numbers : source.numbers.map { $0 * scale }
    self.unit = unit ?? source.unit
    slack = source.slack
    rounding = source.rounding
    one = source.one
    zero = source.zero
    self.isNegative = isNegative
    let isLeaf = if case .atom = shape { source.origin != .unit } else { false }
    leafCount = shape.parts.reduce(isLeaf ? 1 : 0) { $0 + $1.leafCount }
  }

  var dimension: Dimension { unit.dimension }
  var isAtom: Bool { if case .atom = shape { true } else { false } }
  var isPlain: Bool { unit == .one }

  /// Whether it is a figure as typed, or a number such as π.
  var isLiteral: Bool { if case .literal = origin { isAtom } else { false } }

  /// Whether it is a number without unit as typed, or made of such alone.
  var isPlainNumber: Bool {
    guard isPlain else { return false }
    switch shape {
    case .atom:
      switch origin {
      case .literal: return origin.isPlainFigure
      case .name(let name): return BuiltinConstant.plainNumbers.contains(name)
      case .column, .row, .formula, .madeOf, .unit, .part: return false
      }
    case .product, .sum, .raised: return children.allSatisfy(\.isPlainNumber)
    case .call, .aggregate: return false
    }
  }

  /// The part upside down, where all of it divides; nil where it does not.
  ///
  /// - Parameter ofDivisors: whether only what divides is turned, or anything.
  func inverse(ofDivisors: Bool) -> Part? {
    guard isPlain, !isNegative else { return nil }
    let own = factors
    if ofDivisors, own.isEmpty || own.contains(where: { $0.exponent > 0 }) { return nil }
    let turned = own.map { Factor(part: $0.part, exponent: -$0.exponent, power: $0.power) }
    if turned.count == 1, turned[0].exponent == 1 { return turned[0].part }
    return Part(.product(turned), self, numbers: numbers.map { 1 / $0 })
  }

  /// The same leaf with other numbers.
  convenience init(_ other: Part, numbers: [Double]) {
    self.init(other.shape, other, numbers: numbers)
  }

  /// The same with a minus.
  var negated: Part {
    let negative = Part(.product(factors), self, numbers: numbers.map { -$0 })
    negative.isNegative = !isNegative
    return negative
  }

  /// A product of parts that stand beside one another.
  convenience init(_ factors: [Factor], of first: Part, numbers: [Double], unit: Unit) {
    self.init(
      .product(factors), first, numbers: numbers, unit: unit,
      slack: factors.reduce(0) { $0 + $1.part.slack })
  }

  init(
    _ shape: Shape, _ other: Part, numbers: [Double], unit: Unit? = nil, slack: Double? = nil
  ) {
    self.shape = shape
    self.numbers = numbers
    (node, origin, self.unit, self.slack) = (
      other.node, other.origin, unit ?? other.unit, slack ?? other.slack
    )
    rounding = other.rounding
    (one, zero, isNegative, leafCount) = (other.one, other.zero, false, other.leafCount)
  }

  /// What it is directly made of.
  var children: [Part] { shape.parts }

  /// Itself and all that it is made of.
  var allParts: [Part] { [self] + children.flatMap(\.allParts) }

  /// Names, columns and figures that it is made of.
  var allLeaves: [Part] { isAtom ? [self] : leavesOfChildren }

  private lazy var leavesOfChildren: [Part] = children.flatMap(\.allLeaves)

  /// Its factors, one where it is no product.
  var factors: [Factor] {
    if case .product(let factors) = shape { return factors }
    return [Factor(part: self, exponent: 1, power: nil)]
  }

  /// Its terms, one where it is no sum.
  var terms: [Term] {
    if case .sum(let terms) = shape { return terms }
    return [Term(part: self, isNegative: false)]
  }
}

/// Brings the parts of a tree into the form in which they are compared.
struct PartBuilder {
  let tree: FormulaTree
  /// Names that both formulas have, and which are not opened.
  let kept: Set<FormulaTree.Origin>

  var whole: Part { part(tree.root) }

  func part(_ node: Int) -> Part {
    let own = tree.nodes[node]
    switch own.kind {
    case .leaf:
      // `-0.636` is a figure with a minus.
      if case .literal = own.origin, own.numbers.count == 1, own.numbers[0] < 0, own.zero == 0 {
        let figure = Part(.atom, node, own, negated: true)
        return Part(
          .product([Part.Factor(part: figure, exponent: 1, power: nil)]), node, own,
          isNegative: true)
      }
      return Part(.atom, node, own)
    case .named(let inner):
      if kept.contains(own.origin) { return Part(.atom, node, own) }
      let opened = part(inner)
      // An earlier answer of which the value is the model's is what its formula is meant to be.
      return Part(opened.shape, node, own, isNegative: opened.isNegative)
    case .product(let operands): return product(operands, node)
    case .sum(let operands):
      if operands.count == 1, let only = operands.first {
        let inner = part(only.node)
        guard only.isInverse else { return inner }
        return Part(.product(inner.factors), node, own, isNegative: !inner.isNegative)
      }
      return Part(
        .sum(
          operands.map { operand in
            let inner = part(operand.node)
            // The minus of a product goes with its term.
            if inner.isNegative {
              let positive = inner.negated
              let only = positive.factors.count == 1 && positive.factors[0].exponent == 1
              return Part.Term(
                part: only ? positive.factors[0].part : positive, isNegative: !operand.isInverse)
            }
            return Part.Term(part: inner, isNegative: operand.isInverse)
          }), node, own)
    case .power(let inner, let exponent):
      let base = part(inner)
      return Part(
        .product([Part.Factor(part: base, exponent: exponent.value, power: node)]), node, own)
    case .raised(let base, let exponent):
      return Part(.raised(base: part(base), exponent: part(exponent)), node, own)
    case .call(let function, let arguments):
      let inner = arguments.map(part)
      // A logarithm of 1/x is that of x with a minus.
      if FunctionKin.logarithms.contains(function.name), let argument = inner.first,
        let inverse = argument.inverse(ofDivisors: true)
      {
        let plain = Part(.call(function, [inverse]), node, own, negated: true)
        return Part(
          .product([Part.Factor(part: plain, exponent: 1, power: nil)]), node, own,
          isNegative: true)
      }
      return Part(.call(function, inner), node, own)
    case .aggregate(let name, let inner): return Part(.aggregate(name, part(inner)), node, own)
    }
  }

  private func product(_ operands: [FormulaTree.Operand], _ node: Int) -> Part {
    var factors: [Part.Factor] = []
    var isNegative = false
    for operand in operands {
      let sign = operand.isInverse ? -1.0 : 1
      let own = tree.nodes[operand.node]
      // `450 * W` is one figure with its unit.
      if own.origin == .unit,
        let last = factors.lastIndex(where: { $0.part.isLiteral && abs($0.exponent) == 1 }),
        let merged = merged(factors[last], own, sign)
      {
        factors[last].part = merged
        continue
      }
      let inner = part(operand.node)
      guard case .product(let parts) = inner.shape, own.origin.isNamed == false else {
        factors.append(Part.Factor(part: inner, exponent: sign, power: nil))
        continue
      }
      isNegative = isNegative != inner.isNegative
      for var factor in parts {
        factor.exponent *= sign
        factors.append(factor)
      }
    }
    // A 1 before a line says nothing.
    if factors.count > 1 {
      factors.removeAll {
        $0.part.isPlainLiteral && $0.part.numbers == [1] && $0.power == nil && !$0.part.isRatio
      }
    }
    return Part(.product(factors), node, tree.nodes[node], isNegative: isNegative)
  }

  private func merged(
    _ factor: Part.Factor, _ unit: FormulaTree.Node, _ sign: Double
  ) -> Part? {
    let isInverse = sign != factor.exponent
    guard
      let product = try? factor.part.unit.product(with: unit.unit, inverted: isInverse).unit
    else { return nil }
    let scale = isInverse ? 1 / unit.numbers[0] : unit.numbers[0]
    let source = tree.nodes[factor.part.node]
    return Part(.atom, factor.part.node, source, scaledBy: scale, unit: product)
  }
}
