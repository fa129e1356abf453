extension Worksheet {
  /// Whether numbers without unit take part in the key's formula, or in names and functions of
  /// the student's own that it uses.
  ///
  /// - Parameter isTakenWhole: tells of names whose own formulas are not looked into.
  public func holdsBareNumber(
    _ key: Key, takingWhole isTakenWhole: (Key) -> Bool = { _ in false }
  ) -> Bool {
    var visited: Set<Key> = []
    // Into the student's own names and functions too: `queries / days` with `days = 365`.
    func holds(_ key: Key) -> Bool {
      guard visited.count < 100, visited.insert(key).inserted else { return false }
      func isBare(_ name: String) -> Bool { !isTakenWhole(.name(name)) && holds(.name(name)) }
      switch definitions[key]?.formula {
      case .value(let own)?: return own.holdsBareNumber(where: isBare)
      case .function(let function)?:
        return function.result.holdsBareNumber(where: isBare)
          || function.locals.contains { $0.formula.holdsBareNumber(where: isBare) }
      case .fixed?, nil: return false
      }
    }
    return holds(key)
  }
}
