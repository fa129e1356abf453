/// A search backwards through remembered lines that narrows with every key (Ctrl-R).
struct HistorySearch {
  /// What is looked for; capitals do not matter.
  private(set) var query = ""
  /// The line found last, or nil while nothing was.
  private(set) var match: String?
  /// Whether the whole query was found.
  private(set) var isFound = true
  /// The line as it was before the search.
  let original: String

  /// Oldest first.
  private let entries: [String]
  /// Index in `entries` of the match; their count before any.
  private var position: Int

  init(entries: [String], original: String) {
    self.entries = entries
    self.original = original
    position = entries.count
  }

  mutating func append(_ scalar: Unicode.Scalar) {
    query.unicodeScalars.append(scalar)
    find(from: min(position, entries.count - 1))
  }

  /// Forgets the query's last character and looks again from the newest line.
  mutating func removeLast() {
    if !query.isEmpty { query.removeLast() }
    position = entries.count
    match = nil
    isFound = true
    if !query.isEmpty { find(from: entries.count - 1) }
  }

  /// Goes on to the next older line.
  mutating func older() {
    guard !query.isEmpty else { return }
    find(from: position - 1)
  }

  /// Stands in the prompt's place during the search.
  var prompt: String { isFound ? "(search) \(query): " : "(not found) \(query): " }

  private mutating func find(from start: Int) {
    let wanted = query.lowercased()
    // The same line again is no news.
    let found = entries.indices.prefix(max(0, start + 1)).last { index in
      (entries[index] != match || index == position) && entries[index].lowercased().contains(wanted)
    }
    isFound = found != nil
    if let found { (match, position) = (entries[found], found) }
  }
}
