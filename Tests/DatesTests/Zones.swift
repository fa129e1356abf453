import Dates

/// Zones with rules that are known, so that tests need none of the system's.
enum Zones {
  /// An hour ahead of UTC, two from the last Sunday of March to that of October, 1:00 UTC.
  static let zurich = Zone { moment in
    let year = Zone.utc.wallTime(at: moment).day.year
    let start = Self.lastSunday(of: 3, in: year).number * 86_400 + 3600
    let end = Self.lastSunday(of: 10, in: year).number * 86_400 + 3600
    return (start..<end).contains(moment.seconds) ? 7200 : 3600
  }

  /// Five hours and a half ahead all the year.
  static let kolkata = Zone { _ in 19_800 }

  /// Clocks go from 0:00 to 1:00 on 10 November 2030, as they once did in Brazil.
  static let midnight = Zone { moment in
    moment.seconds < Moment("2030-11-10T03:00Z")?.seconds ?? 0 ? -10_800 : -7200
  }

  private static func lastSunday(of month: Int, in year: Int) -> Day {
    let first = Day(year: year, month: month, day: 31) ?? Day(number: 0)
    return first.adding(-first.weekday)
  }
}
