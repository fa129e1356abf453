import Quantities

/// What words of a text mean as units: those of the student's sheet, what people call them, and what
/// the exercise says of them.
final class UnitVocabulary {
  /// What a word stands for.
  struct Meaning {
    var unit: Unit
    /// How many of the unit: a twelfth for months, which are told in years.
    var factor = 1.0
    /// Whether a word that says of what it is goes with it: `kgCO2e`.
    var hasLabel = false
  }

  private let system: UnitSystem
  /// Units by the words that stand behind a number, where these are several; nil for other words.
  private var severalWords: [String: Unit?] = [:]

  /// Words side by side that are kept, and bytes of the longest.
  private static let limit = 4_000
  private static let longest = 60
  /// By the language of a text, what its words after a number stand for.
  private var meanings: [WordMemory<Meaning?>] = Language.all.map { _ in WordMemory() }
  /// Words that say of what an amount is, such as `co2e`, longest first.
  private let labels: [String]
  /// What a rate may be for without saying more: `kg per model`, where rows are models.
  private let heads: Set<String>
  /// Times that a rate may be for without saying more: a year, and what the question is of.
  private let periods: [Unit]
  private let things: Set<String>
  /// Units that the question asks for, by their symbols in small letters.
  private let wanted: [String: Unit]
  /// Those of several units, as they are written without blanks and brackets: `j/gk`.
  private let compounds: [String: Unit]

  /// - Parameters:
  ///   - synonyms: lists of terms that mean the same.
  ///   - heads: words that the names of rows share.
  ///   - wanted: units that the question asks for, which are known in any case.
  ///   - prompt: what the question says; of a time that it speaks of amounts may be without saying so.
  init(
    _ system: UnitSystem, synonyms: [[String]] = [], heads: Set<String> = [], wanted: [Unit] = [],
    prompt: TextTokens? = nil
  ) {
    self.system = system
    // Of five years an amount is not that of one.
    let isOfYears =
      prompt.map { prompt in
        prompt.indices.contains { index in
          let isNumber =
            prompt.at(index)?.number != nil
            || prompt.meaning(index)?.cardinal ?? 1 > 1
          return isNumber && prompt.singular(index + 1) == "year"
        }
      } ?? false
    let asked = prompt.map { Self.periods($0, system) } ?? []
    periods = asked + (isOfYears || !asked.isEmpty ? [] : [system.lookup("year")].compactMap { $0 })
    self.heads = heads
    things = prompt.map(Self.things) ?? []
    self.wanted = Dictionary(
      wanted.filter { $0.symbol.count > 1 }.map { ($0.symbol.lowercased(), $0) },
      uniquingKeysWith: { first, _ in first })
    compounds = Dictionary(
      wanted.filter { $0.symbol.contains("/") }.map { (Self.joined(TextTokens($0.symbol)), $0) },
      uniquingKeysWith: { first, _ in first })
    let declared = system.declared.filter { $0.kind == .label }.map { $0.name.lowercased() }
    var labels = Set(declared.flatMap(Self.forms))
    for list in synonyms.map({ $0.map { $0.lowercased() } }) where !labels.isDisjoint(with: list) {
      labels.formUnion(
        list.filter { term in
          Lexicon.english.kinds(of: term).isEmpty && term.allSatisfy { $0.isLetter || $0.isNumber }
        })
    }
    self.labels = labels.sorted { ($0.utf8.count, $0) > ($1.utf8.count, $1) }
  }

  private static func joined(_ symbol: TextTokens) -> String {
    symbol.indices.map { symbol.original($0..<$0 + 1) }.filter { !skipped.contains($0) }.joined()
      .lowercased()
  }

  private static let skipped: Set<String> = ["(", ")", "·", "*", "⋅", "."]

  /// Tokens of the longest unit that is read so.
  private static let compoundLimit = 12

  /// A unit of several that the question asks for, however its factors are set apart: `J/gK`,
  /// `J/(g K)`, `J/g·K`.
  func compound(_ text: TextTokens, at start: Int) -> (unit: Unit, end: Int)? {
    guard !compounds.isEmpty else { return nil }
    var written = ""
    var found: (Unit, Int)?
    for place in start..<min(start + Self.compoundLimit, text.indices.upperBound) {
      guard text[place].linesBefore == 0 || place == start else { break }
      let next = text.original(place..<place + 1)
      if !Self.skipped.contains(next) { written += next.lowercased() }
      if let unit = compounds[written], next != "(", next != "." { found = (unit, place + 1) }
    }
    return found
  }

  /// `CO2e` is CO2 equivalent, which is written in many ways.
  private static func forms(ofLabel label: String) -> [String] {
    let endings = ["equivalent", "eq", "e", ""]
    let ending = endings.first(where: label.hasSuffix) ?? ""
    let stem = String(label.dropLast(ending.count))
    guard stem.last?.isNumber == true else { return [label] }
    return endings.map { stem + $0 }
  }

  /// Days, weeks or hours that a prompt names: `in a week`, `weekly`.
  private static func periods(_ prompt: TextTokens, _ system: UnitSystem) -> [Unit] {
    let second = system.lookup("s")?.dimension
    return prompt.indices.compactMap { index in
      guard let word = prompt.word(index) else { return nil }
      let isOne = prompt.isWord(index - 1, [.indefinite, .distributive, .per])
      let symbol =
        prompt.meaning(index)?.rate
        ?? (isOne && word.utf8.count > 2 ? prompt.meaning(index)?.unit ?? word : nil)
      return symbol.flatMap(system.lookup).flatMap { $0.dimension == second ? $0 : nil }
    }
  }

  /// Things of which the question asks for one: `of a charge`, `each user`.
  private static func things(_ prompt: TextTokens) -> Set<String> {
    Set(
      prompt.indices.filter {
        prompt.isWord($0, [.distributive, .per]) || prompt.word($0) == "one"
          || prompt.isWord($0, .indefinite) && prompt.isWord($0 - 1, .belonging)
      }
      .compactMap { prompt.singular($0 + 1) })
  }

  func isTime(_ unit: Unit?) -> Bool {
    unit.map { $0.dimension == lookup("s")?.dimension } ?? false
  }

  /// Whether a rate for a time says no more than the amount does.
  func isPeriod(_ unit: Unit?) -> Bool { unit.map(periods.contains) ?? false }

  func lookup(_ word: String) -> Unit? { system.lookup(word) }

  /// The unit that several words name, joined by `_`, whatever their case.
  func named(_ words: String) -> Unit? {
    if let known = severalWords[words] { return known }
    let unit = lookup(words) ?? lookup(words.lowercased())
    if severalWords.count < Self.limit, words.utf8.count <= Self.longest {
      severalWords[words] = .some(unit)
    }
    return unit
  }

  /// What a sign of money stands for.
  func money(_ sign: Unicode.Scalar) -> TextFigure.Form? {
    let code: String? =
      switch sign {
      case "$": "USD"
      case "€": "EUR"
      case "£": "GBP"
      case "¥": "JPY"
      default: nil
      }
    return code.map { lookup($0).map { .init(measure: .unit($0)) } ?? .init(measure: .unknown) }
  }

  func isLabel(_ word: String) -> Bool { labels.contains(word) }

  func isHead(_ word: String) -> Bool {
    heads.contains(word.singular) || things.contains(word.singular)
  }

  /// What a word after a number stands for; nil where it is a word like any other.
  func meaning(of token: TextTokens.Token, _ lexicon: Lexicon) -> Meaning? {
    guard let word = token.known else { return nil }
    return meanings[lexicon.language].of(word) { meaning(of: token, word, lexicon) }
  }

  private func meaning(
    of token: TextTokens.Token, _ known: Word, _ lexicon: Lexicon
  ) -> Meaning? {
    let word = known.text
    // `0.43 A` is no article.
    if token.spelling != word, let exact = lookup(token.spelling) { return Meaning(unit: exact) }
    if let symbol = known.meaning(in: lexicon)?.unit {
      if let unit = lookup(symbol) ?? lookup(symbol.lowercased()) { return Meaning(unit: unit) }
      // `420 centimes`, where francs alone are declared.
      if let whole = Self.hundredths[symbol]?.lazy.compactMap(lookup).first {
        return Meaning(unit: whole, factor: 0.01)
      }
    }
    if token.kinds.contains(.month) { return month }
    for label in labels where word.hasSuffix(label) && word.count > label.count {
      let bare = String(word.dropLast(label.count))
      if let unit = lookup(lexicon.unit(bare) ?? bare) {
        return Meaning(unit: unit, hasLabel: true)
      }
    }
    guard token.kinds.isDisjoint(with: WordKinds.grammar.union(.plain)) else { return nil }
    let unit =
      lookup(token.spelling) ?? wanted[word] ?? (word.count > 3 ? lookup(word) : nil)
      ?? (word.count > 3 && known.singular != word ? lookup(known.singular) : nil)
    return unit.map { Meaning(unit: $0) }
  }

  /// Money of which a hundred are one of another.
  private static let hundredths = ["Rp": ["CHF", "EUR"], "cent": ["EUR", "USD"]]

  /// What an amount is divided by, from a token on: `kWh`, `100 km`, `m²`.
  func divisor(_ text: TextTokens, at start: Int, isBracketed: Bool = false) -> UnitTerm? {
    UnitTerm(text, at: start, isBracketed: isBracketed, in: self) { self.divisor($0, text.lexicon) }
  }

  /// What a word that a unit is divided by stands for: `per annum`, `/kWh`.
  func divisor(_ token: TextTokens.Token, _ lexicon: Lexicon) -> Meaning? {
    guard let word = token.word else { return nil }
    if token.kinds.contains(.month) { return month }
    let isYear = ["a", "an", "annum"].contains(word)
    let name = isYear ? "year" : lexicon.unit(word) ?? token.spelling
    return (lookup(name) ?? lookup(word)).map { Meaning(unit: $0) }
  }

  private var month: Meaning? { lookup("year").map { Meaning(unit: $0, factor: 1.0 / 12) } }
}
