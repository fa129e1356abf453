import GRDB
import Submissions

/// A file that was found, as the gradebook keeps it.
struct FileRecord: Sendable {
  var path: String
  var root: String
  var name: String
  var student: String?
  var exercise: String?
  var standing: Standing
  var remark: String?
  var submitted: String?
  /// Of its text; nil where there is none.
  var digest: String?
  var claimed: (id: String, name: String) = ("", "")
  /// Nil where it holds no notebook.
  var text: String?
}

/// Whoever handed something in, or is expected to.
struct StudentRecord: Sendable {
  var key: String
  var id = ""
  var name = ""
  var email = ""
  var submission = ""
  var isExpected = false
}

extension Gradebook {
  /// The roster of earlier runs.
  func roster() throws(Failure) -> Roster {
    let people = try read { db in
      try Row.fetchAll(
        db, sql: "SELECT id, name, email, submission FROM student WHERE expected ORDER BY key"
      ).map { row in
        Roster.Person(
          id: row["id"], name: row["name"], email: row["email"], submission: row["submission"])
      }
    }
    return Roster(people)
  }

  /// Makes a roster the one that counts.
  func expect(_ roster: Roster) throws(Failure) {
    try write { db in
      try db.execute(sql: "UPDATE student SET expected = 0")
      for person in roster.people {
        try keep(
          StudentRecord(
            key: person.key, id: person.id, name: person.name, email: person.email,
            submission: person.submission, isExpected: true), in: db)
      }
    }
  }

  /// When students have handed in, as the last list of times had it.
  func times() throws(Failure) -> Roster {
    let people = try read { db in
      try Row.fetchAll(
        db, sql: "SELECT id, name, email, submission, submitted FROM handedIn ORDER BY position"
      ).map { row in
        Roster.Person(
          id: row["id"], name: row["name"], email: row["email"], submission: row["submission"],
          submitted: SubmissionTime(row["submitted"] as String))
      }
    }
    return Roster(people)
  }

  /// Makes a list of times the one that counts, also for later runs.
  func keep(times: Roster) throws(Failure) {
    try write { db in
      try db.execute(sql: "DELETE FROM handedIn")
      let insert = try db.cachedStatement(
        sql: """
          INSERT INTO handedIn (id, name, email, submission, submitted) VALUES (?, ?, ?, ?, ?)
          """)
      for person in times.people {
        guard let submitted = person.submitted else { continue }
        try insert.execute(arguments: [
          person.id, person.name, person.email, person.submission, submitted.text,
        ])
      }
    }
  }

  /// Begins to note which files are still there.
  func beginIntake() throws(Failure) {
    try write { db in
      try db.execute(sql: "CREATE TEMP TABLE IF NOT EXISTS seen (path TEXT PRIMARY KEY)")
      try db.execute(sql: "DELETE FROM seen")
    }
  }

  /// Keeps files as they were found, with their students and texts.
  func take(_ files: [(file: FileRecord, student: StudentRecord?)]) throws(Failure) {
    try write { db in
      let known = try db.cachedStatement(sql: "INSERT OR IGNORE INTO notebook VALUES (?, ?)")
      let seen = try db.cachedStatement(sql: "INSERT OR IGNORE INTO seen VALUES (?)")
      let insert = try db.cachedStatement(
        sql: """
          INSERT OR REPLACE INTO file (path, root, name, student, exercise, standing, remark,
            submitted, digest, claimedID, claimedName) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """)
      for (file, student) in files {
        if let student { try keep(student, in: db) }
        if let digest = file.digest, let text = file.text {
          try known.execute(arguments: [digest, text])
        }
        try seen.execute(arguments: [file.path])
        try insert.execute(arguments: [
          file.path, file.root, file.name, file.student, file.exercise, file.standing.rawValue,
          file.remark, file.submitted, file.digest, file.claimed.id, file.claimed.name,
        ])
      }
    }
  }

  /// What the roster says of a student stays.
  private func keep(_ student: StudentRecord, in db: Database) throws {
    let insert = try db.cachedStatement(
      sql: """
        INSERT INTO student (key, id, name, email, submission, expected) VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT (key) DO UPDATE SET
          id = iif(excluded.id = '', id, excluded.id),
          name = iif(excluded.name = '', name, excluded.name),
          email = iif(excluded.email = '', email, excluded.email),
          submission = iif(excluded.submission = '', submission, excluded.submission),
          expected = max(expected, excluded.expected)
        WHERE excluded.expected OR NOT expected
        """)
    try insert.execute(arguments: [
      student.key, student.id, student.name, student.email, student.submission,
      student.isExpected,
    ])
  }

  /// Forgets files that are no longer below the places that were looked at, and students of whom
  /// nothing is left.
  func endIntake(of roots: [String]) throws(Failure) {
    try write { db in
      for root in roots {
        try db.execute(
          sql: "DELETE FROM file WHERE root = ? AND path NOT IN (SELECT path FROM seen)",
          arguments: [root])
      }
      try db.execute(
        sql: """
          DELETE FROM student WHERE NOT expected
            AND key NOT IN (SELECT student FROM file WHERE student IS NOT NULL)
          """)
      try db.execute(
        sql: """
          DELETE FROM notebook WHERE digest NOT IN (
            SELECT digest FROM file WHERE digest IS NOT NULL UNION SELECT notebook FROM grade)
          """)
    }
  }
}
