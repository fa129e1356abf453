import Diagnostics
import Exercises
import NotebookFiles

/// Saving, and what others do to the file meanwhile: neither what they have written nor what was
/// accepted here is lost.
extension Session {
  /// What stands at the notebook's path.
  private enum Found {
    /// What was last read or saved here.
    case same
    case gone
    case blank
    case notebook(NotebookFile, repaired: Bool)
    /// What must not be written over.
    case other(Diagnostic)
  }

  func save() -> [SessionEvent] {
    let late = markLateWork()
    return late + write()
  }

  // MARK: Looking

  private func look() -> Found {
    guard obstacle != nil || store.hasChangedOutside() else { return .same }
    var found = read()
    // An editor may empty a file at one moment and write it at the next.
    for _ in 0..<Self.looks {
      guard case .blank = found else { break }
      store.pause()
      found = read()
    }
    if case .other(let problem) = found { obstacle = problem } else { obstacle = nil }
    return found
  }

  /// Looks at a file that is blank before it counts as such.
  private static let looks = 10

  private func read() -> Found {
    switch store.read() {
    case .missing: return .gone
    case .unreadable(let problem): return .other(problem)
    case .text(let text, let repaired):
      if text.utf8.allSatisfy({ Byte.isBlank($0) || $0 == 0 }) { return .blank }
      var found = NotebookFile(text: text, name: store.path)
      if found.isTooLarge, let problem = found.problems.first?.diagnostic { return .other(problem) }
      found.order = exercise.questions.map(\.id)
      if let other = found.exercise, other != exercise.id {
        return .other(
          SessionDiagnostics.otherNotebook(store.path, found: other, wanted: exercise.id))
      }
      let isOurs =
        found.exercise != nil || found.sectionIDs.contains { $0.map(found.order.contains) ?? false }
      if !isOurs { return .other(SessionDiagnostics.noNotebook(store.path, of: exercise.id)) }
      return .notebook(found, repaired: repaired)
    }
  }

  /// Reads the notebook anew where an editor has changed it, and puts the session's work on disk
  /// where it is not there any more.
  func takeOutsideChanges() -> [SessionEvent] {
    let wasThere = store.isThere
    let before = obstacle
    switch look() {
    case .same: return []
    case .gone: return wasThere ? writeAnew(saying: .deletedOutside(store.path)) : []
    case .blank: return wasThere ? writeAnew(saying: .emptiedOutside(store.path)) : []
    case .other(let problem):
      if problem == before { return [] }
      return told(SessionDiagnostics.notWrittenOver(problem, store.path)) + write()
    case .notebook where savingFailed || store.place != store.path: return keepTheirs() + write()
    case .notebook(let found, let repaired): return take(found, repaired: repaired)
    }
  }

  private func writeAnew(saying words: FileMessage) -> [SessionEvent] {
    let lines = write()
    let isWritten = !savingFailed && store.place == store.path
    return (isWritten ? [.file(words)] : []) + lines
  }

  private func take(_ found: NotebookFile, repaired: Bool) -> [SessionEvent] {
    let before = snapshot()
    let old = file
    let kept = keepEarlier(found)
    file = found
    if file.student == nil, let knownFrom { file.student = knownFrom.student }
    keepsOriginal = repaired
    history.remember(SessionDiagnostics.changeOutside, before: old)
    recompute()
    let late = markLateWork()
    return [.file(.changedOutside)]
      + (repaired ? told(SessionDiagnostics.repaired(store.path, copy: store.copyPath)) : []) + kept
      + problems(graded.remarks) + effectLines(since: before) + late + (late.isEmpty ? [] : save())
  }

  /// Keeps the notebook as it was where the new one has lost some of its work.
  private func keepEarlier(_ found: NotebookFile) -> [SessionEvent] {
    let rest = Dictionary(uniqueKeysWithValues: found.work(exercise.questions))
    let gone = file.work(exercise.questions).filter { name, size in
      rest[name].map { $0 < size / 2 } ?? true
    }.map(\.name)
    guard !gone.isEmpty else { return [] }
    switch store.keep(Array(file.text.utf8), as: "earlier") {
    case .success(let copy): return [.file(.goneOutside(gone, kept: copy))]
    case .failure(let failure): return told(failure.unsaved)
    }
  }

  /// Keeps what others have written before it is written over.
  func keepTheirs() -> [SessionEvent] {
    switch store.keepOriginal() {
    case .success(let copy)?: return [.file(.theirsKept(store.path, as: copy))]
    case .failure(let failure)?:
      obstacle = failure.unsaved
      return told(failure.unsaved)
    case nil: return []
    }
  }

  // MARK: Writing

  private func write() -> [SessionEvent] {
    var lines: [SessionEvent] = []
    let before = obstacle
    switch look() {
    case .same, .gone, .blank: break
    case .other(let problem) where problem == before: break
    case .other(let problem): lines += told(SessionDiagnostics.notWrittenOver(problem, store.path))
    case .notebook: lines += keepTheirs()
    }
    if obstacle == nil, keepsOriginal {
      if case .failure(let failure)? = store.keepOriginal() {
        obstacle = failure.unsaved
        lines += told(failure.unsaved)
      }
    }
    guard obstacle == nil else { return lines + writeBeside(since: nil) }
    switch store.put(file.text) {
    case .failure(let failure): return lines + writeBeside(since: failure)
    case .success:
      (savingFailed, keepsOriginal) = (false, false)
      guard store.leaveRefuge() else { return lines }
      return lines + [.file(.savedAgain(store.path))]
    }
  }

  /// - Parameter failure: why the notebook itself could not be written; nil where that was said.
  private func writeBeside(since failure: NotebookStore.Failure?) -> [SessionEvent] {
    let before = store.place
    switch store.saveBeside(file.text) {
    case .success(let refuge):
      savingFailed = false
      if refuge == before { return [] }
      guard let failure else { return [.file(.savedBeside(refuge))] }
      return told(.unsaved(name: failure.path, failure.error, beside: refuge))
    case .failure(let own):
      savingFailed = true
      return told((failure ?? own).unsaved)
    }
  }
}

extension NotebookFile {
  /// The names that are bound, and the questions that have a text or ticks; with the size of
  /// texts.
  fileprivate func work(_ questions: [Question]) -> [(name: String, size: Int)] {
    var seen: Set<String> = []
    let names = statements().compactMap { $0.key.map { (name: "\($0)", size: 0) } }
    let words = questions.compactMap { question -> (name: String, size: Int)? in
      let ticks = ticks(inQuestion: question.id).count(where: \.isTicked)
      let size = reply(toQuestion: question.id)?.utf8.count ?? 0
      return ticks + size == 0 ? nil : ("your answer to \(question.id)", size)
    }
    return (names + words).filter { seen.insert($0.name).inserted }
  }
}
