/// Names that differ in their last word alone, such as `Server A` and `Server B`, found where
/// people say the rest once or not at all: `Servers A, B and C`, `A: 2100 kWh`.
struct FamilyNames {
  /// Tokens of the last words that stand for a name, by the name.
  private(set) var mentions: [String: [Range<Int>]] = [:]

  private let text: TextTokens
  private let verbs: VerbsOfThings
  /// Names in a list that are looked at.
  private static let listLimit = 30

  /// Names by their last words, by the words before.
  struct Families {
    fileprivate private(set) var byHead: [[String]: [String: String]] = [:]

    init(_ names: some Sequence<String>) {
      for name in names {
        let tokens = TextTokens(String(name.prefix(100)))
        let words = tokens.words.map(\.singular)
        guard words.count > 1, words.count == tokens.indices.count, let last = words.last else {
          continue
        }
        byHead[Array(words.dropLast()), default: [:]][last] = name
      }
      byHead = byHead.filter { $0.value.count > 1 }
    }
  }

  init(_ text: TextTokens, _ families: Families, verbs: VerbsOfThings) {
    self.text = text
    self.verbs = verbs
    for (head, tails) in families.byHead {
      let starts = text.indices.filter { start in
        head.indices.allSatisfy { text.singular(start + $0) == head[$0] }
      }
      for start in starts { readList(at: start + head.count, tails) }
      readLetters(tails, headIsSaid: !starts.isEmpty)
    }
  }

  /// Reads `A, B and C` after a head; the first is a name in full where it stands alone.
  private mutating func readList(at start: Int, _ tails: [String: String]) {
    guard tail(start, tails, inList: true) != nil else { return }
    var place = start
    for _ in 0..<Self.listLimit {
      let next = (place + 1..<place + 3).prefix {
        text.isSign($0, ",&/+-") || text.isWord($0, [.coordinating, .span])
      }.endIndex
      guard next > place + 1, let name = tail(next, tails, inList: true) else { return }
      // `A to D`, `A-D`
      if next == place + 2, text.isSign(place + 1, "-") || text.isWord(place + 1, .span),
        let first = text.word(place), let last = text.word(next)
      {
        for (between, name) in tails where first < between && between < last {
          mentions[name, default: []].append(next..<next + 1)
        }
      }
      mentions[name, default: []].append(next..<next + 1)
      place = next
    }
  }

  /// Reads capitals that stand for names, where the text says the head or uses two of them so.
  private mutating func readLetters(_ tails: [String: String], headIsSaid: Bool) {
    guard tails.keys.allSatisfy({ $0.count == 1 }) else { return }
    let listed = Set(mentions.values.joined().map(\.lowerBound))
    let found = text.indices.filter { !listed.contains($0) && standsForName($0) }
      .compactMap { index in tail(index, tails, inList: false).map { (name: $0, token: index) } }
    guard headIsSaid || Set(found.map(\.name)).count > 1 else { return }
    for one in found { mentions[one.name, default: []].append(one.token..<one.token + 1) }
  }

  private func tail(_ index: Int, _ tails: [String: String], inList: Bool) -> String? {
    guard let token = text.at(index), let word = token.word,
      let name = tails[word.singular] ?? tails[word]
    else { return nil }
    return inList || token.isCapitalised && token.spelling.count == 1 ? name : nil
  }

  /// `A:`, `B (`, `C takes`, but not `5 A` and `A house`.
  private func standsForName(_ index: Int) -> Bool {
    if let before = text.at(index - 1), !text[index].startsLine,
      before.number != nil || text[index].isGlued && !text.isSign(index - 1, "|(")
    {
      return false
    }
    return text.isSign(index + 1, ":(=|")
      || text.word(index + 1).map { $0 == "with" || verbs.contains($0) } ?? false
  }
}
