import Foundation
import ItemAnalysis
import Testing
import TextLayout
import TranscriptTesting

@testable import Debriefing

/// A class as it is shown, whole, to a reviewer.
@Suite struct DebriefingTextTests {
  private static let debriefing = Debriefing(SampleClass.results(), options: SampleClass.options())

  private func plain(width: Int, unicode: Bool) -> String {
    Self.debriefing.lines(width: width, unicode: unicode).map(\.trailingSpaceTrimmed.plain)
      .joined(separator: "\n") + "\n"
  }

  @Test func theTerminalShowsItAsInItsFile() {
    RecordedFile.check(plain(width: 80, unicode: true), against: "Pages/class.txt")
    RecordedFile.check(plain(width: 60, unicode: false), against: "Pages/class.narrow.txt")
  }

  @Test func theMarkdownIsAsInItsFile() {
    RecordedFile.check(Self.debriefing.markdown, against: "Pages/class.md")
  }

  @Test func thePageIsAsInItsFile() {
    RecordedFile.check(Self.debriefing.page, against: "Pages/class.html")
  }

  @Test func theJSONIsAsInItsFile() {
    RecordedFile.check(Self.debriefing.json.indentedText + "\n", against: "Pages/class.json")
  }

  @Test(arguments: [("quiz.csv", "quiz.txt"), ("states.csv", "states.txt")])
  func marksFromElsewhereAreShownAsInTheirFile(_ file: String, _ expected: String) throws {
    let table = try #require(MarkFile(try MarkFileTests.text(of: file)).table)
    var options = Debriefing.Options()
    options.bootstrap = Bootstrap(replicates: 300)
    let lines = Debriefing(marks: table, title: file, options: options)
      .lines(width: 60, unicode: false)
    RecordedFile.check(
      lines.map(\.trailingSpaceTrimmed.plain).joined(separator: "\n") + "\n",
      against: "Pages/\(expected)")
  }

  @Test func theStandardNamesAreInTheJSON() throws {
    let table = try #require(MarkFile(try MarkFileTests.text(of: "quiz.csv")).table)
    let debriefing = Debriefing(marks: table, title: "Quiz")
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(debriefing.json.text.utf8)) as? [String: Any])
    let expected = [
      "mean": 4.617333332, "median": 4.5, "standardDeviation": 0.8117265554,
      "skewness": -0.092502502, "kurtosis": -0.7073968557, "cronbachAlpha": -87.2230935542,
      "errorRatio": 136.8294900795, "standardError": 1.1106813066,
    ]
    for (name, value) in expected {
      let found = try #require(object[name] as? Double, "\(name)")
      #expect(abs(found - value) < 1e-6, "\(name)")
      let interval = try #require(object[name + "Interval"] as? [Double], "\(name)")
      #expect(interval.count == 2 && interval[0] <= interval[1])
    }
    let questions = try #require(object["questions"] as? [[String: Any]])
    #expect(questions.count == 7)
    for name in [
      "id", "maximum", "mean", "facilityIndex", "facilityIndexInterval", "standardDeviation",
      "discriminationIndex", "discriminationIndexInterval", "discriminativeEfficiency",
      "effectiveWeight", "distribution",
    ] {
      #expect(questions[0][name] != nil, "\(name)")
    }
  }

  @Test func aClassOfNobodyIsSaidToBeSo() {
    let results = ClassResults(exercise: "x", title: "X", marks: MarkTable(items: []))
    let debriefing = Debriefing(results, options: SampleClass.options())
    #expect(debriefing.lines(width: 60, unicode: true)[1].plain == "0 students handed in.")
    #expect(debriefing.page.contains("<h1>X: debriefing</h1>"))
  }
}
