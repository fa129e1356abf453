/// Things told apart by a number, such as `Model 3`, found as people write them: `model three`,
/// `the third model`, `M3`, `Models 1, 2 and 4`, `models 1-4`.
struct NumberedNames {
  struct Mention: Hashable {
    var head: String
    public var number: Int
    /// Its tokens; those of a list share the head.
    var tokens: Range<Int>
    /// Whether it is one of several in a list.
    var isListed: Bool
  }

  /// A name taken apart: `Model 3` is `model` and 3.
  public struct Name: Hashable {
    var head: String
    public var number: Int

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
  /// First tokens of mentions that are numbers alone: `4 emits 198 t`.
  private(set) var bareNumbers: Set<Int> = []
  /// Whether the word that the names share is in the text: `models`.
  private(set) var saysHead = false

  private let text: TextTokens
  private let numberedRows: [Int: String]
  private var hasRomanNumerals = false
  private var hasOrdinals = false
  private var hasBareNumbers = false
  private var known: [String: Set<Int>] = [:]
  /// A letter and the one head that begins with it.
  private var initials: [Character: String] = [:]

  /// Names in a list that a span such as `1-4` stands for.
  private static let spanLimit = 20

  /// - Parameter listsAreOfNames: whether a list of as many items stands for the names, where none
  ///   of them is named otherwise.
  init(_ text: TextTokens, names: [Name], listsAreOfNames: Bool = false) {
    self.text = text
    numberedRows = TextTables(text).numberedRows
    for name in names { known[name.head, default: []].insert(name.number) }
    for (letter, heads) in Dictionary(grouping: known.keys, by: { $0.first ?? " " })
    where heads.count == 1 {
      initials[letter] = heads[0]
    }
    survey()
    var index = 0
    while index < text.indices.upperBound { index = max(index + 1, read(index)) }
    if listsAreOfNames, mentions.isEmpty { nameItems() }
  }

  /// Takes `1.` to `4.` at the start of lines for the names with these numbers.
  private mutating func nameItems() {
    guard known.count == 1, let (head, numbers) = known.first, numbers.count > 1 else { return }
    let markers = text.indices.filter { TextSentences.isMarker(text, $0) }
    let wanted = numbers.sorted().map(Double.init)
    guard markers.map({ text[$0].number?.value ?? 0 }) == wanted else { return }
    for marker in markers {
      mentions.append(
        Mention(
          head: head, number: Int(text[marker].number?.value ?? 0), tokens: marker..<marker + 1,
          isListed: false))
    }
  }

  /// Looks which ways of naming the text has at all.
  private mutating func survey() {
    for index in text.indices {
      if let word = text.word(index), let head = head(word, before: index + 1) {
        saysHead = true
        // `II` tells that `I` is not the writer.
        for next in index + 1..<index + 6 {
          guard let spelling = text.at(next)?.spelling, spelling.count > 1,
            let number = RomanNumeral.value(spelling), known[head]?.contains(number) == true
          else { continue }
          hasRomanNumerals = true
        }
        if let place = (max(0, index - 2)..<index).last(where: { ordinal($0) != nil }),
          place + (ordinal(place)?.length ?? 1) == index
        {
          hasOrdinals = true
        }
      }
      if bareNumber(index) != nil, text.word(index + 1).map(Self.verbs.contains) == true {
        hasBareNumbers = true
      }
    }
  }

  /// The known head that a word is, or is a slip away from where a number of the names follows:
  /// `Modle 2`, `Modèle 2`.
  private func head(_ word: String, before next: Int) -> String? {
    let singular = TextTokens.singular(word)
    if known[singular] != nil { return singular }
    guard singular.utf8.count >= 5, let number = text.at(next)?.number, number.isWhole else {
      return nil
    }
    return known.keys.first { head in
      head.utf8.count >= 5 && head.utf8.first == singular.utf8.first
        && known[head]?.contains { Double($0) == number.value } == true
        && Spelling.isOneEdit(Array(singular.utf8), Array(head.utf8)) { _, _ in false }
    }
  }

  // MARK: Numbers alone

  /// A number of the one kind of names that could stand for a name.
  private func bareNumber(_ index: Int) -> Int? {
    guard known.count == 1, let numbers = known.first?.value, let token = text.at(index),
      !token.isGlued || token.startsLine, let number = token.number, number.isWhole,
      numbers.contains(where: { Double($0) == number.value }),
      text.word(index - 1).map({ !TextTokens.namesNumber($0) }) ?? true
    else { return nil }
    return Int(number.value)
  }

  /// `4 emits 198 t and 2 about 294 t`, in a text that has a number do something.
  private func namingNumber(_ index: Int) -> (head: String, number: Int)? {
    if let head = numberedRows[index], let numbers = known[head],
      let number = text.at(index)?.number, number.isWhole,
      numbers.contains(where: { Double($0) == number.value })
    {
      return (head, Int(number.value))
    }
    guard hasBareNumbers, let head = known.keys.first, let number = bareNumber(index),
      let next = text.word(index + 1), Self.verbs.contains(next) || Self.hedges.contains(next)
    else { return nil }
    return (head, number)
  }

  /// What a named thing does in such texts.
  private static let verbs: Set<String> = [
    "causes", "costs", "emits", "gives", "has", "is", "needs", "pollutes", "produces", "reaches",
    "scores", "was", "wins", "would",
  ]
  private static let hedges: Set<String> = [
    "about", "almost", "approximately", "around", "nearly", "only", "roughly", "with",
  ]

  /// Reads what begins at a token and returns where to go on.
  private mutating func read(_ index: Int) -> Int {
    guard let word = text.word(index) else {
      if ordinal(index) != nil { return ordinals(index) }
      if let name = namingNumber(index) {
        numbersOfNames.insert(index)
        if numberedRows[index] == nil { bareNumbers.insert(index) }
        mentions.append(
          Mention(head: name.head, number: name.number, tokens: index..<index + 1, isListed: false))
      }
      return index + 1
    }
    if ordinal(index) != nil { return ordinals(index) }
    if let name = short(word) {
      mentions.append(
        Mention(head: name.0, number: name.1, tokens: index..<index + 1, isListed: false))
      return index + 1
    }
    let head = head(word, before: index + 1) ?? TextTokens.singular(word)
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
    return list(
      head, isPlural: TextTokens.singular(word) != word, from: index, first: first, at: next)
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
    if hasRomanNumerals, let number = RomanNumeral.value(token.spelling) { return number }
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

  /// `the fourth (81 %)`, after other names of its kind; `the fourth has 81 %` where an ordinal
  /// has named one before. What comes second in an order is no name: `Model 1 is the second`.
  private func standsAlone(_ start: Int, until end: Int) -> Bool {
    guard known.count == 1, !mentions.isEmpty, text.word(start - 1) == "the" else { return false }
    let isRank =
      text.word(start - 2).map(Self.ranking.contains) == true
      || mentions.last?.tokens.upperBound == start - 1
    if isRank { return false }
    guard let next = text.at(end) else { return true }
    if let word = next.word {
      return hasOrdinals && (Self.verbs.contains(word) || Self.afterOrdinal.contains(word))
    }
    return next.sign.map { "(,;:.".contains($0) } ?? false
  }

  private static let ranking: Set<String> = ["are", "as", "be", "comes", "is", "ranks", "was"]
  private static let afterOrdinal: Set<String> = [
    "and", "at", "but", "comes", "gets", "lies", "only", "stands", "takes", "while", "with",
  ]

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
    let head =
      isOne && known.count == 1 && saysHead ? known.keys.first ?? word : TextTokens.singular(word)
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
