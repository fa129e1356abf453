import Foundation
import Testing

@testable import TutorTerminal
@testable import Tutoring

/// `:why`, where a transcript does not do; the others are `Sessions/why-…`.
@Suite struct SessionWhyTests {
  @Test func thePageOfTheLanguageShowsWhatIsShown() throws {
    let path = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../docs/language.md")
    let page = try String(contentsOf: path, encoding: .utf8)
    let block = try #require(
      page.components(separatedBy: "```text\n").dropFirst().first?
        .components(separatedBy: "```").first)
    let harness = try SessionHarness()
    var said = ""
    for line in block.split(separator: "\n") where line.hasPrefix("› ") {
      said += line + "\n" + harness.type(String(line.dropFirst(2))) + "\n"
    }
    #expect(said.contains(":why"))
    #expect(said == block)
  }

  @Test(arguments: [20, 40, 60, 80, 120]) func linesFitTheWindow(_ width: Int) throws {
    let harness = try SessionHarness(width: width)
    let long = (1...14).map { "power_of_lamp_\($0)" }
    harness.type(lines: long.map { "\($0) = 60 W" })
    harness.type(lines: ["hours = 1000 h", "x = (\(long.joined(separator: " + "))) * hours"])
    let lines = harness.terminal.handle(":why x").map(\.plain)
    for line in lines { #expect(line.count <= width) }
    #expect(lines.count <= 40)
  }

  @Test(arguments: [
    String(repeating: "(1 + ", count: 110) + "1" + String(repeating: ")", count: 110),
    Array(repeating: "2 kg", count: 200).joined(separator: " + "),
    Array(repeating: "(1 + 2)", count: 14).joined(separator: " * (2 + 3) + "),
    "range(1000000) * 2", "\"" + String(repeating: "long ", count: 1500) + "\"",
  ]) func aHugeFormulaStaysOnAScreen(_ formula: String) throws {
    let harness = try SessionHarness()
    harness.type("x = \(formula)")
    let lines = harness.type(":why x").split(separator: "\n")
    #expect(lines.count <= 25)
    for line in lines { #expect(line.count <= 80) }
  }

  @Test func tabCompletesNamesAndThenRows() throws {
    let harness = try SessionHarness()
    harness.type(lines: ["power = 60 W", "rooms[\"Energy\"] = rooms[\"Lamps\"] * power * 2 h"])
    func candidates(_ line: String) -> [String] {
      harness.session.completion(of: line, cursor: line.utf8.count).candidates.map(\.text)
    }
    #expect(candidates(":why po") == ["power"])
    #expect(candidates(":why r") == ["rooms[\"Energy\"]"])
    #expect(candidates(":why rooms[\"Energy\"] A") == ["rooms[\"Energy\"] Attic"])
    #expect(candidates(":why hours").isEmpty)
  }
}
