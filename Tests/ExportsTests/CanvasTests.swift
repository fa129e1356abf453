import Gradebook
import Testing

@testable import Exports

@Suite struct CanvasTests {
  private let students = [
    SmallClass.student("Ada Lovelace", id: "345", score: 8.5),
    SmallClass.student("Zoë O'Neil", id: "346", email: "zoe", score: 7),
  ]
  private let sheet = """
    Student,ID,SIS User ID,SIS Login ID,Section,Warm-up (12),Kettle (4711),Current Score
    ,,,,,Manual Posting,,(read only)
        Points Possible,,,,,5,10,(read only)
    "Lovelace, Ada",17,345,ada,"S1, S2",3,,90.5
    "O'Neil, Zoë",18,,zoe,S1,4,6.00,80
    "Student, Test",99,,,S1,,,

    """

  private func order(_ text: String, column: String? = nil) -> MarkOrder {
    SmallClass.order(students) {
      $0.gradebookCSV = GivenFile(name: "canvas.csv", bytes: Array(text.utf8))
      $0.column = column
    }
  }

  @Test func theAssignmentsColumnIsFilledInAndNothingElse() throws {
    let made = try ExportFormat.canvas.make(order(sheet))
    #expect(
      made.text
        == sheet.replacing("S2\",3,,90.5", with: "S2\",3,8.5,90.5")
        .replacing("4,6.00,80", with: "4,7,80"))
    #expect(made.notices == [.replaced(["Zoë O'Neil (346)"], inWorksheet: false)])
    #expect(!made.isIncomplete)
  }

  @Test func aColumnMayBeNamedAndOneThatIsNotThereIsTold() throws {
    let made = try ExportFormat.canvas.make(order(sheet, column: "Warm-up (12)"))
    #expect(made.text.contains("S2\",8.5,,90.5"))
    #expect(made.notices.contains(.otherMaximum(theirs: "5", own: "10")))
    #expect(
      throws: ExportRefusal.columnUnclear(
        title: "Kettle", among: ["Warm-up (12)", "Tea (4711)"])
    ) {
      try ExportFormat.canvas.make(order(sheet.replacing("Kettle", with: "Tea")))
    }
    #expect(throws: ExportRefusal.readOnlyColumn("Current Score")) {
      try ExportFormat.canvas.make(order(sheet, column: "Current Score"))
    }
  }

  @Test func whoIsNotInCanvasIsTold() throws {
    let text = sheet.split(separator: "\n").filter { !$0.contains("Zoë") }.joined(separator: "\n")
    let made = try ExportFormat.canvas.make(order(text))
    #expect(made.notices == [.unknown(["Zoë O'Neil (346)"], in: "canvas.csv")])
    #expect(made.isIncomplete)
  }

  /// After canvas-lms: lib/gradebook_importer.rb.
  @Test func aNewTableHasTheHeadingsThatCanvasAsksFor() throws {
    var order = SmallClass.order(students)
    order.marks.title = "Kettle (2)"
    let made = try ExportFormat.canvas.make(order)
    let rows = parsedCSV(made.text)
    #expect(rows[0].prefix(2) == ["Student", "ID"])
    #expect(rows[0][2].contains("SIS User ID") && rows[0][3].contains("SIS Login ID"))
    #expect(rows[0][4].contains("Section"))
    // `Title (2)` would be the assignment of that number.
    #expect(rows[0][5] == "Kettle [2]")
    #expect(rows[1][0].contains("Points Possible") && rows[1][5] == "10")
    #expect(rows[2] == ["Ada Lovelace", "", "345", "", "", "8.5"])
    #expect(made.notices == [.newAssignment("Kettle [2]")])
  }
}
