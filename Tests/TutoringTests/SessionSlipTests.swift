import Foundation
import Testing

@testable import NotebookFiles
@testable import NotebookGrading
@testable import Tutoring

/// What hurried people do, and what must not come of it.
@Suite struct SessionSlipTests {
  @Test func aSlipInTheUnitIsToldAndAskedForAgain() throws {
    let harness = try SessionHarness()
    harness.type("power = 0.06")
    let shown = harness.type("kw")
    #expect(shown.contains("`kW`"))
    #expect(harness.prompt.contains("unit?"))
    #expect(harness.type("1 kW").contains("✓ power  Right."))
    #expect(harness.file.contains("power = 0.06 kW"))
  }

  @Test(arguments: [false, true])
  func aPastedFunctionMayHaveADocstringAndEmptyLines(isInteractive: Bool) throws {
    let harness = try SessionHarness(isInteractive: isInteractive)
    if isInteractive { _ = harness.terminal.interrupt() }
    let lines = [
      "def heat(power, duration):", "    \"\"\"What it gives off.\"\"\"", "",
      "    energy = power * duration", "", "    return energy",
    ]
    for line in lines.dropLast() { harness.type(line, isPasted: true) }
    #expect(harness.type("    return energy").contains("✓ heat  Right"))
    #expect(!harness.type(":vars").contains("energy = power"))
    #expect(harness.file.contains("    return energy"))
  }

  @Test func twoEmptyLinesEndWhatWasLeftOpen() throws {
    let harness = try SessionHarness()
    harness.type(lines: ["(1 + 2", ""])
    #expect(harness.prompt.contains("…"))
    #expect(harness.type("").contains("is not closed"))
    #expect(harness.prompt.hasPrefix("1.1"))
  }

  @Test func aMisspeltAnswerIsPointedOut() throws {
    let harness = try SessionHarness()
    #expect(harness.type("powr = 60 W").contains("`power`, if that is what you meant"))
    #expect(!harness.type("lamp_count = 5").contains("answers no question"))
    harness.type("power = 60 W")
    #expect(!harness.type("powe = 60 W").contains("answers no question"))
  }

  @Test(arguments: [
    ("Power", "`power`"), ("POWER", "`power`"), ("power_", "`power`"), ("powers", "`power`"),
    ("power2", "`power`"), ("Lamp_days", "`lamp_days`"), ("lampDays", "`lamp_days`"),
    ("lamp_day", "`lamp_days`"), ("lampdays", "`lamp_days`"),
  ])
  func aNameSpeltLikeAnotherIsPointedOutOnce(_ name: String, _ other: String) throws {
    let harness = try SessionHarness()
    harness.type(lines: ["power = 50 W", "lamp_days = 365"])
    #expect(harness.type("\(name) = 3").contains("try: \(other), if that is what you meant"))
    #expect(harness.file.contains("\(name) = 3"))
    #expect(!harness.type("\(name) = 4").contains("if that is what you meant"))
  }

  @Test func anAnswerBesideANameSpeltLikeItIsPointedOut() throws {
    let harness = try SessionHarness()
    harness.type("Power = 60 W")
    let shown = harness.type("power = 60 W").replacing("\n", with: " ")
    #expect(shown.contains("`Power`, which you have too, is another name"))
    #expect(shown.contains("✓ power"))
  }

  @Test(arguments: [
    "T_out = 3 s", "lamp_days2 = 4", "lamp_hours = 4", "my_lamp_days = 4", "t1 = 4", "powder = 5",
  ])
  func aNameOfItsOwnIsTakenInSilence(_ line: String) throws {
    let harness = try SessionHarness()
    harness.type(lines: ["power = 60 W", "lamp_days = 365", "t_out = 5", "T1 = 3"])
    #expect(!harness.type(line).contains("name"))
  }

  @Test func aFormulaTypedAtATextQuestionIsComputed() throws {
    let harness = try SessionHarness()
    harness.type(":goto 1.7")
    #expect(harness.type("power = 60 W").contains("✓ power"))
    #expect(harness.type("power").contains("60 W"))
    #expect(harness.type("Lamps = heat, one could say.").contains("1 sentence,"))
    #expect(!harness.section("1.7").contains("power"))
  }

  @Test func aCommentTypedWithAFormulaIsKept() throws {
    let harness = try SessionHarness()
    harness.type("power = 60 W  # from the label")
    #expect(harness.file.contains("power = 60 W  # from the label"))
  }

  @Test func clearingAQuestionKeepsNamesOfOnesOwn() throws {
    let harness = try SessionHarness()
    harness.type(lines: ["lamps = 5", "power = 60 W", "hours = 1000 h", "energy = power * hours"])
    #expect(
      harness.type(":reset").replacing("\n", with: " ")
        .contains("energy cannot be computed now: `power` is not known"))
    #expect(harness.file.contains("lamps = 5"))
    #expect(!harness.file.contains("power = 60 W"))
    harness.type(":undo")
    #expect(harness.file.contains("power = 60 W"))
  }

  @Test func bytesThatAreNoTextAreKeptInACopy() throws {
    let harness = try SessionHarness()
    let bytes = Data("## 1.1\nd\u{E9}j\u{E0}\n".unicodeScalars.map { UInt8($0.value) })
    try bytes.write(to: URL(filePath: harness.path))
    let session = try harness.another()
    #expect(session.welcome().map(\.plain).joined().contains(".original"))
    #expect(!FileManager.default.fileExists(atPath: harness.path + ".original"))
    _ = session.handle("power = 60 W")
    #expect(try Data(contentsOf: URL(filePath: harness.path + ".original")) == bytes)
    #expect(harness.file.contains("power = 60 W"))
  }

  @Test func aBlockOfTwentyThousandLinesIsRead() throws {
    let lines = (0..<9000).map { "value_of_number_\($0 % 50) = \($0)" }.joined(separator: "\n")
    let harness = try SessionHarness(
      notebook: "## 1.1\n```reckon\n\(lines)\npower = 60 W\n```\n")
    #expect(harness.type("power").contains("60 W"))
  }

  @Test func idAndNameCanBeGivenAnew() throws {
    let harness = try SessionHarness(isInteractive: true)
    harness.type(lines: ["1234", "Ada", ":student", "4321", "Ada Lovelace"])
    #expect(harness.file.contains("\"4321\""))
    #expect(harness.file.contains("Ada Lovelace"))
  }
}
