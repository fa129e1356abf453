import Diagnostics
import ExerciseFiles
import Fuzzing
import NotebookFiles
import NotebookGrading

/// The parts are an exercise's file, the table `table.csv` beside it, and its `course.md`. What is
/// wrong is told at a line that is there; what is sound is compiled, and grades an empty notebook.
fuzz { input in
  let parts = input.parts
  InputFolder.clear()
  for (name, part) in zip(["table.csv", "course.md"], parts.dropFirst()) {
    _ = InputFolder.write(part, to: name)
  }
  let loaded = ExerciseLoader().load(path: InputFolder.write(parts[0], to: "fuzzed.md"))
  let course = parts.count > 2 ? CourseLoader().load(path: InputFolder.path + "/course.md") : nil
  for problem in loaded.problems + (course?.problems ?? []) {
    hold(!problem.diagnostic.message.isEmpty, "\(problem.diagnostic.id) is told")
    hold(problem.line >= 1 && problem.line <= input.count + 1, "\(problem.line) is a line")
  }
  guard loaded.isSound, let exercise = loaded.exercise else { return }
  let opened = OpenedExercise(exercise, course: course?.course)
  let file = NotebookFile(exercise: exercise.id, title: exercise.title, name: "fuzzed.answers.md")
  let report = opened.compiled.grade(file).report()
  hold(report.score == 0, "an empty notebook earns nothing")
  hold(report.maximum.isFinite && report.maximum >= 0, "\(report.maximum) points can be had")
}
