import GRDB
import Submissions

/// The marks of a class for an exercise, student by student, with those who handed nothing in.
public struct ClassMarks: Sendable {
  /// A question that counts.
  public struct Question: Hashable, Sendable {
    public var id: String
    public var title: String
    public var maximum: Double

    public init(id: String, title: String = "", maximum: Double) {
      (self.id, self.title, self.maximum) = (id, title, maximum)
    }
  }

  /// Points of a question or of the whole.
  public struct Points: Hashable, Sendable {
    /// Those that are sure.
    public var score: Double
    /// Those that a machine gives and a person has yet to confirm.
    public var provisional: Double
    /// Those that a person has yet to give.
    public var waiting: Double

    public init(score: Double, provisional: Double = 0, waiting: Double = 0) {
      (self.score, self.provisional, self.waiting) = (score, provisional, waiting)
    }

    /// Whether a person has yet to look at it.
    public var isOpen: Bool { provisional > 0 || waiting > 0 }
  }

  /// A student, and what the work has earned.
  public struct Student: Sendable {
    /// By which the gradebook knows the student: the number, the address or the name of the roster,
    /// else the name of the folder, else what the notebook says.
    public var key: String
    /// Empty where nothing tells; what the notebook claims where no roster names the student.
    public var id = ""
    public var name = ""
    public var email = ""
    /// Number of the submission on the learning platform; empty where none is known.
    public var submission = ""
    /// Whether the roster names the student.
    public var isExpected = true
    /// What became of what was handed in; nil where nothing was.
    public var standing: Standing?
    /// When it was handed in, as ISO 8601 has it; nil where nothing tells.
    public var submitted: String?
    /// Nil where nothing tells.
    public var isLate: Bool?
    /// Nil where there is no mark.
    public var points: Points?
    /// By the question's id.
    public var marks: [String: Points] = [:]

    public init(key: String) { self.key = key }
  }

  /// The exercise's id.
  public var exercise: String
  public var title: String
  /// As ISO 8601 has it; nil where nothing is due.
  public var due: String?
  /// Points of all questions that count.
  public var maximum: Double
  /// Those that count, in the order of the exercise.
  public var questions: [Question] = []
  /// In the order of their names, then of their keys.
  public var students: [Student] = []

  public init(exercise: String, title: String, maximum: Double) {
    (self.exercise, self.title, self.maximum) = (exercise, title, maximum)
  }

  /// Whether there is a list of who belongs to the class.
  public var hasRoster: Bool { students.contains(where: \.isExpected) }
}

extension Gradebook {
  /// The marks of an exercise; nil where the gradebook does not know it.
  public func marks(of exercise: String) throws(Failure) -> ClassMarks? {
    try read { db in
      guard
        let head = try Row.fetchOne(
          db, sql: "SELECT title, due, maximum FROM exercise WHERE id = ?", arguments: [exercise])
      else { return nil }
      var marks = ClassMarks(exercise: exercise, title: head["title"], maximum: head["maximum"])
      marks.due = head["due"]
      marks.questions = try Row.fetchAll(
        db,
        sql: """
          SELECT id, title, maximum FROM question
          WHERE exercise = ? AND maximum > 0 AND NOT practice ORDER BY position
          """, arguments: [exercise]
      ).map { ClassMarks.Question(id: $0["id"], title: $0["title"], maximum: $0["maximum"]) }
      marks.students = try students(of: exercise, in: db)
      return marks
    }
  }

  private func students(of exercise: String, in db: Database) throws -> [ClassMarks.Student] {
    var points: [String: [String: ClassMarks.Points]] = [:]
    let cursor = try Row.fetchCursor(
      db,
      sql: "SELECT student, question, score, provisional, waiting FROM mark WHERE exercise = ?",
      arguments: [exercise])
    while let row = try cursor.next() {
      points[row["student"], default: [:]][row["question"]] = Self.points(row)
    }
    // Of files without a grade the one that comes nearest to having one tells what became of it.
    return try Row.fetchAll(
      db,
      sql: """
        SELECT key, student.id, student.name, email, submission, expected, grade.score,
          provisional, waiting, grade.submitted, late, grade.file,
          coalesce(grade.standing, (SELECT standing FROM file WHERE file.student = key
            AND (file.exercise IS NULL OR file.exercise = :exercise)
            ORDER BY CASE standing WHEN 'unreadable' THEN 0 WHEN 'wrong-exercise' THEN 1 ELSE 2 END
            LIMIT 1)) AS standing
        FROM student LEFT JOIN grade ON grade.student = key AND grade.exercise = :exercise
        WHERE expected OR grade.student IS NOT NULL OR key IN (
          SELECT student FROM file WHERE student IS NOT NULL
            AND (exercise IS NULL OR exercise = :exercise))
        ORDER BY student.name, key
        """, arguments: ["exercise": exercise]
    ).map { row in
      var student = ClassMarks.Student(key: row["key"])
      student.id = row["id"]
      student.name = row["name"]
      student.email = row["email"]
      student.submission = row["submission"]
      if student.submission.isEmpty, let file = row["file"] as String? {
        student.submission = MoodleName(path: file)?.id ?? ""
      }
      student.isExpected = row["expected"]
      student.standing = (row["standing"] as String?).flatMap { Standing(rawValue: $0) }
      student.submitted = row["submitted"]
      student.isLate = row["late"]
      if row["score"] as Double? != nil {
        student.points = Self.points(row)
        student.marks = points[student.key] ?? [:]
      }
      return student
    }
  }

  private static func points(_ row: Row) -> ClassMarks.Points {
    ClassMarks.Points(
      score: row["score"], provisional: row["provisional"], waiting: row["waiting"])
  }
}
