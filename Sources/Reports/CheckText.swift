import Dates
import Diagnostics
import Exercises
import Files
import Grading
import NotebookGrading
import TextLayout
import TutorTerminal

/// The report of a notebook for the one who wrote it, on one screen where that is possible: a line
/// for each question with what to do next, what is wrong with answers as far as there is room,
/// mistakes in the file, and how the whole stands.
public struct CheckText {
  let width: Int
  let unicode: Bool
  private let inWords: Bool
  /// Lines of the screen.
  private let rows: Int
  private let clock: WallClock

  /// Mistakes that are shown; a screen holds no more.
  static let problemLimit = 20

  /// - `inWords`: whether nothing is drawn, for those who hear it.
  public init(
    width: Int, unicode: Bool, rows: Int = 24, clock: WallClock = .system, inWords: Bool = false
  ) {
    self.inWords = inWords
    self.width = width
    self.unicode = unicode
    self.rows = rows
    self.clock = clock
  }

  /// A notebook's report: its title, a line a question, what is said of its answers, its points.
  ///
  /// - `file`: the notebook's name, as shown.
  /// - `problems`: of the notebook's file, which come first.
  /// - `late`: when questions were changed after the due date, by their ids.
  public func lines(
    _ report: ExerciseReport, opened: OpenedExercise, file: String, problems: [LocatedDiagnostic],
    late: [String: Moment] = [:]
  ) -> [StyledText] {
    let exercise = opened.exercise
    let head = wrapped(
      StyledText(exercise.title, .heading) + StyledText("  \(file)", .dim), width: width)
    let totals = totals(report, exercise: exercise, late: late) + basis(opened)
    let mistakes = unexplained(problems, report)
    let briefMistakes = mistakes.isEmpty ? [] : [StyledText()] + brief(mistakes)
    // A line is left for the prompt after it.
    var room = rows - 1 - head.count - report.questions.count - briefMistakes.count - totals.count

    var details: [String: [StyledText]] = [:]
    for question in report.questions.filter({ !$0.isDone }) + report.questions.filter(\.isDone) {
      let own = self.details(of: question)
      guard !own.isEmpty, own.count <= room else { continue }
      details[question.id] = own
      room -= own.count
    }
    var shownMistakes = briefMistakes
    if !mistakes.isEmpty {
      let full = [StyledText()] + full(mistakes)
      if full.count - briefMistakes.count <= room { shownMistakes = full }
    }

    let table = CheckTable(
      report, width: width, unicode: unicode, late: Set(late.keys), explained: Set(details.keys),
      inWords: inWords)
    var lines = head
    for question in report.questions {
      lines += table.lines(question)
      lines += details[question.id] ?? []
    }
    return lines + shownMistakes + totals
  }

  /// One line for a file among several.
  public func line(
    _ report: ExerciseReport, file: String, problems: Int, late: [String: Moment] = [:]
  ) -> StyledText {
    var text = StyledText(file, .strong) + "  "
    text += total(report)
    let off = report.questions.filter { !$0.isSkipped }.flatMap(\.answers).filter {
      $0.share < 1 && $0.verdict != .unchecked && $0.verdict != .unanswered
    }
    if !off.isEmpty { text += "  off: \(off.map(\.name).joined(separator: ", "))" }
    if problems > 0 {
      text += StyledText("  \(problems) line\(problems == 1 ? "" : "s") with a mistake", .error)
    }
    let count = report.questions.count { late[$0.id] != nil }
    if count > 0 { text += StyledText("  \(count) late", .warning) }
    return text
  }

  private func total(_ report: ExerciseReport) -> StyledText {
    var text = Points.standing(report)
    let open = report.questions.count { !$0.isDone && $0.maximum > 0 && !$0.isPractice }
    if open > 0 { text += ", \(open) question\(open == 1 ? "" : "s") left" }
    let skipped = report.questions.count { $0.isSkipped }
    if skipped > 0 { text += ", \(skipped) skipped" }
    return StyledText(text, .strong)
  }

  /// What a question has earned, what hints have cost it, or that a person has to read it first.
  static func score(_ report: QuestionReport) -> String {
    if !report.isPractice, report.waiting > 0, report.score > 0 {
      return "\(Points.score(report)), \(Points.waiting(report))"
    }
    if !report.isPractice, report.waiting > 0, report.provisional == 0 {
      return "\(Points.waits(report)) (\(Points.text(report.waiting)))"
    }
    if !report.isPractice, report.provisional > 0 {
      let parts =
        [
          Points.provisional(report.provisional),
          report.waiting > 0 ? Points.waiting(report) : nil, Points.hints(report),
        ].compactMap { $0 }
      return parts.joined(separator: ", ")
    }
    let score = Points.score(report)
    if report.isSkipped { return "skipped, \(score)" }
    return Points.hints(report).map { "\(score), \($0)" } ?? score
  }

  // MARK: The whole

  private func totals(
    _ report: ExerciseReport, exercise: Exercise, late: [String: Moment]
  ) -> [StyledText] {
    var lines = [StyledText()] + wrapped(CheckWording.points(report), width: width)
    lines += wrapped(CheckWording.progress(report), width: width)
    if let due = exercise.dueMoment {
      let late = report.questions.map(\.id).filter { late[$0] != nil }
      let sentence = DateWording.due(due, now: clock.now(), in: clock.zone)
      lines += wrapped(CheckWording.due(sentence, late: late), width: width)
    }
    return lines
  }

  /// By what a notebook is judged.
  public func basis(_ opened: OpenedExercise) -> [StyledText] {
    wrapped(CheckWording.judgedBy(opened.exercise.file, digest: opened.digest), width: width)
  }

  // MARK: Answers

  /// What is wrong with a question's answers, and what else is to be said of them.
  private func details(of question: QuestionReport) -> [StyledText] {
    let isToldOf = question.answers.contains { !$0.notices.isEmpty }
    guard question.isStarted || isToldOf, !question.isSkipped else { return [] }
    let renderer = SnippetRenderer(width: width - 2, unicode: unicode, inWords: inWords)
    var lines: [StyledText] = []
    for answer in question.answers
    where answer.criteria == nil && (answer.share < 1 || !answer.notices.isEmpty) {
      if answer.verdict == .unchecked || answer.verdict == .unanswered, answer.notices.isEmpty {
        continue
      }
      // The mistake that is shown with its line says it all.
      if let problem = answer.problem, problem.diagnostic.message == answer.message,
        String(decoding: problem.source.bytes, as: UTF8.self).contains(answer.name),
        answer.notices.isEmpty
      {
        lines += renderer.render(problem.diagnostic, in: problem.source).lines.map { "    " + $0 }
        continue
      }
      let isFine = answer.share == 1
      // A choice has the name of its question, which stands above.
      let isChoice = answer.choice != nil
      let message = withFormulasShown(answer.message, unicode: unicode)
      let said = isChoice ? [message] + answer.notices : [message]
      lines += wrapped(
        "    " + (isChoice ? StyledText() : head(answer))
          + StyledText(
            (isFine ? answer.notices : said).joined(separator: " "), isFine ? .dim : .plain),
        width: width, indent: 6)
      if let problem = answer.problem {
        lines += renderer.render(problem.diagnostic, in: problem.source).lines.map { "    " + $0 }
      }
    }
    for answer in question.answers {
      guard let criteria = answer.criteria else { continue }
      lines += CriteriaText(width: width, unicode: unicode, inWords: inWords).lines(
        criteria.filter { $0.met == false || !$0.contradictions.isEmpty })
    }
    let missing = question.answers.filter { $0.verdict == .unanswered }.map(\.name)
    if !lines.isEmpty, !missing.isEmpty, question.answers.count > 1 {
      lines += wrapped(
        "    " + StyledText(CheckWording.toDo(missing), .dim), width: width, indent: 6)
    }
    return lines
  }

  /// What stands before the message of an answer: its name, behind the verdict where that has no
  /// sign.
  private func head(_ answer: AnswerReport) -> StyledText {
    inWords
      ? StyledText("\(answer.verdict.word): \(answer.name). ")
      : StyledText(answer.name, .name) + ": "
  }

  // MARK: Mistakes

  /// Those that no answer's message speaks of.
  private func unexplained(
    _ problems: [LocatedDiagnostic], _ report: ExerciseReport
  ) -> [LocatedDiagnostic] {
    problems.filter { problem in
      !report.questions.contains { question in
        question.answers.contains { $0.problem?.diagnostic == problem.diagnostic }
      }
    }
  }

  /// Mistakes that are said in the same words, in the order of the first of each.
  private func grouped(_ mistakes: [LocatedDiagnostic]) -> [[LocatedDiagnostic]] {
    var groups: [[LocatedDiagnostic]] = []
    var places: [[String?]: Int] = [:]
    for mistake in mistakes {
      let place = places[[mistake.diagnostic.message, mistake.source.name], default: groups.count]
      if place == groups.count { groups.append([]) }
      places[[mistake.diagnostic.message, mistake.source.name]] = place
      groups[place].append(mistake)
    }
    return groups
  }

  /// With the line that shows the first of those that are the same.
  private func full(_ mistakes: [LocatedDiagnostic]) -> [StyledText] {
    let renderer = SnippetRenderer(width: width, unicode: unicode, inWords: inWords)
    let groups = grouped(mistakes)
    return groups.prefix(Self.problemLimit).flatMap { group in
      renderer.render(group[0].diagnostic, in: group[0].source).lines
        + (group.count > 1
          ? wrapped(CheckWording.sameIn(group.dropFirst().map(\.line)), width: width, indent: 2)
          : [])
    } + more(groups.dropFirst(Self.problemLimit))
  }

  /// In few lines, each mistake in whole sentences.
  private func brief(_ mistakes: [LocatedDiagnostic]) -> [StyledText] {
    let room = 5
    let groups = grouped(mistakes)
    var lines: [StyledText] = []
    for (index, group) in groups.enumerated() {
      let own = wrapped(CheckWording.mistakes(group), width: width, indent: 2)
      guard index == 0 || lines.count + own.count <= room else {
        return lines + more(groups.dropFirst(index))
      }
      lines += own.prefix(room)
    }
    return lines
  }

  private func more(_ groups: ArraySlice<[LocatedDiagnostic]>) -> [StyledText] {
    let rest = groups.flatMap { $0.map(\.line) }.sorted()
    return rest.isEmpty ? [] : wrapped(CheckWording.more(rest), width: width)
  }
}
