import Diagnostics

/// Things told apart by a number, such as `Model 3`, found as people write them: `model three`,
/// `the third model`, `M3`, `Models 1, 2 and 4`, `models 1-4`.
struct NumberedNames {
  struct Mention: Hashable {
    var head: String
    var number: Int
    /// Its tokens; those of a list share the head.
    var tokens: Range<Int>
  }

  /// A name taken apart: `Model 3` is `model` and 3.
  struct Name: Hashable {
    var head: String
    var number: Int

    init?(_ name: String) {
      let tokens = TextTokens(String(name.prefix(100)))
      guard tokens.indices.count == 2, let word = tokens.word(0), let number = tokens[1].smallNumber
      else { return nil }
      head = word.singular
      self.number = number
    }

    init(_ head: String, _ number: Int) {
      self.head = head
      self.number = number
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
  private let verbs: VerbsOfThings
  private var hasRomanNumerals = false
  private var hasOrdinals = false
  private var hasBareNumbers = false
  private let names: KnownNames

  /// Names in a list that a span such as `1-4` stands for.
  private static let spanLimit = 20

  /// - Parameters:
  ///   - verbs: what the named things do.
  ///   - listsAreOfNames: whether a list of as many items stands for the names, where none of them
  ///     is named otherwise.
  init(
    _ text: TextTokens, names: KnownNames, verbs: VerbsOfThings = VerbsOfThings(quantities: []),
    listsAreOfNames: Bool = false
  ) {
    self.text = text
    self.verbs = verbs
    numberedRows = TextTables(text).numberedRows
    self.names = names
    survey()
    var index = 0
    while index < text.indices.upperBound { index = max(index + 1, read(index)) }
    if listsAreOfNames, mentions.isEmpty { nameItems() }
  }

  /// What the names share: `model`.
  var heads: Set<String> { names.heads }

  private var known: [String: Set<Int>] { names.numbers }
  private var onlyHead: String? { names.onlyHead }

  private mutating func add(_ head: String, _ number: Int, _ tokens: Range<Int>) {
    mentions.append(Mention(head: head, number: number, tokens: tokens))
  }

  /// Takes `1.` to `4.` at the start of lines for the names with these numbers.
  private mutating func nameItems() {
    guard let head = onlyHead, let numbers = known[head], numbers.count > 1 else { return }
    let markers = text.indices.filter { TextSentences.isMarker(text, $0) }
    let marked = markers.compactMap { text[$0].smallNumber }
    guard marked == numbers.sorted() else { return }
    for (marker, number) in zip(markers, marked) { add(head, number, marker..<marker + 1) }
  }

  /// Looks which ways of naming the text has at all.
  private mutating func survey() {
    for index in text.indices {
      if bareNumber(index) != nil, isVerb(index + 1) { hasBareNumbers = true }
      guard let word = text[index].known, let head = head(word, before: index + 1) else { continue }
      saysHead = true
      // `II` tells that `I` is not the writer.
      let spellings = (index + 1..<index + 6).compactMap { text.at($0)?.spelling }
      if spellings.contains(where: { $0.count > 1 && isKnown(head, Lexicon.roman($0)) }) {
        hasRomanNumerals = true
      }
      // `the second model`
      if [index - 2, index - 1].contains(where: { $0 + (ordinal($0)?.length ?? 0) == index }) {
        hasOrdinals = true
      }
    }
  }

  private func isKnown(_ head: String, _ number: Int?) -> Bool {
    number.map { known[head]?.contains($0) == true } ?? false
  }

  private func isVerb(_ index: Int) -> Bool { text.word(index).map(verbs.contains) ?? false }

  /// The known head that a word is, or is a slip away from where a number of the names follows:
  /// `Modle 2`, `Modèle 2`.
  private func head(_ word: Word, before next: Int) -> String? {
    let singular = word.singular
    if names.isHead(word) { return singular }
    guard singular.utf8.count >= 5, let number = text.at(next)?.smallNumber else { return nil }
    return known.first { head, numbers in
      head.utf8.count >= 5 && head.utf8.first == singular.utf8.first && numbers.contains(number)
        && Spelling.isOneEdit(Array(singular.utf8), Array(head.utf8)) { _, _ in false }
    }?.key
  }

  // MARK: Numbers alone

  /// The head of the one kind of names that a number could stand for.
  private func bareNumber(_ index: Int) -> String? {
    guard let head = onlyHead, let token = text.at(index), !token.isGlued || token.startsLine,
      isKnown(head, token.smallNumber)
    else { return nil }
    guard text.word(index - 1) != nil else { return head }
    // `Apollo 4` is something else; in `of 100 users 4 emits most` it stands alone.
    let isName =
      text[index - 1].isCapitalised
      && !text.isWord(index - 1, WordKinds.grammar)
    return isName || text.namesNumber(index - 1) ? nil : head
  }

  /// The head that a number alone is of: `4 emits 198 t and 2 about 294 t`, in a text that has a
  /// number do something.
  private func headOfNumber(_ index: Int) -> String? {
    if let head = numberedRows[index], isKnown(head, text.at(index)?.smallNumber) { return head }
    let isNaming =
      hasBareNumbers
      && (isVerb(index + 1) || text.isWord(index + 1, [.hedge, .focus])
        || text.word(index + 1) == "with")
    return isNaming ? bareNumber(index) : nil
  }

  /// Reads what begins at a token and returns where to go on.
  private mutating func read(_ index: Int) -> Int {
    if ordinal(index) != nil { return ordinals(index) }
    guard let word = text[index].known else {
      if let head = headOfNumber(index), let number = text.at(index)?.smallNumber {
        numbersOfNames.insert(index)
        if numberedRows[index] == nil { bareNumbers.insert(index) }
        add(head, number, index..<index + 1)
      }
      return index + 1
    }
    if let name = names.short(word) {
      add(name.head, name.number, index..<index + 1)
      return index + 1
    }
    let known = head(word, before: index + 1)
    let head = known ?? word.singular
    let isKnown = known != nil
    guard isKnown || text.namesNumber(index) else { return index + 1 }
    var next = index + 1
    // `#`, `no.`, a hyphen
    while next <= index + 3,
      text.isWord(next, .numberSign) || text.isSign(next, "#")
        || text.isSign(next, "-.°(") && text[next].isGlued
    { next += 1 }
    if !isKnown, isFollowedByUnit(next) { return index + 1 }
    guard let first = number(next, isFirst: true) else {
      // `question 1.2`
      if !isKnown, text.at(next)?.number != nil, !text.isSign(next + 1, "%") {
        numbersOfNames.insert(next)
      }
      return index + 1
    }
    return list(head, isPlural: word.singular != word.text, from: index, first: first, at: next)
  }

  /// A whole number that could name something.
  private func number(_ index: Int, isFirst: Bool) -> Int? {
    guard let token = text.at(index) else { return nil }
    if let number = token.meaning?.cardinal {
      return token.word == "one" && !isFirst ? nil : number
    }
    if hasRomanNumerals, let number = Lexicon.roman(token.spelling) { return number }
    // `5t`, but not the `1)` of a list.
    if text.isSign(index + 1, "%") || text.word(index + 1) != nil && text[index + 1].isGlued {
      return nil
    }
    return token.smallNumber
  }

  /// `1, 2 and 4` after a head.
  private mutating func list(
    _ head: String, isPlural: Bool, from start: Int, first: Int, at place: Int
  ) -> Int {
    var found: [(number: Int, token: Int)] = [(first, place)]
    var index = place + 1
    while found.count < Self.spanLimit {
      let joints = (index..<index + 2).prefix {
        text.isSign($0, ",;&/+-") || text.isWord($0, .joint)
      }
      let next = joints.endIndex
      let hasComma = joints.contains { text.isSign($0, ",;") }
      let isJoined = joints.contains { !text.isSign($0, ",;") }
      guard !joints.isEmpty, isPlural || isJoined && !hasComma,
        let number = number(next, isFirst: false),
        known[head].map({ $0.contains(number) }) ?? (number <= Self.spanLimit),
        !isFollowedByUnit(next)
      else { break }
      if text.isSign(next - 1, "-") || text.isWord(next - 1, .span), let last = found.last?.number,
        number > last, number - last <= Self.spanLimit
      {
        found += (last + 1..<number).map { ($0, next) }
      }
      found.append((number, next))
      index = next + 1
    }
    for (place, one) in found.enumerated() {
      numbersOfNames.insert(one.token)
      add(head, one.number, (place == 0 ? start : one.token)..<one.token + 1)
    }
    return index
  }

  private func isFollowedByUnit(_ index: Int) -> Bool {
    guard let word = text.word(index + 1) else { return text.isSign(index + 1, "%") }
    let meaning = text.meaning(index + 1)
    return meaning?.unit != nil || meaning?.scale != nil || word == "k"
      || text.isWord(index + 1, [.per, .percent])
  }

  // MARK: Ordinal

  private func ordinal(_ index: Int) -> (number: Int, length: Int)? {
    guard let token = text.at(index) else { return nil }
    if token.known != nil { return token.meaning?.ordinal.map { ($0, 1) } }
    guard let number = token.smallNumber, text.isWord(index + 1, .ordinalEnding),
      text[index + 1].isGlued
    else { return nil }
    return (number, 2)
  }

  /// `the fourth (81 %)`, after other names of its kind; `the fourth has 81 %` where an ordinal
  /// has named one before. What comes second in an order is no name: `Model 1 is the second`.
  private func standsAlone(_ start: Int, until end: Int) -> Bool {
    guard onlyHead != nil, !mentions.isEmpty, text.word(start - 1) == "the",
      !text.isWord(start - 2, [.being, .ranking]), mentions.last?.tokens.upperBound != start - 1
    else { return false }
    guard let next = text.at(end) else { return true }
    guard next.word != nil else { return text.isSign(end, "(,;:.") }
    return hasOrdinals
      && (isVerb(end) || text.isWord(end, [.focus, .having, .contrast])
        || text.isWord(end, .coordinating) && next.word != "or")
  }

  /// `the second and the fourth model`.
  private mutating func ordinals(_ start: Int) -> Int {
    var found: [(number: Int, token: Int)] = []
    var index = start
    while found.count < Self.spanLimit, let one = ordinal(index) {
      found.append((one.number, index))
      if one.length == 2 { numbersOfNames.insert(index) }
      index += one.length
      let gap = (index..<index + 3).prefix {
        text.isSign($0, ",") || text.isWord($0, [.coordinating, .article])
      }
      guard ordinal(gap.endIndex) != nil else { break }
      index = gap.endIndex
    }
    if standsAlone(start, until: index), let head = onlyHead {
      for one in found { add(head, one.number, one.token..<index) }
      return index
    }
    guard let word = text.word(index) else { return index }
    let isOne = word == "one" || word == "ones"
    let head = isOne && saysHead ? onlyHead ?? word : word.singular
    guard known[head] != nil else { return index }
    for one in found { add(head, one.number, one.token..<index + 1) }
    return index + 1
  }
}
