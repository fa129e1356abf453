import Diagnostics
import Quantities

/// Units that a person may have meant by a word that is none.
struct UnitSuggestions {
  let units: UnitSystem

  /// At most two, the likeliest first.
  ///
  /// - Parameter isAlone: whether the word stands where it may as well be a name, so that far
  ///   guesses are left out.
  func near(_ word: String, isAlone: Bool = false) -> [String] {
    guard word.utf8.count <= 64 else { return [] }
    if !isAlone, let power = power(word) ?? powerAndUnit(word) { return [power] }
    if word.count > 2 || !isAlone, let own = ForeignNames.unit(for: word) {
      return Self.lettersInTwoSenses.contains(word) ? alike(word) + [own] : [own]
    }
    if !isAlone, let single = withoutDoubledLetter(word) { return [single] }
    if let joined = joined(word) { return [joined] }
    if let declared = declared(near: word) { return [declared] }
    let lowered = word.lowercased()
    if word.count > 2 {
      if lowered != word, units.lookup(lowered) != nil { return [lowered] }
      if lowered.hasSuffix("s"), !lowered.hasSuffix("ss"),
        units.lookup(String(word.dropLast())) != nil
      {
        return [String(word.dropLast())]
      }
    }
    if !isAlone, let plural = plural(of: word) { return plural }
    if isAlone, word.count < 2 { return [] }
    let alike = alike(word)
    if alike.contains(where: Self.common.contains) { return preferred(alike) }
    if !isAlone, word.count < 3 || alike.isEmpty, let product = product(word) { return [product] }
    if !alike.isEmpty { return preferred(alike) }
    guard word.count > 3 else { return [] }
    let near = nearestNames(to: word, among: units.unitWords, limit: 2).filter {
      $0.first?.lowercased() == word.first?.lowercased()
        && (!isAlone || $0.count > 3) && (word.count > 5 || Self.isSlip(word, for: $0))
    }
    return near.isEmpty ? spelledOut(lowered) : near
  }

  /// All that a person may have meant, the likeliest first, of whatever kind.
  func all(_ word: String) -> [String] {
    guard word.utf8.count <= 64 else { return [] }
    let all = near(word) + [ForeignNames.unit(for: word)].compactMap { $0 } + alike(word)
    var seen: Set<String> = []
    return all.filter { units.lookup($0) != nil && seen.insert($0).inserted }
  }

  /// Units that differ from a word in their capitals alone.
  private func alike(_ word: String) -> [String] {
    let lowered = word.lowercased()
    // Other alphabets have letters that are longer in one case than in the other.
    let isASCII = word.utf8.allSatisfy { $0 < 0x80 }
    return units.unitWords.filter {
      (!isASCII || $0.utf8.count == word.utf8.count || $0.utf8.contains { $0 >= 0x80 })
        && $0 != word && $0.lowercased() == lowered
    }
  }

  /// Letters that stand for a unit of another language as often as for one in the other capital:
  /// `j` for the day, as in French, and for the joule.
  private static let lettersInTwoSenses: Set<String> = ["j"]

  /// `kilowatt` for `kilowat`.
  private func spelledOut(_ word: String) -> [String] {
    for prefix in ["kilo", "mega", "giga", "tera", "milli", "micro", "centi"]
    where word.hasPrefix(prefix) && word.count > prefix.count + 2 {
      return nearestNames(to: String(word.dropFirst(prefix.count)), among: units.unitWords).filter {
        $0.first == word.dropFirst(prefix.count).first
      }.map { prefix + $0 }.filter { units.lookup($0) != nil }.prefix(1).map { $0 }
    }
    return []
  }

  /// Whether a short word is one slip of the fingers from a unit: a letter too many, too few or in
  /// the wrong place. Another letter makes it another word, save for one in daily use: `flop` is
  /// no slip for `floz`, and `hovr` is one for `hour`.
  private static func isSlip(_ word: String, for unit: String) -> Bool {
    word.count != unit.count || word.sorted() == unit.sorted() || daily.contains(unit)
  }

  private static let daily: Set<String> = [
    "byte", "bytes", "foot", "feet", "gram", "grams", "hour", "hours", "inch", "joule", "litre",
    "liter", "metre", "meter", "mile", "miles", "tonne", "volt", "volts", "watt", "watts", "week",
    "weeks", "year", "years",
  ]

  /// `ss` for `s`, `moll` for `mol`.
  private func withoutDoubledLetter(_ word: String) -> String? {
    let single = String(word.dropLast())
    return single.last == word.last && units.lookup(single) != nil ? single : nil
  }

  /// `gs` for `g`; of `Vs`, the volt second before it.
  private func plural(of symbol: String) -> [String]? {
    let single = String(symbol.dropLast())
    guard symbol.hasSuffix("s"), units.lookup(single) != nil else { return nil }
    return (Self.timesSecond.contains(single) ? ["\(single) s"] : []) + [single]
  }

  private static let timesSecond: Set<String> = ["A", "C", "J", "N", "V", "W"]

  /// `N m` for `Nm`: two units in common use that are written as one word.
  private func product(_ word: String) -> String? {
    guard (2...5).contains(word.utf8.count) else { return nil }
    return word.indices.dropFirst().lazy.map { (String(word[..<$0]), String(word[$0...])) }
      .first { Self.factors.contains($0) && Self.factors.contains($1) && !$0.hasSuffix($1) }
      .map { "\($0) \($1)" }
  }

  private static let factors = common.union([
    "C", "F", "GN", "MN", "MPa", "T", "cd", "day", "kA", "kN", "kPa", "kV", "lm", "lx", "mA", "mV",
    "mol", "rad", "Ω",
  ])

  /// `(m^2 K)` for the `m2K` of `W/m2K`.
  private func powerAndUnit(_ word: String) -> String? {
    guard let digit = word.firstIndex(where: \.isNumber) else { return nil }
    let rest = String(word[word.index(after: digit)...])
    let unit = units.lookup(rest) == nil ? ForeignNames.unit(for: rest) : rest
    guard !rest.isEmpty, let unit, let power = power(String(word[...digit])) else { return nil }
    return "(\(power) \(unit))"
  }

  /// `m^2` for `m2`.
  func power(_ word: String) -> String? { units.splitPower(word)?.typed }

  /// A declared unit or label in other letters: `co2`, `CO2eq`, `Tokens`, `tok`.
  private func declared(near word: String) -> String? {
    let lowered = word.lowercased()
    let names = units.declared.map(\.name)
    let substance = Self.substance(lowered)
    func fits(_ name: String) -> Bool {
      let own = name.lowercased()
      if own == lowered || own + "s" == lowered { return name != word }
      if let substance, substance == Self.substance(own) { return true }
      guard lowered.count >= 3, own.count >= 3 else { return false }
      return own.hasPrefix(lowered) || lowered.hasPrefix(own) && lowered.count - own.count <= 2
    }
    guard
      let name = names.filter(fits).min(by: {
        abs($0.count - word.count) < abs($1.count - word.count)
      })
    else { return nil }
    return lowered.hasSuffix("s") && units.lookup(name + "s") == units.lookup(name)
      ? name + "s" : name
  }

  /// The `co2` of `co2e`, `co2eq`, `co2-equivalent`; nil where nothing is said to be equivalent.
  private static func substance(_ lowered: String) -> String? {
    let word = lowered.filter { !"-._ ".contains($0) }
    let ending = equivalents.first { word.hasSuffix($0) && word.count > $0.count }
    return ending.flatMap { ending in
      let stem = word.dropLast(ending.count)
      return stem.last?.isNumber == true ? String(stem) : nil
    }
  }

  private static let equivalents = [
    "equivalents", "equivalent", "equivalenti", "equivalente", "équivalents", "équivalent",
    "äquivalente", "äquivalent", "equiv", "équiv", "äq", "aeq", "éq", "eq", "e",
  ]

  /// `g CO2e` for `gCO2e`, `GPU h` for `GPUh`.
  private func joined(_ word: String) -> String? {
    guard !units.declared.isEmpty else { return nil }
    var split = word.startIndex
    while word.formIndex(&split, offsetBy: 1, limitedBy: word.endIndex), split < word.endIndex {
      let first = String(word[..<split])
      let second = String(word[split...])
      if units.lookup(first) != nil || ["kG", "Kg", "KG"].contains(first) {
        let unit = units.lookup(first) == nil ? "kg" : first
        if isDeclared(second) { return unit + " " + second }
        if second.count > 2, let label = declared(near: second) { return unit + " " + label }
      }
      // `persons`, of which there is another plural.
      if isDeclared(first), second == "s" || second == "es" { return pluralOfDeclared(first) }
      if isDeclared(first), units.lookup(second) != nil { return first + " " + second }
    }
    return nil
  }

  private func pluralOfDeclared(_ word: String) -> String {
    units.declared.first { $0.name == word }?.plural ?? word
  }

  private func isDeclared(_ word: String) -> Bool {
    units.declared.contains { $0.name == word || $0.plural == word }
  }

  /// Of units that differ in their capitals alone, those in daily use.
  private func preferred(_ words: [String]) -> [String] {
    let common = words.filter { Self.common.contains($0) }
    return Array((common.isEmpty ? words : common).prefix(2))
  }

  static let common: Set<String> = [
    "A", "B", "GB", "GHz", "GJ", "GW", "GWh", "Hz", "J", "K", "L", "MB", "MHz", "MJ", "MW", "MWh",
    "N", "Pa", "ns", "µs", "Mbit", "kbit", "Gbit", "TB", "TJ", "TWh", "V", "W", "Wh", "bit", "cm",
    "g", "h", "kB", "kHz", "kJ", "kW",
    "kWh", "kg", "km", "m", "mL", "mg", "min", "mm", "ms", "s", "t",
  ]
}
