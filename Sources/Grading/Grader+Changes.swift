import Formulas

/// What a change leaves of what was found before.
extension Grader {
  /// Forgets what was found of answers that a change reaches: of those that are bound to one of the
  /// keys or whose formulas build on it, and of those whose model answers build on such answers.
  ///
  /// - Parameters:
  ///   - keys: those that have another formula on the sheet, or none any more.
  ///   - before: the sheet on which they had it, where this one was made anew.
  public func changed(_ keys: some Sequence<Worksheet.Key>, since before: Worksheet? = nil) {
    let reached = names(reachedFrom: keys, on: [before, sheet].compactMap { $0 })
    let names = answerKey.names(builtOn: reached)
    cache.move(to: sheet.revision) { name in
      !names.contains(name)
    } _: { id in
      compiled.exercise.question(id).map { question in
        question.body.marked.names(of: question, in: compiled).isDisjoint(with: names)
      } ?? false
    }
  }

  /// Forgets what was found of a question whose text, ticks or hints have changed.
  public func changed(question id: String) { cache.forget(question: id) }

  /// Whether a question has another text, other ticks or hints than for another grader, or is
  /// skipped.
  public func isOther(than old: Grader, for question: String) -> Bool {
    written[question] != old.written[question] || hasOtherHints(than: old, for: question)
      || skipped[question] != nil || old.skipped[question] != nil
  }

  private func names(
    reachedFrom keys: some Sequence<Worksheet.Key>, on sheets: [Worksheet]
  ) -> Set<String> {
    var reached: Set<Worksheet.Key> = []
    for key in keys {
      // What reads an answer under a name that it is not bound to is told the other.
      for key in answerKey.answer(for: key)?.keys ?? [key] {
        reached.insert(key)
        for sheet in sheets { reached.formUnion(sheet.dependents(of: key)) }
      }
    }
    return reached.reduce(into: []) { names, key in
      if let answer = answerKey.answer(for: key) { names.insert(answer.spec.name) }
      if case .name(let name) = key, answerKey.function(named: name) != nil { names.insert(name) }
    }
  }
}
