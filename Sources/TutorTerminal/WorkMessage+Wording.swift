import Diagnostics
import Exercises
import Grading
import TextLayout
import Tutoring

/// Their words, in alphabetical order.
extension WorkMessage {
  var text: StyledText {
    switch self {
    case .allHintsShown(let question, let skips):
      Self.allHintsShown(question, skips: skips)
    case .asksToSkip(let question):
      Self.asksToSkip(question)
    case .cannotSkip(let question):
      Self.cannotSkip(question)
    case .cleared(let id):
      StyledText("Your answers to \(id) are cleared. `:undo` brings them back.")
    case .commentDropped(let comment):
      StyledText(
        "The comment `\(withoutControls(String(comment.prefix(60))))` went with the old formula; "
          + "`:undo` brings both back.", .dim)
    case .countsNoMore(let id, let isRight): Self.countsNoMore(id, isRight: isRight)
    case .filledIn(let names):
      StyledText(
        "From here on, \(NameWording.shortened(names)) \(names.count == 1 ? "stands" : "stand") for the model "
          + "answer.")
    case .hintCosts(let cost, let question):
      StyledText(
        "A hint takes \(Points.text(cost)) off the \(Points.counted(question.points)) of this "
          + "question. Type `:hint` once more to see it.", .notice)
    case .hintCounted(let report, let cost):
      Self.hintCounted(report, cost: cost)
    case .hintNotShown(let shown, let count):
      Self.hintNotShown(shown: shown, count: count)
    case .noHintLeft(let id):
      StyledText("\(id) is answered: there is nothing left to hint at.")
    case .noHints:
      StyledText("This question has no hints.")
    case .noNames:
      StyledText("You have not defined any name yet.")
    case .nothingToRedo:
      StyledText(
        "There is nothing to do again: `:redo` brings back what `:undo` has just taken back.")
    case .nothingToReset(let id): StyledText("There is nothing to clear in \(id).")
    case .nothingToSkip(let id):
      StyledText("\(id) is answered: there is nothing to skip. `:next` goes on.")
    case .nothingToUndo(let limit): Self.nothingToUndo(limit: limit)
    case .ofModelAnswer(let name, let title):
      StyledText("`\(name)` has the value of the model answer of \(title), which is not shown. ")
        + "Formulas may use it; answered there, it has yours."
    case .offersHint(let question, let isHere, let isFirst, let cost):
      Self.offersHint(question, isHere: isHere, isFirst: isFirst, cost: cost)
    case .offersUnitNote:
      StyledText(
        "Units trip everyone up at first: `:units note` says the little there is to know.", .dim)
    case .overwritten(let name, let id, let isHere):
      StyledText(
        isHere
          ? "It was right before: `:undo` brings that back."
          : "`\(name)` is an answer to \(id), which was right: `:undo` brings that back. For another "
            + "figure here, take another name.", .notice)
    case .redone(let what): StyledText("Done again: \(Self.shortened(what))")
    case .restIsThere(let answer): Self.restIsThere(answer)
    case .skipStays(let id):
      StyledText(
        "\(id) stays skipped: once its answer was shown, that cannot be taken back. `:undo` once "
          + "more goes on to what you did before.")
    case .skipped(let question):
      StyledText("\(question.id) is skipped.", .strong)
    case .skippedAlready(let id):
      StyledText("\(id) is skipped already.")
    case .undone(let what):
      StyledText("Taken back: \(Self.shortened(what))")
    case .usedByNothing:
      StyledText("  Nothing uses it yet.", .dim)
    }
  }

  /// Its beginning, which tells what it was.
  private static func shortened(_ line: String) -> String {
    line.contains("\n") ? line : beginning(of: line, within: 100, dots: "…")
  }

  private static func allHintsShown(_ question: Question, skips: Bool) -> StyledText {
    let rest = skips ? " `:skip` would show the answer, for no points." : ""
    return StyledText("This is the last hint.\(rest)", .dim)
  }

  private static func asksToSkip(_ question: Question) -> StyledText {
    let loss =
      question.countedPoints > 0
      ? "counts 0 of \(Points.counted(question.points))" : "is not counted"
    return StyledText(
      "Skip \(question.id) \(question.title)? You see the answer and go on with it, the question "
        + "\(loss), and this cannot be taken back. Type `:skip` once more to skip it.", .notice)
  }

  private static func cannotSkip(_ question: Question) -> StyledText {
    if !question.asksForResponse {
      return StyledText("There is nothing to answer in \(question.id): `:next` goes on.")
    }
    return StyledText(
      "\(question.id) cannot be skipped. `:next` goes on, and you can come back to it.")
  }

  private static func countsNoMore(_ id: String, isRight: Bool) -> StyledText {
    let rest = isRight ? "." : ", and the model answer's value is used until it is right."
    return StyledText("\(id) was skipped: this counts no points\(rest)", .dim)
  }

  private static func hintCounted(_ report: QuestionReport, cost: Double) -> StyledText {
    let most = max(0, report.maximum - cost * Double(report.hintsShown))
    return StyledText(
      "With \(report.hintsShown == 1 ? "this hint" : "\(report.hintsShown) hints"), \(report.id) "
        + "is worth \(Points.counted(most)).", .dim)
  }

  private static func hintNotShown(shown: [Int], count: Int) -> StyledText {
    guard let last = shown.last else {
      return StyledText("No hint was shown yet: `:hint` shows the first.")
    }
    let again =
      switch shown.count {
      case 1: "`:hint \(last)` shows \(last == 1 ? "the first" : "it") again"
      case last: "`:hint 1` to `:hint \(last)` show them again"
      case _: "\(enumeration(shown.map { "`:hint \($0)`" })) show them again"
      }
    return StyledText(
      shown.count < count
        ? "`:hint` shows the next hint; of those shown, \(again)."
        : "There \(count == 1 ? "is 1 hint" : "are \(count) hints"): \(again).")
  }

  private static func nothingToUndo(limit: Int?) -> StyledText {
    let reach =
      limit.map { "to no more than the last \($0) changes" }
      ?? "to the moment you opened the notebook"
    return StyledText(
      "There is nothing to take back: `:undo` reaches back \(reach). A name typed anew replaces "
        + "the old one, and `:reset` clears a question.")
  }

  private static func offersHint(
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

  private static func restIsThere(_ answer: String) -> StyledText {
    StyledText(
      "Every step towards `\(answer)` that a hint could name is in your formula: look at its "
        + "figures, units and signs.")
  }
}
