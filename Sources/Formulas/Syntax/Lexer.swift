import Diagnostics

/// Cuts a text into tokens, reading bytes. Comments and line ends after a backslash are left out,
/// and so are line ends within brackets, in a second pass.
struct Lexer {
  private let bytes: [UInt8]
  private var position: Int
  private var hasBrackets = false
  private var hasLines = false
  var tokens: [Token] = []

  static func tokens(of bytes: [UInt8]) -> [Token] {
    var lexer = Lexer(bytes: bytes)
    lexer.run()
    if lexer.hasBrackets, lexer.hasLines { lexer.joinLines() }
    return lexer.tokens
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
    position = 0
    tokens.reserveCapacity(bytes.count / 3 + 2)
  }

  private mutating func run() {
    var spaced = false
    while position < bytes.count {
      let byte = bytes[position]
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"):
        position += 1
        spaced = true
        continue
      case UInt8(ascii: "\n"):
        add(.newline, length: 1, spaced)
        hasLines = true
        spaced = true
        continue
      case UInt8(ascii: "#"):
        while position < bytes.count, bytes[position] != UInt8(ascii: "\n") { position += 1 }
        continue
      case UInt8(ascii: "\\") where skipsLineEnd():
        spaced = true
        continue
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        number(spaced)
      case UInt8(ascii: ".") where isDigit(at: position + 1):
        number(spaced)
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "_"):
        word(spaced)
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        text(until: [byte], opening: 1, spaced)
      case 0x80...:
        if !beyondASCII(spaced) {
          spaced = true
          continue
        }
      default:
        sign(byte, spaced)
      }
      spaced = false
    }
    tokens.append(
      Token(kind: .end, start: Int32(bytes.count), end: Int32(bytes.count), isSpaced: spaced))
  }

  func text(of token: Token) -> String {
    String(decoding: bytes[Int(token.start)..<Int(token.end)], as: UTF8.self)
  }

  private mutating func add(_ kind: Token.Kind, length: Int, _ spaced: Bool) {
    tokens.append(
      Token(
        kind: kind, start: Int32(position), end: Int32(position + length), isSpaced: spaced))
    position += length
  }

  private func isDigit(at index: Int) -> Bool {
    index < bytes.count && bytes[index] >= UInt8(ascii: "0") && bytes[index] <= UInt8(ascii: "9")
  }

  private func byte(_ offset: Int) -> UInt8 {
    position + offset < bytes.count ? bytes[position + offset] : 0
  }

  private mutating func skipsLineEnd() -> Bool {
    var next = position + 1
    while next < bytes.count, bytes[next] == UInt8(ascii: " ") || bytes[next] == 13 { next += 1 }
    guard next < bytes.count, bytes[next] == UInt8(ascii: "\n") else { return false }
    position = next + 1
    return true
  }

  // MARK: Signs

  private mutating func sign(_ byte: UInt8, _ spaced: Bool) {
    let next = self.byte(1)
    let equals = UInt8(ascii: "=")
    switch byte {
    case UInt8(ascii: "+"): add(next == equals ? .augmented : .plus, next == equals, spaced)
    case UInt8(ascii: "-"):
      if next == UInt8(ascii: ">") {
        add(.arrow, length: 2, spaced)
      } else {
        add(next == equals ? .augmented : .minus, next == equals, spaced)
      }
    case UInt8(ascii: "*"):
      if next == UInt8(ascii: "*") {
        add(.power, length: 2, spaced)
      } else {
        add(next == equals ? .augmented : .times, next == equals, spaced)
      }
    case UInt8(ascii: "/"):
      if next == UInt8(ascii: "/") {
        add(.floorDivide, length: 2, spaced)
      } else {
        add(next == equals ? .augmented : .divide, next == equals, spaced)
      }
    case UInt8(ascii: "%"): add(.percent, length: 1, spaced)
    case UInt8(ascii: "^"): add(.power, length: 1, spaced)
    case equals: add(next == equals ? .equalEqual : .equal, next == equals, spaced)
    case UInt8(ascii: "!") where next == equals: add(.notEqual, length: 2, spaced)
    case UInt8(ascii: "<"): add(next == equals ? .lessEqual : .less, next == equals, spaced)
    case UInt8(ascii: ">"): add(next == equals ? .greaterEqual : .greater, next == equals, spaced)
    case UInt8(ascii: "("): open(.openParen, spaced)
    case UInt8(ascii: "["): open(.openBracket, spaced)
    case UInt8(ascii: "{"): open(.openBrace, spaced)
    case UInt8(ascii: ")"): add(.closeParen, length: 1, spaced)
    case UInt8(ascii: "]"): add(.closeBracket, length: 1, spaced)
    case UInt8(ascii: "}"): add(.closeBrace, length: 1, spaced)
    case UInt8(ascii: ","): add(.comma, length: 1, spaced)
    case UInt8(ascii: "."): add(.dot, length: 1, spaced)
    case UInt8(ascii: ":"): add(.colon, length: 1, spaced)
    case UInt8(ascii: ";"): add(.semicolon, length: 1, spaced)
    default: add(.unknown, length: 1, spaced)
    }
  }

  private mutating func add(_ kind: Token.Kind, _ isDouble: Bool, _ spaced: Bool) {
    add(kind, length: isDouble ? 2 : 1, spaced)
  }

  private mutating func open(_ kind: Token.Kind, _ spaced: Bool) {
    hasBrackets = true
    add(kind, length: 1, spaced)
  }

  // MARK: Numbers

  /// `450`, `.5`, `1e6`, `1_000_000`, `10'000`.
  private mutating func number(_ spaced: Bool) {
    let start = position
    var isBad = false
    // 0x1F, 0b101 and 0o17, which are not read as zero times a word.
    if byte(0) == UInt8(ascii: "0"), "xbo".utf8.contains(byte(1)), isDigit(at: position + 2) {
      position += 2
      isBad = true
    }
    digits(&isBad)
    if byte(0) == UInt8(ascii: "."), byte(1) != UInt8(ascii: "."), !isWordStart(at: position + 1) {
      position += 1
      if isDigit(at: position) { digits(&isBad) }
    }
    if byte(0) | 0x20 == UInt8(ascii: "e") {
      let sign = byte(1) == UInt8(ascii: "-") || byte(1) == UInt8(ascii: "+")
      if isDigit(at: position + (sign ? 2 : 1)) {
        position += sign ? 2 : 1
        digits(&isBad)
      } else if !isWordPart(at: position + 1) {
        // `1e`, whose exponent is missing.
        position += 1
        isBad = true
      }
    }
    if isBad { while isWordPart(at: position) { position += 1 } }
    tokens.append(
      Token(
        kind: isBad ? .badNumber : .number, start: Int32(start), end: Int32(position),
        isSpaced: spaced))
  }

  private mutating func digits(_ isBad: inout Bool) {
    while position < bytes.count {
      if isDigit(at: position) {
        position += 1
      } else if byte(0) == UInt8(ascii: "_") {
        if !isDigit(at: position + 1) { isBad = true }
        position += 1
      } else if let length = apostropheLength(), groupOfThree(at: position + length) {
        position += length
      } else {
        return
      }
    }
  }

  /// Length of an apostrophe (straight or curly) at the position.
  private func apostropheLength() -> Int? {
    if byte(0) == UInt8(ascii: "'") { return 1 }
    return byte(0) == 0xE2 && byte(1) == 0x80 && byte(2) == 0x99 ? 3 : nil
  }

  private func groupOfThree(at index: Int) -> Bool {
    isDigit(at: index) && isDigit(at: index + 1) && isDigit(at: index + 2)
      && !isDigit(at: index + 3)
  }

  private func isWordStart(at index: Int) -> Bool {
    guard index < bytes.count else { return false }
    let byte = bytes[index] | 0x20
    return byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z") && byte != UInt8(ascii: "e")
      || bytes[index] == UInt8(ascii: "_")
  }

  private func isWordPart(at index: Int) -> Bool {
    guard index < bytes.count else { return false }
    let byte = bytes[index] | 0x20
    return isDigit(at: index) || byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z")
      || bytes[index] == UInt8(ascii: "_") || bytes[index] >= 0x80
  }

  // MARK: Words and texts

  private mutating func word(_ spaced: Bool) {
    let start = position
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
        position += 1
        continue
      case 0x80...:
        if let (scalar, length) = scalar(at: position), Self.continuesWord(scalar) {
          position += length
          continue
        }
      default: break
      }
      break
    }
    tokens.append(
      Token(kind: .word, start: Int32(start), end: Int32(position), isSpaced: spaced))
  }

  /// A text in quotes. It ends with its line where the quote is missing.
  private mutating func text(until closing: [UInt8], opening: Int, _ spaced: Bool) {
    let start = position
    position += opening
    // Python's long texts, """…""", as in the docstring of a pasted function.
    if opening == 1, byte(0) == closing[0], byte(1) == closing[0] {
      position += 2
      while position < bytes.count {
        if byte(0) == closing[0], byte(1) == closing[0], byte(2) == closing[0] {
          position += 3
          tokens.append(
            Token(kind: .text, start: Int32(start), end: Int32(position), isSpaced: spaced))
          return
        }
        position += 1
      }
      tokens.append(
        Token(kind: .unclosedText, start: Int32(start), end: Int32(start + 3), isSpaced: spaced))
      return
    }
    while position < bytes.count, bytes[position] != UInt8(ascii: "\n") {
      if bytes[position...].starts(with: closing) {
        position += closing.count
        tokens.append(
          Token(kind: .text, start: Int32(start), end: Int32(position), isSpaced: spaced))
        return
      }
      position += 1
    }
    tokens.append(
      Token(kind: .unclosedText, start: Int32(start), end: Int32(position), isSpaced: spaced))
  }

  // MARK: Beyond ASCII

  /// False where the character is white space.
  private mutating func beyondASCII(_ spaced: Bool) -> Bool {
    guard let (scalar, length) = scalar(at: position) else {
      add(.unknown, length: 1, spaced)
      return true
    }
    switch scalar {
    case "×", "·", "⋅", "∙", "∗", "✕", "⨯": add(.times, length: length, spaced)
    case "÷", "∕", "⁄": add(.divide, length: length, spaced)
    case "−", "–", "—", "‐", "‑": add(.minus, length: length, spaced)
    case "→", "⟶", "➞", "➔", "⇒": add(.arrow, length: length, spaced)
    case "≤": add(.lessEqual, length: length, spaced)
    case "≥": add(.greaterEqual, length: length, spaced)
    case "≠": add(.notEqual, length: length, spaced)
    case "“", "”": text(until: Array("”".utf8), opening: length, spaced)
    case "„": text(until: Array(lowQuoteEnd.utf8), opening: length, spaced)
    case "«": text(until: Array("»".utf8), opening: length, spaced)
    case "‘", "’": text(until: Array("’".utf8), opening: length, spaced)
    case "⁻", "⁺", "¹", "²", "³", "⁰", "⁴"..."⁹": superscripts(spaced)
    default:
      if scalar.properties.isWhitespace || scalar == "\u{200B}" || scalar == "\u{FEFF}" {
        position += length
        return false
      }
      if Self.startsWord(scalar) { word(spaced) } else { add(.unknown, length: length, spaced) }
    }
    return true
  }

  /// „German“ and „Polish” quotes: whichever comes first on the line.
  private var lowQuoteEnd: String {
    var index = position
    while index < bytes.count, bytes[index] != UInt8(ascii: "\n") {
      if let (scalar, length) = scalar(at: index) {
        if scalar == "“" || scalar == "”" { return String(scalar) }
        index += length
      } else {
        index += 1
      }
    }
    return "“"
  }

  private mutating func superscripts(_ spaced: Bool) {
    let start = position
    while let (scalar, length) = scalar(at: position), Parser.superscripts[scalar] != nil {
      position += length
    }
    tokens.append(
      Token(kind: .superscript, start: Int32(start), end: Int32(position), isSpaced: spaced))
  }

  private static func startsWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || ["°", "‰", "℃", "℉", "Ω", "µ", "Δ", "∆"].contains(scalar)
  }

  private static func continuesWord(_ scalar: Unicode.Scalar) -> Bool {
    if ("₀"..."₉").contains(scalar) { return true }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .decimalNumber: return true
    default: return startsWord(scalar) && Parser.superscripts[scalar] == nil
    }
  }

  private func scalar(at index: Int) -> (Unicode.Scalar, Int)? {
    guard index < bytes.count else { return nil }
    let end = min(index + 4, bytes.count)
    var decoder = UTF8()
    var iterator = bytes[index..<end].makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return nil }
    return (scalar, UTF8.width(scalar))
  }
}
