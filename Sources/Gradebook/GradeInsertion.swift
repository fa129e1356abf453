import GRDB

/// Statements that keep a grade, prepared once for many of them.
struct GradeInsertion {
  private let grades: Statement
  private let marks: Statement
  private let answers: Statement
  private let criteria: Statement
  private let asked: Statement
  private let takenBack: Statement

  init(_ db: Database) throws {
    func insertion(into table: String, _ count: Int) throws -> Statement {
      let places = Array(repeating: "?", count: count).joined(separator: ", ")
      return try db.cachedStatement(sql: "INSERT INTO \(table) VALUES (\(places))")
    }
    grades = try insertion(into: "grade", 17)
    marks = try insertion(into: "mark", 18)
    answers = try insertion(into: "answer", 13)
    criteria = try insertion(into: "criterion", 10)
    asked = try insertion(into: "asked", 6)
    takenBack = try insertion(into: "historyRemark", 5)
  }

  /// Arguments stand as literals: an array of them would be gone through by calls that are looked up
  /// one by one, at four times the cost.
  func insert(_ grade: PlacedGrade) throws {
    let record = grade.record
    let (exercise, student) = (record.exercise, record.student)
    try grades.execute(arguments: [
      exercise, student, record.standing.rawValue, record.score, record.provisional,
      record.waiting, record.maximum, record.submitted, record.isLate, record.isEditedAfterDue,
      record.remark, record.problems, grade.file, grade.notebook, record.exerciseDigest,
      grade.version, grade.input,
    ])
    for mark in record.marks {
      try marks.execute(arguments: [
        exercise, student, mark.question, mark.score, mark.provisional, mark.waiting,
        mark.maximum, mark.isAttempted, mark.isSkipped, mark.tries, mark.hints, mark.hintCost,
        mark.text, mark.score, mark.provisional, mark.waiting, mark.hintPrice, mark.workDigest,
      ])
      for (position, answer) in mark.answers.enumerated() {
        try answers.execute(arguments: [
          exercise, student, mark.question, position, answer.name, answer.verdict, answer.share,
          answer.cause, answer.message, answer.typed, answer.value, answer.maximum, nil,
        ])
      }
      for (position, criterion) in mark.criteria.enumerated() {
        try criteria.execute(arguments: [
          exercise, student, mark.question, criterion.id, position, criterion.kind,
          criterion.points, criterion.isMet, criterion.message, nil,
        ])
      }
    }
    for (position, remark) in record.takenBack.enumerated() {
      try takenBack.execute(arguments: [
        exercise, student, position, remark.question ?? "", remark.text,
      ])
    }
    for (position, question) in record.asked.enumerated() {
      try asked.execute(arguments: [
        exercise, student, position, question.question, question.time, question.text,
      ])
    }
  }
}
