extension Command {
  static let student = Command("student", "give your id and name anew") { session, _ in
    session.mode = .studentID
    return []
  }
}
