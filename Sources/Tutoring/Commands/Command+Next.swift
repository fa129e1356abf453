extension Command {
  static let next = Command("next", "go to the next question", bare: .alsoInTexts) { session, _ in
    if let next = session.wasExerciseOffered { return session.go(on: next) }
    return session.wasOffered.map { session.go(to: $0) } ?? session.go(to: session.place + 1)
  }
}
