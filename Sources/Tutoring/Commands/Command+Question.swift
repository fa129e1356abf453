extension Command {
  static let question = Command(
    "question", "show the question again", heedsMore: true, bare: .alsoInTexts
  ) { session, _ in session.questionLines() }
}
