/// Finds terms in a text, whatever their case, accents, hyphens and plural. Whole words count:
/// `harm` is not in `harmony`. A term that ends with `*` stands for all words that begin so.
struct TermSearch {
  private let text: TextTokens
  private let names: NumberedNames
  private let families: FamilyNames?
  /// Words in the singular, with their tokens.
  private let words: [(word: String, token: Int)]
  private let places: [String: [Int]]

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
    words = text.indices.compactMap { index in
      guard !left.contains(index) else { return nil }
      switch text[index].kind {
      case .word(let word):
        let singular = TextTokens.singular(word)
        return (spelling?.corrected(singular) ?? singular, index)
      case .number, .digits: return (text.original(index..<index + 1), index)
      case .sign: return nil
      }
    }
    places = Dictionary(grouping: words.indices, by: { [words] in words[$0].word })
    counted = Set(words.map(\.token))
  }

  private let counted: Set<Int>

  private func isAfterStop(_ index: Int) -> Bool {
    guard let before = text.at(index - 1) else { return true }
    return before.sign.map { ".!?".contains($0) } ?? false
  }

  /// The words that terms are made of, and the beginnings of words that they stand for.
  static func vocabulary(of terms: [String]) -> (words: Set<String>, stems: Set<String>) {
    var words: Set<String> = []
    var stems: Set<String> = []
    for term in terms where NumberedNames.Name(term) == nil {
      let tokens = TextTokens(String(term.prefix(200)))
      let own = tokens.indices.compactMap { tokens.word($0).map(TextTokens.singular) }
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
  public func mentions(ofAnyOf terms: [String]) -> [Range<Int>] {
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
    let wanted = tokens.indices.compactMap { index -> String? in
      switch tokens[index].kind {
      case .word(let word): return TextTokens.singular(word)
      case .number, .digits: return tokens.original(index..<index + 1)
      case .sign: return nil
      }
    }
    guard let first = wanted.first else { return [] }
    // A single capital is a name, and `a` a word like any other.
    if wanted.count == 1, term.count == 1, term != term.lowercased() {
      return (places[first] ?? []).map { words[$0].token }.filter { index in
        text[index].spelling == term && !(text[index].startsLine || isAfterStop(index))
          || text[index].spelling == term && term != "A" && term != "I"
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
        !(words[place].token..<last).contains(where: {
          text[$0].sign.map { ".!?".contains($0) } ?? false
        })
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
}
