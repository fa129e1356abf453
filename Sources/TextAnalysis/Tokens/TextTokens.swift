/// A text as words, numbers and signs, in order. Made in time linear in its length.
final class TextTokens {
  struct Token {
    enum Kind: Hashable {
      /// In small letters, without accents and without `'s`.
      case word(String)
      case number(WrittenFigure)
      /// Digits that are no number: `1.3.1`, a date.
      case digits
      case sign(Character)
    }
    var kind: Kind
    /// Scalars of the folded text.
    var place: Range<Int>
    /// Whether nothing stands between it and the token before.
    var isGlued: Bool
    /// Line ends between it and the token before.
    var linesBefore: Int
    /// As typed, for units; empty for anything but words.
    var spelling = ""
    /// What the lexicon has of a word.
    var kinds: WordKinds = []
    /// Whether a number in words may begin with it.
    var mayBeginNumber = false

    var word: String? {
      if case .word(let word) = kind { return word }
      return nil
    }
    var number: WrittenFigure? {
      if case .number(let number) = kind { return number }
      return nil
    }
    /// A whole number that may name or order something.
    var smallNumber: Int? { number.flatMap { $0.isWhole && $0.value < 1000 ? Int($0.value) : nil } }
    var sign: Character? {
      if case .sign(let sign) = kind { return sign }
      return nil
    }
    var isCapitalised: Bool { spelling.first?.isUppercase == true }
    var startsLine: Bool { linesBefore > 0 }
  }

  /// Characters of a text that are read, some 30'000 words; more are left out.
  static let lengthLimit = 200_000

  let tokens: [Token]
  /// The words of its language.
  let lexicon: Lexicon
  private let text: FoldedText
  /// Words of the exercise that a number after them names something by, in the singular: `model`.
  private let heads: Set<String>

  init(_ string: String, heads: Set<String> = []) {
    text = FoldedText(string.prefix(Self.lengthLimit))
    self.heads = heads
    var lexer = Lexer(scalars: text.scalars)
    var tokens: [Token] = []
    while let token = lexer.next(
      after: tokens.last,
      afterName: tokens.last?.word.map { Self.namesNumber($0, heads, .english) } ?? false)
    { tokens.append(token) }
    lexicon = Lexicon.of(tokens.lazy.compactMap(\.word))
    for index in tokens.indices {
      guard let word = tokens[index].word else { continue }
      tokens[index].kinds = lexicon.kinds(of: word)
      tokens[index].mayBeginNumber = lexicon.mayBeginNumber(word)
    }
    self.tokens = tokens
  }

  var indices: Range<Int> { tokens.indices }

  subscript(_ index: Int) -> Token { tokens[index] }

  /// The token at a place that may be outside.
  func at(_ index: Int) -> Token? { tokens.indices.contains(index) ? tokens[index] : nil }

  func word(_ index: Int) -> String? { at(index)?.word }

  /// Whether a word of one of some kinds stands at a place.
  func isWord(_ index: Int, _ kinds: WordKinds) -> Bool {
    at(index)?.kinds.isDisjoint(with: kinds) == false
  }

  /// Whether one of some signs stands at a place.
  func isSign(_ index: Int, _ signs: String) -> Bool {
    at(index)?.sign.map(signs.contains) ?? false
  }

  /// Whether a number after a word names something by it: `Model 2`, `scope 3`.
  func namesNumber(_ word: String) -> Bool { Self.namesNumber(word, heads, lexicon) }

  private static func namesNumber(
    _ word: String, _ heads: Set<String>, _ lexicon: Lexicon
  ) -> Bool {
    let singular = word.singular
    return heads.contains(singular)
      || [word, singular].contains { lexicon.kinds(of: $0).contains(.numbered) }
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
      switch self[index].kind {
      case .word(let word): (word.singular, index)
      case .number, .digits: (original(index..<index + 1), index)
      case .sign: nil
      }
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
  private var place = 0

  init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

  mutating func next(after last: TextTokens.Token?, afterName: Bool) -> TextTokens.Token? {
    let start = place
    while let scalar = at(0), isSpace(scalar) { place += 1 }
    guard let scalar = at(0) else { return nil }
    let begin = place
    var token = TextTokens.Token(
      kind: .digits, place: begin..<begin, isGlued: begin == start && last != nil,
      linesBefore: (last == nil ? 1 : 0) + scalars[start..<begin].count { $0 == "\n" })
    if isDigit(scalar) || scalar == "." && isDigit(at(1)) && !token.isGlued {
      token.kind = number(afterName: afterName)
    } else if isLetter(scalar) {
      token.spelling = word()
      let word = token.spelling.lowercased()
      token.kind = .word(word)
      if isGenitive { place += 2 }
    } else {
      place += 1
      token.kind = .sign(Character(scalar))
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
    var result = String.UnicodeScalarView()
    while let scalar = at(0) {
      if isLetter(scalar) || isDigit(scalar) || scalar == "_" {
        result.append(scalar)
      } else if scalar != "'" || !isLetter(at(1)) || isGenitive {
        break
      } else if Self.elided.contains(String(result).lowercased()), isLetter(at(2)) {
        // `l'eau` is two words, `don't` one.
        result.append(scalar)
        place += 1
        break
      }
      place += 1
    }
    return String(result)
  }

  // MARK: Numbers

  private mutating func number(afterName: Bool) -> TextTokens.Token.Kind {
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
      return .digits
    }
    return .number(withExponent(mantissa, isTen: groups == ["10"]))
  }

  private mutating func digits() -> String {
    let run = scalars[place...].prefix(while: isDigit)
    place = run.endIndex
    return String(String.UnicodeScalarView(run))
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
