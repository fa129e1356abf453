import Diagnostics

extension Evaluator {
  mutating func call(
    _ name: String, _ nameSpan: Span, _ arguments: [Argument], at span: Span
  ) throws(FormulaProblem) -> Value {
    if let function = sheet.function(named: name) {
      return sheet.adjusted(try apply(function, arguments, at: span), of: function)
    }
    if BuiltinFunction.named(name) != nil {
      return try builtin(name, nameSpan, arguments, asMethod: false)
    }
    let isUnit = !isName(name)
    if !isUnit || units.lookup(name) != nil {
      // Up to its first argument, so that the sign goes before the parenthesis.
      let place = arguments.first.map { Span(nameSpan.start, $0.value.span.start) }
      throw FormulaProblem(.notAFunction(name: name, isUnit: isUnit), nameSpan, replacing: place)
    }
    if ForeignWord.beginnings.contains(name) { throw FormulaProblem(.keyword(name), nameSpan) }
    if PlotStatement.kinds[name] != nil {
      throw FormulaProblem(.unsupported(.plot(name)), nameSpan)
    }
    var near: [String] = []
    if meter.mayLookForNames() {
      let known = sheet.functionNames + BuiltinFunction.allNames
      meter.looked(among: known.count)
      near = functionsNear(name, among: known)
    }
    // `Accuracy (%)`
    if near.isEmpty, let column = column(like: name) {
      throw FormulaProblem(.unknownName(name, near: [column]), nameSpan, replacing: span)
    }
    throw FormulaProblem(.unknownFunction(name, near: near), nameSpan)
  }

  private mutating func apply(
    _ function: FunctionDefinition, _ arguments: [Argument], at span: Span
  ) throws(FormulaProblem) -> Value {
    var values: [String: Value] = [:]
    guard arguments.count == function.parameters.count else {
      throw FormulaProblem(
        .argumentCount(
          function: function.name, expected: function.arity, found: arguments.count,
          parameters: function.parameters), span)
    }
    for (place, argument) in arguments.enumerated() {
      let name = argument.name ?? function.parameters[place]
      guard function.parameters.contains(name), values[name] == nil else {
        throw FormulaProblem(
          .argumentName(function: function.name, name: name, known: function.parameters),
          argument.value.span)
      }
      values[name] = try evaluate(argument.value)
    }
    return try result(of: function, with: values, at: span)
  }

  /// The function's value with its parameters bound. Mistakes in its body are shown at the call.
  mutating func result(
    of function: FunctionDefinition, with values: [String: Value], at span: Span
  ) throws(FormulaProblem) -> Value {
    guard calls < meter.budget.calls else { throw FormulaProblem(.tooManyCalls, span) }
    let outer = locals
    locals = values
    calls += 1
    defer {
      locals = outer
      calls -= 1
    }
    do throws(FormulaProblem) {
      for local in function.locals {
        let value = try evaluate(local.formula)
        locals?[local.name] = value
      }
      return try evaluate(function.result)
    } catch {
      throw error.inside(function.name, calledAt: span)
    }
  }
}
