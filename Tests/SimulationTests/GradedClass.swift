import Exercises
import Grading
import NotebookFiles
import NotebookGrading
import Simulation

/// A simulated class graded, with what was meant beside what was found.
struct GradedClass {
  struct Pair {
    var meant: SimulatedAnswer
    var found: AnswerReport
    var line: String
  }

  private(set) var notebooks: [SimulatedNotebook] = []
  private(set) var reports: [ExerciseReport] = []
  private(set) var pairs: [Pair] = []

  init(_ opened: OpenedExercise, count: Int, seed: UInt64 = 1) {
    for notebook in SimulatedClass(opened, count: count, seed: seed) {
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

  /// Answers with one slip, which rest on none that is wrong, and cost something.
  var singleSlips: [Pair] {
    pairs.filter { pair in
      guard case .slip(let slips) = pair.meant.intent else { return false }
      return slips.count == 1 && pair.meant.inherits.isEmpty
    }
  }

  static func isNamed(_ pair: Pair) -> Bool {
    guard case .slip(let slips) = pair.meant.intent, let cause = pair.found.cause else {
      return false
    }
    return slips.allSatisfy { $0.isNamed(by: cause) }
  }
}
