import Diagnostics
import Exercises
import Formulas

/// What is asked for where the model answer is withheld: of its value no more than the form is known.
extension ExerciseCompiler {
  /// Rows that columns may have together, of which nothing but their count is known.
  private static let mostWithheldRows = 1_000_000

  func compileWithheld(_ spec: ValueAnswer, _ known: WithheldValue, of question: String) {
    failed.insert(spec.name)
    guard let unit = spec.unit.map(unit) ?? .one else { return }
    withheldRows += known.rows ?? 0
    if withheldRows > Self.mostWithheldRows {
      return report(AnswerKeyWording.tooManyRows(Self.mostWithheldRows), at: spec.expect.source)
    }
    let value =
      known.rows.map { Value.column([Double](repeating: .nan, count: $0), unit) }
      ?? .quantity(.nan, unit)
    var answer = AnswerKey.Answer(
      question: question, spec: spec, keys: [.name(spec.name)] + otherKeys(of: spec), unit: unit,
      own: unit, accepts: spec.rules.accepts.compactMap(self.unit), value: value,
      tolerance: .standard(in: unit), formula: .withheld, rowNames: rowNames(known.rows))
    answer.seals = known.grid.map { SealWords(spec.name, $0) }
    answer.isShut = answer.seals != nil
    answer.isWithheld = !answer.isShut
    for key in answerKey.add(answer) {
      if case .column = key { report(AnswerKeyWording.twice("\(key)"), at: spec.expect.source) }
    }
  }

  /// A function is tried on one of each unit that it takes, or on its test points where it has some.
  func compileWithheld(
    _ spec: FunctionAnswer, _ known: WithheldFunction, of question: String, on sheet: Worksheet
  ) {
    failed.insert(spec.name)
    guard let unit = spec.unit.map(unit) ?? .one else { return }
    let ones = known.takes.compactMap { $0.text == "1" ? .one : self.unit($0) }.map {
      Value.quantity(1, $0)
    }
    var points: [AnswerKey.Function.Point] = []
    if !spec.points.isEmpty {
      points = spec.points.compactMap { point in
        let arguments = point.compactMap { evaluate($0, on: sheet) }
        return arguments.count == point.count
          ? AnswerKey.Function.Point(
            call: spec.call(at: point), arguments: arguments, expected: .quantity(.nan, unit))
          : nil
      }
    } else if ones.count == spec.parameters.count {
      points = [
        AnswerKey.Function.Point(
          call: "\(spec.name)(\(ones.map { $0.text() }.joined(separator: ", ")))", arguments: ones,
          expected: .quantity(.nan, unit))
      ]
    }
    var function = AnswerKey.Function(
      question: question, spec: spec, unit: unit, tolerance: .standard(in: unit),
      formula: .withheld, points: points)
    function.grid = known.grid
    function.isWithheld = known.grid == nil
    answerKey.functions.append(function)
  }

  /// What the rows of the first table with names are called that is as long.
  private func rowNames(_ count: Int?) -> [String]? {
    count.flatMap { count in
      tables.first { $0.table.rowCount == count && $0.table.rowNames != nil }?.table.rowNames
    }
  }
}

extension Expression {
  /// What stands for a model formula that is withheld.
  static var withheld: Expression { Expression(.number(.nan, figures: 0), Span(0, 0)) }
}
