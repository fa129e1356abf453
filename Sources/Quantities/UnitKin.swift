import Diagnostics
import Synchronization

/// The units that people use for one kind of quantity, in which a right figure may be meant.
enum UnitKin {
  /// A kind of quantity a line, the most usual units first.
  private static let families: [String] = [
    "s min h day week year ms", "m km cm mm µm nm in ft yd mile nmi ly pc au",
    "kg g mg µg t lb oz", "L mL m^3 cm^3 dL cL µL gal ft^3", "m^2 cm^2 mm^2 km^2 ha acre ft^2",
    "m/s km/h mph kn ft/s cm/s km/s m/min", "J kJ MJ kcal cal Wh kWh eV BTU", "W kW MW mW hp",
    "Pa kPa hPa MPa bar mbar atm torr mmHg psi", "N kN mN lbf kgf", "rad deg arcmin arcsec turn",
    "bit B kB MB GB TB KiB MiB GiB TiB kbit Mbit Gbit", "Hz kHz MHz rpm",
    "A mA µA", "V mV kV", "ohm kohm Mohm", "mol mmol µmol kmol", "K", "C Ah mAh",
  ]

  /// What each kind of quantity measures, by its first unit.
  private static let dimensions: [Dimension?] = families.map { line in
    WrittenUnit(String(line.prefix { $0 != " " })).unit?.dimension
  }

  /// The units of a dimension, made when they are first asked for.
  private static let byDimension = Mutex<[Dimension: [Unit]]>([:])

  private static let known = Mutex<[Unit: [Unit]]>([:])
  /// Units whose kin is kept.
  private static let keptLimit = 1000
  /// Units that are made of another by exchanging its factors.
  private static let limit = 150

  static func kin(of unit: Unit) -> [Unit] {
    if let found = known.withLock({ $0[unit] }) { return found }
    var found = UnitsOfOtherSize(than: unit)
    func add(_ other: Unit?) { if found.units.count < limit { found.add(other) } }
    // What has no dimension is no angle for that.
    if unit.dimension != .one || unit.rotation != .none { family(of: unit.dimension).forEach(add) }
    let factors = unit.factors.filter { !$0.isLabel && !$0.isCounted }
    // Of `kg m^2/s^2` nobody thinks factor by factor.
    if factors.count <= 3 {
      let choices = factors.map { factor -> [[UnitFactor]] in
        [[factor]]
          + (factor.isShare ? [] : family(of: factor.unit.dimension)).map {
            powers($0, factor.exponent)
          }
      }
      for place in choices.indices {
        for choice in choices[place].dropFirst() {
          add(replacing(choices, [place: choice]))
        }
      }
      for first in choices.indices {
        for second in choices.indices where second > first {
          for one in choices[first].dropFirst().prefix(6) {
            for other in choices[second].dropFirst().prefix(6) {
              add(replacing(choices, [first: one, second: other]))
            }
          }
        }
      }
    }
    known.withLock { if $0.count < keptLimit { $0[unit] = found.units } }
    return found.units
  }

  private static func family(of dimension: Dimension) -> [Unit] {
    guard dimensions.contains(dimension) else { return [] }
    if let found = byDimension.withLock({ $0[dimension] }) { return found }
    let made = zip(families, dimensions).filter { $1 == dimension }.flatMap { units(of: $0.0) }
    byDimension.withLock { $0[dimension] = made }
    return made
  }

  private static func units(of family: String) -> [Unit] {
    family.split(separator: " ").compactMap { WrittenUnit(String($0)).unit }
  }

  private static func powers(_ unit: Unit, _ exponent: Exponent) -> [UnitFactor] {
    (try? unit.power(exponent))?.factors ?? []
  }

  private static func replacing(
    _ choices: [[[UnitFactor]]], _ others: [Int: [UnitFactor]]
  ) -> Unit? {
    Unit(choices.indices.flatMap { others[$0] ?? choices[$0][0] })
  }

  /// How many times one usual unit is another of its kind: 3.26 light-years in a parsec.
  static let ratios: [Double] = {
    var found: [Double] = []
    for family in families.map(units) {
      for one in family {
        for other in family {
          let ratio = one.scale.value / other.scale.value
          if ratio > 1.0001 { found.append(ratio) }
        }
      }
    }
    return found.sorted()
  }()
}

/// Units of one dimension, each of another size than a first one and than those before it.
struct UnitsOfOtherSize {
  private(set) var units: [Unit] = []
  private let dimension: Dimension
  private var sizes: [Double]

  init(than unit: Unit) {
    dimension = unit.dimension
    sizes = [unit.scale.value]
  }

  mutating func add(_ unit: Unit?) {
    guard let unit, unit.dimension == dimension else { return }
    let size = unit.scale.value
    guard !sizes.contains(where: { abs($0 - size) <= 1e-12 * size }) else { return }
    sizes.append(size)
    units.append(unit)
  }
}

extension Unit {
  /// Units that people use for the same, the most usual first, each of another size.
  public var kin: [Unit] { UnitKin.kin(of: self) }

  /// Whether a number is how many times one usual unit is another of its kind, or the inverse.
  ///
  /// - `slack`: how far it may be off, relative to it.
  public static func isRatioOfKin(_ number: Double, within slack: Double) -> Bool {
    guard number > 0, number.isFinite else { return false }
    let larger = number > 1 ? number : 1 / number
    let ratios = UnitKin.ratios
    let first = ratios.partitioningIndex { !($0 < larger * (1 - slack)) }
    return first < ratios.count && ratios[first] <= larger * (1 + slack)
  }
}
