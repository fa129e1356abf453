import Diagnostics

/// What came of entering a statement.
public struct Entered: Sendable {
  /// What was bound; nil for a bare formula and a unit.
  public var key: Worksheet.Key?
  /// The value as others see it; nil for a function, a unit, and where there is a problem.
  public var value: Value?
  /// Why the statement was not taken.
  public var problem: FormulaProblem?
  /// What the student should know all the same.
  public var notices: [Diagnostic] = []
  /// Other keys whose values have changed with it, in their order.
  public var changed: [Worksheet.Key] = []

  /// Takes in what a formula came to.
  fileprivate mutating func take(_ result: Result<Value?, FormulaProblem>?) {
    switch result {
    case .success(let value)?: self.value = value
    case .failure(let problem)?: self.problem = problem
    case nil: break
    }
  }
}

extension Worksheet {
  /// Takes a statement in and computes it. One that has a problem leaves everything as it was.
  public func enter(_ statement: Statement) -> Entered {
    var entered = take(statement)
    entered.problem = entered.problem.map { checked(explained($0, statement)) }
    return entered
  }

  private func take(_ statement: Statement) -> Entered {
    meter.refill()
    var entered = Entered()
    switch statement.kind {
    case .show(let expression):
      entered.take(show(expression))
      if entered.problem == nil {
        entered.notices += notices(of: statement, showing: entered.value)
      }
    case .unit(let name, let nameSpan, let expression):
      entered.problem = declareUnit(name, nameSpan, expression)
    case .assign, .assignColumn, .function:
      switch binding(of: statement) {
      case .failure(let problem)?: entered.problem = problem
      case .success(let binding)?:
        bind(binding, &entered)
        if case .assign = statement.kind, entered.problem != nil { break }
        entered.notices += notices(of: statement)
      case nil: break
      }
    }
    return entered
  }

  /// What a statement gives a formula to.
  struct Binding {
    var key: Key
    var formula: Formula
    var text: String
    /// The place of the name or column.
    var span: Span
  }

  /// Nil for a bare formula and a unit.
  func binding(of statement: Statement) -> Result<Binding, FormulaProblem>? {
    func binding(_ key: Key, _ formula: Formula, _ span: Span) -> Result<Binding, FormulaProblem> {
      if case .name(let name) = key, tables[name] != nil {
        return .failure(FormulaProblem(.shipped(.table(name), fixIt: "my_\(name)"), span))
      }
      return .success(Binding(key: key, formula: formula, text: statement.text, span: span))
    }
    switch statement.kind {
    case .show, .unit: return nil
    case .assign(let name, let span, let expression):
      return binding(.name(name), .value(expression), span)
    case .function(let function):
      return binding(.name(function.name), .function(function), function.nameSpan)
    case .assignColumn(let name, let column, let span, let expression):
      guard let table = tables[name] else { return .failure(noTable(name, span)) }
      guard table.column(column) == nil else {
        return .failure(
          FormulaProblem(.shipped(.column(column), fixIt: "\(name)[\"My \(column)\"]"), span))
      }
      return binding(.column(table: table.name, column: column), .value(expression), span)
    }
  }

  /// Takes in the statements of a whole notebook, wherever they stand: units first, then every
  /// formula, then the values. One entry for each statement.
  ///
  /// - `known`: values that the very same statements have given on another sheet of the
  ///   exercise, before and after `adjustment`.
  public func load(
    _ statements: [Statement], known: [Key: (raw: Value, adjusted: Value)] = [:]
  ) -> [Entered] { meter.together { loaded(statements, known) } }

  private func loaded(
    _ statements: [Statement], _ known: [Key: (raw: Value, adjusted: Value)]
  ) -> [Entered] {
    var entries = [Entered](repeating: Entered(), count: statements.count)
    for (index, statement) in statements.enumerated() {
      switch binding(of: statement) {
      case .failure(let problem)?: entries[index].problem = problem
      case .success(let binding)?:
        entries[index].key = binding.key
        entries[index].problem = define(binding)
      case nil: break
      }
    }
    for (key, value) in known { take(value, for: key) }
    for index in unitOrder(statements) {
      if case .unit(let name, let span, let expression) = statements[index].kind {
        entries[index].problem = declareUnit(name, span, expression)
      }
    }
    // A key that is defined again further on counts there only.
    var seen: Set<Key> = []
    var counting: [Int] = []
    for index in statements.indices.reversed() where entries[index].problem == nil {
      if let key = entries[index].key, seen.insert(key).inserted { counting.append(index) }
    }
    for index in counting.reversed() {
      if let key = entries[index].key, !isFunction(key) {
        entries[index].take(value(of: key)?.map { $0 })
      }
    }
    for (index, statement) in statements.enumerated() {
      if case .show(let expression) = statement.kind { entries[index].take(show(expression)) }
      entries[index].problem = entries[index].problem.map { checked(explained($0, statement)) }
    }
    return entries
  }

  /// The problem as a person would explain it who sees the whole statement.
  ///
  /// - Parameter isTry: whether the statement is one that is tried out itself.
  func explained(
    _ problem: FormulaProblem, _ statement: Statement, isTry: Bool = false
  ) -> FormulaProblem {
    var problem = withRest(problem, statement)
    if !isTry { problem = withOtherInterpretation(problem, statement) }
    problem = withAskedUnit(withNamedColumns(problem, statement), statement)
    let foreign = ForeignSyntax.problem(problem, computing: statement) { [self] word in
      if hasName(word) { return word }
      let columns = shippedTables.filter { $0.column(word) != nil }.map {
        "\(Key.column(table: $0.name, column: word))"
      }
      return columns.count == 1 ? columns[0] : nil
    }
    return withHeading((foreign ?? problem).of(statement.text, at: statement.span.start))
  }

  /// A word that is no unit or name, with what stands right behind it where both are one together:
  /// the `CO2-e` of `260 g CO2-e/kWh`.
  private func withRest(_ problem: FormulaProblem, _ statement: Statement) -> FormulaProblem {
    let word: String
    switch problem.kind {
    case .unknownUnit(let found, _), .unknownName(let found, _): word = found
    default: return problem
    }
    let known = problem.of(statement.text, at: statement.span.start)
    let end = statement.span.start + statement.text.utf8.count
    guard let after = known.text(Span(problem.span.end, end)), after.first == "-" else {
      return problem
    }
    let rest = after.dropFirst().prefix { $0.isLetter || $0.isNumber }
    guard !rest.isEmpty else { return problem }
    let whole = word + "-" + rest
    let near = units.lookup(word + rest) == nil ? [] : [word + rest]
    guard let found = near.first ?? UnitSuggestions(units: units).near(word + rest).first else {
      return problem
    }
    let place = Span(problem.span.start, problem.span.end + 1 + rest.utf8.count)
    return FormulaProblem(.unknownUnit(whole, near: [found]), place)
  }

  private func noTable(_ name: String, _ span: Span) -> FormulaProblem {
    if hasName(name) { return FormulaProblem(.unsupported(.columnOf(name)), span) }
    return FormulaProblem(
      .unknownName(name, near: nearestNames(to: name, among: Array(tables.keys))), span)
  }

  private func define(_ binding: Binding) -> FormulaProblem? {
    let (key, formula) = (binding.key, binding.formula)
    guard definitions[key] != nil || definitions.count < Self.definitionLimit else {
      return FormulaProblem(.tooManyNames(limit: Self.definitionLimit), binding.span)
    }
    if refersToItself(key, formula) {
      return FormulaProblem(
        .selfReference(name: "\(key)", unit: unitAimedAt(by: formula, for: key)), binding.span)
    }
    define(key, formula, text: binding.text)
    return nil
  }

  private func bind(_ binding: Binding, _ entered: inout Entered) {
    let key = binding.key
    let before = definitions[key]
    let affected = dependents(of: key)
    let old = affected.map { (key: $0, value: try? value(of: $0)?.get()) }
    entered.problem = define(binding)
    if entered.problem != nil { return }
    if !affected.isEmpty, let circle = circle(from: key, dependents: affected) {
      replace(key, before)
      entered.problem = FormulaProblem(.circle(circle.map { "\($0)" }), binding.span)
      return
    }
    if case .value = binding.formula {
      entered.take(value(of: key)?.map { $0 })
      if entered.problem != nil { return replace(key, before) }
    }
    entered.key = key
    for (other, value) in old {
      let new = try? self.value(of: other)?.get()
      switch (value, new) {
      case (let old?, let new?): if !old.isIdentical(to: new) { entered.changed.append(other) }
      case (nil, nil): break
      case (nil, _?), (_?, nil): entered.changed.append(other)
      }
    }
  }

  func refersToItself(_ key: Key, _ formula: Formula) -> Bool {
    guard case .value(let expression) = formula else { return false }
    let own = Dependencies(expression)
    switch key {
    case .name(let name):
      return own.names.contains(name) || own.columns.contains { $0.table == name }
    case .column(let table, let column):
      return own.columns.contains { $0.column == column && tables[$0.table]?.name == table }
    }
  }

  /// For `x = x / 1000` with x in W, kW; nil where no usual unit is of that size.
  private func unitAimedAt(by formula: Formula, for key: Key) -> String? {
    guard case .value(let expression) = formula,
      case .binary(let sign, _, let right) = expression.kind, sign == .divide || sign == .multiply,
      case .number(let number, _) = right.kind, number > 0, meter.mayLookForNames(),
      case .done(_, let value)? = definitions[key]?.state, let unit = value.unit, unit != .one
    else { return nil }
    let size = sign == .divide ? 1 / number : number
    return UnitSuggestions.common.sorted().first { word in
      guard let other = units.lookup(word),
        let conversion = unit.conversion(to: other)
      else { return false }
      return abs(conversion.apply(1) / size - 1) < 1e-9
    }
  }

  // MARK: Notices

  /// What the student should know of statements that were loaded, a list for each; together they
  /// have one budget.
  public func notices(of statements: [Statement]) -> [[Diagnostic]] {
    meter.together { statements.map { notices(of: $0) } }
  }

  /// - Parameter value: what a bare formula came to; nil where that is not known.
  private func notices(of statement: Statement, showing value: Value? = nil) -> [Diagnostic] {
    switch statement.kind {
    case .show(let expression):
      plot(expression) == nil
        ? linterNotices(expression, in: statement, whole: value, isNamed: false) : []
    case .unit: []
    case .assign(let name, let nameSpan, let expression):
      hidingNotice(name, nameSpan)
        + linterNotices(
          expression, in: statement, whole: rawValue(of: .name(name), computedBy: statement))
    case .assignColumn(_, _, _, let expression): linterNotices(expression, in: statement)
    case .function(let function): unknownNames(in: function)
    }
  }

  private func hidingNotice(_ name: String, _ span: Span) -> [Diagnostic] {
    guard let unit = units.lookup(name) else {
      guard let constant = BuiltinConstant.value(of: name) else { return [] }
      return [Notice.hidesConstant(name, value: constant.text()).diagnostic(span)]
    }
    return [Notice.hidesUnit(name, meaning: unit.meaning).diagnostic(span)]
  }

  private func unknownNames(in function: FunctionDefinition) -> [Diagnostic] {
    let known = Set(function.locals.map(\.name))
    let missing = Dependencies(function).names.filter { name in
      !known.contains(name) && name != function.name && !hasName(name)
        && units.lookup(name) == nil && !BuiltinConstant.isConstant(name)
        && BuiltinFunction.named(name) == nil && !BuiltinFunction.modules.contains(name)
    }
    return missing.sorted().map { Notice.notYetKnown($0, in: function.name).diagnostic() }
  }

  /// The value that a statement gave a key; nil where that is another's, or not known.
  private func rawValue(of key: Key, computedBy statement: Statement) -> Value? {
    guard let definition = definitions[key], definition.text == statement.text,
      case .done(let raw, _) = definition.state
    else { return nil }
    return raw
  }

  private func linterNotices(
    _ expression: Expression, in statement: Statement, whole: Value? = nil, isNamed: Bool = true
  ) -> [Diagnostic] {
    var linter = FormulaLinter(statement.source, units: units) { [self] in try? evaluate($0).get() }
    linter.isName = { [self] in hasName($0) }
    linter.whole = whole
    return linter.findings(expression, isNamed: isNamed).map { finding in
      var finding = finding
      finding.fixIts.removeAll { problem(typing: $0) != nil }
      return finding.diagnostic
    }
  }

  /// What may be read otherwise in a unit that stands by itself, such as `cm4` and `W/mK`.
  public func notices(ofUnit unit: Expression, typed text: String) -> [Diagnostic] {
    var linter = FormulaLinter(StatementText(text: text), units: units) { [self] in
      try? value(inUnitPlace: $0).get()
    }
    return linter.findings(unit, isNamed: false).map(\.diagnostic)
  }
}
