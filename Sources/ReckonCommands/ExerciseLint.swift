import Dates
import Diagnostics
import ExerciseFiles
import Exercises
import Files
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
      (exercise.due, exercise.dueLine) = (loaded.due, loaded.dueLine)
      return (formulaProblems(of: OpenedExercise(exercise, problems: loaded.problems)), true)
    }
    let loaded = context.library.load(target, for: context.command)
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
      + ExerciseCheck(opened.compiled).untoldNames()
    return problems
      + found.enumerated().sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }
      .map(\.element)
  }

  private func formulaProblems(of opened: OpenedExercise) -> [LocatedDiagnostic] {
    let all = opened.required + [opened.compiled]
    return
      (opened.problems + pastDue(opened.exercise)
      + all.flatMap { ExerciseCheck($0).formulaProblems() }).eachOnce
  }

  /// Of a date by which nobody can hand in any more, where the file itself says it.
  private func pastDue(_ exercise: Exercise) -> [LocatedDiagnostic] {
    let clock = WallClock.system
    guard let line = exercise.dueLine, let due = exercise.dueMoment, due < clock.now() else {
      return []
    }
    let said = DateWording.due(due, now: clock.now(), in: clock.zone)
    return [
      LocatedDiagnostic(
        CommandWording.pastDue(said), in: SourceText("", name: exercise.file, firstLine: line))
    ]
  }
}
