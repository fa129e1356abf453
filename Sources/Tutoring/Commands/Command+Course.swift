extension Command {
  static let course = Command(
    "course", "the text behind the exercises, and the dates"
  ) { session, _ in session.courseLines() }
}

/// What the course says beside its exercises.
extension Session {
  /// `:course`: the text of the course, the tables to look at, and the dates.
  func courseLines() -> [SessionEvent] {
    guard let course = opened.course else { return [.said(.noCourse)] }
    var lines: [SessionEvent] = [
      .courseTitle(course.title), .prose(course.background, droppingTitle: true),
    ]
    if !course.tables.isEmpty {
      lines += [.gap] + [.said(.courseTables(course.tables.map(\.name)))]
    }
    return lines + calendarLines(limit: .max)
  }

  /// Dates that `:status` shows.
  static let datesOfStatus = 3

  /// The course's next dates, as a matter of their own; nothing where there is no course.
  func calendarLines(limit: Int) -> [SessionEvent] {
    let isWorkDue = due.map { $0 > now } ?? false
    guard let dates = courseDates, !dates.isSilent(isWorkDue: isWorkDue) else { return [] }
    // That all is over is told to who asks for it.
    if dates.coming.isEmpty, limit <= Self.datesOfStatus { return [] }
    return [.gap, .calendar(dates, limit: limit, isWorkDue: isWorkDue)]
  }

  var courseDates: CourseDates? {
    opened.course.map { CourseDates($0.calendar, clock: environment.clock) }
  }
}
