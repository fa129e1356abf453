import GRDB
import Submissions

/// A student's grade for an exercise with all that it came from.
public struct GradeAccount: Sendable {
  /// A mark that a later run has changed.
  public struct Change: Sendable {
    /// Empty for the whole.
    public var question: String
    public var before: Double?
    public var after: Double?
    /// Which of `notebook`, `exercise`, `version` had changed, separated by commas.
    public var why: String
    public var time: String
  }

  public var exercise: String
  public var title: String
  public var student: String
  public var name: String
  public var id: String
  public var standing: Standing
  public var score: Double
  public var provisional: Double
  public var waiting: Double
  public var maximum: Double
  /// By the learning platform's clock.
  public var submitted: String?
  public var isLate: Bool
  public var isEditedAfterDue: Bool
  /// Lines of the notebook that could not be read, or answer nothing.
  public var problems: Int
  /// Name of the file that was graded.
  public var file: String
  /// Of the program that graded it.
  public var version: String
  public var exerciseDigest: String
  /// Other files of the student for the exercise, with what became of each.
  public var others: [(file: String, standing: Standing, remark: String?)]
  /// What the notebook's history says and the file does not say any more.
  public var takenBack: [String]
  /// In the order of the exercise.
  public var works: [ReviewedWork]
  /// In the order in which they came.
  public var changes: [Change]
}

extension Gradebook {
  /// How a student's grade came about; nil where there is none.
  public func account(exercise: String, student: String) throws(Failure) -> GradeAccount? {
    let works = try works(exercise: exercise, student: student)
    return try read { db in
      let key: StatementArguments = [exercise, student]
      let grade = try Row.fetchOne(
        db,
        sql: """
          SELECT grade.*, exercise.title, student.name, student.id,
            iif(path = root, file.name, substr(path, length(root) + 2)) AS shown
          FROM grade JOIN exercise ON exercise.id = grade.exercise
            LEFT JOIN student ON student.key = grade.student
            LEFT JOIN file ON file.path = grade.file
          WHERE grade.exercise = ? AND grade.student = ?
          """, arguments: key)
      guard let grade else { return nil }
      let others = try Row.fetchAll(
        db,
        sql: """
          SELECT iif(path = root, name, substr(path, length(root) + 2)), standing, remark FROM file
          WHERE exercise = ? AND student = ? AND path <> ? ORDER BY path
          """, arguments: [exercise, student, grade["file"] as String])
      let changes = try Row.fetchAll(
        db,
        sql: """
          SELECT question, before, after, why, time FROM change
          WHERE exercise = ? AND student = ? ORDER BY number
          """, arguments: key)
      let takenBack = try String.fetchAll(
        db,
        sql: """
          SELECT text FROM historyRemark WHERE exercise = ? AND student = ? ORDER BY position
          """, arguments: key)
      return GradeAccount(
        exercise: exercise, title: grade["title"], student: student, name: grade["name"] ?? "",
        id: grade["id"] ?? "", standing: Standing(rawValue: grade["standing"]) ?? .graded,
        score: grade["score"], provisional: grade["provisional"], waiting: grade["waiting"],
        maximum: grade["maximum"], submitted: grade["submitted"], isLate: grade["late"] ?? false,
        isEditedAfterDue: grade["editedAfterDue"], problems: grade["problems"],
        file: grade["shown"] ?? "", version: grade["version"],
        exerciseDigest: grade["exerciseDigest"],
        others: others.map { ($0[0], Standing(rawValue: $0[1]) ?? .graded, $0[2]) },
        takenBack: takenBack,
        works: works,
        changes: changes.map {
          GradeAccount.Change(
            question: $0["question"], before: $0["before"], after: $0["after"], why: $0["why"],
            time: $0["time"])
        })
    }
  }
}
