import NotebookFiles
import Testing

@testable import Files
@testable import NotebookGrading

@Suite struct OpenedExerciseTests {
  private static let complete = """
    ---
    exercise: lamp
    ---
    ## 1.1 Figures
    ```reckon
    power = 60 W
    hours = 2000 h
    ```

    ## 1.2 Energy
    ```reckon
    energy = power * hours
    ```
    """

  @Test func withoutANotebookRequiredAnswersComeFromTheModelAndThisIsSaid() throws {
    let harness = try SessionHarness("after")
    #expect(harness.session.required.sources.map(\.fromNotebook) == [[]])
    let welcome = harness.welcome.replacing("\n", with: " ")
    #expect(welcome.contains("From Lamps you may use"))
    #expect(welcome.contains("from its model answer"))
    #expect(!welcome.contains("from your notebook"))
    // It can be used and not looked at.
    for line in ["energy", "(energy)", "energy to MJ", ":vars", ":vars energy", ":why energy"] {
      let shown = harness.type(line)
      #expect(!shown.contains("60") && !shown.contains("216") && shown.contains("not shown"))
    }
    #expect(harness.type("emissions = energy * 90 g CO2e/kWh").contains("emissions"))
    #expect(harness.type(":vars emissions").contains("uses        energy  not shown"))
  }

  @Test func requiredAnswersComeFromTheStudentsNotebookAndThisIsSaid() throws {
    let harness = try SessionHarness("after", of: ("lamp", Self.complete))
    let source = try #require(harness.session.required.sources.first)
    #expect(source.fromNotebook == ["power", "hours", "energy"])
    let welcome = harness.welcome.replacing("\n", with: " ")
    #expect(welcome.contains("power, hours and energy from your notebook"))
    #expect(welcome.contains("from its model answer"))
    // Their own figure, and right on it.
    #expect(harness.type("energy").contains("120"))
    #expect(harness.type(":vars").contains("energy       120 kWh"))
    #expect(harness.type("emissions = energy * 100 g CO2e/kWh").contains("✓ emissions"))
  }

  @Test func aRequiredAnswerInAUnitOfTheStudentsOwnIsRightHereToo() throws {
    let text = Self.complete.replacing(
      "hours = 2000 h", with: "unit shift = 8 h\nhours = 250 shift")
    let harness = try SessionHarness("after", of: ("lamp", text))
    let source = try #require(harness.session.required.sources.first)
    #expect(source.fromNotebook == ["power", "hours", "energy"])
    #expect(harness.type("hours").contains("250 shift"))
    #expect(harness.type("hours to day").contains("83.3333 day"))
  }

  @Test func aRequiredNotebookThatIsBrokenGivesWhatCanBeRead() throws {
    let text = Self.complete.replacing("energy = power * hours", with: "energy = = power")
    let harness = try SessionHarness("after", of: ("lamp", text))
    let source = try #require(harness.session.required.sources.first)
    #expect(source.fromNotebook == ["power", "hours"])
    #expect(source.fromModel.contains("energy"))
  }

  @Test func aRequiredNotebookOfAnotherExerciseIsNotUsed() throws {
    let text = Self.complete.replacing("exercise: lamp", with: "exercise: cooking")
    let harness = try SessionHarness("after", of: ("lamp", text))
    #expect(harness.session.required.sources.map(\.fromNotebook) == [[]])
  }

  @Test func requiredAnswersCanBeShadowed() throws {
    let harness = try SessionHarness("after", of: ("lamp", Self.complete))
    harness.type("energy = 60 kWh")
    #expect(harness.type("energy").contains("60 kWh"))
    #expect(harness.file.contains("energy = 60 kWh"))
  }

  @Test(arguments: [
    ("a", "b", "b/a"), ("lamp", ".", "lamp.answers.md"), ("lamp", "", "lamp.answers.md"),
    ("lamp", "x/y", "x/y/lamp.answers.md"),
  ])
  func aNotebookLiesInTheFolderUnderTheExercisesId(
    _ id: String, _ folder: String, _ path: String
  ) {
    #expect(NotebookPath.path(of: id, in: folder).hasPrefix(path))
  }
}
