import Quantities

/// What words of a text mean as units: those of the student's sheet, what people call them, and what
/// the exercise says of them.
struct UnitVocabulary {
  /// What a word stands for.
  struct Meaning {
    var unit: Unit
    /// How many of the unit: a twelfth for months, which are told in years.
    var factor = 1.0
    /// Whether a word that says of what it is goes with it: `kgCO2e`.
    var hasLabel = false
  }

  private let system: UnitSystem
  /// Words that say of what an amount is, such as `co2e`, longest first.
  private let labels: [String]
  /// What a rate may be for without saying more: `kg per model`, where rows are models.
  private let heads: Set<String>

  /// - Parameters:
  ///   - synonyms: lists of terms that mean the same.
  ///   - heads: words that the names of rows share.
  init(_ system: UnitSystem, synonyms: [[String]] = [], heads: Set<String> = []) {
    self.system = system
    self.heads = heads
    let declared = system.declared.filter { $0.kind == .label }.map { $0.name.lowercased() }
    var labels = Set(declared.flatMap(Self.forms))
    for list in synonyms.map({ $0.map { $0.lowercased() } }) where !labels.isDisjoint(with: list) {
      labels.formUnion(
        list.filter { term in
          Lexicon.kinds(of: term).isEmpty && term.allSatisfy { $0.isLetter || $0.isNumber }
        })
    }
    self.labels = labels.sorted { ($0.utf8.count, $0) > ($1.utf8.count, $1) }
  }

  /// `CO2e` is CO2 equivalent, which is written in many ways.
  private static func forms(ofLabel label: String) -> [String] {
    let endings = ["equivalent", "eq", "e", ""]
    let ending = endings.first(where: label.hasSuffix) ?? ""
    let stem = String(label.dropLast(ending.count))
    guard stem.last?.isNumber == true else { return [label] }
    return endings.map { stem + $0 }
  }

  func lookup(_ word: String) -> Unit? { system.lookup(word) }

  func isLabel(_ word: String) -> Bool { labels.contains(word) }

  func isHead(_ word: String) -> Bool { heads.contains(word.singular) }

  /// What a word after a number stands for; nil where it is a word like any other.
  func meaning(of token: TextTokens.Token) -> Meaning? {
    guard let word = token.word else { return nil }
    if let symbol = UnitWords.symbols[word] { return lookup(symbol).map { Meaning(unit: $0) } }
    if token.kinds.contains(.month) { return month }
    for label in labels where word.hasSuffix(label) && word.count > label.count {
      let bare = String(word.dropLast(label.count))
      if let unit = lookup(UnitWords.symbols[bare] ?? bare) {
        return Meaning(unit: unit, hasLabel: true)
      }
    }
    guard token.kinds.isDisjoint(with: WordKinds.grammar.union(.plain)) else { return nil }
    return (lookup(token.spelling) ?? (word.count > 3 ? lookup(word) : nil))
      .map { Meaning(unit: $0) }
  }

  /// What a word that a unit is divided by stands for: `per annum`, `/kWh`.
  func divisor(_ token: TextTokens.Token) -> Meaning? {
    guard let word = token.word else { return nil }
    if token.kinds.contains(.month) { return month }
    let name = UnitWords.years.contains(word) ? "year" : UnitWords.symbols[word] ?? token.spelling
    return (lookup(name) ?? lookup(word)).map { Meaning(unit: $0) }
  }

  private var month: Meaning? { lookup("year").map { Meaning(unit: $0, factor: 1.0 / 12) } }
}
