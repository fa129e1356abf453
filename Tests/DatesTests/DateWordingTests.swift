import Dates
import Testing

@Suite struct DateWordingTests {
  private func moment(_ text: String) throws -> Moment { try #require(Moment(text)) }

  private func said(_ from: String, _ to: String, _ zone: Zone) throws -> String {
    DateWording.span(TimeSpan(from: try moment(from), to: try moment(to), in: zone))
  }

  // MARK: Spans

  @Test(arguments: [
    ("2024-11-28T18:59:00Z", "2024-12-01T22:59:00Z", "3 days 4 hours"),
    ("2024-12-01T21:59:00Z", "2024-12-01T22:59:00Z", "1 hour"),
    ("2024-12-01T20:44:00Z", "2024-12-01T22:59:00Z", "2 hours 15 minutes"),
    ("2024-12-01T22:58:00Z", "2024-12-01T22:59:00Z", "1 minute"),
    ("2024-12-01T22:58:01Z", "2024-12-01T22:59:00Z", "less than a minute"),
    ("2024-11-30T22:59:00Z", "2024-12-01T22:59:00Z", "1 day"),
    ("2024-11-30T22:59:00Z", "2024-12-01T22:58:59Z", "23 hours 59 minutes"),
    ("2024-02-28T12:00:00Z", "2024-03-01T12:00:00Z", "2 days"),
    ("2024-01-01T12:00:00Z", "2024-12-31T18:00:00Z", "365 days"),
    // Backwards is nothing.
    ("2024-12-01T22:59:00Z", "2024-12-01T22:58:00Z", "less than a minute"),
  ])
  func aSpanIsSaidInItsTwoLargestParts(_ from: String, _ to: String, _ words: String) throws {
    #expect(try said(from, to, Zones.zurich) == words)
  }

  @Test func aDayOnWhichClocksAreSetIsADay() throws {
    // From Saturday noon to Sunday noon: 23 hours in spring, 25 in autumn.
    #expect(try said("2024-03-30T11:00:00Z", "2024-03-31T10:00:00Z", Zones.zurich) == "1 day")
    #expect(try said("2024-10-26T10:00:00Z", "2024-10-27T11:00:00Z", Zones.zurich) == "1 day")
    // Within the night, hours are those that pass.
    #expect(try said("2024-03-31T00:30:00Z", "2024-03-31T02:30:00Z", Zones.zurich) == "2 hours")
    #expect(
      try said("2024-10-26T22:30:00Z", "2024-10-27T22:45:00Z", Zones.zurich)
        == "24 hours 15 minutes")
  }

  // MARK: Due

  @Test(arguments: [
    (
      "2024-11-28T18:59:00Z",
      "Due Sunday 1 December 2024, 23:59 (in 3 days 4 hours)."
    ),
    ("2024-11-30T21:00:00Z", "Due tomorrow at 23:59, in 1 day 1 hour."),
    ("2024-11-30T23:00:00Z", "Due today at 23:59, in 23 hours 59 minutes."),
    ("2024-12-01T20:59:00Z", "Due today at 23:59, in 2 hours."),
    ("2024-12-01T22:58:30Z", "Due today at 23:59, in less than a minute."),
    ("2024-12-01T22:59:00Z", "It was due today at 23:59, less than a minute ago."),
    ("2024-12-04T22:59:00Z", "It was due Sunday 1 December 2024, 23:59, 3 days ago."),
  ])
  func whenSomethingIsDueIsSaidInASentence(_ now: String, _ sentence: String) throws {
    let due = try moment("2024-12-01T23:59:00+01:00")
    #expect(DateWording.due(due, now: try moment(now), in: Zones.zurich) == sentence)
  }

  @Test func eachReaderReadsItInTheirOwnZone() throws {
    let due = try moment("2024-12-01T23:59:00+01:00")
    let now = try moment("2024-11-28T22:59:00Z")
    #expect(
      DateWording.due(due, now: now, in: Zones.kolkata)
        == "Due Monday 2 December 2024, 04:29 (in 3 days).")
    #expect(DateWording.dueInShort(due, now: now, in: Zones.kolkata) == "due in 3 days")
    #expect(
      DateWording.dueInShort(due, now: due.adding(seconds: 7300), in: Zones.kolkata)
        == "was due 2 hours 1 minute ago")
  }

  // MARK: The calendar

  private func span(_ from: String, _ until: String?) throws -> CalendarSpan {
    CalendarSpan(
      from: try #require(CalendarDate(from)),
      until: try until.map { try #require(CalendarDate($0)) })
  }

  @Test(arguments: [
    ("2024-12-02", nil, "Monday 2 December 2024"),
    ("2024-12-09T10:00:00+01:00", nil, "Monday 9 December 2024, 10:00"),
    (
      "2024-12-10T08:15:00+01:00", "2024-12-10T10:00:00+01:00",
      "Tuesday 10 December 2024, 08:15 to 10:00"
    ),
    ("2024-12-16", "2024-12-20", "Monday 16 to Friday 20 December 2024"),
    ("2024-11-28", "2024-12-02", "Thursday 28 November to Monday 2 December 2024"),
    ("2024-12-30", "2025-01-03", "Monday 30 December 2024 to Friday 3 January 2025"),
    (
      "2024-12-10T22:00:00+01:00", "2024-12-11T02:00:00+01:00",
      "Tuesday 10 December 2024, 22:00 to Wednesday 11 December 2024, 02:00"
    ),
    ("2024-12-16", "2024-12-16", "Monday 16 December 2024"),
  ])
  func aDateIsSaidAsACalendarDoes(_ from: String, _ until: String?, _ words: String) throws {
    #expect(DateWording.event(try span(from, until), in: Zones.zurich) == words)
  }

  @Test func inATableNamesAreShort() throws {
    let exams = try span("2024-12-16", "2024-12-20")
    #expect(DateWording.event(exams, in: .utc, .short) == "Mon 16 to Fri 20 Dec 2024")
  }

  @Test(arguments: [
    ("2024-12-05", nil, "in 3 days"), ("2024-12-03", nil, "tomorrow"), ("2024-12-02", nil, "today"),
    ("2024-12-01", nil, nil), ("2024-12-01", "2024-12-03", "now"),
    ("2024-11-28", "2024-12-02", "now"),
    ("2024-12-02T13:30:00+01:00", nil, "in 1 hour 30 minutes"),
    ("2024-12-02T11:00:00+01:00", "2024-12-02T13:00:00+01:00", "now"),
    ("2024-12-02T11:00:00+01:00", nil, nil),
    ("2024-12-03T00:15:00+01:00", nil, "tomorrow"),
    // An end before the start does not bring it back.
    ("2024-12-02", "2024-11-01", nil),
  ])
  func howFarOffADateIs(_ from: String, _ until: String?, _ words: String?) throws {
    // Noon in Zurich on Monday.
    let now = try moment("2024-12-02T11:00:00Z")
    #expect(
      DateWording.nearness(try span(from, until), now: now, in: Zones.zurich) == words)
  }
}
