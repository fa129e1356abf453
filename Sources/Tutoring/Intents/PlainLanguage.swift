import Diagnostics

/// What a language does with plain words to the tutor: a file a language, which a speaker can
/// correct. Its words stand for English ones, so that all languages share what the table of intents
/// has in English; idioms of a language are phrases of that table.
struct PlainLanguage: Sendable {
  enum Name: Sendable { case english, french, german, italian }

  let name: Name
  /// Words that only point, in any place.
  let articles: Set<String>
  /// Words that say how much someone wants a thing, and not what.
  let small: Set<String>
  /// Words that stand for one English word.
  let meanings: [String: String]
  /// Words that stand for several.
  let contractions: [String: [String]]
  /// Pairs that are one matter.
  let pairs: [String: String]
  /// What a question how something is done begins with.
  let asking: Set<String>
  /// What other questions and requests begin with.
  let starters: Set<String>
  /// Words that are said to the tutor alone, as no line of a text has them.
  let pleas: Set<String>
  /// What a statement begins with.
  let subjects: Set<String>
  /// Verbs one of which a statement then has, unlike `la question précédente`; nil where any may be.
  let verbs: Set<String>?
  /// Words for oneself and the one that is spoken to.
  let ownWords: Set<String>
  /// Words of those who speak for all: `What should we do?` is asked of a reader.
  let sharedWords: Set<String>
  /// Whether an apostrophe ends a word, as in `d'aide`, and does not only leave a letter out.
  let splitsAtApostrophes: Bool
  /// Spellings of one sound, where the table and a line may have either: `zurueck`.
  let respellings: [(from: String, to: String)]

  /// - Parameter kin: words, each with those that stand for it.
  init(
    _ name: Name, articles: String, small: String, kin: KeyValuePairs<String, String>,
    contractions: [String: String] = [:], pairs: [String: String] = [:], asking: String,
    starters: String, pleas: String, subjects: String, verbs: String? = nil, ownWords: String,
    sharedWords: String,
    splitsAtApostrophes: Bool = false, respellings: [(from: String, to: String)] = []
  ) {
    func fold(_ text: String) -> String {
      Self.folded(text, splitsAtApostrophes: splitsAtApostrophes, respellings)
    }
    func words(_ text: String) -> [String] { fold(text).split(separator: " ").map(String.init) }
    self.name = name
    self.articles = Set(words(articles))
    self.small = Set(words(small))
    var meanings: [String: String] = [:]
    for (word, others) in kin {
      for other in words(others) { meanings[other] = word }
    }
    self.meanings = meanings
    self.contractions = contractions.reduce(into: [:]) { all, entry in
      all[fold(entry.key)] = words(entry.value)
    }
    self.pairs = pairs.reduce(into: [:]) { $0[fold($1.key)] = $1.value }
    self.asking = Set(words(asking))
    self.starters = Set(words(starters)).union(self.asking)
    self.pleas = Set(words(pleas))
    self.subjects = Set(words(subjects))
    self.verbs = verbs.map { Set(words($0)) }
    self.ownWords = Set(words(ownWords))
    self.sharedWords = Set(words(sharedWords))
    self.splitsAtApostrophes = splitsAtApostrophes
    self.respellings = respellings
  }

  /// In the order in which a line is read in them.
  static let all = [english, french, german, italian]

  static func named(_ name: Name) -> PlainLanguage {
    switch name {
    case .english: english
    case .french: french
    case .german: german
    case .italian: italian
    }
  }

  /// In small letters, without accents, and of one spelling.
  func folded(_ text: String) -> String {
    Self.folded(text, splitsAtApostrophes: splitsAtApostrophes, respellings)
  }

  private static func folded(
    _ text: String, splitsAtApostrophes: Bool, _ respellings: [(from: String, to: String)]
  ) -> String {
    var folded = ""
    for scalar in text.lowercased().unicodeScalars {
      switch scalar {
      case "ß": folded += "ss"
      case "œ": folded += "oe"
      case "'", "’", "‘", "ʼ", "´", "`": if splitsAtApostrophes { folded += " " }
      default:
        if scalar.properties.generalCategory == .nonspacingMark { continue }
        folded.unicodeScalars.append(
          scalar.properties.isWhitespace ? " " : withoutAccent(scalar))
      }
    }
    for (from, to) in respellings { folded = folded.replacing(from, with: to) }
    return folded
  }

  /// What a word stands for; words of English may stand in a line of any language.
  func meaning(of word: String) -> String {
    meanings[word] ?? Self.english.meanings[word] ?? word
  }

  func isSmall(_ word: String) -> Bool { articles.contains(word) || small.contains(word) }

  /// The long word that one slip of the finger made a word of that is none; nil where two are as near.
  func wordOneSlip(from word: String) -> String? {
    guard !isSmall(word), meanings[word] == nil, contractions[word] == nil else { return nil }
    let vocabulary = Self.vocabularies[name] ?? []
    guard !vocabulary.contains(word) else { return nil }
    let near = namesOneSlip(from: word, among: vocabulary)
    return Set(near.map(meaning)).count == 1 ? near[0] : nil
  }

  /// All words that are known, with those of the phrases.
  private static let vocabularies = Dictionary(
    uniqueKeysWithValues: all.map { language in
      let phrases = Intent.entries.flatMap { $0.phrases(language.name) }
      let words = phrases.flatMap { language.folded($0).split(separator: " ").map(String.init) }
      return (
        language.name,
        language.articles.union(language.small).union(language.meanings.keys)
          .union(language.meanings.values).union(language.contractions.keys).union(words)
      )
    })
}
