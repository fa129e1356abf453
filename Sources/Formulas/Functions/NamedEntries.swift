import Diagnostics

/// Entries of a table of the language, by the words for each.
struct NamedEntries<Entry: Sendable>: Sendable {
  private let entries: [Entry]
  private let words: WordIndex
  /// The words of all, in their order.
  let allWords: [String]
  /// The entry of each of the words.
  private let owners: [Int]

  init(_ entries: [Entry], words: (Entry) -> [String]) {
    self.entries = entries
    let all = entries.map(words)
    allWords = all.flatMap { $0 }
    self.words = WordIndex(allWords)
    owners = all.indices.flatMap { index in all[index].map { _ in index } }
  }

  /// Nil for a word that none of them has.
  subscript(word: String) -> Entry? { words[word].map { entries[owners[$0]] } }

  func has(_ word: String) -> Bool { words[word] != nil }
}
