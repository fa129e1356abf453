import Diagnostics

/// Tries out what messages offer before it is shown. Nothing is bound by that.
extension Worksheet {
  /// Steps that a try may take.
  private static let tryCost = 1_000_000

  /// A problem of a statement that could not be read, with only those of its tries that can be
  /// typed as the sheet stands.
  public func checked(_ problem: FormulaProblem) -> FormulaProblem {
    refillAtTop()
    return withHeading(problem).checked({ self.problem(typing: $0) }, fits: isOfAskedKind)
  }

  /// Whether a statement gives a key a value of the kind that is asked for under it, or has none to
  /// give.
  private func isOfAskedKind(_ text: String) -> Bool {
    guard let askedUnit, isIdle, meter.mayLookForNames(),
      case .statement(let statement)? = Parser.parse(text, checksTries: false).items.last,
      case .success(let binding)? = binding(of: statement), let asked = askedUnit(binding.key),
      case .value(let expression) = binding.formula,
      case .success(let value) = value(typing: expression, [:]), let unit = value.unit
    else { return true }
    return unit.differsOnlyInCounts(from: asked)
  }

  /// What is wrong with statements, were they typed now; nil where nothing is, or where that takes
  /// too long to tell.
  func problem(typing text: String) -> FormulaProblem? {
    guard isIdle, meter.mayLookForNames() else {
      return FormulaProblem(.tooManySteps(areTogether: false), Span(0, text.utf8.count))
    }
    var names: [String: Value] = [:]
    for item in Parser.parse(text, checksTries: false).items {
      switch item {
      case .problem(let problem, _): return withHeading(problem)
      case .statement(let statement):
        guard let problem = problem(typing: statement, &names) else { continue }
        switch problem.kind {
        case .tooManySteps, .tooManyElements, .tooManyCalls: return nil
        default: return explained(problem, statement, isTry: true)
        }
      }
    }
    return nil
  }

  /// - Parameter names: values of names that statements before it would have bound.
  private func problem(
    typing statement: Statement, _ names: inout [String: Value]
  ) -> FormulaProblem? {
    switch statement.kind {
    case .function: return nil
    case .unit(let name, let span, let expression): return refusal(of: name, span, expression)
    case .show(let expression):
      return plot(expression) == nil ? problem(of: value(typing: expression, names)) : nil
    case .assign, .assignColumn: break
    }
    switch binding(of: statement) {
    case .failure(let problem)?:
      // Another name is nothing that a fix-it of something else was to lead to.
      guard case .shipped(.table(let name), _) = problem.kind else { return problem }
      return FormulaProblem(.shipped(.table(name), fixIt: nil), problem.span)
    case .success(let binding)?:
      guard case .value(let expression) = binding.formula else { return nil }
      if let problem = circle(binding.key, expression, binding.span) { return problem }
      let found = value(typing: expression, names)
      if case .success(let value) = found, case .name(let name) = binding.key {
        names[name] = value
      }
      return problem(of: found)
    case nil: return nil
    }
  }

  private func circle(_ key: Key, _ expression: Expression, _ span: Span) -> FormulaProblem? {
    if refersToItself(key, .value(expression)) {
      return FormulaProblem(.selfReference(name: "\(key)", unit: nil), span)
    }
    let behind = Set(dependents(of: key))
    return direct(Dependencies(expression)).contains(where: behind.contains)
      ? FormulaProblem(.circle(["\(key)", "\(key)"]), span) : nil
  }

  func value(
    typing expression: Expression, _ names: [String: Value]
  ) -> Result<Value, FormulaProblem> {
    for key in direct(Dependencies(expression)) { prepare(key) }
    return meter.within(Self.tryCost) {
      var evaluator = evaluator
      if !names.isEmpty { evaluator.locals = names }
      return Result { () throws(FormulaProblem) in try evaluator.evaluate(expression) }
    }
  }

  private func problem(of result: Result<Value, FormulaProblem>) -> FormulaProblem? {
    if case .failure(let problem) = result { return problem }
    return nil
  }

  // MARK: Other readings

  /// The problem with another reading of the statement's quotients, where that mends it.
  func withOtherInterpretation(_ problem: FormulaProblem, _ statement: Statement) -> FormulaProblem
  {
    guard problem.function == nil, statement.text.utf8.count <= 200,
      let expression = statement.formula, problem.isMismatch
    else { return problem }
    let linter = FormulaLinter(statement.source, units: units) { _ in nil }
    let quotients = Array(linter.quotients(in: expression).prefix(4))
    for choice in FormulaLinter.combinations(of: quotients, at: \.span) {
      let fixIts = choice.map(\.fixIt)
      guard let text = statement.source.replacing(fixIts), self.problem(typing: text) == nil else {
        continue
      }
      var copy = problem
      copy.statement = statement.source
      copy.repair(.otherInterpretation(choice[0].ambiguity.read, fixIts: fixIts))
      return copy
    }
    return problem
  }
}

extension Statement {
  /// What was typed.
  var source: StatementText { StatementText(text: text, start: span.start) }

  /// Whether it defines a function.
  var isFunction: Bool { if case .function = kind { true } else { false } }

  /// Whether it gives a formula to a name or column.
  var isBinding: Bool {
    switch kind {
    case .assign, .assignColumn: true
    case .function, .show, .unit: false
    }
  }

  /// The formula that is shown or gets a name.
  var formula: Expression? {
    switch kind {
    case .show(let formula), .assign(_, _, let formula), .assignColumn(_, _, _, let formula):
      formula
    case .function, .unit: nil
    }
  }
}

extension FormulaProblem {
  /// Whether two sides are not of one kind.
  var isMismatch: Bool {
    switch kind {
    case .cannotConvert, .dimensionsDiffer: true
    default: false
    }
  }

  fileprivate mutating func repair(_ repair: UnitRepair) {
    switch kind {
    case .cannotConvert(let from, let to, _):
      kind = .cannotConvert(from: from, to: to, missing: repair)
    case .dimensionsDiffer(let sign, let left, let right, _):
      kind = .dimensionsDiffer(sign, left, right, missing: repair)
    default: break
    }
  }
}
