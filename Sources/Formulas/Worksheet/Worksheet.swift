import Diagnostics
import Quantities

/// Names and their formulas as a graph. The last formula given to a name counts, and what
/// depends on it is computed anew when it is next asked for, wherever the statements stand.
public final class Worksheet {
  /// What a formula is bound to.
  public enum Key: Hashable, Sendable, CustomStringConvertible {
    case name(String)
    case column(table: String, column: String)

    /// As a student types it.
    public var description: String {
      switch self {
      case .name(let name): name
      case .column(let table, let column): "\(table)[\"\(column)\"]"
      }
    }
  }

  /// What is made of a value before others use it: a bare number that answers a question takes
  /// the question's unit on. Gets the sheet that computes it, which may be a copy of the one it was
  /// made for.
  public typealias Adjustment = (Worksheet, Key, Value) -> Value

  enum Formula {
    case value(Expression)
    case function(FunctionDefinition)
    /// A value that was put in the place of a formula.
    case fixed(Value)

    /// What is computed; of a function, its result comes last.
    var expressions: [Expression] {
      switch self {
      case .value(let own): [own]
      case .function(let function): function.locals.map(\.formula) + [function.result]
      case .fixed: []
      }
    }

    /// Words that are not looked up, as they are parameters and local names.
    var hiddenNames: Set<String> {
      guard case .function(let function) = self else { return [] }
      return Set(function.parameters + function.locals.map(\.name))
    }
  }

  enum State {
    case pending
    case computing
    case done(raw: Value, adjusted: Value)
    case failed(FormulaProblem)
  }

  struct Definition {
    var formula: Formula
    var text: String
    var dependencies: Dependencies
    var state = State.pending
    /// Where it came in the order of definitions.
    var order: Int
  }

  /// What words mean here: what the exercise declares, and `unit` statements.
  public internal(set) var units: UnitSystem
  let products: UnitProducts
  let meter: Meter
  /// Of lines that were computed one by one.
  let shapes = ShapeBook()
  /// Shipped tables by each of their names.
  private(set) var tables: [String: Table] = [:]
  /// All names of a table, by its first.
  private(set) var tableWords: [String: [String]] = [:]
  /// Answers of required exercises.
  private(set) var provided: [String: Value] = [:]
  /// Nil where values stay as they are.
  public var adjustment: Adjustment?
  /// What is made of the value of a call, by the function's name.
  public var callAdjustment: ((FunctionDefinition, Value) -> Value)?
  /// Under what else a name's value stands that is not bound itself; nil where under nothing.
  public var otherKey: ((String) -> Key?)?
  /// The unit in which a key's value is asked for; nil where it is not.
  public var askedUnit: ((Key) -> Unit?)?
  /// Names by the symbols that texts of the exercise use for them.
  public var symbols: [String: String] = [:]
  /// Whether quotients may be read anew; not where they have been.
  var looksForAmbiguity = true

  var definitions: [Key: Definition] = [:]
  /// What formulas are made of, as of a revision.
  var knownInputs: (revision: Int, ofKeys: [Key: FormulaInputs]) = (0, [:])
  /// Who reads what.
  var readers: [Dependencies.Link: Set<Key>] = [:]
  /// Columns that were added to a table, in order, by the table's first name.
  private(set) var added: [String: [String]] = [:]
  /// Units that statements of this sheet have declared, in the order in which they build on one
  /// another.
  var ownUnits: [OwnUnit] = []
  /// Whether statements of this sheet have declared units.
  public var declaresUnits: Bool { !ownUnits.isEmpty }
  private var order = 0
  /// Grows with every change, so that what was found of the sheet can be told from what is.
  public internal(set) var revision = 0
  private(set) var path: [Key] = []
  /// Elements of the values that were computed, by key, and their sum.
  private var held: [Key: Int] = [:]
  private var heldCount = 0

  /// Names and columns that a notebook may hold.
  static let definitionLimit = 10_000

  /// - `products`: shared with other sheets of the same exercise.
  public init(
    units: UnitSystem, products: UnitProducts = UnitProducts(), budget: Budget = .standard
  ) {
    self.units = units
    self.products = products
    meter = Meter(budget)
  }

  /// A sheet with the same formulas and tables in which some keys have other values. What is
  /// computed or defined there changes nothing here.
  public func copy(fixing values: [Key: Value], provided others: [String: Value]) -> Worksheet {
    let copy = Worksheet(units: units, products: products, budget: meter.budget)
    copy.tables = tables
    copy.tableWords = tableWords
    copy.provided = provided.merging(others) { $1 }
    copy.callAdjustment = callAdjustment
    copy.readers = readers
    copy.added = added
    copy.ownUnits = ownUnits
    copy.order = order
    copy.definitions = definitions
    for key in definitions.keys { copy.definitions[key]?.state = .pending }
    for (key, value) in values where definitions[key] != nil {
      copy.definitions[key]?.formula = .fixed(value)
      copy.definitions[key]?.dependencies = Dependencies()
    }
    return copy
  }

  /// Adds a table that the exercise ships, under its name and others.
  public func provide(_ table: Table, also others: [String] = []) {
    for name in [table.name] + others where tables.updateValue(table, forKey: name) == nil {
      tableWords[table.name, default: []].append(name)
    }
  }

  /// Adds a value that formulas may use and the student may hide with a name of his own.
  public func provide(_ value: Value, as name: String) { provided[name] = value }

  /// Adds many such values, before which others of the same names give way.
  public func provide(_ values: [String: Value]) {
    // Nothing is copied where these are the first.
    provided = provided.isEmpty ? values : provided.merging(values) { $1 }
  }

  /// The shipped tables, each once.
  public var shippedTables: [Table] {
    var seen: Set<String> = []
    return tables.values.filter { seen.insert($0.name).inserted }.sorted { $0.name < $1.name }
  }

  /// The table of that name with the columns that were added to it.
  public func table(named name: String) -> Table? {
    guard var table = tables[name] else {
      if case .success(.table(let own))? = value(of: .name(name)) { return own }
      return nil
    }
    for column in addedColumns(of: table.name) {
      if case .success(let cells)? = value(of: .column(table: table.name, column: column)) {
        table.columns.append(Table.Column(heading: column, cells: cells))
      }
    }
    return table
  }

  // MARK: Looking up

  /// Keys in the order in which they were last defined.
  public var keys: [Key] {
    definitions.map { (key: $0.key, order: $0.value.order) }.sorted { $0.order < $1.order }
      .map(\.key)
  }

  /// The value of a name or column as others see it; nil where it is not defined.
  public func value(of key: Key) -> Result<Value, FormulaProblem>? {
    computed(key)?.map(\.adjusted)
  }

  /// The value before an answer's unit was taken on; nil where the key is not defined.
  public func rawValue(of key: Key) -> Result<Value, FormulaProblem>? { computed(key)?.map(\.raw) }

  private func computed(_ key: Key) -> Result<(raw: Value, adjusted: Value), FormulaProblem>? {
    guard definitions[key] != nil else { return nil }
    prepare(key)
    refillAtTop()
    return compute(key, at: Span(0, 0))
  }

  /// The formula that counts for a key; nil for functions, fixed values and unknown keys.
  public func formula(of key: Key) -> Expression? {
    guard case .value(let expression)? = definitions[key]?.formula else { return nil }
    return expression
  }

  /// The statement that counts for a key, as typed; nil where its value was fixed.
  public func text(of key: Key) -> String? {
    if case .fixed? = definitions[key]?.formula { return nil }
    return definitions[key]?.text
  }

  /// The student's function of a name; nil where it is none.
  public func function(named name: String) -> FunctionDefinition? {
    if case .function(let function)? = definitions[.name(name)]?.formula { return function }
    return nil
  }

  /// Computes a formula with the names of this sheet.
  public func evaluate(_ expression: Expression) -> Result<Value, FormulaProblem> {
    if isIdle, !definitions.isEmpty, expression.reads(where: mayBeDefined) {
      for key in direct(Dependencies(expression)) { prepare(key) }
    }
    refillAtTop()
    var evaluator = evaluator
    return Result { () throws(FormulaProblem) in try evaluator.evaluate(expression) }
  }

  /// The unit that a formula stands for after `to`; nil where it is none.
  public func unit(of target: Expression) -> Result<Unit?, FormulaProblem> {
    var evaluator = evaluator
    return Result { () throws(FormulaProblem) in try evaluator.unit(of: target) }
  }

  /// What a formula comes to in the place of a unit, where a word is a unit before it is anything
  /// else, and `m2` is a power.
  public func value(inUnitPlace target: Expression) -> Result<Value, FormulaProblem> {
    refillAtTop()
    var evaluator = evaluator
    return Result { () throws(FormulaProblem) in try evaluator.target(target) }
  }

  /// Whether what was computed here comes near to what a whole notebook may take, so that it has to
  /// be computed as one to know whether it still may.
  public var nearsNotebookLimit: Bool {
    meter.taken > meter.budget.steps * Meter.notebookFactor / 2
  }

  /// Runs something in which all formulas together may take so many steps.
  public func together<Result>(steps: Int, _ body: () -> Result) -> Result {
    meter.together(steps: steps, body)
  }

  /// Lets the formulas that run together take so many steps more.
  public func allow(moreSteps steps: Int) { meter.allow(steps) }

  /// Computes several formulas, which have one budget together.
  public func evaluate(_ expressions: [Expression]) -> [Result<Value, FormulaProblem>] {
    meter.together { expressions.map { evaluate($0) } }
  }

  /// Calls a function of this sheet; nil where there is none of that name.
  public func call(_ name: String, _ arguments: [Value]) -> Result<Value, FormulaProblem>? {
    function(named: name).map { call($0, arguments) }
  }

  /// Calls a function that need not be this sheet's, with the names of this sheet.
  public func call(
    _ function: FunctionDefinition, _ arguments: [Value]
  ) -> Result<Value, FormulaProblem> {
    guard function.parameters.count == arguments.count else {
      return .failure(
        FormulaProblem(
          .argumentCount(
            function: function.name, expected: function.arity, found: arguments.count,
            parameters: function.parameters), function.nameSpan))
    }
    prepare(.name(function.name))
    refillAtTop()
    var evaluator = evaluator
    let values = Dictionary(
      zip(function.parameters, arguments), uniquingKeysWith: { first, _ in first })
    return Result { () throws(FormulaProblem) in
      try evaluator.result(of: function, with: values, at: function.nameSpan)
    }
  }

  /// Computes with the names and units of this sheet.
  var evaluator: Evaluator { Evaluator(self, products: products) }

  /// Whether nothing is being computed.
  var isIdle: Bool { path.isEmpty && meter.depth == 0 }

  func refillAtTop() { if isIdle { meter.refill() } }

  // MARK: Defining

  /// Binds a key to a formula without computing it. What depends on it is computed anew.
  func define(_ key: Key, _ formula: Formula, text: String) {
    let dependencies =
      switch formula {
      case .value(let expression): Dependencies(expression)
      case .function(let function): Dependencies(function)
      case .fixed: Dependencies()
      }
    order += 1
    replace(key, Definition(formula: formula, text: text, dependencies: dependencies, order: order))
  }

  /// Puts a definition in a key's place, or takes it away.
  func replace(_ key: Key, _ definition: Definition?) {
    revision += 1
    let old = definitions[key]
    if let old { for link in old.dependencies.links { readers[link]?.remove(key) } }
    definitions[key] = definition
    if definition == nil { hold(0, for: key) }
    for link in definition?.dependencies.links ?? [] { readers[link, default: []].insert(key) }
    if case .column(let table, let column) = key {
      if old != nil { added[table]?.removeAll { $0 == column } }
      if let definition {
        // A new definition is the last; one that is put back goes where it was.
        let place =
          definition.order == order
          ? nil : added[table]?.firstIndex { self.order(of: $0, in: table) > definition.order }
        added[table, default: []].insert(column, at: place ?? added[table]?.count ?? 0)
      }
    }
    invalidate(readers(of: key))
  }

  private func order(of column: String, in table: String) -> Int {
    definitions[.column(table: table, column: column)]?.order ?? 0
  }

  // MARK: Computing

  func compute(_ key: Key, at span: Span) -> Result<(raw: Value, adjusted: Value), FormulaProblem> {
    guard let definition = definitions[key] else {
      return .failure(FormulaProblem(.unknownName("\(key)", near: []), span))
    }
    switch definition.state {
    case .done(let raw, let adjusted): return .success((raw, adjusted))
    case .failed(let problem): return .failure(problem)
    case .computing:
      let start = path.firstIndex(of: key) ?? 0
      return .failure(FormulaProblem(.circle((path[start...] + [key]).map { "\($0)" }), span))
    case .pending: break
    }
    let expression: Expression
    switch definition.formula {
    case .value(let own): expression = own
    case .function: return .success((.function("\(key)"), .function("\(key)")))
    case .fixed(let value): return .success((value, value))
    }
    definitions[key]?.state = .computing
    path.append(key)
    defer { path.removeLast() }
    var evaluator = evaluator
    do throws(FormulaProblem) {
      let value = try shaped(try evaluator.evaluate(expression), for: key, expression)
      guard hold(value.elementCount, for: key) else {
        throw FormulaProblem(.tooManyKept(limit: meter.budget.kept), expression.span)
      }
      let adjusted = adjustment?(self, key, value) ?? value
      definitions[key]?.state = .done(raw: value, adjusted: adjusted)
      return .success((value, adjusted))
    } catch {
      definitions[key]?.state = .failed(error)
      return .failure(error)
    }
  }

  /// Takes a value for what a key's formula comes to.
  func take(_ value: (raw: Value, adjusted: Value), for key: Key) {
    guard case .value? = definitions[key]?.formula else { return }
    hold(value.raw.elementCount, for: key)
    definitions[key]?.state = .done(raw: value.raw, adjusted: value.adjusted)
  }

  /// Steps that the formulas of this sheet have taken so far.
  public var stepsTaken: Int { meter.taken }

  /// Counts what a key's value takes; false, and nothing counted, where it is too much.
  @discardableResult private func hold(_ count: Int, for key: Key) -> Bool {
    if count == 0, held.isEmpty { return true }
    let old = held[key] ?? 0
    guard heldCount - old + count <= meter.budget.kept else { return false }
    heldCount += count - old
    held[key] = count > 0 ? count : nil
    return true
  }

  /// A column's value has a number for every row; a single one is repeated.
  private func shaped(
    _ value: Value, for key: Key, _ expression: Expression
  ) throws(FormulaProblem) -> Value {
    guard case .column(let name, _) = key, let table = tables[name] else { return value }
    switch value {
    case .quantity(let number, let unit):
      return .column([Double](repeating: number, count: table.rowCount), unit)
    case .text(let text): return .texts([String](repeating: text, count: table.rowCount))
    case .column(let numbers, _) where numbers.count != table.rowCount:
      throw FormulaProblem(.lengths(table.rowCount, numbers.count), expression.span)
    case .column, .texts, .truths: return value
    case .truth, .table, .function:
      throw FormulaProblem(
        .wrongKind(.column, found: value.kind, expected: .numbersOrTexts), expression.span)
    }
  }

  /// The table that a word stands for, under whichever of its names.
  public func shippedTable(_ name: String) -> Table? { tables[name] }
}
