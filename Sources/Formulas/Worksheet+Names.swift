import Diagnostics
import Quantities

extension Worksheet: Names {
  func value(ofName name: String, at span: Span) throws(FormulaProblem) -> Value? {
    if definitions[.name(name)] != nil {
      switch compute(.name(name), at: span) {
      case .success(let values): return values.adjusted
      case .failure(let problem):
        if case .circle = problem.kind { throw FormulaProblem(problem.kind, span) }
        throw FormulaProblem(.noValue(name: name), span)
      }
    }
    if let value = provided[name] { return value }
    return tables[name].map { .table($0) }
  }

  func hasName(_ name: String) -> Bool {
    definitions[.name(name)] != nil || provided[name] != nil || tables[name] != nil
  }

  func value(
    ofColumn column: String, table: String, at span: Span
  ) throws(FormulaProblem) -> Value? {
    let key = Key.column(table: table, column: column)
    guard definitions[key] != nil else { return nil }
    switch compute(key, at: span) {
    case .success(let values): return values.adjusted
    case .failure(let problem):
      if case .circle = problem.kind { throw FormulaProblem(problem.kind, span) }
      throw FormulaProblem(.noValue(name: "\(key)"), span)
    }
  }

  /// Columns that the student added to a table, by the table's first name.
  public func addedColumns(of table: String) -> [String] { added[table] ?? [] }

  /// Names that a formula may use, without units.
  public var allNames: [String] {
    var result: Set<String> = Set(provided.keys).union(tables.keys)
    for key in definitions.keys {
      if case .name(let name) = key { result.insert(name) }
    }
    return result.sorted()
  }

  var functionNames: [String] {
    definitions.compactMap { key, definition in
      if case .function = definition.formula { return "\(key)" }
      return nil
    }
  }
}
