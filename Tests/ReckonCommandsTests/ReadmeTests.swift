import Foundation
import Testing

/// The README shows what the program really does.
@Suite struct ReadmeTests {
  private let root = PageSession.root

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
    #expect(try PageSession("chatbot-model-analysis").typing(shown) == shown)
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
