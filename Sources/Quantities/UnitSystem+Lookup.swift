/// A unit that an exercise or a student has declared.
public struct DeclaredUnit: Hashable, Sendable {
  public enum Kind: Hashable, Sendable { case counted, label, derived }
  public var name: String
  public var plural: String?
  public var kind: Kind
}

/// Where each word of the catalogue stands in it.
struct CatalogueIndex: Sendable {
  struct Entry: Sendable {
    var symbol: String
    /// The letters of the prefix column.
    var prefixes: Prefixes
    var definition: String
  }

  enum Prefixes: Sendable { case none, si, big, data }

  static let shared = CatalogueIndex()

  private(set) var entries: [Entry] = []
  private(set) var symbols: [String: Int] = [:]
  private(set) var names: [String: Int] = [:]

  private init() {
    symbols.reserveCapacity(192)
    names.reserveCapacity(192)
    Catalogue.units.withUTF8Buffer { buffer in
      var start = buffer.startIndex
      while start < buffer.endIndex {
        let end = buffer[start...].firstIndex(of: UInt8(ascii: "\n")) ?? buffer.endIndex
        if end > start { add(line: buffer[start..<end]) }
        start = end + 1
      }
    }
  }

  private mutating func add(line: Slice<UnsafeBufferPointer<UInt8>>) {
    let columns = line.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false)
    precondition(columns.count == 4, "A line of the catalogue has four columns.")
    let own = Self.words(columns[0])
    let prefixes: Prefixes =
      switch Self.words(columns[2]).first {
      case "si": .si
      case "big": .big
      case "data": .data
      case _: .none
      }
    for symbol in own { symbols[symbol] = entries.count }
    for name in Self.words(columns[1]) { names[name] = entries.count }
    entries.append(
      Entry(
        symbol: own[0], prefixes: prefixes,
        definition: Self.words(columns[3]).joined(separator: " ")))
  }

  private static func words(_ column: Slice<UnsafeBufferPointer<UInt8>>) -> [String] {
    column.split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
  }
}

extension UnitSystem {
  /// The unit that a word stands for, prefix and plural considered; nil where it is none.
  public func lookup(_ word: String) -> UnitID? {
    if let known = words[word] { return known }
    if strangers.contains(word) { return nil }
    guard let unit = catalogueLookup(word) else {
      if strangers.count < Self.recordLimit { strangers.insert(word) }
      return nil
    }
    words[word] = unit
    return unit
  }

  /// Whether every system knows the word as a unit, whatever has been declared.
  public func isInCatalogue(_ word: String) -> Bool { catalogueLookup(word) != nil }

  /// Why a word that people try as a unit is none, such as `month`.
  public func refusal(of word: String) -> String? {
    Catalogue.refused[word]
  }

  /// The unit of the catalogue, whatever has been declared under the same word.
  func catalogueLookup(_ word: String) -> UnitID? {
    if let known = catalogueWords[word] { return known }
    guard word.utf8.count <= 64, let factor = find(word), let unit = intern([factor]) else {
      return nil
    }
    catalogueWords[word] = unit
    return unit
  }

  private func find(_ word: String) -> UnitFactor? {
    if let unit = named(symbol: word) ?? named(name: word) {
      return UnitFactor(unit: unit, prefix: 0, exponent: .one)
    }
    for (index, prefix) in Catalogue.prefixes.enumerated().dropFirst() {
      if word.hasPrefix(prefix.symbol) {
        let rest = String(word.unicodeScalars.dropFirst(prefix.symbol.unicodeScalars.count))
        if let entry = catalogue.symbols[rest], allows(prefix, entry) {
          return UnitFactor(
            unit: resolve(entry), prefix: canonicalPrefix(index), exponent: .one)
        }
      }
      if word.hasPrefix(prefix.name) {
        let rest = String(word.dropFirst(prefix.name.count))
        if let entry = catalogueName(rest) ?? spelledOut(rest), allows(prefix, entry) {
          return UnitFactor(
            unit: resolve(entry), prefix: canonicalPrefix(index), exponent: .one)
        }
      }
    }
    return nil
  }

  /// `kilobit`, `megaohms`: symbols that are words take prefix names too.
  private func spelledOut(_ word: String) -> Int? {
    guard word.utf8.count > 2 else { return nil }
    return catalogue.symbols[word] ?? plural(of: word)
  }

  /// The three ways to type micro are one, and so are deca and deka.
  private func canonicalPrefix(_ index: Int) -> Int16 {
    let scale = Catalogue.prefixes[index].scale
    return Int16(Catalogue.prefixes.firstIndex { $0.scale == scale } ?? index)
  }

  private func allows(_ prefix: Catalogue.Prefix, _ entry: Int) -> Bool {
    switch catalogue.entries[entry].prefixes {
    case .none: false
    case .si: !prefix.isBinary
    case .big: prefix.isBig
    case .data: prefix.isBig || prefix.isBinary
    }
  }

  private func named(symbol: String) -> Int32? {
    if let entry = catalogue.symbols[symbol] { return resolve(entry) }
    for temperature in Catalogue.temperatures
    where temperature.symbols.contains(symbol) || temperature.names.contains(symbol) {
      return addTemperature(
        temperature.symbols[0], .temperature(offset: temperature.3), temperature.2)
    }
    for difference in Catalogue.temperatureDifferences where difference.symbols.contains(symbol) {
      return addTemperature(
        difference.symbols[0], .difference, difference.2, written: difference.written)
    }
    return nil
  }

  private func named(name: String) -> Int32? {
    (catalogueName(name) ?? plural(of: name)).map(resolve)
  }

  private func catalogueName(_ name: String) -> Int? {
    if let entry = catalogue.names[name] { return entry }
    guard name.hasSuffix("s") else { return nil }
    return catalogue.names[String(name.dropLast())]
  }

  /// Plurals of symbols that are whole words: `weeks`, `acres`, `bits`.
  private func plural(of word: String) -> Int? {
    guard word.hasSuffix("s"), word.utf8.count > 3 else { return nil }
    return catalogue.symbols[String(word.dropLast())]
  }

  private func addTemperature(
    _ symbol: String, _ kind: NamedUnit.Kind, _ scale: Scale, written: String? = nil
  ) -> Int32 {
    if let known = temperatures[symbol] { return known }
    guard let kelvin = catalogueLookup("K") else {
      preconditionFailure("The catalogue has no kelvin.")
    }
    let index = append(
      NamedUnit(
        symbol: written ?? symbol, kind: kind, dimension: dimension(of: kelvin), scale: scale,
        definition: "kelvin"))
    temperatures[symbol] = index
    return index
  }

  /// The named unit of a catalogue line, made when first needed.
  private func resolve(_ entry: Int) -> Int32 {
    if let known = entryUnits[entry] { return known }
    let line = catalogue.entries[entry]
    let parts = line.definition.split(separator: " ")
    var unit = NamedUnit(
      symbol: line.symbol, kind: .measured, dimension: .one, scale: .one,
      definition: line.definition)
    if parts.first == "base" {
      unit.dimension = newBase()
      // The kilogram is the base unit, the gram the one that takes prefixes.
      if line.symbol == "g" { unit.scale = Scale(1, timesTenTo: -3) }
      if line.symbol == "dot" || line.symbol == "px" { unit.kind = .counted }
    } else {
      (unit.dimension, unit.scale) = evaluate(parts)
    }
    let index = append(unit)
    entryUnits[entry] = index
    return index
  }

  /// The named unit of a catalogue symbol, for comparing with a factor's.
  func catalogueUnit(_ symbol: String) -> Int32? {
    catalogue.symbols[symbol].map(resolve)
  }

  /// A definition of the catalogue: a number or ratio, then units with exponents.
  private func evaluate(_ parts: [Substring]) -> (DimensionID, Scale) {
    var scale = Scale.one
    var dimension = Dimension()
    for part in parts {
      if let number = Self.catalogueNumber(part) {
        scale = scale * number
        continue
      }
      let isInverse = part.hasPrefix("/")
      let pieces = part.drop { $0 == "/" }.split(separator: "^")
      let power = pieces.count > 1 ? Int32(pieces[1]) : 1
      guard let power, let unit = catalogueLookup(String(pieces[0])),
        let product = dimension.multiplied(
          by: dimensions[Int(self.dimension(of: unit).index)],
          to: Exponent(isInverse ? -power : power))
      else { preconditionFailure("The catalogue cannot be read at \(part).") }
      dimension = product
      scale = scale * self.scale(of: unit).power(Exponent(isInverse ? -power : power))
    }
    return (intern(dimension), scale)
  }

  private static func catalogueNumber(_ text: Substring) -> Scale? {
    if text.hasPrefix("~") { return Double(text.dropFirst()).map(Scale.init(approximately:)) }
    let terms = text.split(separator: "/")
    guard !text.hasPrefix("/"), let top = terms.first.flatMap({ Double($0) }) else { return nil }
    guard terms.count == 2 else { return Scale(decimal: top) }
    return Double(terms[1]).map { Scale(decimal: top) / Scale(decimal: $0) }
  }

  // MARK: Declaring

  /// Adds a unit for things that are counted, with a base dimension of its own. A second
  /// declaration of the same counted unit changes nothing.
  @discardableResult
  public func declareCounted(_ name: String, plural: String? = nil) -> UnitID? {
    if let known = words[name], declared.contains(where: { $0.name == name && $0.kind == .counted })
    {
      return known
    }
    return declare(name, plural: plural, as: .counted) { base in
      NamedUnit(
        symbol: name, kind: .counted, dimension: base(), scale: .one, definition: "counted")
    }
  }

  /// Adds a label: dimension one, kept when printed.
  @discardableResult
  public func declareLabel(_ name: String, plural: String? = nil) -> UnitID? {
    if let known = words[name], declared.contains(where: { $0.name == name && $0.kind == .label }) {
      return known
    }
    return declare(name, plural: plural, as: .label) { _ in
      NamedUnit(symbol: name, kind: .label, dimension: .one, scale: .one, definition: "label")
    }
  }

  /// Adds a unit that is `value` of another. Nil where the value is not a positive number.
  @discardableResult
  public func declareDerived(_ name: String, value: Double, unit: UnitID) -> UnitID? {
    guard value > 0, value.isFinite else { return nil }
    let scale = Scale(decimal: value) * self.scale(of: unit)
    let dimension = self.dimension(of: unit)
    let definition = NumberFormat.standard.string(value) + " " + symbol(of: unit)
    return declare(name, plural: nil, as: .derived) { _ in
      NamedUnit(
        symbol: name, kind: .measured, dimension: dimension, scale: scale, definition: definition)
    }
  }

  private func declare(
    _ name: String, plural: String?, as kind: DeclaredUnit.Kind,
    make: (_ base: () -> DimensionID) -> NamedUnit
  ) -> UnitID? {
    guard named.count < 4000 else { return nil }
    let index = append(make(newBase))
    guard let unit = intern([UnitFactor(unit: index, prefix: 0, exponent: .one)]) else {
      return nil
    }
    // A plural never takes a word away from another unit: `unit m` leaves the millisecond.
    let plurals = plural.map { [$0] } ?? Self.forms(of: name).dropFirst().map(\.self)
    let free = plurals.filter { plural != nil || lookup($0) == nil || words[$0] == words[name] }
    words[name] = unit
    for other in free where other != name { words[other] = unit }
    strangers.removeAll()
    suggestions = nil
    declared.removeAll { $0.name == name }
    declared.append(DeclaredUnit(name: name, plural: plural, kind: kind))
    return unit
  }

  /// A unit's word and its plurals: `box`, `boxs` and `boxes`, `query`, `querys` and `queries`.
  public static func forms(of name: String) -> [String] {
    let forms = [name, name + "s"]
    if name.hasSuffix("y"), let before = name.dropLast().last, !"aeiou".contains(before) {
      return forms + [name.dropLast() + "ies"]
    }
    let hisses = ["s", "x", "z", "ch", "sh"].contains(where: name.hasSuffix)
    return hisses && name.utf8.count > 2 ? forms + [name + "es"] : forms
  }

  private func append(_ unit: NamedUnit) -> Int32 {
    named.append(unit)
    return Int32(named.count - 1)
  }

  private func newBase() -> DimensionID {
    let base = BaseID(index: baseCount)
    baseCount += 1
    return intern(Dimension(powers: [Dimension.Power(base: base, exponent: .one)]))
  }
}
