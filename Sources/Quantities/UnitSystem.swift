/// A unit's number in its `UnitSystem`: a product of powers of named units, as typed.
public struct UnitID: Hashable, Sendable {
  let index: Int32

  /// The unit of plain numbers.
  public static let one = UnitID(index: 0)
}

/// A named unit without prefix.
struct NamedUnit: Sendable {
  enum Kind: Hashable, Sendable {
    case measured
    /// Things that are counted: a base dimension of its own, taken leniently in grading.
    case counted
    /// Dimension one: says of what a quantity is.
    case label
    /// A temperature with a zero of its own; the offset is added before scaling.
    case temperature(offset: Double)
    /// A temperature difference, which is no temperature.
    case difference
  }

  var symbol: String
  var kind: Kind
  var dimension: DimensionID
  /// Size in coherent base units (m, kg, s, A, K, mol, cd, bit, and one of each counted thing).
  var scale: Scale
  var definition: String
}

/// One named unit with its prefix and exponent within a product.
struct UnitFactor: Hashable, Sendable {
  /// Place in the system's named units.
  var unit: Int32
  /// Place in `Catalogue.prefixes`.
  var prefix: Int16
  var exponent: Exponent
}

/// Units and dimensions, each interned as a small number, with their algebra.
///
/// Starts with the catalogue; an exercise and a student add their own. Numbers that one system
/// has given stay valid in every copy made from it afterwards.
public final class UnitSystem {
  struct Record {
    var factors: [UnitFactor]
    var dimension: DimensionID
    var scale: Scale
    var symbol: String?
  }

  struct ProductKey: Hashable {
    var left: UnitID
    var right: UnitID
    var inverted: Bool
    var merged: Bool
  }

  var named: [NamedUnit] = []
  var records: [Record] = []
  var recordIDs: [[UnitFactor]: UnitID] = [:]
  var dimensions: [Dimension] = []
  var dimensionIDs: [Dimension: DimensionID] = [:]
  var baseCount: Int32 = 0
  /// Units by every word that was declared, or looked up and found.
  var words: [String: UnitID] = [:]
  /// Words that were looked up and are no units.
  var strangers: Set<String> = []
  /// The catalogue's units by word, whatever is declared beside them.
  var catalogueWords: [String: UnitID] = [:]
  /// Named units by the catalogue's lines.
  var entryUnits: [Int: Int32] = [:]
  /// Named units of temperatures by their symbols.
  var temperatures: [String: Int32] = [:]
  /// Names of dimensions, made when first needed.
  var dimensionNames: [DimensionID: String] = [:]
  /// What `unitWords` found last.
  var suggestions: [String]?
  /// The catalogue's lines by symbol and by name, until they are needed.
  let catalogue: CatalogueIndex
  var products: [ProductKey: UnitProduct] = [:]
  /// Declared names with their plurals, in the order of declaration.
  public internal(set) var declared: [DeclaredUnit] = []

  /// Products kept at most; a person needs a few dozen, a hostile text gets an error.
  static let recordLimit = 20_000

  public init() {
    catalogue = CatalogueIndex.shared
    _ = intern(Dimension())
    _ = intern([])
  }

  /// A copy that may be extended without changing this one. Costs little until it is.
  public init(copying other: UnitSystem) {
    named = other.named
    records = other.records
    recordIDs = other.recordIDs
    dimensions = other.dimensions
    dimensionIDs = other.dimensionIDs
    baseCount = other.baseCount
    words = other.words
    strangers = other.strangers
    catalogueWords = other.catalogueWords
    entryUnits = other.entryUnits
    temperatures = other.temperatures
    dimensionNames = other.dimensionNames
    suggestions = other.suggestions
    catalogue = other.catalogue
    products = other.products
    declared = other.declared
  }

  public func dimension(of unit: UnitID) -> DimensionID {
    records[Int(unit.index)].dimension
  }

  public func scale(of unit: UnitID) -> Scale {
    records[Int(unit.index)].scale
  }

  /// Whether the unit is a single temperature with a zero of its own (°C, °F), for which only
  /// differences add.
  public func isTemperaturePoint(_ unit: UnitID) -> Bool {
    temperatureOffset(of: unit) != nil
  }

  /// Whether the unit is that of temperature differences alone; K may be one or the other.
  public func isTemperatureDifference(_ unit: UnitID) -> Bool {
    let factors = records[Int(unit.index)].factors
    return factors.count == 1 && factors[0].exponent == .one
      && named[Int(factors[0].unit)].kind == .difference
  }

  /// Whether one of two units is of temperatures and the other of differences.
  public func mixesTemperatures(_ unit: UnitID, _ other: UnitID) -> Bool {
    isTemperaturePoint(unit) && isTemperatureDifference(other)
      || isTemperatureDifference(unit) && isTemperaturePoint(other)
  }

  /// Every way to type a unit of temperatures, with its symbol and the unit of its differences.
  public static let temperatureWords: [(word: String, unit: String, difference: String)] =
    Catalogue.temperatures.flatMap { symbols, names, scale, _ in
      (symbols + names).map { ($0, symbols[0], scale == .one ? "K" : "Δ\(symbols[0])") }
    }

  /// Absolute zero in a unit of temperatures; nil for any other.
  public func absoluteZero(in unit: UnitID) -> Double? {
    temperatureOffset(of: unit).map { -$0 }
  }

  /// Whether the unit is 1 but for labels.
  public func isPlain(_ unit: UnitID) -> Bool {
    unit == .one || records[Int(unit.index)].factors.allSatisfy { isLabel($0) }
  }

  /// Whether the unit is an angle of which a plain number is no whole part: °, turn, not rad.
  public func isDegree(_ unit: UnitID) -> Bool {
    dimension(of: unit) == .one && !scale(of: unit).isExact
  }

  func isLabel(_ factor: UnitFactor) -> Bool {
    named[Int(factor.unit)].kind == .label
  }

  func isCounted(_ factor: UnitFactor) -> Bool {
    named[Int(factor.unit)].kind == .counted
  }

  /// The conversion between two units of one dimension; nil where the dimensions differ.
  public func conversion(from source: UnitID, to target: UnitID) -> Conversion? {
    if source == target { return .identity }
    guard dimension(of: source) == dimension(of: target) else { return nil }
    let ratio = ratio(of: source, to: target)
    let before = temperatureOffset(of: source)
    let after = temperatureOffset(of: target)
    guard before != nil || after != nil else { return Conversion(ratio) }
    let terms = ratio.terms
    return Conversion(
      before: before ?? 0, top: terms.top, bottom: terms.bottom, after: -(after ?? 0))
  }

  private func temperatureOffset(of unit: UnitID) -> Double? {
    let factors = records[Int(unit.index)].factors
    guard factors.count == 1, factors[0].exponent == .one,
      case .temperature(let offset) = named[Int(factors[0].unit)].kind
    else { return nil }
    return offset
  }

  // MARK: Interning

  func intern(_ dimension: Dimension) -> DimensionID {
    if let known = dimensionIDs[dimension] { return known }
    let id = DimensionID(index: Int32(dimensions.count))
    dimensions.append(dimension)
    dimensionIDs[dimension] = id
    return id
  }

  /// Nil where an exponent, a scale or the number of units goes over its limit.
  func intern(_ factors: [UnitFactor]) -> UnitID? {
    let factors = withHoursJoined(withPlainKelvin(factors))
    if let known = recordIDs[factors] { return known }
    guard records.count < Self.recordLimit, let dimension = dimension(of: factors) else {
      return nil
    }
    let scale = scale(of: factors)
    guard scale.isUsable else { return nil }
    let id = UnitID(index: Int32(records.count))
    records.append(
      Record(factors: factors, dimension: intern(dimension), scale: scale, symbol: nil))
    recordIDs[factors] = id
    return id
  }

  func dimension(of factors: some Sequence<UnitFactor>) -> Dimension? {
    var total = Dimension()
    for factor in factors {
      let own = dimensions[Int(named[Int(factor.unit)].dimension.index)]
      guard let next = total.multiplied(by: own, to: factor.exponent) else { return nil }
      total = next
    }
    return total
  }

  func scale(of factors: some Sequence<UnitFactor>) -> Scale {
    factors.reduce(.one) { $0 * scale(of: $1) }
  }

  func scale(of factor: UnitFactor) -> Scale {
    let size = named[Int(factor.unit)].scale * Catalogue.prefixes[Int(factor.prefix)].scale
    return size.power(factor.exponent)
  }

  /// `kW` and `h` side by side are one unit, kWh, as people write it; likewise Ah.
  private func withHoursJoined(_ factors: [UnitFactor]) -> [UnitFactor] {
    guard factors.count > 1, let hour = catalogueUnit("h"),
      let hours = factors.firstIndex(where: { $0.unit == hour })
    else { return factors }
    for (index, factor) in factors.enumerated() where factor.exponent == factors[hours].exponent {
      guard let joined = joinedWithHours(factor.unit) else { continue }
      var result = factors
      result[index] = UnitFactor(unit: joined, prefix: factor.prefix, exponent: factor.exponent)
      result.remove(at: hours)
      return combined(result) ?? factors
    }
    return factors
  }

  /// Wh for W, Ah for A; nil for any other unit.
  func joinedWithHours(_ unit: Int32) -> Int32? {
    if unit == catalogueUnit("W") { return catalogueUnit("Wh") }
    if unit == catalogueUnit("A") { return catalogueUnit("Ah") }
    return nil
  }
}
