/// What Tab does to a line.
public enum CompletionInsertion: Hashable, Sendable {
  /// Nothing fits, or what fits stands there already.
  case nothing
  /// `old`, which ends at the cursor, is replaced by `new`.
  case replacement(old: String, new: String)
  /// Several candidates and nothing that all of them add: they are shown.
  case list([Completion.Candidate])

  /// Decides what Tab does. A single candidate is put in; of several, what they begin with in
  /// common, where that is longer than what stands there.
  ///
  /// Offsets are of bytes. A completion whose start lies after the cursor, outside the line or
  /// within a character does nothing.
  public init(line: String, cursor: Int, completion: Completion) {
    var seen: Set<Completion.Candidate> = []
    let candidates = completion.candidates.filter { seen.insert($0).inserted }
    let texts = Set(candidates.map(\.text))
    guard let old = Self.text(of: line, from: completion.start, to: cursor), let one = texts.first
    else {
      self = .nothing
      return
    }
    if texts.count == 1 {
      self = one.utf8.elementsEqual(old.utf8) ? .nothing : .replacement(old: old, new: one)
    } else {
      let common = commonPrefix(of: candidates.map(\.text))
      self = common.count > old.count ? .replacement(old: old, new: common) : .list(candidates)
    }
  }

  private static func text(of line: String, from start: Int, to end: Int) -> String? {
    guard 0 <= start, start <= end, end <= line.utf8.count else { return nil }
    let first = line.utf8.index(line.startIndex, offsetBy: start)
    let last = line.utf8.index(first, offsetBy: end - start)
    return String(line.utf8[first..<last])
  }
}

/// The characters that all texts begin with; those of the first text where texts spell a
/// character differently.
public func commonPrefix(of texts: some Collection<String>) -> String {
  guard let first = texts.first else { return "" }
  return texts.reduce(first) { String(zip($0, $1).prefix { $0 == $1 }.map(\.0)) }
}
