import Diagnostics
import ExerciseFiles
import Foundation
import Testing

@testable import Files
@testable import NotebookGrading
@testable import Tutoring

@Suite struct ChartProblemTests {
  /// The ids of what is wrong with a chart over the table `rooms` and the answer `energy`.
  private func problems(_ chart: String) throws -> [String] {
    try found(chart).map { "\($0.diagnostic.id):\($0.line)" }
  }

  private func messages(_ chart: String) throws -> [String] {
    try found(chart).map(\.diagnostic.message)
  }

  private func found(_ chart: String) throws -> [LocatedDiagnostic] {
    let folder = "/tmp/rk-chart-" + UUID().uuidString.prefix(8)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let text = """
      ---
      reckon: 1
      id: charts
      title: Charts
      ---
      ```table rooms
      Room,Lamps
      Hall,4
      Attic,1
      ```

      ## 1 Energy

      ```chart
      \(chart)
      ```

      ```question
      points: 1
      given: {hidden: 3}
      answers: {energy: 'rooms["Lamps"] * 5 kWh'}
      ```

      ## 2 Later

      ```question
      points: 1
      answers: {later: 3 kg}
      ```
      """
    try text.write(toFile: folder + "/charts.md", atomically: true, encoding: .utf8)
    let loaded = ExerciseLoader().load(path: folder + "/charts.md")
    #expect(loaded.problems.map(\.diagnostic.message) == [])
    let opened = OpenedExercise(try #require(loaded.exercise))
    return QuestionCharts.problems(in: opened.compiled)
  }

  /// A line over a range is the author's formula, and no function of anybody.
  @Test func aLineThatFailsIsToldAsTheFormulaThatItIs() throws {
    let told = try messages(
      "kind: lines\nover: {x: 0 m .. 2 m}\nseries: {first: 3 s + x, second: 2 * x}")
    #expect(
      told == ["Time (s) and length (m) cannot be added: they measure different things."])
  }

  @Test(arguments: [
    ("kind: bars\ny: energy\nlabels: rooms.Room", []),
    ("kind: bars\ny: enrgy", ["unknown-name:16"]),
    ("kind: bars\ny: later", ["unknown-name:16"]), ("kind: bars\ny: hidden", ["unknown-name:16"]),
    ("kind: bars\ny: energy +", ["expected-operand:16"]),
    ("kind: bars\ny: rooms.Room", ["chart-not-numbers:16"]),
    ("kind: bars\ny: energy\ny_unit: kg", ["chart-unit:16"]),
    ("kind: bars\ny: energy\ny_unit: 3", ["not-a-unit:17"]),
    ("kind: bars\ny: energy\nlabels: [a]", ["chart-labels:14"]),
    ("kind: scatter\nx: '[1, 2, 3]'\ny: energy", ["chart-lengths:17"]),
    ("kind: lines\nover: {n: 5 m .. 1 m}\ny: n", ["chart-range:16"]),
    ("kind: lines\nover: {n: 1 m .. 5 kg}\ny: n", ["chart-range:16"]),
    ("kind: lines\nover: {n: 0 .. 5 m}\ny: n * 2", []),
    ("kind: lines\nover: {n: 0 .. 5 m}\ny: n + 1 kg", ["dimensions-differ:17"]),
    ("kind: lines\nover: {n: 0 .. 5 m}\nseries:\n  a: n\n  b: 3 kg", ["chart-unit:19"]),
    ("kind: histogram\nx: rooms[\"Lamps\"]\nbins: 2", []),
  ])
  func aFormulaThatCannotBeDrawnIsToldWithItsLine(_ chart: String, _ ids: [String]) throws {
    #expect(try problems(chart) == ids)
  }

  @Test func thePageOnTheFormatShowsChartsThatCanBeDrawn() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let page = try String(
      contentsOf: root.appending(path: "docs/exercise-format.md"), encoding: .utf8)
    let parts = page.components(separatedBy: "````markdown\n").dropFirst().map {
      $0.components(separatedBy: "````\n")[0]
    }
    let host = try #require(parts.first)
    let excerpt = try #require(parts.first { $0.hasPrefix("```chart") })
    let heads = page.components(separatedBy: "```csv heads.csv\n")[1]
      .components(separatedBy: "```")[0]
    let folder = "/tmp/rk-chart-" + UUID().uuidString.prefix(8)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try heads.write(toFile: folder + "/heads.csv", atomically: true, encoding: .utf8)
    try (host + "\n## 9 Charts\n\n" + excerpt)
      .write(toFile: folder + "/host.md", atomically: true, encoding: .utf8)
    let loaded = ExerciseLoader().load(path: folder + "/host.md")
    let opened = OpenedExercise(try #require(loaded.exercise))
    #expect(QuestionCharts.problems(in: opened.compiled).map(\.diagnostic.message) == [])
    let question = try #require(opened.exercise.question("9"))
    let charts = QuestionCharts.modelCharts(of: question, in: opened.compiled)
    #expect(charts.map { $0.chart?.kind.rawValue } == ["scatter", "lines", "bars", "histogram"])
  }
}
