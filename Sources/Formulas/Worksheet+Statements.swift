import Diagnostics
import Quantities

/// What came of entering a statement.
public struct Entered: Sendable {
  /// What was bound; nil for a bare formula and a unit.
  public var key: Worksheet.Key?
  /// The value as others see it; nil for a function, a unit, and where there is a problem.
  public var value: Value?
  /// Why the statement was not taken.
  public var problem: FormulaProblem?
  /// What the student should know all the same.
  public var notices: [Diagnostic]
  /// Other keys whose values have changed with it, in their order.
  public var changed: [Worksheet.Key]
}

extension Worksheet {
  /// Takes a statement in and computes it. One that has a problem leaves everything as it was.
  public func enter(_ statement: Statement) -> Entered {
    var entered = Entered(key: nil, value: nil, problem: nil, notices: [], changed: [])
    switch statement.kind {
    case .show(let expression):
      switch evaluate(expression) {
      case .success(let value): entered.value = value
      case .failure(let problem): entered.problem = problem
      }
      entered.notices += readingNotices(expression, in: statement)
    case .unit(let name, let nameSpan, let expression):
      entered.problem = declareUnit(name, nameSpan, expression)
    case .assign(let name, let nameSpan, let expression):
      let key = Key.name(name)
      if tables[name] != nil {
        entered.problem = FormulaProblem(.shipped("The table `\(name)`"), nameSpan)
        return entered
      }
      bind(key, .value(expression), statement, nameSpan, &entered)
      if entered.problem == nil {
        entered.notices += hidingNotice(name, nameSpan)
        entered.notices += readingNotices(expression, in: statement)
      }
    case .assignColumn(let tableName, let column, let span, let expression):
      guard let table = tables[tableName] else {
        let near = nearestNames(to: tableName, among: Array(tables.keys))
        entered.problem = FormulaProblem(.unknownName(tableName, near: near), span)
        return entered
      }
      if table.column(column) != nil {
        entered.problem = FormulaProblem(.shipped("The column \"\(column)\""), span)
        return entered
      }
      let key = Key.column(table: table.name, column: column)
      bind(key, .value(expression), statement, span, &entered)
      entered.notices += readingNotices(expression, in: statement)
    case .function(let function):
      if tables[function.name] != nil {
        entered.problem = FormulaProblem(
          .shipped("The table `\(function.name)`"), function.nameSpan)
        return entered
      }
      bind(.name(function.name), .function(function), statement, function.nameSpan, &entered)
      entered.notices += unknownNames(in: function)
    }
    return entered
  }

  /// Takes in the statements of a whole notebook, wherever they stand: units first, then every
  /// formula, then the values. One entry for each statement.
  public func load(_ statements: [Statement]) -> [Entered] {
    var entries = statements.map { _ in
      Entered(key: nil, value: nil, problem: nil, notices: [], changed: [])
    }
    for (index, statement) in statements.enumerated() {
      if case .unit(let name, let span, let expression) = statement.kind {
        entries[index].problem = declareUnit(name, span, expression)
      } else {
        entries[index].problem = defineOnly(statement, key: &entries[index].key)
      }
    }
    // A key that is defined again further on counts there only.
    var seen: Set<Key> = []
    for index in statements.indices.reversed() where entries[index].problem == nil {
      if let key = entries[index].key {
        guard seen.insert(key).inserted else { continue }
        settle(key, &entries[index])
      }
    }
    for (index, statement) in statements.enumerated() {
      if case .show(let expression) = statement.kind {
        switch evaluate(expression) {
        case .success(let value): entries[index].value = value
        case .failure(let problem): entries[index].problem = problem
        }
      }
    }
    return entries
  }

  private func settle(_ key: Key, _ entry: inout Entered) {
    if case .function? = definitions[key]?.formula { return }
    switch value(of: key) {
    case .success(let value): entry.value = value
    case .failure(let problem): entry.problem = problem
    case nil: break
    }
  }

  private func defineOnly(_ statement: Statement, key: inout Key?) -> FormulaProblem? {
    switch statement.kind {
    case .show, .unit: return nil
    case .assign(let name, let nameSpan, let expression):
      if tables[name] != nil {
        return FormulaProblem(.shipped("The table `\(name)`"), nameSpan)
      }
      key = .name(name)
      return defineWithin(.name(name), .value(expression), statement, nameSpan)
    case .assignColumn(let tableName, let column, let span, let expression):
      guard let table = tables[tableName] else {
        return FormulaProblem(
          .unknownName(tableName, near: nearestNames(to: tableName, among: Array(tables.keys))),
          span)
      }
      if table.column(column) != nil {
        return FormulaProblem(.shipped("The column \"\(column)\""), span)
      }
      let own = Key.column(table: table.name, column: column)
      key = own
      return defineWithin(own, .value(expression), statement, span)
    case .function(let function):
      key = .name(function.name)
      return defineWithin(
        .name(function.name), .function(function), statement, function.nameSpan)
    }
  }

  private func defineWithin(
    _ key: Key, _ formula: Formula, _ statement: Statement, _ span: Span
  ) -> FormulaProblem? {
    guard definitions.count < Self.definitionLimit else {
      return FormulaProblem(.tooManyElements(limit: Self.definitionLimit), span)
    }
    define(key, formula, text: statement.text)
    return nil
  }

  private func bind(
    _ key: Key, _ formula: Formula, _ statement: Statement, _ span: Span,
    _ entered: inout Entered
  ) {
    let before = definitions[key]
    let affected = dependents(of: key)
    let old = affected.map { (key: $0, value: try? value(of: $0)?.get()) }
    let isSelf = isDefined(key) && refersToItself(key, formula)
    if isSelf {
      entered.problem = FormulaProblem(
        .selfReference(name: "\(key)", usesDivision: scalesItself(formula)), span)
      return
    }
    if let problem = defineWithin(key, formula, statement, span) {
      entered.problem = problem
      return
    }
    if let circle = circle(from: key) {
      restore(key, before)
      entered.problem = FormulaProblem(.circle(circle.map { "\($0)" }), span)
      return
    }
    if case .value = formula {
      switch value(of: key) {
      case .success(let value): entered.value = value
      case .failure(let problem):
        restore(key, before)
        entered.problem = problem
        return
      case nil: break
      }
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

  private func isDefined(_ key: Key) -> Bool { definitions[key] != nil }

  private func refersToItself(_ key: Key, _ formula: Formula) -> Bool {
    guard case .value(let expression) = formula else { return false }
    let own = Definition(
      formula: formula, text: "", dependencies: Dependencies(expression), order: 0)
    switch key {
    case .name(let name): return own.dependencies.names.contains(name)
    case .column(let table, let column):
      return own.dependencies.columns.contains {
        $0.column == column && tables[$0.table]?.name == table
      }
    }
  }

  /// `x = x / 1000` and the like.
  private func scalesItself(_ formula: Formula) -> Bool {
    guard case .value(let expression) = formula,
      case .binary(let sign, _, let right) = expression.kind
    else { return false }
    return (sign == .divide || sign == .multiply) && right.typedFigures != nil
  }

  // MARK: Units

  private func declareUnit(
    _ name: String, _ span: Span, _ expression: Expression?
  ) -> FormulaProblem? {
    guard let expression else {
      return units.declareCounted(name) == nil
        ? FormulaProblem(.tooManyElements(limit: Self.definitionLimit), span) : nil
    }
    switch evaluate(expression) {
    case .failure(let problem): return problem
    case .success(.quantity(let value, let unit)) where !units.isTemperaturePoint(unit):
      if units.declareDerived(name, value: value, unit: unit) != nil { return nil }
      return FormulaProblem(.unitDefinition, expression.span)
    case .success: return FormulaProblem(.unitDefinition, expression.span)
    }
  }

  // MARK: Notices

  private func hidingNotice(_ name: String, _ span: Span) -> [Diagnostic] {
    guard let unit = units.lookup(name) else { return [] }
    return [NoticeWording.hidesUnit(name, meaning: units.describe(unit), span)]
  }

  private func unknownNames(in function: FunctionDefinition) -> [Diagnostic] {
    let known = Set(function.locals.map(\.name))
    let missing = Dependencies(function).names.filter { name in
      !known.contains(name) && name != function.name && !hasName(name)
        && units.lookup(name) == nil && Constants.value(of: name, in: units) == nil
        && !Builtins.isFunction(name) && !Builtins.modules.contains(name)
    }
    return missing.sorted().map { NoticeWording.notYetKnown($0, in: function.name) }
  }

  private func readingNotices(_ expression: Expression, in statement: Statement) -> [Diagnostic] {
    Reading.notices(expression, text: statement.text, offset: statement.span.start, units: units)
  }
}
