import Diagnostics
import Quantities

/// Where an evaluator finds what names stand for. Units come after all of these.
protocol Names: AnyObject {
  /// The value of a name; nil where there is none.
  func value(ofName name: String, at span: Span) throws(FormulaProblem) -> Value?
  /// Whether there is such a name, without computing it.
  func hasName(_ name: String) -> Bool
  func function(named name: String) -> FunctionDefinition?
  /// A column that a student added to a table.
  func value(ofColumn column: String, table: String, at span: Span) throws(FormulaProblem) -> Value?
  func addedColumns(of table: String) -> [String]
  /// Every name that could have been meant.
  var allNames: [String] { get }
}

/// Computes formulas. One evaluator serves one statement and what it depends on.
struct Evaluator {
  /// How an operand came about, which decides whether its unit stays as typed.
  enum Form {
    case computed
    /// A number as typed.
    case number
    /// Nothing but units.
    case unit
    /// A number as typed with its unit.
    case literal
  }

  typealias Operand = (value: Value, form: Form)

  let units: UnitSystem
  unowned let names: any Names
  let meter: Meter
  var budget: Budget { meter.budget }
  var calls = 0
  /// Parameters and local names of the function being computed.
  var locals: [String: Value]?

  init(units: UnitSystem, names: any Names, meter: Meter) {
    self.units = units
    self.names = names
    self.meter = meter
  }

  mutating func evaluate(_ expression: Expression) throws(FormulaProblem) -> Value {
    try operand(expression).value
  }

  mutating func operand(_ expression: Expression) throws(FormulaProblem) -> Operand {
    try spend(1, at: expression.span)
    meter.depth += 1
    defer { meter.depth -= 1 }
    guard meter.depth < Meter.depthLimit else {
      throw FormulaProblem(.tooDeep, expression.span)
    }
    let span = expression.span
    switch expression.kind {
    case .number(let number, _): return (.quantity(number, .one), .number)
    case .text(let text): return (.text(text), .computed)
    case .truth(let truth): return (.truth(truth), .computed)
    case .name(let name): return try named(name, at: span)
    case .unitWord(let word): return try unit(word, at: span)
    case .implicit(let left, let right): return try implicit(left, right, at: span)
    case .negation(let inner): return try negation(of: inner, at: span)
    case .not(let inner): return (try negatedTruth(inner), .computed)
    case .binary(let sign, let left, let right):
      return try binary(sign, left, right, at: span)
    case .conversion(let value, let target): return (try conversion(value, target), .computed)
    case .conditional(let then, let condition, let otherwise):
      let truth = try self.truth(condition, of: "the condition of `if`")
      return (try evaluate(truth ? then : otherwise), .computed)
    case .call(let name, let nameSpan, let arguments):
      return (try call(name, nameSpan, arguments, at: span), .computed)
    case .method(let receiver, let name, let nameSpan, let arguments):
      let first = Argument(name: nil, value: receiver)
      return (try builtin(name, nameSpan, [first] + arguments, asMethod: true), .computed)
    case .member(let receiver, let name, let nameSpan):
      return (try member(receiver, name, nameSpan), .computed)
    case .element(let receiver, let element):
      return (try self.element(receiver, element, at: span), .computed)
    case .list(let items): return (try list(items, at: span), .computed)
    case .group(let inner):
      let operand = try operand(inner)
      return (operand.value, operand.form == .unit ? .unit : .computed)
    }
  }

  mutating func spend(_ count: Int, at span: Span) throws(FormulaProblem) {
    meter.steps -= count
    if meter.steps < 0 { throw FormulaProblem(.tooManySteps, span) }
  }

  // MARK: Words

  private mutating func named(_ name: String, at span: Span) throws(FormulaProblem) -> Operand {
    if let value = locals?[name] { return (value, .computed) }
    if let value = try names.value(ofName: name, at: span) { return (value, .computed) }
    if let unit = units.lookup(name) { return (.quantity(1, unit), .unit) }
    if let constant = Constants.value(of: name, in: units) { return (constant, .computed) }
    if let reason = units.refusal(of: name) {
      throw FormulaProblem(.refusedUnit(name, reason: reason), span)
    }
    if Parser.foreignWords.contains(name) { throw FormulaProblem(.keyword(name), span) }
    let candidates = names.allNames + (locals.map { Array($0.keys) } ?? [])
    var near = nearestNames(to: name, among: candidates + Constants.names)
    if near.isEmpty { near = nearestNames(to: name, among: units.unitWords) }
    throw FormulaProblem(.unknownName(name, near: near), span)
  }

  private mutating func unit(_ word: String, at span: Span) throws(FormulaProblem) -> Operand {
    if let unit = units.lookup(word) { return (.quantity(1, unit), .unit) }
    if let constant = Constants.value(of: word, in: units) { return (constant, .computed) }
    if let reason = units.refusal(of: word) {
      throw FormulaProblem(.refusedUnit(word, reason: reason), span)
    }
    if locals?[word] != nil || names.hasName(word) {
      throw FormulaProblem(.nameAsUnit(name: word, suggestion: "* \(word)"), span)
    }
    throw FormulaProblem(
      .unknownUnit(word, near: nearestNames(to: word, among: units.unitWords)), span)
  }

  // MARK: Multiplication without an operator

  private mutating func implicit(
    _ left: Expression, _ right: Expression, at span: Span
  ) throws(FormulaProblem) -> Operand {
    let first = try operand(left)
    // `training_emissions kg`: a name of the student's before a unit.
    if case .name(let name) = left.kind, first.form != .unit {
      throw FormulaProblem(
        .nameAsUnit(name: name, suggestion: "to"), left.span.union(right.span))
    }
    let second = try operand(right)
    // A number before °C is a temperature; anywhere else a degree is a difference.
    if second.form == .unit, case .quantity(_, let unit) = second.value,
      units.isTemperaturePoint(unit), let own = first.value.unit, own == .one
    {
      return (first.value.relabelled(unit), .literal)
    }
    let keepsUnit = second.form == .unit && first.form != .computed
    let value = try product(
      first.value, second.value, inverted: false, merged: !keepsUnit,
      Sides(left.span, right.span, sign: "*", span))
    return (value, joinedForm(first.form, second.form))
  }

  /// The form of a product or quotient.
  func joinedForm(_ left: Form, _ right: Form) -> Form {
    guard right == .unit else { return .computed }
    switch left {
    case .unit: return .unit
    case .number, .literal: return .literal
    case .computed: return .computed
    }
  }

  private mutating func negation(
    of inner: Expression, at span: Span
  ) throws(FormulaProblem) -> Operand {
    let operand = try operand(inner)
    switch operand.value {
    case .quantity(let number, let unit):
      if units.isTemperaturePoint(unit), operand.form != .literal {
        throw FormulaProblem(
          .temperaturePoint(operation: "negated", unit: units.symbol(of: unit)), inner.span)
      }
      return (.quantity(-number, unit), operand.form)
    case .column(let numbers, let unit):
      try spend(numbers.count, at: span)
      return (.column(numbers.map { -$0 }, unit), .computed)
    case .texts, .truths, .text, .truth, .table, .function:
      throw FormulaProblem(
        .wrongKind(operation: "`-`", found: operand.value.kindName, expected: "a number"),
        inner.span)
    }
  }

  // MARK: Truth

  private mutating func negatedTruth(_ inner: Expression) throws(FormulaProblem) -> Value {
    switch try evaluate(inner) {
    case .truth(let truth): return .truth(!truth)
    case .truths(let truths): return .truths(truths.map { !$0 })
    case let other:
      throw FormulaProblem(
        .wrongKind(operation: "`not`", found: other.kindName, expected: "a comparison"),
        inner.span)
    }
  }

  mutating func truth(
    _ expression: Expression, of operation: String
  ) throws(FormulaProblem) -> Bool {
    let value = try evaluate(expression)
    if case .truth(let truth) = value { return truth }
    throw FormulaProblem(
      .wrongKind(operation: operation, found: value.kindName, expected: "a comparison"),
      expression.span)
  }

  // MARK: Conversion

  private mutating func conversion(
    _ expression: Expression, _ target: Expression
  ) throws(FormulaProblem) -> Value {
    let value = try evaluate(expression)
    let wanted = try evaluate(target)
    guard case .quantity(let size, let unit) = wanted else {
      throw FormulaProblem(.notAUnit, target.span)
    }
    if unit == .one, size != 1, !target.isUnitProduct {
      throw FormulaProblem(.notAUnit, target.span)
    }
    guard let source = value.unit else {
      throw FormulaProblem(
        .wrongKind(operation: "`to`", found: value.kindName, expected: "a number"),
        expression.span)
    }
    if let converted = value.converted(to: unit, in: units) { return converted }
    throw FormulaProblem(
      .cannotConvert(
        from: described(source, expression.span), to: described(unit, target.span),
        missing: missingFactor(from: source, to: unit)), target.span)
  }

  func described(_ unit: UnitID, _ span: Span) -> FormulaProblem.Described {
    FormulaProblem.Described(
      unit: units.symbol(of: unit), meaning: units.describe(unit), span: span)
  }

  /// What turns one unit into the other, such as `multiply by a time`; nil where no one word
  /// says it.
  func missingFactor(from source: UnitID, to target: UnitID) -> String? {
    if let quotient = try? units.product(target, source, inverted: true),
      quotient.unit != .one, let name = units.dimensionName(of: quotient.unit)
    {
      return "multiply by \(FormulaWording.article(name))"
    }
    if let quotient = try? units.product(source, target, inverted: true),
      let name = units.dimensionName(of: quotient.unit)
    {
      return "divide by \(FormulaWording.article(name))"
    }
    return nil
  }

  // MARK: Columns and tables

  private mutating func list(_ items: [Expression], at span: Span) throws(FormulaProblem) -> Value {
    var numbers: [Double] = []
    var texts: [String] = []
    var unit: UnitID?
    for item in items {
      switch try evaluate(item) {
      case .quantity(let number, let own):
        let target = unit ?? own
        unit = target
        guard let conversion = units.conversion(from: own, to: target) else {
          throw FormulaProblem(
            .cannotConvert(
              from: described(own, item.span), to: described(target, items[0].span),
              missing: nil), item.span)
        }
        numbers.append(conversion.apply(number))
      case .text(let text): texts.append(text)
      case let other:
        throw FormulaProblem(
          .wrongKind(operation: "a list", found: other.kindName, expected: "numbers or texts"),
          item.span)
      }
      if !numbers.isEmpty, !texts.isEmpty {
        throw FormulaProblem(
          .kinds(operation: "a list", left: "numbers", right: "texts"), item.span)
      }
    }
    return texts.isEmpty ? .column(numbers, unit ?? .one) : .texts(texts)
  }

  /// `models.Model`
  private mutating func member(
    _ receiver: Expression, _ name: String, _ nameSpan: Span
  ) throws(FormulaProblem) -> Value {
    if case .name(let module) = receiver.kind, !names.hasName(module), locals?[module] == nil {
      if let constant = Constants.value(of: name, in: units), Builtins.modules.contains(module) {
        return constant
      }
    }
    let value = try evaluate(receiver)
    if case .table(let table) = value {
      return try column(name, of: table, at: nameSpan)
    }
    if Builtins.isMethod(name) {
      throw FormulaProblem(.notAFunction(name: name + "()", isUnit: false), nameSpan)
    }
    throw FormulaProblem(.unknownMember(name, of: value.kindName, near: []), nameSpan)
  }

  /// `table["column"]`, `column[0]`, `table[condition]`.
  private mutating func element(
    _ receiver: Expression, _ element: Expression, at span: Span
  ) throws(FormulaProblem) -> Value {
    let value = try evaluate(receiver)
    let key = try evaluate(element)
    switch (value, key) {
    case (.table(let table), .text(let heading)):
      return try column(heading, of: table, at: element.span)
    case (.table(let table), .truths(let truths)):
      guard truths.count == table.rowCount else {
        throw FormulaProblem(.lengths(table.rowCount, truths.count), element.span)
      }
      var result = table
      result.columns = try allColumns(of: table, at: span).map {
        Table.Column(heading: $0.heading, cells: Self.filter($0.cells, by: truths))
      }
      result.rowCount = truths.count { $0 }
      result.name = ""
      return .table(result)
    case (.column(let numbers, let unit), .quantity(let number, .one)):
      return .quantity(numbers[try index(number, count: numbers.count, at: element.span)], unit)
    case (.texts(let texts), .quantity(let number, .one)):
      return .text(texts[try index(number, count: texts.count, at: element.span)])
    case (.column(let numbers, _), .truths(let truths)):
      guard numbers.count == truths.count else {
        throw FormulaProblem(.lengths(numbers.count, truths.count), element.span)
      }
      return Self.filter(value, by: truths)
    case (.texts(let texts), .truths(let truths)):
      guard texts.count == truths.count else {
        throw FormulaProblem(.lengths(texts.count, truths.count), element.span)
      }
      return Self.filter(value, by: truths)
    case (.table, _):
      throw FormulaProblem(
        .wrongKind(
          operation: "a table's brackets", found: key.kindName,
          expected: "a column's name in quotes, or a condition"), element.span)
    case (.column, _), (.texts, _):
      throw FormulaProblem(
        .wrongKind(
          operation: "a column's brackets", found: key.kindName,
          expected: "the number of a row from 0, or a condition"), element.span)
    case (.quantity, _), (.truths, _), (.text, _), (.truth, _), (.function, _):
      throw FormulaProblem(
        .wrongKind(
          operation: "`[ ]`", found: value.kindName, expected: "a table or a column"),
        receiver.span)
    }
  }

  private func index(
    _ number: Double, count: Int, at span: Span
  ) throws(FormulaProblem) -> Int {
    guard let whole = Int(exactly: number) else {
      throw FormulaProblem(.wholeNumber("the number of a row"), span)
    }
    let index = whole < 0 ? count + whole : whole
    guard index >= 0, index < count else {
      throw FormulaProblem(.index(whole, count: count), span)
    }
    return index
  }

  private static func filter(_ value: Value, by truths: [Bool]) -> Value {
    func kept<Item>(_ items: [Item]) -> [Item] {
      zip(items, truths).filter(\.1).map(\.0)
    }
    switch value {
    case .column(let numbers, let unit): return .column(kept(numbers), unit)
    case .texts(let texts): return .texts(kept(texts))
    case .truths(let own): return .truths(kept(own))
    case .quantity, .text, .truth, .table, .function: return value
    }
  }

  private mutating func column(
    _ heading: String, of table: Table, at span: Span
  ) throws(FormulaProblem) -> Value {
    if let added = try names.value(ofColumn: heading, table: table.name, at: span) {
      return added
    }
    if let cells = table.column(heading) { return cells }
    let all = table.columns.map(\.heading) + names.addedColumns(of: table.name)
    let lowered = heading.lowercased()
    var near = all.filter { $0.lowercased().hasPrefix(lowered) }
    if near.isEmpty { near = nearestNames(to: heading, among: all) }
    throw FormulaProblem(
      .unknownColumn(heading, table: table.name, near: near, all: all), span)
  }

  /// Shipped and added columns of a table.
  private func allColumns(of table: Table, at span: Span) throws(FormulaProblem) -> [Table.Column] {
    var columns = table.columns
    for heading in names.addedColumns(of: table.name) {
      if let cells = try names.value(ofColumn: heading, table: table.name, at: span) {
        columns.append(Table.Column(heading: heading, cells: cells))
      }
    }
    return columns
  }

  // MARK: Calls

  private mutating func call(
    _ name: String, _ nameSpan: Span, _ arguments: [Argument], at span: Span
  ) throws(FormulaProblem) -> Value {
    if let function = names.function(named: name) {
      return try apply(function, arguments, at: span)
    }
    if Builtins.isFunction(name) {
      return try builtin(name, nameSpan, arguments, asMethod: false)
    }
    if locals?[name] != nil || names.hasName(name) || units.lookup(name) != nil {
      let isUnit = locals?[name] == nil && !names.hasName(name)
      throw FormulaProblem(.notAFunction(name: name, isUnit: isUnit), nameSpan)
    }
    if Parser.foreignWords.contains(name) { throw FormulaProblem(.keyword(name), nameSpan) }
    throw FormulaProblem(
      .unknownFunction(
        name, near: nearestNames(to: name, among: names.allNames + Builtins.names)), nameSpan)
  }

  private mutating func apply(
    _ function: FunctionDefinition, _ arguments: [Argument], at span: Span
  ) throws(FormulaProblem) -> Value {
    var values: [String: Value] = [:]
    guard arguments.count == function.parameters.count else {
      throw FormulaProblem(
        .argumentCount(
          function: function.name, expected: "\(function.parameters.count)",
          found: arguments.count), span)
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
    guard calls < budget.calls else { throw FormulaProblem(.tooManyCalls, span) }
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
      throw FormulaProblem(error.kind, span)
    }
  }
}
