import Diagnostics
import ExerciseFiles
import Exercises
import Grading
import MarkdownReading
import TextLayout

/// What was replied so far.
extension Session {
  /// What there is of the answer so far: a choice's options with their ticks, or the text.
  func replyLines() -> [StyledText] {
    switch question.body {
    case .choice(let choice): return [StyledText()] + optionLines(choice, of: question)
    case .text:
      guard let reply = file.reply(toQuestion: question.id) else { return [] }
      return [StyledText(), StyledText("Your text so far:", .strong)]
        + wrapped(StyledText(withoutControls(reply)), width: width)
    case .values, .function, .reading: return []
    }
  }
}
