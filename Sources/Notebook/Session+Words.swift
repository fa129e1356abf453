import Diagnostics
import Exercises
import Grading
import Prose

/// Texts.
extension Session {
  /// What there is of the answer so far: a choice's options with their ticks, or the text.
  func replyLines() -> [StyledText] {
    switch question.body {
    case .choice(let choice): return [StyledText()] + optionLines(choice)
    case .text:
      guard let reply = file.reply(toQuestion: question.id) else { return [] }
      return [StyledText(), StyledText("Your text so far:", .strong)]
        + wrapped(StyledText(withoutControls(reply)), width: width)
    case .values, .function, .reading: return []
    }
  }

  /// Adds a line to the text of an open question.
  func write(_ text: String) -> [StyledText] {
    let before = file
    let old = file.reply(toQuestion: question.id)
    let whole = old.map { $0 + "\n" + text } ?? text
    guard whole.utf8.count <= 20_000 else {
      return wrapped(SessionWording.textTooLong, width: width)
    }
    file.setReply(whole, toQuestion: question.id, title: question.title)
    history.remember("a line of text", before: before)
    recompute()
    return save() + wrapped(SessionWording.written(whole, question), width: width)
  }
}
