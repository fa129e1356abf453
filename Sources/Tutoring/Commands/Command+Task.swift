extension Command {
  static let task = Command(
    "task", "what the question asks for, in short", heedsMore: true, bare: .alsoInTexts
  ) { session, _ in session.task() }
}
