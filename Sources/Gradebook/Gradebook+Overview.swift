import Dates
import GRDB
import Submissions

/// How a class stands, in numbers.
public struct ClassOverview: Sendable {
  /// A graded exercise.
  public struct Exercise: Sendable {
    public var id: String
    public var title: String
    public var maximum: Double
    public var graded: Int
    public var empty: Int
    public var late: Int
    public var editedAfterDue: Int
    /// Of the notebooks that are not empty, provisional points included; nil where there is none.
    public var mean: Double?
    /// Notebooks some of whose points a person has yet to give or to confirm.
    public var waiting: Int
  }

  /// A file that has no grade, or something odd about it.
  public struct File: Sendable {
    /// Below the place that was looked at.
    public var path: String
    public var student: String?
    public var standing: Standing
    public var remark: String?
    /// By the learning platform's clock.
    public var isLate: Bool
    /// By what the notebook says.
    public var isEditedAfterDue: Bool
  }

  /// Whoever is on the roster and has handed nothing in.
  public struct Missing: Sendable {
    public var id: String
    public var name: String
  }

  /// A mark that a run has changed.
  public struct Change: Sendable {
    public var student: String
    public var exercise: String
    public var before: Double?
    /// Nil where the mark was taken out.
    public var after: Double?
    /// Which of `notebook`, `exercise`, `version` has changed, or `other notebook`.
    public var why: String
  }

  public var exercises: [Exercise] = []
  public var files: [Standing: Int] = [:]
  public var missing: [Missing] = []
  /// Students who have handed in something, and nothing that has a grade.
  public var fruitless: [String] = []
  /// Students whom no roster names, where there is one.
  public var unexpected: [String] = []
}

extension Gradebook {
  public func overview() throws(Failure) -> ClassOverview {
    try read { db in
      var overview = ClassOverview()
      overview.exercises = try Row.fetchAll(
        db,
        sql: """
          SELECT exercise.id, title, exercise.maximum,
            count(*) FILTER (WHERE standing = 'graded') AS graded,
            count(*) FILTER (WHERE standing = 'empty') AS empty,
            count(*) FILTER (WHERE late) AS late,
            count(*) FILTER (WHERE editedAfterDue) AS edited,
            count(*) FILTER (WHERE provisional > 0 OR waiting > 0) AS waiting,
            avg(score + provisional) FILTER (WHERE standing = 'graded') AS mean
          FROM exercise JOIN grade ON grade.exercise = exercise.id
          GROUP BY exercise.id ORDER BY exercise.id
          """
      ).map { row in
        ClassOverview.Exercise(
          id: row["id"], title: row["title"], maximum: row["maximum"], graded: row["graded"],
          empty: row["empty"], late: row["late"], editedAfterDue: row["edited"],
          mean: row["mean"], waiting: row["waiting"])
      }
      for row in try Row.fetchAll(db, sql: "SELECT standing, count(*) FROM file GROUP BY standing")
      {
        if let standing = Standing(rawValue: row[0]) { overview.files[standing] = row[1] }
      }
      overview.missing = try Row.fetchAll(
        db,
        sql: """
          SELECT id, name FROM student WHERE expected
            AND key NOT IN (SELECT student FROM file WHERE student IS NOT NULL) ORDER BY name, id
          """
      ).map { ClassOverview.Missing(id: $0[0], name: $0[1]) }
      overview.fruitless = try String.fetchAll(
        db,
        sql: """
          SELECT iif(name = '', key, name) FROM student
          WHERE key IN (SELECT student FROM file) AND key NOT IN (SELECT student FROM grade)
          ORDER BY 1
          """)
      let hasRoster = try Bool.fetchOne(
        db, sql: "SELECT EXISTS (SELECT 1 FROM student WHERE expected)")
      if hasRoster == true {
        overview.unexpected = try String.fetchAll(
          db,
          sql: """
            SELECT key FROM student WHERE NOT expected
              AND key IN (SELECT student FROM grade) ORDER BY key
            """)
      }
      return overview
    }
  }

  /// Marks that runs at a time have changed, by exercise and student.
  public func changes(at time: Moment, limit: Int) throws(Failure) -> [ClassOverview.Change] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT student, exercise, before, after, why FROM change
          WHERE question = '' AND time = ? ORDER BY exercise, student LIMIT ?
          """, arguments: [time.text, limit]
      ).map { row in
        ClassOverview.Change(
          student: row["student"], exercise: row["exercise"], before: row["before"],
          after: row["after"], why: row["why"])
      }
    }
  }

  /// Files, those that need a look first.
  ///
  /// - `odd`: only those that have no grade, are late, or have a remark.
  public func files(odd: Bool, limit: Int) throws(Failure) -> [ClassOverview.File] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT iif(path = root, name, substr(path, length(root) + 2)) AS path, file.student,
            file.standing, file.remark, coalesce(late, 0) AS late,
            coalesce(editedAfterDue, 0) AS edited
          FROM file LEFT JOIN grade ON grade.file = file.path
          WHERE NOT ? OR file.standing <> 'graded' OR file.remark IS NOT NULL OR late
            OR editedAfterDue
          ORDER BY CASE file.standing WHEN 'unreadable' THEN 0 WHEN 'wrong-exercise' THEN 1
            WHEN 'empty' THEN 2 WHEN 'not-a-notebook' THEN 3 WHEN 'duplicate' THEN 4 ELSE 5 END,
            path LIMIT ?
          """, arguments: [odd, limit]
      ).map { row in
        ClassOverview.File(
          path: row["path"], student: row["student"],
          standing: Standing(rawValue: row["standing"]) ?? .unreadable, remark: row["remark"],
          isLate: row["late"], isEditedAfterDue: row["edited"])
      }
    }
  }
}
