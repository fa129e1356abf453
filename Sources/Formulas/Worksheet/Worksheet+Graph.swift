import Diagnostics
import Quantities

/// Who reads whom.
extension Worksheet {
  /// Every key whose value may change with the key's, in the order of definition.
  public func dependents(of key: Key) -> [Key] {
    var found: Set<Key> = []
    var waiting = [key]
    while let next = waiting.popLast() {
      waiting += readers(of: next).filter { found.insert($0).inserted }
    }
    return inOrder(found.subtracting([key]))
  }

  /// Keys whose own formulas name the key, in the order of definition.
  public func directDependents(of key: Key) -> [Key] {
    inOrder(readers(of: key).subtracting([key]))
  }

  /// Keys in the order of their definitions.
  private func inOrder(_ keys: some Collection<Key>) -> [Key] {
    keys.map { (key: $0, order: definitions[$0]?.order ?? 0) }
      .sorted { $0.order < $1.order }.map(\.key)
  }

  /// What a formula reads, by where it comes from.
  public struct Uses: Sendable {
    /// Names and columns of the student's own, in the order of definition.
    public var own: [Key] = []
    /// Values that were provided beside the sheet, such as those of required exercises.
    public var provided: [String] = []
    /// Columns of shipped tables.
    public var shipped: [Key] = []
  }

  /// What the formula of a key names; nothing for an unknown key.
  public func uses(of key: Key) -> Uses {
    guard let dependencies = definitions[key]?.dependencies else { return Uses() }
    var uses = Uses(own: direct(dependencies))
    uses.provided = dependencies.names.sorted().filter {
      provided[$0] != nil && definitions[.name($0)] == nil
    }
    let shipped = dependencies.columns.compactMap { column in
      tables[column.table].flatMap { table in
        table.column(column.column).map { _ in Key.column(table: table.name, column: column.column)
        }
      }
    }
    uses.shipped = Set(shipped).sorted { "\($0)" < "\($1)" }
    return uses
  }

  /// Puts a value in the place of a key's formula, whatever that was, and lets what depends on
  /// the key follow. A number for a column stands in every row. False where the value does not
  /// fit the column.
  @discardableResult public func fix(_ key: Key, to value: Value) -> Bool {
    guard definitions[key] != nil || definitions.count < Self.definitionLimit else { return false }
    var value = value
    if case .column(let name, let column) = key {
      guard let table = tables[name], table.name == name, table.column(column) == nil else {
        return false
      }
      if case .quantity(let number, let unit) = value {
        value = .column([Double](repeating: number, count: table.rowCount), unit)
      }
      guard case .column(let numbers, _) = value, numbers.count == table.rowCount else {
        return false
      }
    }
    define(key, .fixed(value), text: "")
    return true
  }

  /// Keys whose formulas name the key.
  func readers(of key: Key) -> Set<Key> {
    switch key {
    case .name(let name): return (readers[.name(name)] ?? []).union(readers[.receiver(name)] ?? [])
    case .column(let table, let column):
      // A formula with the whole table may read any of its columns.
      return (tableWords[table] ?? [table]).reduce(into: []) { found, word in
        found.formUnion(readers[.column(table: word, column: column)] ?? [])
        found.formUnion(readers[.name(word)] ?? [])
      }
    }
  }

  /// Keys whose formulas have a unit's word or its plural.
  func readers(ofUnit word: String) -> Set<Key> {
    UnitSystem.forms(of: word).reduce(into: []) { found, word in
      found.formUnion(readers[.unit(word)] ?? [])
      found.formUnion(readers[.name(word)] ?? [])
      found.formUnion(readers[.receiver(word)] ?? [])
    }
  }

  /// Marks keys, and all that depends on them, to be computed anew. Behind a formula that waits
  /// already, everything does; a function or a fixed
  /// value has no state of its own.
  func invalidate(_ keys: some Sequence<Key>) {
    var waiting = Array(keys)
    var functions: Set<Key> = []
    while let key = waiting.popLast() {
      guard let definition = definitions[key] else { continue }
      switch (definition.formula, definition.state) {
      case (.function, _), (.fixed, _): guard functions.insert(key).inserted else { continue }
      case (.value, .pending), (.value, .computing): continue
      case (.value, .done), (.value, .failed): definitions[key]?.state = .pending
      }
      waiting += readers(of: key)
    }
  }

  /// Whether what a formula reads may be a key of this sheet.
  func mayBeDefined(_ link: Dependencies.Link) -> Bool {
    switch link {
    case .name(let name): definitions[.name(name)] != nil || tables[name] != nil
    case .column: true
    case .unit, .receiver: false
    }
  }

  /// The keys that a formula names, where they are defined.
  func direct(_ dependencies: Dependencies) -> [Key] {
    var result: [Key] = []
    for name in dependencies.names {
      if definitions[.name(name)] != nil { result.append(.name(name)) }
      if let table = tables[name] {
        result += addedColumns(of: table.name).map { .column(table: table.name, column: $0) }
      }
    }
    for column in dependencies.columns {
      if let table = tables[column.table] {
        let key = Key.column(table: table.name, column: column.column)
        if definitions[key] != nil { result.append(key) }
      } else if definitions[.name(column.table)] != nil {
        result.append(.name(column.table))
      }
    }
    return inOrder(result)
  }

  /// The way from a key back to itself, or nil; `dependents` are those of the key. Functions may
  /// call one another.
  func circle(from start: Key, dependents: some Sequence<Key>) -> [Key]? {
    let within = Set(dependents)
    var cameFrom: [Key: Key] = [:]
    var waiting = [start]
    while let key = waiting.popLast() {
      guard let definition = definitions[key] else { continue }
      for next in direct(definition.dependencies) {
        if next == start {
          var trail = [start, key]
          while let last = trail.last, last != start, let before = cameFrom[last] {
            trail.append(before)
          }
          if key == start { trail = [start, start] }
          trail.reverse()
          if trail.allSatisfy({ isFunction($0) }) { continue }
          return trail
        }
        if within.contains(next), cameFrom[next] == nil {
          cameFrom[next] = key
          waiting.append(next)
        }
      }
    }
    return nil
  }

  func isFunction(_ key: Key) -> Bool {
    if case .function? = definitions[key]?.formula { true } else { false }
  }

  /// Computes what a key needs, and the key, each after those that it reads, so that a long
  /// chain of names takes no stack. Those that read one another in a circle fail.
  func prepare(_ start: Key) {
    guard path.isEmpty, meter.depth == 0, isWaiting(start) else { return }
    var trail: [(key: Key, next: [Key])] = []
    var places: [Key: Int] = [:]
    var seen: Set<Key> = []
    func push(_ key: Key) {
      seen.insert(key)
      places[key] = trail.count
      trail.append((key, direct(definitions[key]?.dependencies ?? Dependencies()).reversed()))
    }
    push(start)
    while let last = trail.indices.last {
      if let next = trail[last].next.popLast() {
        if let place = places[next] {
          fail(trail[place...].map(\.key))
        } else if !seen.contains(next), isWaiting(next) {
          push(next)
        }
        continue
      }
      let key = trail.removeLast().key
      places[key] = nil
      if !isFunction(key), isWaiting(key) { meter.separately { _ = compute(key, at: Span(0, 0)) } }
    }
  }

  private func isWaiting(_ key: Key) -> Bool {
    if case .pending? = definitions[key]?.state { true } else { false }
  }

  private func fail(_ circle: [Key]) {
    guard !circle.allSatisfy({ isFunction($0) }) else { return }
    for (place, key) in circle.enumerated() {
      guard case .value(let expression)? = definitions[key]?.formula else { continue }
      // A circle of thousands is named by its beginning and its end.
      var way = circle[place...].prefix(8)
      if way.count < 8 { way += circle[..<place].prefix(8 - way.count) }
      let end = circle[circle.count > 8 ? (place + circle.count - 1) % circle.count : place]
      let names = way.map { "\($0)" } + (circle.count > 8 ? ["…", "\(end)"] : []) + ["\(key)"]
      definitions[key]?.state = .failed(FormulaProblem(.circle(names), expression.span))
    }
  }
}
