import ExerciseFiles
import Foundation
import Testing

@testable import NotebookFiles
@testable import NotebookGrading
@testable import Tutoring

/// What hurried people do, and what must not come of it.
@Suite struct SessionSlipTests {
  @Test func aSlipInTheUnitIsToldAndAskedForAgain() throws {
    let desk = try Desk()
    desk.type("power = 0.06")
    let shown = desk.type("kw")
    #expect(shown.contains("`kW`"))
    #expect(desk.prompt.contains("unit?"))
    #expect(desk.type("1 kW").contains("✓ power  Right."))
    #expect(desk.file.contains("power = 0.06 kW"))
  }

  @Test(arguments: [false, true])
  func aPastedFunctionMayHaveADocstringAndEmptyLines(isInteractive: Bool) throws {
    let desk = try Desk(isInteractive: isInteractive)
    if isInteractive { _ = desk.terminal.interrupt() }
    let lines = [
      "def heat(power, duration):", "    \"\"\"What it gives off.\"\"\"", "",
      "    energy = power * duration", "", "    return energy",
    ]
    for line in lines.dropLast() { desk.type(line, isPasted: true) }
    #expect(desk.type("    return energy").contains("✓ heat  Right"))
    #expect(!desk.type(":vars").contains("energy = power"))
    #expect(desk.file.contains("    return energy"))
  }

  @Test func twoEmptyLinesEndWhatWasLeftOpen() throws {
    let desk = try Desk()
    desk.type(lines: ["(1 + 2", ""])
    #expect(desk.prompt.contains("…"))
    #expect(desk.type("").contains("is not closed"))
    #expect(desk.prompt.hasPrefix("1.1"))
  }

  @Test func aMisspeltAnswerIsPointedOut() throws {
    let desk = try Desk()
    #expect(desk.type("powr = 60 W").contains("`power`, if that is what you meant"))
    #expect(!desk.type("lamp_count = 5").contains("answers no question"))
    desk.type("power = 60 W")
    #expect(!desk.type("powe = 60 W").contains("answers no question"))
  }

  @Test(arguments: [
    ("Power", "`power`"), ("POWER", "`power`"), ("power_", "`power`"), ("powers", "`power`"),
    ("power2", "`power`"), ("Lamp_days", "`lamp_days`"), ("lampDays", "`lamp_days`"),
    ("lamp_day", "`lamp_days`"), ("lampdays", "`lamp_days`"),
  ])
  func aNameSpeltLikeAnotherIsPointedOutOnce(_ name: String, _ other: String) throws {
    let desk = try Desk()
    desk.type(lines: ["power = 50 W", "lamp_days = 365"])
    #expect(desk.type("\(name) = 3").contains("try: \(other), if that is what you meant"))
    #expect(desk.file.contains("\(name) = 3"))
    #expect(!desk.type("\(name) = 4").contains("if that is what you meant"))
  }

  @Test func anAnswerBesideANameSpeltLikeItIsPointedOut() throws {
    let desk = try Desk()
    desk.type("Power = 60 W")
    let shown = desk.type("power = 60 W").replacing("\n", with: " ")
    #expect(shown.contains("`Power`, which you have too, is another name"))
    #expect(shown.contains("✓ power"))
  }

  @Test(arguments: [
    "T_out = 3 s", "lamp_days2 = 4", "lamp_hours = 4", "my_lamp_days = 4", "t1 = 4", "powder = 5",
  ])
  func aNameOfItsOwnIsTakenInSilence(_ line: String) throws {
    let desk = try Desk()
    desk.type(lines: ["power = 60 W", "lamp_days = 365", "t_out = 5", "T1 = 3"])
    #expect(!desk.type(line).contains("name"))
  }

  @Test func aFormulaTypedAtATextQuestionIsComputed() throws {
    let desk = try Desk()
    desk.type(":goto 1.7")
    #expect(desk.type("power = 60 W").contains("✓ power"))
    #expect(desk.type("power").contains("60 W"))
    #expect(desk.type("Lamps = heat, one could say.").contains("1 sentence,"))
    #expect(!desk.section("1.7").contains("power"))
  }

  @Test func aCommentTypedWithAFormulaIsKept() throws {
    let desk = try Desk()
    desk.type("power = 60 W  # from the label")
    #expect(desk.file.contains("power = 60 W  # from the label"))
  }

  @Test func clearingAQuestionKeepsNamesOfOnesOwn() throws {
    let desk = try Desk()
    desk.type(lines: ["lamps = 5", "power = 60 W", "hours = 1000 h", "energy = power * hours"])
    #expect(
      desk.type(":reset").replacing("\n", with: " ")
        .contains("energy cannot be computed now: `power` is not known"))
    #expect(desk.file.contains("lamps = 5"))
    #expect(!desk.file.contains("power = 60 W"))
    desk.type(":undo")
    #expect(desk.file.contains("power = 60 W"))
  }

  @Test func bytesThatAreNoTextAreKeptInACopy() throws {
    let desk = try Desk()
    let bytes = Data("## 1.1\nd\u{E9}j\u{E0}\n".unicodeScalars.map { UInt8($0.value) })
    try bytes.write(to: URL(filePath: desk.path))
    let session = try desk.another()
    #expect(session.welcome().map(\.plain).joined().contains(".original"))
    #expect(!FileManager.default.fileExists(atPath: desk.path + ".original"))
    _ = session.handle("power = 60 W")
    #expect(try Data(contentsOf: URL(filePath: desk.path + ".original")) == bytes)
    #expect(desk.file.contains("power = 60 W"))
  }

  @Test func aBlockOfTwentyThousandLinesIsRead() throws {
    let lines = (0..<9000).map { "value_of_number_\($0 % 50) = \($0)" }.joined(separator: "\n")
    let desk = try Desk(
      notebook: "## 1.1\n```reckon\n\(lines)\npower = 60 W\n```\n")
    #expect(desk.type("power").contains("60 W"))
  }

  @Test func idAndNameCanBeGivenAnew() throws {
    let desk = try Desk(isInteractive: true)
    desk.type(lines: ["1234", "Ada", ":student", "4321", "Ada Lovelace"])
    #expect(desk.file.contains("\"4321\""))
    #expect(desk.file.contains("Ada Lovelace"))
  }
}
