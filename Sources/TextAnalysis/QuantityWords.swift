/// Words of a text that say which quantity is spoken of: `accurate` for the accuracy.
struct QuantityWords {
  /// What a sentence says.
  struct Said {
    /// Formulas whose quantity is told.
    var formulas: Set<Int> = []
    /// Whether it tells another quantity of the same kind, such as `training` emissions.
    var isOfOther = false
    /// Whether it speaks of a total.
    var isOfTotal = false
  }

  /// What the quantity of each formula is told by, by the formula's place.
  private let stems: [Int: Set<String>]
  private let allStems: Set<String>
  /// Formulas that a word tells, by its token.
  private var toldBy: [Int: Set<Int>] = [:]
  private var said: [Int: Said] = [:]
  /// Formulas that give a total.
  private let totals: Set<Int>

  /// Letters that related words share at their beginning, at most.
  private static let stemLength = 5

  /// - Parameters:
  ///   - names: what each formula gives, by its place.
  ///   - synonyms: lists of terms that mean the same.
  ///   - others: names of other quantities of the same kind.
  ///   - heads: words that the names of rows share, which tell no quantity.
  ///   - spelling: corrects slips towards the names.
  init(
    _ text: TextTokens, _ sentences: TextSentences, names: [String?], synonyms: [[String]] = [],
    others: [String] = [], heads: Set<String>, spelling: Spelling
  ) {
    let headStems = Set(heads.compactMap(Self.stem))
    let lists = synonyms.map { Set($0.flatMap(Self.stems)) }
    stems = Dictionary(
      uniqueKeysWithValues: names.enumerated().map { formula, name in
        let own = Set(name.map(Self.stems) ?? []).subtracting(headStems)
        let alike = lists.filter { !$0.isDisjoint(with: own) }
        return (formula, alike.reduce(own) { $0.union($1) })
      })
    allStems = stems.values.reduce(into: []) { $0.formUnion($1) }
    totals = Set(names.indices.filter { names[$0]?.contains("total") == true })
    let different = Set(others.flatMap(Self.stems)).subtracting(allStems)
    for index in text.indices {
      guard let written = text.word(index) else { continue }
      let sentence = sentences.ofToken[index]
      if written.hasPrefix("total") { said[sentence, default: Said()].isOfTotal = true }
      let word = spelling.corrected(written.singular)
      guard let stem = Self.stem(word) ?? (allStems.contains(word) ? word : nil) else { continue }
      let formulas = stems.filter { $0.value.contains(stem) }.keys
      toldBy[index] = Set(formulas)
      said[sentence, default: Said()].formulas.formUnion(formulas)
      if different.contains(stem) { said[sentence, default: Said()].isOfOther = true }
    }
  }

  /// Whether the text speaks of each of the quantities, which are two or more.
  var areAllTold: Bool {
    let named = stems.filter { !$0.value.isEmpty }
    let told = Set(said.values.flatMap(\.formulas))
    return Set(named.values).count > 1 && told.isSuperset(of: named.keys)
  }

  func said(inSentence sentence: Int) -> Said { said[sentence] ?? Said() }

  /// Whether one of some formulas gives a total.
  func areTotals(_ formulas: Set<Int>) -> Bool { !totals.isDisjoint(with: formulas) }

  /// Whether a word is one of a quantity's.
  func isName(_ word: String) -> Bool { allStems.contains(Self.stem(word) ?? word) }

  /// The formulas that words of a range tell.
  func formulas(_ range: Range<Int>) -> Set<Int> { Set(range.flatMap { toldBy[$0] ?? [] }) }

  /// What the words of a name are told by; what it is divided by does not name it.
  static func stems(_ name: String) -> [String] {
    let text = TextTokens(name.replacing("_", with: " "))
    let end = text.indices.dropFirst().first { text.isWord($0, .per) } ?? text.indices.upperBound
    return text.indices.prefix(end).compactMap { index in
      text.word(index).flatMap { stem($0) ?? acronym($0, text[index].spelling) }
    }
  }

  /// A short name in capitals, such as `COP`, which is looked for as it is.
  private static func acronym(_ word: String, _ spelling: String) -> String? {
    (2...4).contains(spelling.count) && spelling.allSatisfy { $0.isASCII && $0.isUppercase }
      ? word : nil
  }

  /// The beginning that a word shares with related ones; nil where it tells nothing.
  static func stem(_ word: String) -> String? {
    guard word.utf8.count >= 4 || word.contains(where: \.isNumber),
      Lexicon.kinds(of: word).isDisjoint(with: WordKinds.grammar.union([.statistic, .plural]))
    else { return nil }
    // What is emitted are emissions, as what is transmitted is a transmission.
    let start = word.firstRange(of: "mit").map { word[..<$0.lowerBound] + "miss" }
    return String((start ?? word[...]).prefix(stemLength))
  }
}
