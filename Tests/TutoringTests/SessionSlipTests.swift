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
}
