import Diagnostics
import Exercises
import Formulas
import Grading

/// A notebook's statements computed anew on a sheet of the exercise.
public struct Replay {
  public let sheet: Worksheet
  /// What cannot be read or computed, with its place in the notebook.
  public let problems: [LocatedDiagnostic]
  public let grader: Grader

  public init(_ file: NotebookFile, _ reference: Reference, budget: Budget = .standard) {
    let sheet = reference.makeSheet(budget: budget)
    let placed = file.statements()
    let entered = sheet.load(placed.map(\.statement))
    var problems = file.problems
    var failing: [Worksheet.Key: LocatedDiagnostic] = [:]
    for (statement, entry) in zip(placed, entered) {
      guard let problem = entry.problem else { continue }
      let located = LocatedDiagnostic(problem.diagnostic, in: statement.source)
      problems.append(located)
      if let key = entry.key ?? statement.key { failing[key] = located }
    }
    for broken in file.unreadable() {
      // What cannot be read is among the file's problems already.
      guard let name = broken.name, sheet.formula(of: .name(name)) == nil,
        sheet.function(named: name) == nil
      else { continue }
      failing[.name(name)] = broken.diagnostic
    }
    self.sheet = sheet
    self.problems = problems.sorted { $0.line < $1.line }
    grader = Grader(
      reference, sheet: sheet, words: Self.words(file, reference.exercise), failing: failing)
  }

  static func words(_ file: NotebookFile, _ exercise: Exercise) -> [String: WordedReply] {
    var result: [String: WordedReply] = [:]
    for question in exercise.questions {
      switch question.body {
      case .text:
        if let text = file.reply(toQuestion: question.id) { result[question.id] = .text(text) }
      case .choice:
        let ticked = file.ticks(inQuestion: question.id).filter(\.isTicked).map(\.text)
        if !ticked.isEmpty { result[question.id] = .choices(ticked) }
      case .values, .function, .reading: break
      }
    }
    return result
  }
}
