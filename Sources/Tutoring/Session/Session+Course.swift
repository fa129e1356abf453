import Exercises
import TextLayout

/// What the course says beside its exercises.
extension Session {
  /// `:course`: the text of the course, the tables to look at, and the dates.
  func courseLines() -> [StyledText] {
    guard let course = opened.course else {
      return wrapped(SessionWording.noCourse, width: width)
    }
    var lines = wrapped(StyledText(course.title, .heading), width: width)
    lines += prose(course.background, droppingTitle: true)
    if !course.tables.isEmpty {
      lines.append(StyledText())
      lines += wrapped(SessionWording.courseTables(course.tables.map(\.name)), width: width)
    }
    let dates = calendarLines(limit: course.calendar.count)
    return dates.isEmpty ? lines : lines + [StyledText()] + dates
  }

  /// The course's next dates; none where there is no course.
  func calendarLines(limit: Int) -> [StyledText] {
    guard let course = opened.course else { return [] }
    return CourseDates(course.calendar, clock: surroundings.clock)
      .lines(
        limit: limit, width: width, unicode: surroundings.unicode,
        isWorkDue: due.map { $0 > now } ?? false)
  }
}
