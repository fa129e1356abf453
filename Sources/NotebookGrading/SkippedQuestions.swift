import AnswerKeys
import Diagnostics
import Exercises
import Formulas
import Grading
import NotebookFiles
import Quantities

/// The questions that a student has given up, and what takes the place of their answers.
struct SkippedQuestions {
  /// In the order of the exercise.
  let questions: [Question]
  /// What stands under `skipped` and is none.
  let problems: [LocatedDiagnostic]

  /// Mistakes under `skipped` that are told.
  private static let problemLimit = 10
  /// Bytes of a value that is written into a function.
  private static let literalLimit = 4000

  init(_ file: NotebookFile, _ exercise: Exercise) {
    let ids = file.skipped
    guard !ids.isEmpty else {
      (questions, problems) = ([], [])
      return
    }
    let wanted = Set(ids)
    questions = exercise.questions.filter { $0.maySkip && wanted.contains($0.id) }
    let skipped = Set(questions.map(\.id))
    problems = ids.filter { !skipped.contains($0) }.prefix(Self.problemLimit).map { id in
      let isKnown = exercise.question(id) != nil
      return file.located(
        isKnown ? .skippedNotAllowed(id: id) : .skippedUnknown(id: id), ofSkipped: id)
    }
  }

  /// Gives the names of a question that are not bound right the model answer's values, and
  /// returns these names. Nothing is done where the model answer has a mistake.
  func fill(
    _ question: Question, answers: [AnswerReport], in sheet: Worksheet, _ reference: Reference
  ) -> [Worksheet.Key] {
    let right = Set(answers.filter { $0.share == 1 }.map(\.name))
    switch question.body {
    case .values(let specs):
      return specs.filter { !right.contains($0.name) }.flatMap { spec -> [Worksheet.Key] in
        guard let answer = reference.answer(named: spec.name) else { return [] }
        return reference.keys(of: spec).filter { key in
          let isBound = sheet.rawValue(of: key) != nil
          return (key == .name(spec.name) || isBound) && sheet.fix(key, to: answer.value)
        }
      }
    case .function(let spec):
      guard !right.contains(spec.name),
        let statement = Self.definition(of: spec, question, reference),
        sheet.load([statement])[0].problem == nil
      else { return [] }
      return [.name(spec.name)]
    case .choice, .text, .reading: return []
    }
  }

  /// The model answer's function, with the names that only the model has as names of its own.
  private static func definition(
    of spec: FunctionAnswer, _ question: Question, _ reference: Reference
  ) -> Statement? {
    guard case .success(let body) = Parser.formula(spec.expect.text) else { return nil }
    var locals: [(name: String, formula: Expression)] = []
    let taken = Set(spec.parameters + question.given.map(\.name))
    let texts = [spec.expect.text] + question.given.map(\.formula.text)
    for name in Set(texts.flatMap(words)).subtracting(taken).sorted() {
      guard let value = reference.modelValues[name],
        let literal = literal(value)
      else { continue }
      locals.append((name, literal))
    }
    for given in question.given where !spec.parameters.contains(given.name) {
      guard case .success(let formula) = Parser.formula(given.formula.text) else { return nil }
      locals.append((given.name, formula))
    }
    let definition = FunctionDefinition(
      name: spec.name, nameSpan: Span(0, 0), parameters: spec.parameters, locals: locals,
      result: body)
    return Statement(
      kind: .function(definition), span: Span(0, 0),
      text: "def \(spec.name)(\(spec.parameters.joined(separator: ", ")))")
  }

  /// The words in a formula that may be names.
  private static func words(in formula: String) -> [String] {
    formula.split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init)
  }

  /// A value as a formula; nil where it is no number, or too many.
  private static func literal(_ value: Value) -> Expression? {
    guard let numbers = value.numbers, let unit = value.unit,
      numbers.allSatisfy(\.isFinite)
    else { return nil }
    let symbol = unit.symbol
    let texts = numbers.prefix(literalLimit).map { "\($0) \(symbol)" }
    let text: String
    switch value {
    case .column: text = "[\(texts.joined(separator: ", "))]"
    case .quantity: text = "(\(texts.joined()))"
    case .texts, .truths, .text, .truth, .table, .function: return nil
    }
    guard text.utf8.count <= literalLimit, case .success(let formula) = Parser.formula(text)
    else { return nil }
    return formula
  }
}
