extension Command {
  static let quit = Command(
    "quit", "leave; everything is saved", heedsMore: true
  ) { session, _ in session.quit() }
}

extension Session {
  /// Words that leave without a colon.
  static let farewells: Set<String> = ["exit", "quit", "exit()", "quit()", "bye"]

  fileprivate func quit() -> [SessionEvent] {
    isOver = true
    return goodbye()
  }
}
