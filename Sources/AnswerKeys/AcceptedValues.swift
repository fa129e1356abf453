import Exercises
import Formulas

/// Which values of an answer are right.
extension AnswerKey.Answer {
  /// Whether the numbers, in the unit asked for, are all within the tolerance.
  public func accepts(_ value: Value?) -> Bool { rows(of: value)?.allSatisfy(\.self) ?? false }

  /// The same for the model's own value alone.
  public func acceptsAsModels(_ value: Value) -> Bool {
    rows(of: value, self.value)?.allSatisfy(\.self) ?? false
  }

  /// Whether each row is within the tolerance of the accepted value that comes nearest; nil where
  /// the shape differs. A row of a column that is missing in both is right.
  public func rows(of value: Value?) -> [Bool]? {
    value.flatMap { rows(of: $0, nearest(to: $0)) }
  }

  /// The accepted value with the most rows that are right, and of such the one that is least far
  /// away; the model's own where none is nearer.
  public func nearest(to value: Value) -> Value {
    guard !alternatives.isEmpty, let numbers = value.numbers else { return self.value }
    func merit(_ own: Value) -> (right: Int, distance: Double) {
      let distances = zip(numbers, own.numbers ?? []).map { abs($0 - $1) }.filter(\.isFinite)
      return (rows(of: value, own)?.count(where: \.self) ?? 0, distances.reduce(0, +))
    }
    var (best, found) = (self.value, merit(self.value))
    for own in alternatives {
      let other = merit(own)
      if (other.right, -other.distance) > (found.right, -found.distance) {
        (best, found) = (own, other)
      }
    }
    return best
  }

  private func rows(of value: Value, _ reference: Value) -> [Bool]? {
    switch (value, reference) {
    case (.quantity, .quantity) where isWithheld || isShut: return [false]
    case (.column(let numbers, _), .column(let references, _))
    where (isWithheld || isShut) && numbers.count == references.count:
      return numbers.map { _ in false }
    case (.quantity(let number, _), .quantity(let reference, _)):
      return [tolerance.accepts(number, reference)]
    case (.column(let numbers, _), .column(let references, _))
    where numbers.count == references.count:
      return zip(numbers, references).map {
        $1.isNaN ? $0.isNaN : tolerance.accepts($0, $1)
      }
    default: return nil
    }
  }
}
