import Diagnostics
import Exercises
import Formulas

/// Computes the formulas of every text with live figures on the model answers.
struct ShowCheck {
  private(set) var problems: [(line: Int, text: String, diagnostic: Diagnostic)] = []

  init(_ reference: Reference) {
    let shows = reference.exercise.shows + reference.exercise.questions.flatMap(\.shows)
    guard !shows.isEmpty else { return }
    let sheet = reference.makeModelSheet()
    for show in shows { check(show, on: sheet) }
  }

  private mutating func check(_ show: ShowText, on sheet: Worksheet) {
    let read = ReadShow(show)
    for (text, problem) in read.problems { report(problem.diagnostic, text) }
    guard read.problems.isEmpty else { return }
    for (index, given) in show.names.enumerated() {
      let before = Array(read.names[..<index])
      if case .failure(let problem) = sheet.evaluate(read.names[index].formula, where: before) {
        report(problem.diagnostic, given.formula)
        // What builds on it fails too, and says nothing new.
        return
      }
    }
    for case .formula(let hole, let expression) in read.pieces {
      switch sheet.evaluate(expression, where: read.names) {
      case .failure(let problem): report(problem.diagnostic, hole.formula)
      case .success(let value):
        switch value {
        case .quantity, .column, .text, .texts, .truth: break
        case .truths, .table, .function:
          report(ReferenceWording.notShowable(value.kindName), hole.formula)
        }
      }
    }
  }

  private mutating func report(_ diagnostic: Diagnostic, _ text: SourcedText) {
    problems.append((text.line, text.text, diagnostic))
  }
}
