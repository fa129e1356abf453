import Grading
import TextLayout
import TutorTerminal

/// The lines of questions in a check's report, with their columns one below the other.
struct CheckTable {
  private let width: Int
  private let unicode: Bool
  private let inWords: Bool
  private let late: Set<String>
  /// Questions of which more is said below their line.
  private let explained: Set<String>
  private let idWidth: Int
  private let titleWidth: Int
  private let scoreWidth: Int

  /// Columns that are kept for what to do next, where there is as much to say.
  private static let mostKept = 24

  init(
    _ report: ExerciseReport, width: Int, unicode: Bool, late: Set<String>, explained: Set<String>,
    inWords: Bool = false
  ) {
    self.inWords = inWords
    (self.width, self.unicode, self.late, self.explained) = (width, unicode, late, explained)
    let questions = report.questions
    idWidth = questions.map { displayWidth($0.id) }.max() ?? 0
    scoreWidth = questions.map { displayWidth(Points.score($0)) }.max() ?? 0
    let longest = questions.map { displayWidth($0.title) }.max() ?? 0
    let mark = unicode ? 2 : 3
    let next = questions.map { Self.next($0, late: late, explained: explained).width }.max() ?? 0
    let room = width - mark - idWidth - 1 - 2 - scoreWidth - 2 - min(next, Self.mostKept)
    titleWidth = max(6, min(longest, room))
  }

  /// One line, save in words, which go on as long as they are.
  func lines(_ question: QuestionReport) -> [StyledText] {
    guard inWords else { return [line(question)] }
    let state = StatusSymbols(unicode: unicode, inWords: true).state(of: question)
    var said = StyledText("\(question.id) \(question.title): ") + state
    said += ", " + StyledText(Points.spokenScore(question))
    let next = Self.next(question, late: late, explained: explained)
    return wrapped(said + (next.isEmpty ? "" : ", ") + next + ".", width: width, indent: 2)
  }

  private func line(_ question: QuestionReport) -> StyledText {
    let mark = StatusSymbols(unicode: unicode).state(of: question)
    var line = Self.padded(mark, to: unicode ? 2 : 3)
    line += Self.padded(StyledText(question.id, .strong), to: idWidth + 1)
    let title = Self.cut(StyledText(question.title), to: titleWidth, unicode: unicode)
    line += Self.padded(title, to: titleWidth + 2)
    let score = Points.score(question)
    let next = Self.next(question, late: late, explained: explained)
    line += next.isEmpty ? StyledText(score) : Self.padded(StyledText(score), to: scoreWidth + 2)
    line += next
    return Self.cut(line, to: width, unicode: unicode)
  }

  private static func next(
    _ question: QuestionReport, late: Set<String>, explained: Set<String>
  ) -> StyledText {
    var parts: [StyledText] = []
    if late.contains(question.id) { parts.append(StyledText("late", .warning)) }
    let said = CheckWording.next(question, isExplained: explained.contains(question.id))
    if !said.isEmpty { parts.append(StyledText(said, .dim)) }
    return parts.joined(by: ", ")
  }

  private static func padded(_ text: StyledText, to width: Int) -> StyledText {
    text + StyledText(String(repeating: " ", count: max(0, width - text.width)))
  }

  /// What fits, with an ellipsis in the place of the rest.
  static func cut(_ text: StyledText, to width: Int, unicode: Bool) -> StyledText {
    guard text.width > width else { return text }
    let mark = unicode ? "…" : "..."
    return text.shortened(to: width - displayWidth(mark)) + StyledText(mark, .dim)
  }
}
