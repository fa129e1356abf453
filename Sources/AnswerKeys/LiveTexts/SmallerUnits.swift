import Formulas
import Quantities

/// Says small amounts in a smaller unit, as 1.6 cm for 0.000016 km.
enum SmallerUnits {
  /// Units that are met every day, from the largest on; each row is of one quantity.
  private static let ladders = [
    ["km", "m", "cm", "mm"],
    ["year", "day", "h", "min", "s"],
    ["t", "kg", "g", "mg"],
    ["GWh", "MWh", "kWh", "Wh"],
    ["L", "mL"],
  ]

  /// Amounts below it are given up, since nobody pictures a thousandth of a thing.
  static let least = 0.001

  /// The amount in the first unit, from its own downwards, in which it is at least 1; as it is
  /// where it is larger anyway, or where its unit has no smaller ones.
  static func fitting(_ number: Double, _ unit: Unit) -> (Double, Unit) {
    guard number != 0, abs(number) < 0.1 else { return (number, unit) }
    let symbol = unit.symbol
    guard let ladder = ladders.first(where: { $0.contains(symbol) }),
      let place = ladder.firstIndex(of: symbol)
    else { return (number, unit) }
    var found = (number, unit)
    for smaller in ladder[(place + 1)...] where abs(found.0) < 1 {
      guard let other = UnitSystem().lookup(smaller),
        case .quantity(let converted, _)? = Value.quantity(number, unit).converted(to: other)
      else { continue }
      found = (converted, other)
    }
    return found
  }
}
