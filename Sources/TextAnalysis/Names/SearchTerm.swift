/// A term that is looked for, taken apart once for all texts.
struct SearchTerm {
  let written: String
  /// Where it is a name with a number: `Model 3`.
  let name: NumberedNames.Name?
  /// Whether it stands for all words that begin so, as one that ends with `*` does.
  let isOpen: Bool
  /// In the singular, with numbers as they are written.
  let words: [String]
  /// The numbers of their stems among those of the terms.
  let stems: [Int]
  /// That of all words written as one: `nonmaleficence` for `non-maleficence`, but no flask for
  /// `flask D`.
  let joinedStem: Int?
  /// A sign that it is, such as `√`.
  let sign: Unicode.Scalar?
  /// A single capital is a name, and `a` a word like any other.
  let isCapital: Bool

  fileprivate init(_ term: String, numberOf: (String) -> Int) {
    let text = TextTokens(String(term.prefix(200)))
    written = term
    name = NumberedNames.Name(term)
    isOpen = term.hasSuffix("*")
    words = text.spokenWords.map(\.word)
    stems = words.map { numberOf($0.stem) }
    let isSeveral = words.count > 1 && words.allSatisfy { $0.utf8.count > 1 }
    joinedStem = isSeveral ? numberOf(words.joined().stem) : nil
    sign = words.isEmpty && text.indices.count == 1 ? text[0].sign : nil
    isCapital = words.count == 1 && term.count == 1 && term != term.lowercased()
  }
}

/// The terms that are looked for in texts, with the words that these are made of.
final class SearchTerms {
  /// A word of a text as it is looked up.
  struct Spoken {
    /// In the singular, without a slip.
    var text: String
    /// The number of its stem among those of the terms; -1 where none has it.
    var stem: Int
    /// Its first letter, told apart where that is one of ASCII.
    var first: UInt8

    /// A number where no term has any.
    static let number = Spoken(text: "0", stem: -1, first: UInt8(ascii: "0"))
  }

  private(set) var stemCount = 0
  /// Whether a term has a number among its words.
  private(set) var haveNumbers = false
  private var stems: [String: Int] = [:]
  private var terms: [String: SearchTerm] = [:]
  /// Corrects slips towards the terms.
  private let spelling: Spelling?
  private var known = WordMemory<Spoken>()

  init(_ terms: some Sequence<String>, spelling: Spelling? = nil) {
    self.spelling = spelling
    for term in terms where self.terms[term] == nil {
      let made = SearchTerm(term) { stem in
        if let known = stems[stem] { return known }
        stems[stem] = stems.count
        return stems.count - 1
      }
      self.terms[term] = made
      haveNumbers =
        haveNumbers || made.name == nil && made.words.contains { $0.contains(where: \.isNumber) }
    }
    stemCount = stems.count
  }

  /// One of those that it was made of.
  subscript(term: String) -> SearchTerm {
    guard let term = terms[term] else { preconditionFailure("looked for without being a term") }
    return term
  }

  func spoken(_ word: Word) -> Spoken {
    known.of(word) { spoken(spelling?.corrected(word.singular) ?? word.singular) }
  }

  /// A number as it is written.
  func spoken(number: String) -> Spoken { spoken(number) }

  /// The first letter of a word; 128 for any that is not of ASCII.
  static func first(_ word: String) -> UInt8 { min(128, word.utf8.first ?? 128) }

  private func spoken(_ text: String) -> Spoken {
    Spoken(text: text, stem: stems[text.stem] ?? -1, first: Self.first(text))
  }
}
