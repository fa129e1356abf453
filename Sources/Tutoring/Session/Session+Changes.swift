import Formulas
import Grading
import NotebookFiles

/// What a change brings with it, and how it is taken back.
extension Session {
  /// How the notebook stood, to be compared with what it has become.
  struct Snapshot {
    /// Of the programming questions, in order.
    var reports: [QuestionReport]
    /// A notebook computed anew makes a sheet of its own; a statement changes this one.
    var sheet: Worksheet
    /// The values of then, where a statement changes the sheet; else it has them still.
    var values: [Worksheet.Key: Value]?
  }

  func snapshot() -> Snapshot { Snapshot(reports: programmingReports(), sheet: sheet) }

  /// With the values, which takes longer the more names there are.
  func snapshotWithValues() -> Snapshot {
    var values: [Worksheet.Key: Value] = [:]
    for key in sheet.keys { values[key] = value(of: key, on: sheet) }
    return Snapshot(reports: programmingReports(), sheet: sheet, values: values)
  }

  func programmingReports() -> [QuestionReport] {
    exercise.questions.filter(\.isProgramming).map { report(on: $0) }
  }

  private func value(of key: Worksheet.Key, on sheet: Worksheet) -> Value? {
    try? sheet.value(of: key)?.get()
  }

  // MARK: What has changed with it

  /// A line on the names and answers that a change has reached; none where there are none.
  ///
  /// - Parameters:
  ///   - changed: keys with another value; nil where they are to be found by comparing.
  ///   - own: what the statement at hand binds, of which is said elsewhere.
  func effectLines(
    since before: Snapshot, changed: [Worksheet.Key]? = nil, by own: Worksheet.Key? = nil
  ) -> [SessionEvent] {
    var effects = ChangeSummary()
    for key in inOrder(changed ?? self.changed(since: before))
    where key != own && !isFunction(key) {
      switch sheet.value(of: key) {
      case .success?: effects.recomputed.append(key)
      case .failure(let problem)?:
        if case .noValue = problem.kind {
          effects.stranded.append(key)
        } else {
          effects.failing.append((key, problem))
        }
      case nil: break
      }
    }
    let ownQuestion = own.flatMap { owner(of: $0) }
    let ownAnswer = own.flatMap { answerKey.answer(for: $0)?.spec.name ?? "\($0)" }
    for (old, new) in zip(before.reports, programmingReports()) {
      effects.compare(old, new, isOwn: new.id == ownQuestion?.id, given: { $0.name == ownAnswer })
    }
    guard !effects.isEmpty else { return [] }
    return [.changes(effects)]
  }

  private func isFunction(_ key: Worksheet.Key) -> Bool {
    guard case .name(let name) = key else { return false }
    return sheet.function(named: name) != nil
  }

  /// Keys that had the same formula before and have another value.
  private func changed(since before: Snapshot) -> [Worksheet.Key] {
    sheet.keys.filter { key in
      guard before.sheet.value(of: key) != nil, sheet.text(of: key) == before.sheet.text(of: key)
      else { return false }
      let old = before.values.map { $0[key] } ?? value(of: key, on: before.sheet)
      let new = value(of: key, on: sheet)
      switch (old, new) {
      case (nil, nil): return false
      case (nil, _?), (_?, nil): return true
      case (.table?, .table?), (.function?, .function?): return false
      case (let old?, let new?): return !old.isIdentical(to: new)
      }
    }
  }

  /// How names stand in the notebook.
  func order() -> KeyOrder {
    KeyOrder(
      file, exercise.questions, filled: Set(graded.filled.keys),
      canonical: { self.canonical($0) }, owner: { self.owner(of: $0) })
  }

  func inOrder(_ keys: [Worksheet.Key]) -> [Worksheet.Key] {
    keys.count > 1 ? order().sorted(keys) : keys
  }
}
