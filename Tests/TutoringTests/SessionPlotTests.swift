import Foundation
import ShippedExercises
import Testing

@testable import NotebookFiles
@testable import NotebookGrading
@testable import Tutoring

/// Charts, where a transcript does not look: in files and in every exercise that is shipped.
@Suite struct SessionPlotTests {
  @Test func aStatementThatDrawsIsDrawnFromTheNotebookToo() throws {
    let harness = try SessionHarness()
    let line = "plot(rooms[\"Lamps\"], [1, 2])"
    harness.type(line)
    let file = NotebookFile(text: harness.file, name: "test")
    let graded = harness.session.compiled.grade(file)
    #expect(graded.problems.isEmpty)
    let statement = try #require(file.statements().last { $0.statement.text == line }).statement
    #expect(QuestionCharts.chart(of: statement, in: graded)?.series.first?.points.count == 2)
  }

  @Test(arguments: [
    ("plot(cos, 0, 6)", "cos", "x"), ("plot(2 * v^2, 0 m/s, 3 m/s)", "2 * v^2", "v"),
  ])
  func aFunctionOfTheLanguageAndAFormulaWithOneUnknownAreDrawn(
    _ line: String, _ heights: String, _ along: String
  ) throws {
    let harness = try SessionHarness()
    harness.type(line)
    let file = NotebookFile(text: harness.file, name: "test")
    let graded = harness.session.compiled.grade(file)
    let statement = try #require(file.statements().last { $0.statement.text == line }).statement
    let chart = QuestionCharts.chart(of: statement, in: graded)
    #expect(chart?.y.label == heights)
    #expect(chart?.x.label == along)
    if along == "x" {
      let points = try #require(chart?.series.first?.points)
      #expect(points.allSatisfy { abs($0.y - cos($0.x)) < 1e-12 } && points.count > 10)
    }
  }

  @Test func theChartShownLastIsWhatIsSaved() throws {
    let harness = try SessionHarness()
    func saved(after line: String) throws -> String {
      harness.type(lines: [line, ":plot save a.svg"])
      return try String(contentsOfFile: harness.folder + "/a.svg", encoding: .utf8)
    }
    #expect(try saved(after: "bars([17246, 2])").contains("17&#39;246"))
    #expect(try !saved(after: "hist([1, 2, 3])").contains("246"))
  }

  @Test func aLinkIsNotWrittenThrough() throws {
    let harness = try SessionHarness()
    harness.type("hist([1, 2, 3])")
    let elsewhere = harness.folder + "/elsewhere.svg"
    try FileManager.default.createSymbolicLink(
      atPath: harness.folder + "/b.svg", withDestinationPath: elsewhere)
    #expect(harness.type(":plot save b.svg").contains("There is a file `b.svg` already"))
    #expect(!FileManager.default.fileExists(atPath: elsewhere))
  }

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
