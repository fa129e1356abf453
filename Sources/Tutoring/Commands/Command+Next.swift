extension Command {
  static let next = Command("next", "go to the next question", bare: .alsoInTexts) { session, _ in
    session.wasOffered.map { session.go(to: $0) } ?? session.go(to: session.place + 1)
  }
}
