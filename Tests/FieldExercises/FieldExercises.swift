import ExerciseFiles
import Exercises
import Files
import Grading
import NotebookFiles
import NotebookGrading

/// Exercises of many fields, with wrong and right answers to them and what is wrong with each.
public enum FieldExercises {
  /// Sets of exercises, each written before anybody saw what is said of its answers.
  public static let sets = ["First", "Second"]

  private static let folder =
    "/" + #filePath.split(separator: "/").dropLast().joined(separator: "/")

  /// An answer as somebody types it.
  public struct TypedAnswer: Sendable {
    public var exercise: String
    public var question: String
    public var answer: String
    /// Statements typed before it.
    public var bound: [String]
    public var typed: String
    /// What went wrong, in words; `RIGHT` where nothing did.
    public var slip: String
    /// Whether a good tutor is sure of the cause, or else nobody can be.
    public var isSure: Bool
    /// Causes that are true of it.
    public var ids: [String]
    /// Names of which one is to be said; none where the cause says enough.
    public var names: [String]

    public var isRight: Bool { slip == "RIGHT" }

    /// As it stands in a notebook.
    public var statements: [String] {
      let isBound = typed.hasPrefix("\(answer) =") || typed.hasPrefix("\(answer)=")
      return bound + [isBound ? typed : "\(answer) = \(typed)"]
    }
  }

  public struct Unread: Error {}

  /// The ids of a set's exercises.
  public static func ids(of set: String) throws(Unread) -> [String] {
    var seen: Set<String> = []
    return try answers(of: set).map(\.exercise).filter { seen.insert($0).inserted }
  }

  public static func open(_ id: String, in set: String) throws(Unread) -> OpenedExercise {
    let library = ExerciseLibrary(folders: ["\(folder)/\(set)/exercises"])
    guard let exercise = library.load(id).exercise else { throw Unread() }
    return OpenedExercise(
      exercise, required: library.required(by: exercise).compactMap(\.exercise))
  }

  /// The table of a set, a line an answer.
  public static func answers(of set: String) throws(Unread) -> [TypedAnswer] {
    guard let file = try? FileSystem.read("\(folder)/\(set)/answers.tsv", limit: 1 << 20) else {
      throw Unread()
    }
    let text = String(decoding: file.bytes, as: UTF8.self)
    func list(_ cell: Substring, _ separator: Character) -> [String] {
      cell.split(separator: separator).map { word in
        String(word.drop { $0 == " " })
      }
    }
    var answers: [TypedAnswer] = []
    for line in text.split(separator: "\n").dropFirst() {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard cells.count == 9 else { throw Unread() }
      answers.append(
        TypedAnswer(
          exercise: String(cells[0]), question: String(cells[1]), answer: String(cells[2]),
          bound: list(cells[3], ";"), typed: String(cells[4]), slip: String(cells[5]),
          isSure: cells[6] == "A", ids: list(cells[7], ","), names: list(cells[8], ",")))
    }
    return answers
  }

  /// What is found of an answer; nil where the exercise does not ask for it.
  public static func report(
    on answer: TypedAnswer, in opened: OpenedExercise
  ) -> AnswerReport? {
    report(on: answer.answer, answer.question, after: answer.statements, in: opened)
  }

  /// What is found of a name after some statements; nil where the exercise does not ask for it.
  public static func report(
    on answer: String, _ question: String, after statements: [String], in opened: OpenedExercise
  ) -> AnswerReport? {
    let text = """
      ---
      reckon: 1
      exercise: \(opened.exercise.id)
      ---
      ## \(question)
      ```reckon
      \(statements.joined(separator: "\n"))
      ```
      """
    let report = opened.compiled.grade(NotebookFile(text: text, name: "test")).report()
    return report.questions.first { $0.id == question }?.answers.first { $0.name == answer }
  }
}
