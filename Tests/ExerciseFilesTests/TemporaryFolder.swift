import ExerciseFiles
import Foundation

@testable import Exercises
@testable import Files

/// The exercises that ship with Reckon.
let shippedFolder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Exercises").path

/// A folder of its own for a test, gone afterwards.
final class TemporaryFolder {
  let path: String

  init() throws {
    let url = FileManager.default.temporaryDirectory
      .appendingPathComponent("reckon-exercises-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  @discardableResult
  func write(_ text: String, to name: String) throws -> String {
    try write(Array(text.utf8), to: name)
  }

  @discardableResult
  func write(_ bytes: [UInt8], to name: String) throws -> String {
    let url = URL(fileURLWithPath: path + "/" + name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
    return url.path
  }

  func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: path + "/" + name, withDestinationPath: target)
  }
}

/// Reads the text as an exercise in a folder of its own.
func load(_ text: String) throws -> LoadedExercise {
  let folder = try TemporaryFolder()
  return ExerciseLoader().load(path: try folder.write(text, to: "exercise.md"))
}

/// A sound front matter of five lines, and what follows it.
func withFrontMatter(_ body: String) -> String {
  "---\nreckon: 1\nid: test\ntitle: Test\n---\n" + body
}

/// A sound exercise whose one question has the block given.
func withQuestion(_ block: String) -> String {
  withFrontMatter("## 1.1 Question\n\n```question\n" + block + "\n```\n")
}

extension LoadedExercise {
  /// `id:line` of each problem.
  var summary: [String] {
    problems.map { "\($0.diagnostic.id):\($0.line)" }
  }
}
