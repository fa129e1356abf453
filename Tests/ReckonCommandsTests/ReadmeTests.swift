import ExerciseFiles
import Foundation
import TerminalTesting
import Testing
import TutorTerminal

@testable import Files
@testable import NotebookGrading
@testable import TextLayout
@testable import Tutoring

/// The README shows what the program really does.
@Suite struct ReadmeTests {
  private let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  private func blocks(_ language: String) throws -> [[String]] {
    let text = try String(contentsOfFile: root + "/README.md", encoding: .utf8)
    var result: [[String]] = []
    var isInside = false
    for line in text.components(separatedBy: "\n") {
      if isInside {
        if line == "```" { isInside = false } else { result[result.count - 1].append(line) }
      } else if line == "```" + language {
        isInside = true
        result.append([])
      }
    }
    return result
  }

  @Test func theTranscriptIsWhatTheNotebookSays() throws {
    let shown = try #require(try blocks("text").first)
    let loaded = ExerciseLoader().load(path: root + "/Exercises/chatbot-model-analysis.md")
    let exercise = try #require(loaded.exercise)
    let folder = try TemporaryFolder()
    let session = TerminalSession(
      Session(
        OpenedExercise(exercise), notebook: folder.path + "/chatbot-model-analysis.answers.md",
        environment: Session.Environment(isInteractive: true, unicode: true)),
      screen: TerminalSession.Screen(unicode: true, colour: false, width: { 80 }))
    _ = session.interrupt()
    var said: [String] = []
    for line in shown {
      guard let typed = typed(in: line) else { continue }
      said.append(session.prompt.plain + typed)
      said += session.handle(typed).map(\.plain)
    }
    #expect(said == shown)
  }

  /// What a person typed in a line of the transcript.
  private func typed(in line: String) -> String? {
    for sign in [" › ", "  unit? "] {
      if let range = line.range(of: sign), line.first?.isNumber == true || sign.contains("unit") {
        return String(line[range.upperBound...])
      }
    }
    return nil
  }

  @Test func theCommandsPrintWhatIsShown() throws {
    let program = try ReckonProgram.path()
    for block in try blocks("console") {
      var command: String?
      var expected: [String] = []
      func check() throws {
        guard let command else { return }
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = [
          "-c",
          command.replacingOccurrences(of: "reckon ", with: "\"\(program)\" ", options: .anchored),
        ]
        process.currentDirectoryURL = URL(filePath: root)
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        let printed = String(decoding: data, as: UTF8.self)
        #expect(printed == expected.map { $0 + "\n" }.joined(), "\(command)")
      }
      for line in block {
        if line.hasPrefix("$ ") {
          try check()
          command = String(line.dropFirst(2))
          expected = []
        } else {
          expected.append(line)
        }
      }
      try check()
    }
  }
}
