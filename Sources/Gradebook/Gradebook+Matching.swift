import GRDB
import Submissions

/// A notebook that counts for its student, not yet read.
struct CountingFile: Sendable {
  var path: String
  var name: String
  var exercise: String
  var submitted: SubmissionTime?
  var digest: String
}

extension Gradebook {
  /// How many students are looked at in one go.
  static let pageLimit = 500

  /// Of several files of a student for one exercise, settles which counts: the last that was
  /// handed in, else the last by name. The others are duplicates.
  func settleDuplicates() throws(Failure) {
    struct Candidate {
      var path: String
      var digest: String
      var submitted: SubmissionTime?
      /// The path below the place that was looked at.
      var shownPath: String
    }
    try write { db in
      // Whatever was a duplicate may count now.
      try db.execute(
        sql: "UPDATE file SET standing = 'graded', remark = NULL WHERE standing = 'duplicate'")
      let groups = try Row.fetchCursor(
        db,
        sql: """
          SELECT student, exercise FROM file WHERE standing = 'graded'
          GROUP BY student, exercise HAVING count(*) > 1 ORDER BY student, exercise
          """)
      var pairs: [(String, String)] = []
      while let row = try groups.next() { pairs.append((row[0], row[1])) }
      for (student, exercise) in pairs {
        let files = try Row.fetchAll(
          db,
          sql: """
            SELECT path, name, digest, submitted,
              iif(path = root, name, substr(path, length(root) + 2)) AS shown FROM file
            WHERE student = ? AND exercise = ? AND standing = 'graded' ORDER BY path
            """, arguments: [student, exercise]
        ).map { row in
          Candidate(
            path: row["path"], digest: row["digest"],
            submitted: (row["submitted"] as String?).flatMap { SubmissionTime($0) },
            shownPath: row["shown"])
        }
        let order = files.indices.sorted { first, second in
          let (one, other) = (files[first].submitted, files[second].submitted)
          switch (one, other) {
          case (let one?, let other?) where one != other:
            return one.instant(east: 0) < other.instant(east: 0)
          case (nil, _?): return true
          case (_?, nil): return false
          case _: return first < second
          }
        }
        guard let last = order.last else { continue }
        for index in order.dropLast() {
          let isSame = files[index].digest == files[last].digest
          let isLater = files[last].submitted.map { last in
            files[index].submitted.map { $0.instant(east: 0) < last.instant(east: 0) } ?? true
          }
          try db.execute(
            sql: "UPDATE file SET standing = 'duplicate', remark = ? WHERE path = ?",
            arguments: [
              GradebookWording.duplicate(
                of: files[last].shownPath, isSame: isSame, isLater: isLater ?? false),
              files[index].path,
            ])
        }
      }
    }
  }

  /// Takes students out at whose notebooks the program broke down.
  func markFailures(of students: Set<String>) throws(Failure) {
    if students.isEmpty { return }
    try write { db in
      for student in students {
        try db.execute(
          sql: """
            UPDATE file SET standing = 'unreadable', remark = ?
            WHERE student = ? AND standing = 'graded'
            """, arguments: [GradebookWording.brokeDown, student])
      }
    }
  }

  /// A student's notebooks that count, and what the grades that are there were computed from.
  struct StudentWork {
    var student: String
    var files: [CountingFile]
    /// Digests by exercise.
    var inputs: [String: String]
  }

  /// Students after one with a key, in the order of their keys.
  func work(after key: String) throws(Failure) -> [StudentWork] {
    try read { db in
      let keys = try String.fetchAll(
        db,
        sql: """
          SELECT DISTINCT student FROM file
          WHERE student > ? AND standing IN ('graded', 'empty') ORDER BY student LIMIT ?
          """, arguments: [key, Self.pageLimit])
      let files = try db.cachedStatement(
        sql: """
          SELECT path, name, exercise, submitted, digest FROM file
          WHERE student = ? AND standing IN ('graded', 'empty') ORDER BY exercise
          """)
      let inputs = try db.cachedStatement(
        sql: "SELECT exercise, input FROM grade WHERE student = ?")
      return try keys.map { key in
        let found = try Row.fetchAll(files, arguments: [key]).map { row in
          CountingFile(
            path: row["path"], name: row["name"], exercise: row["exercise"],
            submitted: (row["submitted"] as String?).flatMap { SubmissionTime($0) },
            digest: row["digest"])
        }
        let rows = try Row.fetchAll(inputs, arguments: [key])
        return StudentWork(
          student: key, files: found,
          inputs: Dictionary(rows.map { ($0[0], $0[1]) }, uniquingKeysWith: { $1 }))
      }
    }
  }

  /// Students with a notebook that counts.
  func studentCount() throws(Failure) -> Int {
    try read { db in
      try Int.fetchOne(
        db,
        sql: "SELECT count(DISTINCT student) FROM file WHERE standing IN ('graded', 'empty')")
        ?? 0
    }
  }

  /// The texts of notebooks, in the order of their digests.
  func texts(ofNotebooks digests: [String]) throws(Failure) -> [String] {
    try read { db in
      let statement = try db.cachedStatement(sql: "SELECT text FROM notebook WHERE digest = ?")
      return try digests.map { try String.fetchOne(statement, arguments: [$0]) ?? "" }
    }
  }
}
