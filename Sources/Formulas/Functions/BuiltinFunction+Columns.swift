import CColumns
import Diagnostics
import Quantities

/// Functions that make or rearrange columns.
extension BuiltinFunction {
  static let columns: [BuiltinFunction] = [
    BuiltinFunction(
      names: ["cumsum"], parameters: ["x"], isMethod: true,
      example: ("cumsum([1, 2, 4] kg)", "[1, 3, 7] kg"),
      computation: .column(.total) { numbers in
        .filled(numbers.count) { totals in
          var total = 0.0
          for row in numbers.indices {
            total += numbers[row]
            totals[row] = total
          }
        }
      }),
    BuiltinFunction(
      names: ["sort"], foreignNames: ["sort_values", "sorted"], parameters: ["x"], isMethod: true,
      example: ("sort([3, 1, 2] kg)", "[1, 2, 3] kg"), computation: .column(.kept, \.inOrder)),
    BuiltinFunction(
      names: ["range"], parameters: ["start", "end", "step"], optionalCount: 2,
      example: ("range(0 h, 6 h, 2 h)", "[0, 2, 4] h"),
      computation: .sequence { (evaluator, call) throws(FormulaProblem) in try evaluator.range(call)
      }),
    BuiltinFunction(
      names: ["linspace"], parameters: ["start", "end", "count"],
      example: ("linspace(0 h, 6 h, 3)", "[0, 3, 6] h"),
      computation: .sequence { (evaluator, call) throws(FormulaProblem) in
        try evaluator.linspace(call)
      }),
    BuiltinFunction(
      names: ["where"], parameters: ["condition", "a", "b"],
      example: ("where([1, 5] > 2, 3 kg, 4 kg)", "[4, 3] kg"),
      computation: .custom { (evaluator, call) throws(FormulaProblem) in try evaluator.choose(call)
      }),
  ]
}

extension Evaluator {
  /// `range(n)`, `range(start, end, step)`: without its end.
  fileprivate mutating func range(_ call: BuiltinFunction.Call) throws(FormulaProblem) -> Value {
    let values = try values(of: call)
    let unit = values[0].value.unit ?? .one
    if values.count > 2, let own = values[2].value.unit {
      try checkNoTemperature(.addition, (own, values[2].span))
    }
    let numbers = try numbers(values, in: [unit, unit, unit.differenceUnit], of: call.name)
    let start = numbers.count > 1 ? numbers[0] : 0
    let end = numbers.count > 1 ? numbers[1] : numbers[0]
    let step = numbers.count > 2 ? numbers[2] : 1
    guard step != 0 else { throw FormulaProblem(.divisionByZero(row: nil), values[2].span) }
    let steps = (end - start) / step
    let count = steps.nearWhole ?? steps.rounded(.up)
    guard !count.isNaN, count <= Double(meter.budget.elements) else {
      throw FormulaProblem(.tooManyElements(limit: meter.budget.elements), call.nameSpan)
    }
    let whole = Int(bounded: max(0, count))
    try spend(whole, at: call.nameSpan)
    return try Value.column(.filled(whole) { reckon_ramp($0, start, step, whole) }, unit)
      .finite(call.nameSpan)
  }

  /// `linspace(start, end, count)`: with its end.
  fileprivate mutating func linspace(_ call: BuiltinFunction.Call) throws(FormulaProblem) -> Value {
    let values = try values(of: call)
    let unit = values[0].value.unit ?? .one
    let numbers = try numbers(values, in: [unit, unit, .one], of: call.name)
    guard let count = numbers[2].nearWhole.flatMap({ Int(exactly: $0) }), count >= 2 else {
      throw FormulaProblem(.wholeNumber(.count(of: call.name)), values[2].span)
    }
    guard count <= meter.budget.elements else {
      throw FormulaProblem(.tooManyElements(limit: meter.budget.elements), call.nameSpan)
    }
    try spend(count, at: call.nameSpan)
    let step = (numbers[1] - numbers[0]) / Double(count - 1)
    let column = [Double].filled(count) {
      reckon_ramp($0, numbers[0], step, count - 1)
      $0[count - 1] = numbers[1]
    }
    return try Value.column(column, unit).finite(call.nameSpan)
  }

  /// Single numbers, each in the unit of its place.
  private func numbers(
    _ values: [SpannedValue], in targets: [Unit], of name: String
  ) throws(FormulaProblem) -> [Double] {
    var numbers: [Double] = []
    for (item, target) in zip(values, targets) {
      if let own = item.value.unit, own.dimension == target.dimension {
        _ = try conversion(from: (own, item.span), to: (target, values[0].span))
      }
      guard case .quantity = item.value,
        case .quantity(let number, _)? = item.value.converted(to: target)
      else {
        throw FormulaProblem(
          .wrongKind(.named(name), found: item.value.kind, expected: .numbersInOneUnit), item.span)
      }
      numbers.append(number)
    }
    return numbers
  }

  /// `where(condition, a, b)`, row by row. What is not chosen is not computed.
  fileprivate mutating func choose(_ call: BuiltinFunction.Call) throws(FormulaProblem) -> Value {
    let parts = call.arguments.map(\.value)
    let condition = try evaluate(parts[0])
    let sides = Sides(parts[1].span, parts[2].span, sign: call.name, parts[0].span)
    if case .truth(let truth) = condition { return try evaluate(parts[truth ? 1 : 2]) }
    guard case .truths(let truths) = condition else {
      throw FormulaProblem(
        .wrongKind(.named(call.name), found: condition.kind, expected: .comparison), parts[0].span)
    }
    let first = try evaluate(parts[1])
    let second = try evaluate(parts[2])
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
    let steps = (first.rowCount == nil ? 0 : 1, second.rowCount == nil ? 0 : 1)
    let chosen = [Double].filled(truths.count) { place in
      for row in truths.indices {
        place[row] = truths[row] ? ones[row * steps.0] : others[row * steps.1]
      }
    }
    return .column(chosen, unit)
  }
}
