import MarkdownReading
import Testing

@Suite("Front matter")
struct FrontMatterTests {
  @Test func isPartedFromTheBody() throws {
    let text = "---\nid: x\ntitle: é\n---\n## 1\n"
    let found = try closed(text)
    #expect(found.yaml == "id: x\ntitle: é\n")
    #expect(found.yamlFirstLine == 2)
    #expect(found.body == "## 1\n")
    #expect(found.bodyFirstLine == 5)
    #expect(String(decoding: Array(text.utf8)[found.bodyOffset...], as: UTF8.self) == "## 1\n")
  }

  @Test(arguments: [
    "---\nid: x\n...\nbody", "\u{FEFF}---\nid: x\n---\nbody", "--- \nid: x\n---\t\nbody",
  ])
  func toleratesDotsByteOrderMarksAndSpaces(text: String) throws {
    let found = try closed(text)
    #expect(found.yaml == "id: x\n")
    #expect(found.body == "body")
    #expect(found.bodyFirstLine == 4)
  }

  @Test func toleratesCarriageReturns() throws {
    let found = try closed("---\r\nid: x\r\n---\r\nbody\r\n")
    #expect(found.yaml == "id: x\r\n")
    #expect(found.body == "body\r\n")
  }

  @Test func mayBeEmptyAndEndTheText() throws {
    let found = try closed("---\n---")
    #expect(found.yaml.isEmpty)
    #expect(found.body.isEmpty)
    #expect(found.bodyFirstLine == 3)
  }

  @Test(arguments: ["", "a\n---\nb\n---\n", "\n---\na: 1\n---\n", "----\na\n----\n", " ---\n---\n"])
  func isAbsentWhereTheFirstLineDoesNotOpenIt(text: String) {
    #expect(splitFrontMatter(text) == .none(body: text))
  }

  @Test func isAbsentFromABodyBehindAByteOrderMark() {
    #expect(splitFrontMatter("\u{FEFF}# a") == .none(body: "# a"))
  }

  @Test(arguments: ["---", "---\n", "---\nid: x\n", "---\nid: x\n ---\n----\n"])
  func isReportedWhereNothingClosesIt(text: String) {
    #expect(splitFrontMatter(text) == .unclosed)
  }

  private func closed(_ text: String) throws -> FrontMatter {
    guard case .closed(let found) = splitFrontMatter(text) else {
      throw NotClosed(text: text)
    }
    return found
  }

  private struct NotClosed: Error {
    var text: String
  }
}
