import FieldExercises
import Grading
import NotebookFiles
import NotebookGrading
import ShippedExercises
import Simulation

/// A simulated class graded, with what was meant beside what was found.
struct GradedClass {
  /// An answer.
  struct Pair: CustomStringConvertible {
    var meant: SimulatedAnswer
    var found: AnswerReport
    /// The line that binds it.
    var line: String

    var description: String { "\(line) | \(meant) | \(found.verdict): \(found.message)" }
    var isNamed: Bool {
      guard case .slip(let slips) = meant.intent, let cause = found.cause else { return false }
      // What the author has foreseen is said in the author's words.
      return cause.kind == .author || slips.allSatisfy { $0.isNamed(by: cause) }
    }
  }

  private(set) var notebooks: [SimulatedNotebook] = []
  private(set) var reports: [ExerciseReport] = []
  private(set) var pairs: [Pair] = []

  init(_ opened: OpenedExercise, count: Int, seed: UInt64 = 1) {
    for notebook in SimulatedClass(opened.compiled, count: count, seed: seed) {
      let file = NotebookFile(text: notebook.text, name: notebook.fileName)
      let report = opened.compiled.grade(file).report()
      notebooks.append(notebook)
      reports.append(report)
      let lines = notebook.text.split(separator: "\n")
      for meant in notebook.answers {
        let found = report.questions.first { $0.id == meant.question }?.answers
          .first { $0.name == meant.answer }
        guard let found else { continue }
        let key = found.key.map { "\($0)" } ?? meant.answer
        let line = lines.last { $0.hasPrefix("\(key) =") || $0.contains("\(key)(") } ?? ""
        pairs.append(Pair(meant: meant, found: found, line: String(line)))
      }
    }
  }

  /// Right answers that rest on none that is wrong.
  var rightMeant: [Pair] {
    pairs.filter { $0.meant.intent == .right && $0.meant.inherits.isEmpty }
  }

  /// Answers with one slip, which rest on none that is wrong.
  var singleSlips: [Pair] {
    pairs.filter { pair in
      guard case .slip(let slips) = pair.meant.intent else { return false }
      return slips.count == 1 && pair.meant.inherits.isEmpty
    }
  }

  /// What each got for a question, as a share of its points, without those who did nothing.
  func shares(of question: String) -> [Double] {
    zip(notebooks, reports).filter { $0.0.extent == .all }.compactMap { _, report in
      report.questions.first { $0.id == question }.flatMap {
        $0.maximum > 0 ? $0.score / $0.maximum : nil
      }
    }
  }
}

/// The exercises that a class is tried on.
enum ExerciseSet: String, CaseIterable, Sendable {
  case shipped, first, second

  func opened() throws -> [OpenedExercise] {
    switch self {
    case .shipped: try ShippedExercises.ids.map { try ShippedExercises.open($0) }
    case .first: try Self.field("First")
    case .second: try Self.field("Second")
    }
  }

  private static func field(_ set: String) throws -> [OpenedExercise] {
    try FieldExercises.ids(of: set).map { try FieldExercises.open($0, in: set) }
  }
}
