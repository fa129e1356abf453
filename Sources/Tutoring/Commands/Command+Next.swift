extension Command {
  static let next = Command("next", "go to the next question", bare: .alsoInTexts) { session, _ in
    session.go(to: session.place + 1)
  }
}
