/// A word as it is written, with all that is asked of it again and again.
final class Word {
  let spelling: String
  /// In small letters.
  let text: String
  /// Its place in the vocabulary that keeps it; nil for one that none keeps.
  let place: Int?

  init(_ spelling: String, place: Int? = nil) {
    self.spelling = spelling
    self.place = place
    text = spelling.lowercased()
  }

  private(set) lazy var singular = text.singular
  private(set) lazy var stem = text.stem
  private(set) lazy var isCapitalised = spelling.first?.isUppercase == true
  private(set) lazy var hasDigits =
    text.utf8.contains { (0x30...0x39).contains($0) || $0 > 127 }
    && text.contains(where: \.isNumber)
  /// Bit by bit, the languages that have it.
  private(set) lazy var languages = Lexicon.languages(of: text)
  /// Whether it is a number of which no lexicon has the whole.
  private lazy var isNumber =
    text == "zero" || text.utf8.count > 7 && Lexicon.isCompound(text)

  private var meanings: [WordMeaning??] = Array(repeating: nil, count: Language.all.count)

  /// What a lexicon has of it; nil where that is nothing.
  func meaning(in lexicon: Lexicon) -> WordMeaning? {
    if let known = meanings[lexicon.language] { return known }
    let meaning = lexicon.meaning(of: text)
    meanings[lexicon.language] = .some(meaning)
    return meaning
  }

  private var ofSingular: [WordMeaning??] = Array(repeating: nil, count: Language.all.count)

  /// What a lexicon has of its singular.
  func meaningOfSingular(in lexicon: Lexicon) -> WordMeaning? {
    if let known = ofSingular[lexicon.language] { return known }
    let meaning = singular == text ? meaning(in: lexicon) : lexicon.meaning(of: singular)
    ofSingular[lexicon.language] = .some(meaning)
    return meaning
  }

  /// Whether a number after it names something by it, as after one of some heads.
  func namesNumber(_ heads: Set<String>, _ lexicon: Lexicon) -> Bool {
    !heads.isEmpty && heads.contains(singular)
      || meaning(in: lexicon)?.kinds.contains(.numbered) == true
      || meaningOfSingular(in: lexicon)?.kinds.contains(.numbered) == true
  }

  /// Whether a number in words may begin with it.
  func mayBeginNumber(_ meaning: WordMeaning?) -> Bool {
    guard let meaning else { return isNumber }
    return meaning.cardinal != nil || meaning.denominator != nil
      || meaning.kinds.contains(.indefinite) || isNumber
  }
}

/// Words that texts have in common, each looked at once: those of a class are a few thousand.
final class Vocabulary {
  private var words: [String: Word] = [:]

  private let limit: Int

  /// Bytes of the longest word that is kept.
  private static let longest = 40

  /// - Parameter limit: words that are kept at most.
  init(limit: Int = 8_000) { self.limit = limit }

  func word(_ spelling: String) -> Word {
    if let known = words[spelling] { return known }
    guard words.count < limit, spelling.utf8.count <= Self.longest else {
      return Word(spelling)
    }
    let word = Word(spelling, place: words.count)
    words[spelling] = word
    return word
  }
}

/// Something found out of words, once of each.
struct WordMemory<Found> {
  private var found: [Found?] = []

  mutating func of(_ word: Word, find: () -> Found) -> Found {
    guard let place = word.place else { return find() }
    if place < found.count, let known = found[place] { return known }
    let new = find()
    while found.count <= place { found.append(nil) }
    found[place] = new
    return new
  }
}
