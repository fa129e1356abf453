import AnswerKeys

/// The names that model answers build on, through those of other answers: gone through once for each.
final class NamesBehind {
  private var known: [String: Set<String>] = [:]

  fileprivate func names(_ answer: AnswerKey.Answer, in key: AnswerKey) -> Set<String> {
    if let found = known[answer.spec.name] { return found }
    let names = key.names(behind: answer.usedNames)
    known[answer.spec.name] = names
    return names
  }
}

extension CompiledExercise {
  /// The names that a model answer builds on, through those of other answers.
  func names(behind answer: AnswerKey.Answer) -> Set<String> {
    kept("names behind answers") { NamesBehind() }?.names(answer, in: answerKey)
      ?? answerKey.names(behind: answer.usedNames)
  }
}
