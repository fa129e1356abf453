import AnswerKeys
import Exercises
import Formulas
import Quantities

/// The values of an exercise's model answers in all units that people would write them in.
struct KnownValues {
  /// A number that gives an answer away, in a unit.
  struct Number {
    var answer: String
    var value: Double
    /// Nil where the number alone is told.
    var unit: Unit?
  }

  private(set) var numbers: [Number] = []

  /// Figures from which on a number is one that is not met by chance.
  static let distinctive = 3
  /// Rows of a column that are looked for.
  private static let mostRows = 200
  /// Prefixes and percent.
  private static let scales = [1, 1e-3, 1e3, 1e-6, 1e6, 100]

  init(of compiled: CompiledExercise) {
    for answer in compiled.answerKey.answers {
      for value in answer.accepted { add(value, of: answer.spec.name) }
      if let own = answer.value.converted(to: answer.own) { add(own, of: answer.spec.name) }
    }
    for function in compiled.answerKey.functions {
      for point in function.points { add(point.expected, of: function.spec.name) }
    }
  }

  private mutating func add(_ value: Value, of answer: String) {
    guard let unit = value.unit, let own = value.numbers else { return }
    func add(_ number: Double, _ unit: Unit?) {
      guard number.isFinite, number != 0 else { return }
      numbers.append(Number(answer: answer, value: abs(number), unit: unit))
    }
    for number in own.prefix(Self.mostRows) {
      for scale in Self.scales { add(number * scale, scale == 1 ? unit : nil) }
    }
    for other in unit.alternatives {
      for number in (value.converted(to: other)?.numbers ?? []).prefix(Self.mostRows) {
        add(number, other)
      }
    }
  }

  /// The answers that a number gives away: it is theirs as far as its figures go, of which it needs
  /// three, or the unit behind it.
  func answers(givenBy number: WrittenNumber) -> [String] {
    var found: [String] = []
    for known in numbers where !found.contains(known.answer) {
      let isIt = number.values.contains { value in
        if number.figures >= Self.distinctive {
          return abs(known.value / value - 1) < 0.01
            && NumberFormat.rounded(known.value, figures: number.figures) == value
        }
        guard let symbol = known.unit?.symbol, !symbol.isEmpty, number.rest.hasPrefix(symbol) else {
          return false
        }
        let after = number.rest.dropFirst(symbol.count).first
        return after?.isLetter != true && abs(known.value / value - 1) < 1e-9
      }
      if isIt { found.append(known.answer) }
    }
    return found
  }
}
