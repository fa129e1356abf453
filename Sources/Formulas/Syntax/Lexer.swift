import Diagnostics

/// Cuts a text into tokens, reading bytes. Comments and line ends after a backslash are left out,
/// and so are line ends within brackets, in a second pass.
struct Lexer {
  let bytes: UnsafeBufferPointer<UInt8>
  var position: Int
  private var hasBrackets = false
  private var hasLines = false
  /// Whether white space stands before the next token.
  private var isSpaced = false
  var tokens: [Token] = []

  static func tokens(of bytes: [UInt8]) -> [Token] {
    bytes.withUnsafeBufferPointer { bytes in
      var lexer = Lexer(bytes: bytes)
      lexer.run()
      if lexer.hasBrackets, lexer.hasLines { lexer.joinLines() }
      return lexer.tokens
    }
  }

  private init(bytes: UnsafeBufferPointer<UInt8>) {
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
      case UInt8(ascii: "\\"): command()
      case UInt8(ascii: "$"): word()
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
  mutating func add(_ kind: Token.Kind, from start: Int) {
    tokens.append(Token(kind: kind, start: Int32(start), end: Int32(position), isSpaced: isSpaced))
    isSpaced = false
  }

  func isDigit(at index: Int) -> Bool { index < bytes.count && bytes[index].isDigit }

  func byte(_ offset: Int) -> UInt8 {
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
    let first = byte(0)
    guard first < 0x80 else { return add(.unknown, length: 1) }
    if let kind = Self.secondBytes[Int(first)].first(where: { $0.byte == byte(1) })?.kind {
      return add(kind, length: 2)
    }
    let kind = Self.signs[Int(first)]
    add(kind, length: 1)
    hasBrackets = hasBrackets || kind.isOpening
  }

  /// Of one character, by it.
  private static let signs: [Token.Kind] = {
    var signs = [Token.Kind](repeating: .unknown, count: 0x80)
    let known: [(Unicode.Scalar, Token.Kind)] = [
      ("+", .plus), ("-", .minus), ("*", .times), ("/", .divide), ("%", .percent), ("^", .power),
      ("=", .equal), ("<", .less), (">", .greater), ("(", .openParen), ("[", .openBracket),
      ("{", .openBrace), (")", .closeParen), ("]", .closeBracket), ("}", .closeBrace),
      (",", .comma), (".", .dot), (":", .colon), (";", .semicolon),
    ]
    for (sign, kind) in known { signs[Int(sign.value)] = kind }
    return signs
  }()

  /// The second characters of signs of two, by the first.
  private static let secondBytes: [[(byte: UInt8, kind: Token.Kind)]] = {
    var seconds = [[(byte: UInt8, kind: Token.Kind)]](repeating: [], count: 0x80)
    let known: [(String, Token.Kind)] = [
      ("->", .arrow), ("**", .power), ("//", .floorDivide), ("+=", .augmented),
      ("-=", .augmented), ("*=", .augmented), ("/=", .augmented), ("==", .equalEqual),
      ("!=", .notEqual), ("<=", .lessEqual), (">=", .greaterEqual),
    ]
    for (sign, kind) in known {
      let bytes = Array(sign.utf8)
      seconds[Int(bytes[0])].append((bytes[1], kind))
    }
    return seconds
  }()

  /// TeX's signs of multiplication, as they are pasted: `4.2 \\times 10^{3}`.
  private mutating func command() {
    let sign = ["\\times", "\\cdot"].first { bytes[position...].starts(with: $0.utf8) }
    if let sign { add(.times, length: sign.utf8.count) } else { self.sign() }
  }

  // MARK: Words

  func isWordStart(at index: Int) -> Bool {
    index < bytes.count && bytes[index].isLetter && bytes[index] | 0x20 != UInt8(ascii: "e")
  }

  func isWordPart(at index: Int) -> Bool {
    index < bytes.count && (bytes[index].isDigit || bytes[index].isLetter || bytes[index] >= 0x80)
  }

  private mutating func word() {
    let start = position
    var isPlain = true
    // As a number, most significant letter first, where it is short.
    var letters: UInt64 = 0
    while position < bytes.count {
      let byte = bytes[position]
      if byte.isDigit || byte.isLetter {
        letters = letters << 8 | UInt64(byte)
        position += 1
        continue
      }
      guard byte >= 0x80 else { break }
      isPlain = false
      if let (scalar, length) = scalar(at: position), Self.continuesWord(scalar) {
        position += length
        // `€3`
        if scalar.properties.generalCategory == .currencySymbol { return add(.word, from: start) }
      } else {
        break
      }
    }
    // `$5`, `k$`, `US$`
    if byte(0) == UInt8(ascii: "$"), position - start <= 2 { position += 1 }
    add(.word, from: start)
    if isPlain {
      tokens[tokens.count - 1].isPlain = true
      if position - start <= Token.Word.longest {
        tokens[tokens.count - 1].word = Token.Word(letters)
      }
    }
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
    func isSuperscript(at index: Int) -> Int? {
      scalar(at: index).flatMap { Parser.superscripts[$0.0] == nil ? nil : $0.1 }
    }
    while true {
      if let length = isSuperscript(at: position) {
        position += length
      } else if byte(0) == UInt8(ascii: "."), isSuperscript(at: position + 1) != nil {
        position += 1
      } else {
        break
      }
    }
    add(.superscript, from: start)
  }

  private static func startsWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.generalCategory == .currencySymbol
      || ["°", "‰", "℃", "℉", "Ω", "µ", "Δ", "∆"].contains(scalar)
  }

  private static func continuesWord(_ scalar: Unicode.Scalar) -> Bool {
    if ("₀"..."₉").contains(scalar) { return true }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .decimalNumber: return true
    default: return startsWord(scalar) && Parser.superscripts[scalar] == nil
    }
  }

  func scalar(at index: Int) -> (Unicode.Scalar, Int)? {
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
  var isLetter: Bool {
    UInt8(ascii: "a")...UInt8(ascii: "z") ~= self | 0x20 || self == UInt8(ascii: "_")
  }
}
