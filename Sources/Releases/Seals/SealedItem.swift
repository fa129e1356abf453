import AnswerKeys
import Exercises
import Formulas

/// A value that is asked for, or the result of a function at a test point, with what is right of it.
struct SealedItem {
  let answer: AnswerKey.Answer
  let words: SealWords
  /// A row each of the model's value, then of others that are accepted; one for a single number.
  let accepted: [[Double]]
  /// Of a column; 0 for a single number.
  let rows: Int
  /// Whether it is a name that students bind.
  let isValue: Bool

  /// Everything of an exercise that is sealed.
  static func all(of compiled: CompiledExercise) -> [SealedItem] {
    let values = compiled.answerKey.answers.map { answer in
      SealedItem(
        answer, name: answer.spec.name,
        SealCoverage.grid(answer.tolerance), isValue: true)
    }
    let results = compiled.answerKey.functions.flatMap { function in
      function.points.enumerated().map { place, point in
        SealedItem(
          function.answer(point.call, point.expected, function.formula),
          name: function.spec.sealName(ofPoint: place),
          SealCoverage.grid(function.tolerance), isValue: false)
      }
    }
    return values + results
  }

  private init(_ answer: AnswerKey.Answer, name: String, _ grid: SealGrid, isValue: Bool) {
    self.answer = answer
    words = SealWords(name, grid)
    let numbers = answer.accepted.compactMap(\.numbers)
    rows = answer.value.rowCount ?? 0
    accepted = (0..<max(1, rows)).map { row in numbers.map { $0[row] } }
    self.isValue = isValue
  }

  /// Of the function whose result it is.
  var functionName: String { answer.keys.first.map { "\($0)" } ?? "" }

  /// All rows of each value that is accepted.
  var columns: [[Double]] { answer.accepted.compactMap(\.numbers) }

  /// Rows that have boxes.
  var sealedRows: [Int] { SealWords.sealedRows(of: rows) }

  var coverage: SealCoverage { SealCoverage(words: words, tolerance: answer.tolerance) }

  /// Boxes that it is given, whatever it needs: by how it is asked for alone.
  var capacity: Int {
    sealedRows.count * SealCoverage.mostCells(answer.tolerance) * max(1, answer.accepted.count)
      + (isValue ? SealedSlips.mostBoxes : 0)
  }
}
