/// Keys at the margin of a notebook's front matter that stand there a second time. The first one
/// counts, so that a slip in one key does not cost the others.
struct RepeatedKeys {
  /// Each with its line, counted from 0.
  private(set) var found: [(key: String, line: Int)] = []
  /// The text with empty lines in the place of those keys and what is indented under them.
  let without: String

  /// Repeated keys that are told.
  private static let limit = 10

  init(_ source: String) {
    var seen: Set<Substring> = []
    var isRepeated = false
    var lines: [Substring] = []
    for (index, line) in Self.lines(of: source).enumerated() {
      if let key = Self.key(of: line) {
        isRepeated = !seen.insert(key).inserted
        if isRepeated, found.count < Self.limit { found.append((String(key), index)) }
      } else if line.first.map({ !$0.isWhitespace && $0 != "-" && $0 != "#" }) ?? false {
        isRepeated = false
      }
      lines.append(isRepeated ? "" : line)
    }
    without = found.isEmpty ? source : lines.joined(separator: "\n")
  }

  /// Each key at the margin with what follows it up to the next, and its line, counted from 0.
  static func entries(of source: String) -> [(line: Int, text: String)] {
    var entries: [(line: Int, lines: [Substring])] = []
    for (index, line) in lines(of: source).enumerated() {
      if key(of: line) != nil {
        entries.append((index, [line]))
      } else if !entries.isEmpty {
        entries[entries.count - 1].lines.append(line)
      }
    }
    return entries.map { ($0.line, $0.lines.joined(separator: "\n")) }
  }

  private static func lines(of source: String) -> [Substring] {
    source.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
  }

  /// The word before a colon at the margin, without quotes.
  private static func key(of line: Substring) -> Substring? {
    guard let first = line.first, !first.isWhitespace, !"-#{}[]".contains(first),
      let colon = line.firstIndex(of: ":")
    else { return nil }
    let rest = line[line.index(after: colon)...]
    guard rest.first.map(\.isWhitespace) ?? true else { return nil }
    let key = line[..<colon]
    let word = key.prefix(while: { !$0.isWhitespace })
    guard key[word.endIndex...].allSatisfy(\.isWhitespace) else { return nil }
    if let quote = word.first, quote == "\"" || quote == "'", word.last == quote, word.count > 2 {
      return word.dropFirst().dropLast()
    }
    return word
  }
}
