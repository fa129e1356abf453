/// The shortest decimal digits that stand for a double, and where the point is.
struct DecimalDigits {
  /// Digits from the first that is not 0; empty for 0.
  var digits: [UInt8] = []
  /// The number is 0.d₁d₂d₃… × 10^exponent.
  var exponent = 0

  init(_ value: Double) {
    guard value.isFinite, value != 0 else { return }
    var point: Int?
    var power = 0
    var readsPower = false
    var negativePower = false
    for byte in abs(value).description.utf8 {
      switch byte {
      case UInt8(ascii: "."): point = digits.count
      case UInt8(ascii: "e"): readsPower = true
      case UInt8(ascii: "-"): negativePower = true
      case UInt8(ascii: "+"): break
      default:
        let digit = byte &- UInt8(ascii: "0")
        if readsPower { power = power * 10 + Int(digit) } else { digits.append(digit) }
      }
    }
    exponent = (point ?? digits.count) + (negativePower ? -power : power)
    let zeros = digits.prefix { $0 == 0 }.count
    digits.removeFirst(zeros)
    exponent -= zeros
    while digits.last == 0 { digits.removeLast() }
  }

  /// Keeps `count` digits, rounding half away from zero on the shortest decimal form.
  mutating func round(to count: Int) {
    guard digits.count > count, count >= 0 else { return }
    let up = digits[count] >= 5
    digits.removeLast(digits.count - count)
    if up {
      var index = count - 1
      while index >= 0, digits[index] == 9 {
        digits[index] = 0
        index -= 1
      }
      if index >= 0 {
        digits[index] += 1
      } else {
        digits.insert(1, at: 0)
        exponent += 1
      }
    }
    while digits.last == 0 { digits.removeLast() }
  }
}

/// How numbers are written for people.
public struct NumberFormat: Sendable {
  /// Significant digits of a number that is not short.
  public var digits: Int
  /// A number with at most this many digits is written whole.
  public var shortDigits: Int
  /// Between groups of three digits before the point, from five digits on; nil for none.
  public var groupSeparator: Character?

  /// Six figures, up to twelve where a number is short, thousands apart.
  public static let standard = NumberFormat()

  /// The least number of 13 digits before the point.
  private static let leastLong = 1e12

  /// Digits that a short computation keeps.
  private static let exactDigits = 14

  public init(digits: Int = 6, shortDigits: Int = 12, groupSeparator: Character? = "'") {
    self.digits = digits
    self.shortDigits = shortDigits
    self.groupSeparator = groupSeparator
  }

  /// The number with `digits` significant digits, or whole where that is short. What is
  /// written can be typed back in. Whole digits before the point are kept up to 12.
  public func string(_ value: Double) -> String {
    if value.isNaN { return "missing" }
    if value.isInfinite { return value < 0 ? "-infinity" : "infinity" }
    // A whole number that a double holds exactly is its own shortest form.
    if let whole = Int64(exactly: value), abs(value) < Self.leastLong, shortDigits >= 12 {
      return (whole < 0 ? "-" : "") + grouped("\(whole.magnitude)")
    }
    var decimal = DecimalDigits(value)
    if decimal.digits.count > Self.exactDigits {
      // What a computation leaves behind the last digits is noise.
      var clean = decimal
      clean.round(to: Self.exactDigits)
      if clean.digits.count <= shortDigits { decimal = clean }
    }
    if decimal.digits.count > shortDigits {
      let whole = decimal.exponent <= shortDigits ? decimal.exponent : 0
      decimal.round(to: max(digits, whole))
    }
    let sign = value < 0 && !decimal.digits.isEmpty ? "-" : ""
    return sign + text(of: decimal)
  }

  /// The value rounded to a number of significant figures.
  public static func rounded(_ value: Double, figures: Int) -> Double {
    guard value.isFinite, value != 0 else { return value }
    var decimal = DecimalDigits(value)
    decimal.round(to: figures)
    let format = NumberFormat(digits: figures, shortDigits: 0, groupSeparator: nil)
    let magnitude = Double(format.scientific(decimal)) ?? abs(value)
    return value < 0 ? -magnitude : magnitude
  }

  /// Power of ten of the first significant figure: 2 for 345, -3 for 0.0026.
  public static func leadingPower(_ value: Double) -> Int { DecimalDigits(value).exponent - 1 }

  /// Significant figures in the shortest form of a number: 2 for 0.0026 and for 450.
  public static func figures(_ value: Double) -> Int { DecimalDigits(value).digits.count }

  /// The shortest digits of a number without zeros around them, and the power of ten of the first:
  /// `26` and -3 for 0.0026. None for 0.
  public static func digits(_ value: Double) -> (digits: String, leadingPower: Int) {
    let decimal = DecimalDigits(value)
    return (standard.string(of: decimal.digits), decimal.exponent - 1)
  }

  private func text(of decimal: DecimalDigits) -> String {
    if decimal.digits.isEmpty { return "0" }
    if decimal.exponent > 15 || decimal.exponent < -4 { return scientific(decimal) }
    if decimal.exponent <= 0 {
      return "0." + String(repeating: "0", count: -decimal.exponent) + string(of: decimal.digits)
    }
    if decimal.digits.count <= decimal.exponent {
      let zeros = [UInt8](repeating: 0, count: decimal.exponent - decimal.digits.count)
      return grouped(string(of: decimal.digits + zeros))
    }
    return grouped(string(of: decimal.digits.prefix(decimal.exponent))) + "."
      + string(of: decimal.digits.dropFirst(decimal.exponent))
  }

  private func scientific(_ decimal: DecimalDigits) -> String {
    guard let first = decimal.digits.first else { return "0" }
    let rest = decimal.digits.dropFirst()
    let fraction = rest.isEmpty ? "" : "." + string(of: rest)
    return "\(first)\(fraction)e\(decimal.exponent - 1)"
  }

  /// Digits with the separator between groups of three, from five on.
  public func grouped(_ digits: String) -> String {
    guard let groupSeparator, digits.utf8.count >= 5 else { return digits }
    var groups: [Substring] = []
    var rest = digits[...]
    while rest.utf8.count > 3 {
      groups.append(rest.suffix(3))
      rest = rest.dropLast(3)
    }
    groups.append(rest)
    return groups.reversed().joined(separator: String(groupSeparator))
  }

  private func string(of digits: some Sequence<UInt8>) -> String {
    String(decoding: digits.map { $0 + UInt8(ascii: "0") }, as: UTF8.self)
  }
}
