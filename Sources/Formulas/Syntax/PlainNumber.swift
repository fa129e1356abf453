import Diagnostics

/// A number of digits and a point alone, as most are typed, read without going through a text.
///
/// A whole number below 2^53 and a power of ten up to 10^22 are both exact as doubles, so that their
/// quotient is the double nearest to the decimal (Clinger, "How to read floating point numbers
/// accurately", PLDI 1990).
struct PlainNumber {
  let value: Double
  /// As typed: leading zeros do not count, nor zeros that end a whole number.
  let figures: Int

  /// Nil where there is anything else, or more digits than are exact.
  init?(_ digits: some Collection<UInt8>) {
    guard digits.count <= 16 else { return nil }
    var whole: UInt64 = 0
    var figures = 0
    var decimals: Int?
    var zeros = 0
    for digit in digits {
      if digit == UInt8(ascii: "."), decimals == nil {
        decimals = 0
        continue
      }
      guard digit.isDigit else { return nil }
      whole = whole * 10 + UInt64(digit & 0xF)
      if figures > 0 || digit != UInt8(ascii: "0") { figures += 1 }
      zeros = digit == UInt8(ascii: "0") ? zeros + 1 : 0
      decimals = decimals.map { $0 + 1 }
    }
    guard whole < 1 << 53 else { return nil }
    value = Double(whole) / Self.powersOfTen[decimals ?? 0]
    self.figures = decimals == nil ? max(0, figures - zeros) : figures
  }

  private static let powersOfTen: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]
}
