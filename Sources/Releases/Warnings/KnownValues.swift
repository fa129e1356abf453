import AnswerKeys
import Diagnostics
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

  /// From the least to the greatest.
  private var numbers: [Number] = []

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
    numbers.sort { $0.value < $1.value }
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
    for value in number.values {
      for known in near(value)
      where !found.contains(known.answer) && isIt(known, value, number) {
        found.append(known.answer)
      }
    }
    return found
  }

  private func isIt(_ known: Number, _ value: Double, _ number: WrittenNumber) -> Bool {
    if number.figures >= Self.distinctive {
      return NumberFormat.rounded(known.value, figures: number.figures) == value
    }
    guard let symbol = known.unit?.symbol, !symbol.isEmpty, number.rest.hasPrefix(symbol) else {
      return false
    }
    let after = number.rest.dropFirst(symbol.count).first
    return after?.isLetter != true && abs(known.value / value - 1) < 1e-9
  }

  /// Those that differ by a hundredth at most, which is more than three figures can.
  private func near(_ value: Double) -> ArraySlice<Number> {
    let first = numbers.partitioningIndex { $0.value >= value * 0.99 }
    let last = numbers.partitioningIndex { $0.value > value * 1.01 }
    return numbers[first..<max(first, last)]
  }
}
