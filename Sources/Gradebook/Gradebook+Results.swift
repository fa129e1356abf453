import Dates
import GRDB
import ItemAnalysis

extension Gradebook {
  /// The exercises that have grades, by id.
  public func gradedExercises() throws(Failure) -> [String] {
    try read { db in
      try String.fetchAll(db, sql: "SELECT DISTINCT exercise FROM grade ORDER BY exercise")
    }
  }

  /// What the class has made of an exercise, without a student's name; nil where nobody has a
  /// grade. Notebooks without an answer are counted, and are no part of the marks.
  public func results(of exercise: String) throws(Failure) -> ClassResults? {
    try read { db in
      guard
        let head = try Row.fetchOne(
          db, sql: "SELECT title, due FROM exercise WHERE id = ?", arguments: [exercise])
      else { return nil }
      let reader = ResultsReader(db: db, exercise: exercise)
      var questions = try reader.questions()
      let counting = questions.indices.filter {
        questions[$0].maximum > 0 && !questions[$0].isPractice
      }
      var results = ClassResults(
        exercise: exercise, title: head["title"],
        due: (head["due"] as String?).flatMap { Moment($0) }, counts: try reader.counts(),
        marks: try reader.marks(counting.map { questions[$0] }))
      try reader.fillAnswers(&questions)
      try reader.fillErrors(&questions)
      try reader.fillChoices(&questions)
      try reader.fillCriteria(&questions)
      try reader.fillExamples(&questions)
      results.questions = questions
      results.asked = try reader.asked()
      return results
    }
  }
}

/// Reads the parts of a class's results, each by one query.
private struct ResultsReader {
  let db: Database
  let exercise: String

  private func rows(_ sql: String) throws -> RowCursor {
    try Row.fetchCursor(db, sql: sql, arguments: ["exercise": exercise])
  }

  /// Grades of notebooks that are not empty.
  private static let graded =
    "student IN (SELECT student FROM grade WHERE exercise = :exercise AND standing = 'graded')"

  func counts() throws -> ClassResults.Counts {
    var counts = ClassResults.Counts()
    let sql = """
      SELECT
        (SELECT count(*) FROM grade WHERE exercise = :exercise AND standing = 'graded') AS graded,
        (SELECT count(*) FROM grade WHERE exercise = :exercise AND standing = 'empty') AS empty,
        (SELECT count(*) FROM grade WHERE exercise = :exercise AND standing = 'graded' AND late)
          AS late,
        (SELECT count(*) FROM grade WHERE exercise = :exercise AND standing = 'graded'
          AND editedAfterDue) AS edited,
        (SELECT count(DISTINCT student) FROM historyRemark WHERE exercise = :exercise
          AND \(Self.graded)) AS takenBack,
        (SELECT count(*) FROM student WHERE expected
          AND key NOT IN (SELECT student FROM grade WHERE exercise = :exercise)) AS missing,
        (SELECT count(*) FROM file WHERE exercise = :exercise AND standing = 'duplicate')
          AS duplicates,
        (SELECT count(*) FROM file WHERE standing = 'wrong-exercise') AS wrong,
        (SELECT count(*) FROM file WHERE standing = 'unreadable') AS unreadable
      """
    if let row = try Row.fetchOne(db, sql: sql, arguments: ["exercise": exercise]) {
      counts.graded = row["graded"]
      counts.empty = row["empty"]
      counts.late = row["late"]
      counts.editedAfterDue = row["edited"]
      counts.takenBack = row["takenBack"]
      counts.missing = row["missing"]
      counts.duplicates = row["duplicates"]
      counts.wrongExercise = row["wrong"]
      counts.unreadable = row["unreadable"]
    }
    return counts
  }

  func questions() throws -> [ClassResults.Question] {
    var questions: [ClassResults.Question] = []
    let cursor = try rows(
      """
      SELECT question.id, title, kind, question.maximum, practice,
        count(*) FILTER (WHERE attempted) AS attempts,
        count(*) FILTER (WHERE skipped) AS skips,
        count(*) FILTER (WHERE hints > 0) AS hintUsers, coalesce(sum(hints), 0) AS hints,
        count(*) FILTER (WHERE waiting > 0 OR provisional > 0) AS waiting
      FROM question LEFT JOIN (SELECT * FROM mark WHERE exercise = :exercise AND \(Self.graded))
        AS mark ON mark.question = question.id
      WHERE question.exercise = :exercise GROUP BY question.id ORDER BY position
      """)
    while let row = try cursor.next() {
      var question = ClassResults.Question(
        id: row["id"], title: row["title"], maximum: row["maximum"],
        kind: ClassResults.Question.Kind(rawValue: row["kind"]) ?? .values)
      question.isPractice = row["practice"]
      question.attempts = row["attempts"]
      question.skips = row["skips"]
      question.hintUsers = row["hintUsers"]
      question.hints = row["hints"]
      question.waiting = row["waiting"]
      questions.append(question)
    }
    let tries = try rows(
      """
      SELECT question, tries, count(*) FROM mark
      WHERE exercise = :exercise AND tries > 0 AND \(Self.graded) GROUP BY question, tries
      """)
    while let row = try tries.next() {
      guard let index = questions.firstIndex(where: { $0.id == row[0] }) else { continue }
      questions[index].tries[row[1]] = row[2]
    }
    return questions
  }

  func marks(_ questions: [ClassResults.Question]) throws -> MarkTable {
    var table = MarkTable(
      items: questions.map { MarkTable.Item(name: $0.id, maximum: $0.maximum) })
    let places = Self.places(of: questions)
    let cursor = try rows(
      """
      SELECT student, question, score + provisional FROM mark
      WHERE exercise = :exercise AND \(Self.graded) ORDER BY student
      """)
    var student: String?
    var points = [Double](repeating: 0, count: questions.count)
    while let row = try cursor.next() {
      let key: String = row[0]
      if key != student {
        if student != nil { table.add(points) }
        student = key
        points = [Double](repeating: 0, count: questions.count)
      }
      if let place = places[row[1]] { points[place] = row[2] }
    }
    if student != nil { table.add(points) }
    return table
  }

  private static func places(of questions: [ClassResults.Question]) -> [String: Int] {
    Dictionary(questions.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Calls `body` with each row and the question that it is of.
  private func forEach(
    _ sql: String, _ questions: inout [ClassResults.Question],
    _ body: (Row, inout ClassResults.Question) throws -> Void
  ) throws {
    let places = Self.places(of: questions)
    let cursor = try rows(sql)
    while let row = try cursor.next() {
      if let place = places[row["question"]] { try body(row, &questions[place]) }
    }
  }

  /// The verdicts of each answer.
  func fillAnswers(_ questions: inout [ClassResults.Question]) throws {
    try forEach(
      """
      SELECT question, position, name, verdict, count(*) AS count FROM answer
      WHERE exercise = :exercise AND \(Self.graded)
      GROUP BY question, position, name, verdict ORDER BY question, position
      """, &questions
    ) { row, question in
      let position: Int = row["position"]
      while question.answers.count <= position {
        question.answers.append(ClassResults.Answer(name: ""))
      }
      question.answers[position].name = row["name"]
      question.answers[position].verdicts[row["verdict"]] = row["count"]
    }
  }

  /// Values that are kept of one error, and sentences that are counted to find the commonest.
  private static let keptTexts = 50

  /// What answers that are not right have in common.
  func fillErrors(_ questions: inout [ClassResults.Question]) throws {
    var messages: [String: Int] = [:]
    try forEach(
      """
      SELECT question, position, verdict, cause, message, coalesce(value, typed, '') AS value,
        count(*) AS count FROM answer
      WHERE exercise = :exercise AND \(Self.graded)
        AND verdict NOT IN ('correct', 'unanswered', 'unchecked')
      GROUP BY question, position, verdict, cause, message, value
      ORDER BY question, position, count DESC, value
      """, &questions
    ) { row, question in
      guard question.kind == .values || question.kind == .function else { return }
      let position: Int = row["position"]
      let count: Int = row["count"]
      let error = try error(of: row)
      let own = question.answers[position].errors.firstIndex { $0.isSame(as: error) }
      let place = own ?? question.answers[position].errors.count
      if own == nil { question.answers[position].errors.append(error) }
      let isInherited = error.verdict == "follows"
      question.answers[position].errors[place].roots += isInherited ? 0 : count
      question.answers[position].errors[place].inherited += isInherited ? count : 0
      let text: String = row["value"]
      if !text.isEmpty {
        question.answers[position].errors[place].add(text, count, limit: Self.keptTexts)
      }
      // The sentence that most were told.
      let key = "\(question.id) \(position) \(place) \(error.message)"
      messages[key, default: 0] += count
      let told = question.answers[position].errors[place].message
      if messages[key] ?? 0 > messages["\(question.id) \(position) \(place) \(told)"] ?? 0 {
        question.answers[position].errors[place].message = error.message
      }
    }
    for question in questions.indices {
      for answer in questions[question].answers.indices {
        questions[question].answers[answer].sortErrors()
      }
    }
  }

  /// The error of an answer, counted for nobody yet.
  private func error(of row: Row) throws -> ClassResults.Error {
    let cause = (row["cause"] as String?).flatMap(KeptCause.init)
    return ClassResults.Error(
      cause: cause?.id, names: cause?.names ?? [], factor: cause?.factor,
      units: cause?.units ?? [], message: row["message"], verdict: row["verdict"], roots: 0)
  }

  func fillChoices(_ questions: inout [ClassResults.Question]) throws {
    try forEach(
      "SELECT question, text, right FROM option WHERE exercise = :exercise "
        + "ORDER BY question, position", &questions
    ) { row, question in
      question.options.append(
        ClassResults.Option(text: row["text"], count: 0, isRight: row["right"]))
    }
    try forEach(
      """
      SELECT question, typed, count(*) AS count FROM answer
      WHERE exercise = :exercise AND typed IS NOT NULL AND \(Self.graded) GROUP BY question, typed
      """, &questions
    ) { row, question in
      guard !question.options.isEmpty else { return }
      let ticked = (row["typed"] as String).split(separator: "\n").map(String.init)
      let count: Int = row["count"]
      for index in question.options.indices where ticked.contains(question.options[index].text) {
        question.options[index].count += count
      }
    }
  }

  func fillCriteria(_ questions: inout [ClassResults.Question]) throws {
    try forEach(
      """
      SELECT question, id, count(*) FILTER (WHERE met = 1) AS met,
        count(*) FILTER (WHERE met = 0) AS missed, count(*) FILTER (WHERE met IS NULL) AS open
      FROM (SELECT exercise, student, question, id, position,
        iif(given IS NULL, met, given >= points / 2) AS met FROM criterion) WHERE exercise = :exercise AND \(Self.graded)
      GROUP BY question, id ORDER BY question, min(position)
      """, &questions
    ) { row, question in
      question.criteria.append(
        ClassResults.Criterion(
          id: row["id"], met: row["met"], missed: row["missed"], open: row["open"]))
    }
  }

  func fillExamples(_ questions: inout [ClassResults.Question]) throws {
    try forEach(
      """
      SELECT example.question, comment, \(Gradebook.workText) AS text
      FROM example JOIN mark ON mark.exercise = example.exercise
        AND mark.question = example.question AND mark.student = example.student
      WHERE example.exercise = :exercise ORDER BY example.question, comment, text
      """, &questions
    ) { row, question in
      let text: String = row["text"]
      if !text.isEmpty {
        question.examples.append(ClassResults.Example(text: text, comment: row["comment"]))
      }
    }
  }

  func asked() throws -> [ClassResults.Asked] {
    var asked: [ClassResults.Asked] = []
    var askers: [String: Int] = [:]
    let cursor = try rows(
      """
      SELECT asked.question, text, student FROM asked LEFT JOIN question
        ON question.exercise = :exercise AND question.id = asked.question
      WHERE asked.exercise = :exercise
      ORDER BY question.position, student, asked.position
      """)
    while let row = try cursor.next() {
      let asker = askers[row[2]] ?? askers.count
      askers[row[2]] = asker
      asked.append(ClassResults.Asked(question: row[0], text: row[1], asker: asker))
    }
    return asked
  }
}

extension ClassResults.Error {
  /// Whether it is the same slip: a further slip beside it makes it no other.
  fileprivate func isSame(as other: Self) -> Bool {
    cause == other.cause && names == other.names && factor == other.factor && units == other.units
      && (cause != nil || verdict == other.verdict)
      && (cause != "author" || message == other.message)
      && (verdict == "follows") == (other.verdict == "follows")
  }

  fileprivate mutating func add(_ text: String, _ count: Int, limit: Int) {
    if let known = values.firstIndex(where: { $0.text == text }) {
      values[known].count += count
    } else if values.count < limit {
      values.append(ClassResults.Value(text, count: count))
    }
  }
}

extension ClassResults.Answer {
  fileprivate mutating func sortErrors() {
    for index in errors.indices {
      errors[index].values.sort { ($1.count, $0.text) < ($0.count, $1.text) }
    }
    errors = errors.enumerated().sorted {
      ($1.element.count, $0.offset) < ($0.element.count, $1.offset)
    }.map(\.element)
  }
}
