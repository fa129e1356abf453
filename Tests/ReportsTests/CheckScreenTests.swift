import Dates
import ExerciseFiles
import Exercises
import Foundation
import Testing
import TextAnalysis

@testable import Grading
@testable import NotebookFiles
@testable import NotebookGrading
@testable import Reports

/// The report on a notebook of a shipped exercise is one screen, however bad the notebook is.
@Suite struct CheckScreenTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Exercises").path

  /// Every answer of values given wrongly, and some lines with mistakes.
  private func badNotebook(_ opened: OpenedExercise) -> String {
    let names = opened.compiled.answerKey.answers.map(\.spec.name)
    return "---\nexercise: \(opened.exercise.id)\n---\n## 1.1\n```reckon\n"
      + names.map { "\($0) = 12345.678 kg^2\n" }.joined()
      + (1...9).map { "mistake_\($0) = = \($0)\n" }.joined() + "```\n"
  }

  @Test(arguments: ["chatbot-model-analysis", "chatgpt-footprint", "epfl-estimate"], [60, 80])
  func itFitsOnAScreen(_ id: String, _ width: Int) throws {
    let library = ExerciseLibrary(folders: [Self.folder])
    let exercise = try #require(library.load(id).exercise)
    let opened = OpenedExercise(
      exercise, required: library.required(by: exercise).compactMap(\.exercise))
    for text in ["", badNotebook(opened)] {
      let graded = opened.compiled.grade(NotebookFile(text: text, name: "a.answers.md"))
      let lines = CheckText(width: width, unicode: true).lines(
        graded.grader.report(), opened: opened, file: "a.answers.md",
        problems: graded.problems)
      #expect(lines.count <= 24, "\(lines.map(\.plain).joined(separator: "\n"))")
      #expect(lines.allSatisfy { $0.width <= width })
    }
  }
}

/// Mistakes in lines of a notebook, as a check tells them.
@Suite struct CheckMistakeTests {
  private func check(_ statements: String, rows: Int = 24) throws -> String {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Exercises").path
    let library = ExerciseLibrary(folders: [folder])
    let exercise = try #require(library.load("chatbot-model-analysis").exercise)
    let opened = OpenedExercise(exercise)
    let graded = opened.compiled.grade(
      NotebookFile(
        text: "---\nexercise: \(exercise.id)\n---\n## 1.2.1\n```reckon\n\(statements)\n```\n",
        name: "a.answers.md"))
    return CheckText(width: 80, unicode: true, rows: rows).lines(
      graded.grader.report(), opened: opened, file: "a.answers.md", problems: graded.problems
    ).map(\.plain).joined(separator: "\n")
  }

  @Test func theMessageOfALineWithAMistakeIsSaidOnce() throws {
    let text = try check("carbon_intensity = = 2 g/kWh", rows: 60)
    #expect(text.components(separatedBy: "`=` was not expected here.").count == 2, "\(text)")
    #expect(text.contains("carbon_intensity = = 2 g/kWh"))
  }

  @Test(arguments: [20, 60])
  func theSameMistakeInManyLinesIsSaidOnceAndWhole(_ rows: Int) throws {
    let text = try check(
      (1...8).map { "a\($0) = carbon_intensity * \($0)" }.joined(separator: "\n"), rows: rows)
    #expect(text.components(separatedBy: "`carbon_intensity` is not known").count == 2, "\(text)")
    #expect(text.contains(rows == 20 ? ":6, 7, 8, 9, 10, 11 and 2 more: " : "The same in lines 7,"))
    #expect(!text.contains("known: it is no…"))
  }
}

@Suite struct ReportChangesTests {
  private func report(_ answers: [(String, Verdict, Double)]) -> ExerciseReport {
    let reports = answers.map { name, verdict, share in
      AnswerReport(name: name, verdict: verdict, share: share, message: "")
    }
    return ExerciseReport(
      exercise: "lamp",
      questions: [
        QuestionReport(
          id: "1", title: "", score: answers.reduce(0) { $0 + $1.2 }, maximum: 9,
          answers: reports, waiting: 0, isPractice: false)
      ])
  }

  @Test func whatTurnedRightOrWrongIsNamed() {
    let before = report([
      ("a", .wrong, 0), ("b", .correct, 1), ("c", .unanswered, 0), ("d", .unitMissing, 0.5),
      ("e", .correct, 1), ("f", .unanswered, 0), ("g", .wrong, 0),
    ])
    let after = report([
      ("a", .correct, 1), ("b", .wrong, 0), ("c", .wrong, 0), ("d", .follows, 1),
      ("e", .unanswered, 0), ("f", .unchecked, 0), ("g", .wrong, 0),
    ])
    let changes = ReportChanges(from: before, to: after)
    #expect(
      changes.text.plain
        == "a, d are right now; b is no longer right; c is not right yet; f is noted; e is gone; "
        + "2 points, 2.5 before")
  }

  @Test func whereNothingChangedThatIsSaid() {
    let same = report([("a", .wrong, 0), ("b", .correct, 1)])
    let changes = ReportChanges(from: same, to: same)
    #expect(changes.isEmpty)
    #expect(changes.text.plain == "no answer changed")
    // Right by itself, and no longer only on what came before.
    let follows = report([("a", .wrong, 0), ("b", .follows, 1)])
    #expect(ReportChanges(from: follows, to: same).right.isEmpty)
  }
}

@Suite struct CheckJSONTests {
  private func lamp(due: String? = nil) -> OpenedExercise {
    OpenedExercise(Exercise(id: "lamp", title: "Lamp", file: "lamp.md", due: due))
  }

  @Test func messageOfACriterionSaysItsWrongFigures() {
    var answer = AnswerReport(name: "1.3", verdict: .unchecked, share: 0, message: "Noted.")
    var criterion = CriterionReport(
      id: "figures", kind: .figures, met: true, points: 1, message: "2 figures agree.")
    criterion.contradictions = ["You give A 3 t."]
    answer.criteria = [criterion]
    let text = CheckJSON.value(
      ExerciseReport(
        exercise: "lamp",
        questions: [
          QuestionReport(
            id: "1.3", title: "", score: 0, maximum: 1, answers: [answer], waiting: 0,
            isPractice: false)
        ]), opened: lamp()
    ).text
    #expect(text.contains(#""message": "2 figures agree. You give A 3 t.", "contradictions": ["#))
  }

  @Test func dueAndLateAndQuestionsAskedAreThere() throws {
    let report = ExerciseReport(
      exercise: "lamp",
      questions: ["1.1", "1.2"].map {
        QuestionReport(
          id: $0, title: "", score: 0, maximum: 1, answers: [], waiting: 0, isPractice: false)
      })
    let time = try #require(Moment("2030-12-02T08:00:00Z"))
    let text = CheckJSON.value(
      report, opened: lamp(due: "2030-12-01T23:59:00+01:00"), late: ["1.2": time],
      asked: [
        AskedQuestion(question: "1.1", time: time, text: "Why \"so\"?"),
        AskedQuestion(question: nil, time: nil, text: "And?"),
      ]
    ).text
    #expect(text.contains(#""waiting": 0, "due": "2030-12-01T23:59:00+01:00", "questions": ["#))
    #expect(text.contains(#"{"id": "1.1", "score": 0, "maxScore": 1, "answers""#))
    #expect(text.contains(#"{"id": "1.2", "score": 0, "maxScore": 1, "late": true, "answers""#))
    #expect(
      text.hasSuffix(
        #""questionsAsked": [{"question": "1.1", "time": "2030-12-02T08:00:00Z", "#
          + #""text": "Why \"so\"?"}, {"question": null, "time": null, "text": "And?"}]}"#))
  }
}
