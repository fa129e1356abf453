import Files
import NotebookGrading

/// What is to grade on another machine.
public struct GraderOrder {
  public var exercises: [OpenedExercise]
  public var program: GraderProgram

  public init(_ exercises: [OpenedExercise], program: GraderProgram) {
    (self.exercises, self.program) = (exercises, program)
  }

  /// Bytes of an exercise's file.
  private static let fileLimit = 64 << 20

  /// The exercises with their tables, their courses and the exercises that they require, each folder
  /// of them in a folder of its own, since names may be the same.
  func exerciseFiles() throws(ExportRefusal) -> [Export.File] {
    var folders: [String] = []
    var files: [Export.File] = []
    var known: Set<String> = []
    func add(_ path: String, of folder: String, isNeeded: Bool) throws(ExportRefusal) {
      let real = FileSystem.realPath(folder.isEmpty ? "." : folder) ?? folder
      let place = folders.firstIndex(of: real) ?? folders.count
      if place == folders.count { folders.append(real) }
      let start = folder.isEmpty || folder.hasSuffix("/") ? folder : folder + "/"
      guard path.hasPrefix(start) else { return }
      let target = "Exercises/\(place + 1)/\(path.dropFirst(start.count))"
      guard known.insert(target).inserted else { return }
      do throws(FileError) {
        let bytes = try FileSystem.read(path, limit: Self.fileLimit).bytes
        files.append(Export.File(path: target, bytes: bytes))
      } catch {
        if isNeeded { throw .missingFile(path) }
      }
    }
    for opened in exercises {
      for exercise in [opened.exercise] + opened.required.map(\.exercise) {
        let folder = FileSystem.folder(of: exercise.file)
        for path in [exercise.file] + exercise.tableFiles {
          try add(path, of: folder, isNeeded: true)
        }
      }
      guard let course = opened.course else { continue }
      let folder = FileSystem.folder(of: course.file)
      try add(course.file, of: folder, isNeeded: true)
      // Pictures among them are not missed.
      for path in course.filesBeside { try add(path, of: folder, isNeeded: false) }
    }
    return files
  }

  /// The program and its libraries.
  func programFiles(in folder: String) -> [Export.File] {
    [Export.File(path: folder + "bin/reckon-desk", bytes: program.main.bytes, isProgram: true)]
      + program.libraries.map { Export.File(path: folder + "lib/\($0.name)", bytes: $0.bytes) }
  }

  /// Options of `reckon grade` that name the exercises, as a shell takes them.
  var exerciseOptions: String {
    // An id has lower-case letters, digits and dashes.
    exercises.map { "--exercise \($0.exercise.id)" }.joined(separator: " ")
  }
}
