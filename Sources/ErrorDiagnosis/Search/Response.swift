import AnswerKeys
import Formulas
import Quantities

/// A student's wrong value, made ready to be compared with what errors would give.
public struct Response {
  /// Read in the unit asked for, in base units; nil where it cannot be read so.
  var bare: [Double]?
  /// Whether it is taken for less exact than it was typed.
  var isShortened = false
  /// As typed, where it has no unit.
  var raw: [Double]?
  /// In base units as its own unit says.
  var measured: [Double]
  /// Its own unit, without counted units and labels.
  public var unit: Unit
  /// How near a number must come, relative to it, one a row.
  var closeness: [Double]
  /// Figures typed, all rows together; nil for what was computed.
  public var figures: Int?
  /// Whether it can be read in the unit asked for without leaving its own unit aside.
  var hasUnitAsked: Bool
  public var formula: StudentFormula

  /// What was computed is the same number, but for rounding.
  static let computed = 1e-6

  /// Nil where there are no numbers that could be explained.
  public init?(
    _ raw: Value, _ reading: UnitInterpretation, _ answer: AnswerKey.Answer,
    typed: Expression?, formula: StudentFormula, readsBare: Bool
  ) {
    guard let own = raw.unit, let numbers = raw.numbers,
      numbers.contains(where: { $0 != 0 && $0.isFinite })
    else { return nil }
    measured = own.inBaseUnits(numbers)
    self.raw = own == .one ? numbers : nil
    unit = own.withoutCounts.baseUnit
    if readsBare, let value = reading.value?.numbers { bare = answer.unit.inBaseUnits(value) }
    self.formula = formula
    hasUnitAsked = reading.manner != .otherDimension
    closeness = numbers.map { _ in Self.computed }
    if formula.all.isTyped, let rows = typed?.typedFiguresOfRows, rows.count == numbers.count {
      figures = rows.reduce(0) { $0 + $1.figures }
      closeness = rows.map { Self.closeness($0.value, figures: $0.figures) }
      if own.isTemperaturePoint || answer.unit.isTemperaturePoint {
        // What is half a figure of a temperature is a smaller share of its kelvins.
        let size = (own == .one ? answer.unit : own).scale.value
        for row in closeness.indices {
          let kelvins = abs((bare ?? measured)[row])
          closeness[row] = max(
            closeness[row] * abs(numbers[row]) * size / kelvins, Self.computed * 1e-3)
        }
      }
      self.formula.isFigure = true
    }
  }

  /// Half of a number's last figure, relative to it.
  private static func closeness(_ number: Double, figures: Int) -> Double {
    max(NumberFormat.halfOfLastFigure(number, figures: figures), computed)
  }

  /// The same where it is computed with rounded numbers, as near as these allow; nil where they
  /// allow too much.
  func loosened(by slack: Double) -> Response? {
    guard figures == nil, slack > Self.computed, slack <= 0.003 else { return nil }
    var copy = self
    copy.figures = CauseSearch.figures.common
    copy.closeness = closeness.map { _ in slack }
    copy.isShortened = true
    return copy
  }

  /// The same as if it had three figures, as it is worth where rounded numbers led to it; nil where
  /// it has no more.
  var shortened: Response? {
    guard let figures, closeness.count == 1, figures > CauseSearch.figures.common else {
      return nil
    }
    var copy = self
    copy.figures = CauseSearch.figures.common
    copy.closeness = [max(closeness[0], 5e-4)]
    copy.isShortened = true
    return copy
  }

  /// The same where a whole number's last zeros say nothing: 14300 for 14296. Nil where it has none.
  var withoutTrailingZeros: Response? {
    guard let figures, let raw, raw.count == 1, raw[0].rounded() == raw[0] else { return nil }
    let count = NumberFormat.figures(raw[0])
    guard count >= CauseSearch.figures.common, count < figures else { return nil }
    var copy = self
    copy.figures = count
    copy.closeness = [Self.closeness(raw[0], figures: count)]
    return copy
  }

  /// The same with these rows alone.
  func sampled(_ rows: [Int]) -> Response {
    var copy = self
    copy.bare = bare.map { numbers in rows.map { numbers[$0] } }
    copy.measured = rows.map { measured[$0] }
    copy.raw = raw.map { numbers in rows.map { numbers[$0] } }
    copy.closeness = rows.map { closeness[$0] }
    return copy
  }

  /// Whether numbers are those of the response, on every row that can be compared.
  ///
  /// - Parameter nearness: to which typed numbers match at least.
  func matches(_ numbers: [Double], isBare: Bool, nearness: Double = 0) -> Bool {
    guard let target = isBare ? bare : measured else { return false }
    return matches(numbers, as: target, nearness: nearness)
  }

  /// Rounded, or cut off, at its last figure.
  private func isNear(_ number: Double, _ own: Double, _ closeness: Double) -> Bool {
    let distance = abs(number - own)
    if distance <= closeness * 1.000001 * abs(own) { return true }
    let isCut = number * own > 0 && abs(number) > abs(own)
    return isCut && (figures ?? 0) >= CauseSearch.figures.single
      && distance < 2 * closeness * abs(own)
  }

  /// Whether the numbers of which one row is a number may be those of the response.
  func mayMatch(_ number: Double?, _ target: [Double]?, at row: Int, nearness: Double) -> Bool {
    guard let number, let target else { return false }
    guard target.indices.contains(row), target[row].isFinite, number.isFinite else { return true }
    return isNear(number, target[row], max(closeness[row], least(nearness)))
  }

  private func least(_ nearness: Double) -> Double {
    (figures ?? 0) >= CauseSearch.figures.common ? nearness : 0
  }

  func matches(_ numbers: [Double], as target: [Double], nearness: Double = 0) -> Bool {
    let least = least(nearness)
    guard numbers.count == target.count || numbers.count == 1 else { return false }
    var compared = 0
    for (row, own) in target.enumerated() {
      let number = numbers.count == 1 ? numbers[0] : numbers[row]
      if number.isNaN, own.isNaN { continue }
      guard number.isFinite, own.isFinite, number != 0,
        isNear(number, own, max(closeness[row], least))
      else { return false }
      compared += 1
    }
    return compared > 0
  }

  /// Whether numbers are those of the response, figure for figure.
  func isExactly(_ numbers: [Double]) -> Bool {
    bare.map { Variations.isSame($0, numbers) } ?? false
  }

  /// Whether a value is the response's, in its own unit or bare in the unit asked for.
  public func equals(_ value: Value, one: Unit) -> Bool {
    guard figures ?? .max >= CauseSearch.figures.common, let own = value.unit,
      let numbers = value.numbers
    else { return false }
    let dimension = own.withoutCounts.dimension
    if dimension == unit.dimension, matches(own.inBaseUnits(numbers), isBare: false) { return true }
    // Of the dimension asked for, it is compared as that; of another, figure with figure.
    let isAsked = dimension == one.withoutCounts.dimension
    return matches((isAsked ? own : one).inBaseUnits(numbers), isBare: true)
  }
}

extension Expression {
  /// Numbers as typed, with the figures to which they may be trusted: of a whole number, all of
  /// them. Nil for a computation.
  public var typedFiguresOfRows: [(value: Double, figures: Int)]? {
    typedNumbers?.map { number in
      let isWhole = number.value != 0 && number.value.rounded() == number.value
      let whole = isWhole ? NumberFormat.leadingPower(number.value) + 1 : 0
      return (number.value, max(number.figures, min(whole, 15)))
    }
  }
}
