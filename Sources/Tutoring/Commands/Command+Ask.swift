import Diagnostics

extension Command {
  static let ask = Command(
    "ask", argument: "TEXT", "note a question for the next question session"
  ) { $0.ask($1) }
}

/// Questions for the next question session.
extension Session {
  /// Characters of one question.
  private static let questionLimit = 2000
  /// Questions that a notebook takes through the prompt.
  private static let questionCountLimit = 200

  func ask(_ text: String) -> [SessionEvent] {
    let text = plainLine(text)
    guard !text.isEmpty else { return askedLines() }
    guard text.count <= Self.questionLimit else {
      return [.date(.askTooLong(Self.questionLimit))]
    }
    guard file.askedQuestions.count < Self.questionCountLimit else {
      return [.date(.askTooMany)]
    }
    let before = file
    file.ask(text, at: now, aboutQuestion: question.id, title: question.title)
    history.remember("your question about \(question.id)", before: before)
    return save() + [.date(.noted(about: question.id))] + questionsWantedLines()
  }

  private func askedLines() -> [SessionEvent] {
    let asked = file.askedQuestions
    guard !asked.isEmpty else { return [.date(.nothingAsked)] + questionsWantedLines() }
    return asked.map { .asked($0, zone) } + questionsWantedLines()
  }

  private func questionsWantedLines() -> [SessionEvent] {
    guard let dates = courseDates, dates.questionsWanted != nil else { return [] }
    return [.questionsWanted(dates)]
  }
}
