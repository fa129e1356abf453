import AnswerKeys
import ErrorDiagnosis
import ExerciseFiles
import Exercises
import FieldExercises
import Files
import Formulas
import Grading
import NotebookFiles
import NotebookGrading
import Quantities
import Releases
import SeededRandom
import Synchronization
import TerminalTesting
import Testing

/// Lines that answer a question, made from its model answer.
enum TypedAnswers {
  /// Answers as people type them, right and wrong, at the edges of what is right to the last bit.
  static func lines(_ answer: AnswerKey.Answer, _ random: inout SplitMix) -> [String] {
    guard isName(answer.spec.name) else { return [] }
    let unit = answer.unit
    func line(_ value: Value) -> String { "\(answer.spec.name) = \(literal(value))" }
    func value(_ numbers: [Double]) -> Value {
      answer.value.rowCount == nil ? .quantity(numbers[0], unit) : .column(numbers, unit)
    }
    let own = answer.value.numbers ?? []
    guard own.allSatisfy(\.isFinite), own.count <= 60 else { return [] }
    var lines = answer.accepted.map(line)
    // One row, or the only number, from the last that is right on.
    let row = Int(random.next() % UInt64(own.count))
    for direction in [1.0, -1.0] {
      for number in edge(of: answer, row, direction) {
        var numbers = own
        numbers[row] = number
        lines.append(line(value(numbers)))
      }
    }
    for other in unit.alternatives.prefix(3) {
      if let converted = answer.value.converted(to: other) { lines.append(line(converted)) }
      lines.append(line(answer.value.relabelled(other)))
    }
    lines.append(line(answer.value.relabelled(.one)))
    for figures in 1...4 {
      lines.append(line(value(own.map { NumberFormat.rounded($0, figures: figures) })))
    }
    for factor in [1000, 0.001, 3600, 2, 1 / 3.0, 100, -1] {
      lines.append(line(value(own.map { NumberFormat.rounded($0 * factor, figures: 5) })))
    }
    for _ in 0..<6 {
      let factor = 0.5 + Double(random.next() % 1_000_000) / 1e6
      var numbers = own
      numbers[row] = NumberFormat.rounded(own[row] * factor, figures: 3 + Int(random.next() % 10))
      lines.append(line(value(numbers)))
    }
    return lines
  }

  private static func isName(_ name: String) -> Bool {
    name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
  }

  private static func literal(_ value: Value) -> String {
    let numbers = (value.numbers ?? []).map { "\($0)" }
    let symbol = value.unit?.symbol ?? ""
    let isPoint = value.unit?.isTemperaturePoint ?? false
    if case .column = value {
      let list = "[\(numbers.joined(separator: ", "))]"
      return symbol.isEmpty ? list : isPoint ? "(\(list)) \(symbol)" : "\(list) * (1 \(symbol))"
    }
    return symbol.isEmpty
      ? numbers[0] : isPoint ? "(\(numbers[0])) \(symbol)" : "\(numbers[0]) \(symbol)"
  }

  /// The last number that is right in a direction, and the first that is not.
  private static func edge(of answer: AnswerKey.Answer, _ row: Int, _ direction: Double) -> [Double]
  {
    let reference = answer.value.numbers?[row] ?? 0
    func isRight(_ number: Double) -> Bool {
      guard var numbers = answer.value.numbers else { return false }
      numbers[row] = number
      return answer.accepts(
        answer.value.rowCount == nil
          ? .quantity(number, answer.unit) : .column(numbers, answer.unit))
    }
    guard isRight(reference) else { return [] }
    var (inside, outside) = (reference, reference + direction * (abs(reference) * 1e6 + 1e3))
    for _ in 0..<200 {
      let middle = inside + (outside - inside) / 2
      if middle == inside || middle == outside { break }
      if isRight(middle) { inside = middle } else { outside = middle }
    }
    return [inside, outside]
  }
}
