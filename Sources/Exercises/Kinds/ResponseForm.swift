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

extension Question.Body {
  public var responseForm: ResponseForm {
    switch self {
    case .values, .function: .formulas
    case .choice: .ticks
    case .text: .prose
    case .reading: .nothing
    }
  }

  /// Names to be bound by formulas and the other names under which they are taken, in the author's
  /// order, each with its line in the file.
  public var takenNames: [(name: String, line: Int)] {
    switch self {
    case .values(let answers):
      answers.flatMap { answer in
        ([answer.name] + answer.also.map(\.text)).map { ($0, answer.expect.line) }
      }
    case .function(let function): [(function.name, function.expect.line)]
    case .choice, .text, .reading: []
    }
  }
}

extension Question {
  public var responseForm: ResponseForm { body.responseForm }

  /// Names to be bound by formulas, in the author's order.
  public var askedNames: [String] {
    if case .values(let answers) = body { return answers.map(\.name) }
    return body.takenNames.map(\.name)
  }

  /// Whether it is not there only to be read.
  public var asksForResponse: Bool { responseForm != .nothing }
  /// Whether it is answered by formulas.
  public var isProgramming: Bool { responseForm == .formulas }
}
