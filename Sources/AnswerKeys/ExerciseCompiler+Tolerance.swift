import Exercises
import Formulas
import Quantities

extension ExerciseCompiler {
  /// How near to a model answer its author wants a number.
  ///
  /// - Parameter own: the unit of the model answer's own value.
  func tolerance(
    _ rules: MarkingRules, _ unit: Unit, own: Unit, _ reference: Value?, _ sheet: Worksheet
  ) -> Tolerance? {
    /// The number in the answer's unit, as it is or as a difference of it.
    func number(_ text: AuthorFormula, isDifference: Bool) -> Double? {
      guard let value = evaluate(text, on: sheet) else { return nil }
      // A bare number is in the unit of the answer.
      if value.unit == .one { return value.numbers?.first }
      var (from, to) = (value.unit ?? .one, unit)
      if isDifference { (from, to) = (from.differenceUnit, to.differenceUnit) }
      if let own = value.relabelled(from).converted(to: to)?.numbers?.first { return own }
      report(AnswerKeyWording.toleranceUnit(text.text, unit: unit.symbol), at: text.source)
      return nil
    }
    switch rules.tolerance {
    case .relative(let share): return .relative(share, in: unit)
    case .figures(let count): return .figures(count)
    case .factor(let factor): return .factor(factor)
    case .absolute(let text):
      return number(text, isDifference: true).map {
        unit.isTemperaturePoint ? .degrees(share: 0, least: $0) : .absolute($0)
      }
    case .range(let low, let high):
      var isBackwards = false
      func ends(areDifferences: Bool) -> (Double, Double)? {
        guard let first = number(low, isDifference: areDifferences),
          let second = number(high, isDifference: areDifferences)
        else { return nil }
        if first > second, !isBackwards {
          isBackwards = true
          report(AnswerKeyWording.rangeBackwards(low.text, high.text), at: low.source)
        }
        return (min(first, second), max(first, second))
      }
      guard let (first, second) = ends(areDifferences: own.isTemperatureDifference) else {
        return nil
      }
      // `[9 °C, 11 °C]` around 10 K are differences.
      if let numbers = reference?.numbers, !unit.isTemperaturePoint,
        !numbers.allSatisfy({ (first...second).contains($0) }),
        let other = ends(areDifferences: true),
        numbers.allSatisfy({ (other.0...other.1).contains($0) })
      {
        return .range(other.0, other.1)
      }
      return .range(first, second)
    }
  }
}
