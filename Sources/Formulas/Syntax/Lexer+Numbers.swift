import Quantities

/// Numbers, as people write them.
extension Lexer {
  /// `450`, `.5`, `1e6`, `1_000_000`, `10'000`, `10 000`, `3x10^8`.
  mutating func number() {
    let start = position
    var isBad = false
    // 0x1F, 0b101 and 0o17, which are not read as zero times a word.
    if byte(0) == UInt8(ascii: "0"), "xbo".utf8.contains(byte(1)), isDigit(at: position + 2) {
      position += 2
      isBad = true
    }
    digits(&isBad)
    let isGrouped = !isBad && groups(from: start)
    if byte(0) == UInt8(ascii: "."), byte(1) != UInt8(ascii: "."), endsWithPoint() {
      position += 1
      let decimals = position
      if isDigit(at: position) { digits(&isBad) }
      if !isBad { groups(from: decimals, isDecimal: true, isGrouped: isGrouped) }
      if position == decimals { skipDashOfPrice() }
    }
    if !isBad { skipPowerOfTen() }
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

  /// Groups of three digits with a space between, behind one of the same number: `10 000`,
  /// `3.141 592 65`. Whether there are any.
  ///
  /// - Parameter isGrouped: whether the digits before the point are in groups.
  @discardableResult
  private mutating func groups(
    from start: Int, isDecimal: Bool = false, isGrouped: Bool = false
  ) -> Bool {
    let last = bytes[start..<position].reversed().prefix(while: \.isDigit)
    let isFirst = last.count == position - start
    guard last.count == 3 || !isDecimal && isFirst && (1...2).contains(last.count),
      !(isFirst && !isDecimal && last.last == UInt8(ascii: "0"))
    else { return false }
    var count = 0
    while let gap = spaceLength() {
      let digits = bytes[min(position + gap, bytes.count)...].prefix(4).prefix(while: \.isDigit)
        .count
      // The last group of decimals may be shorter.
      let mayEnd = isDecimal && (isGrouped || count > 0)
      guard digits == 3 || mayEnd && (1...2).contains(digits) else { break }
      position += gap + digits
      count += 1
      if digits < 3 { break }
    }
    return count > 0
  }

  /// Length of one space of any width at the position.
  private func spaceLength() -> Int? {
    if byte(0) == UInt8(ascii: " ") { return 1 }
    guard let (scalar, length) = scalar(at: position) else { return nil }
    return ["\u{A0}", "\u{2007}", "\u{2009}", "\u{202F}"].contains(scalar) ? length : nil
  }

  /// Whether the point at the position belongs to the number before it: `1.cm` is one centimetre.
  private func endsWithPoint() -> Bool {
    guard isWordStart(at: position + 1) else { return true }
    let word = bytes[(position + 1)...].prefix { $0.isLetter }
    return UnitSystem.isInCatalogue(String(decoding: word, as: UTF8.self))
      && byte(1 + word.count) != UInt8(ascii: "(")
  }

  /// The dash of a Swiss price, `12.- CHF`, which stands for no centimes; with a number behind it it
  /// is a minus.
  private mutating func skipDashOfPrice() {
    let length = byte(0) == UInt8(ascii: "-") ? 1 : byte(0) == 0xE2 && byte(1) == 0x80 ? 3 : 0
    guard length == 1 || length == 3 && [0x93, 0x94].contains(byte(2)) else { return }
    // `3.--`
    let isTwice = length == 1 && byte(1) == UInt8(ascii: "-")
    var next = position + length + (isTwice ? 1 : 0)
    let isSpaced = next < bytes.count && bytes[next] == UInt8(ascii: " ")
    while next < bytes.count, bytes[next] == UInt8(ascii: " ") { next += 1 }
    if next < bytes.count {
      let isWord = bytes[next].isLetter || bytes[next] >= 0x80
      let word = String(
        decoding: bytes[next...].prefix { $0.isLetter || $0 >= 0x80 }, as: UTF8.self)
      guard isWord ? isSpaced && UnitSystem.isMoney(word) : "+*/),;\n#".utf8.contains(bytes[next])
      else { return }
    }
    position += length + (isTwice ? 1 : 0)
  }

  /// `x10^8`, `x 10**-8` and `X10⁸` behind a number.
  private mutating func skipPowerOfTen() {
    var next = position
    func skipSpaces() { while next < bytes.count, bytes[next] == UInt8(ascii: " ") { next += 1 } }
    func skip(_ text: StaticString) -> Bool {
      let length = text.utf8CodeUnitCount
      let isThere = text.withUTF8Buffer { next < bytes.count && bytes[next...].starts(with: $0) }
      if isThere { next += length }
      return isThere
    }
    skipSpaces()
    guard skip("x") || skip("X") else { return }
    skipSpaces()
    guard skip("10") else { return }
    skipSpaces()
    let start = next
    while let (scalar, length) = scalar(at: next), Parser.superscripts[scalar] != nil {
      next += length
    }
    if next == start {
      guard skip("^") || skip("**") else { return }
      skipSpaces()
      let closing: StaticString? = skip("(") ? ")" : skip("{") ? "}" : nil
      _ = skip("-") || skip("+")
      guard isDigit(at: next) else { return }
      while isDigit(at: next) { next += 1 }
      if let closing, !skip(closing) { return }
    }
    // A power of a power is neither.
    if skip("^") || skip("**") { return }
    if let (scalar, _) = scalar(at: next), Parser.superscripts[scalar] != nil { return }
    position = next
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
}
