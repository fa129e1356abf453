/// The words of all languages. Where a text's own language has a word, what it means elsewhere does
/// not count: a German `die` is an article. Words of one or two letters are of one language.
final class Lexicon: Sendable {
  private let kinds: [String: WordKinds]
  private let cardinals: [String: Int]
  private let ordinals: [String: Int]
  private let denominators: [String: Int]
  private let scales: [String: Double]
  private let units: [String: String]
  private let rates: [String: String]
  private let powers: [String: Int32]
  let points: Set<String>
  /// The place of the first language among all.
  let language: Int

  /// That of a text in which most words are of the first of the languages.
  private init(first: Int) {
    language = first
    let languages =
      [Language.all[first]]
      + Language.all.indices.filter { $0 != first }.map { Language.all[$0] }
    var kinds: [String: WordKinds] = [:]
    for (place, language) in languages.enumerated() {
      var own = Self.table(language.kinds) { $0.union($1) }
      if place > 0 { own = own.filter { $0.key.utf8.count > 2 } }
      kinds.merge(own) { first, _ in first }
    }
    self.kinds = kinds
    func table<Meaning>(_ entries: KeyPath<Language, Language.Entries<Meaning>>) -> [String:
      Meaning]
    {
      languages.enumerated().reduce(into: [:]) { words, language in
        let own = Self.table(language.element[keyPath: entries])
          .filter { language.offset == 0 || $0.key.utf8.count > 2 }
        words.merge(own) { first, _ in first }
      }
    }
    cardinals = table(\.cardinals)
    ordinals = table(\.ordinals)
    denominators = table(\.denominators)
    scales = table(\.scales)
    units = table(\.units)
    rates = table(\.rates)
    powers = table(\.powers)
    points = Set(languages.map(\.point))
  }

  private static func table<Meaning>(
    _ entries: Language.Entries<Meaning>,
    _ unite: (Meaning, Meaning) -> Meaning = { first, _ in first }
  ) -> [String: Meaning] {
    var words: [String: Meaning] = [:]
    for entry in entries {
      for word in entry.words.split(separator: " ") {
        words.merge([String(word): entry.meaning], uniquingKeysWith: unite)
      }
    }
    return words
  }

  /// With each language first in turn.
  private static let byLanguage = Language.all.indices.map(Lexicon.init(first:))

  static var english: Lexicon { byLanguage[0] }

  private static let ownWords = Language.all.map { Set(table($0.kinds).keys) }

  /// That of the language most of whose words are among some; English where none is.
  static func of(_ words: some Sequence<String>) -> Lexicon {
    var counts = ownWords.map { _ in 0 }
    for word in words {
      for place in counts.indices where ownWords[place].contains(word) { counts[place] += 1 }
    }
    let most = counts.max() ?? 0
    return byLanguage[counts.firstIndex(of: most) ?? 0]
  }

  func kinds(of word: String) -> WordKinds { kinds[word] ?? [] }
  func cardinal(_ word: String) -> Int? { cardinals[word] }
  func ordinal(_ word: String) -> Int? { ordinals[word] }
  func scale(_ word: String) -> Double? { scales[word] }
  /// The symbol of the unit that a word stands for.
  func unit(_ word: String) -> String? { units[word] }
  func rate(_ word: String) -> String? { rates[word] }
  func power(_ word: String) -> Int32? { powers[word] }

  /// Whether a number in words may begin with a word.
  func mayBeginNumber(_ word: String) -> Bool {
    cardinals[word] != nil || denominators[word] != nil || kinds(of: word).contains(.indefinite)
      || word == "zero" || word.utf8.count > 7 && Self.isCompound(word)
  }

  /// Whether a word has in it what numbers of several words in one have: `fünfundachtzig`,
  /// `zweieinhalb`.
  private static func isCompound(_ word: String) -> Bool {
    let letters = Array(word.utf8)
    return letters.indices.contains { place in parts.contains { letters[place...].starts(with: $0) }
    }
  }

  private static let parts = ["zig", "hundert", "tausend", "zehn", "halb"].map { Array($0.utf8) }

  /// Of what a word is one part, or several: 3 for `third` and `thirds`. A second is none.
  func denominator(_ word: String, isPlural: Bool) -> Int? {
    func part(_ word: String) -> Int? {
      denominators[word] ?? ordinals[word].flatMap { $0 > 2 ? $0 : nil }
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
    ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"]
      .firstIndex(of: spelling.replacing("l", with: "I")).map { $0 + 1 }
  }
}
