import Diagnostics
import Quantities

/// Calls of the language's own functions.
extension Evaluator {
  /// The value of an argument and where that stands.
  typealias SpannedValue = (value: Value, span: Span)

  /// A function of the language; as a method, the first argument is the receiver.
  mutating func builtin(
    _ name: String, _ nameSpan: Span, _ given: [Argument], asMethod: Bool
  ) throws(FormulaProblem) -> Value {
    var arguments = given
    let function = BuiltinFunction.named(name)
    if asMethod, isModule(given[0].value) {
      // np.sum(x) is sum(x).
      arguments.removeFirst()
    } else if asMethod, function?.isMethod != true {
      let value = try evaluate(given[0].value)
      throw unknownMember(name, of: value, receiver: given[0].value, nameSpan)
    }
    guard let function else {
      throw FormulaProblem(
        .unknownFunction(name, near: functionsNear(name, among: BuiltinFunction.allNames)),
        nameSpan)
    }
    try check(arguments, of: function, name, nameSpan)
    let call = BuiltinFunction.Call(name: name, nameSpan: nameSpan, arguments: arguments)
    switch function.computation {
    case .elementwise(let rule): return try elementwise(rule, name, values(of: call)[0])
    case .pairwise(let rule):
      let values = try values(of: call)
      return try pairwise(rule, name, values[0], values[1])
    case .statistic(let statistic):
      let values = try values(of: call)
      guard values.count > 1, let choose = statistic.ofTwo else {
        return try aggregate(statistic, name, values[0])
      }
      return try joined(name, values, choose)
    case .column(let unit, let compute): return try column(unit, name, values(of: call)[0], compute)
    case .sequence(let compute), .custom(let compute): return try compute(&self, call)
    }
  }

  /// Whether it is a module of Python, before whose functions it may stand.
  func isModule(_ expression: Expression) -> Bool {
    guard case .name(let word) = expression.kind else { return false }
    return BuiltinFunction.modules.contains(word) && !isName(word)
  }

  private func check(
    _ arguments: [Argument], of function: BuiltinFunction, _ name: String, _ nameSpan: Span
  ) throws(FormulaProblem) {
    guard function.arity.contains(arguments.count) else {
      throw FormulaProblem(
        .argumentCount(
          function: name, expected: function.arity, found: arguments.count, parameters: []),
        nameSpan)
    }
    for (place, argument) in arguments.enumerated() {
      if let word = argument.name, !function.takes(word, at: place) {
        throw FormulaProblem(
          .argumentName(function: name, name: word, known: []), argument.value.span)
      }
    }
  }

  mutating func values(of call: BuiltinFunction.Call) throws(FormulaProblem) -> [SpannedValue] {
    try call.arguments.map { (argument) throws(FormulaProblem) in
      (try evaluate(argument.value), argument.value.span)
    }
  }

  // MARK: Units

  private func unit(
    _ rule: BuiltinFunction.ResultUnit, from unit: Unit, _ span: Span
  ) throws(FormulaProblem) -> Unit {
    func power(_ unit: Unit, _ exponent: Exponent?) throws(FormulaProblem) -> Unit {
      guard let exponent, let power = try? unit.power(exponent) else {
        throw FormulaProblem(.exponentOutOfRange, span)
      }
      return power
    }
    switch rule {
    case .plain: return .one
    case .radians: return units.lookup("rad") ?? .one
    case .kept: return unit
    case .total:
      try checkNoTemperature(.addition, (unit, span))
      return unit
    case .difference(1): return unit.distanceUnit
    case .difference(let exponent): return try power(unit.distanceUnit, Exponent(Int32(exponent)))
    case .power(let above, let below):
      try checkNoTemperature(.multiplication, (unit, span))
      return try power(unit, Exponent(above, over: below))
    }
  }

  // MARK: Element by element

  private mutating func elementwise(
    _ rule: BuiltinFunction.Elementwise, _ name: String, _ argument: SpannedValue
  ) throws(FormulaProblem) -> Value {
    var (value, span) = argument
    let own = try numericUnit(of: argument, name)
    if rule.takes != .number {
      guard let plain = value.converted(to: .one) else {
        throw FormulaProblem(.needsPlainNumber(name, described(own, span)), span)
      }
      value = plain
    }
    let unit = try unit(rule.result, from: value.unit ?? .one, span)
    return try map(value, unit, name, span, rule.compute)
  }

  /// The unit of a number or a column of numbers, which a function needs.
  private func numericUnit(of argument: SpannedValue, _ name: String) throws(FormulaProblem) -> Unit
  {
    if let unit = argument.value.unit { return unit }
    throw FormulaProblem(
      .wrongKind(.named(name), found: argument.value.kind, expected: .number), argument.span)
  }

  /// Applies a function to a number, or to each of a column.
  private mutating func map(
    _ value: Value, _ unit: Unit, _ name: String, _ span: Span, _ function: (Double) -> Double
  ) throws(FormulaProblem) -> Value {
    switch value {
    case .quantity(let number, _):
      let result = function(number)
      guard result.isFinite else {
        throw FormulaProblem(result.isNaN ? .domain(function: name, row: nil) : .outOfRange, span)
      }
      return .quantity(result, unit)
    case .column(let numbers, _):
      try spend(numbers.count, at: span)
      let results = [Double].filled(numbers.count) { place in
        numbers.withUnsafeBufferPointer {
          for row in $0.indices { place[row] = function($0[row]) }
        }
      }
      if results.areFinite { return .column(results, unit) }
      for (row, (number, result)) in zip(numbers, results).enumerated() {
        if result.isInfinite { throw FormulaProblem(.outOfRange, span) }
        if result.isNaN, !number.isNaN {
          throw FormulaProblem(.domain(function: name, row: row), span)
        }
      }
      return .column(results, unit)
    case .texts, .truths, .text, .truth, .table, .function: return value
    }
  }

  /// `round(x)` and `round(x, decimals)`.
  mutating func rounded(_ call: BuiltinFunction.Call) throws(FormulaProblem) -> Value {
    let values = try values(of: call)
    let (value, span) = values[0]
    let unit = try numericUnit(of: values[0], call.name)
    var digits = 0
    if values.count > 1 {
      guard case .quantity(let number, .one) = values[1].value,
        let whole = number.nearWhole.flatMap({ Int(exactly: $0) }), whole.magnitude <= 30
      else { throw FormulaProblem(.wholeNumber(.decimals), values[1].span) }
      digits = whole
    }
    let power = Self.power(10, Double(abs(digits)))
    return try map(value, unit, call.name, span) { number in
      // Half away from zero, on the number as it is written: 2.675 to two places is 2.68.
      let scaled = digits < 0 ? number / power : number * power
      let nearest = scaled.rounded(.toNearestOrAwayFromZero)
      let isHalf = abs(abs(scaled - scaled.rounded(.towardZero)) - 0.5) < 1e-9 * abs(scaled)
      let whole = isHalf ? scaled.rounded(.awayFromZero) : nearest
      let result = digits < 0 ? whole * power : whole / power
      return result.isFinite ? result : number
    }
  }

  // MARK: Pairs

  private mutating func pairwise(
    _ rule: BuiltinFunction.Pairwise, _ name: String, _ left: SpannedValue, _ right: SpannedValue
  ) throws(FormulaProblem) -> Value {
    let sides = Sides(left.span, right.span, sign: name)
    let first = try numericUnit(of: left, name)
    let second = try numericUnit(of: right, name)
    try checkNoTemperature(rule.operation, (first, left.span), (second, right.span))
    let conversion = try converting((second, right.span), to: (first, left.span))
    return try combine(
      left.value, right.value, unit(rule.result, from: first, left.span), sides
    ) { rule.compute($0, conversion.apply($1)) }
  }

  /// `mod(a, b)` is `a % b`.
  mutating func modulo(_ call: BuiltinFunction.Call) throws(FormulaProblem) -> Value {
    let values = try values(of: call)
    let (left, right) = (values[0], values[1])
    return try remainder(
      .modulo, left.value, right.value, Sides(left.span, right.span, sign: call.name))
  }

  /// `min(a, b, …)` and `max(a, b, …)`.
  private mutating func joined(
    _ name: String, _ values: [SpannedValue], _ choose: (Double, Double) -> Double
  ) throws(FormulaProblem) -> Value {
    var best = values[0].value
    let first = try numericUnit(of: values[0], name)
    for (value, span) in values.dropFirst() {
      let second = try numericUnit(of: (value, span), name)
      let conversion = try converting((second, span), to: (first, values[0].span))
      let sides = Sides(values[0].span, span, sign: name, span)
      best = try combine(best, value, first, sides) { choose($0, conversion.apply($1)) }
    }
    return best
  }

  // MARK: Columns

  private mutating func aggregate(
    _ statistic: Statistic, _ name: String, _ argument: SpannedValue
  ) throws(FormulaProblem) -> Value {
    let (value, span) = argument
    switch (statistic.input, value) {
    case (.rows, .table(let table)): return .quantity(Double(table.rowCount), .one)
    case (.rows, .texts), (.rows, .truths): return .quantity(Double(value.rowCount ?? 0), .one)
    case (.numbersOrTruths, .truths(let truths)):
      return .quantity(Double(truths.holding), .one)
    case (_, .column(let numbers, let own)):
      try spend(numbers.count, at: span)
      guard let result = statistic.value(of: numbers) else {
        throw FormulaProblem(.emptyColumn(name), span)
      }
      let unit = try unit(statistic.unit, from: own, span)
      guard result.isFinite else { throw FormulaProblem(.outOfRange, span) }
      return .quantity(result, unit)
    case _: throw columnExpected(name, value, span)
    }
  }

  private mutating func column(
    _ rule: BuiltinFunction.ResultUnit, _ name: String, _ argument: SpannedValue,
    _ compute: ([Double]) -> [Double]
  ) throws(FormulaProblem) -> Value {
    guard case .column(let numbers, let own) = argument.value else {
      throw columnExpected(name, argument.value, argument.span)
    }
    try spend(numbers.count, at: argument.span)
    return try Value.column(compute(numbers), unit(rule, from: own, argument.span))
      .finite(argument.span)
  }

  private func columnExpected(_ name: String, _ value: Value, _ span: Span) -> FormulaProblem {
    FormulaProblem(
      .columnExpected(
        name, found: value.kind, examples: value.exampleColumns(mustBeNumeric: true)), span)
  }
}
