extension Command {
  static let back = Command("back", "go to the question before", bare: .alsoInTexts) { session, _ in
    session.go(to: session.place - 1)
  }
}
