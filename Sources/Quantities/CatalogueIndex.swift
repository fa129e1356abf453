import Diagnostics
import Synchronization

/// Where each word of the catalogue stands in it, and the units that were made of it so far.
///
/// What it makes is bounded by the catalogue: a named unit a line, and a unit a word that is in it.
final class CatalogueIndex: Sendable {
  static let shared = CatalogueIndex()

  private struct Made {
    var named: [NamedUnit?]
    var units: [String: Unit] = [:]
    /// What words were found to be when they were last asked for.
    var recent = RecentWords<Unit>()
  }

  private let table: CatalogueTable
  private let made: Mutex<Made>

  private init() {
    table = CatalogueTable(Catalogue.units)
    made = Mutex(Made(named: [NamedUnit?](repeating: nil, count: table.lineCount)))
  }

  /// All lines, read.
  static let lines = (0..<shared.table.lineCount).map(shared.table.line)

  /// The unit that a word stands for, prefix and plural considered; nil where it is none.
  func unit(_ word: String) -> Unit? {
    let short = ShortWord(word)
    if let short, let known = made.withLock({ $0.recent[short] }) { return known.value }
    let unit = made.withLock { $0.units[word] } ?? madeUnit(word)
    made.withLock { made in
      if let unit { made.units[word] = unit }
      if let short { made.recent[short] = .some(.init(unit)) }
    }
    return unit
  }

  private func madeUnit(_ word: String) -> Unit? {
    guard word.utf8.count <= 64, let factor = factor(word) else { return nil }
    return Unit([factor])
  }

  /// The unit of a symbol that the catalogue has for sure, without prefix.
  func namedUnit(_ symbol: String) -> NamedUnit {
    guard let unit = named(symbol: symbol) else {
      preconditionFailure("The catalogue has no \(symbol).")
    }
    return unit
  }

  /// Whether a word is the code or sign of a currency, prefix considered.
  func isMoney(_ word: String) -> Bool {
    guard let unit = unit(word)?.factors.first?.unit else { return false }
    return unit.dimension.currency != nil
  }

  /// Nil where the catalogue has no such symbol.
  func line(ofSymbol symbol: String) -> CatalogueLine? {
    table.line(ofSymbol: symbol).map(table.line)
  }

  /// The full name of a symbol's unit, in the singular; nil where it has none.
  func name(ofSymbol symbol: String) -> String? {
    line(ofSymbol: symbol)?.names.first?.replacing("_", with: " ")
  }

  /// The unit of which a base dimension is the dimension; the kilogram for mass.
  func baseUnit(of base: Dimension.Base) -> UnitFactor {
    if case .counted(let name) = base {
      if let unit = named(symbol: name), unit.kind == .counted { return UnitFactor(unit: unit) }
      return UnitFactor(unit: .counted(name))
    }
    if case .money(let code) = base { return UnitFactor(unit: namedUnit(code)) }
    guard let symbol = Catalogue.bases.first(where: { $0.base == base })?.unit,
      let factor = factor(symbol)
    else { preconditionFailure("The catalogue has no unit of \(base).") }
    return factor
  }

  // MARK: Words

  private func factor(_ word: String) -> UnitFactor? {
    if let unit = named(symbol: word) ?? line(named: word).map(named(line:)) {
      return UnitFactor(unit: unit)
    }
    for place in prefixes(of: word) {
      let prefix = Catalogue.prefixes[place]
      if word.hasPrefix(prefix.symbol) {
        let rest = String(word.unicodeScalars.dropFirst(prefix.symbol.unicodeScalars.count))
        if let line = table.line(ofSymbol: rest), table.line(line).takes(prefix) {
          return factor(place, line)
        }
      }
      if word.hasPrefix(prefix.name) {
        let rest = String(word.dropFirst(prefix.name.count))
        if let line = line(calledInFull: rest) ?? line(spelledOut: rest),
          table.line(line).takes(prefix)
        {
          return factor(place, line)
        }
      }
    }
    return mixed(word)
  }

  /// `kmeter`, `Thertz`: the symbol of a prefix before a name.
  private func mixed(_ word: String) -> UnitFactor? {
    for place in prefixes(of: word) {
      let prefix = Catalogue.prefixes[place]
      let rest = word.dropFirst(prefix.symbol.count)
      if word.hasPrefix(prefix.symbol), rest.count > 3, let line = line(calledInFull: String(rest)),
        table.line(line).takes(prefix)
      {
        return factor(place, line)
      }
    }
    return nil
  }

  /// Places in `Catalogue.prefixes` of those that begin with the letter of a word.
  private func prefixes(of word: String) -> [Int] {
    let first = word.utf8.first
    return Catalogue.prefixes.indices.dropFirst().filter {
      Catalogue.prefixes[$0].symbol.utf8.first == first
        || Catalogue.prefixes[$0].name.utf8.first == first
    }
  }

  /// The three ways to type micro are one, and so are deca and deka.
  private func factor(_ prefix: Int, _ line: Int) -> UnitFactor {
    let scale = Catalogue.prefixes[prefix].scale
    let first = Catalogue.prefixes.firstIndex { $0.scale == scale }
    return UnitFactor(unit: named(line: line), prefix: first ?? prefix)
  }

  private func line(named name: String) -> Int? { line(calledInFull: name) ?? line(plural: name) }

  private func line(calledInFull name: String) -> Int? {
    if let line = table.line(ofName: name) { return line }
    return name.hasSuffix("s") ? table.line(ofName: String(name.dropLast())) : nil
  }

  /// Plurals of symbols that are whole words: `weeks`, `acres`, `bits`; a `mass` is none.
  private func line(plural word: String) -> Int? {
    word.hasSuffix("s") && !word.hasSuffix("ss") && word.utf8.count > 3
      ? table.line(ofSymbol: String(word.dropLast())) : nil
  }

  /// `kilobit`, `megaohms`: symbols that are words take prefix names too.
  private func line(spelledOut word: String) -> Int? {
    word.utf8.count > 2 ? table.line(ofSymbol: word) ?? line(plural: word) : nil
  }

  // MARK: Named units

  private func named(symbol: String) -> NamedUnit? {
    table.line(ofSymbol: symbol).map(named(line:)) ?? Self.temperatures[symbol]
  }

  /// The named unit of a line, made when it is first needed.
  private func named(line: Int) -> NamedUnit {
    if let known = made.withLock({ $0.named[line] }) { return known }
    let unit = table.line(line).namedUnit
    made.withLock { $0.named[line] = unit }
    return unit
  }

  /// Temperatures and their differences by each of their words.
  private static let temperatures: [String: NamedUnit] = {
    var found: [String: NamedUnit] = [:]
    func add(_ words: [String], _ symbol: String, _ kind: NamedUnit.Kind, _ scale: Scale) {
      let unit = NamedUnit(
        symbol, kind, .catalogue("kelvin"), Dimension(.temperature), scale: scale)
      for word in words { found[word] = unit }
    }
    for (symbols, names, scale, offset) in Catalogue.temperatures {
      add(symbols + names, symbols[0], .temperature(offset: offset), scale)
    }
    for (symbols, written, scale) in Catalogue.temperatureDifferences {
      add(symbols, written, .difference, scale)
    }
    return found
  }()

  // MARK: Suggestions

  /// Every word of the catalogue, sorted, with the usual prefixes.
  static let words: [String] = {
    var words: [String] = []
    for line in lines {
      for symbol in line.symbols { words += line.usualPrefixes(of: symbol).map { $0 + symbol } }
      words += line.names
    }
    words += Catalogue.temperatures.flatMap(\.symbols)
    return words.sorted()
  }()
}
