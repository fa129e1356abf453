import Exports
import Files
import ReckonCommands

/// Grading on a platform's machine: one submission, whose results go into a file.
struct AdapterRun {
  let adapter: GraderAdapter
  /// The folder that the platform has prepared.
  let root: String
  /// Ids of exercises.
  let exercises: [String]

  func run(_ context: ExerciseContext) throws(Status) {
    // What was handed in must not bring the exercise that it is graded by.
    let judging = context.forJudging(filesIn: root).silent
    let results = adapter.results(at: root, exercises: exercises) { try? judging.open($0) }
    do throws(FileError) {
      try FileSystem.makeFolder(FileSystem.path(of: GraderAdapter.results.folder, in: root))
      try FileSystem.replace(
        FileSystem.path(of: GraderAdapter.results.file, in: root),
        with: Array((results.text + "\n").utf8))
    } catch {
      context.console.report(error.diagnostic(writing: root))
      throw .io
    }
  }
}
