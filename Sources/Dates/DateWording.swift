/// How dates and times are said, in alphabetical order. All are in the reader's zone, and in
/// English: names of days and months come from no locale.
public enum DateWording {
  /// How long names of days and months are.
  public enum Length: Sendable {
    /// `Sunday 1 December 2024`.
    case full
    /// `Sun 1 Dec 2024`, for tables.
    case short
  }

  /// `08:15`.
  public static func clock(_ moment: Moment, in zone: Zone) -> String {
    let wall = zone.wallTime(at: moment)
    return "\(padded(wall.hour, 2)):\(padded(wall.minute, 2))"
  }

  /// `08:15:30`.
  public static func clockWithSeconds(_ moment: Moment, in zone: Zone) -> String {
    clock(moment, in: zone) + ":" + padded(zone.wallTime(at: moment).second, 2)
  }

  /// In English, the month in words.
  public static func day(_ day: Day, _ length: Length = .full) -> String {
    "\(dayAndMonth(day, length)) \(day.year)"
  }

  /// A sentence on when something is due, or was.
  public static func due(_ due: Moment, now: Moment, in zone: Zone) -> String {
    let today = zone.day(at: now)
    let date = zone.day(at: due)
    let time = clock(due, in: zone)
    if due <= now {
      let ago = span(TimeSpan(from: due, to: now, in: zone))
      return date == today
        ? "It was due today at \(time), \(ago) ago."
        : "It was due \(moment(due, in: zone)), \(ago) ago."
    }
    let left = span(TimeSpan(from: now, to: due, in: zone))
    if date == today { return "Due today at \(time), in \(left)." }
    if date == today.adding(1) { return "Due tomorrow at \(time), in \(left)." }
    return "Due \(moment(due, in: zone)) (in \(left))."
  }

  /// The same in a few words: `due in 3 days`, `was due 3 days ago`.
  public static func dueInShort(_ due: Moment, now: Moment, in zone: Zone) -> String {
    func short(_ span: TimeSpan) -> String {
      span.days > 0 ? self.span(TimeSpan(days: span.days, hours: 0, minutes: 0)) : self.span(span)
    }
    return due > now
      ? "due in \(short(TimeSpan(from: now, to: due, in: zone)))"
      : "was due \(short(TimeSpan(from: due, to: now, in: zone))) ago"
  }

  /// A date, with the time where it has one, or from one to another: `Monday 2 December 2024`,
  /// `Tuesday 10 December 2024, 08:15 to 10:00`, `Monday 16 to Friday 20 December 2024`.
  public static func event(
    _ span: CalendarSpan, in zone: Zone, _ length: Length = .full
  ) -> String {
    guard let until = span.until, until != span.from else {
      return date(span.from, in: zone, length)
    }
    let first = span.from.day(in: zone)
    let last = until.day(in: zone)
    switch (span.from, until) {
    case (.day, .day):
      let start =
        first.year != last.year
        ? day(first, length)
        : first.month != last.month ? dayAndMonth(first, length) : shortDay(first, length)
      return "\(start) to \(day(last, length))"
    case (.moment, .moment(let end)) where first == last:
      return "\(date(span.from, in: zone, length)) to \(clock(end, in: zone))"
    case (.moment, .moment), (.day, .moment), (.moment, .day):
      return "\(date(span.from, in: zone, length)) to \(date(until, in: zone, length))"
    }
  }

  /// `Sunday 1 December 2024, 23:59`.
  public static func moment(_ moment: Moment, in zone: Zone, _ length: Length = .full) -> String {
    "\(day(zone.day(at: moment), length)), \(clock(moment, in: zone))"
  }

  /// How far off something is: `today`, `tomorrow`, `in 3 days`; `now` while it lasts; nil once
  /// it is over. What has a time is said in hours and minutes on its day.
  public static func nearness(_ span: CalendarSpan, now: Moment, in zone: Zone) -> String? {
    guard span.end(in: zone) > now else { return nil }
    let days = span.from.day(in: zone).number - zone.day(at: now).number
    if span.start(in: zone) <= now {
      if case .day = span.from, days == 0, span.until == nil { return "today" }
      return "now"
    }
    if days == 0 {
      return "in \(self.span(TimeSpan(from: now, to: span.start(in: zone), in: zone)))"
    }
    return days == 1 ? "tomorrow" : "in \(days) days"
  }

  /// The two largest parts: `3 days 4 hours`, `45 minutes`; of less than a minute, so.
  public static func span(_ span: TimeSpan) -> String {
    func counted(_ count: Int, _ word: String) -> String? {
      count == 0 ? nil : "\(count) \(word)\(count == 1 ? "" : "s")"
    }
    let hours = counted(span.hours, "hour")
    let parts =
      span.days > 0
      ? [counted(span.days, "day"), span.days < 14 ? hours : nil]
      : [hours, counted(span.minutes, "minute")]
    let said = parts.compactMap { $0 }.joined(separator: " ")
    return said.isEmpty ? "less than a minute" : said
  }

  // MARK: Pieces

  private static func date(_ date: CalendarDate, in zone: Zone, _ length: Length) -> String {
    switch date {
    case .day(let own): day(own, length)
    case .moment(let own): moment(own, in: zone, length)
    }
  }

  /// `Sunday 1`.
  private static func shortDay(_ day: Day, _ length: Length) -> String {
    "\(name(weekdays[day.weekday], length)) \(day.day)"
  }

  private static func dayAndMonth(_ day: Day, _ length: Length) -> String {
    "\(shortDay(day, length)) \(name(months[day.month - 1], length))"
  }

  private static func name(_ name: String, _ length: Length) -> String {
    switch length {
    case .full: name
    case .short: String(name.prefix(3))
    }
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  private static let weekdays = [
    "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
  ]
}
