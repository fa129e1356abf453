import Quantities

/// Numbers with names of their own. A student's name or a unit of the same name comes first.
///
/// Values: mathematical ones, those that the SI fixes exactly (SI Brochure, 9th edition, 2019)
/// with standard gravity (CGPM 1901), and measured ones as CODATA 2018 recommends them.
enum Constants {
  private static let table: [String: (value: Double, unit: [(symbol: String, power: Int32)])] = [
    "pi": (Double.pi, []),
    "π": (Double.pi, []),
    "tau": (2 * Double.pi, []),
    "τ": (2 * Double.pi, []),
    "golden_ratio": (1.618033988749895, []),
    "e": (2.718281828459045, []),
    "speed_of_light": (299_792_458, [("m", 1), ("s", -1)]),
    "planck_constant": (6.62607015e-34, [("J", 1), ("s", 1)]),
    "boltzmann_constant": (1.380649e-23, [("J", 1), ("K", -1)]),
    "avogadro_constant": (6.02214076e23, [("mol", -1)]),
    "elementary_charge": (1.602176634e-19, [("C", 1)]),
    "gas_constant": (8.31446261815324, [("J", 1), ("mol", -1), ("K", -1)]),
    "faraday_constant": (96485.33212331, [("C", 1), ("mol", -1)]),
    "stefan_boltzmann_constant": (5.670374419e-8, [("W", 1), ("m", -2), ("K", -4)]),
    "gravitational_constant": (6.67430e-11, [("m", 3), ("kg", -1), ("s", -2)]),
    "vacuum_permittivity": (8.8541878128e-12, [("F", 1), ("m", -1)]),
    "vacuum_permeability": (1.25663706212e-6, [("N", 1), ("A", -2)]),
    "fine_structure_constant": (7.2973525693e-3, []),
    "electron_mass": (9.1093837015e-31, [("kg", 1)]),
    "proton_mass": (1.67262192369e-27, [("kg", 1)]),
    "neutron_mass": (1.67492749804e-27, [("kg", 1)]),
    "standard_gravity": (9.80665, [("m", 1), ("s", -2)]),
  ]

  static var names: [String] { table.keys.sorted() }

  static func has(_ name: String) -> Bool { table[name] != nil }

  static func value(of name: String) -> Value? {
    guard let (number, factors) = table[name] else { return nil }
    let units = UnitSystem()
    var unit = Unit.one
    for factor in factors {
      guard let word = units.lookup(factor.symbol),
        let power = try? word.power(Exponent(factor.power)),
        let product = try? unit.product(with: power, merged: false)
      else { return nil }
      unit = product.unit
    }
    return .quantity(number, unit)
  }
}
