import Foundation
import ShippedExercises
import Testing

@testable import Files
@testable import NotebookFiles
@testable import NotebookGrading
@testable import TutorTerminal
@testable import Tutoring

/// A session on the exercise of chatbot models, in a folder of its own.
private final class ChartHarness {
  let folder: String
  let terminal: TerminalSession
  var session: Session { terminal.session }

  init(_ lines: [String] = [], width: Int = 80, unicode: Bool = true) throws {
    folder = "/tmp/rk-plot-" + UUID().uuidString.prefix(8)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    terminal = TerminalSession(
      try ShippedExercises.open("chatbot-model-analysis"), notebook: folder + "/test.answers.md",
      unicode: unicode, width: width, height: 30)
    for line in lines { type(line) }
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  @discardableResult
  func type(_ line: String) -> String {
    terminal.handle(line).map(\.plain).joined(separator: "\n")
  }

  /// Everything that the charts need, answered right.
  static let answers =
    (ShippedExercises.answers["chatbot-model-analysis"] ?? "").split(separator: "\n").map(
      String.init)

  func has(_ name: String) -> Bool { FileManager.default.fileExists(atPath: folder + "/" + name) }

  var notebook: String {
    (try? String(contentsOfFile: folder + "/test.answers.md", encoding: .utf8)) ?? ""
  }
}

@Suite struct SessionPlotTests {
  @Test func aQuestionSaysWhichNameItsChartWaitsFor() throws {
    let harness = try ChartHarness()
    let output = harness.type(":goto 1.3.1")
    #expect(
      output.split(separator: "\n").joined(separator: " ").contains(
        "is not drawn yet. `total_emissions` has no value yet; 1.2.4 asks for it."))
    #expect(!output.contains("┤"))
  }

  @Test func aChartIsDrawnOnceItsLastNameHasAValue() throws {
    let harness = try ChartHarness([":goto 1.3.1"] + ChartHarness.answers.dropLast())
    let output = harness.type(ChartHarness.answers.last ?? "")
    #expect(output.contains("● Model 4"))
    #expect(output.contains("Total emissions (kg CO2e)"))
    // And not again with every line that follows.
    #expect(!harness.type("x = 3").contains("┤"))
    #expect(harness.type(":plot").contains("● Model 4"))
  }

  @Test func theCrossingOfTheModelsIsMarkedAndTold() throws {
    let harness = try ChartHarness(ChartHarness.answers)
    let output = harness.type(":goto 1.4.1")
    #expect(output.contains("╳ Model 2 and Model 4 cross at 17'246 users per day, 89.42 t CO2e."))
    #expect(output.contains("100'000"))
  }

  @Test func theLineOverARangeIsNotTouchedByTheStudentsNameOfTheSameSpelling() throws {
    let harness = try ChartHarness(ChartHarness.answers + ["users = 3 kg"])
    #expect(harness.type(":plot 1.4.1").contains("cross at 17'246 users per day"))
  }

  @Test func wrongValuesAreTheStudentsOwnAndAreDrawn() throws {
    let harness = try ChartHarness(
      ChartHarness.answers + ["total_emissions = [1 t, 2 t, 3 t, 4 t]"])
    #expect(harness.type(":plot 1.3.1").contains("4000 ┤"))
    harness.type("total_emissions = [1 kWh, 2 kWh, 3 kWh, 4 kWh]")
    let output = harness.type(":plot 1.3.1")
    #expect(output.contains("The values are in kWh, and kg CO2e was expected"))
    #expect(output.contains("Total emissions (kWh)"))
  }

  @Test func aChartThatRestsOnAWrongAnswerSaysSo() throws {
    let right = try ChartHarness(ChartHarness.answers)
    #expect(!right.type(":plot 1.3.1").contains("This rests on"))
    right.type("gpu_power = 45 W")
    #expect(
      right.type(":plot 1.3.1").contains("This rests on `gpu_power`, which is not right yet."))
    right.type("inference_emissions = [1, 2, 3, 4] * 1 kg CO2e")
    #expect(
      right.type(":plot 1.2.4").split(separator: "\n").joined(separator: " ").contains(
        "This rests on `gpu_power` and `inference_emissions`, which are not right yet."))
  }

  @Test func anAnswerUnderItsOtherNameIsDrawnToo() throws {
    let answers =
      ChartHarness.answers.dropLast() + [
        "models[\"Total CO2e (kg)\"] = training_emissions + inference_emissions"
      ]
    #expect(try ChartHarness(Array(answers)).type(":plot 1.3.1").contains("● Model 4"))
  }

  @Test func oneSeriesIsDrawnWhileTheOtherIsMissing() throws {
    let harness = try ChartHarness(ChartHarness.answers.filter { !$0.hasPrefix("inference") })
    let output = harness.type(":plot 1.2.4")
    #expect(output.contains("117'000"))
    #expect(
      output.split(separator: "\n").joined(separator: " ").contains(
        "inference is not drawn: `inference_emissions` has no value yet; 1.2.3 asks for it."))
  }

  @Test func theSeriesInTheUnitOfTheAxisIsKeptAndAnotherIsLeftOut() throws {
    let harness = try ChartHarness(
      ChartHarness.answers + [
        "training_emissions = models[\"Training Time (GPU hours)\"] * gpu_power to Wh"
      ])
    let output = harness.type(":plot 1.2.4").split(separator: "\n").joined(separator: " ")
    #expect(output.contains("Emissions (kg CO2e)"))
    #expect(output.contains("Model 1 inference │"))
    #expect(output.contains("39'541.7"))
    // What is drawn is right.
    #expect(!output.contains("This rests on"))
    #expect(
      output.contains(
        "training is not drawn: its values are in Wh, and those of the others in kg CO2e."))
  }

  @Test func aQuestionWithoutAChartNamesThoseThatHaveOne() throws {
    let output = try ChartHarness().type(":plot")
    #expect(output.contains("This question has no chart. 1.2.4, 1.3.1 and 1.4.1 have one"))
    #expect(try ChartHarness().type(":plot 9.9").contains("9.9"))
  }

  // MARK: Statements

  @Test func aStatementThatDrawsIsKeptOnceAndReplaysWithoutHarm() throws {
    let harness = try ChartHarness(ChartHarness.answers + [":goto 1.3.1"])
    let line = "plot(models[\"Accuracy (%)\"], total_emissions)"
    #expect(harness.type(line).contains("● Model 4"))
    #expect(harness.type(line).contains("total_emissions (kg CO2e)"))
    #expect(harness.notebook.split(separator: "\n").filter { $0 == line }.count == 1)
    let file = NotebookFile(text: harness.notebook, name: "test")
    let graded = harness.session.compiled.grade(file)
    #expect(graded.problems.isEmpty)
    let statement = try #require(file.statements().last { $0.statement.text == line }).statement
    #expect(QuestionCharts.chart(of: statement, in: graded)?.series.first?.points.count == 4)
    harness.type(":undo")
    #expect(!harness.notebook.contains("plot("))
  }

  @Test(arguments: [
    ("plot(total_emissions, [1, 2])", "`total_emissions` has 4 rows and `[1, 2]` has 2 rows"),
    ("plot(models.Model)", "`models.Model` is a column of texts, and numbers are needed"),
    ("plot(models)", "`models` is a table, and numbers are needed"),
    ("plot([1, 2], [1 kg, 2 kg], [1 m, 2 m])", "is in kg and `[1 m, 2 m]` is in m"),
    ("hist(total_emissions, 2.5)", "a whole number from 1 to 100"),
    ("plot(nothing)", "`nothing` is not known"),
    ("plot()", "takes 1 to 13"),
    ("x = plot(total_emissions)", "`plot` cannot be used here"),
    ("2 * hist(total_emissions)", "`hist` cannot be used here"),
    ("def f(n) = n * 2; plot(f)", "is drawn from one value to"),
    ("def f(n) = n * 2; plot(f, 5 m, 1 m)", "The range has to go up"),
    ("def f(n) = n + 1 kg; plot(f, 0, 1 m)", "`f` cannot be computed there"),
  ])
  func aStatementThatCannotBeDrawnSaysWhyAndIsNotKept(_ line: String, _ said: String) throws {
    let harness = try ChartHarness(ChartHarness.answers)
    let output = harness.type(line).split(separator: "\n").joined(separator: " ")
    #expect(output.replacing("  ", with: " ").contains(said))
    #expect(!harness.notebook.contains("plot(") && !harness.notebook.contains("hist("))
  }

  @Test(arguments: [
    ("bars(models.Model, total_emissions)", "Model 3 │"), ("hist([1, 2, 4, 4], 3)", "3 bins"),
    ("plot([1 h, 2 h, 3 h], [2 km, 4 km, 5 km])", "[2 km, 4 km, 5 km] against [1 h, 2 h, 3 h]"),
    ("plot(total_emissions)", "Model 3 │"), ("plot([1, 3, 2, 4])", "┤"),
    ("plt.plot([1, 2], [3, 4], label=\"a\")", "┤"), ("scatter([3, 1], [1, 2])", "●"),
    ("def f(n) = n * 2 kg; plot(f, 0, 10 m)", "f (m kg)"),
    ("def f(n) = 1 kg if n > 5 m else 2 kg; plot(f, 0, 10 m)", "f (kg)"), ("bars([1, 2])", "row 1"),
  ])
  func aStatementDraws(_ line: String, _ seen: String) throws {
    let output = try ChartHarness(ChartHarness.answers).type(line)
    #expect(output.contains(seen))
    #expect(!output.contains("error:"))
  }

  @Test func aFunctionOfTheStudentsOwnCalledPlotIsTheirs() throws {
    let harness = try ChartHarness(["def plot(a) = a * 2"])
    #expect(harness.type("plot(21)").contains("42"))
  }

  @Test func atATextQuestionADrawingIsNoText() throws {
    let harness = try ChartHarness(ChartHarness.answers + [":goto 1.3.1"])
    #expect(harness.type("plot(total_emissions)").contains("Model 3 │"))
    #expect(!harness.notebook.contains("> plot"))
  }

  // MARK: Saving

  @Test func theChartShownLastIsSavedBesideTheNotebook() throws {
    let harness = try ChartHarness(ChartHarness.answers)
    #expect(harness.type(":plot save a.svg").contains("No chart has been shown yet"))
    harness.type(":plot 1.4.1")
    #expect(harness.type(":plot save a.svg").contains("saved as \(harness.folder)/a.svg"))
    let svg = try String(contentsOfFile: harness.folder + "/a.svg", encoding: .utf8)
    #expect(svg.contains("17&#39;246"))
    // One of our own is replaced, with what is shown last now.
    harness.type("hist([1, 2, 3])")
    #expect(harness.type(":plot save a.svg").contains("saved as"))
    #expect(try !String(contentsOfFile: harness.folder + "/a.svg", encoding: .utf8).contains("246"))
  }

  @Test(arguments: [
    "", "a", "../a.svg", "/tmp/a.svg", "b/a.svg", ".svg", "~a.svg", "-a.svg", ".a.svg",
  ])
  func aChartIsSavedUnderAPlainNameOnly(_ name: String) throws {
    let harness = try ChartHarness(["hist([1, 2, 3])"])
    let before = try FileManager.default.contentsOfDirectory(atPath: harness.folder)
    #expect(harness.type(":plot save \(name)").contains("ends with .svg"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: harness.folder) == before)
  }

  @Test func anothersFileIsNotWrittenOver() throws {
    let harness = try ChartHarness(["hist([1, 2, 3])"])
    try "<svg/>".write(toFile: harness.folder + "/a.svg", atomically: true, encoding: .utf8)
    #expect(harness.type(":plot save a.svg").contains("There is a file `a.svg` already"))
    #expect(try String(contentsOfFile: harness.folder + "/a.svg", encoding: .utf8) == "<svg/>")
    try FileManager.default.createSymbolicLink(
      atPath: harness.folder + "/b.svg", withDestinationPath: harness.folder + "/elsewhere.svg")
    #expect(harness.type(":plot save b.svg").contains("There is a file `b.svg` already"))
    #expect(!harness.has("elsewhere.svg"))
  }

  // MARK: Authors

  @Test func theChartsOfShippedExercisesCanBeDrawn() throws {
    for id in ShippedExercises.ids {
      let compiled = try ShippedExercises.open(id).compiled
      #expect(QuestionCharts.problems(in: compiled).map(\.diagnostic.message) == [])
      for question in compiled.exercise.questions {
        for found in QuestionCharts.modelCharts(of: question, in: compiled) {
          #expect(found.chart?.isEmpty == false)
        }
      }
    }
  }
}
