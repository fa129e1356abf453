import Diagnostics
import Quantities

/// Quotients in which a number and its unit bind tighter than one may think.
extension Reading {
  /// A quotient that reads in two ways, and where it stands.
  struct Quotient {
    var misreading: Misreading
    var span: Span
  }

  /// The quotients of a formula that read in two ways; one that reads in three is there twice.
  func quotients(in expression: Expression) -> [Quotient] {
    let found = misreadings(of: expression)
    return found.isEmpty
      ? expression.parts.flatMap { quotients(in: $0) }
      : found.map { Quotient(misreading: $0, span: expression.span) }
  }

  /// How else a quotient may be meant, the likeliest first; empty where it is as it looks.
  func misreadings(of expression: Expression) -> [Misreading] {
    guard let parts = parts(of: expression) else { return [] }
    let (top, divisor) = (parts.top, parts.divisor)
    let (above, below) = (piece(top.span), piece(divisor.span))
    guard case .implicit(let first, let second) = divisor.kind else { return [] }
    func misreading(_ read: String, _ meant: String) -> Misreading {
      Misreading(typed: piece(expression.span), read: read, meant: meant)
    }
    // `10 / 2 (3 + 4)`
    if isNumber(first), case .group = second.kind, !second.isUnitProduct, parts.units.isEmpty {
      let factor = piece(second.span)
      return [
        misreading(
          "\(above) / (\(piece(first.span)) * \(factor))",
          "\(above) / \(piece(first.span)) * \(factor)")
      ]
    }
    guard let literal = literal(divisor) else { return [] }
    let tail = piece(Span(divisor.span.end, expression.span.end))
    let read =
      parts.units.isEmpty
      ? "\(above) / (\(below))"
      : "(\(above) / (\(below)))" + parts.units.map { " \($0.sign) \($0.unit)" }.joined()
    var found: [Misreading] = []
    // `10 W / 2 W/m^2`: the unit goes on.
    if !parts.units.isEmpty { found.append(misreading(read, "\(above) / (\(below)\(tail))")) }
    // `60 W * 1/2 h`: a fraction of the unit.
    if let number = lastNumber(of: top), !isPercentSign(literal.unit) {
      let before = piece(Span(top.span.start, number.start))
      let fraction = "(\(piece(number)) / \(piece(literal.number.span)))"
      let other = misreading(read, "\(before)\(fraction) \(piece(literal.unit))\(tail)")
      // `1 / 107.5 token/s`, with its spaces, is no fraction.
      let isTight = divisor.span.start - top.span.end == 1
      if isTight || parts.units.isEmpty { found.insert(other, at: 0) }
    }
    return found
  }

  /// What a quotient that reads in two ways divides.
  func dividend(of expression: Expression) -> Expression? { parts(of: expression)?.top }

  // MARK: Parts

  /// The parts of `top / divisor/unit/unit`, where the divisor has a number and what is multiplied
  /// with it without a sign.
  private func parts(
    of expression: Expression
  ) -> (top: Expression, divisor: Expression, units: [(sign: String, unit: String)])? {
    var rest = expression
    var units: [(sign: String, unit: String)] = []
    while case .binary(let sign, let left, let right) = rest.kind,
      sign == .divide || sign == .multiply
    {
      if sign == .divide, case .implicit = right.kind { return (left, right, units.reversed()) }
      guard isUnit(right), units.count < 8 else { return nil }
      units.append((sign.rawValue, piece(right.span)))
      rest = left
    }
    return nil
  }

  /// A number with the units right behind it.
  private func literal(_ expression: Expression) -> (number: Expression, unit: Span)? {
    guard case .implicit(let left, let unit) = expression.kind, unit.isUnitProduct else {
      return nil
    }
    if isNumber(left) { return (left, unit.span) }
    return literal(left).map { ($0.number, $0.unit.union(unit.span)) }
  }

  private func isNumber(_ expression: Expression) -> Bool {
    switch expression.kind {
    case .number: true
    case .binary(.power, let base, let exponent): isNumber(base) && exponent.typedFigures != nil
    default: false
    }
  }

  /// The number at the end of a product, or the whole of it where it is divided by that number.
  private func lastNumber(of top: Expression) -> Span? {
    if isPlain(top), !isQuotient(top) { return top.span }
    guard case .binary(let sign, _, let right) = top.kind, isPlain(right) else { return nil }
    return sign == .multiply ? right.span : sign == .divide ? top.span : nil
  }

  private func isQuotient(_ expression: Expression) -> Bool {
    if case .binary(.multiply, _, _) = expression.kind { return true }
    return false
  }

  /// Whether it is made of numbers without units.
  private func isPlain(_ expression: Expression) -> Bool {
    switch expression.kind {
    case .number: true
    case .negation(let inner), .group(let inner): isPlain(inner)
    case .binary(let sign, let left, let right):
      [.add, .subtract, .multiply, .divide, .power].contains(sign) && isPlain(left)
        && isPlain(right)
    default: false
    }
  }

  /// Whether it is a unit, with or without a power, and none of the student's names.
  private func isUnit(_ expression: Expression) -> Bool {
    switch expression.kind {
    case .name(let word):
      guard let unit = units.lookup(word) else { return false }
      guard case .quantity(let number, let own)? = compute(expression) else { return true }
      return number == 1 && own == unit
    case .binary(.power, let base, let exponent):
      return exponent.typedFigures != nil && isUnit(base)
    case .group(let inner): return isUnit(inner)
    case .implicit(let left, let right), .binary(.multiply, let left, let right),
      .binary(.divide, let left, let right):
      return isUnit(left) && right.isUnitProduct
    default: return false
    }
  }

  private func isPercentSign(_ place: Span) -> Bool { piece(place) == "%" }
}
