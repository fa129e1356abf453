/// Things told apart by a number, such as `Model 3`, found as people write them: `model three`,
/// `the third model`, `M3`, `Models 1, 2 and 4`, `models 1-4`.
struct NumberedNames {
  struct Mention: Hashable {
    var head: String
    var number: Int
    /// Its tokens; those of a list share the head.
    var tokens: Range<Int>
    /// Whether it is one of several in a list.
    var isListed: Bool
  }

  /// A name taken apart: `Model 3` is `model` and 3.
  struct Name: Hashable {
    var head: String
    var number: Int

    init?(_ name: String) {
      let tokens = TextTokens(String(name.prefix(100)))
      guard tokens.indices.count == 2, let word = tokens.word(0),
        let number = tokens[1].number, number.isWhole, number.value < 1000
      else { return nil }
      head = TextTokens.singular(word)
      self.number = Int(number.value)
    }
  }

  /// In the order of the text.
  private(set) var mentions: [Mention] = []
  /// Tokens of numbers that name or order things, and so are no figures.
  private(set) var numbersOfNames: Set<Int> = []

  private let text: TextTokens
  private var known: [String: Set<Int>] = [:]
  /// A letter and the one head that begins with it.
  private var initials: [Character: String] = [:]

  /// Names in a list that a span such as `1-4` stands for.
  private static let spanLimit = 20

  init(_ text: TextTokens, names: [Name]) {
    self.text = text
    for name in names { known[name.head, default: []].insert(name.number) }
    for (letter, heads) in Dictionary(grouping: known.keys, by: { $0.first ?? " " })
    where heads.count == 1 {
      initials[letter] = heads[0]
    }
    var index = 0
    while index < text.indices.upperBound { index = max(index + 1, read(index)) }
  }

  /// Reads what begins at a token and returns where to go on.
  private mutating func read(_ index: Int) -> Int {
    guard let word = text.word(index) else {
      return ordinal(index) == nil ? index + 1 : ordinals(index)
    }
    if ordinal(index) != nil { return ordinals(index) }
    if let name = short(word) {
      mentions.append(
        Mention(head: name.0, number: name.1, tokens: index..<index + 1, isListed: false))
      return index + 1
    }
    let head = TextTokens.singular(word)
    guard known[head] != nil || TextTokens.namesNumber(word) else { return index + 1 }
    var next = index + 1
    while next <= index + 3, let token = text.at(next), isJoint(token) { next += 1 }
    let isKnown = known[head] != nil
    if !isKnown, isFollowedByUnit(next) { return index + 1 }
    guard let first = number(next, isFirst: true) else {
      // `question 1.2`
      if !isKnown, text.at(next)?.number != nil, text.at(next + 1)?.sign != "%" {
        numbersOfNames.insert(next)
      }
      return index + 1
    }
    return list(head, isPlural: head != word, from: index, first: first, at: next)
  }

  /// `#`, `no.`, a hyphen: what may stand between a head and its number.
  private func isJoint(_ token: TextTokens.Token) -> Bool {
    if let sign = token.sign { return "#-.°(".contains(sign) && (token.isGlued || sign == "#") }
    return token.word.map { ["no", "nr", "number", "n"].contains($0) } ?? false
  }

  /// A whole number that could name something.
  private func number(_ index: Int, isFirst: Bool) -> Int? {
    guard let token = text.at(index) else { return nil }
    if let word = token.word, let number = TextTokens.cardinals[word] {
      return word == "one" && !isFirst ? nil : number
    }
    guard let number = token.number, number.isWhole, number.value < 1000 else { return nil }
    if let after = text.at(index + 1) {
      if after.sign == "%" { return nil }
      // `5t`, but not the `1)` of a list.
      if after.word != nil, after.isGlued { return nil }
    }
    return Int(number.value)
  }

  /// `1, 2 and 4` after a head.
  private mutating func list(
    _ head: String, isPlural: Bool, from start: Int, first: Int, at place: Int
  ) -> Int {
    var found: [(number: Int, token: Int)] = [(first, place)]
    var index = place + 1
    while found.count < Self.spanLimit {
      var next = index
      var isSpan = false
      var hasComma = false
      var isJoined = false
      while next < index + 2, let token = text.at(next) {
        if let sign = token.sign, ",;&/+-".contains(sign) {
          if sign == "," || sign == ";" { hasComma = true } else { isJoined = true }
          isSpan = sign == "-"
        } else if let word = token.word, Self.joints.contains(word) {
          isJoined = true
          isSpan = word == "to" || word == "through"
        } else {
          break
        }
        next += 1
      }
      guard next > index, isPlural || isJoined && !hasComma,
        let number = number(next, isFirst: false),
        known[head].map({ $0.contains(number) }) ?? (number <= Self.spanLimit),
        !isFollowedByUnit(next)
      else { break }
      if isSpan, let last = found.last?.number, number > last, number - last <= Self.spanLimit {
        for inner in last + 1..<number { found.append((inner, next)) }
      }
      found.append((number, next))
      index = next + 1
    }
    for (place, one) in found.enumerated() {
      numbersOfNames.insert(one.token)
      mentions.append(
        Mention(
          head: head, number: one.number,
          tokens: (place == 0 ? start : one.token)..<one.token + 1, isListed: found.count > 1))
    }
    return index
  }

  private static let joints: Set<String> = ["and", "or", "to", "through", "vs", "versus"]

  private func isFollowedByUnit(_ index: Int) -> Bool {
    guard let word = text.word(index + 1) else { return text.at(index + 1)?.sign == "%" }
    return [
      "t", "kt", "kg", "g", "ton", "tons", "tonne", "tonnes", "percent", "kilos", "k", "pct",
      "kilograms",
      "thousand", "million", "kgs", "per",
    ].contains(word)
  }

  // MARK: Short and ordinal

  /// `M3` and `model3`.
  private func short(_ word: String) -> (String, Int)? {
    let letters = word.prefix { !$0.isNumber }
    guard let number = Int(word.dropFirst(letters.count)), !letters.isEmpty else { return nil }
    let head = letters.count == 1 ? letters.first.flatMap { initials[$0] } : String(letters)
    guard let head, known[head]?.contains(number) == true else { return nil }
    return (head, number)
  }

  private func ordinal(_ index: Int) -> (number: Int, length: Int)? {
    if let word = text.word(index) { return TextTokens.ordinals[word].map { ($0, 1) } }
    guard let number = text.at(index)?.number, number.isWhole, number.value < 1000,
      let ending = text.at(index + 1), ending.isGlued,
      let word = ending.word, ["st", "nd", "rd", "th"].contains(word)
    else { return nil }
    return (Int(number.value), 2)
  }

  /// `the fourth (81 %)`, after other names of its kind.
  private func standsAlone(_ start: Int, until end: Int) -> Bool {
    guard known.count == 1, !mentions.isEmpty, text.word(start - 1) == "the" else { return false }
    return text.at(end)?.sign.map { "(,;:.".contains($0) } ?? false
  }

  /// `the second and the fourth model`.
  private mutating func ordinals(_ start: Int) -> Int {
    var found: [(number: Int, token: Int)] = []
    var index = start
    while found.count < Self.spanLimit, let one = ordinal(index) {
      found.append((one.number, index))
      if one.length == 2 { numbersOfNames.insert(index) }
      index += one.length
      var next = index
      while next < index + 3, let token = text.at(next),
        token.sign == "," || token.word.map({ ["and", "or", "the"].contains($0) }) == true
      {
        next += 1
      }
      guard ordinal(next) != nil else { break }
      index = next
    }
    if standsAlone(start, until: index), let head = known.keys.first {
      for one in found {
        mentions.append(
          Mention(head: head, number: one.number, tokens: one.token..<index, isListed: false))
      }
      return index
    }
    guard let word = text.word(index) else { return index }
    let isOne = word == "one" || word == "ones"
    let head = isOne && known.count == 1 ? known.keys.first ?? word : TextTokens.singular(word)
    guard known[head] != nil else { return index }
    for one in found {
      mentions.append(
        Mention(
          head: head, number: one.number, tokens: one.token..<index + 1,
          isListed: found.count > 1))
    }
    return index + 1
  }
}
