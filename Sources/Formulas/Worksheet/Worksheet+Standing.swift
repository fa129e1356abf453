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
    let (name, reached) = (boundName(by: entered), keysReached(by: entered))
    return meter.together {
      let others = statements.map { mayDiffer($0, reached, name) }
      for (statement, isOther) in zip(statements, others) where isOther {
        if let key = taken(statement) { definitions[key]?.state = .pending }
      }
      return zip(statements, others).map { $1 ? standing($0) : .asBefore }
    }
  }

  /// What a statement binds, and all that builds on it.
  public func keysReached(by statement: Statement) -> Set<Key> {
    guard case .success(let binding)? = binding(of: statement) else { return [] }
    return Set(dependents(of: binding.key) + [binding.key])
  }

  /// Whether a statement shows something of some names or columns.
  public func shows(_ statement: Statement, anyOf keys: Set<Key>) -> Bool {
    guard case .show(let expression) = statement.kind else { return false }
    return expression.reads { link in
      switch link {
      case .name(let word), .unit(let word), .receiver(let word): keys.contains(.name(word))
      case .column(let table, let column):
        keys.contains(.name(table))
          || keys.contains(.column(table: tables[table]?.name ?? table, column: column))
      }
    }
  }

  private func boundName(by statement: Statement) -> String? {
    if case .success(let binding)? = binding(of: statement), case .name(let name) = binding.key {
      return name
    }
    return nil
  }

  /// The key of a statement whose formula counts on this sheet.
  private func taken(_ statement: Statement) -> Key? {
    guard case .success(let binding)? = binding(of: statement),
      definitions[binding.key]?.text == statement.text
    else { return nil }
    return binding.key
  }

  /// Whether what is said of a failing statement may be something else once other keys have. To look
  /// for what was meant by an unknown name is the most that a problem costs, and is not done again
  /// where a new name cannot be it.
  private func mayDiffer(_ statement: Statement, _ reached: Set<Key>, _ name: String?) -> Bool {
    guard let key = taken(statement), !reached.contains(key),
      case .failed(let problem)? = definitions[key]?.state,
      case .unknownName(let word, _) = problem.kind
    else { return true }
    guard let name else { return false }
    return !nearestNames(to: word, among: [name]).isEmpty
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
