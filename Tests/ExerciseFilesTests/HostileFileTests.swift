import ExerciseFiles
import Foundation
import Testing

@testable import Files

@Suite("Hostile files")
struct HostileFileTests {
  @Test func ofRandomBytesAreToldAsSuch() throws {
    let folder = try TemporaryFolder()
    var state: UInt64 = 1
    let bytes = (0..<100_000).map { _ -> UInt8 in
      state = state &* 6_364_136_223_846_793_005 &+ 1
      return UInt8(truncatingIfNeeded: state >> 56)
    }
    let loaded = ExerciseLoader().load(path: try folder.write(bytes, to: "a.md"))
    #expect(loaded.problems.map(\.diagnostic.id).contains("not-utf8"))
  }

  @Test func withBytesThatAreNotUTF8AreReadWithAWarning() throws {
    let folder = try TemporaryFolder()
    let bytes = Array(withFrontMatter("## 1 A\nna").utf8) + [0xEF] + Array("ve\n".utf8)
    let loaded = ExerciseLoader().load(path: try folder.write(bytes, to: "a.md"))
    #expect(loaded.summary == ["not-utf8:7"])
    #expect(loaded.isSound)
    #expect(loaded.exercise?.question("1")?.prompt == "na\u{FFFD}ve")
  }

  @Test func thatAreTooLargeAreNotRead() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write([UInt8](repeating: 0x61, count: 5 << 20), to: "a.md")
    let loaded = ExerciseLoader().load(path: path)
    #expect(loaded.summary == ["unreadable:1"])
    #expect(loaded.problems.first?.diagnostic.message.contains("larger than 4 MB") == true)
    #expect(loaded.exercise == nil)
  }

  @Test func ofTooMuchMarkdownAreRefused() throws {
    let loaded = try load(withFrontMatter(String(repeating: "words and words\n", count: 100_000)))
    #expect(loaded.summary == ["too-tangled:1"])
  }

  @Test(arguments: ["missing.md", "folder", "pipe"])
  func thatAreNoFilesAreToldAsSuch(name: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "folder/x")
    #expect(mkfifo(folder.path + "/pipe", 0o600) == 0)
    let loaded = ExerciseLoader().load(path: folder.path + "/" + name)
    #expect(loaded.summary == ["unreadable:1"])
    #expect(loaded.exercise == nil)
  }

  @Test(arguments: [
    String(repeating: "[", count: 100_000),
    String(repeating: "- ", count: 100_000),
    String(repeating: "{a: ", count: 50_000),
    String(repeating: "? ", count: 50_000),
    (0..<500).map { String(repeating: " ", count: $0) + "a:" }.joined(separator: "\n"),
    (0..<500).map { String(repeating: " ", count: $0) + "a:" }.joined(separator: "\u{2028}"),
  ])
  func nestedDeeplyAreRefused(yaml: String) throws {
    let loaded = try load(withQuestion(yaml))
    #expect(!loaded.isSound)
    #expect(loaded.exercise?.questions.count == 1)
  }

  @Test func withAliasBombsAreRefused() throws {
    var lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    for level in 1..<30 {
      let part = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      lines.append("a\(level): &a\(level) [\(part)]")
    }
    let bomb = lines.joined(separator: "\n")
    for text in [bomb, bomb + "\n? *a29\n: 1"] {
      let loaded = try load(withQuestion(text))
      #expect(loaded.problems.first?.diagnostic.id == "anchor")
    }
    let broken = try load(withQuestion("a: &\u{2028}b 1\n" + bomb))
    #expect(broken.problems.first?.diagnostic.id == "yaml-star")
  }

  @Test func withManyValuesAreRefused() throws {
    let loaded = try load(
      withQuestion("points: 0\noptions: [" + String(repeating: "a,", count: 150_000) + "a]"))
    #expect(loaded.problems.map(\.diagnostic.id) == ["yaml-too-many"])
  }

  @Test(arguments: ["9223372036854775807", "-9223372036854775808", "1001", "1e18", "0"])
  func withNumbersThatCountNothingAreToldTheLine(number: String) throws {
    let figures = "criteria:\n  - {id: c, points: 1, figures: [3 kg], at_least: \(number)}"
    let texts = [
      ("points: 1\nchoose: \(number)\noptions: [{text: a, right: yes}, b]", "bad-number:10"),
      ("points: 1\ntext: {sentences: 1..2}\n\(figures)", "bad-number:12"),
      (
        "points: 1\ntext: {sentences: \(number)}\n\(figures.replacing(number, with: "1"))",
        "bad-sentences:10"
      ),
      (
        "points: 1\ntext: {sentences: 1..\(number)}\n\(figures.replacing(number, with: "1"))",
        "bad-sentences:10"
      ),
    ]
    for (text, problem) in texts { #expect(try load(withQuestion(text)).summary == [problem]) }
  }

  private static let manyEntries: [String] = {
    let answers = (0..<2000).map { "  a\($0): 1\n" }.joined()
    let criteria = (0..<2000).map { "  - {id: c\($0), points: 0, mentions: [[a]]}\n" }.joined()
    return [
      "options: [" + "a, ".repeated(2000) + "b]", "answers:\n" + answers,
      "text: {sentences: 1}\ncriteria:\n" + criteria,
    ]
  }()

  @Test(arguments: manyEntries)
  func withManyEntriesAreReadUpToABound(yaml: String) throws {
    let loaded = try load(withQuestion("points: 0\n" + yaml))
    #expect(loaded.problems.contains { $0.diagnostic.id == "too-many-entries" })
  }

  @Test func withManyQuestionsAreReadUpToABound() throws {
    let loaded = try load(withFrontMatter((1...1500).map { "## \($0) A\n\n" }.joined()))
    #expect(loaded.exercise?.questions.count == 1000)
    #expect(loaded.problems.map(\.diagnostic.id).contains("too-many-questions"))
  }

  @Test func withManyMistakesAreToldTheFirst() throws {
    let loaded = try load(withFrontMatter("## 1 A\n\n".repeated(900)))
    #expect(loaded.problems.count == 200)
    #expect(!loaded.isSound)
    let warned = try load(withFrontMatter("```chrt\n```\n".repeated(900) + "## 1 A\n\n## 1 B\n"))
    #expect(!warned.isSound)
  }

  @Test func thatRequireManyAreReadOnceForAllOfThem() throws {
    let folder = try TemporaryFolder()
    let ids = (0..<400).map { "e\($0)" }.joined(separator: ", ")
    let text = withFrontMatter("## 1 A\n").replacing("title:", with: "requires: [\(ids)]\ntitle:")
    let path = try folder.write(text, to: "test.md")
    let exercise = try #require(ExerciseLoader().load(path: path).exercise)
    let required = ExerciseLibrary(folders: [folder.path]).required(by: exercise)
    #expect(required.count == 1)
    #expect(required[0].problems.count == 400)
  }

  @Test func withATextOfTooManyMarksAreToldItsLine() throws {
    let loaded = try load(withFrontMatter("## 1 A\n\n" + "*a* <? ".repeated(20_000) + "\n"))
    #expect(loaded.summary == ["text-too-tangled:8"])
    #expect(loaded.isSound)
  }

  @Test func withManyRepeatedKeysAreToldOnceEach() throws {
    let loaded = try load(withQuestion("points: 0\noptions: [a]\n" + "x: 1\n".repeated(1000)))
    #expect(loaded.problems.count == 1)
  }

  @Test func withManyOpenBlocksAreReadInReasonableTime() throws {
    let loaded = try load(withFrontMatter("## 1 A\n" + "```question\n".repeated(20_000)))
    #expect(!loaded.isSound)
  }

  @Test func cutOffAnywhereKeepTheQuestionsBeforeTheCut() throws {
    let path = "\(shippedFolder)/chatgpt-footprint.md"
    let lines = try String(contentsOfFile: path, encoding: .utf8).components(separatedBy: "\n")
    for count in stride(from: 7, to: lines.count, by: 5) {
      let loaded = try load(lines.prefix(count).joined(separator: "\n"))
      let headings = lines.prefix(count).filter { $0.hasPrefix("## ") }.count
      #expect(loaded.exercise?.questions.count == headings, "cut after line \(count)")
    }
  }

  @Test(arguments: [
    "../secret.csv", "/etc/passwd", "~/x.csv", "sub/../../secret.csv", "link.csv",
    "linked/secret.csv",
  ])
  func cannotReachTablesOutsideTheirFolder(path: String) throws {
    let outer = try TemporaryFolder()
    try outer.write("a,b\n1,2\n", to: "secret.csv")
    let inner = try TemporaryFolder()
    try inner.link("link.csv", to: outer.path + "/secret.csv")
    try inner.link("linked", to: outer.path)
    let text = "---\nreckon: 1\nid: a\ntitle: A\ntables:\n  t: '\(path)'\n---\n"
    let loaded = ExerciseLoader().load(path: try inner.write(text, to: "a.md"))
    #expect(loaded.summary == ["table-outside:6"])
    #expect(loaded.exercise?.tables.isEmpty == true)
  }

  @Test func mayLinkToTablesWithinTheirFolder() throws {
    let folder = try TemporaryFolder()
    try folder.write("a,b\n1,2\n", to: "data/t.csv")
    try folder.link("link.csv", to: "data/t.csv")
    let text = "---\nreckon: 1\nid: a\ntitle: A\ntables: {t: link.csv, u: data/t.csv}\n---\n"
    let loaded = ExerciseLoader().load(path: try folder.write(text, to: "a.md"))
    #expect(loaded.summary == [])
    #expect(loaded.exercise?.tables.count == 2)
  }

  @Test func withMistakesInATableNameTheTablesFile() throws {
    let folder = try TemporaryFolder()
    try folder.write("a,b\n\"1\n2\",2\n3\n", to: "t.csv")
    let text = "---\nreckon: 1\nid: a\ntitle: A\ntables: {t: t.csv}\n---\n"
    let loaded = ExerciseLoader().load(path: try folder.write(text, to: "a.md"))
    #expect(loaded.summary == ["ragged-row:4"])
    #expect(loaded.problems.first?.source.name == folder.path + "/t.csv")
  }

  @Test(arguments: [
    (String(repeating: ",", count: 300_000), "table-too-large"),
    (String(repeating: "a\n", count: 100_002), "table-too-large"),
  ])
  func withTablesBeyondBoundsAreRefused(csv: String, id: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(csv, to: "t.csv")
    let text = "---\nreckon: 1\nid: a\ntitle: A\ntables: {t: t.csv}\n---\n"
    let loaded = ExerciseLoader().load(path: try folder.write(text, to: "a.md"))
    #expect(loaded.problems.map(\.diagnostic.id) == [id])
  }
}

extension String {
  fileprivate func repeated(_ count: Int) -> String { String(repeating: self, count: count) }
}
