import CColumns
import Diagnostics
import Quantities

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
  let products: UnitProducts
  /// Where names are looked up, before units.
  unowned let sheet: Worksheet
  let meter: Meter
  var budget: Budget { meter.budget }
  var calls = 0
  /// Parameters and local names of the function being computed.
  var locals: [String: Value]?
  /// A quantity whose unit goes on in the divisor behind it: the `0.5 °C` of `10 W * 0.5 °C/W`.
  var openUnit: Span?
  /// Whether a word that is a unit and also a name stands for the unit, as it does after `to`.
  var prefersUnits = false
  /// Whether a word that is not known may be a unit with a power, as in `9.81 m/s2`.
  var readsPowers = false

  init(_ sheet: Worksheet, products: UnitProducts) {
    self.sheet = sheet
    self.products = products
    units = sheet.units
    meter = sheet.meter
  }

  mutating func evaluate(_ expression: Expression) throws(FormulaProblem) -> Value {
    try operand(expression).value
  }

  /// The value of an operand; where it has none, the problem that the mistake in it rather is.
  mutating func operand(
    _ expression: Expression, mending better: (Evaluator, FormulaProblem) -> FormulaProblem?
  ) throws(FormulaProblem) -> Operand {
    do throws(FormulaProblem) { return try operand(expression) } catch {
      throw better(self, error) ?? error
    }
  }

  mutating func operand(_ expression: Expression) throws(FormulaProblem) -> Operand {
    try spend(Meter.operationCost, at: expression.span)
    meter.depth += 1
    defer { meter.depth -= 1 }
    guard meter.depth < Meter.depthLimit else { throw FormulaProblem(.tooDeep, expression.span) }
    let span = expression.span
    switch expression.kind {
    case .number(let number, _): return (.quantity(number, .one), .number)
    case .text(let text): return (.text(text), .computed)
    case .truth(let truth): return (.truth(truth), .computed)
    case .name(let name): return try named(name, at: span)
    case .unitWord(let word): return try unitWord(word, at: span)
    case .implicit(let left, let right): return try implicit(left, right, at: span)
    case .negation(let inner): return try negation(of: inner, at: span)
    case .not(let inner): return (try negatedTruth(inner), .computed)
    case .binary(let sign, let left, let right): return try binary(sign, left, right, at: span)
    case .conversion(let value, let target): return (try conversion(value, target), .computed)
    case .conditional(let then, let condition, let otherwise):
      let truth = try self.truth(condition, of: .condition)
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
    if meter.steps < 0 { throw FormulaProblem(.tooManySteps(areTogether: meter.isShort), span) }
  }

  // MARK: Words

  private mutating func named(_ name: String, at span: Span) throws(FormulaProblem) -> Operand {
    if prefersUnits, let unit = units.lookup(name) { return (.quantity(1, unit), .unit) }
    if let value = locals?[name] { return (value, .computed) }
    if let value = try sheet.value(ofName: name, at: span) { return (value, .computed) }
    if let constant = BuiltinConstant.value(of: name) { return (constant, .computed) }
    if let unit = try unit(name, span) { return unit }
    if prefersUnits || readsPowers, let power = units.power(name) {
      return (.quantity(1, power.unit), .unit)
    }
    if ForeignWord.isForeign(name) { throw FormulaProblem(.keyword(name), span) }
    if BuiltinFunction.named(name) != nil {
      throw FormulaProblem(.missingParentheses(function: name, fixIt: "\(name)(…)"), span)
    }
    if let key = sheet.otherKey(of: name) {
      throw FormulaProblem(.boundElsewhere(name: name, to: "\(key)"), span)
    }
    if let own = sheet.symbols[name], own != name {
      throw FormulaProblem(.symbol(name, of: own), span)
    }
    let near = meter.mayLookForNames() ? near(name) : []
    if near.isEmpty, name.dropFirst().first?.isNumber == true, ForeignSyntax.isCell(name) {
      throw ForeignSyntax.cells.problem(.init(place: span))
    }
    throw FormulaProblem(.unknownName(name, near: near), span)
  }

  /// Nil for a word that is no unit.
  private func unit(_ word: String, _ span: Span) throws(FormulaProblem) -> Operand? {
    if let unit = units.lookup(word) { return (.quantity(1, unit), .unit) }
    guard let reason = UnitSystem.refusal(of: ForeignNames.unit(for: word) ?? word) else {
      return nil
    }
    throw FormulaProblem(.refusedUnit(word, reason: reason), span)
  }

  private mutating func unitWord(_ word: String, at span: Span) throws(FormulaProblem) -> Operand {
    if let unit = units.lookup(word) { return (.quantity(1, unit), .unit) }
    // A constant is no unit: a name of the student's hides it here as it does elsewhere.
    if BuiltinConstant.isConstant(word) { return try named(word, at: span) }
    if let unit = try unit(word, span) { return unit }
    if isName(word) { throw FormulaProblem(.nameAsUnit(name: word), span) }
    if let power = units.power(word) { return (.quantity(1, power.unit), .unit) }
    let near = meter.mayLookForNames() ? UnitSuggestions(units: units).near(word) : []
    // `2 c`
    let constant = ForeignNames.value(for: word).map { [$0] } ?? []
    throw FormulaProblem(.unknownUnit(word, near: constant + near), span)
  }

  // MARK: Multiplication without an operator

  private mutating func implicit(
    _ left: Expression, _ right: Expression, at span: Span
  ) throws(FormulaProblem) -> Operand {
    var first = try operand(left) { $0.betterProblem($1, left, right) }
    // `training_emissions kg`: a name of the student's before a unit; `pi r^2` is a product.
    if case .name(let name) = left.kind, first.form != .unit {
      guard let word = right.firstWord else {
        throw FormulaProblem(.missingOperator(suggestion: ""), right.span)
      }
      let gap = Span(left.span.end, right.span.start)
      if units.lookup(word) == nil || BuiltinConstant.isConstant(name) {
        throw FormulaProblem(.missingOperator(suggestion: " * "), span, replacing: gap)
      }
      throw FormulaProblem(
        .nameBeforeUnit(name: name, hasUnit: first.value.unit != .one), right.span, replacing: gap)
    }
    let second = try operand(right) { $0.numberAndWord(left, right, $1) }
    // A number before °C is a temperature; anywhere else a degree is a difference.
    if second.form == .unit, second.value.isTemperature, let unit = second.value.unit,
      first.value.unit == .one
    {
      if openUnit == span { return (first.value.relabelled(unit.differenceUnit), .literal) }
      return (try possible(first.value.relabelled(unit), span), .literal)
    }
    // A number with its unit, as most are typed.
    if first.form == .number, second.form == .unit, case .quantity(let number, .one) = first.value,
      case .quantity(let one, let unit) = second.value
    {
      return (.quantity(number * one, unit), .literal)
    }
    let sides = Sides(left.span, right.span, sign: "*", span)
    try checkFactors(first, second, inverted: false, isSpelled: false, sides)
    let keepsUnit = second.form == .unit && first.form != .computed
    let form = joinedForm(first.form, second.form)
    let value = try product(
      first.value.taken(), second.value, inverted: false, merged: !keepsUnit, sides)
    return (value, form)
  }

  /// What two words side by side were meant to be, where the first is not known.
  private func betterProblem(
    _ problem: FormulaProblem, _ left: Expression, _ right: Expression
  ) -> FormulaProblem? {
    if case .unknownName = problem.kind { return nameInPieces(left, right) }
    // `models.Output Speed`
    guard case .unknownColumn = problem.kind, case .member = left.kind, case .unitWord = right.kind
    else { return nil }
    return problem.replacing(left.span.union(right.span))
  }

  /// Whether a word is a name of the student's, or one of the function being computed.
  func isName(_ word: String) -> Bool { locals?[word] != nil || sheet.hasName(word) }

  /// The form of a product or quotient.
  func joinedForm(_ left: Form, _ right: Form) -> Form {
    right != .unit || left == .computed ? .computed : left == .unit ? .unit : .literal
  }

  private mutating func negation(
    of inner: Expression, at span: Span
  ) throws(FormulaProblem) -> Operand {
    let operand = try operand(inner)
    switch operand.value {
    case .quantity(let number, let unit):
      if operand.form != .literal { try checkNoTemperature(.negation, (unit, inner.span)) }
      return (try possible(.quantity(-number, unit), span), operand.form)
    case .column(let numbers, let unit):
      try checkNoTemperature(.negation, (unit, inner.span))
      try spend(numbers.count, at: span)
      let negative = reckon_conversion(before: 0, top: -1, bottom: 1, after: 0)
      return (
        .column(
          .filled(numbers.count) { reckon_convert($0, numbers, negative, numbers.count) }, unit),
        .computed
      )
    case .texts, .truths, .text, .truth, .table, .function:
      throw FormulaProblem(
        .wrongKind(.named("-"), found: operand.value.kind, expected: .number), inner.span)
    }
  }

  // MARK: Truth

  private mutating func negatedTruth(_ inner: Expression) throws(FormulaProblem) -> Value {
    switch try evaluate(inner) {
    case .truth(let truth): return .truth(!truth)
    case .truths(let truths): return .truths(truths.map { !$0 })
    case let other:
      throw FormulaProblem(
        .wrongKind(.named("not"), found: other.kind, expected: .comparison), inner.span)
    }
  }

  mutating func truth(
    _ expression: Expression, of operation: FormulaProblem.Operation
  ) throws(FormulaProblem) -> Bool {
    let value = try evaluate(expression)
    if case .truth(let truth) = value { return truth }
    throw FormulaProblem(
      .wrongKind(operation, found: value.kind, expected: .comparison), expression.span)
  }

  // MARK: Conversion

  private mutating func conversion(
    _ expression: Expression, _ target: Expression
  ) throws(FormulaProblem) -> Value {
    let value = try evaluate(expression)
    if let head = unitBefore(more: target) {
      throw FormulaProblem(
        .moreThanUnit, Span(head.end, target.span.end),
        replacing: Span(expression.span.start, head.end))
    }
    guard hasOnlyUnits(target), let unit = try unit(of: target) else {
      throw FormulaProblem(.notAUnit, target.span)
    }
    guard let source = value.unit else {
      throw FormulaProblem(
        .wrongKind(.named("to"), found: value.kind, expected: .number), expression.span)
    }
    if source.mixesTemperatures(with: unit) {
      let (found, asked) = (described(source, expression.span), described(unit, target.span))
      throw FormulaProblem(
        .temperatures(
          unit.isTemperaturePoint ? .shown(found, as: asked) : .taken(found, as: asked)),
        expression.span.union(target.span))
    }
    if let converted = value.converted(to: unit) {
      return try possible(converted.finite(expression.span), expression.span, target: target.span)
    }
    throw cannotConvert(
      (source, expression.span), to: (unit, target.span),
      repair(from: expression, source, to: target, unit), at: target.span)
  }

  /// The unit that is asked for. `L/(100 km)` is one; any other number in it is left out.
  mutating func unit(of target: Expression) throws(FormulaProblem) -> Unit? {
    guard case .quantity(let size, let unit) = try self.target(target),
      unit != .one || size == 1 || target.isUnitProduct
    else { return nil }
    guard let (above, count, below) = target.unitForSoMany,
      case .quantity(1, let top) = try self.target(above),
      case .quantity(1, let bottom) = try self.target(below)
    else { return unit }
    return bottom.times(count).flatMap { try? top.product(with: $0, inverted: true).unit } ?? unit
  }

  /// What a conversion goes to. A word that is a unit is one here, even where it is also a name.
  mutating func target(_ target: Expression) throws(FormulaProblem) -> Value {
    let outer = prefersUnits
    prefersUnits = true
    defer { prefersUnits = outer }
    return try operand(target) { $0.inUnitPlace($1) }.value
  }

  /// A word that is not known, taken for a unit: after `to`, and behind the `/` of a figure. Nil
  /// where it is nearer to a name.
  func inUnitPlace(_ problem: FormulaProblem, isSure: Bool = true) -> FormulaProblem? {
    guard case .unknownName(let word, let near) = problem.kind, meter.mayLookForNames() else {
      return nil
    }
    let search = UnitSuggestions(units: units)
    if let power = search.power(word) {
      return FormulaProblem(.unknownUnit(word, near: [power]), problem.span)
    }
    let units = near.isEmpty ? search.near(word) : []
    return near.isEmpty && (isSure || !units.isEmpty)
      ? FormulaProblem(.unknownUnit(word, near: units), problem.span) : nil
  }

  /// The unit at the beginning of what stands after `to`, where more follows than belongs to a
  /// unit and would have no part in the result: `W - 3 W`, `MJ / 2`. Nil where nothing does.
  private func unitBefore(more target: Expression) -> Span? {
    if case .conditional(let then, _, _) = target.kind {
      return unitBefore(more: then) ?? then.span
    }
    guard case .binary(let sign, let left, let right) = target.kind, sign != .power else {
      return nil
    }
    let isFactor = sign == .multiply || sign == .divide
    return unitBefore(more: left) ?? (isFactor && isOfUnit(right) ? nil : left.span)
  }

  /// Whether no sign and no value of the student's would be left out of a conversion.
  private func hasOnlyUnits(_ target: Expression) -> Bool {
    switch target.kind {
    case .group(let inner): hasOnlyUnits(inner)
    case .binary(.multiply, let left, _), .binary(.divide, let left, _):
      left.plainNumber != nil || isOfUnit(left)
    case .negation, .not: false
    case .binary(let sign, _, _): sign == .power
    default: true
    }
  }

  /// Whether it is made of units, with or without a number, which a notice then tells of; or is 1.
  private func isOfUnit(_ expression: Expression) -> Bool {
    if let number = expression.plainNumber { return number == 1 }
    if let word = expression.word {
      // A word that is not known is told as such.
      return units.lookup(word) != nil || !isName(word) && !BuiltinConstant.isConstant(word)
    }
    if let (left, right) = expression.product {
      return (left.plainNumber != nil || isOfUnit(left)) && isOfUnit(right)
    }
    if case .group(let inner) = expression.kind { return isOfUnit(inner) }
    if case .binary(.power, let base, _) = expression.kind { return isOfUnit(base) }
    return false
  }
}
