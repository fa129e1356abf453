import Dates
import Exercises
import GRDB
import ItemAnalysis
import NotebookGrading
import Submissions

/// A grade with what it was computed from.
struct PlacedGrade: Sendable {
  var record: GradeRecord
  var file: String
  var notebook: String
  var version: String
  /// The digest of all that it was computed from.
  var input: String
}

extension Gradebook {
  /// Keeps what an exercise asks for, as it is now.
  func keep(_ opened: OpenedExercise) throws(Failure) {
    let exercise = opened.exercise
    let digest = opened.digest
    let known = try read { db in
      try String.fetchOne(
        db, sql: "SELECT digest FROM exercise WHERE id = ?", arguments: [exercise.id])
    }
    if known == digest { return }
    try write { db in
      try db.execute(
        sql: "INSERT OR REPLACE INTO exercise VALUES (?, ?, ?, ?, ?)",
        arguments: [exercise.id, exercise.title, digest, exercise.due, exercise.maximum])
      for table in ["question", "option"] {
        try db.execute(sql: "DELETE FROM \(table) WHERE exercise = ?", arguments: [exercise.id])
      }
      for (position, question) in exercise.questions.enumerated() {
        guard let kind = ClassResults.Question.Kind(of: question) else { continue }
        try db.execute(
          sql: "INSERT INTO question VALUES (?, ?, ?, ?, ?, ?, ?)",
          arguments: [
            exercise.id, question.id, position, question.title, kind.rawValue, question.points,
            question.isPractice,
          ])
        guard case .choice(let choice) = question.body else { continue }
        for (position, option) in choice.options.enumerated() {
          try db.execute(
            sql: "INSERT INTO option VALUES (?, ?, ?, ?, ?)",
            arguments: [
              exercise.id, question.id, position, option.text,
              kind == .poll ? nil : option.credit.isRight,
            ])
        }
      }
    }
  }

  /// Keeps grades, with what persons have decided on them, and notes the marks that they change.
  ///
  /// - Parameter now: given to changes.
  func keep(_ grades: [PlacedGrade], now: Moment) throws(Failure) -> Int {
    try write { db in
      let insertion = try GradeInsertion(db)
      var changes = 0
      for grade in grades {
        let (exercise, student) = (grade.record.exercise, grade.record.student)
        let before = try GradeInBook(exercise, student, in: db)
        if before != nil { try remove(exercise, student, in: db) }
        try insertion.insert(grade)
        try settle(exercise, student, in: db)
        guard let before, let after = try GradeInBook(exercise, student, in: db) else { continue }
        if try note(from: before, to: after, now: now, in: db) { changes += 1 }
      }
      return changes
    }
  }

  private static let parts = ["grade", "mark", "answer", "criterion", "asked", "historyRemark"]

  private func remove(_ exercise: String, _ student: String, in db: Database) throws {
    for table in Self.parts {
      let statement = try db.cachedStatement(
        sql: "DELETE FROM \(table) WHERE exercise = ? AND student = ?")
      try statement.execute(arguments: [exercise, student])
    }
  }

  /// Notes the marks that differ; whether there are any.
  private func note(
    from before: GradeInBook, to after: GradeInBook, now: Moment, in db: Database
  ) throws -> Bool {
    let why = after.reasons(since: before)
    let questions = Set(before.points.keys).union(after.points.keys).sorted()
    let changed = questions.filter { before.points[$0] != after.points[$0] }
    for question in changed.isEmpty ? [] : changed + [""] {
      let (old, new) =
        question.isEmpty
        ? (before.total, after.total) : (before.points[question], after.points[question])
      try note(after.exercise, after.student, question, from: old, to: new, why, now: now, in: db)
    }
    return !changed.isEmpty
  }

  private func note(
    _ exercise: String, _ student: String, _ question: String, from old: Double?,
    to new: Double?, _ why: String, now: Moment, in db: Database
  ) throws {
    try db.execute(
      sql: """
        INSERT INTO change (exercise, student, question, before, after, why, time)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """, arguments: [exercise, student, question, old, new, why, now.text])
  }

  /// Takes away grades whose notebooks no longer count; returns how many.
  func removeOrphans(now: Moment) throws(Failure) -> Int {
    try write { db in
      let orphans = try Row.fetchAll(
        db,
        sql: """
          SELECT exercise, student, score + provisional AS points FROM grade WHERE NOT EXISTS (
            SELECT 1 FROM file WHERE file.student = grade.student
              AND file.exercise = grade.exercise AND file.standing IN ('graded', 'empty'))
          """)
      for row in orphans {
        let (exercise, student): (String, String) = (row["exercise"], row["student"])
        let points: Double = row["points"]
        try remove(exercise, student, in: db)
        try note(
          exercise, student, "", from: points, to: nil, "no notebook", now: now, in: db)
      }
      return orphans.count
    }
  }

  /// Makes the files' standings those that grading has found.
  func settleStandings() throws(Failure) {
    try write { db in
      try db.execute(
        sql: """
          UPDATE file SET standing = grade.standing,
            remark = iif(grade.remark IS NULL, file.remark,
              ltrim(coalesce(file.remark, '') || ' ' || grade.remark))
          FROM grade WHERE grade.file = file.path AND file.standing = 'graded'
          """)
    }
  }
}

extension ClassResults.Question.Kind {
  /// Nil for one that asks for nothing.
  init?(of question: Question) {
    switch question.body {
    case .values: self = .values
    case .function: self = .function
    case .choice: self = question.points == 0 ? .poll : .choice
    case .text: self = .text
    case .reading: return nil
    }
  }
}

extension ChoiceAnswer.Option.Credit {
  /// Nil where a person decides.
  fileprivate var isRight: Bool? {
    switch self {
    case .right: true
    case .wrong: false
    case .rightIfArgued: nil
    }
  }
}
