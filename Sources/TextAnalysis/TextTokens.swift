import Formulas

/// A text as words, numbers and signs, in order. Made in time linear in its length.
public struct TextTokens {
  public struct Token {
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

    var word: String? {
      if case .word(let word) = kind { return word }
      return nil
    }
    public var number: WrittenFigure? {
      if case .number(let number) = kind { return number }
      return nil
    }
    var sign: Character? {
      if case .sign(let sign) = kind { return sign }
      return nil
    }
    var isCapitalised: Bool { spelling.first?.isUppercase == true }
    var startsLine: Bool { linesBefore > 0 }
  }

  /// Characters of a text that are read; more are left out.
  static let lengthLimit = 20_000

  public let text: FoldedText
  private(set) var tokens: [Token] = []

  init(_ string: String) {
    text = FoldedText(string.prefix(Self.lengthLimit))
    var lexer = Lexer(scalars: text.scalars)
    while let token = lexer.next(after: tokens.last) { tokens.append(token) }
  }

  var indices: Range<Int> { tokens.indices }

  subscript(_ index: Int) -> Token { tokens[index] }

  /// The token at a place that may be outside.
  func at(_ index: Int) -> Token? { tokens.indices.contains(index) ? tokens[index] : nil }

  func word(_ index: Int) -> String? { at(index)?.word }

  var words: [String] { tokens.compactMap(\.word) }

  /// What was written from a token to another.
  func original(_ range: Range<Int>) -> String {
    guard !range.isEmpty else { return "" }
    return text.original(
      tokens[range.lowerBound].place.lowerBound..<tokens[range.upperBound - 1].place.upperBound)
  }
}

/// Parts a folded text into tokens.
private struct Lexer {
  let scalars: [Unicode.Scalar]
  private var place = 0

  init(scalars: [Unicode.Scalar]) {
    self.scalars = scalars
  }

  mutating func next(after last: TextTokens.Token?) -> TextTokens.Token? {
    let start = place
    var lines = last == nil ? 1 : 0
    while let scalar = at(0), scalar.properties.isWhitespace {
      if scalar == "\n" { lines += 1 }
      place += 1
    }
    guard let scalar = at(0) else { return nil }
    let isGlued = place == start && last != nil
    let begin = place
    var spelling = ""
    let kind: TextTokens.Token.Kind
    if isDigit(scalar) || scalar == "." && at(1).map(isDigit) == true && !isGlued {
      kind = number(afterName: last?.word.map { TextTokens.namesNumber($0) } ?? false)
    } else if isLetter(scalar) {
      spelling = word()
      kind = .word(spelling.lowercased())
      if at(0) == "'", at(1) == "s" || at(1) == "S", at(2).map({ !isLetter($0) }) ?? true {
        place += 2
      }
    } else {
      place += 1
      kind = .sign(Character(scalar))
    }
    return TextTokens.Token(
      kind: kind, place: begin..<place, isGlued: isGlued, linesBefore: lines, spelling: spelling)
  }

  private func at(_ offset: Int) -> Unicode.Scalar? {
    scalars.indices.contains(place + offset) ? scalars[place + offset] : nil
  }

  private func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  private func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII
      ? ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
      : scalar.properties.isAlphabetic
  }

  /// Letters, the digits after them, and an apostrophe within, which is dropped: `don't`.
  private mutating func word() -> String {
    var result = String.UnicodeScalarView()
    while let scalar = at(0) {
      if isLetter(scalar) || isDigit(scalar) || scalar == "_" {
        result.append(scalar)
      } else if scalar == "'", let next = at(1), isLetter(next) {
        if next == "s" || next == "S", at(2).map({ !isLetter($0) }) ?? true { break }
      } else {
        break
      }
      place += 1
    }
    return String(result)
  }

  // MARK: Numbers

  private mutating func number(afterName isNamed: Bool) -> TextTokens.Token.Kind {
    var groups: [String] = []
    var separators: [Character] = []
    if at(0) == "." { groups.append("0") } else { groups.append(digits()) }
    while let separator = at(0), let next = at(1), isDigit(next) {
      switch separator {
      // `Models 1,2` and `Model 2 300 t` are no numbers of two groups.
      case ",", " ", "\t":
        if isNamed { return kind(groups, separators) }
        if separator != "," {
          let joins = separators.allSatisfy { $0 == " " } && groups[0].count <= 3
          guard joins, runsOverThreeDigits(at: 1) else { return kind(groups, separators) }
        }
      case "'", "_": guard runsOverThreeDigits(at: 1) else { return kind(groups, separators) }
      case ".": break
      default: return kind(groups, separators)
      }
      place += 1
      separators.append(separator == "\t" ? " " : Character(separator))
      groups.append(digits())
    }
    return kind(groups, separators)
  }

  private mutating func digits() -> String {
    var result = String.UnicodeScalarView()
    while let scalar = at(0), isDigit(scalar) {
      result.append(scalar)
      place += 1
    }
    return String(result)
  }

  private func runsOverThreeDigits(at offset: Int) -> Bool {
    (0..<3).allSatisfy { at(offset + $0).map(isDigit) == true }
      && at(offset + 3).map(isDigit) != true
  }

  private mutating func kind(
    _ groups: [String], _ separators: [Character]
  ) -> TextTokens.Token.Kind {
    guard let mantissa = WrittenFigure(groups: groups, separators: separators) else {
      return .digits
    }
    if let (power, length) = exponent(at: 1), at(0) == "e" || at(0) == "E",
      at(1 + length).map({ !isLetter($0) }) ?? true
    {
      place += 1 + length
      return .number(mantissa.raised(toTen: power))
    }
    if groups == ["10"], let (power, length) = raised(at: 0) {
      place += length
      var one = mantissa.scaled(by: 0.1)
      one.readings[0].step = 1
      return .number(one.raised(toTen: power))
    }
    // `2.9 × 10^5`
    var offset = blanks(at: 0)
    guard let times = at(offset), ["×", "x", "X", "*", "·"].contains(times) else {
      return .number(mantissa)
    }
    offset += 1
    offset += blanks(at: offset)
    guard at(offset) == "1", at(offset + 1) == "0", let (power, length) = raised(at: offset + 2)
    else { return .number(mantissa) }
    place += offset + 2 + length
    return .number(mantissa.raised(toTen: power))
  }

  private func blanks(at offset: Int) -> Int {
    at(offset) == " " ? 1 : 0
  }

  /// `^5` or `**5`.
  private func raised(at offset: Int) -> (power: Int, length: Int)? {
    let sign = at(offset) == "^" ? 1 : at(offset) == "*" && at(offset + 1) == "*" ? 2 : 0
    guard sign > 0, let (power, length) = exponent(at: offset + sign) else { return nil }
    return (power, sign + length)
  }

  /// A sign and at most three digits.
  private func exponent(at offset: Int) -> (power: Int, length: Int)? {
    var length = at(offset) == "-" || at(offset) == "+" ? 1 : 0
    var power = 0
    let isNegative = at(offset) == "-"
    let first = length
    while length - first < 3, let scalar = at(offset + length), isDigit(scalar) {
      power = power * 10 + Int(scalar.value - 0x30)
      length += 1
    }
    return length == first ? nil : (isNegative ? -power : power, length)
  }
}
