import Diagnostics
import ExerciseFiles
import Exercises
import Grading
import NotebookGrading
import Tutoring

/// All that is wrong with an author's file, for `lint`, and for `preview` while it is written.
struct ExerciseLint {
  private let context: ExerciseContext

  init(_ context: ExerciseContext) { self.context = context }

  /// What is wrong with an exercise or a course, and whether there is one to read.
  func problems(of target: String) -> (problems: [LocatedDiagnostic], isReadable: Bool) {
    if target == "course.md" || target.hasSuffix("/course.md") {
      let loaded = CourseLoader().load(path: target)
      guard let course = loaded.course else { return (loaded.problems, true) }
      // What it declares, all its exercises use.
      var exercise = Exercise(id: "course", title: course.title, file: course.file)
      exercise.adopt(course)
      return (formulaProblems(of: OpenedExercise(exercise, problems: loaded.problems)), true)
    }
    let loaded = context.library.load(target)
    guard let exercise = loaded.exercise else { return (loaded.problems, false) }
    return (
      problems(of: context.assemble(exercise, course: loaded.course, problems: loaded.problems)),
      true
    )
  }

  /// What is wrong with an exercise that has been read. Its model answers are tried once its
  /// formulas are sound.
  func problems(of opened: OpenedExercise) -> [LocatedDiagnostic] {
    let problems = formulaProblems(of: opened)
    guard !problems.contains(where: { $0.diagnostic.severity == .error }) else { return problems }
    let found =
      QuestionCharts.problems(in: opened.compiled)
      + ExerciseCheck(opened.compiled).modelAnswerProblems()
    return problems
      + found.enumerated().sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }
      .map(\.element)
  }

  private func formulaProblems(of opened: OpenedExercise) -> [LocatedDiagnostic] {
    let all = opened.required + [opened.compiled]
    return (opened.problems + all.flatMap { ExerciseCheck($0).formulaProblems() }).eachOnce
  }
}
