/// Finds terms in a text, whatever their case, accents, hyphens, plural and inflection. Whole words
/// count: `harm` is not in `harmony`. A term that ends with `*` stands for all words that begin so.
struct TermSearch {
  private let text: TextTokens
  private let names: NumberedNames
  private let families: FamilyNames?
  private let terms: SearchTerms
  private let words: [SearchTerms.Spoken]
  /// The token of each word.
  private let tokens: [Int]
  /// By the number of a stem, the first word that has it, and by word the next one; -1 for none.
  private let first: [Int]
  private let next: [Int]
  /// Whether each token counts.
  private let counted: [Bool]

  /// - Parameters:
  ///   - terms: all that will be looked for.
  ///   - families: names of which the last word may stand alone.
  ///   - left: tokens that do not count, such as those of copied sentences.
  init(
    _ text: TextTokens, names: NumberedNames, families: FamilyNames? = nil, terms: SearchTerms,
    without left: Set<Int> = []
  ) {
    self.text = text
    self.names = names
    self.families = families
    self.terms = terms
    var words: [SearchTerms.Spoken] = []
    var tokens: [Int] = []
    var counted = Array(repeating: false, count: text.indices.count)
    words.reserveCapacity(text.indices.count)
    tokens.reserveCapacity(text.indices.count)
    for index in text.indices where left.isEmpty || !left.contains(index) {
      if let word = text[index].known {
        words.append(terms.spoken(word))
      } else if text[index].sign == nil {
        words.append(
          terms.haveNumbers ? terms.spoken(number: text.original(index..<index + 1)) : .number)
      } else {
        continue
      }
      tokens.append(index)
      counted[index] = true
    }
    var first = Array(repeating: -1, count: terms.stemCount)
    var next = Array(repeating: -1, count: words.count)
    for (place, word) in words.enumerated().reversed() where word.stem >= 0 {
      next[place] = first[word.stem]
      first[word.stem] = place
    }
    self.first = first
    self.next = next
    self.words = words
    self.tokens = tokens
    self.counted = counted
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
    mentions(ofAnyOf: terms.map { self.terms[$0] })
  }

  func mentions(ofAnyOf terms: [SearchTerm]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    for term in terms { add(term, to: &found) }
    if found.count > 1 { found.sort { $0.lowerBound < $1.lowerBound } }
    return found
  }

  private func add(_ term: SearchTerm, to found: inout [Range<Int>]) {
    if let name = term.name {
      for mention in names.mentions
      where mention.number == name.number && mention.head == name.head
        && counted[mention.tokens.lowerBound]
      {
        found.append(mention.tokens)
      }
      return
    }
    guard let start = term.stems.first else {
      // `√`
      guard let sign = term.sign else { return }
      found += text.indices.filter { text[$0].sign == sign }.map { $0..<$0 + 1 }
      return
    }
    if term.isCapital {
      found += places(ofStem: start).map { tokens[$0] }.filter { index in
        text[index].spelling == term.written
          && (term.written != "A" && term.written != "I"
            || !text[index].startsLine && !isAfterStop(index))
      }.map { $0..<$0 + 1 }
      return
    }
    if term.isOpen, term.words.count == 1 {
      let letter = SearchTerms.first(term.words[0])
      for place in words.indices
      where words[place].first == letter && words[place].text.hasPrefix(term.words[0]) {
        found.append(range(place, place))
      }
      return
    }
    if let families, !families.mentions.isEmpty {
      found += (families.mentions[term.written] ?? []).filter { counted[$0.lowerBound] }
    }
    addSideBySide(term, to: &found)
    addApart(term, to: &found)
    // `nonmaleficence` for `non-maleficence`
    if let stem = term.joinedStem { found += places(ofStem: stem).map { range($0, $0) } }
  }

  /// The words stand side by side, hyphens and quotation marks aside, in one sentence.
  private func addSideBySide(_ term: SearchTerm, to found: inout [Range<Int>]) {
    let count = term.words.count
    for place in places(ofStem: term.stems[0]) where place + count <= words.count {
      let fits = (1..<max(1, count)).allSatisfy { offset in
        term.isOpen && offset == count - 1
          ? words[place + offset].text.hasPrefix(term.words[offset])
          : words[place + offset].stem == term.stems[offset]
      }
      let last = tokens[place + count - 1]
      if fits, last - tokens[place] < count * 2,
        !(tokens[place]..<last).contains(where: { text.isSign($0, ".!?") })
      {
        found.append(tokens[place]..<last + 1)
      }
    }
  }

  /// `wrist band` for `wristband`
  private func addApart(_ term: SearchTerm, to found: inout [Range<Int>]) {
    guard term.words.count == 1, case let whole = term.words[0], whole.utf8.count >= 7 else {
      return
    }
    let letter = SearchTerms.first(whole)
    for place in words.indices.dropLast()
    where words[place].first == letter && words[place].text.utf8.count < whole.utf8.count
      && whole.hasPrefix(words[place].text)
      && words[place].text + words[place + 1].text == whole
    {
      found.append(range(place, place + 1))
    }
  }

  /// The words that have a stem, in order.
  private func places(ofStem stem: Int) -> [Int] {
    var places: [Int] = []
    var place = first[stem]
    while place >= 0 {
      places.append(place)
      place = next[place]
    }
    return places
  }

  private func range(_ first: Int, _ last: Int) -> Range<Int> { tokens[first]..<tokens[last] + 1 }

  private func isAfterStop(_ index: Int) -> Bool {
    text.at(index - 1) == nil || text.isSign(index - 1, ".!?")
  }
}
