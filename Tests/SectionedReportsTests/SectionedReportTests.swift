import Testing
import TextLayout

@testable import SectionedReports

@Suite struct SectionedReportTests {
  private func report(_ text: String) -> SectionedReport {
    SectionedReport(
      title: "Title", lead: ["First, \(text)."],
      sections: [
        SectionedReport.Section(
          anchor: "one", title: "One",
          pieces: [
            .paragraph("Said: \(text)"), .list(["\(code: text)", "\(strong: text)"]),
            .quote(text, "By \(text)."),
            .table(
              SectionedReport.Table(
                header: ["Name", "Count"], rows: [["\(text)", "1"]], alignments: [.left, .right])),
          ])
      ])
  }

  @Test func wordsOfOthersAreNoMarkupInAnyForm() {
    let hostile = report("<b>*x*</b> | [a](http://b) \u{1B}[2J")
    #expect(!hostile.page.contains("<b>"))
    #expect(!hostile.page.contains("href=\"http"))
    #expect(hostile.markdown.contains("\\*x\\*"))
    for text in [hostile.page, hostile.markdown] { #expect(!text.contains("\u{1B}")) }
    let drawn = hostile.lines(width: 60, unicode: true).map { $0.rendered(colour: true) }
    #expect(drawn.allSatisfy { !$0.contains("\u{1B}[2J") })
  }

  @Test func allThreeFormsHaveAllPieces() {
    let plain = report("words")
    let terminal = plain.lines(width: 60, unicode: true).map(\.plain).joined(separator: "\n")
    for text in [terminal, plain.markdown, plain.page] {
      for piece in ["Title", "First, words.", "One", "Said: words", "By words.", "Count"] {
        #expect(text.contains(piece), "\(piece)")
      }
    }
    #expect(plain.lines(width: 40, unicode: false).allSatisfy { $0.width <= 40 })
  }

  @Test func whatCanBeTypedIsCodeAndASingleSignIsNone() {
    #expect(("\(told: "Use `a_b` here.")" as Sentence).inlines.count == 3)
    #expect(("\(told: "A ` alone")" as Sentence).plain == "A ` alone")
  }
}
