import Diagnostics
import Quantities

/// Quotients that are the other way up than they are needed.
extension Evaluator {
  /// One factor of a product with the sign of its exponent.
  struct Factor {
    var expression: Expression
    var isBelow: Bool
    var unit: Unit
  }

  /// `18 km/L to L/(100 km)`: a figure or name whose inverse is asked for. Its number has to be
  /// inverted with its unit.
  func reciprocal(_ source: Expression, _ own: Unit, like wanted: Unit) -> UnitRepair? {
    guard let product = try? own.product(with: wanted).unit, product.dimension == .one,
      own.dimension != .one
    else { return nil }
    if case .binary(let sign, let top, let bottom) = source.kind, source.typedFigures == nil {
      return sign == .divide ? .reciprocal(of: source.span, (top.span, bottom.span)) : nil
    }
    return .reciprocal(of: source.span, nil)
  }

  /// A factor, or a number with its unit, that would have to be inverted to make the dimensions
  /// agree; nil where none would, or more than one.
  mutating func upsideDown(_ expression: Expression, _ own: Unit, like wanted: Unit) -> UnitRepair?
  {
    guard let factors = factors(of: expression), factors.count > 1,
      let ratio = try? wanted.product(with: own, inverted: true).unit
    else { return nil }
    let missing = ratio.dimension
    func inverts(_ unit: Unit, isBelow: Bool) -> Bool {
      guard let change = try? unit.power(Exponent(isBelow ? 2 : -2)) else { return false }
      return unit.dimension != .one && change.dimension == missing
    }
    for (place, literal) in factors.enumerated() where literal.expression.isQuantityLiteral {
      if let found = quotient(factors, from: place, where: inverts) { return found }
    }
    let single = factors.indices.filter { place in
      inverts(factors[place].unit, isBelow: factors[place].isBelow)
    }
    guard single.count == 1, let place = single.first, place > 0 else { return nil }
    let factor = factors[place]
    let gap = Span(factors[place - 1].expression.span.end, factor.expression.span.start)
    let found: String
    var isUnit = false
    switch factor.expression.kind {
    case .name(let word):
      isUnit = !sheet.hasName(word)
      found = isUnit && factor.isBelow ? "/" + word : word
    case .implicit(let number, _) where factor.expression.isQuantityLiteral:
      guard case .number(let value, _) = number.kind else { return nil }
      found = "\(NumberFormat.typed.string(value)) \(factor.unit.symbol)"
    default: return nil
    }
    let sign = factor.isBelow ? (isUnit ? " " : " * ") : " / "
    return .upsideDown(found: found, fixIt: FixIt(span: gap, text: sign))
  }

  /// A literal with the units that follow it: the `262 kWh/g` of `5 h * 262 kWh/g`.
  func quotient(
    _ factors: [Factor], from place: Int, where inverts: (Unit, Bool) -> Bool
  ) -> UnitRepair? {
    let first = factors[place]
    guard case .implicit(let number, _) = first.expression.kind,
      case .number(let value, _) = number.kind
    else { return nil }
    var unit = first.unit
    var end = place + 1
    while end < factors.count, let word = factors[end].expression.firstWord,
      factors[end].expression.isUnitProduct, !sheet.hasName(word), locals?[word] == nil
    {
      let isInverted = factors[end].isBelow != first.isBelow
      guard
        let next = try? unit.product(with: factors[end].unit, inverted: isInverted, merged: false)
      else { return nil }
      unit = next.unit
      end += 1
    }
    guard end > place + 1, inverts(unit, first.isBelow), let turned = try? unit.power(Exponent(-1))
    else { return nil }
    let digits = NumberFormat.typed.string(value)
    let span = first.expression.span.union(factors[end - 1].expression.span)
    let found = "\(digits) \(unit.symbol)"
    var other = FixIt(span: span, text: "1 / (\(found))")
    if place > 0 {
      other.span = Span(factors[place - 1].expression.span.end, span.end)
      other.text = (first.isBelow ? " * (" : " / (") + found + ")"
    }
    return .upsideDown(
      found: found, fixIt: FixIt(span: span, text: "\(digits) \(turned.symbol)"), other: other)
  }

  /// The factors of a product, each with its unit; nil where one has none, or where there are too
  /// many.
  mutating func factors(of expression: Expression) -> [Factor]? {
    var factors: [Factor] = []
    return collect(expression, isBelow: false, &factors) ? factors : nil
  }

  private mutating func collect(
    _ expression: Expression, isBelow: Bool, _ factors: inout [Factor]
  ) -> Bool {
    guard factors.count < 40 else { return false }
    guard case .binary(let sign, let left, let right) = expression.kind,
      sign == .multiply || sign == .divide
    else {
      guard let unit = (try? evaluate(expression))?.unit else { return false }
      factors.append(Factor(expression: expression, isBelow: isBelow, unit: unit))
      return true
    }
    return collect(left, isBelow: isBelow, &factors)
      && collect(right, isBelow: isBelow != (sign == .divide), &factors)
  }
}
