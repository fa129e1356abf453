import Diagnostics
import Quantities

/// What formulas find under their words.
extension Worksheet {
  /// The value of a name; nil where there is none.
  func value(ofName name: String, at span: Span) throws(FormulaProblem) -> Value? {
    try value(of: .name(name), at: span) ?? provided[name] ?? tables[name].map { .table($0) }
  }

  func value(ofColumn column: String, table: String, at span: Span) throws(FormulaProblem) -> Value?
  { try value(of: .column(table: table, column: column), at: span) }

  private func value(of key: Key, at span: Span) throws(FormulaProblem) -> Value? {
    guard definitions[key] != nil else { return nil }
    switch compute(key, at: span) {
    case .success(let values): return values.adjusted
    case .failure(let problem):
      if case .circle = problem.kind { throw FormulaProblem(problem.kind, span) }
      throw FormulaProblem(.noValue(name: "\(key)"), span)
    }
  }

  /// What the value of a call is taken for.
  func adjusted(_ value: Value, of function: FunctionDefinition) -> Value {
    callAdjustment?(function, value) ?? value
  }

  /// Under what else the value of an unknown name stands.
  func otherKey(of name: String) -> Key? {
    otherKey?(name).flatMap { definitions[$0] == nil ? nil : $0 }
  }

  /// Whether a formula may use the name, that of a unit apart.
  public func hasName(_ name: String) -> Bool {
    definitions[.name(name)] != nil || provided[name] != nil || tables[name] != nil
  }

  /// Columns that the student added to a table, by the table's first name.
  public func addedColumns(of table: String) -> [String] { added[table] ?? [] }

  /// Names that a formula may use, without units.
  public var allNames: [String] { unorderedNames.sorted() }

  /// The same in no order, which costs less where there are many.
  public var unorderedNames: Set<String> {
    var result: Set<String> = Set(provided.keys).union(tables.keys)
    result.reserveCapacity(result.count + definitions.count)
    for key in definitions.keys { if case .name(let name) = key { result.insert(name) } }
    return result
  }

  /// Names that a formula may use and that begin so.
  public func names(beginningWith start: String) -> Set<String> {
    var result: Set<String> = []
    for name in provided.keys where name.hasPrefix(start) { result.insert(name) }
    for name in tables.keys where name.hasPrefix(start) { result.insert(name) }
    for key in definitions.keys {
      if case .name(let name) = key, name.hasPrefix(start) { result.insert(name) }
    }
    return result
  }

  /// What names stand for that have a value, in no order.
  public func namedValues() -> [(name: String, value: Value)] {
    var found: [(name: String, value: Value)] = []
    var waiting: [String] = []
    for (key, definition) in definitions {
      guard case .name(let name) = key else { continue }
      switch definition.state {
      case .done(_, let value): found.append((name, value))
      case .pending, .computing: waiting.append(name)
      case .failed: break
      }
    }
    for name in waiting {
      if case .success(let value)? = value(of: .name(name)) { found.append((name, value)) }
    }
    return found
  }

  /// Names that hold a quantity of a dimension: two of them, the newest first.
  func names(of dimension: Dimension, without used: Set<String>) -> [String] {
    func fits(_ value: Value) -> Bool { value.unit?.dimension == dimension }
    var found: [(order: Int, name: String)] = []
    for (key, definition) in definitions {
      guard case .name(let name) = key, case .done(_, let value) = definition.state,
        !used.contains(name), fits(value)
      else { continue }
      found.append((definition.order, name))
    }
    for (name, value) in provided where definitions[.name(name)] == nil && fits(value) {
      if !used.contains(name) { found.append((0, name)) }
    }
    return found.sorted { ($1.order, $0.name) < ($0.order, $1.name) }.prefix(2).map(\.name)
  }

  /// Columns that tables hold of a dimension: two of them.
  func columns(of dimension: Dimension) -> [String] {
    let found = shippedTables.lazy.flatMap { table in
      table.columns.lazy.filter { $0.cells.unit?.dimension == dimension }.map {
        "\(Key.column(table: table.name, column: $0.heading))"
      }
    }
    return Array(found.prefix(2))
  }

  var functionNames: [String] { definitions.keys.filter(isFunction).map { "\($0)" } }
}

extension Worksheet {
  /// Computes a formula that has names of its own beside those of this sheet, before which they
  /// come.
  ///
  /// - `names`: each after those it builds on; what the formula does not use is not computed.
  /// - `values`: known already.
  public func evaluate(
    _ expression: Expression, where names: [(name: String, formula: Expression)],
    values: [String: Value] = [:]
  ) -> Result<Value, FormulaProblem> {
    let used = Self.used(by: expression, among: names)
    if isIdle {
      var dependencies = used.map { Dependencies($0.formula) }
      dependencies.append(Dependencies(expression))
      for key in dependencies.flatMap({ direct($0) }) { prepare(key) }
    }
    refillAtTop()
    var evaluator = evaluator
    evaluator.locals = values
    return Result { () throws(FormulaProblem) in
      for name in used {
        let value = try evaluator.evaluate(name.formula)
        evaluator.locals?[name.name] = value
      }
      return try evaluator.evaluate(expression)
    }
  }

  /// Whether a formula may use the name, whether or not it has a value; units apart.
  public func knows(_ name: String) -> Bool { hasName(name) }

  /// Those of the names that a formula is built on, in their order.
  private static func used(
    by expression: Expression, among names: [(name: String, formula: Expression)]
  ) -> [(name: String, formula: Expression)] {
    var wanted = expression.usedNames
    var used: [(name: String, formula: Expression)] = []
    for name in names.reversed() where wanted.contains(name.name) {
      wanted.formUnion(name.formula.usedNames)
      used.append(name)
    }
    return used.reversed()
  }
}
