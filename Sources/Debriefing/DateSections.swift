import Dates
import Exercises
import SectionedReports

/// The dates that come next.
struct DateSections {
  private let options: Debriefing.Options

  init(_ options: Debriefing.Options) { self.options = options }

  private static let most = 20

  var sections: [Debriefing.Section] {
    let zone = options.zone
    let coming = options.dates.compactMap { event -> (CalendarSpan, String)? in
      guard let from = CalendarDate(event.date) else { return nil }
      let span = CalendarSpan(from: from, until: event.until.flatMap { CalendarDate($0) })
      if let now = options.now, span.end(in: zone) <= now { return nil }
      return (span, shortText(event.what, limit: 200))
    }.enumerated().sorted { first, second in
      (first.element.0.start(in: zone), first.offset)
        < (second.element.0.start(in: zone), second.offset)
    }.map(\.element)
    if coming.isEmpty { return [] }
    return [
      Debriefing.Section(
        anchor: "dates", title: "What comes next",
        pieces: [
          .table(
            Debriefing.Table(
              header: ["When", "What"],
              rows: coming.prefix(Self.most).map { span, what in
                ["\(DateWording.event(span, in: zone))", "\(what)"]
              },
              alignments: [.left, .left]))
        ])
    ]
  }
}
