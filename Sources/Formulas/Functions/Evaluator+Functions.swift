import Diagnostics
import Quantities
import RealModule

extension Evaluator {
  /// A function of the language; as a method, the first argument is the receiver.
  mutating func builtin(
    _ name: String, _ nameSpan: Span, _ arguments: [Argument], asMethod: Bool
  ) throws(FormulaProblem) -> Value {
    var arguments = arguments
    if asMethod, let receiver = arguments.first, case .name(let module) = receiver.value.kind,
      Builtins.modules.contains(module), !names.hasName(module), locals?[module] == nil
    {
      // np.sum(x) is sum(x).
      arguments.removeFirst()
      guard Builtins.isFunction(name) else {
        throw FormulaProblem(
          .unknownFunction(name, near: functionsNear(name, among: Builtins.names)), nameSpan)
      }
    } else if asMethod, !Builtins.isMethod(name) {
      let value = try evaluate(arguments[0].value)
      throw unknownMember(name, of: value, receiver: arguments[0].value, nameSpan)
    }
    let arity = Builtins.arity(name)
    guard arity.contains(arguments.count) else {
      let expected =
        arity.count == 1
        ? "\(arity.lowerBound)"
        : "\(arity.lowerBound) \(arity.count == 2 ? "or" : "to") \(arity.upperBound)"
      throw FormulaProblem(
        .argumentCount(
          function: name, expected: expected, found: arguments.count, parameters: []), nameSpan)
    }
    for argument in arguments {
      if let word = argument.name, word != "decimals" {
        throw FormulaProblem(
          .argumentName(function: name, name: word, known: []), argument.value.span)
      }
    }
    if name == "where" { return try choose(arguments) }
    var values: [(value: Value, span: Span)] = []
    for argument in arguments {
      values.append((try evaluate(argument.value), argument.value.span))
    }
    if name == "range" || name == "linspace" { return try sequence(name, values, nameSpan) }
    if name == "atan2" { return try arcTangent(values[0], values[1], nameSpan) }
    if name == "mod" || name == "hypot" { return try pair(name, values[0], values[1], nameSpan) }
    let (value, span) = values[0]
    if Builtins.aggregates.contains(name) {
      if values.count > 1 { return try extreme(name, values) }
      return try aggregate(name, value, span)
    }
    if Builtins.ofColumns.contains(name) { return try reshaped(name, value, span) }
    guard let unit = value.unit else {
      throw FormulaProblem(
        .wrongKind(operation: "`\(name)`", found: value.kindName, expected: "a number"), span)
    }
    if Builtins.roots.contains(name) { return try root(name, value, unit, span) }
    if Builtins.keepingUnit.contains(name) {
      let places = values.count > 1 ? values[1] : nil
      return try rounded(name, value, unit, places: places, span)
    }
    return try plain(name, value, unit, span)
  }

  // MARK: Element by element

  private mutating func plain(
    _ name: String, _ value: Value, _ unit: Unit, _ span: Span
  ) throws(FormulaProblem) -> Value {
    guard let number = value.converted(to: .one) else {
      throw FormulaProblem(.needsPlainNumber(name, described(unit, span)), span)
    }
    let isInverse = name.hasPrefix("a") && !name.hasSuffix("h")
    let result = isInverse ? units.lookup("rad") ?? .one : .one
    let function = Self.function(name)
    return try map(number, result, name, span, function)
  }

  private mutating func map(
    _ value: Value, _ unit: Unit, _ name: String, _ span: Span, _ function: (Double) -> Double
  ) throws(FormulaProblem) -> Value {
    switch value {
    case .quantity(let number, _):
      let result = function(number)
      guard result.isFinite else { throw FormulaProblem(missing(result, name, row: nil), span) }
      return .quantity(result, unit)
    case .column(let numbers, _):
      try spend(numbers.count, at: span)
      var results: [Double] = []
      results.reserveCapacity(numbers.count)
      for (row, number) in numbers.enumerated() {
        let result = function(number)
        if result.isNaN && !number.isNaN || result.isInfinite {
          throw FormulaProblem(missing(result, name, row: row), span)
        }
        results.append(result)
      }
      return .column(results, unit)
    case .texts, .truths, .text, .truth, .table, .function:
      throw FormulaProblem(
        .wrongKind(operation: "`\(name)`", found: value.kindName, expected: "a number"), span)
    }
  }

  /// Why a function has no number: it grew too large, or has no value there.
  private func missing(_ result: Double, _ name: String, row: Int?) -> FormulaProblem.Kind {
    result.isInfinite && name != "atanh" ? .outOfRange : .domain(function: name, row: row)
  }

  private static func function(_ name: String) -> (Double) -> Double {
    switch name {
    case "exp": { Double.exp($0) }
    case "log", "ln": { $0 <= 0 ? .nan : Double.log($0) }
    case "log10": { $0 <= 0 ? .nan : Double.log10($0) }
    case "log2": { $0 <= 0 ? .nan : Double.log2($0) }
    case "sin": { Double.sin($0) }
    case "cos": { Double.cos($0) }
    case "tan": { Double.tan($0) }
    case "asin": { Double.asin($0) }
    case "acos": { Double.acos($0) }
    case "atan": { Double.atan($0) }
    case "sinh": { Double.sinh($0) }
    case "cosh": { Double.cosh($0) }
    case "tanh": { Double.tanh($0) }
    case "asinh": { Double.asinh($0) }
    case "acosh": { Double.acosh($0) }
    case "atanh": { Double.atanh($0) }
    case "abs": { abs($0) }
    case "floor": { $0.nearWhole ?? $0.rounded(.down) }
    case "ceil": { $0.nearWhole ?? $0.rounded(.up) }
    case "trunc": { $0.nearWhole ?? $0.rounded(.towardZero) }
    case "sqrt": { $0 < 0 ? .nan : $0.squareRoot() }
    case "cbrt": { Double.root($0, 3) }
    case "fract": { $0.nearWhole == nil ? $0 - $0.rounded(.towardZero) : 0 }
    case "sqr": { $0 * $0 }
    default: preconditionFailure("No function \(name).")
    }
  }

  private mutating func root(
    _ name: String, _ value: Value, _ unit: Unit, _ span: Span
  ) throws(FormulaProblem) -> Value {
    let exponent = name == "sqrt" ? Exponent(1, over: 2) : Exponent(1, over: 3)
    let power = name == "sqr" ? Exponent(2) : exponent ?? .one
    try checkNoTemperature("multiplied", (unit, span))
    let result: Unit
    do {
      result = try unit.power(power)
    } catch {
      throw FormulaProblem(.exponentOutOfRange, span)
    }
    return try map(value, result, name, span, Self.function(name))
  }

  private mutating func rounded(
    _ name: String, _ value: Value, _ unit: Unit, places: (value: Value, span: Span)?,
    _ span: Span
  ) throws(FormulaProblem) -> Value {
    guard name == "round" else { return try map(value, unit, name, span, Self.function(name)) }
    var digits = 0
    if let places {
      guard case .quantity(let number, .one) = places.value,
        let whole = number.nearWhole.flatMap({ Int(exactly: $0) }),
        whole.magnitude <= 30
      else { throw FormulaProblem(.wholeNumber("the number of decimals"), places.span) }
      digits = whole
    }
    let power = Self.power(10, Double(abs(digits)))
    return try map(value, unit, name, span) { number in
      // Half away from zero, on the number as it is written: 2.675 to two places is 2.68.
      let scaled = digits < 0 ? number / power : number * power
      let nearest = scaled.rounded(.toNearestOrAwayFromZero)
      let isHalf = abs(abs(scaled - scaled.rounded(.towardZero)) - 0.5) < 1e-9 * abs(scaled)
      let whole = isHalf ? scaled.rounded(.awayFromZero) : nearest
      let result = digits < 0 ? whole * power : whole / power
      return result.isFinite ? result : number
    }
  }

  private mutating func arcTangent(
    _ y: (value: Value, span: Span), _ x: (value: Value, span: Span), _ nameSpan: Span
  ) throws(FormulaProblem) -> Value {
    guard let first = y.value.unit, let second = x.value.unit else {
      throw FormulaProblem(
        .wrongKind(operation: "`atan2`", found: y.value.kindName, expected: "a number"), y.span)
    }
    try checkNoTemperature("divided", (first, y.span), (second, x.span))
    guard let conversion = second.conversion(to: first) else {
      throw FormulaProblem(
        .cannotConvert(
          from: described(second, x.span), to: described(first, y.span), missing: nil), x.span)
    }
    let sides = Sides(y.span, x.span, sign: "atan2", nameSpan)
    return try combine(y.value, x.value, units.lookup("rad") ?? .one, sides) {
      Double.atan2(y: $0, x: conversion.apply($1))
    }
  }

  /// `mod(a, b)` is `a % b`; `hypot(a, b)` is √(a² + b²).
  private mutating func pair(
    _ name: String, _ first: (value: Value, span: Span), _ second: (value: Value, span: Span),
    _ nameSpan: Span
  ) throws(FormulaProblem) -> Value {
    let sides = Sides(first.span, second.span, sign: name, first.span.union(second.span))
    if name == "mod" { return try remainder(.modulo, first.value, second.value, sides) }
    guard let unit = first.value.unit,
      let other = second.value.converted(to: unit)
    else { throw kinds(first.value, second.value, sides) }
    try checkNoTemperature(
      "multiplied", (unit, first.span), (second.value.unit ?? .one, second.span))
    return try combine(first.value, other, unit, sides) { Double.hypot($0, $1) }
  }

  // MARK: Columns

  private mutating func aggregate(
    _ name: String, _ value: Value, _ span: Span
  ) throws(FormulaProblem) -> Value {
    switch value {
    case .table(let table) where name == "len" || name == "count":
      return .quantity(Double(table.rowCount), .one)
    case .texts(let texts) where name == "len" || name == "count":
      return .quantity(Double(texts.count), .one)
    case .truths(let truths) where name == "len" || name == "count":
      return .quantity(Double(truths.count), .one)
    case .truths(let truths) where name == "sum":
      return .quantity(Double(truths.count { $0 }), .one)
    case .column(let numbers, let unit):
      try spend(numbers.count, at: span)
      if name == "len" { return .quantity(Double(numbers.count), .one) }
      let present = numbers.filter { !$0.isNaN }
      if name == "count" { return .quantity(Double(present.count), .one) }
      if name == "sum" { try checkNoTemperature("added", (unit, span)) }
      guard let result = Statistics.aggregate(name, present) else {
        throw FormulaProblem(.emptyColumn(name), span)
      }
      guard result.isFinite else { throw FormulaProblem(.outOfRange, span) }
      return try spread(name, result, unit, span)
    case .quantity, .texts, .truths, .text, .truth, .table, .function:
      throw columnExpected(name, value, span)
    }
  }

  private func columnExpected(_ name: String, _ value: Value, _ span: Span) -> FormulaProblem {
    var example: String?
    if case .table(let table) = value, !table.name.isEmpty,
      let numeric = table.columns.first(where: { $0.cells.unit != nil })
    {
      example = "\(table.name)[\"\(numeric.heading)\"]"
    }
    return FormulaProblem(
      .columnExpected(name, found: value.kindName, example: example), span)
  }

  /// The unit of a statistic: a spread of temperatures is a difference, a variance a square.
  private func spread(
    _ name: String, _ result: Double, _ unit: Unit, _ span: Span
  ) throws(FormulaProblem) -> Value {
    guard name == "std" || name == "var" else { return .quantity(result, unit) }
    let own = unit.distanceUnit
    if name == "std" { return .quantity(result, own) }
    do {
      return .quantity(result, try own.power(Exponent(2)))
    } catch {
      throw FormulaProblem(.exponentOutOfRange, span)
    }
  }

  /// `min(a, b, …)` and `max(a, b, …)`.
  private mutating func extreme(
    _ name: String, _ values: [(value: Value, span: Span)]
  ) throws(FormulaProblem) -> Value {
    var best = values[0].value
    for (value, span) in values.dropFirst() {
      guard let first = best.unit, let second = value.unit else {
        throw FormulaProblem(
          .wrongKind(operation: "`\(name)`", found: value.kindName, expected: "a number"), span)
      }
      guard let conversion = try conversion(from: (second, span), to: (first, values[0].span))
      else {
        throw FormulaProblem(
          .cannotConvert(
            from: described(second, span), to: described(first, values[0].span), missing: nil),
          span)
      }
      let sides = Sides(values[0].span, span, sign: name, span)
      best = try combine(best, value, first, sides) {
        name == "min" ? Swift.min($0, conversion.apply($1)) : Swift.max($0, conversion.apply($1))
      }
    }
    return best
  }

  private mutating func reshaped(
    _ name: String, _ value: Value, _ span: Span
  ) throws(FormulaProblem) -> Value {
    guard case .column(let numbers, let unit) = value else {
      throw columnExpected(name, value, span)
    }
    try spend(numbers.count, at: span)
    if name == "sort" { return .column(numbers.sorted(), unit) }
    try checkNoTemperature("added", (unit, span))
    var total = 0.0
    return try Value.column(
      numbers.map { number in
        total += number
        return total
      }, unit
    ).finite(span)
  }

  /// `range(n)`, `range(from, to, step)` without its end; `linspace(from, to, count)` with it.
  private mutating func sequence(
    _ name: String, _ values: [(value: Value, span: Span)], _ nameSpan: Span
  ) throws(FormulaProblem) -> Value {
    var numbers: [Double] = []
    let unit = values[0].value.unit ?? .one
    for (place, item) in values.enumerated() {
      let isStep = name == "range" && place == 2
      if isStep, let own = item.value.unit { try checkNoTemperature("added", (own, item.span)) }
      let target =
        name == "linspace" && place == 2 ? Unit.one : isStep ? unit.differenceUnit : unit
      if let own = item.value.unit, own.dimension == target.dimension {
        _ = try conversion(from: (own, item.span), to: (target, values[0].span))
      }
      guard case .quantity = item.value,
        case .quantity(let number, _)? = item.value.converted(to: target)
      else {
        throw FormulaProblem(
          .wrongKind(
            operation: "`\(name)`", found: item.value.kindName, expected: "numbers in one unit"),
          item.span)
      }
      numbers.append(number)
    }
    if name == "linspace" {
      guard let count = numbers[2].nearWhole.flatMap({ Int(exactly: $0) }), count >= 2 else {
        throw FormulaProblem(.wholeNumber("the count of `linspace`"), values[2].span)
      }
      try bound(count, at: nameSpan)
      let step = (numbers[1] - numbers[0]) / Double(count - 1)
      let last = count - 1
      return try Value.column(
        (0..<count).map { $0 == last ? numbers[1] : numbers[0] + Double($0) * step }, unit
      ).finite(nameSpan)
    }
    let start = numbers.count > 1 ? numbers[0] : 0
    let end = numbers.count > 1 ? numbers[1] : numbers[0]
    let step = numbers.count > 2 ? numbers[2] : 1
    guard step != 0 else { throw FormulaProblem(.divisionByZero(row: nil), values[2].span) }
    let steps = (end - start) / step
    let count = steps.nearWhole ?? steps.rounded(.up)
    guard !count.isNaN, count <= Double(meter.budget.elements) else {
      throw FormulaProblem(.tooManyElements(limit: meter.budget.elements), nameSpan)
    }
    let whole = Int(max(0, count))
    try bound(whole, at: nameSpan)
    return try Value.column((0..<whole).map { start + Double($0) * step }, unit).finite(nameSpan)
  }

  private mutating func bound(_ count: Int, at span: Span) throws(FormulaProblem) {
    guard count <= meter.budget.elements else {
      throw FormulaProblem(.tooManyElements(limit: meter.budget.elements), span)
    }
    try spend(count, at: span)
  }

  /// `where(condition, a, b)`, row by row.
  private mutating func choose(_ arguments: [Argument]) throws(FormulaProblem) -> Value {
    let condition = try evaluate(arguments[0].value)
    let sides = Sides(
      arguments[1].value.span, arguments[2].value.span, sign: "where", arguments[0].value.span)
    if case .truth(let truth) = condition {
      return try evaluate(arguments[truth ? 1 : 2].value)
    }
    guard case .truths(let truths) = condition else {
      throw FormulaProblem(
        .wrongKind(operation: "`where`", found: condition.kindName, expected: "a comparison"),
        arguments[0].value.span)
    }
    let first = try evaluate(arguments[1].value)
    let second = try evaluate(arguments[2].value)
    guard let unit = first.unit, let own = second.unit,
      try conversion(from: (own, sides.right), to: (unit, sides.left)) != nil,
      let converted = second.converted(to: unit)
    else { throw kinds(first, second, sides) }
    for value in [first, converted] {
      if case .column(let numbers, _) = value, numbers.count != truths.count {
        throw FormulaProblem(.lengths(truths.count, numbers.count), sides.whole)
      }
    }
    try spend(truths.count, at: sides.whole)
    let ones = first.numbers ?? []
    let others = converted.numbers ?? []
    return .column(
      truths.enumerated().map { row, truth in
        let numbers = truth ? ones : others
        return numbers.count == 1 ? numbers[0] : numbers[row]
      }, unit)
  }
}
