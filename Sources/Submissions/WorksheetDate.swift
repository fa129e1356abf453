import Dates
import Diagnostics

/// A date in words, as a grading worksheet of Moodle has it in the language of whoever took it
/// down: `Sunday, 1 December 2024, 11:59 PM`, `Sonntag, 1. Dezember 2024, 23:59`.
struct WorksheetDate {
  /// What clocks showed where it was taken down.
  let time: SubmissionTime

  /// Months by their first letters, in English, German, French, Spanish and Italian.
  private static let months: [[String]] = [
    ["jan", "ene", "gen"], ["feb", "fev"], ["mar"], ["apr", "avr", "abr"], ["may", "mai", "mag"],
    ["jun", "juin", "giu"], ["jul", "juil", "lug"], ["aug", "aou", "ago"], ["sep", "set"],
    ["oct", "okt", "ott"], ["nov"], ["dec", "dez", "dic"],
  ]

  init?(_ text: String) {
    let words = PersonName.folded(text).split { !$0.isLetter && !$0.isNumber && $0 != ":" }
    let numbers = words.compactMap { Int($0) }
    let month = words.lazy.filter { $0.first?.isLetter == true }.compactMap { word in
      Self.months.firstIndex { $0.contains { word.hasPrefix($0) } }
    }
    guard let clock = words.first(where: { $0.contains(":") }) else { return nil }
    let parts = clock.split(separator: ":").compactMap { Int($0) }
    guard parts.count >= 2, let day = numbers.first(where: { (1...31).contains($0) }),
      let year = numbers.first(where: { (1990...2200).contains($0) }),
      // A weekday may begin as a month does, and stands before it.
      let month = Array(month).last, let date = Day(year: year, month: month + 1, day: day)
    else { return nil }
    var hour = parts[0]
    if words.contains("pm"), hour < 12 { hour += 12 }
    if words.contains("am"), hour == 12 { hour = 0 }
    guard (0..<24).contains(hour), (0..<60).contains(parts[1]) else { return nil }
    time = .wall(WallTime(day: date, hour: hour, minute: parts[1]))
  }
}
