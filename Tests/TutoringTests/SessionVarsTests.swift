import Testing

@testable import NotebookFiles
@testable import NotebookGrading
@testable import TextLayout
@testable import Tutoring

@Suite struct SessionVarsTests {
  private static let lines = [
    "energy = 60 kWh", "hours = 1000 h", "power = 60 W", "energy = power * hours",
    "rooms[\"Energy\"] = rooms[\"Lamps\"] * energy", "def heat(p, t) = p * t",
  ]

  @Test func namesStandByQuestionWithValueFormulaAndWhatUsesThem() throws {
    let harness = try SessionHarness()
    harness.type(lines: Self.lines)
    #expect(
      harness.type(":vars") == """
        1.1 Figures
          hours            1000 h
            used by energy and rooms["Energy"]
          power            60 W
            used by energy and rooms["Energy"]
        1.2 Energy
          energy           60 kWh             = power * hours
            used by rooms["Energy"]
        1.3 Rooms
          rooms["Energy"]  [240, 60] kWh      = rooms["Lamps"] * energy
        1.5 Function
          heat             the function heat  def heat(p, t) = p * t
        """)
  }

  @Test func whatHasNoValueSaysWhy() throws {
    let harness = try SessionHarness(
      notebook:
        "## 1.1\n```reckon\npower = = 3\nhours = oops / 2\n```\n## 9.9\n```reckon\nx = 1\n```\n")
    let shown = harness.type(":vars")
    #expect(shown.contains("hours  has no value  `oops` is not known"))
    #expect(shown.contains("power  has no value"))
    #expect(shown.contains("Elsewhere in your notebook\n  x      1"))
  }

  @Test func skippedAndRequiredValuesSayWhereTheyComeFrom() throws {
    let skipped = try SessionHarness("stair")
    skipped.type(lines: ["mass = 3 kg", ":skip", ":skip", "energy = mass * 10 N/kg * height"])
    let shown = skipped.type(":vars")
    #expect(shown.contains("1.1 Figures  skipped"))
    #expect(shown.contains("height  3 m     from the model answer\n    used by energy"))
    #expect(shown.contains("mass    60 kg   from the model answer"))
    let after = try SessionHarness("after", of: ("lamp", "## 1.1\n```reckon\npower = 60 W\n```\n"))
    after.type("emissions = energy * 100 g CO2e/kWh")
    let required = after.type(":vars")
    #expect(required.contains("From Lamps, your notebook\n  power"))
    #expect(required.contains("From Lamps, its model answer\n  hours"))
    #expect(required.contains("not shown\n    used by emissions"))
    // A name of one's own hides it.
    after.type("power = 5 W")
    #expect(!after.type(":vars").contains("From Lamps, your notebook"))
  }

  @Test(arguments: [24, 40, 60, 80, 200])
  func noLineIsWiderThanTheWindow(_ width: Int) throws {
    let harness = try SessionHarness(width: width)
    harness.type(
      lines: Self.lines + [
        "a_rather_long_name_of_a_step = rooms[\"Lamps\"] * energy * 3 / hours + 12345.678 kW",
        "rooms[\"Emissions of the whole house (kg)\"] = a_rather_long_name_of_a_step",
      ])
    for line in [":vars", ":vars a_rather_long_name_of_a_step", ":vars energy", ":vars heat"] {
      for shown in harness.type(line).split(separator: "\n") {
        #expect(displayWidth(String(shown)) <= width, "\(shown)")
      }
    }
  }

  @Test func oneNameIsShownWithWhatItUsesAndWhatUsesIt() throws {
    let harness = try SessionHarness()
    harness.type(lines: Self.lines + ["twice = 2 * rooms[\"Energy\"]"])
    #expect(
      harness.type(":vars energy") == """
        energy  1.2 Energy
          = power * hours
          = 60 kWh
          uses        hours  1000 h
                      power  60 W
          used by     rooms["Energy"]
          and through twice
        """)
    let column = harness.type(":vars df['Energy']")
    #expect(column.contains("rooms[\"Energy\"]  1.3 Rooms"))
    #expect(column.contains("Hall   240 kWh"))
    #expect(column.contains("rooms[\"Lamps\"]  [4, 1]"))
    #expect(harness.type(":vars heat").contains("def heat(p, t) = p * t\n  Nothing uses it yet."))
  }

  @Test func oneRequiredNameSaysItsExercise() throws {
    let harness = try SessionHarness(
      "after", of: ("lamp", "## 1.1\n```reckon\npower = 60 W\n```\n"))
    #expect(harness.type(":vars power").contains("power  From Lamps, your notebook\n  = 60 W"))
  }

  @Test(arguments: ["powr", "3 +", "power + 1", "nothing[\"x\"]", "rooms", "sum(power)"])
  func aNameThatIsNoneIsToldWithTheNearest(_ text: String) throws {
    let harness = try SessionHarness()
    harness.type("power = 60 W")
    let shown = harness.type(":vars \(text)")
    #expect(shown.contains("There is no name `\(text)` in your notebook."))
    #expect(shown.contains(text == "powr" ? "`:vars power`" : "try: "))
  }

  @Test func thousandsOfNamesInARowAreListedInTime() throws {
    let names = (1..<4000).map { "x\($0) = x\($0 - 1) + 1" }
    let harness = try SessionHarness(
      notebook: "## 1.1\n```reckon\nx0 = 1\n" + names.joined(separator: "\n") + "\n```\n")
    let clock = ContinuousClock()
    let time = clock.measure { #expect(harness.type(":vars").contains("x3999")) }
    #expect(time < .seconds(60))
  }
}
