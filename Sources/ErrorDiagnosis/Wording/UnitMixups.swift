/// Which units may have been mixed up where a value is so many times off, as far as the units of
/// the model answer allow it.
public struct UnitMixups {
  /// The single units at hand, such as `kWh` and `s`.
  private let units: Set<String>
  /// The first prefixed unit of each symbol with the one it is taken for, at most two.
  private let prefixed: [String]

  /// - Parameter symbols: of the units at hand, the asked one first.
  public init(_ symbols: [String]) {
    let parts = symbols.map(Self.parts)
    units = Set(parts.joined())
    let found = parts.compactMap { $0.lazy.compactMap { Self.prefixes[$0] }.first }
    prefixed = Array(found.prefix(1) + found.filter { $0 != found.first }.prefix(1))
  }

  private static func parts(_ symbol: String) -> [String] {
    symbol.unicodeScalars.split(whereSeparator: { $0 == " " || $0 == "/" }).map { part in
      String(part.prefix { !exponents.contains($0) })
    }
  }

  private static let exponents = Set("⁻⁰¹²³⁴⁵⁶⁷⁸⁹".unicodeScalars)

  /// What a factor above 1 looks like; nil where no units at hand are so far apart.
  func example(_ factor: Double) -> String? {
    if Conversions.isNear(factor, 1000) {
      let pairs = prefixed
      return pairs.isEmpty ? nil : "\(pairs.joined(separator: ", or ")) are mixed up"
    }
    if Conversions.isNear(factor, 1e6), prefixed.count == 2 {
      return "\(prefixed.joined(separator: ", and also ")) are mixed up"
    }
    let mixup = Self.mixups.first {
      Conversions.isNear(factor, $0.factor) && !units.isDisjoint(with: $0.units)
    }
    if let mixup { return "\(mixup.pair) are mixed up" }
    return Conversions.isPowerOfTen(factor) ? "the decimal point has slipped" : nil
  }

  private static let prefixes = [
    "kW": "W and kW", "kWh": "Wh and kWh", "kg": "g and kg", "km": "m and km", "t": "kg and t",
    "W": "W and kW", "Wh": "Wh and kWh", "g": "g and kg", "m": "m and km", "MWh": "kWh and MWh",
    "MW": "kW and MW", "mg": "mg and g", "mL": "mL and L", "L": "L and m³", "kJ": "J and kJ",
    "MJ": "kJ and MJ", "Pa": "Pa and kPa", "kPa": "Pa and kPa", "MPa": "kPa and MPa",
    "N": "N and kN", "kN": "N and kN", "V": "mV and V", "mV": "mV and V", "kV": "V and kV",
    "A": "mA and A", "mA": "mA and A", "mm": "mm and m", "µm": "µm and mm", "nm": "nm and µm",
    "mol": "mmol and mol", "mmol": "mmol and mol", "µmol": "µmol and mmol", "ms": "ms and s",
    "µs": "µs and ms", "Hz": "Hz and kHz", "kHz": "Hz and kHz", "MHz": "kHz and MHz",
    "kcal": "cal and kcal", "µg": "µg and mg", "µL": "µL and mL", "GB": "MB and GB",
    "MB": "kB and MB", "kB": "B and kB", "TB": "GB and TB",
  ]

  /// Units of time, and those that hold one.
  private static let times: Set<String> = [
    "s", "min", "h", "day", "days", "week", "month", "year", "W", "kW", "MW", "GW", "Wh", "kWh",
    "MWh", "GWh",
  ]
  private static let long: Set<String> = ["h", "day", "days", "week", "month", "year"]
  private static let energies: Set<String> = ["W", "kW", "Wh", "kWh", "MWh", "J", "kJ", "MJ"]
  private static let data: Set<String> = [
    "bit", "byte", "B", "kB", "MB", "GB", "TB", "KiB", "MiB", "GiB", "kbit", "Mbit", "Gbit",
  ]

  /// Units in which a turn may be taken for a radian.
  static let ofTurns: Set<String> = ["Hz", "rad", "rpm", "turn"]

  private static let mixups: [(factor: Double, pair: String, units: Set<String>)] = [
    (3600, "seconds and hours", times),
    (60, "minutes and hours, or seconds and minutes,", ["s", "min", "h"]),
    (24, "hours and days", long), (365, "days and years", ["day", "days", "year"]),
    (86_400, "seconds and days", ["s", "day", "days"]),
    (1440, "minutes and days", ["min", "day", "days"]), (8760, "hours and years", times),
    (31_536_000, "seconds and years", ["s", "year"]),
    (525_600, "minutes and years", ["min", "year"]), (7, "days and weeks", long),
    (12, "months and years", ["month", "year"]), (3.6, "m/s and km/h", ["m", "km"]),
    (3.6e6, "watt seconds (joules) and kilowatt hours", energies),
    (Conversions.turn, "radians and turns", ofTurns.union(["kHz", "MHz"])),
    (1024, "prefixes of 1000 and of 1024", data), (8, "bits and bytes", data),
    (Conversions.radian, "degrees and radians", ["°", "rad"]),
  ]
}
