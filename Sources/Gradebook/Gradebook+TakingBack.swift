import GRDB

extension Gradebook {
  /// What a reviewer has decided with one key each, the last first, without what was taken back.
  public func strokes(
    of reviewer: String, exercise: String, limit: Int
  ) throws(Failure) -> [String] {
    try read { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT stroke FROM review WHERE reviewer = ? AND exercise = ?
            AND stroke NOT LIKE '\(Self.takenBack)%'
            AND '\(Self.takenBack)' || stroke NOT IN (SELECT stroke FROM review)
          GROUP BY stroke ORDER BY max(number) DESC LIMIT ?
          """, arguments: [reviewer, exercise, limit])
    }
  }

  private static let takenBack = "undo "

  /// Makes what was decided with one key undecided, or what it was before. Nothing is removed: the
  /// decisions that say so come after those that they take back.
  ///
  /// - Returns: the students and questions that were decided on, and how many decisions could not
  ///   be taken back, since others have taken their place.
  public func takeBack(
    stroke: String, by reviewer: String, at time: String
  ) throws(Failure) -> (places: [(student: String, question: String)], kept: Int) {
    try write { db in
      let numbers = try Row.fetchAll(
        db,
        sql: """
          SELECT review.*, id IN (SELECT earlier FROM replaced) AS over FROM review
          WHERE stroke = ? ORDER BY number
          """, arguments: [stroke])
      var reviews: [Review] = []
      var kept = 0
      for row in numbers {
        guard let review = Review(row) else { continue }
        if row["over"] {
          kept += 1
          continue
        }
        let earlier = try Row.fetchAll(
          db,
          sql: """
            SELECT * FROM review WHERE id IN (SELECT earlier FROM replaced WHERE review = ?)
            ORDER BY number
            """, arguments: [review.id]
        ).compactMap { Review($0) }
        let rulings =
          earlier.isEmpty
          ? [review.ruling.isComment ? Review.Ruling.comment("") : .points(nil)]
          : earlier.map(\.ruling)
        for ruling in rulings {
          reviews.append(
            Review(
              exercise: review.exercise, student: review.student, question: review.question,
              part: review.part, ruling: ruling, why: "", reviewer: reviewer, time: time,
              work: review.work, stroke: Self.takenBack + stroke, replaces: [review.id]))
        }
      }
      for review in reviews { try insert(review, in: db) }
      try settle(reviews, in: db)
      var places: [(student: String, question: String)] = []
      for review in reviews
      where !places.contains(where: { $0 == (review.student, review.question) }) {
        places.append((review.student, review.question))
      }
      return (places, kept)
    }
  }
}

extension Review {
  /// A row of `review`; what it replaces is left out. Nil where a later version has written what this
  /// one does not know.
  init?(_ row: Row) {
    guard let part = Part(row["part"]) else { return nil }
    let comment: String? = row["comment"]
    self.init(
      exercise: row["exercise"], student: row["student"], question: row["question"], part: part,
      ruling: comment.map { .comment($0) } ?? .points(row["points"]), why: row["why"],
      reviewer: row["reviewer"], time: row["time"], work: row["work"], stroke: row["stroke"],
      replaces: [])
    id = row["id"]
  }
}
