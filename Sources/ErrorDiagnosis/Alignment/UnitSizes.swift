import Quantities

/// Figures without unit that stand for a quantity.
enum UnitSizes {
  /// In which unit, the likeliest first.
  enum Manner: CaseIterable {
    /// In the one in which the quantity is stated.
    case stated
    /// In that one with another prefix.
    case prefixed
    /// In another unit that people use: 0.08206 for the gas constant with L and atm.
    case other
  }

  static func isFigure(_ figure: Part, of quantity: Part, _ manner: Manner) -> Bool {
    guard let first = figure.numbers.first, first != 0, let own = quantity.numbers.first, own != 0
    else { return false }
    let ratio = own / first
    guard ratio > 0,
      Sameness(quantity.numbers, figure.numbers.map { $0 * ratio }, within: 0) != nil
    else { return false }
    let slack = min(figure.slack, Sameness.limit) + 1e-9
    func isNear(_ size: Double) -> Bool { abs(ratio - size) <= slack * size }
    switch manner {
    case .stated: return isNear(quantity.one)
    case .prefixed:
      return isNear(1) || Conversions.nearestPowerOfTen(ratio / quantity.one, within: slack) != nil
    case .other:
      // A figure of one or two digits fits any quantity in some unit.
      guard figure.slack <= 0.002, figure.slack > 0 || first.rounded() == first else {
        return false
      }
      let kin = quantity.unit.kin
      if quantity.dimension == Temperatures.dimension || !kin.isEmpty {
        return kin.contains { isNear($0.scale.value) }
      }
      // Of what nobody has a list, such as gas constants.
      return Unit.isRatioOfKin(ratio / quantity.one, within: slack)
        || Unit.isRatioOfKin(ratio, within: slack)
    }
  }
}
