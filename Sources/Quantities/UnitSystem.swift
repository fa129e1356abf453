import Diagnostics

/// A unit that an exercise or a student has declared.
public struct DeclaredUnit: Hashable, Sendable {
  /// A base dimension of its own, a mark without one, or so much of another unit.
  public enum Kind: Hashable, Sendable { case counted, label, derived }
  public var name: String
  public var plural: String?
  public var kind: Kind
}

/// What words mean: the units of the catalogue, and those that an exercise and a student have
/// declared.
public struct UnitSystem: Sendable {
  /// Declared units by every word for them.
  private var words: [String: Unit] = [:]
  /// Declared names with their plurals, in the order of declaration.
  public private(set) var declared: [DeclaredUnit] = []

  /// Units declared at most.
  static let declarationLimit = 4000

  /// The units of the catalogue.
  public init() {}

  // MARK: Words

  /// The unit that a word stands for, prefix and plural considered; nil where it is none.
  public func lookup(_ word: String) -> Unit? {
    if !words.isEmpty, let own = words[word] { return own }
    return CatalogueIndex.shared.unit(word)
  }

  /// Whether every system knows the word as a unit, whatever has been declared.
  public static func isInCatalogue(_ word: String) -> Bool {
    CatalogueIndex.shared.unit(word) != nil
  }

  /// Whether every system knows the word as a currency: `CHF`, `€`, `kEUR`.
  public static func isMoney(_ word: String) -> Bool { CatalogueIndex.shared.isMoney(word) }

  /// What a word with digits behind a unit stands for, which is how powers look where nothing can be
  /// raised: m² for `m2`. Nil where it is no power, or a word of its own.
  public func power(_ word: String) -> (unit: Unit, typed: String)? {
    guard let (base, exponent, typed) = splitPower(word), lookup(word) == nil,
      base.factors.allSatisfy({ $0.unit.kind == .measured }),
      base.dimension != .one, let power = try? base.power(Exponent(exponent))
    else { return nil }
    return (power, typed)
  }

  /// The unit and the exponent of a word with one digit behind a unit, and how the power is typed:
  /// `m^2` for `m2`.
  public func splitPower(_ word: String) -> (base: Unit, exponent: Int32, typed: String)? {
    guard let digit = word.utf8.last, (0x32...0x34).contains(digit), !Self.gases.contains(word)
    else { return nil }
    let letters = word.dropLast()
    guard letters.last?.isNumber == false, let base = lookup(String(letters)) else { return nil }
    return (base, Int32(digit - 0x30), "\(letters)^\(digit - 0x30)")
  }

  /// Formulas of gases, which are no powers of henries, newtons and farads.
  public static let gases: Set<String> = ["H2", "N2", "F2"]

  /// Whether a word is of a unit so usual that an exercise cannot give it another meaning.
  public static func isEveryday(_ word: String) -> Bool {
    CatalogueIndex.shared.unit(word)?.factors.first.map {
      Catalogue.everyday.contains($0.unit.symbol)
    } ?? false
  }

  /// Why a word that people try as a unit is none, such as `month`.
  public static func refusal(of word: String) -> String? {
    Catalogue.refused.first { $0.words.contains(word) }?.reason
  }

  /// Words that a person may have meant, with the usual prefixes considered, sorted.
  public var unitWords: [String] {
    var words = CatalogueIndex.words
    for own in declared {
      words.insert(own.name, at: words.partitioningIndex { !($0 < own.name) })
    }
    return words
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

  // MARK: Declaring

  /// Adds a unit for things that are counted, with a base dimension of its own. A second
  /// declaration of the same counted unit changes nothing. Nil where there are too many.
  @discardableResult
  public mutating func declareCounted(_ name: String, plural: String? = nil) -> Unit? {
    known(name, .counted) ?? declare(.counted(name), plural: plural, as: .counted)
  }

  /// Adds a label: dimension one, kept when printed. A second declaration of the same label changes
  /// nothing. Nil where there are too many.
  @discardableResult
  public mutating func declareLabel(_ name: String, plural: String? = nil) -> Unit? {
    known(name, .label) ?? declare(.label(name), plural: plural, as: .label)
  }

  /// Adds a unit that is `value` of another. Nil where the value is not a positive number, its size
  /// is beyond any in use, or there are too many.
  @discardableResult
  public mutating func declareDerived(_ name: String, value: Double, unit: Unit) -> Unit? {
    guard value > 0, value.isFinite else { return nil }
    let named = NamedUnit(
      name, .measured, .declared(unit.text(of: value)), unit.dimension,
      scale: Scale(decimal: value) * unit.scale)
    return declare(named, plural: nil, as: .derived)
  }

  private func known(_ name: String, _ kind: DeclaredUnit.Kind) -> Unit? {
    declared.contains { $0.name == name && $0.kind == kind } ? words[name] : nil
  }

  private mutating func declare(
    _ named: NamedUnit, plural: String?, as kind: DeclaredUnit.Kind
  ) -> Unit? {
    let name = named.symbol
    guard declared.count < Self.declarationLimit, let unit = Unit([UnitFactor(unit: named)]) else {
      return nil
    }
    // A plural never takes a word away from another unit: `unit m` leaves the millisecond.
    let old = lookup(name)
    for other in plural.map({ [$0] }) ?? Self.forms(of: name).dropFirst().map(\.self) {
      let known = plural == nil ? lookup(other) : nil
      if known == nil || known == old { words[other] = unit }
    }
    words[name] = unit
    declared.removeAll { $0.name == name }
    declared.append(DeclaredUnit(name: name, plural: plural, kind: kind))
    return unit
  }
}
