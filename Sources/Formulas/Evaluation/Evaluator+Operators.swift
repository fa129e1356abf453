import CColumns
import Diagnostics
import Quantities
import RealModule

/// Where the two sides of an operator or function stand.
struct Sides {
  var left: Span
  var right: Span
  var sign: String
  var whole: Span

  /// - Parameter whole: nil for what both sides span.
  init(_ left: Span, _ right: Span, sign: String, _ whole: Span? = nil) {
    self.left = left
    self.right = right
    self.sign = sign
    self.whole = whole ?? left.union(right)
  }
}

extension Evaluator {
  mutating func binary(
    _ sign: BinaryOperator, _ left: Expression, _ right: Expression, at span: Span
  ) throws(FormulaProblem) -> Operand {
    if sign == .and || sign == .or { return (try logical(sign, left, right), .computed) }
    let outer = openUnit
    defer { openUnit = outer }
    if sign == .divide, isUnit(right) { openUnit = left.lastFactor.span }
    var first = try operand(left) { sign == .subtract ? $0.nameWithHyphen(left, right, $1) : nil }
    if sign == .divide || sign == .multiply, first.form == .literal, let word = right.firstWord,
      isName(word), units.lookup(word) != nil || sign == .divide && units.power(word) != nil
    {
      let exponent = right.wordExponent
      let unit = units.power(word)?.typed ?? word
      throw FormulaProblem(
        .ambiguousUnit(
          word: word, asUnit: "(1 \(unit)\(exponent))", asName: "(\(word))\(exponent)"), right.span)
    }
    let isFigure = first.form == .literal || first.form == .unit || left.lastUnitWord != nil
    let outerPowers = readsPowers
    readsPowers =
      right.isUnitProduct
      && (sign == .divide && (isFigure || first.form == .number)
        || sign == .multiply && first.form == .literal)
    defer { readsPowers = outerPowers }
    var second = try operand(right) {
      if sign == .subtract { return $0.nameWithHyphen(left, right, $1) }
      return sign == .divide && isFigure && right.isUnitProduct
        ? $0.inUnitPlace($1, isSure: false) : nil
    }
    let sides = Sides(left.span, right.span, sign: sign.rawValue, span)
    switch sign {
    case .multiply, .divide:
      let keepsUnit = second.form == .unit && first.form != .computed
      try checkFactors(
        first, second, inverted: sign == .divide, isSpelled: sign == .multiply, sides)
      let form = joinedForm(first.form, second.form)
      let value = try product(
        first.value.taken(), second.value.taken(), inverted: sign == .divide, merged: !keepsUnit,
        sides)
      return (value, form)
    case .power:
      let value = try power(first, second.value, sides)
      return (value, first.form == .unit || first.form == .number ? first.form : .computed)
    case .floorDivide, .modulo:
      return (try remainder(sign, first.value, second.value, sides), .computed)
    case .add, .subtract, .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual:
      let (one, other) = (first.value.unit, second.value.unit)
      do throws(FormulaProblem) {
        let value =
          sign == .add || sign == .subtract
          ? try sum(first.value.taken(), second.value.taken(), minus: sign == .subtract, sides)
          : try comparison(sign, first.value, second.value, sides)
        return (value, .computed)
      } catch {
        throw repaired(error, left, one, right, other)
      }
    case .and, .or: preconditionFailure("Computed by logical(_:_:_:).")
    }
  }

  /// The problem with what would bring its two sides together.
  private mutating func repaired(
    _ problem: FormulaProblem, _ left: Expression, _ own: Unit?, _ right: Expression,
    _ unit: Unit?
  ) -> FormulaProblem {
    guard case .dimensionsDiffer(let sign, let one, let other, _) = problem.kind,
      let own, let unit
    else { return problem }
    let missing = repair(between: left, own, and: right, unit, sign)
    return FormulaProblem(.dimensionsDiffer(sign, one, other, missing: missing), problem.span)
  }

  // MARK: Products

  mutating func product(
    _ left: consuming Value, _ right: consuming Value, inverted: Bool, merged: Bool, _ sides: Sides
  ) throws(FormulaProblem) -> Value {
    guard let first = left.unit, let second = right.unit else {
      throw kinds(left, right, sides)
    }
    let joined: UnitProduct
    do { joined = try products.product(first, second, inverted: inverted, merged: merged) } catch {
      throw FormulaProblem(.exponentOutOfRange, sides.whole)
    }
    let operation = ColumnOperation(
      sign: inverted ? RECKON_DIVIDE : RECKON_MULTIPLY, conversion: joined.conversion)
    return try combine(left, right, joined.unit, sides, operation) {
      inverted ? $1 == 0 ? nil : joined.conversion.apply($0 / $1) : joined.conversion.apply($0 * $1)
    }
  }

  /// Applies an operation to two numbers, a number and a column, or two columns row by row. Nil
  /// from the operation stands for a division by zero.
  ///
  /// - Parameter whole: the same on whole columns, where there is such a thing.
  mutating func combine(
    _ left: consuming Value, _ right: consuming Value, _ unit: Unit, _ sides: Sides,
    _ whole: ColumnOperation? = nil, _ operation: (Double, Double) -> Double?
  ) throws(FormulaProblem) -> Value {
    if case .quantity(let a, _) = left, case .quantity(let b, _) = right {
      guard let result = operation(a, b) else {
        throw FormulaProblem(.divisionByZero(row: nil), sides.right)
      }
      guard result.isFinite || !a.isFinite || !b.isFinite else {
        throw FormulaProblem(
          result.isNaN ? .domain(function: sides.sign, row: nil) : .outOfRange, sides.whole)
      }
      return .quantity(result, unit)
    }
    guard var first = left.side, var second = right.side else { throw kinds(left, right, sides) }
    // Nothing but these sides holds temporary numbers from here on.
    left = .truth(false)
    right = .truth(false)
    let count = try rows(of: first, second, sides)
    return .column(try rows(count, &first, &second, sides, whole, operation), unit)
  }

  /// The rows that the sides of an operation have together.
  func rows(
    of left: borrowing ColumnSide, _ right: borrowing ColumnSide, _ sides: Sides
  ) throws(FormulaProblem) -> Int {
    let (first, second) = (left.column?.count, right.column?.count)
    if let first, let second, first != second {
      throw FormulaProblem(.lengths(first, second), sides.whole)
    }
    return first ?? second ?? 0
  }

  /// The result takes the place of a side that nothing else holds.
  private mutating func rows(
    _ count: Int, _ left: inout ColumnSide, _ right: inout ColumnSide, _ sides: Sides,
    _ whole: ColumnOperation?, _ operation: (Double, Double) -> Double?
  ) throws(FormulaProblem) -> [Double] {
    try spend(count, at: sides.whole)
    var problem: FormulaProblem?
    func fill(
      _ result: UnsafeMutablePointer<Double>, _ left: reckon_operand, _ right: reckon_operand
    ) {
      var row = 0
      while row < count {
        if let whole {
          row += reckon_combine(
            whole.sign, result + row, left.from(row), right.from(row), whole.conversion.ofColumns,
            count - row)
        }
        // What has rows without a result, which may be a mistake, is gone through one by one.
        let end = whole == nil ? count : min(count, row + RECKON_BLOCK)
        while row < end {
          let (one, other) = (left.numbers[row * left.step], right.numbers[row * right.step])
          switch Self.checked(operation(one, other), one, other) {
          case .success(let number): result[row] = number
          case .failure(let fault):
            problem = fault.problem(row, sides)
            return
          }
          row += 1
        }
      }
    }
    var result: [Double]
    if left.isTemporary() {
      result = left.taken()
      result.withUnsafeMutableBufferPointer { place in
        guard let place = place.baseAddress else { return }
        right.withOperand { fill(place, reckon_operand(numbers: place, step: 1), $0) }
      }
    } else if right.isTemporary() {
      result = right.taken()
      result.withUnsafeMutableBufferPointer { place in
        guard let place = place.baseAddress else { return }
        left.withOperand { fill(place, $0, reckon_operand(numbers: place, step: 1)) }
      }
    } else {
      result = .filled(count) { place in
        left.withOperand { left in right.withOperand { right in fill(place, left, right) } }
      }
    }
    if let problem { throw problem }
    return result
  }

  /// Why a row has no result.
  private enum RowFault: Error {
    case divisionByZero, outOfRange, undefined

    func problem(_ row: Int, _ sides: Sides) -> FormulaProblem {
      switch self {
      case .divisionByZero: FormulaProblem(.divisionByZero(row: row), sides.right)
      case .outOfRange: FormulaProblem(.outOfRange, sides.whole)
      case .undefined: FormulaProblem(.domain(function: sides.sign, row: row), sides.whole)
      }
    }
  }

  private static func checked(
    _ result: Double?, _ left: Double, _ right: Double
  ) -> Result<Double, RowFault> {
    guard let result else { return .failure(.divisionByZero) }
    if result.isInfinite { return .failure(.outOfRange) }
    // What is missing in a row stays missing; what has no value is a mistake.
    return result.isNaN && !left.isNaN && !right.isNaN ? .failure(.undefined) : .success(result)
  }

  func kinds(_ left: Value, _ right: Value, _ sides: Sides) -> FormulaProblem {
    FormulaProblem(.kinds(operation: sides.sign, left: left.kind, right: right.kind), sides.whole)
  }

  // MARK: Sums

  private mutating func sum(
    _ left: consuming Value, _ right: consuming Value, minus: Bool, _ sides: Sides
  ) throws(FormulaProblem) -> Value {
    if case .text(let first) = left, case .text(let second) = right, !minus {
      guard first.utf8.count + second.utf8.count <= 10_000 else {
        throw FormulaProblem(.tooManyElements(limit: 10_000), sides.whole)
      }
      return .text(first + second)
    }
    guard let first = left.unit, let second = right.unit else { throw kinds(left, right, sides) }
    guard first.dimension == second.dimension else {
      throw dimensionsDiffer(minus ? .subtract : .add, first, second, sides)
    }
    if first.mixesTemperatures(with: second), !minus, second.isTemperaturePoint {
      let turned = Sides(sides.right, sides.left, sign: sides.sign, sides.whole)
      return try sum(right, left, minus: false, turned)
    }
    let (unit, conversion) = try sumConversion(first, second, minus: minus, sides)
    let sign = minus ? -1.0 : 1.0
    let operation = ColumnOperation(
      sign: minus ? RECKON_SUBTRACT : RECKON_ADD, conversion: conversion)
    return try possible(
      combine(left, right, unit, sides, operation) { $0 + sign * conversion.apply($1) },
      sides.whole)
  }

  /// The unit of a sum, and how its right side is converted. Two temperatures subtract to a
  /// difference, and a difference adds to a temperature.
  private func sumConversion(
    _ left: Unit, _ right: Unit, minus: Bool, _ sides: Sides
  ) throws(FormulaProblem) -> (Unit, Conversion) {
    let leftIsPoint = left.isTemperaturePoint
    let rightIsPoint = right.isTemperaturePoint
    let conversion: Conversion?
    let unit: Unit
    switch (leftIsPoint, rightIsPoint) {
    case (true, true):
      guard minus else {
        throw FormulaProblem(
          .temperaturePoint(
            operation: .addition, unit: right.symbol, other: sides.left), sides.right)
      }
      (unit, conversion) = (left.distanceUnit, right.conversion(to: left))
    case (true, false): (unit, conversion) = (left, right.conversion(to: left.differenceUnit))
    case (false, true):
      if minus { throw subtractingPoint(left, right, sides) }
      (unit, conversion) = (left, right.conversion(to: left))
    case (false, false):
      // A difference and kelvins may be either.
      let isUnsure = !minus && !right.isTemperatureDifference
      unit = isUnsure ? left.differenceUnit : left
      conversion = right.conversion(to: left)
    }
    guard let conversion else { throw FormulaProblem(.outOfRange, sides.whole) }
    return (unit, conversion)
  }

  /// The unit of the left side, and how the right side comes to it; both must be of one dimension.
  func likeConversion(
    _ sign: BinaryOperator, _ left: Value, _ right: Value, _ sides: Sides
  ) throws(FormulaProblem) -> (unit: Unit, conversion: Conversion) {
    guard let first = left.unit, let second = right.unit else { throw kinds(left, right, sides) }
    guard let conversion = try conversion(from: (second, sides.right), to: (first, sides.left))
    else { throw dimensionsDiffer(sign, first, second, sides) }
    return (first, conversion)
  }

  private func dimensionsDiffer(
    _ sign: BinaryOperator, _ left: Unit, _ right: Unit, _ sides: Sides
  ) -> FormulaProblem {
    FormulaProblem(
      .dimensionsDiffer(
        sign, described(left, sides.left), described(right, sides.right), missing: nil),
      sides.whole)
  }

  mutating func remainder(
    _ sign: BinaryOperator, _ left: Value, _ right: Value, _ sides: Sides
  ) throws(FormulaProblem) -> Value {
    let (first, conversion) = try likeConversion(sign, left, right, sides)
    try checkNoTemperature(.division, (first, sides.left), (right.unit ?? .one, sides.right))
    return try combine(left, right, sign == .modulo ? first : .one, sides) { value, divisor in
      let divisor = conversion.apply(divisor)
      if divisor == 0 { return nil }
      let quotient = value / divisor
      // Whole numbers are exact, and decimals are as exact as they are typed.
      let isExact = value.rounded() == value && divisor.rounded() == divisor
      if !isExact, let whole = quotient.nearWhole { return sign == .modulo ? 0 : whole }
      let floor = quotient.rounded(.down)
      return sign == .modulo ? value - floor * divisor : floor
    }
  }

  // MARK: Powers

  mutating func power(
    _ base: Operand, _ exponent: Value, _ sides: Sides
  ) throws(FormulaProblem) -> Value {
    guard let own = base.value.unit, let other = exponent.unit else {
      throw kinds(base.value, exponent, sides)
    }
    guard let plain = exponent.converted(to: .one) else {
      throw FormulaProblem(.exponentHasUnit(described(other, sides.right)), sides.right)
    }
    if own.isTemperaturePoint, case .quantity(1, .one) = plain { return base.value }
    // A negative power of 0 divides by it.
    let exponentSpan = sides.right
    let sides = Sides(sides.left, sides.left, sign: "^", sides.whole)
    func power(_ base: Value, _ unit: Unit, isWhole: Bool?) throws(FormulaProblem) -> Value {
      try combine(base, plain, unit, sides) { base, exponent in
        if base == 0, exponent < 0 { return nil }
        if base < 0, !(isWhole ?? (exponent.rounded() == exponent)) { return Double.nan }
        return Self.power(base, exponent)
      }
    }
    if own.dimension == .one, base.form != .unit {
      return try power(base.value.converted(to: .one) ?? base.value, .one, isWhole: nil)
    }
    guard case .quantity(let number, _) = plain, let exact = Exponent(nearest: number) else {
      throw FormulaProblem(.exponentOutOfRange, exponentSpan)
    }
    if base.form != .unit { try checkNoTemperature(.multiplication, (own, sides.left)) }
    let unit: Unit
    do {
      // As a unit, a power of °C is one of differences.
      unit = try (exact == .one ? own : own.differenceUnit).power(exact)
    } catch {
      throw FormulaProblem(.exponentOutOfRange, exponentSpan)
    }
    return try power(base.value, unit, isWhole: exact.isWhole)
  }

  /// Whole exponents by multiplication, so that 10^5 is exact.
  static func power(_ base: Double, _ exponent: Double) -> Double {
    guard let whole = Int(exactly: exponent), whole.magnitude <= 64 else {
      return Double.pow(base, exponent)
    }
    let power = (0..<whole.magnitude).reduce(1.0) { product, _ in product * base }
    return whole < 0 ? 1 / power : power
  }
}

extension Value {
  /// What it is as a side of an operation on columns; nil where it is not of numbers.
  var side: ColumnSide? {
    switch self {
    case .quantity(let number, _): ColumnSide(number: number)
    case .column(let numbers, _): ColumnSide(column: numbers)
    case .texts, .truths, .text, .truth, .table, .function: nil
    }
  }

  /// Itself, leaving nothing behind, so that an operation may write its result over it.
  mutating func taken() -> Value {
    var own = Value.truth(false)
    swap(&own, &self)
    return own
  }

  /// Itself, where every number is in range.
  func finite(_ span: Span) throws(FormulaProblem) -> Value {
    // What is missing in a column is no number.
    let isColumn = rowCount != nil
    if case .column(let numbers, _) = self, numbers.areFinite { return self }
    guard numbers?.contains(where: { isColumn ? $0.isInfinite : !$0.isFinite }) != true else {
      throw FormulaProblem(.outOfRange, span)
    }
    return self
  }
}
