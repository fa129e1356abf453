import Exercises
import GRDB
import Grading

extension Gradebook {
  /// A student's work on a question; nil where there is none.
  public func work(
    exercise: String, question: String, student: String
  ) throws(Failure) -> ReviewedWork? {
    try read { db in
      try WorkReader(db: db, exercise: exercise, student: student).work(question: question)
    }
  }

  /// A student's work on every question of an exercise, in its order.
  public func works(exercise: String, student: String) throws(Failure) -> [ReviewedWork] {
    try read { db in try WorkReader(db: db, exercise: exercise, student: student).works() }
  }

  /// Keeps decisions, all of them or none, and makes the marks what they then are.
  public func keep(_ reviews: [Review]) throws(Failure) {
    try write { db in
      for review in reviews { try insert(review, in: db) }
      try settle(reviews, in: db)
    }
  }

  func insert(_ review: Review, in db: Database) throws {
    var points: Double?
    var comment: String?
    switch review.ruling {
    case .points(let given): points = given
    case .comment(let text): comment = text
    }
    try db.cachedStatement(
      sql: """
        INSERT OR IGNORE INTO review (id, exercise, student, question, part, points, comment, why,
          reviewer, time, work, stroke) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      review.id, review.exercise, review.student, review.question, review.part.text, points,
      comment, review.why, review.reviewer, review.time, review.work, review.stroke,
    ])
    for earlier in review.replaces {
      try db.cachedStatement(sql: "INSERT OR IGNORE INTO replaced VALUES (?, ?)").execute(
        arguments: [review.id, earlier])
    }
  }

  /// Makes marks what they are with the decisions on them.
  func settle(_ reviews: [Review], in db: Database) throws {
    for places in Dictionary(grouping: reviews, by: { [$0.exercise, $0.student] }).values {
      let questions = Set(places.map(\.question))
      try settle(places[0].exercise, places[0].student, only: questions, in: db)
    }
  }

  /// The same for every mark on which something was decided.
  func settleAll(in db: Database) throws {
    for row in try Row.fetchAll(db, sql: "SELECT DISTINCT exercise, student FROM review") {
      try settle(row[0], row[1], in: db)
    }
  }

  /// - Parameter questions: nil for all on which something was decided.
  func settle(
    _ exercise: String, _ student: String, only questions: Set<String>? = nil, in db: Database
  ) throws {
    let arguments: StatementArguments = [exercise, student]
    var decided = questions ?? []
    if questions == nil {
      let found = try db.cachedStatement(
        sql: "SELECT DISTINCT question FROM review WHERE exercise = ? AND student = ?")
      decided = Set(try String.fetchAll(found, arguments: arguments))
    }
    if decided.isEmpty { return }
    let reader = WorkReader(db: db, exercise: exercise, student: student)
    for question in decided {
      try noteStanding(exercise, student, question, in: db)
      guard let work = try reader.work(question: question) else { continue }
      let marks = MarkSettlement(of: work)
      try db.execute(
        sql: """
          UPDATE mark SET score = ?, provisional = ?, waiting = ?
          WHERE exercise = ? AND student = ? AND question = ?
          """,
        arguments: [
          Points.rounded(marks.score), Points.rounded(marks.provisional),
          Points.rounded(marks.waiting), exercise, student, question,
        ])
      for part in work.parts { try note(work.decision(on: part.part), on: part, of: work, in: db) }
    }
    try db.execute(
      sql: """
        UPDATE grade SET (score, provisional, waiting) = (
          SELECT coalesce(sum(mark.score), 0), coalesce(sum(provisional), 0),
            coalesce(sum(waiting), 0)
          FROM mark JOIN question ON question.exercise = mark.exercise
            AND question.id = mark.question
          WHERE mark.exercise = ? AND student = ? AND NOT practice)
        WHERE exercise = ? AND student = ?
        """, arguments: arguments + arguments)
  }

  /// Notes which decisions on a student's work stand.
  private func noteStanding(
    _ exercise: String, _ student: String, _ question: String, in db: Database
  ) throws {
    let reviews = try WorkReader(db: db, exercise: exercise, student: student)
      .reviews(question: question)
    let standing = StandingReviews(reviews).ids
    for review in reviews {
      try db.cachedStatement(
        sql: standing.contains(review.id)
          ? "INSERT OR IGNORE INTO standing VALUES (?)" : "DELETE FROM standing WHERE review = ?"
      ).execute(arguments: [review.id])
    }
  }

  /// Puts what a person has given beside what the program found.
  private func note(
    _ decision: ReviewedWork.Decision, on part: ReviewedWork.Part, of work: ReviewedWork,
    in db: Database
  ) throws {
    let given: Double? = if case .points(let points) = decision { points } else { nil }
    let (table, key): (String, String) =
      if case .criterion = part.part { ("criterion", "id") } else { ("answer", "name") }
    try db.execute(
      sql: """
        UPDATE \(table) SET given = ?
        WHERE exercise = ? AND student = ? AND question = ? AND \(key) = ?
        """, arguments: [given, work.exercise, work.student, work.question, part.name])
  }
}

/// Reads a student's work on questions with all that was decided on it.
private struct WorkReader {
  let db: Database
  let exercise: String
  let student: String

  func work(question: String) throws -> ReviewedWork? {
    try rows("mark", " AND question = :question", question).first.map { try work(of: $0) }
  }

  func works() throws -> [ReviewedWork] {
    try db.cachedStatement(
      sql: """
        SELECT mark.* FROM mark JOIN question ON question.exercise = mark.exercise
          AND question.id = mark.question
        WHERE mark.exercise = ? AND student = ? ORDER BY question.position
        """
    ).fetchRows([exercise, student]).map { try work(of: $0) }
  }

  private func rows(_ table: String, _ rest: String, _ question: String) throws -> [Row] {
    try db.cachedStatement(
      sql: "SELECT * FROM \(table) WHERE exercise = :exercise AND student = :student" + rest
    ).fetchRows(["exercise": exercise, "student": student, "question": question])
  }

  private func work(of mark: Row) throws -> ReviewedWork {
    let question: String = mark["question"]
    let asked = try db.cachedStatement(
      sql: "SELECT title, kind, practice FROM question WHERE exercise = ? AND id = ?"
    ).fetchRows([exercise, question]).first
    let ofQuestion = " AND question = :question"
    let criteria = try rows("criterion", ofQuestion + " ORDER BY position", question)
    let answers = try rows("answer", ofQuestion + " ORDER BY position", question)
    let waits: Double = mark["machineWaiting"]
    var parts = criteria.filter { $0["kind"] != "length" }.map(part(ofCriterion:))
    if parts.isEmpty { parts = answers.map { part(ofAnswer: $0, waits: waits > 0) } }
    let decided = try reviews(question: question)
    let takenBack = try rows(
      "historyRemark", " AND question IN (:question, '') ORDER BY position", question)
    return ReviewedWork(
      exercise: exercise, student: student, question: question, title: asked?["title"] ?? "",
      kind: asked?["kind"] ?? "", maximum: mark["maximum"], score: mark["score"],
      provisional: mark["provisional"], waiting: mark["waiting"],
      machine: (mark["machineScore"], mark["machineProvisional"], waits), tries: mark["tries"],
      hints: mark["hints"], hintCost: mark["hintCost"], hintPrice: mark["hintPrice"],
      isAttempted: mark["attempted"], isSkipped: mark["skipped"],
      isPractice: asked?["practice"] ?? false, text: mark["text"], work: mark["work"],
      parts: parts, takenBack: takenBack.map { $0["text"] }, reviews: decided,
      standing: StandingReviews(decided).ids)
  }

  /// All decisions ever made on a question, in the order in which they came.
  func reviews(question: String) throws -> [Review] {
    let place: StatementArguments = [exercise, student, question]
    let here = "SELECT id FROM review WHERE exercise = ? AND student = ? AND question = ?"
    let replaced = try db.cachedStatement(
      sql: "SELECT review, earlier FROM replaced WHERE review IN (\(here))"
    ).fetchRows(place)
    var earlier: [String: [String]] = [:]
    for row in replaced { earlier[row["review"], default: []].append(row["earlier"]) }
    return try db.cachedStatement(
      sql: """
        SELECT review.*, takenBack.time AS takenBack FROM review
          LEFT JOIN takenBack ON takenBack.review = review.id
        WHERE exercise = ? AND student = ? AND question = ? ORDER BY number
        """
    ).fetchRows(place).compactMap { row in
      var review = Review(row)
      review?.replaces = earlier[row["id"]] ?? []
      review?.takenBack = row["takenBack"]
      return review
    }
  }

  private func part(ofCriterion row: Row) -> ReviewedWork.Part {
    let (points, isMet): (Double, Bool?) = (row["points"], row["met"])
    return ReviewedWork.Part(
      part: .criterion(row["id"]), name: row["id"], maximum: points,
      found: isMet.map { $0 ? points : 0 }, isProvisional: isMet == true, verdict: row["kind"],
      message: row["message"])
  }

  private func part(ofAnswer row: Row, waits: Bool) -> ReviewedWork.Part {
    let (maximum, share): (Double, Double) = (row["maximum"], row["share"])
    let verdict: String = row["verdict"]
    let isOpen = waits || verdict == Verdict.unchecked.rawValue
    return ReviewedWork.Part(
      part: .answer(row["name"]), name: row["name"], maximum: maximum,
      found: isOpen ? nil : maximum * share, isProvisional: false,
      verdict: verdict, message: row["message"], typed: row["typed"], value: row["value"],
      cause: row["cause"])
  }
}

extension Statement {
  fileprivate func fetchRows(_ arguments: StatementArguments) throws -> [Row] {
    try Row.fetchAll(self, arguments: arguments)
  }
}
