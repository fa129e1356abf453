import Formulas
import Quantities

/// A student's wrong value, made ready to be compared with what slips would give.
struct Submission {
  /// Read in the unit asked for, in base units; nil where it cannot be read so.
  var bare: [Double]?
  /// In base units as its own unit says.
  var measured: [Double]
  /// Its own unit, without counted units and labels.
  var unit: UnitID
  /// How near a number must come, relative to it, one a row.
  var closeness: [Double]
  /// Figures typed, all rows together; nil for what was computed.
  var figures: Int?
  var ingredients: Ingredients
  /// Whether it can be read in the unit asked for without leaving its own unit aside.
  var hasUnitAsked: Bool

  /// What was computed is the same number, but for rounding.
  static let computed = 1e-6

  /// Nil where there are no numbers that could be explained.
  init?(
    _ raw: Value, _ reading: AnswerReading, _ answer: Reference.Answer, formula: Expression?,
    ingredients: Ingredients, readsBare: Bool, in units: UnitSystem
  ) {
    guard let own = raw.unit, let numbers = raw.numbers, !units.isTemperaturePoint(own),
      !units.isTemperaturePoint(answer.unit),
      numbers.contains(where: { $0 != 0 && $0.isFinite })
    else { return nil }
    let scale = units.scale(of: own).value
    measured = numbers.map { $0 * scale }
    unit = units.baseUnit(of: units.withoutCounts(own))
    if readsBare, let value = reading.value?.numbers {
      let one = units.scale(of: answer.unit).value
      bare = value.map { $0 * one }
    }
    self.ingredients = ingredients
    hasUnitAsked = reading.manner != .otherDimension
    closeness = numbers.map { _ in Self.computed }
    if ingredients.isTyped, let typed = formula?.typedFiguresOfRows, typed.count == numbers.count {
      figures = typed.reduce(0) { $0 + $1.figures }
      closeness = typed.map { number in
        guard number.value != 0 else { return Self.computed }
        let power = NumberFormat.leadingPower(number.value) - number.figures + 1
        let half = (Double("1e\(power)") ?? 0) / 2
        return max(half / abs(number.value), Self.computed)
      }
    }
  }

  /// Whether numbers are those of the submission, on every row that can be compared.
  func matches(_ numbers: [Double], isBare: Bool) -> Bool {
    guard let target = isBare ? bare : measured else { return false }
    guard numbers.count == target.count || numbers.count == 1 else { return false }
    var compared = 0
    for (row, own) in target.enumerated() {
      let number = numbers.count == 1 ? numbers[0] : numbers[row]
      if number.isNaN, own.isNaN { continue }
      guard number.isFinite, own.isFinite, number != 0,
        abs(number - own) <= closeness[row] * 1.000001 * abs(own)
      else { return false }
      compared += 1
    }
    return compared > 0
  }

  /// Whether numbers are those of the submission, figure for figure.
  func isExactly(_ numbers: [Double]) -> Bool {
    bare.map { Variations.isSame($0, numbers) } ?? false
  }

  /// Whether a value is the submission's, in its own unit or bare in the unit asked for.
  func equals(_ value: Value, one: UnitID, in units: UnitSystem) -> Bool {
    guard figures ?? .max >= CauseSearch.figures.common, let own = value.unit,
      let numbers = value.numbers, !units.isTemperaturePoint(own)
    else { return false }
    let scale = units.scale(of: own).value
    if units.dimension(of: units.withoutCounts(own)) == units.dimension(of: unit),
      matches(numbers.map { $0 * scale }, isBare: false)
    {
      return true
    }
    let asked = units.scale(of: one).value
    return matches(numbers.map { $0 * asked }, isBare: true)
  }

  /// How much a slip goes against what the student's formula holds: 1 for each figure that is
  /// there or not, `contradiction` for a name.
  func disagreement(
    with variation: Variation, in tree: ModelFormula, _ scope: ModelScope
  ) -> Int {
    if case .scale(let factor) = variation.slip, madeByHand(factor) != nil { return -1 }
    guard !ingredients.isTyped else { return 0 }
    var total = 0
    for origin in variation.held where !names(origin) && !holdsFigure(of: origin, tree, scope) {
      total += Self.contradiction
    }
    for origin in variation.lacking {
      if names(origin) {
        // A part that the model has in two places may be left out in one of them.
        let count = tree.nodes.count { $0.origin == origin }
        total += count > 1 ? 1 : Self.contradiction
      } else if holdsFigure(of: origin, tree, scope) {
        total += 1
      }
    }
    return total
  }

  static let contradiction = 100

  /// The bare numbers by which the formula multiplies to come to a factor, one or two of them.
  func madeByHand(_ factor: Double) -> [Double]? {
    let factors = ingredients.bareFactors.sorted()
    if let one = factors.first(where: { Conversions.isNear($0, factor) }) { return [one] }
    guard factors.count < 20 else { return nil }
    for (place, first) in factors.enumerated() {
      for second in factors[(place + 1)...] where Conversions.isNear(first * second, factor) {
        return [first, second]
      }
    }
    return nil
  }

  private func names(_ origin: ModelFormula.Origin) -> Bool {
    switch origin {
    case .name(let name): ingredients.names.contains(name)
    case .column(let key): ingredients.columns.contains(key)
    case .literal, .formula, .unit, .part: false
    }
  }

  /// Whether a figure stands in the place of its name.
  private func holdsFigure(
    of origin: ModelFormula.Origin, _ tree: ModelFormula, _ scope: ModelScope
  ) -> Bool {
    switch origin {
    case .name(let name):
      guard case .quantity(let number, _)? = scope.value(of: name) else { return false }
      return ingredients.numbers.contains { Conversions.isNear($0, number) }
    case .literal(let unit):
      return tree.nodes.contains { node in
        guard node.origin == .literal(unit: unit), node.numbers.count == 1 else { return false }
        return ingredients.numbers.contains { Conversions.isNear($0 * node.one, node.numbers[0]) }
      }
    case .formula: return true
    case .column, .unit, .part: return false
    }
  }
}

extension Expression {
  /// Numbers as typed, with the figures to which they may be trusted: of a whole number, all of
  /// them. Nil for a computation.
  var typedFiguresOfRows: [(value: Double, figures: Int)]? {
    typedNumbers?.map { number in
      let isWhole = number.value != 0 && number.value.rounded() == number.value
      let whole = isWhole ? NumberFormat.leadingPower(number.value) + 1 : 0
      return (number.value, max(number.figures, min(whole, 15)))
    }
  }
}
