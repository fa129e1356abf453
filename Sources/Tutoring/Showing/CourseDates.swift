import Dates
import Exercises
import TextLayout

/// A course's calendar for a reader: what is to come, and when questions are wanted.
public struct CourseDates: Sendable {
  private let events: [(span: CalendarSpan, event: Course.Event)]
  private let clock: WallClock

  /// Dates that were read without complaint are all there.
  public init(_ calendar: [Course.Event], clock: WallClock) {
    self.clock = clock
    events = calendar.compactMap { event in
      guard let from = CalendarDate(event.date) else { return nil }
      return (CalendarSpan(from: from, until: event.until.flatMap { CalendarDate($0) }), event)
    }
  }

  public var isEmpty: Bool { events.isEmpty }

  /// What is not over yet, the next first, a line each; where all is over, one line that says so.
  ///
  /// - Parameter isWorkDue: whether something is still to be handed in, so that the course goes on
  ///   after its last date.
  public func lines(limit: Int, width: Int, unicode: Bool, isWorkDue: Bool) -> [StyledText] {
    let now = clock.now()
    let zone = clock.zone
    let coming = events.filter { $0.span.end(in: zone) > now }
      .sorted { $0.span.start(in: zone) < $1.span.start(in: zone) }
    guard !coming.isEmpty else {
      guard !isWorkDue, let last = events.max(by: { $0.span.end(in: zone) < $1.span.end(in: zone) })
      else {
        return []
      }
      return wrapped(
        NotebookDateWording.allOver(last.event.what, DateWording.event(last.span, in: zone)),
        width: width)
    }
    let rows = coming.prefix(limit).map { span, event -> [StyledText] in
      [
        StyledText(DateWording.event(span, in: zone, .short)),
        StyledText(DateWording.nearness(span, now: now, in: zone) ?? "", .dim),
        StyledText(event.what),
      ]
    }
    var lines = TextTable(header: [], rows: rows, alignments: [.left, .left, .left])
      .lines(width: width, unicode: unicode)
    if coming.count > limit {
      lines.append(StyledText("and \(coming.count - limit) more", .dim))
    }
    return lines
  }

  /// By when questions for the next session are wanted, in a sentence; nil where the calendar has
  /// no such date.
  public var questionsWanted: String? {
    let zone = clock.zone
    let wanted = events.filter { $0.event.purpose == .questions }
    let now = clock.now()
    let coming = wanted.filter { $0.span.end(in: zone) > now }
      .min { $0.span.end(in: zone) < $1.span.end(in: zone) }
    guard let date = coming ?? wanted.max(by: { $0.span.end(in: zone) < $1.span.end(in: zone) })
    else { return nil }
    return NotebookDateWording.questionsWanted(
      DateWording.event(date.span, in: zone),
      nearness: DateWording.nearness(date.span, now: now, in: zone))
  }
}
