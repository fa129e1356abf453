import Charts
import Diagnostics
import ExerciseFiles
import Exercises
import MarkdownReading
import TextLayout

/// What the notebook says of debriefings, of texts with live figures, of constants and of
/// practice, in alphabetical order.
extension SessionWording {
  static func constants(_ title: String) -> String { "Figures that come with \(title)" }

  static func debriefHeading(_ question: Question) -> StyledText {
    StyledText("Debriefing of \(question.id) \(question.title)", .strong)
  }

  static func debriefLater(_ question: Question, isDue: Bool) -> StyledText {
    let condition: String =
      switch question.body {
      case .values, .function: "once all its answers are right"
      case .choice: "once it is answered"
      case .text:
        "once your text has all that can be checked here, as many sentences as are asked, and no"
          + " figure that disagrees with what was computed"
      case .reading: "at any time"
      }
    let skip = question.maySkip ? ", or it is skipped" : ""
    return StyledText(
      "The debriefing of \(question.id) can be read \(condition)\(skip)"
        + (isDue ? ", and in any case after the due date." : "."))
  }

  static func foundInTable(_ words: String, rows: Int, of all: Int) -> StyledText {
    StyledText(
      "\(rows) of \(all) row\(all == 1 ? "" : "s") with `\(words)`.", .dim)
  }

  static func hidesConstant(_ constant: String, value: String) -> Diagnostic {
    Diagnostic(
      id: "hides-constant", severity: .notice,
      message: "`\(constant)` comes with the exercise as \(value). Your own value now counts in"
        + " your formulas.")
  }

  static func moreTexts(_ count: Int) -> StyledText {
    StyledText(
      "\(count) more text\(count == 1 ? " has" : "s have") changed; `:goto` shows the question.",
      .dim)
  }

  static func noDebrief(_ id: String) -> StyledText {
    StyledText("\(id) has no debriefing.")
  }

  static func notInTable(_ words: String, table: String, near: [String]) -> Diagnostic {
    Diagnostic(
      id: "not-in-table", severity: .notice,
      message: "No row of `\(table)` has `\(words)`.",
      help: near.map { "`:table \(table) \($0)`" }
        + (near.isEmpty ? ["`:table \(table)`, which shows all rows"] : []))
  }

  /// - Parameter ids: nothing for the question at hand.
  static func offersDebrief(_ ids: [String]) -> StyledText {
    let commands = ids.isEmpty ? ["`:debrief`"] : ids.map { "`:debrief \($0)`" }
    if commands.count > 3 {
      return StyledText(
        "`:debrief` with the number of a question has what a full answer to it looks like.", .dim)
    }
    let isOne = commands.count == 1
    return StyledText(
      "\(enumeration(commands)) \(isOne ? "has" : "have") what a full answer looks like, and the"
        + " usual difficulties.", .dim)
  }

  static func practiceLeft(_ questions: [Question]) -> StyledText {
    StyledText(
      "For practice, not counted, there \(questions.count == 1 ? "is" : "are") still "
        + "\(enumeration(questions.map(\.id))).", .dim)
  }

  static func showFails(_ problem: Diagnostic) -> StyledText {
    StyledText(
      "What your values come to cannot be shown here yet: \(problem.message)", .dim)
  }

  static func showHasChanged(_ question: Question, isHere: Bool) -> StyledText {
    let command = isHere ? "`:question`" : "`:goto \(question.id)`"
    return StyledText(
      "What your values come to in \(question.id) has changed; \(command) shows it.", .dim)
  }

  static func showsNow(_ question: Question?) -> StyledText {
    StyledText(question.map { "\($0.id), now:" } ?? "Now:", .dim)
  }

  static func showWaits(for names: [String]) -> StyledText {
    let shown = names.count > 4 ? Array(names.prefix(3)) + ["\(names.count - 3) more"] : names
    return StyledText(
      "What this comes to is shown here once you have \(enumeration(shown)).", .dim)
  }
}
