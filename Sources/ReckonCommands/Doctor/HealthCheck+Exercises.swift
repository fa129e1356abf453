import ExerciseFiles
import Files

extension HealthCheck {
  static let exercises = HealthCheck(id: "exercises", title: "Exercises") { context in
    let library = context.library
    if let missing = library.folders.first(where: { !FileSystem.isFolder($0) }) {
      return DoctorWording.noFolder(missing)
    }
    let count = library.list().count
    let home = Executable.path.map { FileSystem.folder(of: FileSystem.folder(of: $0)) } ?? ""
    return count == 0
      ? DoctorWording.noExercises(library.folders, home: home)
      : DoctorWording.exercises(count, in: library.folders)
  }

  static let loading = HealthCheck(id: "loading", title: "Their files") { context in
    let library = context.library
    let faulty =
      library.list().map(\.path).filter { hasErrors($0, context) }
      + library.folders.flatMap(ExerciseLibrary.unreadable)
    return faulty.isEmpty ? DoctorWording.allLoad : DoctorWording.faulty(faulty)
  }

  private static func hasErrors(_ path: String, _ context: ExerciseContext) -> Bool {
    let loaded = context.library.load(path)
    guard let exercise = loaded.exercise, !exercise.questions.isEmpty else { return true }
    return context.assemble(exercise, course: loaded.course, problems: loaded.problems).problems
      .contains { $0.diagnostic.severity == .error }
  }
}
