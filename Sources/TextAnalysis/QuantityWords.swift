/// Words of a text that say which quantity is spoken of: `accurate` for the accuracy.
struct QuantityWords {
  /// What the quantity of each formula is told by, by the formula's place.
  private let stems: [Int: Set<String>]
  private let allStems: Set<String>
  /// Sentences that tell the quantity of each formula.
  private var told: [Int: Set<Int>] = [:]
  /// Formulas that a word tells, by its token.
  private var toldBy: [Int: Set<Int>] = [:]
  /// Sentences that tell another quantity of the same kind, such as `training` emissions.
  private var other: Set<Int> = []
  /// Sentences that speak of a total.
  private var withTotal: Set<Int> = []
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
      if written.hasPrefix("total") { withTotal.insert(sentence) }
      let word = spelling.corrected(written.singular)
      guard let stem = Self.stem(word) ?? (allStems.contains(word) ? word : nil) else { continue }
      for (formula, own) in stems where own.contains(stem) {
        told[formula, default: []].insert(sentence)
        toldBy[index, default: []].insert(formula)
      }
      if different.contains(stem) { other.insert(sentence) }
    }
  }

  /// Whether the text speaks of each of the quantities, which are two or more.
  var areAllTold: Bool {
    let named = stems.filter { !$0.value.isEmpty }
    return Set(named.values).count > 1 && named.keys.allSatisfy { told[$0] != nil }
  }

  /// Whether a sentence says that it is a total, and no part is spoken of.
  func isTotal(inSentence sentence: Int, of formulas: Set<Int>) -> Bool {
    withTotal.contains(sentence) && !other.contains(sentence) && !totals.isDisjoint(with: formulas)
  }

  /// Whether a word is one of a quantity's.
  func isName(_ word: String) -> Bool { allStems.contains(Self.stem(word) ?? word) }

  /// The formulas that words of a range tell.
  func formulas(_ range: Range<Int>) -> Set<Int> {
    range.reduce(into: []) { $0.formUnion(toldBy[$1] ?? []) }
  }

  func isTold(inSentence sentence: Int) -> Bool {
    told.values.contains { $0.contains(sentence) }
  }

  func isTold(inSentence sentence: Int, of formulas: Set<Int>) -> Bool {
    formulas.contains { told[$0]?.contains(sentence) == true }
  }

  /// Whether another quantity of the same kind is spoken of.
  func isOther(inSentence sentence: Int) -> Bool { other.contains(sentence) }

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
