import Dates
import Exercises

/// A course's calendar for a reader: what is to come, and when questions are wanted.
public struct CourseDates: Sendable {
  private let events: [(span: CalendarSpan, event: Course.Event)]
  /// Tells what is over, and the zone that dates are told in.
  public let clock: WallClock

  /// Dates that were read without complaint are all there.
  public init(_ calendar: [Course.Event], clock: WallClock) {
    self.clock = clock
    events = calendar.compactMap { event in
      guard let from = CalendarDate(event.date) else { return nil }
      return (CalendarSpan(from: from, until: event.until.flatMap { CalendarDate($0) }), event)
    }
  }

  /// Whether the course has no dates.
  public var isEmpty: Bool { events.isEmpty }

  /// What is not over yet, the next first.
  public var coming: [(span: CalendarSpan, event: Course.Event)] {
    let now = clock.now()
    return events.filter { $0.span.end(in: clock.zone) > now }
      .sorted { $0.span.start(in: clock.zone) < $1.span.start(in: clock.zone) }
  }

  /// The one that is over last; nil where there is none.
  public var last: (span: CalendarSpan, event: Course.Event)? {
    events.max { $0.span.end(in: clock.zone) < $1.span.end(in: clock.zone) }
  }

  /// Whether there is nothing to say: no dates, or none to come while work is still due, so that
  /// the course goes on after its last date.
  public func isSilent(isWorkDue: Bool) -> Bool { isEmpty || isWorkDue && coming.isEmpty }

  /// By when questions for the next session are wanted, or were last; nil where the calendar has
  /// no such date.
  public var questionsWanted: CalendarSpan? {
    let isForQuestions = { (item: (span: CalendarSpan, event: Course.Event)) in
      item.event.purpose == .questions
    }
    return
      (coming.filter(isForQuestions).min {
        $0.span.end(in: clock.zone) < $1.span.end(in: clock.zone)
      }
      ?? events.filter(isForQuestions).max {
        $0.span.end(in: clock.zone) < $1.span.end(in: clock.zone)
      })?.span
  }
}
