/// A date of a calendar: a whole day wherever one is, or a moment.
public enum CalendarDate: Hashable, Sendable {
  case day(Day)
  case moment(Moment)

  /// As ISO 8601 writes it: `2024-12-01`, or a time with its zone.
  public init?(_ text: some StringProtocol) {
    guard let date = Day(text).map(Self.day) ?? Moment(text).map(Self.moment) else { return nil }
    self = date
  }

  /// The moment itself, or midnight of the day in a zone.
  public func start(in zone: Zone) -> Moment {
    switch self {
    case .day(let day): zone.start(of: day)
    case .moment(let moment): moment
    }
  }

  /// Of a day, the start of the next.
  public func end(in zone: Zone) -> Moment {
    switch self {
    case .day(let day): zone.start(of: day.adding(1))
    case .moment(let moment): moment
    }
  }

  func day(in zone: Zone) -> Day {
    switch self {
    case .day(let day): day
    case .moment(let moment): zone.day(at: moment)
    }
  }
}

/// Something that takes place on a date, or from one to another.
public struct CalendarSpan: Hashable, Sendable {
  public var from: CalendarDate
  public var until: CalendarDate?

  public init(from: CalendarDate, until: CalendarDate? = nil) {
    self.from = from
    self.until = until
  }

  public func start(in zone: Zone) -> Moment { from.start(in: zone) }

  /// When it is over; never before its start.
  public func end(in zone: Zone) -> Moment {
    max(until?.end(in: zone) ?? from.end(in: zone), start(in: zone))
  }
}
