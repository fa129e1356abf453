import Charts
import ExerciseFiles
import MarkdownReading
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
    let desk = try Desk("after")
    #expect(desk.session.required.sources.map(\.fromNotebook) == [[]])
    let welcome = desk.welcome.replacing("\n", with: " ")
    #expect(welcome.contains("From Lamps you may use"))
    #expect(welcome.contains("from its model answer"))
    #expect(!welcome.contains("from your notebook"))
    // It can be used and not looked at.
    for line in ["energy", "(energy)", "energy to MJ", ":vars", ":vars energy", ":why energy"] {
      let shown = desk.type(line)
      #expect(!shown.contains("60") && !shown.contains("216") && shown.contains("not shown"))
    }
    #expect(desk.type("emissions = energy * 90 g CO2e/kWh").contains("emissions"))
    #expect(desk.type(":vars emissions").contains("uses        energy  not shown"))
  }

  @Test func requiredAnswersComeFromTheStudentsNotebookAndThisIsSaid() throws {
    let desk = try Desk("after", of: ("lamp", Self.complete))
    let source = try #require(desk.session.required.sources.first)
    #expect(source.fromNotebook == ["power", "hours", "energy"])
    let welcome = desk.welcome.replacing("\n", with: " ")
    #expect(welcome.contains("power, hours and energy from your notebook"))
    #expect(welcome.contains("from its model answer"))
    // Their own figure, and right on it.
    #expect(desk.type("energy").contains("120"))
    #expect(desk.type(":vars").contains("energy       120 kWh"))
    #expect(desk.type("emissions = energy * 100 g CO2e/kWh").contains("✓ emissions"))
  }

  @Test func aRequiredNotebookThatIsBrokenGivesWhatCanBeRead() throws {
    let text = Self.complete.replacing("energy = power * hours", with: "energy = = power")
    let desk = try Desk("after", of: ("lamp", text))
    let source = try #require(desk.session.required.sources.first)
    #expect(source.fromNotebook == ["power", "hours"])
    #expect(source.fromModel.contains("energy"))
  }

  @Test func aRequiredNotebookOfAnotherExerciseIsNotUsed() throws {
    let text = Self.complete.replacing("exercise: lamp", with: "exercise: cooking")
    let desk = try Desk("after", of: ("lamp", text))
    #expect(desk.session.required.sources.map(\.fromNotebook) == [[]])
  }

  @Test func requiredAnswersCanBeShadowed() throws {
    let desk = try Desk("after", of: ("lamp", Self.complete))
    desk.type("energy = 60 kWh")
    #expect(desk.type("energy").contains("60 kWh"))
    #expect(desk.file.contains("energy = 60 kWh"))
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
