/// A day of the Gregorian calendar, in no particular time zone.
public struct Day: Hashable, Comparable, Sendable {
  public let year: Int
  /// From 1 to 12.
  public let month: Int
  /// From 1 to 31.
  public let day: Int

  /// Days since 1 January 1970.
  public let number: Int

  /// Nil where there is no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.length(ofMonth: month, in: year)
    else { return nil }
    (self.year, self.month, self.day) = (year, month, day)
    number = Self.number(year, month, day)
  }

  /// The day that is so many days after 1 January 1970.
  public init(number: Int) {
    self.number = number
    // Years of 400 repeat; a year that starts in March has its leap day at the end.
    // After Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
    let shifted = number + 719_468
    let era = Self.floor(shifted, 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// As ISO 8601 writes it: `2024-12-01`.
  public init?(_ text: some StringProtocol) {
    guard let parts = numbers(String(text), digits: [4, 2, 2], between: "-") else { return nil }
    self.init(year: parts[0], month: parts[1], day: parts[2])
  }

  /// From 0, Sunday, to 6.
  public var weekday: Int { number + 4 - Self.floor(number + 4, 7) * 7 }

  public func adding(_ days: Int) -> Day { Day(number: number + days) }

  /// As ISO 8601 writes it.
  public var text: String { "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))" }

  public static func < (left: Day, right: Day) -> Bool { left.number < right.number }

  private static func length(ofMonth month: Int, in year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    case _: 31
    }
  }

  private static func number(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let year = month <= 2 ? year - 1 : year
    let era = floor(year, 400)
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// The quotient, rounded down where it is negative too.
  static func floor(_ number: Int, _ divisor: Int) -> Int {
    number >= 0 ? number / divisor : -((divisor - 1 - number) / divisor)
  }
}

/// Numbers of so many digits each, parted by a separator and nothing else; nil for any other text.
func numbers(_ text: String, digits: [Int], between separator: Unicode.Scalar) -> [Int]? {
  var rest = text.utf8[...]
  var numbers: [Int] = []
  for (place, count) in digits.enumerated() {
    if place > 0, rest.popFirst() != UInt8(ascii: separator) { return nil }
    let part = rest.prefix(count)
    guard part.count == count, part.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
    numbers.append(part.reduce(0) { $0 * 10 + Int($1 - 0x30) })
    rest = rest.dropFirst(count)
  }
  return rest.isEmpty ? numbers : nil
}

/// A number with zeros in front, up to a width.
func padded(_ number: Int, _ width: Int) -> String {
  let text = "\(number)"
  return String(repeating: "0", count: max(0, width - text.count)) + text
}
