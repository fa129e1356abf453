import Diagnostics
import ExerciseFiles
import Exercises
import Formulas
import Grading
import MarkdownReading
import TextLayout

/// What the notebook says of hints, of skipping, of names, and of what a change brings with it or
/// takes back, in alphabetical order.
extension SessionWording {
  static func allHintsShown(_ question: Question, skips: Bool) -> StyledText {
    let rest = skips ? " `:skip` would show the answer, for no points." : ""
    return StyledText("This is the last hint.\(rest)", .dim)
  }

  static func asksToSkip(_ question: Question) -> StyledText {
    let loss =
      question.countedPoints > 0
      ? "counts 0 of \(Points.counted(question.points))" : "is not counted"
    return StyledText(
      "Skip \(question.id) \(question.title)? You see the answer and go on with it, the question "
        + "\(loss), and this cannot be taken back. Type `:skip` once more to skip it.", .notice)
  }

  static func cannotSkip(_ question: Question) -> StyledText {
    if case .reading = question.body {
      return StyledText("There is nothing to answer in \(question.id): `:next` goes on.")
    }
    return StyledText(
      "\(question.id) cannot be skipped. `:next` goes on, and you can come back to it.")
  }

  static func cleared(_ id: String) -> StyledText {
    StyledText("Your answers to \(id) are cleared. `:undo` brings them back.")
  }

  static func commentDropped(_ comment: String) -> StyledText {
    StyledText(
      "The comment `\(withoutControls(String(comment.prefix(60))))` went with the old formula; "
        + "`:undo` brings both back.", .dim)
  }

  static func countsNoMore(_ id: String, isRight: Bool) -> StyledText {
    let rest = isRight ? "." : ", and the model answer's value is used until it is right."
    return StyledText("\(id) was skipped: this counts no points\(rest)", .dim)
  }

  /// What a change has brought with it, on one line.
  static func effects(_ effects: Effects) -> String {
    func names(_ keys: [Worksheet.Key]) -> String { shortened(keys.map { "\($0)" }) }
    func are(_ things: [String]) -> String {
      "\(shortened(things)) \(things.count == 1 ? "is" : "are")"
    }
    var parts: [String] = []
    if !effects.recomputed.isEmpty { parts.append("\(names(effects.recomputed)) recomputed") }
    if !effects.right.isEmpty { parts.append("\(are(effects.right)) right now") }
    if !effects.following.isEmpty {
      parts.append(
        "\(shortened(effects.following)) \(effects.following.count == 1 ? "follows" : "follow")"
          + " from your own values")
    }
    if !effects.wrong.isEmpty { parts.append("\(are(effects.wrong)) not right any more") }
    if !effects.open.isEmpty { parts.append("\(are(effects.open)) open again") }
    guard let first = effects.failing.first else {
      if !effects.stranded.isEmpty {
        parts.append("\(names(effects.stranded)) cannot be computed now")
      }
      return parts.joined(separator: "; ") + "."
    }
    let reason = first.problem.diagnostic.message
    let alike = effects.failing.filter { $0.problem.diagnostic.message == reason }.map(\.key)
    let others = effects.failing.map(\.key).filter { !alike.contains($0) } + effects.stranded
    parts.append("\(names(alike)) cannot be computed now: \(reason)")
    return parts.joined(separator: "; ") + (others.isEmpty ? "" : " Nor can \(names(others)).")
  }

  static let elsewhere = "Elsewhere in your notebook"

  static func filledIn(_ names: [String]) -> StyledText {
    StyledText(
      "From here on, \(shortened(names)) \(names.count == 1 ? "stands" : "stand") for the model "
        + "answer.")
  }

  static func fromExercise(_ title: String, isOwn: Bool) -> String {
    "From \(title), \(isOwn ? "your notebook" : "its model answer")"
  }

  static let notShown = "not shown"

  static func ofModelAnswer(_ name: String, _ title: String) -> StyledText {
    StyledText("`\(name)` has the value of the model answer of \(title), which is not shown. ")
      + "Formulas may use it; answered there, it has yours."
  }

  static let fromModelAnswer = "from the model answer"

  static func hintCosts(_ cost: Double, of question: Question) -> StyledText {
    StyledText(
      "A hint takes \(Points.text(cost)) off the \(Points.counted(question.points)) of this "
        + "question. Type `:hint` once more to see it.", .notice)
  }

  static func hintCounted(_ report: QuestionReport, cost: Double) -> StyledText {
    let most = max(0, report.maximum - cost * Double(report.hintsShown))
    return StyledText(
      "With \(report.hintsShown == 1 ? "this hint" : "\(report.hintsShown) hints"), \(report.id) "
        + "is worth \(Points.counted(most)).", .dim)
  }

  static func hintNotShown(shown: Int, count: Int) -> StyledText {
    guard shown > 0 else { return StyledText("No hint was shown yet: `:hint` shows the first.") }
    let again =
      shown == 1
      ? "`:hint 1` shows the first again" : "`:hint 1` to `:hint \(shown)` show them again"
    return StyledText(
      shown < count
        ? "`:hint` shows the next hint; of those shown, \(again)."
        : "There \(count == 1 ? "is 1 hint" : "are \(count) hints"): \(again).")
  }

  static let noHints = StyledText("This question has no hints.")

  static let noNames = StyledText("You have not defined any name yet.")

  static let nothingToRedo = StyledText(
    "There is nothing to do again: `:redo` brings back what `:undo` has just taken back.")

  static func nothingToReset(_ id: String) -> StyledText {
    StyledText("There is nothing to clear in \(id).")
  }

  static func nothingToSkip(_ id: String) -> StyledText {
    StyledText("\(id) is answered: there is nothing to skip. `:next` goes on.")
  }

  static func nothingToUndo(isCut: Bool) -> StyledText {
    let reach =
      isCut
      ? "to no more than the last \(History.limit) changes"
      : "to the moment you opened the notebook"
    return StyledText(
      "There is nothing to take back: `:undo` reaches back \(reach). A name typed anew replaces "
        + "the old one, and `:reset` clears a question.")
  }

  static func offersHint(
    _ question: Question, isHere: Bool, isFirst: Bool, cost: Double
  ) -> StyledText {
    let price = cost > 0 ? " It takes \(Points.text(cost)) off." : ""
    let text =
      isHere
      ? "`:hint` has \(isFirst ? "a" : "another") hint, if you want one.\(price)"
      : "\(question.id) has \(isFirst ? "a" : "another") hint, if you want one: "
        + "`:goto \(question.id)`, then `:hint`.\(price)"
    return StyledText(text, .dim)
  }

  static let offersUnitNote = StyledText(
    "Units trip everyone up at first: `:units note` has ten lines on them.", .dim)

  static func redone(_ what: String) -> StyledText {
    StyledText("Done again: \(what)")
  }

  /// Names or questions as a list, with a count in the place of those beyond the first few.
  static func shortened(_ names: [String]) -> String {
    let shown = names.map(withoutControls)
    guard shown.count > 5 else { return enumeration(shown) }
    return shown.prefix(4).joined(separator: ", ") + " and \(shown.count - 4) more"
  }

  static func skipCannotBeNoted(_ id: String, file: String) -> Diagnostic {
    Diagnostic(
      id: "skip-not-noted",
      message:
        "The head of \(file) cannot be written to, so that \(id) is skipped cannot be noted.",
      help: ["one key a line between its two lines `---`, such as `exercise: my-exercise`"])
  }

  static func skipped(_ question: Question) -> StyledText {
    StyledText("\(question.id) is skipped.", .strong)
  }

  static func skippedAlready(_ id: String) -> StyledText {
    StyledText("\(id) is skipped already.")
  }

  static func skipStays(_ id: String) -> StyledText {
    StyledText(
      "\(id) stays skipped: once its answer was shown, that cannot be taken back. `:undo` once "
        + "more goes on to what you did before.")
  }

  static func undone(_ what: String) -> StyledText {
    StyledText("Taken back: \(what)")
  }

  static func unknownVariable(_ text: String, near: [String]) -> Diagnostic {
    Diagnostic(
      id: "unknown-variable",
      message: "There is no name `\(withoutControls(String(text.prefix(60))))` in your notebook.",
      help: near.isEmpty ? ["`:vars` lists all names"] : near.map { "`:vars \($0)`" })
  }

  static func usedBy(_ names: [String]) -> String { "used by \(shortened(names))" }

  static let usedByNothing = StyledText("  Nothing uses it yet.", .dim)
}
