import Dates
import Diagnostics
import MarkdownReading
import TextLayout

/// Questions for the next question session.
extension Session {
  /// Characters of one question.
  private static let questionLimit = 2000
  /// Questions that a notebook takes through the prompt.
  private static let questionCountLimit = 200

  func ask(_ text: String) -> [StyledText] {
    let text = plainLine(text)
    guard !text.isEmpty else { return askedLines() }
    guard text.count <= Self.questionLimit else {
      return wrapped(NotebookDateWording.askTooLong(Self.questionLimit), width: width)
    }
    guard file.askedQuestions.count < Self.questionCountLimit else {
      return wrapped(NotebookDateWording.askTooMany, width: width)
    }
    let before = file
    file.ask(text, at: now, aboutQuestion: question.id, title: question.title)
    history.remember("your question about \(question.id)", before: before)
    return save() + wrapped(NotebookDateWording.noted(about: question.id), width: width)
      + questionsWantedLines()
  }

  private func askedLines() -> [StyledText] {
    let asked = file.askedQuestions
    guard !asked.isEmpty else {
      return wrapped(NotebookDateWording.nothingAsked, width: width) + questionsWantedLines()
    }
    return asked.flatMap { question in
      wrapped(
        NotebookDateWording.asked(
          question, when: question.time.map { DateWording.moment($0, in: zone) }),
        width: width, indent: 2)
    } + questionsWantedLines()
  }

  private func questionsWantedLines() -> [StyledText] {
    guard let course = opened.course,
      let sentence = CourseDates(course.calendar, clock: surroundings.clock).questionsWanted
    else { return [] }
    return wrapped(StyledText(sentence, .dim), width: width)
  }
}
