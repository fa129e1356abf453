import Dates
import ExerciseFiles
import Foundation
import GRDB
import NotebookGrading
import ShippedExercises
import Submissions
import TerminalTesting

@testable import Gradebook

/// A folder with a class's notebooks and its gradebook.
package final class TestClass {
  package let folder: TemporaryFolder
  package var version = "1"
  package var roster: Roster?
  package var times: Roster?
  package var wanted: Set<String>?
  package var gradesAll = false
  package var suspects: Set<String> = []
  package var failures: Set<String> = []
  package var now = Moment(seconds: 1_733_100_000)

  package init() throws { folder = try TemporaryFolder() }

  package var root: String { folder.path + "/class" }
  package var bookPath: String { folder.path + "/gradebook.sqlite" }

  package static func notebook(
    _ statements: String, exercise: String = "chatgpt-footprint", id: String = "",
    header: String = ""
  ) -> String {
    """
    ---
    reckon: 1
    exercise: \(exercise)
    student: {id: "\(id)", name: ""}
    \(header)
    ---
    ```reckon
    \(statements)
    ```
    """
  }

  package static let right =
    ShippedExercises.answers["chatgpt-footprint"] ?? ""

  package func write(_ text: String, to name: String) throws {
    try write(Array(text.utf8), to: name)
  }

  package func write(_ bytes: [UInt8], to name: String) throws {
    let path = root + "/" + name
    try FileManager.default.createDirectory(
      atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(filePath: path))
  }

  package func remove(_ name: String) throws {
    try FileManager.default.removeItem(atPath: root + "/" + name)
  }

  /// Exercises beside the shipped ones.
  private var own: String { folder.path + "/exercises" }

  package func add(exercise text: String, as id: String) throws {
    try FileManager.default.createDirectory(atPath: own, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(filePath: "\(own)/\(id).md"))
  }

  @discardableResult
  package func grade(threads: Int = 2) throws -> GradingRun.Outcome {
    var run = GradingRun(
      try Gradebook(path: bookPath), sources: [SubmissionSource(root)], threads: threads,
      version: version, now: now, open: opener)
    run.roster = roster
    run.times = times
    run.wanted = wanted
    run.gradesAll = gradesAll
    run.suspects = suspects
    run.failures = failures
    return try run.run { _ in }
  }

  /// An exercise that was added, or a shipped one.
  package func opened(_ id: String) -> OpenedExercise? { opener(id) }

  private var opener: @Sendable (String) -> OpenedExercise? {
    { [own] id in
      let library = ExerciseLibrary(folders: [own, ShippedExercises.folder])
      return library.load(id).exercise.map { exercise in
        OpenedExercise(
          exercise, required: library.required(by: exercise).compactMap(\.exercise))
      }
    }
  }

  /// The rows of a query, a line each.
  package func rows(_ sql: String) throws -> [String] {
    try Gradebook(path: bookPath).read { db in
      try Row.fetchAll(db, sql: sql).map { row in
        row.databaseValues.map { $0.isNull ? "-" : "\($0.storage.value.map { "\($0)" } ?? "-")" }
          .joined(separator: " | ")
      }
    }
  }

  /// All that the gradebook holds, changes left out: their times are those of the runs.
  package func contents() throws -> [String] {
    let tables = [
      "exercise", "question", "option", "student", "file", "notebook", "grade", "mark", "answer",
      "criterion", "asked",
    ]
    return try tables.flatMap { table in try rows("SELECT * FROM \(table)").map { "\(table) \($0)" }
    }
  }

  package func standings() throws -> [String] {
    try rows("SELECT substr(path, length(root) + 2), student, standing FROM file ORDER BY path")
  }
}
