/// Where a unit comes from.
public enum UnitOrigin: Hashable, Sendable {
  /// One of the SI, by itself or with a prefix.
  case si
  /// Used beside the SI and accepted with it: minute, hour, litre, tonne.
  case besideSI
  /// Bits and bytes.
  case information
  /// Of trades, countries and sciences.
  case customary
  /// Declared by an exercise or a student, for things that are counted.
  case counted
  /// Declared, and says of what a quantity is.
  case label
  /// Declared as so much of another unit, given as it was declared.
  case derived(String)
}

/// What is known of one named unit, with its prefix and power as it stands in a product.
public struct UnitAccount {
  /// A prefix of the SI (BIPM, SI brochure, table 7) or of IEC 80000-13.
  public struct Prefix {
    public var symbol: String
    public var name: String
    /// `top / bottom` of the unit behind it.
    public var top: Double
    public var bottom: Double
  }

  private let factor: UnitFactor
  /// With its prefix and without its power.
  public let unit: Unit

  fileprivate init(_ factor: UnitFactor) {
    self.factor = factor
    unit = Unit([UnitFactor(unit: factor.unit, prefix: factor.prefix)]) ?? .one
  }

  /// As it is written, without its power: `kWh`.
  public var symbol: String { unit.symbol }

  /// Without the prefix: `Wh`.
  public var bare: String { factor.unit.symbol }

  /// `m^2` has 2 and the `h` of `km/h` -1.
  public var exponent: Exponent { factor.exponent }

  /// Spelled out: `kilowatthour`; nil where it has no other name.
  public var name: String? {
    let own =
      switch bare {
      case "°C": "degree Celsius"
      case "°F": "degree Fahrenheit"
      case _: CatalogueIndex.shared.name(ofSymbol: bare)
      }
    return own.map { Catalogue.prefixes[factor.prefix].name + $0 }
  }

  public var prefix: Prefix? {
    guard factor.prefix > 0 else { return nil }
    let prefix = Catalogue.prefixes[factor.prefix]
    let (top, bottom) = prefix.scale.terms
    return Prefix(symbol: prefix.symbol, name: prefix.name, top: top, bottom: bottom)
  }

  /// What the prefix stands before, by itself.
  public var withoutPrefix: UnitAccount { UnitAccount(UnitFactor(unit: factor.unit)) }

  /// Where the unit is defined.
  public var origin: UnitOrigin {
    switch (factor.unit.kind, factor.unit.definition) {
    case (.label, _): .label
    case (.counted, .declared): .counted
    case (_, .declared(let definition)): .derived(definition)
    case (_, .catalogue): Self.origin(ofSymbol: bare)
    }
  }

  /// Of the unit without prefix: so many of other units; nil for base units and declared ones.
  public var definition: (number: String, unit: String)? {
    guard case .catalogue(let text) = factor.unit.definition, Self.joinedRates[bare] == nil else {
      return nil
    }
    if case .temperature = factor.unit.kind { return nil }
    let written = WrittenUnit(text)
    guard let unit = written.unit, unit != .one || factor.unit.dimension == .one else { return nil }
    return (written.numberText, unit.symbol)
  }

  /// Units that are a rate times an hour or a second, with that rate and time.
  public static let joinedRates: [String: (rate: String, time: String)] = [
    "Wh": ("W", "h"), "Ah": ("A", "h"), "Ws": ("W", "s"),
  ]

  /// Units of the catalogue of a dimension, in its order, without prefixes.
  public static func ofCatalogue(_ dimension: Dimension) -> [UnitAccount] {
    CatalogueIndex.lines.compactMap { line in
      let unit = CatalogueIndex.shared.namedUnit(line.symbols[0])
      return unit.dimension == dimension ? UnitAccount(UnitFactor(unit: unit)) : nil
    }
  }

  private static func origin(ofSymbol symbol: String) -> UnitOrigin {
    if si.contains(symbol) { return .si }
    if besideSI.contains(symbol) { return .besideSI }
    return symbol == "bit" || symbol == "B" ? .information : .customary
  }

  private static let si: Set<String> = [
    "m", "g", "s", "A", "K", "mol", "cd", "rad", "sr", "Hz", "N", "Pa", "J", "W", "C", "V", "F",
    "Ω", "S", "Wb", "T", "H", "lm", "lx", "Bq", "Gy", "Sv", "kat", "°C",
  ]
  /// SI Brochure (9th edition), table 8, and the watt-hour, whose use it leaves open.
  private static let besideSI: Set<String> = [
    "min", "h", "day", "au", "°", "arcmin", "arcsec", "ha", "L", "t", "u", "eV", "Wh",
  ]
}

extension Unit {
  /// The named units of which it is made, as they stand in it.
  public var accounts: [UnitAccount] { factors.map(UnitAccount.init) }
}

extension UnitSystem {
  /// The names of dimensions, each with a unit that has it.
  public static var quantityNames: [(name: String, unit: String)] {
    Catalogue.dimensionNames.map { ($0.name, $0.unit) }
  }
}
