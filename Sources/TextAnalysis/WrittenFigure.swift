import Formulas

/// A number as a person wrote it, with how exactly: `~17'000`, `72,1`, `2.9e5`.
public struct WrittenFigure: Hashable {
  /// One way of reading it. `17,000` is seventeen thousand to some and seventeen to others.
  struct Reading: Hashable {
    public var value: Double
    /// What one more in its last figure adds. Zeros at the end of a whole number are no figures.
    var step: Double
    /// Significant figures that it has at least.
    public var figures: Int
  }

  /// The likelier first; one or two.
  var readings: [Reading]
  /// Without point and power of ten.
  var isWhole: Bool

  public var value: Double { readings[0].value }
  public var figures: Int { readings[0].figures }

  func scaled(by factor: Double) -> WrittenFigure {
    let readings = readings.map {
      Reading(value: $0.value * factor, step: $0.step * factor, figures: $0.figures)
    }
    return WrittenFigure(readings: readings, isWhole: isWhole)
  }

  /// The likelier reading alone, where nothing is in doubt: a point in words parts no thousands.
  var withOneReading: WrittenFigure {
    WrittenFigure(readings: Array(readings.prefix(1)), isWhole: isWhole)
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
    let thousands: Set<Character> = [" ", "'", "_"]
    var decimal: Int?
    var other: (() -> Reading?)?
    if let last = separators.last, !thousands.contains(last) {
      let same = separators.count { $0 == last }
      let isGrouped = groups.dropFirst().allSatisfy { $0.count == 3 } && groups[0].count <= 3
      if separators.count == 1 {
        let couldBeEither = isGrouped && groups[0] != "0"
        if last == "," && couldBeEither {
          other = { Self.reading(whole: groups[0], fraction: groups[1]) }
        } else {
          decimal = 1
          if couldBeEither { other = { Self.reading(whole: groups[0] + groups[1], fraction: "") } }
        }
      } else if same == separators.count {
        guard isGrouped else { return nil }
      } else {
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
    guard let first = Self.reading(whole: whole.joined(), fraction: fraction) else { return nil }
    readings = [first] + [other?()].compactMap { $0 }
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

  private init(readings: [Reading], isWhole: Bool) {
    self.readings = readings
    self.isWhole = isWhole
  }

  private static func reading(whole: String, fraction: String) -> Reading? {
    guard let value = Double(fraction.isEmpty ? whole : "\(whole).\(fraction)") else { return nil }
    var digits = (whole + fraction)[...]
    digits = digits.drop { $0 == "0" }
    var place = -fraction.count
    if fraction.isEmpty {
      while digits.count > 1, digits.last == "0" {
        digits.removeLast()
        place += 1
      }
    }
    return Reading(value: value, step: Double("1e\(place)") ?? 1, figures: max(1, digits.count))
  }
}
