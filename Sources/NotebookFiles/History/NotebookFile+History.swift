import Dates
import Diagnostics

/// What a notebook's own history says, and the rest of its front matter does not say any more.
public struct TakenBack: Sendable {
  /// The question, or the answer, that it is about; nil for the history itself.
  public var subject: String?
  public var remark: LocatedDiagnostic
}

/// What cannot be taken back is noted where it is done, each with the entry of its history.
extension NotebookFile {
  /// Gives a question up.
  ///
  /// - `exercise`: the id of the exercise, from which the history follows on.
  public mutating func skip(_ question: String, at time: Moment, exercise: String) {
    skipped.append(question)
    note(.skip(question), at: time, exercise: exercise)
  }

  /// Counts a hint that was shown.
  ///
  /// - `number`: how many of the question's, or towards the answer, were shown with it.
  /// - `costs`: whether it takes points away; one that does not is no part of the history.
  public mutating func countHint(
    of name: String, number: Int, costs: Bool, at time: Moment, exercise: String
  ) {
    hints[name] = number
    if costs { note(.hint(of: name, number: number), at: time, exercise: exercise) }
  }

  /// Marks questions as changed after the due date.
  public mutating func markLate(_ questions: [String], at time: Moment, exercise: String) {
    var late = self.late
    for id in questions { late[id] = time }
    self.late = late
    for id in questions { note(.late(id), at: time, exercise: exercise) }
  }

  private mutating func note(_ deed: NotebookHistory.Deed, at time: Moment, exercise: String) {
    history = NotebookHistory.adding(deed, at: time, to: history, exercise: exercise)
  }

  /// Remarks of one notebook that are told.
  private static let takenBackLimit = 20

  /// What the history says and the file does not say any more. Older notebooks, which have none, say
  /// nothing, and neither does what was put in by hand beside a history that holds.
  public func takenBack(exercise: String) -> [TakenBack] {
    guard !history.isEmpty else {
      return hasHistory && !(skipped.isEmpty && hints.isEmpty)
        ? [TakenBack(remark: located(.historyMissing, line: historyLine))] : []
    }
    let history = NotebookHistory(self.history, exercise: exercise)
    var found: [TakenBack] = []
    if let number = history.firstBroken {
      let fault = Diagnostic.historyBroken(entry: number, of: self.history.count)
      found.append(TakenBack(remark: located(fault, line: historyLine)))
    }
    for (subject, fault) in missing(history) {
      found.append(TakenBack(subject: subject, remark: located(fault, line: historyLine)))
    }
    return Array(found.prefix(Self.takenBackLimit))
  }

  /// Deeds whose effect is not there, each thing once, with the last time that it was done.
  private func missing(_ history: NotebookHistory) -> [(subject: String, fault: Diagnostic)] {
    let (skipped, hints, late) = (Set(self.skipped), self.hints, self.late)
    var found: [String: Diagnostic] = [:]
    var order: [(key: String, subject: String)] = []
    func note(_ kind: String, _ subject: String, _ fault: Diagnostic) {
      if found.updateValue(fault, forKey: "\(kind) \(subject)") == nil {
        order.append(("\(kind) \(subject)", subject))
      }
    }
    for entry in history.entries {
      switch entry.deed {
      case .skip(let id):
        if !skipped.contains(id) { note("skip", id, .skipTakenBack(id, at: entry.time)) }
      case .hint(let name, let number):
        let said = hints[name] ?? 0
        if said < number {
          note("hint", name, .hintsTakenBack(name, shown: number, said: said, at: entry.time))
        }
      case .late(let id):
        if late[id] == nil { note("late", id, .lateTakenBack(id, at: entry.time)) }
      }
    }
    return order.compactMap { key, subject in found[key].map { (subject, $0) } }
  }
}
