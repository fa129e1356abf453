import ExerciseFiles
import Foundation
import Testing

@testable import Files
@testable import NotebookGrading
@testable import TutorTerminal
@testable import Tutoring

@Suite struct SessionWhyTests {
  /// What is shown for the last of some lines.
  private func shown(_ lines: String...) throws -> String {
    let harness = try SessionHarness()
    var last = ""
    for line in lines { last = harness.type(line) }
    return last
  }

  private let figures = ["power = 60 W", "hours = 1000 h"]

  @Test func aRightProductIsLaidOutWithItsUnits() throws {
    #expect(
      try shown("power = 60 W", "hours = 1000 h", "energy = power * hours", ":why energy") == """
        ✓ energy  Right.
        energy
          = power * hours
          = 60 W × 1000 h
            units    W × h = Wh
          = 60'000 Wh
          = 60 kWh   (1 kWh = 1000 Wh)
        """)
  }

  @Test func aConversionThatIsLeftOverIsShownWithItsNumbers() throws {
    let harness = try SessionHarness()
    harness.type(lines: ["power = 60 W", "hours = 1000 h", "unit flight = 100 kg"])
    #expect(
      harness.type(":why power * hours * 260 g CO2e/kWh * 2 to flight") == """
          = power * hours * 260 g CO2e/kWh * 2 to flight
          = 60 W × 1000 h × 260 g CO2e/kWh × 2
            numbers  60 × 1000 × 260 × 2 = 31'200'000
            units    W × h × g / kWh, with 1 kW = 1000 W and kW × h cancels kWh; the
                     label CO2e drops out
          = (31'200'000 ÷ 1000) g = 31'200 g
          = 0.312 flight   (1 flight = 100'000 g)
        """)
  }

  @Test(arguments: [
    (":why k5", "k5\n  = -k4^2\n  = -(3 m)^2\n    (3 m)^2 = 9 m²\n  = -9 m²"),
    (":why k7", "k7\n  = k6^2\n  = (-5)^2\n  = 25"),
    (":why -sum([1, 2])", "  = -sum([1, 2])\n    sum of the 2 rows of [1, 2]: (1 + 2) = 3\n  = -3"),
    (":why neg(3)", "  = neg(3)\n    neg with v = 3: -v^2\n    3^2 = 9\n  = -9"),
    (":why 8 * -k4", "  = 8 * -k4\n  = 8 × (-3 m)\n  = -24 m"),
    (
      ":why k9",
      """
      k9
        = sum(k8^2)
        = sum([1, -2, 3]^2)
          [1, -2, 3]^2 = [1, 4, 9]
        = sum of the 3 rows of k8^2: (1 + 4 + 9)
        = 14
        where k8 = [1, -2, 3]
              `:why k8` shows how
      """
    ),
    (
      ":why k8^2 / 2",
      "For row 0:\n  = k8^2 / 2\n  = 1^2 ÷ 2\n    1^2 = 1\n  = 1 ÷ 2\n  = 0.5\n"
        + "  where k8 = [1, -2, 3], here 1\n        `:why k8` shows how"
    ),
  ]) func aSignIsNeitherLostNorMisread(_ line: String, _ expected: String) throws {
    #expect(
      try shown(
        "k4 = 3 m", "k5 = -k4^2", "k6 = -5", "k7 = k6^2", "k8 = [1, -2, 3]", "k9 = sum(k8^2)",
        "def neg(v) = -v^2", line) == expected)
  }

  @Test func aColumnShowsTheFirstRowThatIsNotRightAndTheOthersInALine() throws {
    let harness = try SessionHarness()
    harness.type(lines: figures)
    harness.type("room_energy = where(rooms[\"Lamps\"] > 2, 4, 2) * power * hours")
    let said = harness.type(":why")
    #expect(said.contains("room_energy, for Attic\n"))
    #expect(said.contains("2 × 60 W × 1000 h"))
    #expect(said.contains("others  Hall 240 kWh ✓"))
    let hall = harness.type(":why room_energy Hall")
    #expect(hall.contains("room_energy, for Hall\n"))
    #expect(hall.contains("others  Attic 120 kWh ✗"))
  }

  @Test(arguments: [
    ("room_energy Attic", "for Attic"), ("room_energy attic", "for Attic"),
    ("room_energy Att", "for Attic"), ("room_energy 1", "for Attic"),
    ("room_energy[1]", "for Attic"), ("room_energy 0", "for Hall"),
    ("room_energy", "for Hall"), ("rooms[\"Own\"] Attic", "for Attic"),
    ("rooms['Own']", "for Hall"), ("df[\"Own\"] Attic", "for Attic"), ("df.Own 1", "for Attic"),
    ("room_energy Cellar", "There is no row `Cellar`."), ("room_energy 7", "There is no row `7`."),
  ]) func aRowIsFoundByNameOrNumber(_ argument: String, _ expected: String) throws {
    let harness = try SessionHarness()
    harness.type(lines: figures)
    harness.type("room_energy = rooms[\"Lamps\"] * power * hours")
    harness.type("rooms[\"Own\"] = rooms[\"Lamps\"] * power")
    #expect(harness.type(":why \(argument)").contains(expected))
  }

  @Test func whyAloneIsAboutTheAnswerGivenLast() throws {
    let harness = try SessionHarness()
    #expect(harness.type(":why").contains("Nothing is answered here yet."))
    harness.type(lines: ["power = 60 W", "hours = 100 h", "mine = 3 kg"])
    let said = harness.type(":why")
    #expect(said.contains("hours  Not right yet"))
    #expect(said.contains("  = 100 h"))
    #expect(!said.contains("mine"))
    // A session that goes on has the question's first answer that is off.
    #expect(try harness.another().handle(":why").map(\.plain).joined().contains("hours  Not right"))
  }

  @Test func anAnswerGivenAsAColumnIsFoundUnderItsName() throws {
    let harness = try SessionHarness()
    harness.type(lines: figures)
    harness.type("rooms[\"Energy\"] = rooms[\"Lamps\"] * power * hours")
    #expect(harness.type(":why room_energy").contains("rooms[\"Energy\"], for Hall"))
  }

  @Test func ownNamesThatEnterAreShownWithTheirFormulas() throws {
    let harness = try SessionHarness()
    harness.type(lines: figures)
    harness.type(lines: ["day_energy = power * 24 h", "energy = day_energy * hours / (24 h)"])
    let said = harness.type(":why")
    #expect(said.contains("where day_energy = power * 24 h = 1440 Wh"))
    #expect(said.contains("`:why day_energy` shows how"))
    #expect(!said.contains("where power"))
  }

  @Test func aFormulaThatFailsIsShownAsFarAsItGoes() throws {
    let harness = try SessionHarness()
    harness.type(lines: ["power = 60 W", "standby = 5 Wh", "energy = power * 10 h + standby"])
    harness.type("standby = 5 W")
    let said = harness.type(":why energy")
    #expect(said.contains("✗ energy"))
    #expect(said.contains("    60 W × 10 h = 600 Wh\n  ✗ 600 Wh + 5 W\n"))
    #expect(said.contains("Here it stops: Wh, which is energy, on the left; W, which is power,"))
    #expect(said.components(separatedBy: "cannot be added").count == 2)
  }

  @Test func aStatementThatCannotBeReadIsToldWithItsVerdict() throws {
    let harness = try SessionHarness(
      notebook:
        "---\nreckon: 1\nexercise: lamp\n---\n## 1.1 Figures\n```reckon\npower = 60 +\n```\n")
    #expect(harness.type(":why power").contains("✗ power"))
  }

  @Test func aBareNumberIsToldWithTheUnitItTookOn() throws {
    let said = try shown("hours = 1000", ":why hours")
    #expect(said.contains("  = 1000\n  taken as 1000 h, as the question asks"))
  }

  @Test func aLabelIsTakenOnWithoutAnEquality() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Exercises").path()
    let library = ExerciseLibrary(folders: [folder])
    let exercise = try #require(library.load("epfl-estimate").exercise)
    let opened = OpenedExercise(
      exercise, required: library.required(by: exercise).compactMap(\.exercise))
    let session = TerminalSession(
      opened, notebook: try SessionHarness().folder + "/label.answers.md")
    let said = session.handle(":why 75% * 8").map(\.plain)
    #expect(said.last == "  = 600 ÷ 100 = 6")
    _ = session.handle("number_students = 75% * 8")
    #expect(session.handle(":why").map(\.plain).last == "  = 6 student")
  }

  @Test func aFunctionIsLaidOutWhereItIsNotRight() throws {
    let harness = try SessionHarness()
    harness.type("def heat(p, d) = p * d * 2")
    let said = harness.type(":why heat")
    #expect(said.contains("  = heat(60 W, 10 h)\n"))
    #expect(said.contains("heat with p = 60 W and d = 10 h: p * d * 2"))
    #expect(said.contains("  = 60 W × 10 h × 2\n"))
    harness.type("def own(a) = 2 * a")
    #expect(harness.type(":why own").contains("`:why own(a)`"))
    #expect(harness.type(":why own(3 kg)").contains("  = 2 × 3 kg\n  = 6 kg"))
  }

  @Test(arguments: [
    (":why hours", "`hours` is not defined yet."), (":why nothing", "none of your names"),
    (":why rooms", "comes with the exercise"), (":why rooms[\"Lamps\"]", "comes with the exercise"),
    (":why 3 +", "Something is missing"), (":why power * 2 h + 3", "cannot be added"),
    (":why pwer", "`:why power`"), (":why power to MJ", "cannot be converted"),
  ]) func whatCannotBeLaidOutIsToldWhy(_ line: String, _ expected: String) throws {
    #expect(try shown("power = 60 W", line).contains(expected))
  }

  @Test func anAnswerOfAnExerciseBeforeIsToldWithItsValue() throws {
    let harness = try SessionHarness(
      "after", of: ("lamp", "## 1.2\n```reckon\nenergy = 60 kWh\n```\n"))
    harness.type("emissions = energy * 90 g CO2e/kWh")
    #expect(harness.type(":why").contains("60 kWh × 90 g CO2e/kWh"))
    #expect(harness.type(":why energy").contains("60 kWh, from an exercise before this one"))
  }

  @Test func theValueAskedForIsNeverShown() throws {
    let harness = try SessionHarness()
    for line in [
      "power = 61 W", "hours = 900 h", "energy = power + 1 W", "room_energy = [1, 2] kWh",
    ] {
      harness.type(line)
      let said = harness.type(":why")
      for secret in ["60 W", "0.06 kW", "1000 h", "60 kWh", "60'000", "240", "54.9"] {
        #expect(!said.contains(secret), "\(line)")
      }
    }
  }

  @Test func nothingIsKeptOfIt() throws {
    let harness = try SessionHarness()
    harness.type("power = 60 W")
    let before = harness.file
    harness.type(":why power * 3 h")
    harness.type(":why power")
    #expect(harness.file == before)
    #expect(harness.type(":undo").contains("Taken back: power = 60 W"))
  }

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

  // MARK: Layout

  private func narrow(_ harness: SessionHarness, width: Int, unicode: Bool, _ lines: [String])
    -> [String]
  {
    let session = TerminalSession(
      harness.session.opened, notebook: harness.folder + "/narrow.answers.md", unicode: unicode,
      width: width)
    var last: [String] = []
    for line in lines { last = session.handle(line).map(\.plain) }
    return last
  }

  @Test func withoutUnicodeEverySignIsASCII() throws {
    let lines = narrow(
      try SessionHarness(), width: 80, unicode: false,
      ["power = 60 W", ":why [1, 2, 3, 4, 5, 6].sum() * power^2 / (2 s) * (3 m)^2"])
    #expect(lines.joined().utf8.allSatisfy { $0 < 0x80 })
    #expect(lines.joined(separator: "\n").contains("21 * 3600 W^2 / 2 s * 9 m^2"))
  }

  @Test(arguments: [20, 40, 60, 80, 120]) func linesFitTheWindow(_ width: Int) throws {
    let long = (1...14).map { "power_of_lamp_\($0)" }
    let lines = narrow(
      try SessionHarness(), width: width, unicode: true,
      long.map { "\($0) = 60 W" } + [
        "hours = 1000 h", "x = (\(long.joined(separator: " + "))) * hours", ":why x",
      ])
    for line in lines { #expect(line.count <= width) }
    #expect(lines.count <= 40)
  }

  @Test func aLineOfFiguresIsBrokenBetweenFigures() throws {
    let lines = narrow(
      try SessionHarness(), width: 44, unicode: true,
      ["power = 60 W", "hours = 1000 h", ":why power * hours * 100 g CO2e/kWh * 12"])
    #expect(lines.contains("  = 60 W × 1000 h × 100 g CO2e/kWh × 12"))
    for line in lines { #expect(!line.hasSuffix(" 100 g")) }
  }

  @Test(arguments: [
    String(repeating: "(1 + ", count: 110) + "1" + String(repeating: ")", count: 110),
    Array(repeating: "2 kg", count: 200).joined(separator: " + "),
    Array(repeating: "(1 + 2)", count: 14).joined(separator: " * (2 + 3) + "),
    "range(1000000) * 2", "\"" + String(repeating: "long ", count: 1500) + "\"",
  ]) func aHugeFormulaStaysOnAScreen(_ formula: String) throws {
    let lines = try shown("x = \(formula)", ":why x").split(separator: "\n")
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
