import Diagnostics

/// One thing that `reckon doctor` looks at.
struct HealthCheck: Sendable {
  /// In the object for other programs.
  let id: String
  /// As it is shown.
  let title: String
  let examine: @Sendable (ExerciseContext) -> Finding

  /// In the order in which they are shown.
  static let all = [
    program, desk, terminal, width, colours, locale, editor, folder, temporary, history, clock,
    zone, exercises, loading,
  ]
}

/// What was found out about one thing.
struct Finding: Sendable {
  enum Standing: String, Sendable {
    case fine
    /// Worth knowing; nothing has to be done.
    case noted
    /// Something does not work as it should.
    case odd
  }

  var standing: Standing
  var said: String
  /// What can be done, the best first.
  var advice: [String]

  static func fine(_ said: String) -> Finding { Finding(standing: .fine, said: said, advice: []) }

  static func noted(_ said: String, _ advice: String...) -> Finding {
    Finding(standing: .noted, said: said, advice: advice)
  }

  static func odd(_ said: String, _ advice: String...) -> Finding {
    Finding(standing: .odd, said: said, advice: advice)
  }
}
