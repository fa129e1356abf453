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
    var decimal = DecimalDigits(value)
    if decimal.count > Self.exactDigits {
      // What a computation leaves behind the last digits is noise.
      var clean = decimal
      clean.round(to: Self.exactDigits)
      if clean.count <= shortDigits { decimal = clean }
    }
    if decimal.count > shortDigits {
      let whole = decimal.exponent <= shortDigits ? decimal.exponent : 0
      decimal.round(to: max(digits, whole))
    }
    return written(decimal, isNegative: value < 0 && decimal.count > 0)
  }

  /// The value rounded to a number of significant figures.
  public static func rounded(_ value: Double, figures: Int) -> Double {
    guard value.isFinite, value != 0 else { return value }
    var decimal = DecimalDigits(value)
    decimal.round(to: figures)
    let magnitude = Double(scientific(decimal)) ?? abs(value)
    return value < 0 ? -magnitude : magnitude
  }

  /// Power of ten of the first significant figure: 2 for 345, -3 for 0.0026.
  public static func leadingPower(_ value: Double) -> Int { DecimalDigits(value).exponent - 1 }

  /// Significant figures in the shortest form of a number: 2 for 0.0026 and for 450.
  public static func figures(_ value: Double) -> Int { DecimalDigits(value).count }

  /// The shortest digits of a number without zeros around them, and the power of ten of the first:
  /// `26` and -3 for 0.0026. None for 0.
  public static func digits(_ value: Double) -> (digits: String, leadingPower: Int) {
    let decimal = DecimalDigits(value)
    return (decimal.count == 0 ? "" : "\(decimal.whole)", decimal.exponent - 1)
  }

  // MARK: Writing

  private func written(_ decimal: DecimalDigits, isNegative: Bool) -> String {
    let length = DecimalDigits.most + Self.mostPlaces * (1 + separator.utf8.count) + 8
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: length) { buffer in
      var writer = Writer(buffer: buffer)
      if isNegative { writer.write(UInt8(ascii: "-")) }
      if decimal.exponent > Self.mostPlaces || decimal.exponent < -4 {
        writer.writeScientific(decimal)
      } else {
        writer.write(decimal, separator: separator)
      }
      return writer.text
    }
  }

  /// Digits before the point of a number that is written without a power of ten.
  private static let mostPlaces = 15

  private var separator: String { groupSeparator.map(String.init) ?? "" }

  private static func scientific(_ decimal: DecimalDigits) -> String {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: DecimalDigits.most + 8) { buffer in
      var writer = Writer(buffer: buffer)
      writer.writeScientific(decimal)
      return writer.text
    }
  }

  /// Digits with the separator between groups of three, from five on.
  public func grouped(_ digits: String) -> String {
    let count = digits.utf8.count
    guard groupSeparator != nil, count >= 5 else { return digits }
    var result = ""
    for (place, digit) in digits.unicodeScalars.enumerated() {
      if place > 0, (count - place) % 3 == 0 { result += separator }
      result.unicodeScalars.append(digit)
    }
    return result
  }

  /// Bytes of a number, one after the other.
  private struct Writer {
    let buffer: UnsafeMutableBufferPointer<UInt8>
    private var count = 0

    init(buffer: UnsafeMutableBufferPointer<UInt8>) { self.buffer = buffer }

    var text: String {
      String(decoding: UnsafeBufferPointer(rebasing: buffer[..<count]), as: UTF8.self)
    }

    mutating func write(_ byte: UInt8) {
      buffer[count] = byte
      count += 1
    }

    /// With the separator between groups of three, from five digits before the point on.
    mutating func write(_ decimal: DecimalDigits, separator: String) {
      let places = max(decimal.exponent, 0)
      if places == 0 { write(UInt8(ascii: "0")) }
      let isGrouped = places >= 5 && !separator.isEmpty
      for place in 0..<places {
        if isGrouped, place > 0, (places - place) % 3 == 0 {
          for byte in separator.utf8 { write(byte) }
        }
        write(UInt8(ascii: "0") + decimal.digit(place))
      }
      guard decimal.count > decimal.exponent, decimal.count > 0 else { return }
      write(UInt8(ascii: "."))
      for place in decimal.exponent..<decimal.count {
        write(UInt8(ascii: "0") + decimal.digit(place))
      }
    }

    mutating func writeScientific(_ decimal: DecimalDigits) {
      write(UInt8(ascii: "0") + decimal.digit(0))
      if decimal.count == 0 { return }
      if decimal.count > 1 { write(UInt8(ascii: ".")) }
      for place in 1..<max(1, decimal.count) { write(UInt8(ascii: "0") + decimal.digit(place)) }
      write(UInt8(ascii: "e"))
      for byte in "\(decimal.exponent - 1)".utf8 { write(byte) }
    }
  }
}
