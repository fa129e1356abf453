import Diagnostics

extension Worksheet {
  /// Computes a formula that has names of its own beside those of this sheet, before which they
  /// come.
  ///
  /// - Parameters:
  ///   - names: each after those it builds on; what the formula does not use is not computed.
  ///   - values: known already.
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
