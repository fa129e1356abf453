import Dates
import Testing

@Suite struct DayTests {
  @Test(arguments: [
    ("1970-01-01", 0, 4), ("1969-12-31", -1, 3), ("2000-02-29", 11016, 2),
    ("2024-12-01", 20058, 0), ("2024-02-29", 19782, 4), ("0001-01-01", -719_162, 1),
    ("9999-12-31", 2_932_896, 5),
  ])
  func aDayHasItsNumberAndItsDayOfTheWeek(_ text: String, _ number: Int, _ weekday: Int) throws {
    let day = try #require(Day(text))
    #expect(day.number == number)
    #expect(day.weekday == weekday)
    #expect(Day(number: number) == day)
    #expect(day.text == text)
  }

  @Test func everyDayOfFourCenturiesLeadsToTheNext() {
    var day = Day(number: -200_000)
    for number in -199_999..<(-199_999 + 146_097) {
      let next = Day(number: number)
      #expect(Day(year: next.year, month: next.month, day: next.day)?.number == number)
      let isNext =
        next.day == day.day + 1 && next.month == day.month
        || next.day == 1 && (next.month == day.month + 1 || next.month == 1 && day.month == 12)
      if !isNext { Issue.record("\(day.text) is followed by \(next.text)") }
      day = next
    }
  }

  @Test(arguments: [
    "2023-02-29", "1900-02-29", "2024-13-01", "2024-00-10", "2024-04-31", "2024-01-00",
    "0000-01-01", "24-01-01", "2024-1-1", "2024-01-01 ", "2024/01/01", "+024-01-01", "", "soon",
    "2024-01-01T10:00Z",
  ])
  func whatIsNoDayIsRefused(_ text: String) {
    #expect(Day(text) == nil)
  }
}

@Suite struct MomentTests {
  @Test(arguments: [
    ("1970-01-01T00:00:00Z", 0), ("1970-01-01T00:00Z", 0), ("1970-01-01T01:00:00+01:00", 0),
    ("1969-12-31T18:30:00-05:30", 0), ("2024-12-01T23:59:00+01:00", 1_733_093_940),
    ("2024-02-29T12:00:01+05:30", 1_709_188_201),
  ])
  func aTimeWithItsZoneIsAMoment(_ text: String, _ seconds: Int) {
    #expect(Moment(text)?.seconds == seconds)
  }

  @Test(arguments: [
    "2024-12-01", "2024-12-01T23:59", "2024-12-01T23:59:00", "2024-12-01T24:00Z",
    "2024-12-01T23:60Z", "2024-12-01T23:59:60Z", "2024-12-01 23:59Z", "2024-12-01T23:59+1:00",
    "2024-12-01T23:59+15:00", "2024-12-01T23:59+01:60", "2024-12-01T23:59z", "2023-02-29T10:00Z",
    "2024-12-01T1:00Z", "2024-12-01T10:00:00.5Z", "T10:00Z", "",
  ])
  func whatLacksItsZoneOrIsNoTimeIsRefused(_ text: String) {
    #expect(Moment(text) == nil)
  }

  @Test(arguments: ["2024-12-01T22:59:00Z", "1969-12-31T23:59:59Z", "2000-02-29T00:00:00Z"])
  func aMomentIsWrittenInUTC(_ text: String) throws {
    #expect(try #require(Moment(text)).text == text)
  }

  @Test func aCalendarTakesDaysAndMoments() throws {
    #expect(CalendarDate("2024-12-01") == .day(try #require(Day("2024-12-01"))))
    #expect(CalendarDate("2024-12-01T10:00Z") == .moment(try #require(Moment("2024-12-01T10:00Z"))))
    #expect(CalendarDate("Monday") == nil)
  }
}

@Suite struct ZoneTests {
  @Test(arguments: [
    ("2024-03-31T00:59:59Z", "01:59"), ("2024-03-31T01:00:00Z", "03:00"),
    ("2024-10-27T00:59:59Z", "02:59"), ("2024-10-27T01:00:00Z", "02:00"),
    ("2024-10-27T22:59:00Z", "23:59"),
  ])
  func clocksShowTheTimeOfTheSeason(_ text: String, _ shown: String) throws {
    #expect(DateWording.clock(try #require(Moment(text)), in: Zones.zurich) == shown)
  }

  @Test(arguments: [
    // The hour that is there twice is the first of the two, the one that is not is later.
    ("2024-10-27", 2, "2024-10-27T00:30:00Z"), ("2024-03-31", 2, "2024-03-31T01:30:00Z"),
    ("2024-07-01", 12, "2024-07-01T10:30:00Z"), ("2024-12-01", 12, "2024-12-01T11:30:00Z"),
  ])
  func aTimeOnTheClockIsAMoment(_ day: String, _ hour: Int, _ moment: String) throws {
    let wall = WallTime(day: try #require(Day(day)), hour: hour, minute: 30)
    #expect(Zones.zurich.moment(of: wall).text == moment)
  }

  @Test func aDayThatStartsAtOneHasAStart() throws {
    let day = try #require(Day("2030-11-10"))
    #expect(Zones.midnight.start(of: day).text == "2030-11-10T03:00:00Z")
    #expect(DateWording.clock(Zones.midnight.start(of: day), in: Zones.midnight) == "01:00")
  }

  @Test func aDayEndsWhereTheNextStartsInTheReadersZone() throws {
    let date = try #require(CalendarDate("2024-10-27"))
    #expect(date.start(in: Zones.zurich).text == "2024-10-26T22:00:00Z")
    #expect(date.end(in: Zones.zurich).text == "2024-10-27T23:00:00Z")
    #expect(date.end(in: Zones.kolkata).text == "2024-10-27T18:30:00Z")
  }
}
