/// A unit with a name, without prefix: a line of the catalogue, or one that was declared.
///
/// Two are the same where they say the same: a `token` of one exercise is that of another, but a
/// `trip` of 12 km is none of 5 km.
final class NamedUnit: Hashable, Sendable {
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

  enum Definition: Hashable, Sendable {
    /// As the catalogue writes it.
    case catalogue(String)
    /// As so much of another unit; empty for counted units and labels.
    case declared(String)
  }

  let symbol: String
  let kind: Kind
  let definition: Definition
  let dimension: Dimension
  /// Size in coherent base units (m, kg, s, A, K, mol, cd, bit, and one of each counted thing).
  let scale: Scale
  private let hash: Int

  init(
    _ symbol: String, _ kind: Kind = .measured, _ definition: Definition, _ dimension: Dimension,
    scale: Scale = .one
  ) {
    self.symbol = symbol
    self.kind = kind
    self.definition = definition
    self.dimension = dimension
    self.scale = scale
    var hasher = Hasher()
    hasher.combine(symbol)
    hasher.combine(kind)
    hasher.combine(definition)
    hasher.combine(dimension)
    hasher.combine(scale)
    hash = hasher.finalize()
  }

  /// A unit for things that are counted, with a base dimension of its own.
  static func counted(_ name: String) -> NamedUnit {
    NamedUnit(name, .counted, .declared(""), Dimension(.counted(name)))
  }

  /// A label, which says of what a quantity is.
  static func label(_ name: String) -> NamedUnit { NamedUnit(name, .label, .declared(""), .one) }

  var isDeclared: Bool {
    switch definition {
    case .declared: true
    case .catalogue: false
    }
  }

  static func == (left: NamedUnit, right: NamedUnit) -> Bool {
    left === right
      || left.hash == right.hash && left.symbol == right.symbol && left.kind == right.kind
        && left.definition == right.definition && left.dimension == right.dimension
        && left.scale == right.scale
  }

  func hash(into hasher: inout Hasher) { hasher.combine(hash) }
}

/// The catalogue's units that have a part in the algebra.
extension NamedUnit {
  static let hour = CatalogueIndex.shared.namedUnit("h")
  static let kelvin = CatalogueIndex.shared.namedUnit("K")
  /// Written K, and no temperature.
  static let kelvinDifference = CatalogueIndex.shared.namedUnit("ΔK")
  static let fahrenheitDifference = CatalogueIndex.shared.namedUnit("Δ°F")
  /// Rates that make up a unit of its own with an hour.
  static let joinedWithHours = [("W", "Wh"), ("A", "Ah")].map { rate, joined in
    (rate: CatalogueIndex.shared.namedUnit(rate), joined: CatalogueIndex.shared.namedUnit(joined))
  }

  /// Wh for W, Ah for A; nil for any other unit.
  var joinedWithHour: NamedUnit? { Self.joinedWithHours.first { $0.rate == self }?.joined }

  /// W for Wh, A for Ah; nil for any other unit.
  var rateOfHour: NamedUnit? { Self.joinedWithHours.first { $0.joined == self }?.rate }

  /// What a temperature stands for within a product: K for °C, Δ°F for °F; any other unit is its
  /// own.
  var asDifference: NamedUnit {
    switch kind {
    case .temperature: scale == .one ? .kelvin : .fahrenheitDifference
    case .difference: self == .kelvinDifference ? .kelvin : self
    case .measured, .counted, .label: self
    }
  }
}

/// One named unit with its prefix and exponent within a product.
struct UnitFactor: Hashable, Sendable {
  var unit: NamedUnit
  /// Place in `Catalogue.prefixes`.
  var prefix: Int = 0
  var exponent: Exponent = .one

  var isLabel: Bool { unit.kind == .label }
  var isCounted: Bool { unit.kind == .counted }

  var inverse: UnitFactor { UnitFactor(unit: unit, prefix: prefix, exponent: -exponent) }

  var scale: Scale { (unit.scale * Catalogue.prefixes[prefix].scale).power(exponent) }

  /// Whether both are of one named unit with one prefix, whatever their exponents.
  func isLike(_ other: UnitFactor) -> Bool { prefix == other.prefix && unit == other.unit }
}

extension Sequence<UnitFactor> {
  /// Nil where an exponent goes over its limit.
  var dimension: Dimension? {
    var total = Dimension.one
    for factor in self {
      guard let next = total.multiplied(by: factor.unit.dimension, to: factor.exponent) else {
        return nil
      }
      total = next
    }
    return total
  }

  var scale: Scale { reduce(.one) { $0 * $1.scale } }
}
