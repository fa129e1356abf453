import Diagnostics
import Exercises
import Formulas
import Grading
import Notebook
import Prose

/// The report of a notebook for the one who wrote it: what is done, what is left, what is off.
public struct CheckText {
  private let width: Int
  private let unicode: Bool

  /// Mistakes that are shown in full; a screen holds no more.
  static let problemLimit = 20

  public init(width: Int, unicode: Bool) {
    self.width = width
    self.unicode = unicode
  }

  public func lines(
    _ report: ExerciseReport, exercise: Exercise, file: String, problems: [LocatedDiagnostic]
  ) -> [StyledText] {
    var lines = wrapped(
      StyledText(exercise.title, .heading) + StyledText("  \(file)", .dim), width: width)
    for question in report.questions { lines += self.lines(question) }
    let unexplained = problems.filter { problem in
      !report.questions.contains { question in
        question.answers.contains { $0.problem?.diagnostic == problem.diagnostic }
      }
    }
    if !unexplained.isEmpty {
      lines.append(StyledText())
      let renderer = SnippetRenderer(width: width, unicode: unicode)
      for problem in unexplained.prefix(Self.problemLimit) {
        lines += renderer.render(problem.diagnostic, in: problem.source).lines
      }
      if unexplained.count > Self.problemLimit {
        lines.append(StyledText("and \(unexplained.count - Self.problemLimit) more mistakes", .dim))
      }
    }
    lines.append(StyledText())
    lines += wrapped(total(report), width: width)
    return lines
  }

  /// One line for a file among several.
  public func line(_ report: ExerciseReport, file: String, problems: Int) -> StyledText {
    var text = StyledText(file, .strong) + "  "
    text += total(report)
    let off = report.questions.filter { !$0.isSkipped }.flatMap(\.answers).filter {
      $0.share < 1 && $0.verdict != .unchecked && $0.verdict != .unanswered
    }
    if !off.isEmpty { text += "  off: \(off.map(\.name).joined(separator: ", "))" }
    if problems > 0 {
      text += StyledText("  \(problems) line\(problems == 1 ? "" : "s") with a mistake", .error)
    }
    return text
  }

  private func total(_ report: ExerciseReport) -> StyledText {
    var text = "\(Points.text(report.score)) of \(Points.text(report.maximum)) points"
    if report.waiting > 0 { text += ", \(Points.waiting(report.waiting))" }
    let open = report.questions.count { !$0.isDone && $0.maximum > 0 && !$0.isPractice }
    if open > 0 { text += ", \(open) question\(open == 1 ? "" : "s") left" }
    let skipped = report.questions.count { $0.isSkipped }
    if skipped > 0 { text += ", \(skipped) skipped" }
    return StyledText(text, .strong)
  }

  /// What a question has earned, what hints have cost it, or that a person has to read it first.
  static func score(_ report: QuestionReport) -> String {
    if !report.isPractice, report.waiting > 0, report.score > 0 {
      return "\(Points.score(report)), \(Points.waiting(report.waiting))"
    }
    if !report.isPractice, report.waiting > 0 {
      return "waits for a person (\(Points.text(report.maximum)))"
    }
    let score = Points.score(report)
    if report.isSkipped { return "skipped, \(score)" }
    return Points.hints(report).map { "\(score), \($0)" } ?? score
  }

  private func lines(_ question: QuestionReport) -> [StyledText] {
    var head =
      Marks(unicode: unicode).state(of: question) + " " + StyledText(question.id, .strong)
      + " \(question.title)"
    head += StyledText("  " + Self.score(question), .dim)
    var lines = wrapped(head, width: width, indent: 2)
    let isToldOf = question.answers.contains { !$0.notices.isEmpty }
    guard question.isStarted || isToldOf, !question.isSkipped else { return lines }
    let renderer = SnippetRenderer(width: width - 2, unicode: unicode)
    for answer in question.answers where answer.share < 1 || !answer.notices.isEmpty {
      if answer.verdict == .unchecked, answer.notices.isEmpty { continue }
      var text = StyledText("  ")
      // A choice has the name of its question, which stands above.
      if answer.choice == nil { text += StyledText(answer.name, .name) + ": " }
      let isFine = answer.share == 1
      let said = answer.choice == nil ? [answer.message] : [answer.message] + answer.notices
      text += StyledText(
        (isFine ? answer.notices : said).joined(separator: " "), isFine ? .dim : .plain)
      lines += wrapped(text, width: width, indent: 4)
      if let problem = answer.problem {
        lines += renderer.render(problem.diagnostic, in: problem.source).lines.map { "  " + $0 }
      }
    }
    return lines
  }
}
