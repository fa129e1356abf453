import ExerciseFiles
import Foundation
import TerminalTesting
import Testing
import TutorTerminal

@testable import Files
@testable import NotebookGrading
@testable import TextLayout
@testable import Tutoring

/// A session at the prompt as pages show it, line by line: what was typed behind each prompt, and what
/// came of it.
struct PageSession {
  private let session: TerminalSession
  private let folder: TemporaryFolder

  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  /// - Parameter id: of a shipped exercise.
  init(_ id: String) throws {
    let loaded = ExerciseLoader().load(path: Self.root + "/Exercises/\(id).md")
    let exercise = try #require(loaded.exercise)
    folder = try TemporaryFolder()
    session = TerminalSession(
      Session(
        OpenedExercise(exercise), notebook: folder.path + "/\(id).answers.md",
        environment: Session.Environment(isInteractive: true, unicode: true)),
      screen: TerminalSession.Screen(unicode: true, colour: false, width: { 80 }))
    _ = session.interrupt()
  }

  /// What stands on the screen once the lines that a transcript shows were typed.
  func typing(_ shown: [String]) -> [String] {
    var said: [String] = []
    for line in shown {
      guard let typed = Self.typed(in: line) else { continue }
      said.append(session.prompt.plain + typed)
      said += handle(typed)
    }
    return said
  }

  /// What comes of a line; the notebook lies in the folder where the session was started.
  func handle(_ line: String) -> [String] {
    session.handle(line).map { $0.plain.replacing(folder.path + "/", with: "") }
  }

  /// What a person typed in a line of a transcript.
  private static func typed(in line: String) -> String? {
    for sign in [" › ", "  unit? "] {
      if let range = line.range(of: sign), line.first?.isNumber == true || sign.contains("unit") {
        return String(line[range.upperBound...])
      }
    }
    return nil
  }
}
