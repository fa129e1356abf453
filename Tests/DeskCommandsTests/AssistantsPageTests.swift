import Foundation
import TerminalTesting
import Testing

/// The assistant's guide shows what the program really does: after a `$`, what a command prints, and in
/// a block called `screen`, what stands in the window once the keys of its second line are pressed.
@Suite struct AssistantsPageTests {
  /// A command of the page with what is shown below it.
  private struct Step {
    var command: String
    /// Of a screen; nil where the command prints and ends.
    var keys: [String]?
    var shown: String
  }

  private static func steps(of page: String) -> [Step] {
    var steps: [Step] = []
    var block: String?
    for line in page.components(separatedBy: "\n") {
      if line.hasPrefix("```") {
        block = block == nil ? String(line.dropFirst(3)) : nil
      } else if block == "console" || block == "screen", line.hasPrefix("$ ") {
        steps.append(
          Step(command: String(line.dropFirst(2)), keys: block == "screen" ? [] : nil, shown: ""))
      } else if block == "screen", steps.last?.keys == [] {
        steps[steps.count - 1].keys = line.split(separator: " ").map(String.init)
      } else if block == "console" || block == "screen", !steps.isEmpty {
        steps[steps.count - 1].shown += line + "\n"
      }
    }
    return steps
  }

  /// With `RECKON_RECORD_PAGES` in the environment, the page is written anew with what comes out.
  @Test func theCommandsPrintWhatIsShown() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let file = root.appending(path: "docs/assistants.md")
    var page = try String(contentsOf: file, encoding: .utf8)
    let desk = try Desk()
    let steps = Self.steps(of: page)
    for step in steps {
      let found =
        try step.keys.map { try screen(step.command, $0, desk) } ?? desk.shell(step.command)
      #expect(found == step.shown, "\(step.command)")
      let head = "$ \(step.command)\n" + (step.keys.map { $0.joined(separator: " ") + "\n" } ?? "")
      page = page.replacing(head + step.shown, with: head + found, maxReplacements: 1)
    }
    #expect(steps.count > 12)
    if ProcessInfo.processInfo.environment["RECKON_RECORD_PAGES"] != nil {
      try page.write(to: file, atomically: true, encoding: .utf8)
    }
  }

  /// What stands in the window of a command after keys.
  private func screen(_ command: String, _ keys: [String], _ desk: Desk) throws -> String {
    let words = command.split(separator: " ").map(String.init)
    let terminal = try desk.terminal(Array(words.dropFirst()))
    for key in keys {
      try terminal.expect("? keys")
      terminal.settle()
      try terminal.send(key)
    }
    try terminal.expect("? keys")
    terminal.settle()
    // A line's end is one character with what stands before it.
    let drawn = String(decoding: terminal.output.filter { $0 != 0x0D }, as: UTF8.self).components(
      separatedBy: "\u{1B}[H")
    let lines = (drawn.last ?? "").replacing(/\u{1B}\[[0-9;]*[A-Za-z]/, with: "")
      .components(separatedBy: "\n").map { $0.replacing(/\ +$/, with: "") }
    let last = lines.lastIndex { !$0.isEmpty } ?? 0
    return lines[...last].map { $0 + "\n" }.joined()
  }
}
