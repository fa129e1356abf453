/// Time from one moment to a later one, in days as the calendar counts them and in hours and
/// minutes of what is left; what is less than a minute is left out.
public struct TimeSpan: Hashable, Sendable {
  public var days: Int
  public var hours: Int
  public var minutes: Int

  public init(days: Int, hours: Int, minutes: Int) {
    (self.days, self.hours, self.minutes) = (days, hours, minutes)
  }

  /// Nothing where `end` is not after `start`.
  ///
  /// A day is from one time to the same time on the next day, whether or not clocks are set in
  /// between.
  public init(from start: Moment, to end: Moment, in zone: Zone) {
    guard end > start else {
      (days, hours, minutes) = (0, 0, 0)
      return
    }
    let wall = zone.wallTime(at: start)
    func after(_ days: Int) -> Moment {
      var later = wall
      later.day = wall.day.adding(days)
      return days == 0 ? start : zone.moment(of: later)
    }
    var days = zone.day(at: end).number - wall.day.number
    while days > 0, after(days) > end { days -= 1 }
    let rest = max(0, end.seconds - after(days).seconds)
    (self.days, hours, minutes) = (days, rest / 3600, rest / 60 % 60)
  }
}
