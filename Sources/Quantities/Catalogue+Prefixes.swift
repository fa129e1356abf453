/// Prefixes of the SI (BIPM, SI Brochure, 9th edition, table 7) and of IEC 80000-13.
extension Catalogue {
  struct Prefix: Sendable {
    let symbol: String
    let name: String
    let scale: Scale
    let isBig: Bool
    let isBinary: Bool
  }

  /// The first is no prefix at all, so that 0 stands for it. Where two have one symbol
  /// (`µ` U+00B5, `μ` U+03BC, `u`), the first is the one that is printed.
  static let prefixes: [Prefix] =
    powersOfTen.map { symbol, name, power in
      Prefix(
        symbol: symbol, name: name, scale: Scale(1, timesTenTo: power), isBig: power >= 3,
        isBinary: false)
    }
    + powersOfTwo.map { symbol, name, power in
      Prefix(symbol: symbol, name: name, scale: Scale(twoTo: power), isBig: false, isBinary: true)
    }

  private static let powersOfTen: [(symbol: String, name: String, power: Int)] = [
    ("", "", 0), ("k", "kilo", 3), ("M", "mega", 6), ("G", "giga", 9), ("T", "tera", 12),
    ("P", "peta", 15), ("E", "exa", 18), ("Z", "zetta", 21), ("Y", "yotta", 24),
    ("R", "ronna", 27), ("Q", "quetta", 30), ("h", "hecto", 2), ("da", "deca", 1),
    ("da", "deka", 1), ("d", "deci", -1), ("c", "centi", -2), ("m", "milli", -3),
    ("µ", "micro", -6), ("μ", "micro", -6), ("u", "micro", -6), ("n", "nano", -9),
    ("p", "pico", -12), ("f", "femto", -15), ("a", "atto", -18), ("z", "zepto", -21),
    ("y", "yocto", -24), ("r", "ronto", -27), ("q", "quecto", -30),
  ]

  private static let powersOfTwo: [(symbol: String, name: String, power: Int)] = [
    ("Ki", "kibi", 10), ("Mi", "mebi", 20), ("Gi", "gibi", 30), ("Ti", "tebi", 40),
    ("Pi", "pebi", 50), ("Ei", "exbi", 60), ("Zi", "zebi", 70), ("Yi", "yobi", 80),
  ]
}
