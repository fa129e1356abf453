import Diagnostics

/// What short words were found to stand for, or that they stand for nothing.
///
/// Each has one place where it may stand, and the next that belongs there takes it over, so that no
/// text fills the memory, and no choice of words makes the search longer.
struct RecentWords<Value: Sendable>: Sendable {
  /// What a word stands for; nil for nothing.
  struct Known: Sendable {
    var value: Value?

    init(_ value: Value?) { self.value = value }
  }

  private static var placeCount: Int { 1024 }
  private var places = [(word: ShortWord, known: Known)?](repeating: nil, count: placeCount)

  /// Nil where nothing is known of a word.
  subscript(word: ShortWord) -> Known? {
    get {
      guard let place = places[word.hash & (Self.placeCount - 1)], place.word == word else {
        return nil
      }
      return place.known
    }
    set { places[word.hash & (Self.placeCount - 1)] = newValue.map { (word, $0) } }
  }
}
