/// A line of the catalogue, its definition unread until the unit is needed.
struct CatalogueLine: Sendable {
  private enum Prefixes { case none, si, big, data }

  let symbols: [String]
  let names: [String]
  private let prefixes: Prefixes
  let definition: String

  init(_ line: Slice<UnsafeBufferPointer<UInt8>>) {
    let columns = line.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false)
    precondition(columns.count == 4, "A line of the catalogue has four columns.")
    symbols = Self.words(columns[0])
    names = Self.words(columns[1])
    prefixes =
      switch Self.words(columns[2]).first {
      case "si": .si
      case "big": .big
      case "data": .data
      case _: .none
      }
    definition = String(decoding: columns[3].dropFirst(), as: UTF8.self)
  }

  private static func words(_ column: Slice<UnsafeBufferPointer<UInt8>>) -> [String] {
    column.split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
  }

  func takes(_ prefix: Catalogue.Prefix) -> Bool {
    switch prefixes {
    case .none: false
    case .si: !prefix.isBinary
    case .big: prefix.isBig
    case .data: prefix.isBig || prefix.isBinary
    }
  }

  /// Prefixes that people use with a symbol, and none.
  func usualPrefixes(of symbol: String) -> [String] {
    switch prefixes {
    case .none: [""]
    case .si: ["", "k", "M", "G", "m", "µ", "n"] + (symbol == "m" || symbol == "L" ? ["c"] : [])
    case .big: ["", "k", "M", "G"]
    case .data: ["", "k", "M", "G", "T", "Ki", "Mi", "Gi", "Ti"]
    }
  }

  /// Whether it is a currency.
  var isMoney: Bool { definition == "base money" }

  /// The unit that it defines.
  var namedUnit: NamedUnit {
    let written = WrittenUnit(definition)
    if written.factors.first?.word == "base" { return base(String(written.factors[1].word)) }
    guard let unit = written.unit else {
      preconditionFailure("The catalogue cannot be read at \(definition).")
    }
    return NamedUnit(
      symbols[0], .measured, .catalogue(definition), unit.dimension,
      scale: written.scale * unit.scale)
  }

  private func base(_ name: String) -> NamedUnit {
    let measured =
      name == "money"
      ? .money(symbols[0]) : Catalogue.bases.first { $0.word == name }?.base
    let base = measured ?? .counted(symbols[0])
    return NamedUnit(
      symbols[0], measured == nil ? .counted : .measured, .catalogue(definition), Dimension(base),
      // The kilogram is the base unit, the gram the one that takes prefixes.
      scale: base == .mass ? Scale(1, timesTenTo: -3) : .one)
  }
}
