/// What every kind of question says of itself, so that few need to tell one from another.
public protocol QuestionKind: Sendable {
  var responseForm: ResponseForm { get }
  /// Names to be bound by formulas, in the author's order.
  var askedNames: [String] { get }
  /// Those and the other names under which they are taken, each with its line in the file.
  var takenNames: [(name: String, line: Int)] { get }
}

/// How a student's answer stands in a notebook.
public enum ResponseForm: Hashable, Sendable {
  /// Statements that bind names.
  case formulas
  /// A quoted text.
  case prose
  /// A list of options with ticks.
  case ticks
  /// Not at all: the question is only to be read.
  case nothing
}

extension QuestionKind {
  public var askedNames: [String] { takenNames.map(\.name) }
  public var takenNames: [(name: String, line: Int)] { [] }
}

extension Question.Body {
  public var kind: any QuestionKind {
    switch self {
    case .values(let answers): ValuesKind(answers: answers)
    case .function(let function): function
    case .choice(let choice): choice
    case .text(let text): text
    case .reading: ReadingKind()
    }
  }
}

extension Question {
  public var responseForm: ResponseForm { body.kind.responseForm }
  public var askedNames: [String] { body.kind.askedNames }

  /// Whether it is not there only to be read.
  public var asksForResponse: Bool { responseForm != .nothing }
  /// Whether it is answered by formulas.
  public var isProgramming: Bool { responseForm == .formulas }
}

struct ReadingKind: QuestionKind {
  let responseForm = ResponseForm.nothing
}
