/// Cuts a text into tokens, reading bytes. Comments and line ends after a backslash are left out,
/// and so are line ends within brackets, in a second pass.
struct Lexer {
  private let bytes: [UInt8]
  private var position: Int
  private var hasBrackets = false
  private var hasLines = false
  /// Whether white space stands before the next token.
  private var isSpaced = false
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
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): skip(1)
      case UInt8(ascii: "\n"):
        add(.newline, length: 1)
        hasLines = true
        isSpaced = true
      case UInt8(ascii: "#"):
        while position < bytes.count, bytes[position] != UInt8(ascii: "\n") { position += 1 }
      case UInt8(ascii: "\\") where skipsLineEnd(): isSpaced = true
      case let byte where byte.isDigit: number()
      case UInt8(ascii: ".") where isDigit(at: position + 1): number()
      case let byte where byte.isLetter: word()
      case UInt8(ascii: "\""), UInt8(ascii: "'"): text(until: [bytes[position]], opening: 1)
      case 0x80...: beyondASCII()
      default: sign()
      }
    }
    add(.end, length: 0)
  }

  func text(of token: Token) -> String {
    String(decoding: bytes[Int(token.start)..<Int(token.end)], as: UTF8.self)
  }

  private mutating func skip(_ length: Int) {
    position += length
    isSpaced = true
  }

  private mutating func add(_ kind: Token.Kind, length: Int) {
    position += length
    add(kind, from: position - length)
  }

  /// What has been read from a place on.
  private mutating func add(_ kind: Token.Kind, from start: Int) {
    tokens.append(Token(kind: kind, start: Int32(start), end: Int32(position), isSpaced: isSpaced))
    isSpaced = false
  }

  private func isDigit(at index: Int) -> Bool { index < bytes.count && bytes[index].isDigit }

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

  private mutating func sign() {
    let first = UInt16(byte(0))
    if first > 0, let kind = Self.signs[first << 8 | UInt16(byte(1))] {
      return add(kind, length: 2)
    }
    let kind = Self.signs[first] ?? .unknown
    add(kind, length: 1)
    hasBrackets = hasBrackets || kind.isOpening
  }

  /// Of one or two characters, of which two come first.
  private static let signs: [UInt16: Token.Kind] = {
    let known: [String: Token.Kind] = [
      "->": .arrow, "**": .power, "//": .floorDivide, "+=": .augmented, "-=": .augmented,
      "*=": .augmented, "/=": .augmented, "==": .equalEqual, "!=": .notEqual, "<=": .lessEqual,
      ">=": .greaterEqual, "+": .plus, "-": .minus, "*": .times, "/": .divide, "%": .percent,
      "^": .power, "=": .equal, "<": .less, ">": .greater, "(": .openParen, "[": .openBracket,
      "{": .openBrace, ")": .closeParen, "]": .closeBracket, "}": .closeBrace, ",": .comma,
      ".": .dot, ":": .colon, ";": .semicolon,
    ]
    return Dictionary(
      uniqueKeysWithValues: known.map { sign, kind in
        (sign.utf8.reduce(0) { $0 << 8 | UInt16($1) }, kind)
      })
  }()

  // MARK: Numbers

  /// `450`, `.5`, `1e6`, `1_000_000`, `10'000`.
  private mutating func number() {
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
    add(isBad ? .badNumber : .number, from: start)
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
    index < bytes.count && bytes[index].isLetter && bytes[index] | 0x20 != UInt8(ascii: "e")
  }

  private func isWordPart(at index: Int) -> Bool {
    index < bytes.count && (bytes[index].isDigit || bytes[index].isLetter || bytes[index] >= 0x80)
  }

  // MARK: Words and texts

  private mutating func word() {
    let start = position
    while isWordPart(at: position) {
      if bytes[position] < 0x80 {
        position += 1
      } else if let (scalar, length) = scalar(at: position), Self.continuesWord(scalar) {
        position += length
      } else {
        break
      }
    }
    add(.word, from: start)
  }

  /// A text in quotes. It ends with its line where the quote is missing.
  private mutating func text(until closing: [UInt8], opening: Int) {
    let start = position
    position += opening
    // Python's long texts, """…""", as in the docstring of a pasted function.
    let isLong = opening == 1 && byte(0) == closing[0] && byte(1) == closing[0]
    let end = isLong ? [UInt8](repeating: closing[0], count: 3) : closing
    if isLong { position += 2 }
    while position < bytes.count, isLong || bytes[position] != UInt8(ascii: "\n") {
      if bytes[position...].starts(with: end) {
        position += end.count
        return add(.text, from: start)
      }
      position += 1
    }
    add(.unclosedText, from: start)
    if isLong { tokens[tokens.count - 1].end = Int32(start + 3) }
  }

  // MARK: Beyond ASCII

  private mutating func beyondASCII() {
    guard let (scalar, length) = scalar(at: position) else { return add(.unknown, length: 1) }
    switch scalar {
    case "×", "·", "⋅", "∙", "∗", "✕", "⨯": add(.times, length: length)
    case "÷", "∕", "⁄": add(.divide, length: length)
    case "−", "–", "—", "‐", "‑": add(.minus, length: length)
    case "→", "⟶", "➞", "➔", "⇒": add(.arrow, length: length)
    case "≤": add(.lessEqual, length: length)
    case "≥": add(.greaterEqual, length: length)
    case "≠": add(.notEqual, length: length)
    case "“", "”": text(until: Array("”".utf8), opening: length)
    case "„": text(until: Array(lowQuoteEnd.utf8), opening: length)
    case "«": text(until: Array("»".utf8), opening: length)
    case "‘", "’": text(until: Array("’".utf8), opening: length)
    case "⁻", "⁺", "¹", "²", "³", "⁰", "⁴"..."⁹": superscripts()
    case "\u{200B}", "\u{FEFF}": skip(length)
    case _ where scalar.properties.isWhitespace: skip(length)
    case _ where Self.startsWord(scalar): word()
    case _: add(.unknown, length: length)
    }
  }

  /// „German“ and „Polish” quotes: whichever comes first on the line.
  private var lowQuoteEnd: String {
    let line = bytes[position...].prefix { $0 != UInt8(ascii: "\n") }
    let quote = String(decoding: line, as: UTF8.self).unicodeScalars.first {
      $0 == "“" || $0 == "”"
    }
    return quote.map(String.init) ?? "“"
  }

  private mutating func superscripts() {
    let start = position
    while let (scalar, length) = scalar(at: position), Parser.superscripts[scalar] != nil {
      position += length
    }
    add(.superscript, from: start)
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

extension UInt8 {
  var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }

  /// A letter of ASCII, or `_`.
  fileprivate var isLetter: Bool {
    UInt8(ascii: "a")...UInt8(ascii: "z") ~= self | 0x20 || self == UInt8(ascii: "_")
  }
}
