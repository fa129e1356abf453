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
public struct UnitAccount: Hashable, Sendable {
  public struct Prefix: Hashable, Sendable {
    public var symbol: String
    public var name: String
    /// `top / bottom` of the unit behind it.
    public var top: Double
    public var bottom: Double
  }

  /// As it is written, without its power: `kWh`.
  public var symbol: String
  /// Spelled out: `kilowatthour`; nil where it has no other name.
  public var name: String?
  public var origin: UnitOrigin
  public var prefix: Prefix?
  /// Without the prefix: `Wh`.
  public var bare: String
  /// Of the unit without prefix: so many of other units; nil for base units, counts and labels.
  public var definition: (number: String, unit: String)? {
    definedAs.isEmpty ? nil : (definedAs[0], definedAs[1])
  }
  var definedAs: [String]
  /// `m^2` has 2 and the `h` of `km/h` -1.
  public var exponent: Exponent
  /// With its prefix and without its power.
  public var unit: UnitID
}

extension UnitSystem {
  /// The named units of which a unit is made, as they stand in it.
  public func accounts(of unit: UnitID) -> [UnitAccount] {
    records[Int(unit.index)].factors.compactMap(account(of:))
  }

  /// Units of the catalogue of a unit's dimension, in its order, without prefixes.
  public func catalogueUnits(like unit: UnitID) -> [UnitAccount] {
    let wanted = dimension(of: unit)
    return catalogue.entries.compactMap { entry in
      guard let own = catalogueLookup(entry.symbol), dimension(of: own) == wanted else {
        return nil
      }
      return accounts(of: own).first
    }
  }

  /// The names of dimensions, each with a unit that has it.
  public static var quantityNames: [(name: String, unit: String)] { Catalogue.dimensionNames }

  private func account(of factor: UnitFactor) -> UnitAccount? {
    let own = named[Int(factor.unit)]
    let prefix = Catalogue.prefixes[Int(factor.prefix)]
    guard
      let unit = intern([UnitFactor(unit: factor.unit, prefix: factor.prefix, exponent: .one)])
    else { return nil }
    let terms = prefix.scale.terms
    return UnitAccount(
      symbol: symbol(of: unit),
      name: UnitNames.shared.names[own.symbol].map { prefix.name + $0 },
      origin: origin(of: own),
      prefix: factor.prefix == 0
        ? nil
        : UnitAccount.Prefix(
          symbol: prefix.symbol, name: prefix.name, top: terms.top, bottom: terms.bottom),
      bare: own.symbol, definedAs: definition(of: own), exponent: factor.exponent, unit: unit)
  }

  private func origin(of unit: NamedUnit) -> UnitOrigin {
    switch unit.kind {
    case .label: return .label
    case .counted where unit.definition == "counted": return .counted
    case .counted, .temperature, .difference, .measured: break
    }
    if let own = declared.first(where: { $0.name == unit.symbol }), own.kind == .derived {
      return .derived(unit.definition)
    }
    if UnitNames.si.contains(unit.symbol) { return .si }
    if UnitNames.besideSI.contains(unit.symbol) { return .besideSI }
    return unit.symbol == "bit" || unit.symbol == "B" ? .information : .customary
  }

  /// The number and the unit of a definition in the catalogue; empty for base units.
  private func definition(of unit: NamedUnit) -> [String] {
    if case .temperature = unit.kind { return [] }
    if Self.joinedRates[unit.symbol] != nil || declared.contains(where: { $0.name == unit.symbol })
    {
      return []
    }
    var number = "1"
    var product = UnitID.one
    for (place, part) in unit.definition.split(separator: " ").enumerated() {
      if place == 0, let written = Self.number(part) {
        number = written
        continue
      }
      let isBelow = part.hasPrefix("/")
      let pieces = part.drop { $0 == "/" }.split(separator: "^")
      guard let word = pieces.first, let factor = catalogueLookup(String(word)),
        let raised = try? power(factor, Exponent(pieces.count > 1 ? Int32(pieces[1]) ?? 1 : 1)),
        let next = try? self.product(product, raised, inverted: isBelow, merged: false)
      else { return [] }
      product = next.unit
    }
    return product == .one && unit.dimension != .one ? [] : [number, symbol(of: product)]
  }

  /// A number of the catalogue as people write it: `5/18`, `about 0.0174533`; nil for a unit.
  private static func number(_ text: Substring) -> String? {
    let format = NumberFormat.standard
    if text.hasPrefix("~") { return Double(text.dropFirst()).map { "about " + format.string($0) } }
    let terms = text.split(separator: "/").compactMap { Double($0) }
    let isNumber = !text.hasPrefix("/") && terms.count == text.split(separator: "/").count
    return isNumber ? terms.map(format.string).joined(separator: "/") : nil
  }

  /// Units that are a rate times an hour or a second, with that rate and time.
  public static let joinedRates: [String: (rate: String, time: String)] = [
    "Wh": ("W", "h"), "Ah": ("A", "h"), "Ws": ("W", "s"),
  ]
}

/// The names of the catalogue's units by symbol, and which of them are the SI's.
private struct UnitNames {
  static let shared = UnitNames()
  let names: [String: String]

  static let si: Set<String> = [
    "m", "g", "s", "A", "K", "mol", "cd", "rad", "sr", "Hz", "N", "Pa", "J", "W", "C", "V", "F",
    "Ω", "S", "Wb", "T", "H", "lm", "lx", "Bq", "Gy", "Sv", "kat", "°C",
  ]
  /// SI Brochure (9th edition), table 8, and the watt-hour, whose use it leaves open.
  static let besideSI: Set<String> = [
    "min", "h", "day", "au", "°", "arcmin", "arcsec", "ha", "L", "t", "u", "eV", "Wh",
  ]

  private init() {
    var names: [String: String] = [:]
    for line in "\(Catalogue.units)".split(separator: "\n") {
      let columns = line.split(separator: "|", omittingEmptySubsequences: false)
      guard columns.count == 4, let symbol = columns[0].split(separator: " ").first,
        let name = columns[1].split(separator: " ").first
      else { continue }
      names[String(symbol)] = String(name).replacing("_", with: " ")
    }
    names["°C"] = "degree Celsius"
    names["°F"] = "degree Fahrenheit"
    self.names = names
  }
}
