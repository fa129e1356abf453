/// Names that differ in their last word alone, such as `Server A` and `Server B`, found where
/// people say the rest once or not at all: `Servers A, B and C`, `A: 2100 kWh`.
struct FamilyNames {
  /// Tokens of the last words that stand for a name, by the name.
  private(set) var mentions: [String: [Range<Int>]] = [:]

  private let text: TextTokens
  /// Names by their last words, by the words before.
  private var families: [[String]: [String: String]] = [:]

  /// Names in a list that are looked at.
  private static let listLimit = 30

  init(_ text: TextTokens, names: some Sequence<String>) {
    self.text = text
    for name in names {
      let tokens = TextTokens(String(name.prefix(100)))
      let words = tokens.indices.compactMap { tokens.word($0).map(TextTokens.singular) }
      guard words.count > 1, words.count == tokens.indices.count, let last = words.last else {
        continue
      }
      families[Array(words.dropLast()), default: [:]][last] = name
    }
    families = families.filter { $0.value.count > 1 }
    for (head, tails) in families {
      let isSaid = readLists(after: head, tails)
      readLetters(tails, headIsSaid: isSaid)
    }
  }

  /// Reads `A, B and C` after each head; the first is a name in full where it stands alone.
  private mutating func readLists(after head: [String], _ tails: [String: String]) -> Bool {
    var isSaid = false
    for start in text.indices {
      let isHead = head.indices.allSatisfy {
        text.word(start + $0).map(TextTokens.singular) == head[$0]
      }
      guard isHead else { continue }
      isSaid = true
      var place = start + head.count
      guard tail(place, tails, inList: true) != nil else { continue }
      for _ in 0..<Self.listLimit {
        var next = place + 1
        while next < place + 3, isJoint(next) { next += 1 }
        guard next > place + 1, let name = tail(next, tails, inList: true) else { break }
        mentions[name, default: []].append(next..<next + 1)
        place = next
      }
    }
    return isSaid
  }

  /// Reads capitals that stand for names, where the text says the head or uses two of them so.
  private mutating func readLetters(_ tails: [String: String], headIsSaid: Bool) {
    guard tails.keys.allSatisfy({ $0.count == 1 }) else { return }
    let listed = Set(mentions.values.joined().map(\.lowerBound))
    let found = text.indices.compactMap { index -> (name: String, token: Int)? in
      guard !listed.contains(index), standsForName(index),
        let name = tail(index, tails, inList: false)
      else { return nil }
      return (name, index)
    }
    guard headIsSaid || Set(found.map(\.name)).count > 1 else { return }
    for one in found { mentions[one.name, default: []].append(one.token..<one.token + 1) }
  }

  private func tail(_ index: Int, _ tails: [String: String], inList: Bool) -> String? {
    guard let token = text.at(index), let word = token.word,
      let name = tails[TextTokens.singular(word)] ?? tails[word]
    else { return nil }
    return inList || token.isCapitalised && token.spelling.count == 1 ? name : nil
  }

  /// `A:`, `B (`, `C takes`, but not `5 A` and `A house`.
  private func standsForName(_ index: Int) -> Bool {
    if let before = text.at(index - 1), !text[index].startsLine,
      before.number != nil || text[index].isGlued && before.sign != "|" && before.sign != "("
    {
      return false
    }
    guard let next = text.at(index + 1) else { return false }
    if let sign = next.sign { return ":(=|".contains(sign) }
    return next.word.map(Self.verbs.contains) ?? false
  }

  private func isJoint(_ index: Int) -> Bool {
    guard let token = text.at(index) else { return false }
    if let sign = token.sign { return ",&/+".contains(sign) }
    return token.word == "and" || token.word == "or"
  }

  private static let verbs: Set<String> = [
    "causes", "consumes", "costs", "eats", "emits", "gets", "gives", "has", "is", "lasts", "lives",
    "needs", "pollutes", "produces", "reaches", "saves", "scores", "takes", "uses", "was", "wins",
    "with",
  ]
}
