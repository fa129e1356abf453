import GRDB
import Submissions

extension Gradebook {
  /// Who is meant by a word.
  public enum Called: Hashable, Sendable {
    /// By key.
    case one(String)
    /// Namesakes, by key.
    case several([String])
    case nobody
  }

  /// The student whom a word means: a key, a number, an e-mail address or a name, in any order of its
  /// parts.
  public func student(called text: String) throws(Failure) -> Called {
    let rows = try read { db in
      try Row.fetchAll(
        db, sql: "SELECT key, id, name, email FROM student ORDER BY key"
      ).map { row in
        (
          key: row["key"] as String,
          person: Roster.Person(
            id: row["id"], name: row["name"], email: row["email"], submission: row["key"])
        )
      }
    }
    if rows.contains(where: { $0.key == text }) { return .one(text) }
    let found = Roster(rows.map(\.person)).people(called: text).map(\.submission)
    return found.count == 1 ? .one(found[0]) : found.isEmpty ? .nobody : .several(found)
  }
}
