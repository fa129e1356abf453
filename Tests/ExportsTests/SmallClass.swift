import Gradebook
import Submissions

@testable import Exports

/// A class of a few students, for tests.
enum SmallClass {
  static func student(
    _ name: String, id: String = "", email: String = "", submission: String = "",
    score: Double? = nil, provisional: Double = 0, waiting: Double = 0, isExpected: Bool = true,
    key: String? = nil
  ) -> ClassMarks.Student {
    var student = ClassMarks.Student(key: key ?? (id.isEmpty ? name : id))
    (student.name, student.id, student.email) = (name, id, email)
    (student.submission, student.isExpected) = (submission, isExpected)
    if let score {
      student.standing = .graded
      student.points = ClassMarks.Points(score: score, provisional: provisional, waiting: waiting)
      student.marks = [
        "1": ClassMarks.Points(score: score, provisional: provisional, waiting: waiting)
      ]
    }
    return student
  }

  static func marks(_ students: [ClassMarks.Student], maximum: Double = 10) -> ClassMarks {
    var marks = ClassMarks(exercise: "kettle", title: "Kettle", maximum: maximum)
    marks.questions = [ClassMarks.Question(id: "1", title: "Power", maximum: maximum)]
    marks.students = students
    return marks
  }

  static func order(
    _ students: [ClassMarks.Student], maximum: Double = 10,
    _ change: (inout MarkOrder) -> Void = { _ in }
  ) -> MarkOrder {
    var order = MarkOrder(marks(students, maximum: maximum)) { key in
      ("feedback for \(key)", "<p>feedback for \(key)</p>")
    }
    change(&order)
    return order
  }

  /// Names that do harm where they are not written with care.
  static let hostileNames = [
    "Comma, Anna", "\"Quote\" Bob", "=cmd|'/C calc'!A0", "../../etc/passwd", "New\nLine",
    "\u{202E}gnp.exe", "-2+3", "@SUM(A1)", "\t=1+1", "A_B_C", "a/b\\c",
    String(repeating: "Very long name ", count: 60), "CON", "...", "\u{0}\u{7}", "＝HYPERLINK()",
  ]

  static var hostile: [ClassMarks.Student] {
    hostileNames.enumerated().map { index, name in
      student(
        name, id: "\(1000 + index)", email: "s\(index)@x.org", submission: "\(77 + index)",
        score: Double(index % 5))
    }
  }
}

extension ExportFormat {
  /// What it makes of the marks of a class.
  func make(_ order: MarkOrder) throws -> Export {
    guard case .marks(let make) = maker else { throw ExportRefusal.oneExercise }
    return try make(order)
  }
}

extension Export {
  /// Of the only file.
  var text: String { String(decoding: files[0].bytes, as: UTF8.self) }
}

/// Reads CSV as the platforms' own libraries do (RFC 4180), written apart from what it tests: one
/// character at a time into a list of lists.
func parsedCSV(_ text: String, separator: Character = ",") -> [[String]] {
  var rows: [[String]] = []
  var row: [String] = []
  var cell = ""
  var isQuoted = false
  var characters = Array(text.unicodeScalars.map(Character.init))
  if characters.first == "\u{FEFF}" { characters.removeFirst() }
  var index = 0
  while index < characters.count {
    let character = characters[index]
    let next = index + 1 < characters.count ? characters[index + 1] : nil
    if isQuoted {
      if character == "\"", next == "\"" {
        cell.append("\"")
        index += 1
      } else if character == "\"" {
        isQuoted = false
      } else {
        cell.append(character)
      }
    } else if character == "\"", cell.isEmpty {
      isQuoted = true
    } else if character == separator {
      row.append(cell)
      cell = ""
    } else if character == "\r", next == "\n" {
      // The newline ends the row.
    } else if character == "\n" || character == "\r" {
      rows.append(row + [cell])
      (row, cell) = ([], "")
    } else {
      cell.append(character)
    }
    index += 1
  }
  if !cell.isEmpty || !row.isEmpty { rows.append(row + [cell]) }
  return rows
}
