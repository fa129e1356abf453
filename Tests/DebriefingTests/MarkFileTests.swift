import Diagnostics
import Foundation
import ItemAnalysis
import Testing

@testable import Debriefing

/// Files of marks from elsewhere.
@Suite struct MarkFileTests {
  static func text(of name: String) throws -> String {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Pages")
    return try String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }

  /// Each problem with its line and its sentence.
  private func told(_ text: String) -> [String] {
    MarkFile(text).problems.map { located in
      "\(located.line) \(located.diagnostic.id): \(located.diagnostic.message)"
    }
  }

  @Test(arguments: [("quiz.csv", 25, 7), ("states.csv", 22, 20)])
  func theClassesOfMoodleAreRead(_ name: String, _ students: Int, _ questions: Int) throws {
    let file = MarkFile(try Self.text(of: name))
    let table = try #require(file.table)
    #expect(file.problems.isEmpty)
    #expect(table.rows.count == students)
    #expect(table.items.count == questions)
    #expect(table.items[1].name == "slot2")
  }

  @Test(arguments: [
    "student,1.1,1.2\nmax,1,2\na,0.5,2\nb,1,0\n",
    "\u{FEFF}student,1.1,1.2\r\nmax,1,2\r\na,0.5,2\r\nb,1,0",
    "student;1.1;1.2\nmax;1;2\na;0,5;2\nb;1;0\n",
    "student\t1.1\t1.2\nmax\t1\t2\na\t0,5\t2\nb\t1\t0\n\n",
    "\"student\",\"1.1\",\"1.2\"\n MAX ,1,2\n\"a, b\",\" 0.5\",2\nb,1,0\n,,\n",
  ])
  func separatorsAndLineEndsDoNotMatter(_ text: String) throws {
    let file = MarkFile(text)
    #expect(file.problems.isEmpty)
    let table = try #require(file.table)
    #expect(table.items.map(\.name) == ["1.1", "1.2"])
    #expect(table.items.map(\.maximum) == [1, 2])
    #expect(table.rows == [[0.5, 2], [1, 0]])
  }

  @Test func cellsWithoutAMarkCountAsNothingAndAreCounted() throws {
    let text = "student,a,b\nmax,1,2\nx,,2\ny,-,\nz,1,1\n"
    #expect(try #require(MarkFile(text).table).rows == [[0, 2], [0, 0], [1, 1]])
    #expect(
      told(text) == [
        "3 mark-missing: A cell without a mark counts as 0. There are 2 more of this kind."
      ])
  }

  @Test(arguments: [
    ("", "1 marks-empty: There are no marks in this file."),
    ("student\nmax\n", "1 marks-empty: There are no marks in this file."),
    ("student,a\nx,1\ny,0\n", "2 marks-no-max: There is no row of maxima."),
    ("student,a,a\nmax,1,1\nx,1,1\n", "1 marks-heading-twice: Two columns have the heading “a”."),
    ("student,a,\nmax,1,1\nx,1,1\n", "1 marks-empty-heading: Column 3 has no heading."),
    (
      "student,a,b\nmax,1,1\nx,1\ny,1,1\n",
      "3 marks-ragged: This row has 2 cells, and the headings are 3."
    ),
    ("student,a\nmax,1\nx,one\n", "3 mark-no-number: “one” for “a” is not a number."),
    ("student,a\nmax,1\nx,nan\n", "3 mark-no-number: “nan” for “a” is not a number."),
    ("student,a\nmax,1\nx,\"0,5\"\n", "3 mark-no-number: “0,5” for “a” is not a number."),
    ("student,a\nmax,-1\nx,-1\n", "2 marks-negative-maximum: The maximum of “a” is below 0."),
    ("student,a\nmax,1\n", "2 marks-no-students: There is no row of a student."),
    (
      "student,a\nmax,1\nx,\"1\ny,0\n",
      "3 marks-quotes: A quotation mark is not closed, or stands within a cell."
    ),
  ])
  func aFaultIsToldWithItsLine(_ text: String, _ expected: String) {
    #expect(told(text) == [expected])
    #expect(MarkFile(text).table == nil)
  }

  @Test func whatIsDoubtfulIsToldAndTaken() throws {
    let text = "student,a,b,total\nmax,1,2,3\nx,1.5,1,2.5\nx,1,1,2\ny,0,0,0\n"
    #expect(
      told(text) == [
        "1 marks-total: “total” is the sum of the other columns, and is taken for a question.",
        "3 mark-above-maximum: A mark for “a” is 1.5, and the row `max` says 1. It is taken as it is.",
        "4 marks-student-twice: The student of this row has one further up; both are counted.",
      ])
    #expect(try #require(MarkFile(text).table).rows.count == 3)
  }

  @Test func whatIsMissingIsSaidWithWhatToAdd() {
    #expect(
      MarkFile("student,a\nx,1\n").problems.first?.diagnostic.help == [
        "Add a row below the headings that begins with `max`: `max,1,2` for questions of 1 and 2 points."
      ])
  }

  @Test func aStudentMayBeCalledMax() throws {
    let file = MarkFile("student,a\nmax,2\nMax,1\nMaxine,2\n")
    #expect(try #require(file.table).rows == [[1], [2]])
  }

  @Test func aTableThatIsTooWideIsRefused() {
    let width = MarkFile.mostColumns + 1
    let row = [String](repeating: "1", count: width).joined(separator: ",")
    let heads = (0..<width).map { "q\($0)" }.joined(separator: ",")
    #expect(
      told("student,\(heads)\nmax,\(row)\nx,\(row)\n") == [
        "1 marks-too-large: There are more than 1000 columns."
      ])
  }
}
