import GRDB

/// A student's work on a question, to choose an example from.
public struct ExampleCandidate: Sendable {
  public var student: String
  /// Points, provisional ones included.
  public var score: Double
  public var maximum: Double
  public var text: String
  public var isChosen: Bool
}

extension Gradebook {
  /// What a student has written at the question of a `mark`: the text, else the formulas.
  static let workText = """
    coalesce(mark.text, (SELECT group_concat(typed, char(10)) FROM answer
      WHERE answer.exercise = mark.exercise AND answer.student = mark.student
        AND answer.question = mark.question AND typed IS NOT NULL), '')
    """

  /// What students have written at a question, best first; formulas as they were typed.
  public func candidates(
    exercise: String, question: String
  ) throws(Failure) -> [ExampleCandidate] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT student, score + provisional AS points, maximum, \(Self.workText) AS text,
            EXISTS (SELECT 1 FROM example WHERE example.exercise = mark.exercise
              AND example.question = mark.question AND example.student = mark.student) AS chosen
          FROM mark WHERE exercise = ? AND question = ? ORDER BY points DESC, student
          """, arguments: [exercise, question]
      ).compactMap { row in
        let text: String = row["text"]
        if text.isEmpty { return nil }
        return ExampleCandidate(
          student: row["student"], score: row["points"], maximum: row["maximum"], text: text,
          isChosen: row["chosen"])
      }
    }
  }

  /// Makes a student's work an example, or no longer; false where there is none.
  ///
  /// - `comment`: what is said of it to the class.
  public func choose(
    exercise: String, question: String, student: String, comment: String, isChosen: Bool
  ) throws(Failure) -> Bool {
    try write { db in
      let arguments: StatementArguments = [exercise, question, student]
      let exists = try Bool.fetchOne(
        db,
        sql: """
          SELECT EXISTS (SELECT 1 FROM mark WHERE exercise = ? AND question = ? AND student = ?
            AND attempted)
          """, arguments: arguments)
      guard exists == true else { return false }
      try db.execute(
        sql: "DELETE FROM example WHERE exercise = ? AND question = ? AND student = ?",
        arguments: arguments)
      if isChosen {
        try db.execute(
          sql: "INSERT INTO example VALUES (?, ?, ?, ?)",
          arguments: [exercise, question, student, comment])
      }
      return true
    }
  }

  /// The ids of an exercise's questions, in its order.
  public func questions(of exercise: String) throws(Failure) -> [String] {
    try read { db in
      try String.fetchAll(
        db, sql: "SELECT id FROM question WHERE exercise = ? ORDER BY position",
        arguments: [exercise])
    }
  }
}
