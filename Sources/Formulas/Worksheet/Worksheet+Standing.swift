import Diagnostics

extension Worksheet {
  /// What has become of a statement that could not be computed.
  public enum Standing: Sendable {
    case computed
    /// The same is wrong with it.
    case asBefore
    case failing(FormulaProblem)
    /// It cannot be told without computing all statements anew.
    case unknown
  }

  /// What has become of statements that were loaded and had a problem, once another was entered
  /// since; together they have one budget.
  public func standings(
    of statements: [Statement], after entered: Statement
  ) -> [Standing] {
    meter.together {
      let others = statements.map { mayDiffer($0, after: entered) }
      for (statement, isOther) in zip(statements, others) where isOther {
        if let key = taken(statement) { definitions[key]?.state = .pending }
      }
      return zip(statements, others).map { $1 ? standing($0) : .asBefore }
    }
  }

  /// The key of a statement whose formula counts on this sheet.
  private func taken(_ statement: Statement) -> Key? {
    guard case .success(let binding)? = binding(of: statement),
      definitions[binding.key]?.text == statement.text
    else { return nil }
    return binding.key
  }

  /// Whether what is said of a failing statement may be something else after a statement. To look
  /// for what was meant by an unknown name is the most that a problem costs.
  private func mayDiffer(_ statement: Statement, after entered: Statement) -> Bool {
    guard let key = taken(statement), case .failed(let problem)? = definitions[key]?.state,
      case .unknownName(let word, _) = problem.kind,
      case .success(let binding)? = binding(of: entered)
    else { return true }
    guard case .name(let name) = binding.key else { return false }
    return name == word || !nearestNames(to: word, among: [name]).isEmpty
      || !namesOfSameWords(as: word, among: [name]).isEmpty
      || !namesSharingWords(with: word, among: [name]).isEmpty
  }

  private func standing(_ statement: Statement) -> Standing {
    if case .show(let expression) = statement.kind {
      if case .failure(let problem) = show(expression) { return explained(problem, statement) }
      return .computed
    }
    switch binding(of: statement) {
    case nil: return .unknown
    case .failure?: return .asBefore
    case .success(let binding)?:
      // One that was not taken in at all stays so.
      guard taken(statement) != nil else { return .asBefore }
      guard !isFunction(binding.key) else { return .computed }
      switch value(of: binding.key) {
      case .failure(let problem)?: return explained(problem, statement)
      case .success?: return .computed
      case nil: return .unknown
      }
    }
  }

  private func explained(_ problem: FormulaProblem, _ statement: Statement) -> Standing {
    let explained: FormulaProblem = self.explained(problem, statement)
    return .failing(checked(explained))
  }
}
