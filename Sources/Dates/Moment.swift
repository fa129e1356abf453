/// A point in time.
public struct Moment: Hashable, Comparable, Sendable {
  /// Since the start of 1970 in UTC, leap seconds not counted.
  public var seconds: Int

  public init(seconds: Int) { self.seconds = seconds }

  /// A time with its zone as ISO 8601 writes it: `2024-12-01T23:59:00+01:00`, `2024-12-01T22:59Z`.
  /// Zones reach to 14 hours either way.
  public init?(_ text: some StringProtocol) {
    let text = String(text)
    guard let mark = text.utf8.firstIndex(of: UInt8(ascii: "T")), let day = Day(text[..<mark]),
      let (clock, offset) = Self.separated(String(text[mark...].dropFirst())),
      let seconds = Self.seconds(ofClock: clock)
    else { return nil }
    self.seconds = day.number * 86_400 + seconds - offset
  }

  /// In UTC: `2024-12-01T22:59:00Z`.
  public var text: String {
    let wall = Zone.utc.wallTime(at: self)
    return "\(wall.day.text)T\(padded(wall.hour, 2)):\(padded(wall.minute, 2)):"
      + "\(padded(wall.second, 2))Z"
  }

  public func adding(seconds: Int) -> Moment { Moment(seconds: self.seconds + seconds) }

  public static func < (left: Moment, right: Moment) -> Bool { left.seconds < right.seconds }

  /// The time of day, and seconds of its zone east of Greenwich.
  private static func separated(_ text: String) -> (clock: Substring, offset: Int)? {
    if text.last == "Z" { return (text.dropLast(), 0) }
    guard let sign = text.lastIndex(where: { $0 == "+" || $0 == "-" }) else { return nil }
    guard let parts = numbers(String(text[sign...].dropFirst()), digits: [2, 2], between: ":"),
      parts[0] <= 14, parts[1] < 60
    else { return nil }
    let offset = parts[0] * 3600 + parts[1] * 60
    return (text[..<sign], text[sign] == "-" ? -offset : offset)
  }

  private static func seconds(ofClock text: Substring) -> Int? {
    guard
      let parts = numbers(String(text), digits: [2, 2], between: ":")
        ?? numbers(String(text), digits: [2, 2, 2], between: ":"),
      parts[0] < 24, parts.dropFirst().allSatisfy({ $0 < 60 })
    else { return nil }
    return zip(parts, [3600, 60, 1]).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
