import Diagnostics
import Quantities

/// Operators other than those of products and sums.
extension DerivationBuilder {
  /// A minus before an operand. One before a single figure is a part of that figure.
  mutating func negation(
    of inner: Expression, _ expression: Expression
  ) throws(FormulaProblem) -> Node {
    let before = steps.count
    let node = try factor(inner)
    if steps.count == before, node.pieces.count == 1, case .value(let value) = node.pieces[0],
      !value.isNegative
    {
      let whole = try evaluate(expression)
      let value = projected(whole)
      return Node(whole: whole, value: value, pieces: [.value(value)])
    }
    return try note(.other([.sign("-"), .value(node.value)]), expression) {
      [.sign("-")] + node.pieces
    }
  }

  mutating func operation(
    _ sign: BinaryOperator, _ left: Expression, _ right: Expression, _ expression: Expression
  ) throws(FormulaProblem) -> Node {
    let first = try bracketed(left)
    // `and` and `or` look at their right side only where it matters.
    if sign == .and || sign == .or, case .truth(let truth) = first.whole, truth == (sign == .or) {
      return try whole(expression)
    }
    let second = try bracketed(right)
    let middle = Derivation.Piece.sign(sign.rawValue)
    return try note(.other([.value(first.value), middle, .value(second.value)]), expression) {
      first.pieces + [middle] + second.pieces
    }
  }

  mutating func conversion(
    _ inner: Expression, to target: Expression, _ expression: Expression
  ) throws(FormulaProblem) -> Node {
    let first = try node(inner)
    let place = steps.count
    let unit = try? evaluator.evaluate(target).unit
    let pieces: [Derivation.Piece] =
      first.pieces + [.sign("to")]
      + (unit.map { [.unit($0)] } ?? [.sign(text(target.span))])
    let node = try note(.other([.value(first.value)] + pieces.suffix(2)), expression) { pieces }
    if let own = first.value.unit, let unit = node.value.unit {
      steps[place].kind = .conversion(first.value, own.equality(with: unit))
    }
    return node
  }

  mutating func truth(_ condition: Expression) throws(FormulaProblem) -> Bool {
    try evaluator.truth(condition, of: .condition)
  }
}
