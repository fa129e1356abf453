import Charts
import Exercises
import Grading
import TextLayout
import Tutoring

/// What is said in other words, or in another order, to those who hear it: the verdict comes first,
/// and no sign stands for a word.
extension TutorTerminal {
  /// `Wrong: gpu_power. It is 1000 times too large.`
  func spokenVerdict(_ report: AnswerReport) -> [StyledText] {
    let word = report.verdict.word
    // What only says the word again is left out.
    let isSaid = report.message == word + "."
    return wrap(
      StyledText(word + ": " + report.name + ".")
        + StyledText(isSaid ? "" : " " + report.message), indent: 2) + noteLines(report.notices)
  }

  func spokenStatus(_ status: ShownStatus) -> [StyledText] {
    status.report.questions.flatMap { question -> [StyledText] in
      let parts = [
        symbols.state(of: question).plain, ReportWording.left(question),
        Points.spokenScore(question),
        status.late.contains(question.id) ? "late" : "",
        question.id == status.current ? "you are here" : "",
      ]
      var said: [String] = []
      for part in parts where !part.isEmpty && !said.contains(part) { said.append(part) }
      return wrap(
        StyledText("\(question.id) \(question.title): \(said.joined(separator: ", "))."), indent: 2)
    }
  }

  func spokenOption(_ number: Int, _ option: ChoiceReport.Option, _ shown: ShownOptions)
    -> StyledText
  {
    var line = StyledText("\(number)\(option.isTicked ? ", chosen" : ""): ")
    line += StyledText(option.text)
    guard shown.withReasons, shown.choice.tellsCredit else { return line }
    switch option.credit {
    case .right: return line + ": right"
    case .rightIfArgued: return line + ": right if argued"
    case .wrong: return option.isTicked ? line + ": not right" : line
    }
  }

  /// Short, and without signs: the state of a question is told by `:status`.
  func spokenPrompt(_ prompt: Prompt) -> StyledText? {
    switch prompt {
    case .studentID, .studentName: nil
    case .continuation: "more: "
    case .unit: "unit? "
    case .lines: "edit: "
    case .line(let number): StyledText("line \(number): ")
    case .question(let id, _): StyledText(id + ": ")
    }
  }
}

extension Points {
  /// `1 of 2 points`, where the score stands as `1/2` for those who see it.
  public static func spokenScore(_ report: QuestionReport) -> String {
    score(report).replacing("/", with: " of ")
  }
}

extension Verdict {
  /// What it is called where it stands before what is said.
  public var word: String {
    switch self {
    case .correct, .follows: "Right"
    case .unitMissing, .wrongUnit, .rounded, .otherForm, .otherUnit, .partly: "Partly right"
    case .wrong, .wrongDimension: "Wrong"
    case .fails: "Not computed"
    case .unanswered: "Not answered"
    case .unchecked: "Not checked yet"
    }
  }
}
