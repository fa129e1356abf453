/// Runs of words of the texts that a reply may be copied from.
struct CopiedRuns: Sendable {
  private(set) var runs: Set<[String]> = []
  /// Words in a row that are taken for a copy.
  static let length = 5

  init(of sources: [String]) {
    for source in sources {
      let words = TextTokens(source).spokenWords.map(\.word)
      for start in words.indices {
        for end in start + 1...start + Self.length where end <= words.count {
          runs.insert(Array(words[start..<end]))
        }
      }
    }
  }
}

/// Sentences of a reply that stand word for word in the question.
struct CopiedText {
  /// Tokens of the reply that were copied.
  let tokens: Set<Int>
  /// Whether there is nothing else, and at least some words in a row, since a word or two that the
  /// question has too are no copy.
  let isAll: Bool

  /// Share of a sentence's words that has to be copied.
  private static let share = 0.85

  init(_ reply: TextTokens, _ sentences: TextSentences, from source: CopiedRuns) {
    let runs = source.runs
    let spoken = Dictionary(grouping: reply.spokenWords) { sentences.ofToken[$0.token] }
    // Sentences that were copied, and those of few words.
    var copied: [Range<Int>] = []
    var short: [(range: Range<Int>, words: [String])] = []
    for (place, range) in sentences.ranges.enumerated() {
      let words = (spoken[place] ?? []).map(\.word)
      guard words.count >= CopiedRuns.length else {
        short.append((range, words))
        continue
      }
      var covered: Set<Int> = []
      for start in 0...words.count - CopiedRuns.length
      where runs.contains(Array(words[start..<start + CopiedRuns.length])) {
        covered.formUnion(start..<start + CopiedRuns.length)
      }
      if Double(covered.count) >= Self.share * Double(words.count) { copied.append(range) }
    }
    // What is too short to be told apart counts as copied where all else is.
    let isAllElse = copied.count + short.count == sentences.ranges.count
    isAll = isAllElse && !copied.isEmpty && short.allSatisfy { runs.contains($0.words) }
    tokens = Set(copied.joined()).union(isAll ? short.flatMap(\.range) : [])
  }
}
