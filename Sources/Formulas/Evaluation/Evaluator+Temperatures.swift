import Diagnostics
import Quantities

/// Temperatures in °C and °F have a zero of their own: they are converted, compared and
/// subtracted, and only their differences add and multiply.
extension Evaluator {
  /// A temperature is no factor; alone, a °C is one within a unit, such as `W/m²/°C`.
  ///
  /// - Parameter isSpelled: whether the product has its sign, as in `1 °C * s`.
  func checkFactors(
    _ left: Operand, _ right: Operand, inverted: Bool, isSpelled: Bool, _ sides: Sides
  ) throws(FormulaProblem) {
    let isWithinUnit =
      right.form == .unit && (left.form == .unit || left.form == .literal && !isSpelled)
    try checkNoTemperature(
      inverted ? .division : .multiplication,
      (isWithinUnit ? .one : left.value.unit ?? .one, sides.left),
      (right.form == .unit ? .one : right.value.unit ?? .one, sides.right))
  }

  /// Neither sums nor quotients of whole numbers, roots and the like are made of a temperature.
  func checkNoTemperature(
    _ operation: FormulaProblem.PointOperation, _ value: Measured, _ other: Measured? = nil
  ) throws(FormulaProblem) {
    let otherIsPoint = other?.unit.isTemperaturePoint == true
    guard value.unit.isTemperaturePoint || otherIsPoint else { return }
    let first = value.unit.isTemperaturePoint ? value : other ?? value
    let isBoth = value.unit.isTemperaturePoint && otherIsPoint
    throw FormulaProblem(
      .temperaturePoint(
        operation: operation, unit: first.unit.symbol, other: isBoth ? other?.span : nil),
      first.span)
  }

  /// The unit of something, and where that stands.
  typealias Measured = (unit: Unit, span: Span)

  /// How numbers in one unit come to another, to which they can only be converted.
  func converting(_ source: Measured, to target: Measured) throws(FormulaProblem) -> Conversion {
    if let conversion = try conversion(from: source, to: target) { return conversion }
    throw cannotConvert(source, to: target, at: source.span)
  }

  func cannotConvert(
    _ source: Measured, to target: Measured, _ missing: UnitRepair? = nil, at span: Span
  ) -> FormulaProblem {
    FormulaProblem(
      .cannotConvert(
        from: described(source.unit, source.span), to: described(target.unit, target.span),
        missing: missing), span)
  }

  /// How numbers in one unit come to another; nil where the dimensions differ.
  func conversion(from source: Measured, to target: Measured) throws(FormulaProblem) -> Conversion?
  {
    guard source.unit.mixesTemperatures(with: target.unit) else {
      return source.unit.conversion(to: target.unit)
    }
    throw FormulaProblem(
      .temperatures(
        .mixed(described(source.unit, source.span), described(target.unit, target.span))),
      source.span.union(target.span))
  }

  /// How the right side comes to the unit of a difference; a temperature is none.
  func subtractingPoint(_ left: Unit, _ right: Unit, _ sides: Sides) -> FormulaProblem {
    FormulaProblem(
      .temperatures(
        .subtracted(
          described(right, sides.right), from: described(left, sides.left),
          isDifference: left.isTemperatureDifference)), sides.whole)
  }

  /// The value, where none of its temperatures is below absolute zero.
  ///
  /// - Parameter target: the place of the unit to which it was converted.
  func possible(_ value: Value, _ span: Span, target: Span? = nil) throws(FormulaProblem) -> Value {
    guard let unit = value.unit, let zero = unit.absoluteZero else { return value }
    let limit = zero - 1e-9 * abs(zero)
    if let row = value.numbers?.firstIndex(where: { $0 < limit }) {
      throw FormulaProblem(
        .temperatures(
          .belowAbsoluteZero(
            unit.text(of: zero), target: target.map { described(unit, $0) },
            row: value.rowCount == nil ? nil : row)), span)
    }
    return value
  }

  /// Whether what divides is nothing but a unit, so that the unit before it goes on there.
  func isUnit(_ divisor: Expression) -> Bool {
    if let (left, right) = divisor.product { return isUnit(left) && isUnit(right) }
    switch divisor.kind {
    case .name(let word):
      return units.lookup(word) != nil && !isName(word) && !BuiltinConstant.isConstant(word)
    case .unitWord(let word): return !BuiltinConstant.isConstant(word)
    case .group(let inner): return isUnit(inner)
    default: return divisor.powerBase.map(isUnit) ?? false
    }
  }
}

/// What is wrong where temperatures and their differences meet.
public enum TemperatureMixup: Sendable {
  /// `absoluteZero` in the unit of the temperature, and what it was converted to; the row is that
  /// of a column.
  case belowAbsoluteZero(_ absoluteZero: String, target: FormulaProblem.Described?, row: Int?)
  /// A difference and a temperature are taken for one kind of thing.
  case mixed(FormulaProblem.Described, FormulaProblem.Described)
  /// A difference to be shown as a temperature.
  case shown(FormulaProblem.Described, as: FormulaProblem.Described)
  /// `isDifference` where K can be nothing else.
  case subtracted(FormulaProblem.Described, from: FormulaProblem.Described, isDifference: Bool)
  /// A temperature to be shown as a difference.
  case taken(FormulaProblem.Described, as: FormulaProblem.Described)
}

extension Expression {
  /// The factor that stands last, as the `0.5 °C` of `10 W * 0.5 °C`.
  var lastFactor: Expression {
    if case .negation(let inner) = kind { return inner.lastFactor }
    if case .implicit = kind { return self }
    return product?.right.lastFactor ?? self
  }
}
