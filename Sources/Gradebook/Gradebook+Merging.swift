import GRDB

extension Gradebook {
  /// What has come from another gradebook.
  public struct Merge: Sendable {
    /// A student's work on a question.
    public struct Place: Hashable, Sendable {
      public var exercise: String
      public var question: String
      public var student: String
    }

    /// Decisions that were not here.
    public var added = 0
    /// Decisions that were here already.
    public var known = 0
    /// Who has made those that were added.
    public var reviewers: [String] = []
    /// Of those that were added: about students who have no mark here.
    public var strangers: Set<String> = []
    /// Of those that were added: about another text than is here.
    public var outdated = 0
    /// Where reviewers differ now.
    public var disputed: [Place] = []
  }

  /// Takes over what was decided in another gradebook, which stays as it is. Nothing is written over:
  /// where both have decided the same part otherwise, both stand until somebody settles it.
  public func merge(reviewsOf path: String) throws(Failure) -> Merge {
    let (reviews, replaced, takenBack) = try Self.reviews(inBookAt: path)
    return try write { db in
      var merge = Merge()
      let known = Set(try String.fetchAll(db, sql: "SELECT id FROM review"))
      let new = reviews.filter { !known.contains($0.id) }
      merge.known = reviews.count - new.count
      merge.added = new.count
      merge.reviewers = Set(new.map(\.reviewer)).sorted()
      for review in new { try insert(review, in: db) }
      for (review, earlier) in replaced {
        try db.cachedStatement(sql: "INSERT OR IGNORE INTO replaced VALUES (?, ?)").execute(
          arguments: [review, earlier])
      }
      for (review, time) in takenBack {
        try db.cachedStatement(sql: "INSERT OR IGNORE INTO takenBack VALUES (?, ?)").execute(
          arguments: [review, time])
      }
      // What replaces, or was taken back, may be new where the decisions are not.
      try settleAll(in: db)
      try adoptStrays(byUndecided: false, in: db)
      let isHere = try db.cachedStatement(
        sql: "SELECT work FROM mark WHERE exercise = ? AND student = ? AND question = ?")
      let students = try db.cachedStatement(sql: "SELECT student FROM review WHERE id = ?")
      for var review in new {
        review.student = try String.fetchOne(students, arguments: [review.id]) ?? review.student
        let work = try String.fetchOne(
          isHere, arguments: [review.exercise, review.student, review.question])
        if work == nil { merge.strangers.insert(review.student) }
        if let work, work != review.work { merge.outdated += 1 }
      }
      merge.disputed = try Row.fetchAll(
        db,
        sql: """
          SELECT DISTINCT decision.exercise, decision.question, decision.student
          FROM decision JOIN mark USING (exercise, student, question, work)
          GROUP BY exercise, question, student, part HAVING count(DISTINCT points) > 1
          ORDER BY 1, 2, 3
          """
      ).map { Merge.Place(exercise: $0[0], question: $0[1], student: $0[2]) }
      return merge
    }
  }

  /// Decisions of a gradebook that is read alone, and which replaces which.
  private static func reviews(
    inBookAt path: String
  ) throws(Failure) -> (
    reviews: [Review], replaced: [(String, String)], takenBack: [(String, String)]
  ) {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(10)
    do {
      return try DatabaseQueue(path: path, configuration: configuration).read { db in
        guard try Int.fetchOne(db, sql: "PRAGMA application_id") == mark else {
          throw Failure.notAGradebook
        }
        if try GradebookSchema.migrator.hasBeenSuperseded(db) { throw Failure.newer }
        // Of an earlier version, where nobody could decide anything.
        guard try db.tableExists("review") else { return ([], [], []) }
        let reviews = try Row.fetchAll(db, sql: "SELECT * FROM review ORDER BY number")
        let replaced = try Row.fetchAll(db, sql: "SELECT review, earlier FROM replaced")
        let takenBack = try Row.fetchAll(db, sql: "SELECT review, time FROM takenBack")
        return (
          reviews.compactMap { Review($0) }, replaced.map { ($0[0], $0[1]) },
          takenBack.map { ($0[0], $0[1]) }
        )
      }
    } catch { throw Failure(error) }
  }
}
