import AnswerKeys
import Exercises
import Formulas
import Quantities

/// A function that is asked for; each test point earns the same share of the points.
extension FunctionAnswer: MarkedKind {
  func mark(_ report: inout QuestionReport, of question: Question, by grader: Grader) {
    let answer = grader.judge(self)
    report.answers.append(answer)
    report.score = question.points * answer.share
    report.waiting = question.points * answer.untold
  }

  func fill(
    in sheet: Worksheet, except right: Set<String>, of question: Question,
    _ compiled: CompiledExercise
  ) -> [Worksheet.Key] {
    guard !right.contains(name), let statement = modelStatement(question, compiled),
      sheet.load([statement])[0].problem == nil
    else { return [] }
    return [.name(name)]
  }

  /// The model answer's function, with the names that only the model has as names of its own.
  private func modelStatement(_ question: Question, _ compiled: CompiledExercise) -> Statement? {
    let given = question.given.filter { !parameters.contains($0.name) }
    guard given.allSatisfy({ $0.formula.expression != nil }) else { return nil }
    let taken = Set(parameters + question.given.map(\.name))
    let used = question.given.reduce(expect.usedNames) { $0.union($1.formula.usedNames) }
    var locals = used.subtracting(taken).sorted().compactMap { name in
      compiled.answerKey.values[name].flatMap { Self.literal($0, compiled.units) }
        .map { (name: name, formula: $0) }
    }
    locals += given.compactMap { given in given.formula.expression.map { (given.name, $0) } }
    guard var statement = statement(locals: locals) else { return nil }
    statement.text = "def \(name)(\(parameters.joined(separator: ", ")))"
    return statement
  }

  /// Bytes of a value that is written into a function.
  private static let literalLimit = 4000

  /// A value as a formula; nil where it is no number, or too many.
  private static func literal(_ value: Value, _ units: UnitSystem) -> Expression? {
    guard let numbers = value.numbers, let unit = value.unit, numbers.allSatisfy(\.isFinite) else {
      return nil
    }
    let symbol = unit.symbol
    let texts = numbers.prefix(literalLimit).map { "\($0) \(symbol)" }
    let text: String
    switch value {
    case .column: text = "[\(texts.joined(separator: ", "))]"
    case .quantity: text = "(\(texts.joined()))"
    case .texts, .truths, .text, .truth, .table, .function: return nil
    }
    guard text.utf8.count <= literalLimit else { return nil }
    return try? Parser.formula(text).get()
  }
}
