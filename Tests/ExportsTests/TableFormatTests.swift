import Gradebook
import PageTesting
import Testing

@testable import Exports

/// The tables that are read by people, scripts and nbgrader.
@Suite struct TableFormatTests {
  @Test func theTableOfAClassHasARowAStudent() throws {
    var late = SmallClass.student(
      "Ada Lovelace", id: "1", email: "a@x", score: 8.5, provisional: 0.5, waiting: 1)
    late.isLate = true
    let made = try ExportFormat.csv.make(
      SmallClass.order([late, SmallClass.student("Bob", id: "2")]))
    #expect(
      made.text == """
        id,name,email,standing,late,score,maximum,waiting,1\r
        1,Ada Lovelace,a@x,graded,yes,9,10,1,9\r
        2,Bob,,missing,,,10,,\r

        """)
    #expect(made.notices == [.unsettled(1, .counted)])
    #expect(made.count == 1)
    #expect(!made.isIncomplete)
  }

  @Test func markAndPointsAreLeftOutUntilAPersonHasConfirmedThem() throws {
    let order = SmallClass.order([
      SmallClass.student("Ada", id: "1", score: 8, provisional: 0.5),
      SmallClass.student("Bob", id: "2", score: 7),
    ]) { $0.rule.unconfirmed = .withoutMark }
    let made = try ExportFormat.csv.make(order)
    let rows = parsedCSV(made.text)
    #expect(rows[1][5] == "" && rows[1][8] == "")
    #expect(rows[2][5] == "7")
    #expect(made.notices == [.unsettled(1, .withoutMark)])
  }

  @Test func hostileNamesStayOneCellEachAndRunNothing() throws {
    for format in [ExportFormat.csv, .nbgrader, .canvas] {
      let made = try format.make(SmallClass.order(SmallClass.hostile))
      let rows = parsedCSV(made.text)
      let head = rows[0].count
      let students = rows.dropFirst().filter { !$0[0].contains("Points Possible") }
      #expect(students.count == SmallClass.hostile.count)
      for row in students {
        #expect(row.count == head)
        for cell in row {
          #expect(cell.first.map { "=+-@\t\r\n＝".contains($0) } != true, "\(cell)")
          #expect(!cell.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x202E })
        }
      }
    }
  }

  @Test func nbgraderHasItsColumnsAndTimesInUTC() throws {
    var student = SmallClass.student("Lovelace, Ada", id: "7", email: "a@x", score: 8)
    student.submitted = "2024-12-01T23:58:00+01:00"
    var order = SmallClass.order([student, SmallClass.student("Bob", id: "8")])
    order.marks.due = "2024-12-01T23:59:00+01:00"
    let rows = parsedCSV(try ExportFormat.nbgrader.make(order).text)
    #expect(
      rows == [
        [
          "assignment", "duedate", "timestamp", "student_id", "last_name", "first_name", "email",
          "raw_score", "late_submission_penalty", "score", "max_score",
        ],
        [
          "kettle", "2024-12-01 22:59:00", "2024-12-01 22:58:00", "7", "Lovelace", "Ada", "a@x",
          "8.0", "0.0", "8.0", "10.0",
        ],
        ["kettle", "2024-12-01 22:59:00", "", "8", "Bob", "", "", "0.0", "0.0", "0.0", "10.0"],
      ])
  }

  @Test func aStudentWithoutAMarkIsTold() throws {
    var student = SmallClass.student("Ada", id: "1")
    student.standing = .unreadable
    let made = try ExportFormat.csv.make(
      SmallClass.order([student, SmallClass.student("Bob", id: "2", score: 1)]))
    #expect(made.notices == [.unmarked(["Ada (1)"])])
    #expect(parsedCSV(made.text)[1][3] == "unreadable")
  }

  @Test func thePageHasEveryFormat() {
    let page = Page("exports.md").text
    for format in ExportFormat.all { #expect(page.contains("\n| `\(format.name)` | ")) }
    #expect(Set(ExportFormat.all.map(\.name)).count == ExportFormat.all.count)
  }
}
