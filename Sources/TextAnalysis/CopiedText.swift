/// Sentences of a reply that stand word for word in the question.
struct CopiedText {
  /// Tokens of the reply that were copied.
  let tokens: Set<Int>
  /// Whether there is nothing else.
  let isAll: Bool

  /// Words in a row that are taken for a copy.
  private static let runLength = 5
  /// Share of a sentence's words that has to be copied.
  private static let share = 0.85

  init(_ reply: TextTokens, _ sentences: TextSentences, from sources: [String]) {
    var runs: Set<[String]> = []
    for source in sources {
      let words = Self.words(TextTokens(source)).map(\.word)
      for start in words.indices {
        for end in start + 1...start + Self.runLength where end <= words.count {
          runs.insert(Array(words[start..<end]))
        }
      }
    }
    var copied: Set<Int> = []
    /// Sentences of fewer words.
    var short: [Range<Int>] = []
    var own = 0
    for range in sentences.ranges {
      let words = Self.words(reply, range)
      guard words.count >= Self.runLength else {
        short.append(range)
        continue
      }
      var covered: Set<Int> = []
      for start in 0...words.count - Self.runLength
      where runs.contains(words[start..<start + Self.runLength].map(\.word)) {
        covered.formUnion(start..<start + Self.runLength)
      }
      if Double(covered.count) >= Self.share * Double(words.count) {
        copied.formUnion(range)
      } else {
        own += 1
      }
    }
    // What is too short to be told apart counts as copied where all else is.
    for range in short where own == 0 {
      if runs.contains(Self.words(reply, range).map(\.word)) {
        copied.formUnion(range)
      } else {
        own += 1
      }
    }
    if own > 0 {
      for range in short { copied.subtract(range) }
    }
    tokens = copied
    isAll = own == 0 && !sentences.ranges.isEmpty
  }

  private static func words(
    _ text: TextTokens, _ range: Range<Int>? = nil
  ) -> [(word: String, token: Int)] {
    (range ?? text.indices).compactMap { index in
      switch text[index].kind {
      case .word(let word): return (word, index)
      case .number, .digits: return (text.original(index..<index + 1), index)
      case .sign: return nil
      }
    }
  }
}
