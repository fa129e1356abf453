import Diagnostics
import Testing

@testable import ExerciseFiles
@testable import Files

/// One beyond each limit of docs/limits.md, and at it.
@Suite struct LimitTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let limit: Int
    let id: String
    /// An exercise that has as many as that.
    let text: @Sendable (Int) -> String

    init(_ name: String, _ limit: Int, _ id: String, _ text: @escaping @Sendable (Int) -> String) {
      (testDescription, self.limit, self.id, self.text) = (name, limit, id, text)
    }
  }

  private static func many(_ count: Int, _ piece: (Int) -> String) -> String {
    (0..<count).map(piece).joined()
  }

  private static func table(_ text: String) -> String {
    withFrontMatter("```table t\n" + text + "\n```\n")
  }

  private static let ofExercises = [
    Case("shows", 100, "too-many-shows") {
      withFrontMatter(many($0) { _ in "```show\n1\n```\n\n" })
    },
    Case("formulas of a text", LiveTextReader.mostFormulas, "show-too-large") {
      withFrontMatter("```show\n" + many($0) { _ in "{1} " } + "\n```\n")
    },
    Case("constants", 200, "too-many-figures") {
      "---\nreckon: 1\nid: test\ntitle: Test\nconstants:\n"
        + many($0) { "  c\($0): {value: 1 kg, is: A figure., source: S}\n" } + "---\n"
    },
    Case("entries", 500, "too-many-entries") {
      withQuestion("points: 1\nanswers: {x: 1}\nhints:\n" + many($0) { "  - Hint \($0).\n" })
    },
    Case("figures of an answer", 15, "bad-number") {
      withQuestion("points: 1\nanswers: {x: {expect: 1, sigfigs: \($0)}}")
    },
    Case("points", 10_000, "bad-number") { withQuestion("points: \($0)\nanswers: {x: 1}") },
    Case("options to choose", NumberBound.mostCounted, "bad-number") {
      withQuestion("points: 1\nchoose: \($0)\noptions:\n  - {text: A, right: yes}\n  - {text: B}")
    },
    Case("series", 12, "too-many-series") {
      withQuestion("points: 1\nanswers: {x: 1}")
        + "\n```chart\nkind: lines\nover: {n: 0 .. 10}\nseries:\n" + many($0) { "  s\($0): n\n" }
        + "```\n"
    },
    Case("columns", TableReader.mostColumns, "table-too-large") { count in
      table(
        (0..<count).map { "c\($0)" }.joined(separator: ",") + "\n"
          + String(repeating: ",", count: count - 1))
    },
  ]

  @Test(arguments: ofExercises)
  func anExerciseIsReadUpToItsLimitAndToldBeyond(_ limit: Case) throws {
    func told(_ count: Int) throws -> Bool {
      try load(limit.text(count)).problems.contains { $0.diagnostic.id == limit.id }
    }
    #expect(try !told(limit.limit))
    #expect(try told(limit.limit + 1))
  }

  @Test func aTableOfTooManyCellsIsRefused() throws {
    let log = ProblemLog(SourceText("a,b\n1,2\n3,4\n"))
    let text = String(decoding: log.source.bytes, as: UTF8.self)
    #expect(TableReader(log: log, firstLine: 1, cellLimit: 6).table(text, name: "t") != nil)
    #expect(TableReader(log: log, firstLine: 1, cellLimit: 5).table(text, name: "t") == nil)
    #expect(log.problems.map(\.diagnostic.message) == ["The table has more than 5 cells."])
  }

  @Test func aTableOfRemarksAloneIsReadInTimeOfItsLength() throws {
    let log = ProblemLog(SourceText(""))
    let text = String(repeating: "# a,b\n", count: 30_000)
    #expect(TableReader(log: log, firstLine: 1).table(text, name: "t")?.rowCount == 29_999)
  }

  /// A path with a blank is told, however many signs of pictures stand before it.
  @Test func signsOfPicturesWithoutAnEndAreGoneThroughOnce() {
    let signs = String(repeating: "![a](", count: 20_000)
    #expect(UnreadMark.pictures(in: signs).isEmpty)
    #expect(
      UnreadMark.pictures(in: "![a](b c) ![[d|e]] ![f](g) ![h").map(\.typed) == [
        "![a](b c)", "![[d|e]]",
      ])
  }

  @Test func aTableFileOfMoreBytesIsNotRead() throws {
    let folder = try TemporaryFolder()
    try folder.write([UInt8](repeating: 0x61, count: 16 << 20 + 1), to: "t.csv")
    let text = "---\nreckon: 1\nid: a\ntitle: A\ntables: {t: t.csv}\n---\n"
    let loaded = ExerciseLoader().load(path: try folder.write(text, to: "a.md"))
    #expect(loaded.problems.map(\.diagnostic.id) == ["unreadable"])
  }

  @Test func ofAFolderOfVeryManyFilesThatIsTold() throws {
    let folder = try TemporaryFolder()
    for number in 0..<FolderIndex.mostFiles { try folder.write("", to: "e\(number).md") }
    // Notebooks and the like do not count.
    try folder.write("", to: "e.answers.md")
    let library = ExerciseLibrary(folders: [folder.path])
    #expect(library.crowded.folders.isEmpty)
    try folder.write("", to: "one-more.md")
    #expect(library.crowded.folders == [folder.path])
  }
}
