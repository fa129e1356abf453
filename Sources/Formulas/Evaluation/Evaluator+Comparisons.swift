import CColumns
import Diagnostics

/// Comparisons, and conditions joined by `and` and `or`.
extension Evaluator {
  mutating func comparison(
    _ sign: BinaryOperator, _ left: Value, _ right: Value, _ sides: Sides
  ) throws(FormulaProblem) -> Value {
    switch (left, right) {
    case (.text(let first), .text(let second)): return .truth(Self.compare(sign, first, second))
    case (.truth(let first), .truth(let second)) where sign == .equal || sign == .notEqual:
      return .truth((first == second) == (sign == .equal))
    case (.texts(let texts), .text(let text)):
      try spend(texts.count, at: sides.whole)
      return .truths(texts.map { Self.compare(sign, $0, text) })
    case (.text(let text), .texts(let texts)):
      return .truths(texts.map { Self.compare(sign, text, $0) })
    case (.texts(let first), .texts(let second)) where first.count == second.count:
      return .truths(zip(first, second).map { Self.compare(sign, $0, $1) })
    default: break
    }
    let conversion = try likeConversion(sign, left, right, sides).conversion
    if case .quantity(let one, _) = left, case .quantity(let other, _) = right {
      return .truth(Self.compare(sign, one, conversion.apply(other)))
    }
    guard let first = left.side, let second = right.side else { throw kinds(left, right, sides) }
    let count = try rows(of: first, second, sides)
    try spend(count, at: sides.whole)
    return .truths(
      .filled(count) { truths in
        first.withOperand { one in
          second.withOperand { other in
            reckon_compare(sign.ofColumns, truths, one, other, conversion.ofColumns, count)
          }
        }
      })
  }

  /// Equal to 12 digits counts as equal, so that a conversion does not hide it.
  private static func compare(_ sign: BinaryOperator, _ left: Double, _ right: Double) -> Bool {
    compare(sign, left, right, areEqual: left.isNearlyEqual(to: right))
  }

  private static func compare(_ sign: BinaryOperator, _ left: String, _ right: String) -> Bool {
    compare(sign, left, right, areEqual: left == right)
  }

  private static func compare<Operand: Comparable>(
    _ sign: BinaryOperator, _ left: Operand, _ right: Operand, areEqual: Bool
  ) -> Bool {
    switch sign {
    case .equal: areEqual
    case .notEqual: !areEqual
    case .less: left < right && !areEqual
    case .lessOrEqual: left < right || areEqual
    case .greater: left > right && !areEqual
    case .greaterOrEqual: left > right || areEqual
    case .add, .subtract, .multiply, .divide, .floorDivide, .modulo, .power, .and, .or:
      preconditionFailure("Not a comparison.")
    }
  }

  mutating func logical(
    _ sign: BinaryOperator, _ left: Expression, _ right: Expression
  ) throws(FormulaProblem) -> Value {
    let first = try evaluate(left)
    if case .truths(let truths) = first {
      let second = try evaluate(right)
      guard case .truths(let others) = second else {
        throw FormulaProblem(
          .wrongKind(.named(sign.rawValue), found: second.kind, expected: .comparisonOfColumns),
          right.span)
      }
      guard truths.count == others.count else {
        throw FormulaProblem(.lengths(truths.count, others.count), left.span.union(right.span))
      }
      try spend(truths.count, at: right.span)
      return .truths(
        sign == .and
          ? truths.joined(with: others) { $0 && $1 } : truths.joined(with: others) { $0 || $1 })
    }
    guard case .truth(let truth) = first else {
      // `3 hours and 20 minutes`
      if sign == .and, left.isQuantityLiteral, right.isQuantityLiteral {
        throw ForeignSyntax.spoken.problem(
          ForeignSyntax.Match(
            place: Span(left.span.end, right.span.start), found: "and", sign: "+", fixIts: [" + "]))
      }
      throw FormulaProblem(
        .wrongKind(.named(sign.rawValue), found: first.kind, expected: .comparison), left.span)
    }
    if truth == (sign == .or) { return .truth(truth) }
    return .truth(try self.truth(right, of: .named(sign.rawValue)))
  }
}

extension BinaryOperator {
  /// The same comparison of whole columns.
  fileprivate var ofColumns: reckon_comparison {
    switch self {
    case .equal: RECKON_EQUAL
    case .notEqual: RECKON_NOT_EQUAL
    case .less: RECKON_LESS
    case .lessOrEqual: RECKON_LESS_OR_EQUAL
    case .greater: RECKON_GREATER
    case .greaterOrEqual: RECKON_GREATER_OR_EQUAL
    case .add, .subtract, .multiply, .divide, .floorDivide, .modulo, .power, .and, .or:
      preconditionFailure("Not a comparison.")
    }
  }
}

extension Double {
  /// Equal to 12 digits.
  func isNearlyEqual(to other: Double) -> Bool {
    self == other || abs(self - other) <= 1e-12 * max(abs(self), abs(other))
  }

  /// The whole number that it equals to 12 digits; nil where there is none, as for a half of
  /// something large.
  var nearWhole: Double? {
    let whole = rounded()
    return isNearlyEqual(to: whole) && abs(self - whole) <= 1e-4 ? whole : nil
  }
}
