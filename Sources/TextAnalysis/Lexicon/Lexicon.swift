import Diagnostics

/// The words of all languages. Where a text's own language has a word, what it means elsewhere does
/// not count: a German `die` is an article. Words of one or two letters are of one language.
final class Lexicon: Sendable {
  let points: Set<String>
  /// The place of the first language among all.
  let language: Int
  /// By language, the first one first.
  private let tables: [[String: WordMeaning]]

  /// That of a text in which most words are of the first of the languages.
  private init(first: Int) {
    language = first
    let order = [first] + Language.all.indices.filter { $0 != first }
    tables = order.map { Self.ownTables[$0] }
    points = Set(order.map { Language.all[$0].point })
  }

  private static let ownTables = Language.all.map(WordMeaning.table)

  /// With each language first in turn.
  private static let byLanguage = Language.all.indices.map(Lexicon.init(first:))

  static var english: Lexicon { byLanguage[0] }

  /// That of the language most of whose words are among some; English where none is.
  static func of(_ words: some Sequence<Word>) -> Lexicon {
    var counts = Language.all.map { _ in 0 }
    for word in words {
      let languages = word.languages
      for place in counts.indices where languages & 1 << UInt8(place) != 0 { counts[place] += 1 }
    }
    let most = counts.max() ?? 0
    return byLanguage[counts.firstIndex(of: most) ?? 0]
  }

  /// Bit by bit, the languages that have a word for what it does in a sentence.
  static func languages(of word: String) -> UInt8 {
    ownTables.indices.reduce(0) { languages, place in
      ownTables[place][word]?.kinds.isEmpty == false ? languages | 1 << UInt8(place) : languages
    }
  }

  /// Nil for a word that no language has.
  func meaning(of word: String) -> WordMeaning? {
    var meaning = tables[0][word]
    guard word.utf8.count > 2 else { return meaning }
    for table in tables.dropFirst() {
      guard let other = table[word] else { continue }
      meaning = meaning.map { WordMeaning($0, before: other) } ?? other
    }
    return meaning
  }

  func kinds(of word: String) -> WordKinds { meaning(of: word)?.kinds ?? [] }
  func cardinal(_ word: String) -> Int? { meaning(of: word)?.cardinal }
  func ordinal(_ word: String) -> Int? { meaning(of: word)?.ordinal }
  /// The symbol of the unit that a word stands for.
  func unit(_ word: String) -> String? { meaning(of: word)?.unit }

  /// Whether a word has in it what numbers of several words in one have: `fünfundachtzig`,
  /// `zweieinhalb`.
  static func isCompound(_ word: String) -> Bool {
    let letters = Array(word.utf8)
    return letters.indices.contains { place in parts.contains { letters[place...].starts(with: $0) }
    }
  }

  private static let parts = ["zig", "hundert", "tausend", "zehn", "halb"].map { Array($0.utf8) }

  /// Of what a word is one part, or several: 3 for `third` and `thirds`. A second is none.
  func denominator(_ word: String, isPlural: Bool) -> Int? {
    func part(_ word: String) -> Int? {
      let meaning = meaning(of: word)
      return meaning?.denominator ?? meaning?.ordinal.flatMap { $0 > 2 ? $0 : nil }
    }
    guard isPlural else { return part(word) }
    // `tiers` and `Drittel` are their own plurals.
    let ownPlural = word.hasSuffix("el") || word == "tiers"
    guard word.hasSuffix("s") || ownPlural, word != "halfs" else { return nil }
    return ownPlural ? part(word) : part(String(word.dropLast()))
  }

  /// The first ten numbers as `I`, `II` … `X`, with a small l for the capital I, as hurried people
  /// type it.
  static func roman(_ spelling: String) -> Int? {
    guard (1...4).contains(spelling.utf8.count), spelling.utf8.allSatisfy("IVXl".utf8.contains)
    else { return nil }
    return ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"]
      .firstIndex(of: spelling.replacing("l", with: "I")).map { $0 + 1 }
  }
}
