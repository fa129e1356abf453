/// Finds terms in a text, whatever their case, accents, hyphens, plural and inflection. Whole words
/// count: `harm` is not in `harmony`. A term that ends with `*` stands for all words that begin so.
struct TermSearch {
  private let text: TextTokens
  private let names: NumberedNames
  private let families: FamilyNames?
  /// Words in the singular and their stems, with their tokens.
  private let words: [(word: String, stem: String, token: Int)]
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
    words = text.spokenWords.filter { !left.contains($0.token) }.map {
      let word = spelling?.corrected($0.word) ?? $0.word
      return (word, word.stem, $0.token)
    }
    places = Dictionary(grouping: words.indices, by: { [words] in words[$0].stem })
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
    let tokens = TextTokens(String(term.prefix(200)))
    let wanted = tokens.spokenWords.map(\.word)
    guard let first = wanted.first else {
      // `√`
      guard tokens.indices.count == 1, let sign = tokens[0].sign else { return [] }
      return text.indices.filter { text[$0].sign == sign }.map { $0..<$0 + 1 }
    }
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
    for place in places[first.stem] ?? [] where place + wanted.count <= words.count {
      let fits = wanted.indices.dropFirst().allSatisfy { offset in
        isOpen && offset == wanted.count - 1
          ? words[place + offset].word.hasPrefix(wanted[offset])
          : words[place + offset].stem == wanted[offset].stem
      }
      let last = words[place + wanted.count - 1].token
      // The words stand side by side, hyphens and quotation marks aside, in one sentence.
      if fits, last - words[place].token < wanted.count * 2,
        !(words[place].token..<last).contains(where: { text.isSign($0, ".!?") })
      {
        found.append(words[place].token..<last + 1)
      }
    }
    // `wrist band` for `wristband`
    if wanted.count == 1, first.utf8.count >= 7 {
      found += words.indices.dropLast().filter { place in
        first.hasPrefix(words[place].word) && words[place].word + words[place + 1].word == first
      }.map { words[$0].token..<words[$0 + 1].token + 1 }
    }
    // `nonmaleficence` for `non-maleficence`, but no flask for `flask D`
    if wanted.allSatisfy({ $0.utf8.count > 1 }), wanted.count > 1 {
      found += (places[wanted.joined().stem] ?? []).map { words[$0].token..<words[$0].token + 1 }
    }
    return found
  }

  private func isAfterStop(_ index: Int) -> Bool {
    text.at(index - 1) == nil || text.isSign(index - 1, ".!?")
  }
}
