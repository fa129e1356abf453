/// A text as words, numbers and signs, in order. Made in time linear in its length.
final class TextTokens {
  struct Token {
    /// A word, without accents and without `'s`.
    fileprivate(set) var known: Word?
    fileprivate(set) var number: WrittenFigure?
    fileprivate(set) var sign: Unicode.Scalar?
    /// Scalars of the folded text.
    fileprivate(set) var place: Range<Int>
    /// Whether nothing stands between it and the token before.
    var isGlued: Bool
    /// Line ends between it and the token before.
    var linesBefore: Int
    /// What the lexicon has of a word.
    var meaning: WordMeaning?
    /// Whether a number in words may begin with it.
    var mayBeginNumber = false

    /// A word in small letters.
    var word: String? { known?.text }
    /// As typed, for units; empty for anything but words.
    var spelling: String { known?.spelling ?? "" }
    var kinds: WordKinds { meaning?.kinds ?? [] }
    /// A whole number that may name or order something.
    var smallNumber: Int? { number.flatMap { $0.isWhole && $0.value < 1000 ? Int($0.value) : nil } }
    /// Whether it is a number, or digits that are none: `1.3.1`, a date.
    var isOfDigits: Bool { known == nil && sign == nil }
    var isCapitalised: Bool { known?.isCapitalised == true }
    var startsLine: Bool { linesBefore > 0 }
  }

  /// Characters of a text that are read, some 30'000 words; more are left out.
  static let lengthLimit = 200_000

  let tokens: [Token]
  /// What is asked of the tokens most, by their places.
  private let signs: [Unicode.Scalar?]
  private let meanings: [WordMeaning?]
  /// The words of its language.
  let lexicon: Lexicon
  private let text: FoldedText
  /// Words of the exercise that a number after them names something by, in the singular: `model`.
  private let heads: Set<String>

  /// - Parameters:
  ///   - heads: words that a number after them names something by.
  ///   - vocabulary: keeps what is found out of the words, where other texts have them too.
  init(_ string: String, heads: Set<String> = [], _ vocabulary: Vocabulary? = nil) {
    let isShort = string.utf8.count <= Self.lengthLimit
    text = isShort ? FoldedText(string) : FoldedText(string.prefix(Self.lengthLimit))
    self.heads = heads
    var lexer = Lexer(scalars: text.scalars, heads: heads, vocabulary: vocabulary)
    var tokens: [Token] = []
    tokens.reserveCapacity(text.scalars.count / 4)
    while let token = lexer.next(after: tokens.last) { tokens.append(token) }
    lexicon = Lexicon.of(tokens.lazy.compactMap(\.known))
    for index in tokens.indices {
      guard let word = tokens[index].known else { continue }
      let meaning = word.meaning(in: lexicon)
      tokens[index].meaning = meaning
      tokens[index].mayBeginNumber = word.mayBeginNumber(meaning)
    }
    self.tokens = tokens
    signs = tokens.map(\.sign)
    meanings = tokens.map(\.meaning)
  }

  var indices: Range<Int> { tokens.indices }

  subscript(_ index: Int) -> Token { tokens[index] }

  /// The token at a place that may be outside.
  func at(_ index: Int) -> Token? { tokens.indices.contains(index) ? tokens[index] : nil }

  func word(_ index: Int) -> String? { at(index)?.word }
  func sign(_ index: Int) -> Unicode.Scalar? {
    signs.indices.contains(index) ? signs[index] : nil
  }
  func singular(_ index: Int) -> String? { at(index)?.known?.singular }
  /// What the lexicon has of the word at a place.
  func meaning(_ index: Int) -> WordMeaning? {
    meanings.indices.contains(index) ? meanings[index] : nil
  }

  /// Whether a word of one of some kinds stands at a place.
  func isWord(_ index: Int, _ kinds: WordKinds) -> Bool {
    guard let meaning = meaning(index) else { return false }
    return !meaning.kinds.isDisjoint(with: kinds)
  }

  /// Whether one of some signs stands at a place.
  func isSign(_ index: Int, _ signs: String) -> Bool {
    guard let sign = sign(index) else { return false }
    return signs.unicodeScalars.contains(sign)
  }

  /// Whether a number after a word names something by it: `Model 2`, `scope 3`.
  func namesNumber(_ index: Int) -> Bool {
    at(index)?.known.map { $0.namesNumber(heads, lexicon) } ?? false
  }

  var words: [String] { tokens.compactMap(\.word) }

  /// Tokens of each line that has any.
  var lines: [Range<Int>] {
    let starts = indices.filter { self[$0].startsLine }
    return zip(starts, starts.dropFirst() + [indices.upperBound]).map { $0..<$1 }
  }

  /// Words in the singular and numbers as they are written, with their tokens.
  var spokenWords: [(word: String, token: Int)] {
    indices.compactMap { index in
      self[index].isOfDigits
        ? (original(index..<index + 1), index) : self[index].known.map { ($0.singular, index) }
    }
  }

  /// Where tokens stand in the text as it was written, in Unicode scalars.
  func place(of range: Range<Int>) -> Range<Int> {
    range.isEmpty ? 0..<0 : text.written(scalars(range))
  }

  private func scalars(_ range: Range<Int>) -> Range<Int> {
    tokens[range.lowerBound].place.lowerBound..<tokens[range.upperBound - 1].place.upperBound
  }

  /// What was written from a token to another.
  func original(_ range: Range<Int>) -> String {
    guard !range.isEmpty else { return "" }
    return text.original(scalars(range))
  }
}

/// Parts a folded text into tokens.
private struct Lexer {
  let scalars: [Unicode.Scalar]
  let heads: Set<String>
  let vocabulary: Vocabulary?
  private var place = 0

  init(scalars: [Unicode.Scalar], heads: Set<String>, vocabulary: Vocabulary?) {
    self.scalars = scalars
    self.heads = heads
    self.vocabulary = vocabulary
  }

  mutating func next(after last: TextTokens.Token?) -> TextTokens.Token? {
    let start = place
    while let scalar = at(0), isSpace(scalar) { place += 1 }
    guard let scalar = at(0) else { return nil }
    let begin = place
    var token = TextTokens.Token(
      place: begin..<begin, isGlued: begin == start && last != nil,
      linesBefore: (last == nil ? 1 : 0) + scalars[start..<begin].count { $0 == "\n" })
    if isDigit(scalar) || scalar == "." && isDigit(at(1)) && !token.isGlued {
      token.number = number(
        afterName: last?.known.map { $0.namesNumber(heads, .english) } ?? false)
    } else if isLetter(scalar) {
      let spelling = word()
      token.known = vocabulary?.word(spelling) ?? Word(spelling)
      if isGenitive { place += 2 }
    } else {
      place += 1
      token.sign = scalar
    }
    token.place = begin..<place
    return token
  }

  private func at(_ offset: Int) -> Unicode.Scalar? {
    scalars.indices.contains(place + offset) ? scalars[place + offset] : nil
  }

  private func isDigit(_ scalar: Unicode.Scalar?) -> Bool {
    scalar.map { ("0"..."9").contains($0) } ?? false
  }

  private func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII
      ? scalar == " " || (0x09...0x0D).contains(scalar.value) : scalar.properties.isWhitespace
  }

  private func isLetter(_ scalar: Unicode.Scalar?) -> Bool {
    guard let scalar, scalar.isASCII else { return scalar?.properties.isAlphabetic ?? false }
    return ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
  }

  /// Whether `'s` stands at the place, at the end of a word.
  private var isGenitive: Bool {
    at(0) == "'" && (at(1) == "s" || at(1) == "S") && !isLetter(at(2))
  }

  /// Words of French that lose their vowel before another: `l'eau`.
  private static let elided: Set<String> = ["c", "d", "j", "l", "m", "n", "qu", "s"]

  /// Letters, the digits after them, and an apostrophe within, which is dropped: `don't`.
  private mutating func word() -> String {
    var start = place
    var parts = ""
    while let scalar = at(0) {
      if isLetter(scalar) || isDigit(scalar) || scalar == "_" {
        place += 1
        continue
      }
      guard scalar == "'", isLetter(at(1)), !isGenitive else { break }
      parts += string(start..<place)
      start = place + 1
      if Self.elided.contains(parts.lowercased()), isLetter(at(2)) {
        // `l'eau` is two words, `don't` one.
        place += 1
        return parts + "'"
      }
      place += 1
    }
    let last = string(start..<place)
    return parts.isEmpty ? last : parts + last
  }

  private func string(_ range: Range<Int>) -> String {
    String(plain: scalars[range]) ?? String(String.UnicodeScalarView(scalars[range]))
  }

  // MARK: Numbers

  private mutating func number(afterName: Bool) -> WrittenFigure? {
    var groups = [at(0) == "." ? "0" : digits()]
    var separators: [Character] = []
    while let separator = at(0), isDigit(at(1)) {
      let isThousands = (1...3).allSatisfy { isDigit(at($0)) } && !isDigit(at(4))
      let isWithin =
        switch separator {
        // `Models 1,2` and `Model 2 300 t` are no numbers of two groups.
        case ",": !afterName
        case " ", "\t":
          !afterName && isThousands && groups[0].count <= 3 && separators.allSatisfy { $0 == " " }
        case "'", "_": isThousands
        default: separator == "."
        }
      guard isWithin else { break }
      place += 1
      separators.append(separator == "\t" ? " " : Character(separator))
      groups.append(digits())
    }
    guard let mantissa = WrittenFigure(groups: groups, separators: separators) else {
      return nil
    }
    return withExponent(mantissa, isTen: groups == ["10"])
  }

  private mutating func digits() -> String {
    let start = place
    while isDigit(at(0)) { place += 1 }
    return string(start..<place)
  }

  private mutating func withExponent(_ mantissa: WrittenFigure, isTen: Bool) -> WrittenFigure {
    if at(0) == "e" || at(0) == "E", let (power, length) = exponent(at: 1),
      !isLetter(at(1 + length))
    {
      place += 1 + length
      return mantissa.raised(toTen: power)
    }
    if isTen, let (power, length) = raised(at: 0) {
      place += length
      var one = mantissa.scaled(by: 0.1)
      one.readings[0].step = 1
      return one.raised(toTen: power)
    }
    // `2.9 × 10^5`
    let sign = at(0) == " " ? 1 : 0
    let ten = at(sign + 1) == " " ? sign + 2 : sign + 1
    guard let times = at(sign), "×xX*·".unicodeScalars.contains(times), at(ten) == "1",
      at(ten + 1) == "0", let (power, length) = raised(at: ten + 2)
    else { return mantissa }
    place += ten + 2 + length
    return mantissa.raised(toTen: power)
  }

  /// `^5` or `**5`.
  private func raised(at offset: Int) -> (power: Int, length: Int)? {
    let sign = at(offset) == "^" ? 1 : at(offset) == "*" && at(offset + 1) == "*" ? 2 : 0
    guard sign > 0, let (power, length) = exponent(at: offset + sign) else { return nil }
    return (power, sign + length)
  }

  /// A sign and at most three digits.
  private func exponent(at offset: Int) -> (power: Int, length: Int)? {
    let sign = at(offset) == "-" || at(offset) == "+" ? 1 : 0
    let digits = scalars[min(place + offset + sign, scalars.count)...].prefix(3).prefix(
      while: isDigit)
    let power = digits.reduce(0) { $0 * 10 + Int($1.value - 0x30) }
    return digits.isEmpty ? nil : (at(offset) == "-" ? -power : power, sign + digits.count)
  }
}

extension TextTokens.Token {
  /// The same with another word, of which the lexicon says as much.
  func with(_ spelling: String) -> Self {
    var copy = self
    copy.known = Word(spelling)
    return copy
  }
}
