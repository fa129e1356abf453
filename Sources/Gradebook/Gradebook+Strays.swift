import GRDB

extension Gradebook {
  /// Gives decisions whose student is not here to the one who has written the very same, where there
  /// is just one and nobody has decided on that one: a roster that comes later may call students
  /// otherwise than their folders did.
  func adoptStrays() throws(Failure) {
    try write { db in try adoptStrays(byUndecided: true, in: db) }
  }

  /// - Parameter isStrict: whether nobody may have decided on the one who gets them.
  func adoptStrays(byUndecided isStrict: Bool, in db: Database) throws {
    let strays = try Row.fetchAll(
      db,
      sql: """
        SELECT DISTINCT exercise, student FROM review WHERE NOT EXISTS (
          SELECT 1 FROM grade WHERE grade.exercise = review.exercise
            AND grade.student = review.student)
        """)
    for stray in strays {
      let (exercise, student): (String, String) = (stray["exercise"], stray["student"])
      let owners = try String.fetchAll(
        db,
        sql: """
          SELECT mark.student FROM review JOIN mark USING (exercise, question, work)
          WHERE review.exercise = :exercise AND review.student = :student
            AND NOT (:strict AND EXISTS (SELECT 1 FROM review AS own
              WHERE own.exercise = mark.exercise AND own.student = mark.student))
          GROUP BY mark.student HAVING count(DISTINCT question || ' ' || work) = (
            SELECT count(DISTINCT question || ' ' || work) FROM review
            WHERE exercise = :exercise AND student = :student)
          """, arguments: ["exercise": exercise, "student": student, "strict": isStrict])
      guard owners.count == 1 else { continue }
      try db.execute(
        sql: "UPDATE review SET student = ? WHERE exercise = ? AND student = ?",
        arguments: [owners[0], exercise, student])
      try settle(exercise, owners[0], in: db)
    }
  }
}
