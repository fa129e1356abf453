/// Words of a text that say which quantity is spoken of: `accurate` for the accuracy.
struct QuantityWords {
  /// Sentences that tell the quantity of each formula.
  private let told: [Int: Set<Int>]
  /// Sentences that tell another quantity of the same kind, such as `training` emissions.
  private let other: Set<Int>
  /// Sentences that say that a quantity is a total, for each formula of one.
  private let qualified: [Int: Set<Int>]
  /// Formulas that have a name.
  private let named: Set<Int>
  private let stems: Set<String>
  /// Formulas that a word tells, by its token.
  private let toldBy: [Int: Set<Int>]

  /// Letters that related words share at their beginning, at most.
  private static let stemLength = 5

  /// - Parameters:
  ///   - names: what each formula gives, by its place.
  ///   - synonyms: lists of terms that mean the same.
  ///   - others: names of other quantities of the same kind.
  ///   - spelling: corrects slips towards the names.
  init(
    _ text: TextTokens, _ sentences: TextSentences, names: [Int: Set<String>], synonyms: [[String]],
    others: Set<String>, spelling: Spelling
  ) {
    var stems: [Int: Set<String>] = [:]
    for (formula, names) in names {
      var own = Set(names.flatMap(Self.stems))
      for list in synonyms {
        let listed = Set(list.flatMap(Self.stems))
        if !own.isDisjoint(with: listed) { own.formUnion(listed) }
      }
      stems[formula] = own
    }
    let all = stems.values.reduce(into: Set<String>()) { $0.formUnion($1) }
    let different = Set(others.flatMap(Self.stems)).subtracting(all)
    var told: [Int: Set<Int>] = [:]
    var tokens: [Int: Set<Int>] = [:]
    var other: Set<Int> = []
    var qualified: [Int: Set<Int>] = [:]
    let totals = names.filter { $0.value.contains { $0.contains("total") } }.keys
    for index in text.indices {
      guard let written = text.word(index) else { continue }
      if written.hasPrefix("total") {
        for formula in totals { qualified[formula, default: []].insert(sentences.ofToken[index]) }
      }
      let word = spelling.corrected(TextTokens.singular(written))
      guard let stem = Self.stem(word) ?? (all.contains(word) ? word : nil) else { continue }
      for (formula, own) in stems where own.contains(stem) {
        told[formula, default: []].insert(sentences.ofToken[index])
        tokens[index, default: []].insert(formula)
      }
      if different.contains(stem) { other.insert(sentences.ofToken[index]) }
    }
    self.told = told
    toldBy = tokens
    self.stems = all
    self.other = other
    self.qualified = qualified
    named = Set(stems.filter { !$0.value.isEmpty }.keys)
    kinds = Set(stems.values.filter { !$0.isEmpty }).count
  }

  /// Different quantities that are asked for.
  private let kinds: Int

  /// Whether the text speaks of each of the quantities, which are two or more.
  var areAllTold: Bool { kinds > 1 && named.allSatisfy { told[$0]?.isEmpty == false } }

  /// Whether a sentence says that it is a total, and no part is spoken of.
  func isTotal(inSentence sentence: Int, of formulas: Set<Int>) -> Bool {
    !isOther(inSentence: sentence)
      && formulas.contains { qualified[$0]?.contains(sentence) == true }
  }

  /// Whether a word is one of a quantity's.
  func isName(_ word: String) -> Bool { stems.contains(Self.stem(word) ?? word) }

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

  static func stems(_ name: String) -> [String] {
    let text = TextTokens(name.replacing("_", with: " "))
    return text.indices.compactMap { index in
      text.word(index).flatMap { stem($0) ?? acronym($0, text[index].spelling) }
    }
  }

  /// A short name in capitals, such as `COP`, which is looked for as it is.
  private static func acronym(_ word: String, _ spelling: String) -> String? {
    (2...4).contains(spelling.count) && spelling.allSatisfy { $0.isASCII && $0.isUppercase }
      ? word : nil
  }

  private static func stem(_ word: String) -> String? {
    guard word.utf8.count >= 4 || word.hasPrefix("co2"), !common.contains(word) else { return nil }
    // What is emitted are emissions.
    if word.hasPrefix("emit") { return "emiss" }
    return String(word.prefix(stemLength))
  }

  /// Words that names of quantities have and that tell nothing.
  private static let common: Set<String> = [
    "average", "from", "models", "model", "number", "over", "people", "that", "this", "total",
    "users", "user", "value", "values", "with", "year",
  ]
}
