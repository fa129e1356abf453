import GRDB

/// A question with how far persons are with it.
public struct ReviewedQuestion: Sendable {
  public var id: String
  public var title: String
  public var kind: String
  public var maximum: Double
  /// Students who have answered it.
  public var answered: Int
  /// Answers of which points wait for a person, or are to be confirmed.
  public var open: Int
  /// Answers that a person has decided on, in part at least.
  public var decided: Int
  /// Those of them of which points still wait.
  public var begun: Int
  /// Answers on which reviewers differ.
  public var disputed: Int
  /// Answers that have changed since somebody decided on them.
  public var outdated: Int
  /// Whether it counts for something.
  public var isCounted: Bool
}

/// A student's work on a question, as a list of what is to be read has it.
public struct ReviewEntry: Sendable {
  public var student: String
  /// What was written: the text, else the formulas.
  public var text: String
  /// Whether points wait for a person, or are to be confirmed.
  public var isOpen: Bool
  /// Who has decided on it as it is.
  public var reviewers: Set<String>
  public var isDisputed: Bool
}

extension Gradebook {
  /// The questions of an exercise that students have answered, in its order.
  public func reviewedQuestions(of exercise: String) throws(Failure) -> [ReviewedQuestion] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT question.id, title, kind, question.maximum, practice,
            count(*) AS answered, count(*) FILTER (WHERE \(Self.isOpen)) AS open,
            count(*) FILTER (WHERE \(Self.isDecided)) AS decided,
            count(*) FILTER (WHERE \(Self.isDecided) AND \(Self.isOpen)) AS begun,
            count(*) FILTER (WHERE \(Self.isDisputed)) AS disputed,
            count(*) FILTER (WHERE \(Self.isOutdated)) AS outdated
          FROM question JOIN mark ON mark.exercise = question.exercise
            AND mark.question = question.id
          WHERE question.exercise = ? AND \(Self.isForReview)
          GROUP BY question.id ORDER BY question.position
          """, arguments: [exercise]
      ).map { row in
        ReviewedQuestion(
          id: row["id"], title: row["title"], kind: row["kind"], maximum: row["maximum"],
          answered: row["answered"], open: row["open"], decided: row["decided"],
          begun: row["begun"],
          disputed: row["disputed"], outdated: row["outdated"],
          isCounted: row["maximum"] > 0.0 && !(row["practice"] as Bool))
      }
    }
  }

  /// What students have written at a question, by their keys.
  public func reviewEntries(
    exercise: String, question: String
  ) throws(Failure) -> [ReviewEntry] {
    try read { db in
      var reviewers: [String: Set<String>] = [:]
      for row in try Row.fetchAll(
        db,
        sql: """
          SELECT DISTINCT mark.student, reviewer FROM mark JOIN decision USING
            (exercise, student, question, work)
          WHERE mark.exercise = ? AND mark.question = ? AND points IS NOT NULL
          """, arguments: [exercise, question])
      {
        reviewers[row[0], default: []].insert(row[1])
      }
      return try Row.fetchAll(
        db,
        sql: """
          SELECT student, \(Self.workText) AS text, \(Self.isOpen) AS open,
            \(Self.isDisputed) AS disputed
          FROM mark WHERE exercise = ? AND question = ? AND \(Self.isForReview) ORDER BY student
          """, arguments: [exercise, question]
      ).map { row in
        ReviewEntry(
          student: row["student"], text: row["text"], isOpen: row["open"],
          reviewers: reviewers[row["student"]] ?? [], isDisputed: row["disputed"])
      }
    }
  }

  private static let isForReview = "attempted AND NOT skipped"
  private static let isOpen = "(mark.provisional > 0 OR mark.waiting > 0)"

  private static func decisions(_ rest: String) -> String {
    """
    EXISTS (SELECT 1 FROM decision WHERE decision.exercise = mark.exercise
      AND decision.student = mark.student AND decision.question = mark.question \(rest))
    """
  }

  private static let isDecided = decisions("AND points IS NOT NULL AND decision.work = mark.work")
  private static let isOutdated =
    "(\(decisions("AND points IS NOT NULL AND decision.work <> mark.work")) AND NOT \(isDecided))"
  private static let isDisputed = decisions(
    "AND decision.work = mark.work GROUP BY part HAVING count(DISTINCT points) > 1")

  /// Remarks that were made at a question, in the order in which each was first made: the number of one
  /// stays the same.
  public func comments(
    exercise: String, question: String, limit: Int
  ) throws(Failure) -> [String] {
    try read { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT comment FROM decision WHERE exercise = ? AND question = ? AND comment <> ''
          GROUP BY comment ORDER BY min(number) LIMIT ?
          """, arguments: [exercise, question, limit])
    }
  }

  /// A student's name and number, as the roster or the notebook has them; either may be empty.
  public func person(_ student: String) throws(Failure) -> (name: String, id: String) {
    try read { db in
      let row = try Row.fetchOne(
        db, sql: "SELECT name, id FROM student WHERE key = ?", arguments: [student])
      return (row?["name"] ?? "", row?["id"] ?? "")
    }
  }

  /// The keys of students who have handed an exercise in, in their order.
  public func students(with exercise: String) throws(Failure) -> [String] {
    try read { db in
      try String.fetchAll(
        db, sql: "SELECT student FROM grade WHERE exercise = ? ORDER BY student",
        arguments: [exercise])
    }
  }

  /// The notebooks that a student's grades were computed from, with their names.
  public func notebooks(of student: String) throws(Failure) -> [(name: String, text: String)] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT file.name, notebook.text FROM grade JOIN file ON file.path = grade.file
            JOIN notebook ON notebook.digest = grade.notebook
          WHERE grade.student = ? ORDER BY grade.exercise
          """, arguments: [student]
      ).map { ($0[0], $0[1]) }
    }
  }
}
