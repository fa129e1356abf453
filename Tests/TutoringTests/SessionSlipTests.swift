import Foundation
import Testing

/// Notebooks that no transcript can hold: bytes that are no text, and very many lines.
@Suite struct SessionSlipTests {
  @Test func bytesThatAreNoTextAreKeptInACopy() throws {
    let harness = try SessionHarness()
    let bytes = Data("## 1.1\nd\u{E9}j\u{E0}\n".unicodeScalars.map { UInt8($0.value) })
    try bytes.write(to: URL(filePath: harness.path))
    try harness.reopen()
    #expect(harness.welcome.contains(".original"))
    #expect(!FileManager.default.fileExists(atPath: harness.path + ".original"))
    harness.type("power = 60 W")
    #expect(try Data(contentsOf: URL(filePath: harness.path + ".original")) == bytes)
    #expect(harness.file.contains("power = 60 W"))
  }

  @Test func aBlockOfThousandsOfLinesIsRead() throws {
    let lines = (0..<9000).map { "value_of_number_\($0 % 50) = \($0)" }.joined(separator: "\n")
    let harness = try SessionHarness(
      notebook: "## 1.1\n```reckon\n\(lines)\npower = 60 W\n```\n")
    #expect(harness.type("power").contains("60 W"))
  }

  @Test(arguments: [
    ("used = power * hours", "1.2", "try: `energy = power * hours`"),
    ("power * hours", "1.2", "try: `energy = power * hours`"),
    ("60 W", "1.1", "try: `power = 60 W`"),
  ])
  func whatWouldAnswerUnderTheRightNameIsToldSo(
    _ line: String, _ question: String, _ offer: String
  ) throws {
    let harness = try SessionHarness()
    if question == "1.2" { harness.type(lines: ["power = 60 W", "hours = 1000 h", ":next"]) }
    let said = harness.type(line)
    #expect(said.contains("This answers nothing yet: \(question) asks for"))
    #expect(said.contains(offer))
  }

  @Test(arguments: [
    "lamp_power = 60 W", "used = power * hours / 2", "1000", "energy = power * hours",
  ])
  func anotherQuantityIsNotTakenForAnAnswer(_ line: String) throws {
    let harness = try SessionHarness()
    if line.contains("hours") { harness.type(lines: ["power = 60 W", "hours = 1000 h", ":next"]) }
    #expect(!harness.type(line).contains("This answers nothing yet"))
  }

  @Test func aNumberWithoutUnitIsNamedByTheNameThatItHas() throws {
    let harness = try SessionHarness()
    harness.type(lines: ["power = 60 W", "hours = 1000 h", "lamp = 60", "energy = lamp * hours"])
    #expect(
      harness.type("energy = lamp * hours").contains(
        "`lamp` has no unit"))
  }
}
