import Foundation
import TerminalTesting
import Testing

/// The assistant's guide shows what the program really does.
@Suite struct AssistantsPageTests {
  @Test func theCommandsPrintWhatIsShown() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let page = try String(
      contentsOf: root.appending(path: "docs/assistants.md"), encoding: .utf8)
    let desk = try Desk()
    var command: String?
    var shown = ""
    var isInside = false
    var count = 0
    func check() throws {
      guard let command else { return }
      #expect(try desk.shell(command) == shown, "\(command)")
      count += 1
    }
    for line in page.components(separatedBy: "\n") {
      if line.hasPrefix("```") {
        if isInside { try check() }
        isInside = line == "```console"
        command = nil
      } else if isInside, line.hasPrefix("$ ") {
        try check()
        (command, shown) = (String(line.dropFirst(2)), "")
      } else if isInside {
        shown += line + "\n"
      }
    }
    #expect(count > 8)
  }
}
