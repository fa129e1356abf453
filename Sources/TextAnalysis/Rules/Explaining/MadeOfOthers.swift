import Quantities

extension Explanation {
  /// What can be made of two values of the exercise, where the figure is not said to be anything
  /// else: their sum or difference, one as a share of the other; also of an asked value and a given
  /// number: `143 cups a day` are 44'179 cups in 310 days.
  static let madeOfOthers = Explanation(name: "made of other values", weight: .accident) {
    scene, figure, claim, _ in
    let isNoun = !scene.quantities.formulas(figure.tokens.dropFirst()).isEmpty
    return (claim.strength < .tight || isNoun) && scene.isAskedByGiven(figure, claim.form)
      || claim.strength == .unit && scene.isMadeOfOthers(figure, claim.form)
  }
}

extension FigureScene {
  /// Values that are looked at.
  private static let limit = 60

  /// Whether a figure is a sum, a difference or a share of two values of the exercise.
  func isMadeOfOthers(_ figure: TextFigure, _ form: TextFigure.Form) -> Bool {
    guard let unit = form.unit else { return false }
    let readings = figure.number.scaled(by: form.factor).readings
    func agrees(_ value: Double) -> Bool {
      readings.contains {
        FigureComparison.agrees($0, with: value, isAbout: figure.manner != .plain)
      }
    }
    func isPair(of values: [Double], _ make: (Double, Double) -> [Double]) -> Bool {
      values.contains { one in
        values.contains { other in one != other && make(one, other).contains(where: agrees) }
      }
    }
    if isPair(of: values(in: unit), { [$0 + $1, abs($0 - $1)] }) { return true }
    guard form.isShare, let whole = Unit.one.conversion(to: unit)?.apply(1) else { return false }
    // Shares are of values in any unit.
    let isDifference = figure.marked([.difference, .nearDifference])
    return Set(candidates.filter { $0.row == nil && !$0.isShare }.map(\.unit)).contains { unit in
      isPair(of: values(in: unit)) { one, other in
        guard other != 0 else { return [] }
        return [one / other * whole]
          + (isDifference ? [abs(one - other) / abs(other) * whole] : [])
      }
    }
  }

  /// The values of the exercise and the numbers it gives that are of a unit's kind, in it.
  private func values(in unit: Unit) -> [Double] {
    let form = TextFigure.Form(measure: .unit(unit))
    let asked = candidates.filter { !$0.isStep }.flatMap { $0.values(for: form) }
    var seen: Set<Double> = []
    let distinct = (asked + reading.question.values(in: unit)).filter { seen.insert($0).inserted }
    return Array(distinct.prefix(Self.limit))
  }

  /// Whether a figure is an asked value times a given number, or divided by it.
  fileprivate func isAskedByGiven(_ figure: TextFigure, _ form: TextFigure.Form) -> Bool {
    guard let unit = form.unit else { return false }
    return candidates.contains { candidate in
      guard candidate.row == nil, let value = candidate.values.first else { return false }
      return reading.question.given.prefix(Self.limit).contains { given in
        guard given.number.value != 0, given.number.value != 1 else { return false }
        return given.forms.flatMap { [($0, false), ($0, true)] }.contains { written, isInverted in
          let other = written.unit ?? .one
          let number = given.number.value * written.factor
          guard written.measure != .unknown,
            let product = try? candidate.unit.product(
              with: other, inverted: isInverted, merged: false
            ).unit,
            product.conversion(to: unit) != nil
          else { return false }
          let made = candidate.with([isInverted ? value / number : value * number], unit: product)
          return made.agrees(figure, as: form)
        }
      }
    }
  }
}

extension TextQuestion {
  /// Units of which the values are kept; no class writes more.
  private static let limit = 100

  /// The values of the exercise that are not asked for, and the numbers that it gives, which are of a
  /// unit's kind, in it.
  fileprivate func values(in unit: Unit) -> [Double] {
    if let known = othersByUnit[unit] { return known }
    let form = TextFigure.Form(measure: .unit(unit))
    let values =
      others.filter { !$0.isStep }.flatMap { $0.values(for: form) }
      + given.flatMap { given in
        given.forms.compactMap { other -> Double? in
          let value = given.number.value * other.factor
          if unit == .one, other == .bare { return value }
          return other.unit?.conversion(to: unit)?.apply(value)
        }
      }
    if othersByUnit.count < Self.limit { othersByUnit[unit] = values }
    return values
  }
}
