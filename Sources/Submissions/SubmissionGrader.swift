import Dates
import Exercises
import Formulas
import Grading
import NotebookFiles
import NotebookGrading

/// Grades what students have handed in, each exercise opened once. It reads no clock: a class is
/// graded after the due date, whenever that is done.
public final class SubmissionGrader {
  /// A notebook with what became of it.
  public struct Work {
    public var name: String
    /// The exercise it is for; nil where that cannot be told.
    public var exercise: String?
    public var standing: Standing
    /// Why it has no grade, or a note on it; a sentence.
    public var remark: String?
    public var graded: Graded?

    init(_ name: String, _ standing: Standing, exercise: String? = nil, remark: String? = nil) {
      self.name = name
      self.exercise = exercise
      self.standing = standing
      self.remark = remark
    }
  }

  /// What a grade is made of.
  public struct Graded {
    public var opened: OpenedExercise
    public var file: NotebookFile
    public var notebook: GradedNotebook
    public var report: ExerciseReport
    public var submitted: SubmissionTime?
    /// By the learning platform's clock; nil where there is no time or no due date.
    public var isLate: Bool?
    /// When questions were first changed after the due date, by what the notebook says.
    public var edits: [String: Moment]
  }

  private let find: (String) -> OpenedExercise?
  /// The exercises asked for; nil for all.
  private let wanted: Set<String>?
  private var opened: [String: OpenedExercise?] = [:]

  /// - Parameters:
  ///   - wanted: ids of the exercises that are graded; nil for all that there are.
  ///   - open: the exercise of an id, from a place that no student writes to.
  public init(only wanted: Set<String>? = nil, open: @escaping (String) -> OpenedExercise?) {
    self.wanted = wanted
    find = open
  }

  /// The exercise of an id; nil where there is none.
  public func exercise(_ id: String) -> OpenedExercise? {
    if let known = opened[id] { return known }
    let found = find(id)
    opened[id] = .some(found)
    return found
  }

  /// Why a notebook for an exercise is not graded here; nil where it is.
  public func refusal(of exercise: String) -> String? {
    if let wanted, !wanted.contains(exercise) {
      return SubmissionWording.otherExercise(exercise, wanted: wanted.sorted())
    }
    return self.exercise(exercise) == nil ? SubmissionWording.unknownExercise(exercise) : nil
  }

  /// What becomes of each notebook, in their order.
  public func grade(_ submission: Submission) -> [Work] {
    let files = submission.notebooks.map { NotebookFile(text: $0.text, name: $0.name) }
    let exercises = files.map { NotebookIdentity($0, name: $0.name).exercise }
    // Of several for one exercise the last counts.
    var counting: [String: Int] = [:]
    for (index, exercise) in exercises.enumerated() {
      if case .success(let id) = exercise { counting[id] = index }
    }
    return files.enumerated().map { index, file in
      switch exercises[index] {
      case .failure(let fault): return Work(file.name, Standing(fault), remark: fault.sentence)
      case .success(let id):
        if let refusal = refusal(of: id) {
          return Work(file.name, .wrongExercise, exercise: id, remark: refusal)
        }
        guard counting[id] == index else {
          let other = counting[id].map { files[$0].name } ?? ""
          return Work(
            file.name, .duplicate, exercise: id, remark: SubmissionWording.duplicate(of: other))
        }
        guard let opened = exercise(id) else { preconditionFailure("refused if not there") }
        return grade(
          file, by: opened, submitted: submission.notebooks[index].submitted ?? submission.submitted
        ) { counting[$0].map { files[$0] } }
      }
    }
  }

  private func grade(
    _ file: NotebookFile, by opened: OpenedExercise, submitted: SubmissionTime?,
    other: (String) -> NotebookFile?
  ) -> Work {
    let notebook = opened.compiled.grade(
      file, ownRequired: opened.requiredAnswers(from: other).own, isPastDue: true,
      memory: ClassMemory.of(opened.compiled))
    let report = notebook.report()
    let exercise = opened.exercise
    let isEmpty = !report.questions.contains { $0.isStarted || $0.isSkipped }
    let takenBack = notebook.takenBack
    var said = takenBack.map(\.remark.diagnostic.message)
    if isEmpty {
      let hasText = notebook.remarks.count > takenBack.count
      said.insert(SubmissionWording.empty(hasText: hasText), at: 0)
    }
    var work = Work(
      file.name, isEmpty ? .empty : .graded, exercise: exercise.id,
      remark: said.isEmpty ? nil : said.joined(separator: " "))
    let isLate = exercise.dueMoment.flatMap { due in
      submitted.map { $0.instant(east: exercise.dueOffset ?? 0) > due }
    }
    work.graded = Graded(
      opened: opened, file: file, notebook: notebook, report: report, submitted: submitted,
      isLate: isLate, edits: file.late(after: exercise.dueMoment))
    return work
  }
}
