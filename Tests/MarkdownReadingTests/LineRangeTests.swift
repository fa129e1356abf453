import MarkdownReading
import Testing

@testable import TextLayout

private func ranges(_ text: String, firstLine: Int = 1) -> [ClosedRange<Int>] {
  readMarkdown(text, firstLine: firstLine).blocks.map(\.lines)
}

@Suite("The lines of a block")
struct LineRangeTests {
  @Test func includeTheFencesOfCode() {
    #expect(ranges("a\n\n```\nb\n\n```\nc\n") == [1...1, 3...6, 7...7])
    #expect(ranges("~~~\nnever closed\n") == [1...2])
  }

  @Test func countFromTheLineThatTheCallerNames() {
    #expect(ranges("# a\n\nb\nc", firstLine: 20) == [20...20, 22...23])
  }

  @Test func areThoseOfTheHeadingAndItsUnderline() {
    #expect(ranges("a\n===\n\n---\n") == [1...2, 4...4])
  }

  @Test func partATableFromTheTextThatRunsIntoIt() {
    #expect(ranges("x\n\ny\nz\na|b\n-|-\n1|2\n\nend") == [1...1, 3...4, 5...7, 9...9])
  }

  @Test func leaveOutTheBlankLinesAfterAList() {
    #expect(ranges("- a\n\n- b\n  ```\n  c\n  ```\n\n\n# d\n") == [1...6, 9...9])
  }

  @Test func reachTheEndOfACommentOfSeveralLines() {
    #expect(ranges("<!-- a\n\nb -->\nc\n\n<div>\nd\n\ne") == [1...3, 4...4, 6...7, 9...9])
  }

  @Test func areTheSameWithCarriageReturns() {
    #expect(ranges("a\r\n\r\n```\r\nb\r\n```\r\n") == [1...1, 3...5])
  }
}
