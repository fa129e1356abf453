/// How a number is written: its figures and decimals as typed, zeros at its end among them.
///
/// Of `1.20e3`, what stands before the power of ten counts.
public struct Numeral: Hashable, Sendable {
  /// How many significant figures it may have: 2, 3 or 4 of `1200`, whose zeros may count or not.
  /// Any number of a zero, which has none.
  public let figures: ClosedRange<Int>
  /// Digits after the point.
  public let decimals: Int

  /// Figures of a number at most.
  private static let most = 1000

  /// A number as it is read: `10000` of `10'000` and `10 000`, `3e-8` of `3 x 10^{-8}`.
  static func plain(_ text: String) -> String {
    var result = ""
    var isPower = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "x", "X":
        result += "e"
        isPower = true
      case "E": result += "e"
      case "0"..."9", ".", "-", "+", "e": result.unicodeScalars.append(scalar)
      case _: if isPower, let digit = Parser.superscripts[scalar] { result.append(digit) }
      }
    }
    // `12.-` and `12.--`, prices
    if result.hasSuffix(".--") { result.removeLast() }
    if result.hasSuffix(".-") || result.hasSuffix("--") { result.removeLast() }
    return isPower ? result.replacing("e10", with: "e", maxReplacements: 1) : result
  }

  /// - Parameter text: a number as the parser takes it, such as `10'000`, `.50` and `1.20e3`.
  init(_ text: String) {
    let mantissa = Self.plain(text).utf8.prefix { $0 != UInt8(ascii: "e") }
    let parts = mantissa.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
      .map { $0.filter(\.isDigit) }
    decimals = parts.count > 1 ? parts[1].count : 0
    let digits = parts.joined().drop { $0 == UInt8(ascii: "0") }
    let zeros = parts.count > 1 ? 0 : digits.reversed().prefix { $0 == UInt8(ascii: "0") }.count
    figures = digits.isEmpty ? 0...Self.most : digits.count - zeros...digits.count
  }
}

extension Expression {
  /// The numbers of a figure or of a list of figures, with or without unit, one a row; nil in the
  /// place of a row that is computed, and for a computation as a whole.
  ///
  /// - Parameters:
  ///   - bytes: the text that was parsed.
  ///   - isName: tells of words that are no units here.
  func numerals(in bytes: [UInt8], isName: (String) -> Bool) -> [Numeral?]? {
    if case .list(let items) = withoutParentheses.kind {
      return items.map { $0.numeral(in: bytes, isName: isName) }
    }
    // A list with a unit behind it.
    if let (left, right) = product, case .list = left.withoutParentheses.kind,
      right.isSize(isName: isName)
    {
      return left.numerals(in: bytes, isName: isName)
    }
    return numeral(in: bytes, isName: isName).map { [$0] }
  }

  private func numeral(in bytes: [UInt8], isName: (String) -> Bool) -> Numeral? {
    if case .number = kind {
      guard span.start >= 0, span.end <= bytes.count else { return nil }
      return Numeral(String(decoding: bytes[span.start..<span.end], as: UTF8.self))
    }
    if case .group(let inner) = kind { return inner.numeral(in: bytes, isName: isName) }
    if case .negation(let inner) = kind { return inner.numeral(in: bytes, isName: isName) }
    guard let (left, right) = product, right.isSize(isName: isName) else { return nil }
    return left.numeral(in: bytes, isName: isName)
  }

  /// Whether it is made of units and powers of ten alone, such as the `10^3 kg` of `1.2 * 10^3 kg`.
  private func isSize(isName: (String) -> Bool) -> Bool {
    if isUnitProduct { return !usedNames.contains(where: isName) }
    if isPowerOfTen || isOne { return true }
    if case .group(let inner) = kind { return inner.isSize(isName: isName) }
    guard let (left, right) = product else { return false }
    return left.isSize(isName: isName) && right.isSize(isName: isName)
  }

  private var isPowerOfTen: Bool {
    guard case .binary(.power, let base, let exponent) = kind, base.plainNumber == 10,
      let power = exponent.plainNumber
    else { return false }
    return power.rounded() == power
  }

  /// The 1 of `* 1 kg`, which gives a number its unit.
  private var isOne: Bool { if case .number(1, figures: 1) = kind { true } else { false } }
}

extension Worksheet {
  /// How the numbers of a key's formula are written, one a row; nil in the place of a row that is
  /// computed, and for a formula that computes as a whole, a fixed value or an unknown key.
  public func numerals(of key: Key) -> [Numeral?]? {
    guard let text = text(of: key), case .statement(let statement)? = Parser.parse(text).items.first
    else { return nil }
    switch statement.kind {
    case .assign(_, _, let formula), .assignColumn(_, _, _, let formula):
      return formula.numerals(in: Array(text.utf8), isName: hasName)
    case .function, .unit, .show: return nil
    }
  }
}
