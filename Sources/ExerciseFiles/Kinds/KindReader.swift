import Exercises

/// How the `question` block of one kind of question is read.
struct KindReader: Sendable {
  /// Keys that show a question to be of this kind.
  let marks: [String]
  /// Other keys that only some kinds have.
  let keys: [String]
  /// Nil where the block says too little to ask anything.
  let body: @Sendable (QuestionBlock) -> Question.Body?
  /// The same where model answers are withheld.
  let released: ReleasedKind

  var allKeys: [String] { marks + keys }

  /// Every kind of question that a block can be of; the first whose mark it has is taken.
  static let all = [values, function, choice, text]
}

/// A `question` block and what is known of its question before its kind is looked at.
struct QuestionBlock {
  let fields: Fields
  let names: TakenNames
  /// Of the block itself.
  let place: SourceLocation
  let question: Question

  var log: ProblemLog { fields.log }
}

/// The names of answers that an exercise has used so far, with their lines.
final class TakenNames {
  private let log: ProblemLog
  private var lines: [String: Int] = [:]

  init(log: ProblemLog) { self.log = log }

  /// Reports a name that another answer has already.
  func take(_ name: String, at place: SourceLocation) {
    if let first = lines[name] {
      log.report(.answerTwice(name: name, firstLine: first), at: place)
    } else {
      lines[name] = place.line
    }
  }
}
