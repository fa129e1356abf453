extension Command {
  static let accessible = Command(
    "accessible", "say all in words, for screen readers; once more ends it", bare: .never
  ) { session, _ in
    session.environment.isAccessible.toggle()
    return [.said(.accessible(isOn: session.environment.isAccessible))]
  }
}
