/// The names of answers that an exercise has used so far, with their lines.
final class TakenNames {
  private let log: ProblemLog
  private var lines: [String: Int] = [:]

  init(log: ProblemLog) {
    self.log = log
  }

  /// Reports a name that another answer has already.
  func take(_ name: String, at place: SourceLocation) {
    if let first = lines[name] {
      log.report(.answerTwice(name: name, firstLine: first), at: place)
    } else {
      lines[name] = place.line
    }
  }
}
