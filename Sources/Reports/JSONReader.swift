import Diagnostics

/// Why a text is not read as JSON.
public struct JSONFault: Error, Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// Something else stands where a value, a comma, a bracket or the end is expected.
    case syntax
    /// Half of a pair of UTF-16, such as `\ud83d` alone, which stands for nothing.
    case loneSurrogate
    case notUTF8
    case tooDeep
    case tooMany
    /// A number of very many digits.
    case longNumber
  }

  public var kind: Kind
  /// Counted from 1.
  public var line: Int
}

extension JSONValue {
  /// Levels of arrays and objects, values of all kinds, and bytes of a number that are read.
  private static let deepest = 128
  private static let mostValues = 1_000_000
  fileprivate static let longestNumber = 1000

  /// The value of a text, as RFC 8259 has it; a mark of the byte order before it is passed over.
  ///
  /// A number too large for a double is infinite. The members of an object stay as they are written,
  /// though a key comes twice.
  public static func read(_ bytes: [UInt8]) throws(JSONFault) -> JSONValue {
    var reader = JSONReader(bytes, depth: deepest, values: mostValues)
    return try reader.document()
  }

  public static func read(_ text: String) throws(JSONFault) -> JSONValue {
    try read(Array(text.utf8))
  }

  // MARK: What it holds

  /// The first member of an object with this key; nil where there is none, or it is null.
  public subscript(key: String) -> JSONValue? {
    guard let value = members?.first(where: { $0.key == key })?.value else { return nil }
    if case .null = value { return nil }
    return value
  }

  /// Nil for all but an object.
  public var members: [(key: String, value: JSONValue)]? {
    if case .object(let members) = self { members } else { nil }
  }

  /// Nil for all but an array.
  public var items: [JSONValue]? {
    if case .array(let items) = self { items } else { nil }
  }

  /// Nil for all but a string.
  public var ownText: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// Nil for all but an array of strings.
  public var texts: [String]? {
    guard let items else { return nil }
    let texts = items.compactMap(\.ownText)
    return texts.count == items.count ? texts : nil
  }

  /// Nil for all but a number.
  public var ownNumber: Double? {
    if case .number(let number) = self { number } else { nil }
  }
}

/// One pass over the bytes, a level of the stack for each level of nesting.
private struct JSONReader {
  private let bytes: [UInt8]
  private var index: Int
  private var depth: Int
  private var values: Int

  init(_ bytes: [UInt8], depth: Int, values: Int) {
    self.bytes = bytes
    index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    self.depth = depth
    self.values = values
  }

  mutating func document() throws(JSONFault) -> JSONValue {
    let value = try value()
    skipBlanks()
    guard index == bytes.count else { throw fault(.syntax) }
    return value
  }

  private func fault(_ kind: JSONFault.Kind) -> JSONFault {
    JSONFault(kind: kind, line: bytes.prefix(index).count { $0 == UInt8(ascii: "\n") } + 1)
  }

  /// The next byte; a zero, which stands nowhere in JSON, behind the last.
  private var byte: UInt8 { index < bytes.count ? bytes[index] : 0 }

  private mutating func skipBlanks() {
    while [0x20, 0x0A, 0x0D, 0x09].contains(byte) { index += 1 }
  }

  /// Whether this came next, which is then passed.
  private mutating func skip(_ sign: Unicode.Scalar) -> Bool {
    guard byte == UInt8(ascii: sign) else { return false }
    index += 1
    return true
  }

  private mutating func expect(_ sign: Unicode.Scalar) throws(JSONFault) {
    guard skip(sign) else { throw fault(.syntax) }
  }

  // MARK: Values

  private mutating func value() throws(JSONFault) -> JSONValue {
    values -= 1
    guard values >= 0 else { throw fault(.tooMany) }
    skipBlanks()
    switch byte {
    case UInt8(ascii: "{"):
      return .object(try list("}") { reader throws(JSONFault) in try reader.member() })
    case UInt8(ascii: "["):
      return .array(try list("]") { reader throws(JSONFault) in try reader.value() })
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return .number(try number())
    }
  }

  /// What stands between a bracket or brace and the one that closes it, with commas in between.
  private mutating func list<Item>(
    _ end: Unicode.Scalar, _ item: (inout JSONReader) throws(JSONFault) -> Item
  ) throws(JSONFault) -> [Item] {
    depth -= 1
    guard depth >= 0 else { throw fault(.tooDeep) }
    defer { depth += 1 }
    index += 1
    skipBlanks()
    var items: [Item] = []
    if skip(end) { return items }
    while true {
      items.append(try item(&self))
      skipBlanks()
      if skip(end) { return items }
      try expect(",")
    }
  }

  private mutating func member() throws(JSONFault) -> (key: String, value: JSONValue) {
    skipBlanks()
    let key = try string()
    skipBlanks()
    try expect(":")
    return (key, try value())
  }

  private mutating func word(_ word: StaticString, _ value: JSONValue) throws(JSONFault)
    -> JSONValue
  {
    let bytes = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
    guard self.bytes[index...].starts(with: bytes) else { throw fault(.syntax) }
    index += bytes.count
    return value
  }

  // MARK: Numbers

  private mutating func number() throws(JSONFault) -> Double {
    let start = index
    _ = skip("-")
    if !skip("0") { try digits() }
    if skip(".") { try digits() }
    if skip("e") || skip("E") {
      _ = skip("+") || skip("-")
      try digits()
    }
    guard index - start <= JSONValue.longestNumber else { throw fault(.longNumber) }
    guard let number = Double(String(decoding: bytes[start..<index], as: UTF8.self)) else {
      throw fault(.syntax)
    }
    return number
  }

  private mutating func digits() throws(JSONFault) {
    let start = index
    while (0x30...0x39).contains(byte) { index += 1 }
    guard index > start else { throw fault(.syntax) }
  }

  // MARK: Strings

  private mutating func string() throws(JSONFault) -> String {
    try expect("\"")
    var text: [UInt8] = []
    while true {
      let start = index
      while byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") { index += 1 }
      text += bytes[start..<index]
      if skip("\"") { break }
      try expect("\\")
      text += String(Character(try escaped())).utf8
    }
    guard let string = String(validating: text, as: UTF8.self) else { throw fault(.notUTF8) }
    return string
  }

  private mutating func escaped() throws(JSONFault) -> Unicode.Scalar {
    let sign = byte
    index += 1
    switch sign {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(sign)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try unicode()
    default:
      index -= 1
      throw fault(.syntax)
    }
  }

  private mutating func unicode() throws(JSONFault) -> Unicode.Scalar {
    let first = try unit()
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard UTF16.isLeadSurrogate(first), skip("\\"), skip("u") else { throw fault(.loneSurrogate) }
    let second = try unit()
    guard UTF16.isTrailSurrogate(second) else { throw fault(.loneSurrogate) }
    let value = 0x10000 + (UInt32(first & 0x3FF) << 10 | UInt32(second & 0x3FF))
    guard let scalar = Unicode.Scalar(value) else { throw fault(.loneSurrogate) }
    return scalar
  }

  private mutating func unit() throws(JSONFault) -> UInt16 {
    var unit: UInt16 = 0
    for _ in 0..<4 {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { throw fault(.syntax) }
      unit = unit << 4 | UInt16(digit)
      index += 1
    }
    return unit
  }
}
