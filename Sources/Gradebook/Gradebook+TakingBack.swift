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
            AND id NOT IN (SELECT review FROM takenBack)
          GROUP BY stroke ORDER BY max(number) DESC LIMIT ?
          """, arguments: [reviewer, exercise, limit])
    }
  }

  /// What has become of decisions that were taken back.
  public struct TakingBack: Sendable {
    /// Students and questions that were decided on.
    public var places: [(student: String, question: String)] = []
    /// Who has decided since on some of them, which stands.
    public var others: [String] = []
  }

  /// Takes back what was decided with one key: what it took the place of stands again, as it was,
  /// unless somebody has decided since. Nothing is removed.
  public func takeBack(stroke: String, at time: String) throws(Failure) -> TakingBack {
    try write { db in
      let reviews = try Row.fetchAll(
        db,
        sql: """
          SELECT * FROM review WHERE stroke = ? AND id NOT IN (SELECT review FROM takenBack)
          ORDER BY number
          """, arguments: [stroke]
      ).compactMap { Review($0) }
      return try takeBack(reviews, at: time, in: db)
    }
  }

  /// Takes one decision back.
  public func takeBack(review: Review, at time: String) throws(Failure) -> TakingBack {
    try write { db in try takeBack([review], at: time, in: db) }
  }

  private func takeBack(
    _ reviews: [Review], at time: String, in db: Database
  ) throws -> TakingBack {
    var outcome = TakingBack()
    for review in reviews {
      outcome.others += try String.fetchAll(
        db,
        sql: """
          SELECT reviewer FROM decision JOIN replaced ON replaced.review = decision.id
          WHERE earlier = ?
          """, arguments: [review.id])
      try db.execute(
        sql: "INSERT OR IGNORE INTO takenBack VALUES (?, ?)", arguments: [review.id, time])
      let place = (review.student, review.question)
      if !outcome.places.contains(where: { $0 == place }) { outcome.places.append(place) }
    }
    try settle(reviews, in: db)
    outcome.others = Set(outcome.others).sorted()
    return outcome
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
