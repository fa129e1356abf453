import Diagnostics
import Exercises
import Formulas
import Grading
import NotebookGrading
import TextLayout
import Tutoring

/// Their words, in alphabetical order.
extension TutorMessage {
  var text: StyledText {
    switch self {
    case .accessible(true):
      StyledText(
        "All is said in words now: verdicts first, tables row by row, charts as sentences."
          + " `:accessible` once more ends it; RECKON_ACCESSIBLE=1 in the environment, or"
          + " `--accessible`, begins with it.")
    case .accessible(false): StyledText("Tables and charts are drawn again.")
    case .addedToText(true): StyledText("Added to your text; `:undo` takes it out.", .dim)
    case .addedToText(false):
      StyledText(
        "Added to your text; what was found of it holds still. `:undo` takes it out.", .dim)
    case .allDone(let report, let file): Self.allDone(report, file: file)
    case .answerAsked(let question, let hasHints, let maySkip):
      Self.answerAsked(question, hasHints: hasHints, maySkip: maySkip)
    case .asksUnit(let name, let unit):
      StyledText(
        "A unit is asked for here: that of your figure for `\(name)`"
          + (unit.isEmpty ? "" : ", such as `\(unit)`")
          + ". Enter leaves it without one, and `:question` shows what is asked.")
    case .courseTables(let names):
      StyledText("To look at: \(names.map { "`:table \($0)`" }.joined(separator: ", ")).", .dim)
    case .editNeedsTerminal:
      StyledText("`:edit` needs a terminal. Type your text here instead; each line is added.")
    case .editTooLong(let copy):
      StyledText(
        "Your text is as it was: 20'000 characters are the most it takes."
          + (copy.map { " What you wrote is kept as \($0)." } ?? ""))
    case .first: StyledText("This is the first question.")
    case .formulaForID:
      StyledText(
        "That is no id, so it was taken as a line of your work. `:student` asks again.", .notice)
    case .formulaForName:
      StyledText(
        "That is no name, so it was taken as a line of your work. `:student` asks again.", .notice)
    case .formulaInText:
      StyledText(
        "Added to your text. `= formula` computes instead; `:undo` takes the line out.", .notice)
    case .functionDefined(let name):
      StyledText("The function `\(name)` is defined.", .dim)
    case .goesOn(let file):
      StyledText("You go on with \(file); `:status` shows what is done and what is left.", .dim)
    case .goodbye(let file, let isSaved):
      Self.goodbye(file, isSaved: isSaved)
    case .helpOnMore: HelpTopic.more
    case .hintsOfText(let report):
      StyledText("Taken off what the text would add: \(Points.hints(report) ?? "").", .dim)
    case .howToIntroduce:
      StyledText(
        "Type your id and press Enter, or press Enter alone for later. `quit` leaves.", .dim)
    case .howToAnswer(let question, let hasHints):
      Self.howToAnswer(question, hasHints: hasHints)
    case .isAnswered(let id): StyledText("\(id) is answered.", .success)
    case .keptOutOfText(let command, let isFirst): Self.keptOutOfText(command, isFirst: isFirst)
    case .knownFrom(let owner):
      StyledText(
        withoutControls(
          "You are \(owner.student.name) (\(owner.student.id)), as in \(owner.file); `:student`"
            + " changes it."), .dim)
    case .last: StyledText("This is the last question. `:status` shows what is left.")
    case .leftWithoutUnit: StyledText("It stays without a unit.", .dim)
    case .lineIsOpen(let end): StyledText(OpenEndWording.goesOn(after: end), .dim)
    case .moreProblems(let count, let file):
      StyledText(
        "There \(count == 1 ? "is 1 more mistake" : "are \(count) more mistakes") in \(file).", .dim
      )
    case .next(let question, let back, let isInteractive):
      Self.next(question, back: back, isInteractive: isInteractive)
    case .nextExercise(let next):
      StyledText("Enter goes on with the next exercise, \(next.title) (\(next.id)).", .dim)
    case .noCourse:
      StyledText("This exercise belongs to no course.")
    case .noID:
      StyledText("That is no id: an id is one word, such as a number.", .notice)
    case .offersCommand(let command):
      StyledText("`:\(command)` \(Self.does(command)).")
    case .openLineLeft:
      StyledText("The line that was still open is left out.", .dim)
    case .otherCounts(let key, let report, let wrong):
      Self.otherCounts(key, report, than: wrong)
    case .released(let kind): Self.released(kind)
    case .remark(let remark, let file): Self.remark(remark, file: file)
    case .restKept:
      StyledText("Everything else in the notebook counts as before.", .dim)
    case .source(let source):
      Self.source(source)
    case .takesNothing(let command):
      StyledText(
        command == "reset"
          ? "`:reset` clears the question you are at, and takes nothing after it: `:goto` it first."
          : "`:\(command)` takes nothing after it.")
    case .textEmptied:
      StyledText("Your text is empty now; `:undo` brings it back.")
    case .textTooLong:
      StyledText("The text is full: 20'000 characters are the most it takes.")
    case .total(let report):
      Self.total(report)
    case .unchanged:
      StyledText("Nothing was changed.", .dim)
    case .unitDeclared(let name):
      StyledText("\(name) is now a unit.", .dim)
    case .usesUncounted(let used, let counted):
      StyledText(
        "It reads `\(used)`, which is not right. Your other answer there, `\(counted)`, is right:"
          + " use that, or mend `\(used)`.", .notice)
    case .ways(let question, let hasHints): Self.ways(question, hasHints: hasHints)
    case .whoAreYou:
      StyledText(
        "Your teaching assistants know your work by your id and name, kept at the top of the notebook."
      )
    case .wordsForFormula(let topic, let hasHints): Self.wordsForFormula(topic, hasHints: hasHints)
    }
  }

  private static func allDone(_ report: ExerciseReport, file: String) -> StyledText {
    let isSkipped = report.questions.contains { $0.isSkipped }
    var text = "All questions are done\(isSkipped ? " or skipped" : ""): "
    text += "\(Points.text(report.score)) of \(Points.counted(report.maximum))"
    if report.provisional > 0 {
      text += ", \(Points.provisional(report.provisional)) by your assistants"
    }
    if report.waiting > 0 {
      text += ", and \(Points.waiting(report.waiting, isUntold: report.isUntold))"
      if !report.isUntold { text += " to read your texts" }
    }
    return StyledText(text + ". Your work is in \(file).", .success)
  }

  private static func goodbye(_ file: String?, isSaved: Bool) -> StyledText {
    guard let file else { return StyledText("Until next time.") }
    return isSaved
      ? StyledText("Until next time. Your work is in \(file).")
      : StyledText("Your last lines could not be saved to \(file).", .error)
  }

  private static func howToAnswer(_ question: Question, hasHints: Bool) -> StyledText {
    switch question.body {
    case .values, .function:
      return StyledText(
        (hasHints
          ? "`:hint` helps, `:task` says in short what is asked, `:help` what else there is"
          : "`:task` says in short what is asked, `:help` what else there is")
          + ".", .dim)
    case .choice(let choice): return ChoiceMessage.howToChoose(choice)
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

  private static func answerAsked(
    _ question: Question, hasHints: Bool, maySkip: Bool
  ) -> StyledText {
    var ways = hasHints ? ["`:hint` leads you to it step by step"] : []
    if maySkip { ways.append("`:skip` gives the question up for its answer, for no points") }
    let rest = ways.isEmpty ? "`:question` shows what is asked" : enumeration(ways)
    return StyledText("The answer is yours to find: \(rest).")
  }

  private static func next(
    _ question: Question, back: OpenState?, isInteractive: Bool
  ) -> StyledText {
    let key = isInteractive ? "Enter" : "`:next`"
    let rest: String =
      switch back {
      case nil: "on to \(question.id) \(question.title)."
      case .notBegun?: "back to \(question.id) \(question.title), which is not begun."
      case .notFinished?: "back to \(question.id) \(question.title), which is not finished."
      case .notRightAnyMore?:
        "back to \(question.id) \(question.title), which is not right any more."
      }
    return StyledText("\(key) goes \(rest)", .dim)
  }

  private static func keptOutOfText(_ command: String?, isFirst: Bool) -> StyledText {
    guard let command else {
      return StyledText(
        isFirst
          ? "Your line is not put into your text. Typed once more, it becomes part of it."
          : "Not put into your text; typed once more, it is.", .dim)
    }
    return StyledText(
      "That is not put into your text. `:\(command)` \(does(command)). Typed once more, the line"
        + " becomes part of it.", .notice)
  }

  /// What a command does, behind its name.
  private static func does(_ command: String) -> String {
    switch command.split(separator: " ").first {
    case "next": "goes to the next question"
    case "back": "goes to the question before"
    case "skip": "gives the question up, where that is allowed"
    case "quit": "leaves; all that you wrote is saved"
    case "submit": "looks your work over before you hand it in"
    case "reset": "clears your answers to this question"
    case "undo": "takes the last change back"
    case "redo": "does again what was taken back"
    case "goto": "goes there"
    case "ask": "with your words after it notes a question for your assistants"
    case "edit": "opens your text in an editor"
    case "help": "says how things are done here"
    default: "does that"
    }
  }

  private static func remark(_ remark: Intent.Remark, file: String) -> StyledText {
    switch remark {
    case .saved: StyledText("Every line is saved as soon as it is accepted, in \(file).")
    case .corrections:
      StyledText(
        "Type the name again with another formula: it replaces the old one, and what uses it is"
          + " computed anew. `:undo` takes the last line back.")
    case .otherExercises:
      StyledText("`:quit` leaves, and `reckon` lists the exercises. Your work here is saved.")
    case .thanks: StyledText("Gladly.")
    }
  }

  private static func wordsForFormula(_ topic: HelpTopic?, hasHints: Bool) -> StyledText {
    var ways = topic.map { ["`:help \($0.rawValue)` says how that is done"] } ?? []
    if hasHints { ways.append("`:hint` gives a hint") }
    ways.append("`:ask` with your words after it notes them for your assistants")
    return StyledText("That reads as words, and a formula is typed here. \(enumeration(ways)).")
  }

  private static func ways(_ question: Question, hasHints: Bool) -> StyledText {
    var ways = hasHints ? ["`:hint` gives a hint"] : []
    ways += ["`:question` shows the whole question", "`:next` leaves it for later"]
    return StyledText(enumeration(ways) + "; `:help` lists what else there is.", .dim)
  }

  private static func total(_ report: ExerciseReport) -> StyledText {
    var texts: [String] = []
    if report.provisional > 0 {
      texts.append(
        "your texts would add \(Points.text(report.provisional)), once a person confirms it")
    }
    if report.waiting > 0 {
      texts.append(
        "up to \(Points.text(report.waiting)) more "
          + (report.isUntold ? "are told after handing in" : "only a person can give"))
    }
    let score = "\(Points.text(report.score)) of \(Points.counted(report.maximum)) so far"
    return StyledText(
      ([score] + (texts.isEmpty ? [] : [texts.joined(separator: ", and ")])).joined(separator: "; ")
        + ".", .strong)
  }

  private static func otherCounts(
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

  private static func released(_ kind: Release.Kind) -> StyledText {
    switch kind {
    case .graded:
      StyledText(
        "Here your answers are checked for their form, unit and dimension. What is right of them is"
          + " told after handing in.", .notice)
    case .sealed:
      StyledText(
        "This exercise comes without its model answers, and tells right from wrong by seals that an"
          + " answer opens, which takes a moment. What may follow from an earlier error, the marks"
          + " will tell.", .notice)
    }
  }

  private static func source(_ source: RequiredAnswers.Source) -> StyledText {
    var parts: [String] = []
    if source.fromNotebook.isEmpty, source.fromModel.isEmpty {
      return StyledText(
        "What \(source.title) asks for may be used here once it is in your notebook of it, in the"
          + " same folder: its model answers are not at hand.", .notice)
    }
    if !source.fromNotebook.isEmpty {
      parts.append("\(enumeration(source.fromNotebook)) from your notebook")
    }
    if !source.fromModel.isEmpty {
      parts.append("\(enumeration(source.fromModel)) from its model answer")
    }
    return StyledText(
      "From \(source.title) you may use \(parts.joined(separator: ", and ")).", .dim)
  }
}
