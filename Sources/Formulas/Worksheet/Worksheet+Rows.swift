extension Worksheet {
  /// What the rows of a column are called: as in the first shipped table that is as long; of several,
  /// the first that its formula is made of, itself or through other definitions.
  public func rowNames(for value: Value, from formula: Expression? = nil) -> [String]? {
    guard case .column(let numbers, _) = value else { return nil }
    return rowTable(of: numbers.count, from: formula)?.rowNames
  }

  /// The table whose rows those of a column are.
  public func rowTable(of count: Int, from formula: Expression? = nil) -> Table? {
    let alike = shippedTables.filter { $0.rowCount == count }
    guard alike.count > 1, let formula else { return alike.first }
    let used = tables(in: formula)
    return alike.first { used.contains($0.name) } ?? alike[0]
  }

  /// The shipped tables that a formula is made of.
  private func tables(in formula: Expression) -> Set<String> {
    var found: Set<String> = []
    var seen: Set<String> = []
    var waiting = [formula]
    while let next = waiting.popLast() {
      for name in next.usedNames where seen.insert(name).inserted {
        if let table = tables[name] { found.insert(table.name) }
        if let own = self.formula(of: .name(name)) { waiting.append(own) }
      }
    }
    return found
  }
}
