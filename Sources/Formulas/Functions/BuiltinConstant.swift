import Quantities

/// A number with a name of its own. A student's name or a unit of the same name comes first.
///
/// Values: mathematical ones, those that the SI fixes exactly (SI Brochure, 9th edition, 2019)
/// with standard gravity (CGPM 1901), and measured ones as CODATA 2018 recommends them.
public struct BuiltinConstant: Sendable {
  public let names: [String]
  /// The letters that physics gives it, and other spellings.
  let foreignNames: [String]
  let number: Double
  let unit: [(symbol: String, power: Int32)]

  private init(
    _ names: String..., elsewhere foreignNames: [String] = [], value number: Double,
    unit: [(symbol: String, power: Int32)] = []
  ) {
    self.names = names
    self.foreignNames = foreignNames
    self.number = number
    self.unit = unit
  }

  static let all: [BuiltinConstant] = [
    BuiltinConstant("pi", "π", elsewhere: ["Pi", "PI"], value: Double.pi),
    BuiltinConstant("tau", "τ", value: 2 * Double.pi),
    BuiltinConstant("golden_ratio", value: 1.618033988749895),
    BuiltinConstant("e", value: 2.718281828459045),
    BuiltinConstant(
      "speed_of_light", elsewhere: ["c"], value: 299_792_458,
      unit: [("m", 1), ("s", -1)]),
    BuiltinConstant(
      "planck_constant", elsewhere: ["hbar"], value: 6.62607015e-34,
      unit: [("J", 1), ("s", 1)]),
    BuiltinConstant(
      "boltzmann_constant", elsewhere: ["k_B", "kB"], value: 1.380649e-23,
      unit: [("J", 1), ("K", -1)]),
    BuiltinConstant(
      "avogadro_constant", elsewhere: ["N_A", "NA"], value: 6.02214076e23,
      unit: [("mol", -1)]),
    BuiltinConstant("elementary_charge", value: 1.602176634e-19, unit: [("C", 1)]),
    BuiltinConstant(
      "gas_constant", elsewhere: ["R"], value: 8.31446261815324,
      unit: [("J", 1), ("mol", -1), ("K", -1)]),
    BuiltinConstant(
      "faraday_constant", value: 96485.33212331, unit: [("C", 1), ("mol", -1)]),
    BuiltinConstant(
      "stefan_boltzmann_constant", elsewhere: ["sigma"], value: 5.670374419e-8,
      unit: [("W", 1), ("m", -2), ("K", -4)]),
    BuiltinConstant(
      "gravitational_constant", value: 6.67430e-11,
      unit: [("m", 3), ("kg", -1), ("s", -2)]),
    BuiltinConstant(
      "vacuum_permittivity", elsewhere: ["epsilon_0"], value: 8.8541878128e-12,
      unit: [("F", 1), ("m", -1)]),
    BuiltinConstant(
      "vacuum_permeability", elsewhere: ["mu_0"], value: 1.25663706212e-6,
      unit: [("N", 1), ("A", -2)]),
    BuiltinConstant("fine_structure_constant", value: 7.2973525693e-3),
    BuiltinConstant("electron_mass", value: 9.1093837015e-31, unit: [("kg", 1)]),
    BuiltinConstant("proton_mass", value: 1.67262192369e-27, unit: [("kg", 1)]),
    BuiltinConstant("neutron_mass", value: 1.67492749804e-27, unit: [("kg", 1)]),
    BuiltinConstant("standard_gravity", value: 9.80665, unit: [("m", 1), ("s", -2)]),
  ]

  /// All names, for completion and help.
  public static let allNames = byName.keys.sorted()

  static func isConstant(_ name: String) -> Bool { byName[name] != nil }

  /// The name of a constant that is known otherwise elsewhere.
  static func name(forForeign name: String) -> String? { byForeignName[name] }

  /// Nil where there is no constant of that name.
  static func value(of name: String, in units: UnitSystem) -> Value? {
    guard let constant = byName[name] else { return nil }
    var unit = UnitID.one
    for factor in constant.unit {
      guard let word = units.lookup(factor.symbol),
        let power = try? units.power(word, Exponent(factor.power)),
        let product = try? units.product(unit, power, merged: false)
      else { return nil }
      unit = product.unit
    }
    return .quantity(constant.number, unit)
  }

  private static let byName = Dictionary(
    uniqueKeysWithValues: all.flatMap { constant in constant.names.map { ($0, constant) } })

  private static let byForeignName = Dictionary(
    uniqueKeysWithValues: all.flatMap { constant in
      constant.foreignNames.map { ($0, constant.names[0]) }
    })
}
