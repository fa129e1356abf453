/// Finds terms in a text, whatever their case, accents, hyphens and plural. Whole words count:
/// `harm` is not in `harmony`. A term that ends with `*` stands for all words that begin so.
struct TermSearch {
  private let text: TextTokens
  private let names: NumberedNames
  private let families: FamilyNames?
  /// Words in the singular, with their tokens.
  private let words: [(word: String, token: Int)]
  private let places: [String: [Int]]
  private let counted: Set<Int>

  /// - Parameters:
  ///   - families: names of which the last word may stand alone.
  ///   - spelling: corrects slips towards the terms.
  ///   - left: tokens that do not count, such as those of copied sentences.
  init(
    _ text: TextTokens, names: NumberedNames, families: FamilyNames? = nil,
    spelling: Spelling? = nil, without left: Set<Int> = []
  ) {
    self.text = text
    self.names = names
    self.families = families
    words = text.spokenWords.filter { !left.contains($0.token) }
      .map { (spelling?.corrected($0.word) ?? $0.word, $0.token) }
    places = Dictionary(grouping: words.indices, by: { [words] in words[$0].word })
    counted = Set(words.map(\.token))
  }

  /// The words that terms are made of, and the beginnings of words that they stand for.
  static func vocabulary(of terms: [String]) -> (words: Set<String>, stems: Set<String>) {
    var words: Set<String> = []
    var stems: Set<String> = []
    for term in terms where NumberedNames.Name(term) == nil {
      let tokens = TextTokens(String(term.prefix(200)))
      let own = tokens.words.map(\.singular)
      if term.hasSuffix("*"), let last = own.last {
        stems.insert(last)
        words.formUnion(own.dropLast())
      } else {
        words.formUnion(own)
      }
    }
    return (words, stems)
  }

  /// The tokens of each mention of one of the terms.
  func mentions(ofAnyOf terms: [String]) -> [Range<Int>] {
    terms.flatMap(mentions).sorted { $0.lowerBound < $1.lowerBound }
  }

  private func mentions(of term: String) -> [Range<Int>] {
    if let name = NumberedNames.Name(term) {
      return names.mentions.filter {
        $0.head == name.head && $0.number == name.number && counted.contains($0.tokens.lowerBound)
      }.map(\.tokens)
    }
    let isOpen = term.hasSuffix("*")
    let wanted = TextTokens(String(term.prefix(200))).spokenWords.map(\.word)
    guard let first = wanted.first else { return [] }
    // A single capital is a name, and `a` a word like any other.
    if wanted.count == 1, term.count == 1, term != term.lowercased() {
      return (places[first] ?? []).map { words[$0].token }.filter { index in
        text[index].spelling == term
          && (term != "A" && term != "I" || !text[index].startsLine && !isAfterStop(index))
      }.map { $0..<$0 + 1 }
    }
    if isOpen, wanted.count == 1 {
      return words.filter { $0.word.hasPrefix(first) }.map { $0.token..<$0.token + 1 }
    }
    var found = (families?.mentions[term] ?? []).filter { counted.contains($0.lowerBound) }
    for place in places[first] ?? [] where place + wanted.count <= words.count {
      let fits = wanted.indices.dropFirst().allSatisfy { offset in
        let word = words[place + offset].word
        return isOpen && offset == wanted.count - 1
          ? word.hasPrefix(wanted[offset]) : word == wanted[offset]
      }
      let last = words[place + wanted.count - 1].token
      // The words stand side by side, hyphens and quotation marks aside, in one sentence.
      if fits, last - words[place].token < wanted.count * 2,
        !(words[place].token..<last).contains(where: { text.isSign($0, ".!?") })
      {
        found.append(words[place].token..<last + 1)
      }
    }
    // `nonmaleficence` for `non-maleficence`.
    if wanted.count > 1 {
      found += (places[wanted.joined()] ?? []).map { words[$0].token..<words[$0].token + 1 }
    }
    return found
  }

  private func isAfterStop(_ index: Int) -> Bool {
    text.at(index - 1) == nil || text.isSign(index - 1, ".!?")
  }
}

extension TextTokens {
  /// Whether a text names a term to deny it: "no embodied emissions", "pas de rebond", "kein
  /// Rückprall".
  ///
  /// Only what stands right before a term denies it: "not only" and "it is not the energy that
  /// counts" do not.
  func denies(_ term: Range<Int>) -> Bool {
    let last = term.lowerBound - 1
    // `pas d'énergie`, with the apostrophe as a token of its own.
    let article = isSign(last, "'") ? last - 1 : last
    switch word(article) {
    case "any": return word(article - 1) == "not" || word(article - 1) == "without"
    case "d", "de": return word(article - 1) == "pas"
    default: return isWord(last, .negation)
    }
  }
}
