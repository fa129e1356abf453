import GRDB

/// A grade as it stands in the book: its points, and what it was computed from.
struct GradeInBook {
  let exercise: String
  let student: String
  /// Provisional ones included.
  let total: Double
  /// By question.
  let points: [String: Double]
  private let notebook: String
  private let exerciseDigest: String
  private let version: String

  /// Nil where there is none.
  init?(_ exercise: String, _ student: String, in db: Database) throws {
    let arguments: StatementArguments = [exercise, student]
    let grade = try db.cachedStatement(
      sql: """
        SELECT score + provisional AS total, notebook, exerciseDigest, version FROM grade
        WHERE exercise = ? AND student = ?
        """)
    guard let row = try Row.fetchOne(grade, arguments: arguments) else { return nil }
    let marks = try db.cachedStatement(
      sql: "SELECT question, score + provisional FROM mark WHERE exercise = ? AND student = ?")
    points = Dictionary(
      try Row.fetchAll(marks, arguments: arguments).map { ($0[0], $0[1]) },
      uniquingKeysWith: { $1 })
    (self.exercise, self.student) = (exercise, student)
    total = row["total"]
    notebook = row["notebook"]
    exerciseDigest = row["exerciseDigest"]
    version = row["version"]
  }

  /// What has changed since, of what it is computed from.
  func reasons(since earlier: GradeInBook) -> String {
    var reasons: [String] = []
    if notebook != earlier.notebook { reasons.append("notebook") }
    if exerciseDigest != earlier.exerciseDigest { reasons.append("exercise") }
    if version != earlier.version { reasons.append("version") }
    // Nothing of its own has changed: then it is a notebook that the exercise requires.
    return reasons.isEmpty ? "other notebook" : reasons.joined(separator: ", ")
  }
}
