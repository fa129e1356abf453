/// Runs of words of the texts that a reply may be copied from, which have numbers here.
final class CopiedRuns {
  private var runs: Set<[Int]> = []
  private var numbers: [String: Int] = [:]
  private var known = WordMemory<Int>()
  /// Words in a row that are taken for a copy.
  static let length = 5

  init(of sources: [String]) {
    for source in sources {
      let words = TextTokens(source).spokenWords.map { one in
        if let known = numbers[one.word] { return known }
        numbers[one.word] = numbers.count
        return numbers.count - 1
      }
      for start in words.indices {
        for end in start + 1...start + Self.length where end <= words.count {
          runs.insert(Array(words[start..<end]))
        }
      }
    }
  }

  /// The numbers of the words and numbers of a reply; -1 for what is in no source.
  fileprivate func words(of reply: TextTokens, in tokens: Range<Int>) -> [Int] {
    tokens.compactMap { index in
      if let word = reply[index].known { return known.of(word) { numbers[word.singular] ?? -1 } }
      guard reply[index].isOfDigits else { return nil }
      return numbers[reply.original(index..<index + 1)] ?? -1
    }
  }

  fileprivate func has(_ words: ArraySlice<Int>) -> Bool {
    !words.contains(-1) && runs.contains(Array(words))
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
    // Sentences that were copied, and those of few words.
    var copied: [Range<Int>] = []
    var short: [(range: Range<Int>, words: [Int])] = []
    for range in sentences.ranges {
      let words = source.words(of: reply, in: range)
      guard words.count >= CopiedRuns.length else {
        short.append((range, words))
        continue
      }
      var covered: Set<Int> = []
      for start in 0...words.count - CopiedRuns.length
      where source.has(words[start..<start + CopiedRuns.length]) {
        covered.formUnion(start..<start + CopiedRuns.length)
      }
      if Double(covered.count) >= Self.share * Double(words.count) { copied.append(range) }
    }
    // What is too short to be told apart counts as copied where all else is.
    let isAllElse = copied.count + short.count == sentences.ranges.count
    isAll = isAllElse && !copied.isEmpty && short.allSatisfy { source.has($0.words[...]) }
    tokens = Set(copied.joined()).union(isAll ? short.flatMap(\.range) : [])
  }
}
