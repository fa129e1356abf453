import Diagnostics

/// Parts a folded text into tokens.
struct TextLexer {
  private let scalars: [Unicode.Scalar]
  private let heads: Set<String>
  private let vocabulary: Vocabulary?
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
