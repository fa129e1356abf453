/// What a clock on the wall shows.
public struct WallTime: Hashable, Sendable {
  public var day: Day
  public var hour: Int
  public var minute: Int
  public var second: Int

  public init(day: Day, hour: Int = 0, minute: Int = 0, second: Int = 0) {
    (self.day, self.hour, self.minute, self.second) = (day, hour, minute, second)
  }

  /// Since the start of 1970, as if it were in UTC.
  fileprivate var seconds: Int { day.number * 86_400 + hour * 3600 + minute * 60 + second }
}

/// The rules of a place for what its clocks show. They are passed in: a pure room knows none.
public struct Zone: Sendable {
  /// Seconds east of Greenwich at a moment.
  public let offset: @Sendable (Moment) -> Int

  public init(offset: @escaping @Sendable (Moment) -> Int) { self.offset = offset }

  /// Coordinated universal time.
  public static let utc = Zone { _ in 0 }

  /// What clocks of the zone show.
  public func wallTime(at moment: Moment) -> WallTime {
    let seconds = moment.seconds + offset(moment)
    let number = Day.floor(seconds, 86_400)
    let rest = seconds - number * 86_400
    return WallTime(
      day: Day(number: number), hour: rest / 3600, minute: rest / 60 % 60, second: rest % 60)
  }

  public func day(at moment: Moment) -> Day { wallTime(at: moment).day }

  /// When the clocks show a time. Of two moments, when clocks are set back, the earlier; where
  /// clocks skip the time, as much later as they are set forward.
  public func moment(of wall: WallTime) -> Moment {
    let shown = wall.seconds
    // Clocks are set at most once within a day on either side.
    let offsets = [shown - 86_400, shown + 86_400].map { offset(Moment(seconds: $0)) }
    let candidates = offsets.map { Moment(seconds: shown - $0) }
    let fitting = zip(candidates, offsets).filter { offset($0) == $1 }.map { $0.0 }
    return fitting.min() ?? candidates[0]
  }

  /// The first moment of a day.
  public func start(of day: Day) -> Moment { moment(of: WallTime(day: day)) }
}
