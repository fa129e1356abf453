/// The front matter of a notebook as `reckon` itself writes it: a key a line, with a word, a list or
/// a mapping in brackets behind it. So is nearly every notebook's, and it needs no reader of YAML.
///
/// Anything that YAML may read in another way makes it none.
struct PlainHeader {
  enum Value {
    case word(String)
    case list([String])
    case mapping([(key: String, value: String)])
  }

  /// In their order, a line each.
  private(set) var entries: [(key: String, value: Value, bytes: Range<Int>)] = []

  private static let lengthLimit = 32_000

  private var place: Int
  private let bytes: [UInt8]

  /// Nil where the bytes hold anything else.
  init?(_ range: Range<Int>, of bytes: [UInt8]) {
    guard !range.isEmpty, range.count <= Self.lengthLimit,
      bytes[range.upperBound - 1] == Byte.newline
    else { return nil }
    self.bytes = bytes
    place = range.lowerBound
    while place < range.upperBound {
      let start = place
      guard let key = word(inBrackets: true), take(UInt8(ascii: ":")), take(Byte.space),
        !entries.contains(where: { $0.key == key }), let value = value(), take(Byte.newline)
      else { return nil }
      entries.append((key, value, start..<place))
    }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard bytes[place] == byte else { return false }
    place += 1
    return true
  }

  private mutating func value() -> Value? {
    if take(UInt8(ascii: "{")) {
      var entries: [(key: String, value: String)] = []
      repeat {
        guard let key = word(inBrackets: true), take(UInt8(ascii: ":")), take(Byte.space),
          !entries.contains(where: { $0.key == key }), let value = text(inBrackets: true)
        else { return nil }
        entries.append((key, value))
      } while takeComma()
      return take(UInt8(ascii: "}")) ? .mapping(entries) : nil
    }
    if take(UInt8(ascii: "[")) {
      var words: [String] = []
      repeat {
        guard let word = text(inBrackets: true) else { return nil }
        words.append(word)
      } while takeComma()
      return take(UInt8(ascii: "]")) ? .list(words) : nil
    }
    return text(inBrackets: false).map(Value.word)
  }

  private mutating func takeComma() -> Bool {
    guard bytes[place] == UInt8(ascii: ","), bytes[place + 1] == Byte.space else { return false }
    place += 2
    return true
  }

  private mutating func text(inBrackets: Bool) -> String? {
    guard take(UInt8(ascii: "\"")) else { return word(inBrackets: inBrackets) }
    let start = place
    while bytes[place] != UInt8(ascii: "\"") {
      guard isSpoken(bytes[place]), bytes[place] != UInt8(ascii: "\\") else { return nil }
      place += 1
    }
    defer { place += 1 }
    return String(decoding: bytes[start..<place], as: UTF8.self)
  }

  /// Words of letters and digits, one space apart.
  private mutating func word(inBrackets: Bool) -> String? {
    let start = place
    guard isLetterOrDigit(bytes[place]) else { return nil }
    while true {
      let byte = bytes[place]
      switch byte {
      case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "'"): break
      case Byte.space: guard isLetterOrDigit(bytes[place + 1]) else { return nil }
      case UInt8(ascii: ":"):
        guard (0x30...0x39).contains(bytes[place + 1]) else {
          return String(decoding: bytes[start..<place], as: UTF8.self)
        }
      default:
        guard isLetterOrDigit(byte) else {
          return String(decoding: bytes[start..<place], as: UTF8.self)
        }
      }
      place += 1
    }
  }

  private func isLetterOrDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: byte >= 0x80 && isSpoken(byte)
    }
  }

  /// Whether a byte is of a character that YAML takes for nothing but itself: of ASCII, or of the
  /// letters up to U+07FF, without controls and other line ends.
  private func isSpoken(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20..<0x7F, 0x80..<0xC0, 0xC3..<0xE0: true
    default: false
    }
  }
}
