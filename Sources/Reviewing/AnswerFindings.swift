import Exercises
import Gradebook
import Grading
import NotebookGrading
import Submissions
import TextAnalysis

/// What a machine reads in a student's answer, word by word, with the student's own values where
/// these were credited.
public struct AnswerFindings {
  private let grader: SubmissionGrader
  private let notebooks: (String) -> [(name: String, text: String)]

  /// - Parameters:
  ///   - grader: opens the exercises.
  ///   - notebooks: those of a student, by key.
  public init(
    _ grader: SubmissionGrader, notebooks: @escaping (String) -> [(name: String, text: String)]
  ) {
    self.grader = grader
    self.notebooks = notebooks
  }

  /// What was found in an answer.
  public struct Found: Sendable {
    /// The text word by word.
    public var pieces: [TextPiece] = []
    /// What reviewers are told of criteria, by id, and students are not: what the author asks a person
    /// to look for, or what was looked for and not found.
    public var notes: [String: String] = [:]
  }

  /// Nil where the exercise is not at hand, or the question asks for no text.
  public func found(in work: ReviewedWork) -> Found? {
    guard let text = work.text, let opened = grader.exercise(work.exercise),
      let question = opened.exercise.question(work.question),
      case .text(let spec) = question.body
    else { return nil }
    let submission = Submission(
      notebooks: notebooks(work.student).map { .init(name: $0.name, text: $0.text) })
    let graded = grader.grade(submission).first { $0.exercise == work.exercise }?.graded
    guard let graded,
      let found = graded.report.questions.first(where: { $0.id == work.question })?.answers.first
    else { return nil }
    let compiled = graded.opened.compiled
    let reports = found.criteria ?? []
    var notes: [String: String] = [:]
    for criterion in spec.criteria {
      let missed = reports.first { $0.id == criterion.id && $0.met == false }?.notFound ?? []
      switch criterion.kind {
      case .person(let rubric): notes[criterion.id] = rubric
      case .mentions(let lists):
        // Of what means the same, one word tells.
        let terms = lists.filter { missed.contains($0.joined(separator: ", ")) }
          .compactMap(\.first)
        if !terms.isEmpty { notes[criterion.id] = ReviewWording.notFound(terms, areWords: true) }
      case .figures:
        if !missed.isEmpty { notes[criterion.id] = ReviewWording.notFound(missed, areWords: false) }
      }
    }
    let pieces = TextReading(
      text, to: TextQuestion.of(spec, question, compiled), compiled,
      in: graded.notebook.sheet.units
    ).pieces(reports)
    return Found(pieces: pieces, notes: notes)
  }
}
