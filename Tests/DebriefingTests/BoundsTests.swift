import ItemAnalysis
import Testing

@testable import Debriefing

/// Whatever students have handed in, a debriefing stays of a size that can be read.
@Suite struct BoundsTests {
  @Test func longTextsAreCut() {
    let long = String(repeating: "x`<&| ", count: 100_000)
    var results = SampleClass.results()
    for index in results.questions.indices {
      results.questions[index].title = long
      results.questions[index].examples = [ClassResults.Example(text: long, comment: long)]
      results.questions[index].options = [ClassResults.Option(text: long, count: 3)]
      for answer in results.questions[index].answers.indices {
        results.questions[index].answers[answer].name = long
        results.questions[index].answers[answer].errors = [
          ClassResults.Error(
            cause: "author", names: [long], units: [long], message: long, roots: 9,
            values: [ClassResults.Value(long, count: 5)])
        ]
      }
    }
    results.asked = (0..<5).map { _ in ClassResults.Asked(question: long, text: long) }
    let debriefing = Debriefing(results, options: SampleClass.options())
    #expect(debriefing.markdown.utf8.count < 150_000)
    #expect(debriefing.page.utf8.count < 300_000)
    #expect(debriefing.json.text.utf8.count < 100_000)
    #expect(debriefing.lines(width: 60, unicode: true).allSatisfy { $0.width <= 60 })
  }

  @Test func manyQuestionsAreShown() {
    var table = MarkTable(
      items: (0..<120).map { MarkTable.Item(name: "question \($0)", maximum: 1) })
    for student in 0..<12 {
      table.add((0..<120).map { Double(($0 * 7 + student * 5) % 11) / 10 })
    }
    var options = Debriefing.Options()
    options.bootstrap = nil
    let debriefing = Debriefing(marks: table, title: "Many", options: options)
    #expect(debriefing.page.matches(of: /<svg\s/).count == StatisticSections.mostCharts + 2)
    #expect(debriefing.markdown.contains("### question 119"))
  }
}
