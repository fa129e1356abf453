import Diagnostics

/// A number as a person wrote it, with how exactly: `~17'000`, `72,1`, `2.9e5`.
struct WrittenFigure: Hashable {
  /// One way of reading it. `17,000` is seventeen thousand to some and seventeen to others.
  struct Reading: Hashable {
    var value: Double
    /// What one more in its last figure adds. Zeros at the end of a whole number are no figures.
    var step: Double
    /// Significant figures that it has at least.
    var figures: Int
  }

  /// The likelier first; one or two.
  var readings: [Reading]
  /// Without point and power of ten.
  var isWhole: Bool

  var value: Double { readings[0].value }
  var figures: Int { readings[0].figures }

  func scaled(by factor: Double) -> WrittenFigure {
    var copy = self
    copy.readings = readings.map {
      Reading(value: $0.value * factor, step: $0.step * factor, figures: $0.figures)
    }
    return copy
  }

  func raised(toTen power: Int) -> WrittenFigure {
    var copy = scaled(by: Double("1e\(max(-30, min(30, power)))") ?? 1)
    copy.isWhole = false
    return copy
  }

  /// Digits of the longest number that is read.
  static let digitLimit = 40

  /// Reads groups of digits and what stands between them; nil where they are no number: a version,
  /// a date, more digits than anyone writes.
  init?(groups: [String], separators: [Character]) {
    guard groups.reduce(0, { $0 + $1.count }) <= Self.digitLimit else { return nil }
    var decimal: Int?
    var other: (whole: String, fraction: String)?
    if let last = separators.last, !" '_".contains(last) {
      let isGrouped = groups.dropFirst().allSatisfy { $0.count == 3 } && groups[0].count <= 3
      switch (separators.count, separators.count { $0 == last }) {
      case (1, _):
        let couldBeEither = isGrouped && groups[0] != "0"
        if last == ",", couldBeEither {
          other = (groups[0], groups[1])
        } else {
          decimal = 1
          if couldBeEither { other = (groups[0] + groups[1], "") }
        }
      case (let all, let same) where all == same: guard isGrouped else { return nil }
      case (_, let same):
        guard same == 1 else { return nil }
        decimal = groups.count - 1
      }
    }
    let whole = groups[..<(decimal ?? groups.count)]
    let inner = separators.prefix(whole.count - 1)
    guard Set(inner).count <= 1, inner.isEmpty || whole[0].count <= 3,
      whole.dropFirst().allSatisfy({ $0.count == 3 })
    else { return nil }
    let fraction = decimal.map { groups[$0] } ?? ""
    let written = [(whole.joined(), fraction)] + [other].compactMap { $0 }
    readings = written.compactMap(Self.reading)
    if readings.isEmpty { return nil }
    isWhole = fraction.isEmpty
  }

  /// A fraction, which is as exact as people mean it: `half` is between 49 and 51 %, `two and a half`
  /// is 2.5.
  init?(whole: Int, _ numerator: Int, of denominator: Int) {
    guard denominator > 0 else { return nil }
    let value = Double(whole) + Double(numerator) / Double(denominator)
    let step = whole == 0 ? 0.02 : 0.1
    readings = [Reading(value: value, step: step, figures: whole == 0 ? 1 : 2)]
    isWhole = false
  }

  private static func reading(whole: String, fraction: String) -> Reading? {
    let written = whole + fraction
    let digits = written.utf8.drop { $0 == UInt8(ascii: "0") }
    let zeros =
      fraction.isEmpty
      ? digits.dropFirst().reversed().prefix { $0 == UInt8(ascii: "0") }.count : 0
    let decimals = fraction.utf8.count
    let figures = max(1, digits.count - zeros)
    // Both are whole numbers that a Double holds, so that their quotient is the nearest to what is
    // written.
    if written.utf8.count <= exactDigits, let number = Int(written) {
      let step = zeros > 0 ? powersOfTen[zeros] : 1 / powersOfTen[decimals]
      return Reading(value: Double(number) / powersOfTen[decimals], step: step, figures: figures)
    }
    guard let value = Double(fraction.isEmpty ? whole : "\(whole).\(fraction)") else { return nil }
    return Reading(value: value, step: Double("1e\(zeros - decimals)") ?? 1, figures: figures)
  }

  /// Digits of the longest whole number that a Double holds in any case.
  private static let exactDigits = 15
  private static let powersOfTen: [Double] = (0...exactDigits).map { Double("1e\($0)") ?? 1 }
}

extension WrittenFigure {
  /// A number of one reading that is made of several.
  init(value: Double, step: Double, figures: Int) {
    readings = [Reading(value: value, step: step, figures: figures)]
    isWhole = false
  }
}
