extension Command {
  static let reset = Command(
    "reset", "clear your answers to this question", bare: .never
  ) { session, _ in session.reset() }
}

extension Session {
  fileprivate func reset() -> [SessionEvent] {
    let before = file
    let standing = snapshot()
    if question.isProgramming {
      // Names of the student's own stay: others may build on them.
      while let placed = file.statements().last(where: { placed in
        canonical(placed.key).flatMap { owner(of: $0) }?.id == question.id
      }) {
        guard file.remove(placed) else { break }
      }
    } else {
      file.clear(question: question.id)
    }
    guard file.text != before.text else { return [.work(.nothingToReset(question.id))] }
    history.remember("the answers to \(question.id)", before: before)
    (toldCriteria[question.id], toldMessage[question.id]) = (nil, nil)
    recompute()
    return save() + [.work(.cleared(question.id))] + effectLines(since: standing)
  }
}
