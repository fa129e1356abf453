import Diagnostics
import Quantities

/// A number with a name of its own. A student's name or a unit of the same name comes first.
///
/// Values: mathematical ones, those that the SI fixes exactly (SI Brochure, 9th edition, 2019)
/// with standard gravity (CGPM 1901), and measured ones as CODATA 2018 recommends them.
public struct BuiltinConstant: Sendable {
  /// The first is the usual one.
  let names: [String]
  let number: Double
  /// Words of units, each with its exponent: `m s-1`.
  let unit: String
  /// The letters that physics gives it, and other spellings.
  let foreignNames: [String]

  private init(
    _ names: String..., value number: Double, unit: String = "", elsewhere: [String] = []
  ) {
    self.names = names
    self.number = number
    self.unit = unit
    foreignNames = elsewhere
  }

  private static let all: [BuiltinConstant] = [
    BuiltinConstant("pi", "π", value: .pi, elsewhere: ["Pi", "PI"]),
    BuiltinConstant("tau", "τ", value: 2 * .pi),
    BuiltinConstant("golden_ratio", value: 1.618033988749895),
    BuiltinConstant("e", value: 2.718281828459045),
    BuiltinConstant(
      "speed_of_light", "speedOfLight", value: 299_792_458, unit: "m s-1", elsewhere: ["c"]),
    BuiltinConstant("planck_constant", value: 6.62607015e-34, unit: "J s"),
    BuiltinConstant(
      "reduced_planck_constant", "ℏ", value: 1.054571817646156e-34, unit: "J s",
      elsewhere: ["hbar"]),
    BuiltinConstant(
      "boltzmann_constant", value: 1.380649e-23, unit: "J K-1", elsewhere: ["k_B", "kB"]),
    BuiltinConstant(
      "avogadro_constant", value: 6.02214076e23, unit: "mol-1", elsewhere: ["N_A", "NA"]),
    BuiltinConstant("elementary_charge", value: 1.602176634e-19, unit: "C"),
    BuiltinConstant("gas_constant", value: 8.31446261815324, unit: "J mol-1 K-1", elsewhere: ["R"]),
    BuiltinConstant("faraday_constant", value: 96485.33212331, unit: "C mol-1"),
    BuiltinConstant(
      "stefan_boltzmann_constant", value: 5.670374419e-8, unit: "W m-2 K-4", elsewhere: ["sigma"]),
    BuiltinConstant("gravitational_constant", value: 6.67430e-11, unit: "m3 kg-1 s-2"),
    BuiltinConstant(
      "vacuum_permittivity", value: 8.8541878128e-12, unit: "F m-1", elsewhere: ["epsilon_0"]),
    BuiltinConstant(
      "vacuum_permeability", value: 1.25663706212e-6, unit: "N A-2", elsewhere: ["mu_0"]),
    BuiltinConstant("fine_structure_constant", value: 7.2973525693e-3),
    BuiltinConstant("electron_mass", value: 9.1093837015e-31, unit: "kg"),
    BuiltinConstant("proton_mass", value: 1.67262192369e-27, unit: "kg"),
    BuiltinConstant("neutron_mass", value: 1.67492749804e-27, unit: "kg"),
    BuiltinConstant("standard_gravity", value: 9.80665, unit: "m s-2"),
  ]

  /// All names, for completion and help.
  public static let allNames = all.flatMap(\.names).sorted()

  /// Names of those without a unit: π, e.
  public static let plainNumbers = Set(all.filter(\.unit.isEmpty).flatMap(\.names))

  static func isConstant(_ name: String) -> Bool { byName.has(name) }

  /// The name of a constant that is known otherwise elsewhere.
  static func name(forForeign name: String) -> String? { byForeignName[name] }

  /// Nil where there is no constant of that name.
  static func value(of name: String) -> Value? {
    guard let constant = byName[name] else { return nil }
    let units = UnitSystem()
    var unit = Unit.one
    for factor in constant.unit.split(separator: " ") {
      let word = factor.prefix { $0.isLetter }
      guard let own = units.lookup(String(word)),
        let power = try? own.power(Exponent(Int32(factor.dropFirst(word.count)) ?? 1)),
        let product = try? unit.product(with: power, merged: false)
      else { return nil }
      unit = product.unit
    }
    return .quantity(constant.number, unit)
  }

  /// Each by its usual name, in coherent base units.
  fileprivate static let inBaseUnits: [(name: String, number: Double, unit: Unit)] =
    all.compactMap { constant in
      guard case .quantity(let number, let unit)? = value(of: constant.names[0]) else { return nil }
      return (constant.names[0], number * unit.scale.value, unit.baseUnit)
    }

  private static let byName = NamedEntries(all) { $0.names }

  private static let byForeignName = Dictionary(
    uniqueKeysWithValues: all.flatMap { constant in
      constant.foreignNames.map { ($0, constant.names[0]) }
    })
}

extension Worksheet {
  /// The constants that every formula may use, by their usual names, in coherent base units.
  public static var constants: [(name: String, number: Double, unit: Unit)] {
    BuiltinConstant.inBaseUnits
  }
}
