import Exercises

extension Command {
  static let goto = Command(
    "goto", argument: "1.2.3", "go to a question", completes: { session, _ in session.questionIDs },
    run: { $0.go(toID: $1) })
}

extension Session {
  var questionIDs: [String] { exercise.questions.map(\.id) }

  func go(to target: Int) -> [SessionEvent] {
    guard exercise.questions.indices.contains(target) else {
      return [.said(target < 0 ? .first : .last)] + (target < 0 ? [] : exerciseOffer())
    }
    place = target
    return [.gap] + questionLines()
  }

  func go(to question: Question) -> [SessionEvent] {
    exercise.questions.firstIndex { $0.id == question.id }.map { go(to: $0) } ?? []
  }

  /// To the question of an id, or of the end of one where only one ends so.
  fileprivate func go(toID id: String) -> [SessionEvent] {
    if let target = exercise.questions.firstIndex(where: { $0.id == id }) { return go(to: target) }
    let fitting = exercise.questions.indices.filter { exercise.questions[$0].id.hasSuffix(id) }
    if !id.isEmpty, fitting.count == 1 { return go(to: fitting[0]) }
    return told(SessionDiagnostics.unknownQuestion(id, known: questionIDs))
  }
}
