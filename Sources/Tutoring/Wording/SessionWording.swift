import Diagnostics
import ExerciseFiles
import Exercises
import Grading
import MarkdownReading
import NotebookFiles
import NotebookGrading
import TextLayout

/// What the notebook says, in alphabetical order; of hints, names and taking back in
/// `SessionWording+Changes.swift`.
enum SessionWording {
  static func allDone(_ report: ExerciseReport, file: String) -> StyledText {
    let score = Points.text(report.score)
    let isSkipped = report.questions.contains { $0.isSkipped }
    var text =
      "All questions are done\(isSkipped ? " or skipped" : ""): \(score) of \(Points.text(report.maximum)) points"
    if report.provisional > 0 { text += ", \(Points.provisional(report.provisional))" }
    if report.waiting > 0 {
      text += ", and \(Points.waiting(report.waiting)) to read your texts"
    }
    return StyledText(text + ". Your work is in \(file).", .success)
  }

  static func alreadyOpen(_ file: String) -> Diagnostic {
    Diagnostic(
      id: "already-open", severity: .warning,
      message: "\(file) is open in another session too. What either saves is read by the other.")
  }

  static func blankAfterColon(_ rest: String) -> Diagnostic {
    let name = rest.split(separator: " ").first.map(String.init) ?? ""
    let isCommand = Session.fullName(of: name) != nil
    return Diagnostic(
      id: "blank-after-colon", message: "A command follows its colon without a blank.",
      help: [isCommand ? "`:\(rest)`" : "`:help`, which lists the commands"])
  }

  static func courseTables(_ names: [String]) -> StyledText {
    StyledText(
      "To look at: \(names.map { "`:table \($0)`" }.joined(separator: ", ")).", .dim)
  }

  static func editFailed(_ reason: String) -> Diagnostic {
    Diagnostic(
      id: "editor-failed", message: "Your text is as it was: \(reason).",
      help: ["type your text here, or set EDITOR to your editor before you start"])
  }

  static let editNeedsTerminal = StyledText(
    "`:edit` needs a terminal. Type your text here instead; each line is added.")

  static func editTooLong(kept copy: String?) -> StyledText {
    StyledText(
      "Your text is as it was: 20'000 characters are the most it takes."
        + (copy.map { " What you wrote is kept as \($0)." } ?? ""))
  }

  static let editsTexts = StyledText(
    "`:edit` is for questions that ask for a text; here you type formulas or choose.")

  static let first = StyledText("This is the first question.")

  static let formulaForID = StyledText(
    "That is no id, so it was taken as a line of your work. `:student` asks again.", .notice)

  static let formulaForName = StyledText(
    "That is no name, so it was taken as a line of your work. `:student` asks again.", .notice)

  static let formulaInText = StyledText(
    "Added to your text. `= formula` computes instead; `:undo` takes the line out.", .notice)

  static func keptOutOfText(_ asked: TutorQuestion, hasHints: Bool) -> StyledText {
    let helps: String
    switch asked {
    case .help, .answer:
      helps =
        (hasHints ? "`:hint` gives a hint, " : "") + "`:question` shows the question again, "
        + (asked == .answer ? "`:skip` gives it up for its answer where that is allowed, " : "")
        + "`:help` lists what else there is."
    case .way(let way): helps = "`:\(way.rawValue)` \(wayThere(way))."
    }
    return StyledText(
      "That is not put into your text. \(helps) Typed once more, the line becomes part of it.",
      .notice)
  }

  private static func wayThere(_ way: TutorQuestion.Way) -> String {
    switch way {
    case .next: "goes to the next question"
    case .back: "goes to the question before"
    case .skip: "gives the question up, where that is allowed"
    case .quit: "leaves; all that you wrote is saved"
    case .submit: "looks your work over before you hand it in"
    }
  }

  static func goesOn(_ file: String) -> StyledText {
    StyledText("You go on where you were, in \(file).", .dim)
  }

  static func goodbye(_ file: String, isSaved: Bool) -> StyledText {
    isSaved
      ? StyledText("Until next time. Your work is in \(file).")
      : StyledText("Your last lines could not be saved to \(file).", .error)
  }

  static let help = """
    Type formulas with units, as on paper. The value is shown, and what answers a question is \
    judged at once.

        gpu_power = 450 W
        gpu_power * 24 h to kWh
        models["Accuracy (%)"].mean()

    Tab completes names, columns, units and commands; the arrow keys and Ctrl-R go back to \
    earlier lines.
    """

  static func hintsOfText(_ report: QuestionReport) -> StyledText {
    StyledText("Taken off what the text would add: \(Points.hints(report) ?? "").", .dim)
  }

  static func howToAnswer(_ question: Question) -> StyledText {
    switch question.body {
    case .values, .function:
      return StyledText("`:hint` helps, `:help` lists what else there is.", .dim)
    case .choice(let choice): return howToChoose(choice)
    case .text(let text):
      var asked = ""
      if let sentences = text.sentences {
        asked =
          sentences.count == 1
          ? " (\(sentences.lowerBound) sentences)"
          : " (\(sentences.lowerBound) to \(sentences.upperBound) sentences)"
      }
      return StyledText(
        "Type your text\(asked); each line is added. `:edit` opens it in an editor, `= formula`"
          + " computes, `:reset` begins anew, `:next` goes on.", .dim)
    case .reading: return StyledText("`:next` goes on.", .dim)
    }
  }

  static func knownFrom(_ owner: NotebookNeighbours.Owner) -> StyledText {
    StyledText(
      withoutControls(
        "You are \(owner.student.name) (\(owner.student.id)), as in \(owner.file); `:student`"
          + " changes it."), .dim)
  }

  static let last = StyledText("This is the last question. `:status` shows what is left.")

  static func left(_ report: QuestionReport) -> String {
    let open = report.answers.filter { $0.share < 1 && $0.verdict != .unchecked }
    if report.isSkipped { return "skipped" }
    if report.isDone {
      let waits = report.waitsForPerson ? Points.waitsForPerson : nil
      return [Points.hints(report), waits].compactMap { $0 }.joined(separator: ", ")
    }
    if !report.isStarted { return "not begun" }
    if let answer = report.answers.first, let choice = answer.choice {
      return left(answer, choice)
    }
    return open.map { answer in
      guard let criteria = answer.criteria else { return answer.name }
      let count = criteria.count { $0.met == false && $0.kind != .length }
      return count == 1 ? "1 criterion" : "\(count) criteria"
    }.joined(separator: ", ")
  }

  static let leftWithoutUnit = StyledText("It stays without a unit.", .dim)

  static func misspelt(_ name: String, near: String) -> Diagnostic {
    Diagnostic(
      id: "answers-nothing", severity: .notice, message: "`\(name)` answers no question here.",
      help: ["`\(near)`, if that is what you meant"])
  }

  static func anotherName(_ name: String, than other: String) -> Diagnostic {
    Diagnostic(
      id: "another-name", severity: .notice,
      message: "`\(name)` is another name than `\(other)`, which stays as it is.",
      help: ["`\(other)`, if that is what you meant"])
  }

  static func anotherNameThere(_ other: String, than name: String) -> Diagnostic {
    Diagnostic(
      id: "another-name", severity: .notice,
      message: "`\(other)`, which you have too, is another name: what uses it does not read"
        + " `\(name)`.")
  }

  static func usesUncounted(_ used: String, counted: String) -> StyledText {
    StyledText(
      "It reads `\(used)`, which is not right. Your other answer there, `\(counted)`, is right:"
        + " use that, or mend `\(used)`.", .notice)
  }

  static func next(_ question: Question, isInteractive: Bool) -> StyledText {
    StyledText(
      "\(isInteractive ? "Enter" : "`:next`") goes on to \(question.id) \(question.title).", .dim)
  }

  static let noCourse = StyledText("This exercise belongs to no course.")

  static let openLineLeft = StyledText("The line that was still open is left out.", .dim)

  static func otherCounts(
    _ key: String, _ report: AnswerReport, than wrong: String?
  ) -> StyledText {
    guard report.share == 1 else {
      return StyledText(
        "Of the two answers to `\(report.name)`, `\(key)` counts, which is the better one.", .dim)
    }
    let reads = wrong.map {
      " What uses `\($0)` reads the one that is not: mend it, or use `\(key)`."
    }
    return StyledText(
      "Of the two answers to `\(report.name)`, `\(key)` counts, which is right.\(reads ?? "")",
      reads == nil ? .dim : .notice)
  }

  static func points(_ report: QuestionReport) -> String {
    if report.isPractice { return " (practice)." }
    if report.maximum == 0 { return "." }
    if report.waiting > 0, report.score == 0 { return "; a person will read it." }
    let hints = Points.hints(report).map { ", \($0)" } ?? ""
    let waiting = report.waiting > 0 ? ", \(Points.waiting(report.waiting))" : ""
    return ": \(Points.text(report.score)) of \(Points.counted(report.maximum))\(waiting)\(hints)."
  }

  static func moreProblems(_ count: Int, file: String) -> StyledText {
    StyledText(
      "There \(count == 1 ? "is 1 more mistake" : "are \(count) more mistakes") in \(file).", .dim)
  }

  static let restKept = StyledText("Everything else in the notebook counts as before.", .dim)

  static func source(_ source: RequiredAnswers.Source) -> StyledText {
    var parts: [String] = []
    if !source.fromNotebook.isEmpty {
      parts.append("\(enumeration(source.fromNotebook)) from your notebook")
    }
    if !source.fromModel.isEmpty {
      parts.append("\(enumeration(source.fromModel)) from its model answer")
    }
    return StyledText(
      "From \(source.title) you may use \(parts.joined(separator: ", and ")).", .dim)
  }

  /// Points, and how many questions are left.
  static func standing(_ report: ExerciseReport) -> String {
    let left = report.questions.count { $0.isCounted && !$0.isDone }
    let points = Points.standing(report)
    return left == 0 ? points : "\(points), \(left) question\(left == 1 ? "" : "s") left"
  }

  static func takesNothing(_ command: String) -> StyledText {
    StyledText(
      command == "reset"
        ? "`:reset` clears the question you are at, and takes nothing after it: `:goto` it first."
        : "`:\(command)` takes nothing after it.")
  }

  static let textEmptied = StyledText("Your text is empty now; `:undo` brings it back.")

  static let textTooLong = StyledText("The text is full: 20'000 characters are the most it takes.")

  static func total(_ report: ExerciseReport) -> StyledText {
    StyledText(Points.standing(report, soFar: " so far") + ".", .strong)
  }

  static let unchanged = StyledText("Nothing was changed.", .dim)

  static func unknownCommand(_ typed: String, near: [String]) -> Diagnostic {
    Diagnostic(
      id: "unknown-command", message: "There is no command `:\(typed)`.",
      help: near.isEmpty ? ["`:help`"] : near.map { "`:\($0)`" })
  }

  static func unknownQuestion(
    _ id: String, known: [String], command: String = "goto"
  ) -> Diagnostic {
    Diagnostic(
      id: "unknown-question",
      message: id.isEmpty ? "Which question?" : "There is no question \(id).",
      help: ["`:\(command)` with one of \(known.joined(separator: ", "))"])
  }

  static func unknownTable(_ name: String, known: [String]) -> Diagnostic {
    Diagnostic(
      id: "unknown-table",
      message: name.isEmpty ? "Which table?" : "There is no table `\(name)`.",
      help: known.isEmpty
        ? ["this exercise has no tables"] : known.map { "`:table \($0)`" })
  }

  static func unknownUnit(_ text: String, near: [String]) -> Diagnostic {
    Diagnostic(
      id: "unknown-unit", message: "`\(text)` is no unit that is known here.",
      help: near.map { "`:units \($0)`" })
  }

  static func unknownUnitHere(_ word: String, near: [String]) -> Diagnostic {
    Diagnostic(
      id: "unknown-unit", message: "`\(word)` is no unit that is known here.",
      help: near.map { "`\($0)`" } + ["Enter, to leave it without a unit"])
  }

  static let whoAreYou = StyledText(
    "Your teaching assistants know your work by your id and name, kept at the top of the notebook.")

  static func worth(_ question: Question) -> String {
    if question.isPractice { return "practice" }
    if question.points == 0 { return question.isProgramming ? "" : "not graded" }
    return Points.counted(question.points)
  }
}
