import Dates
import ExerciseFiles
import Grading
import NotebookFiles
import TextLayout
import Tutoring

/// The exercises at hand with the student's progress.
struct ExerciseList {
  private let context: ExerciseContext

  init(_ context: ExerciseContext) { self.context = context }

  /// - Parameter dates: whether each course's calendar follows its exercises.
  func lines(
    _ entries: [ExerciseLibrary.Entry], numbered: Bool = false, dates: Bool = false
  ) -> [StyledText] {
    var lines: [StyledText] = []
    var course: String?
    var rows: [[StyledText]] = []
    func flush(after last: ExerciseLibrary.Entry?) {
      lines += TextTable(
        header: [], rows: rows, alignments: Array(repeating: .left, count: rows.first?.count ?? 0)
      ).lines(
        width: context.console.width, unicode: context.console.unicode,
        inWords: context.console.inWords)
      rows = []
      if dates, let last {
        lines += self.dates(of: last, among: entries.filter { $0.course == last.course })
      }
    }
    // One date for all takes a line, different ones a column.
    let isDueAtOnce = Set(entries.map(\.due)).count == 1
    let saysDue = !isDueAtOnce && entries.contains { $0.due != nil }
    for (index, entry) in entries.enumerated() {
      if entry.course != course {
        flush(after: index > 0 ? entries[index - 1] : nil)
        course = entry.course
        if let course { lines.append(StyledText(course, .heading)) }
      }
      let number = numbered ? StyledText("\(index + 1) ", .prompt) : StyledText()
      rows.append(
        [
          number + StyledText(entry.id, .name), StyledText(entry.title),
          StyledText(progress(entry), .dim),
        ] + (saysDue ? [due(entry)] : []))
    }
    if isDueAtOnce, let due = entries.first?.due.flatMap({ Moment($0) }) {
      flush(after: nil)
      let clock = WallClock.system
      lines += wrapped(
        StyledText(DateWording.due(due, now: clock.now(), in: clock.zone)),
        width: context.console.width)
    }
    flush(after: entries.last)
    return lines
  }

  private func due(_ entry: ExerciseLibrary.Entry) -> StyledText {
    guard let due = entry.due.flatMap({ Moment($0) }) else { return StyledText() }
    let clock = WallClock.system
    let now = clock.now()
    return StyledText(
      DateWording.dueInShort(due, now: now, in: clock.zone), due > now ? .plain : .warning)
  }

  private func dates(
    of entry: ExerciseLibrary.Entry, among entries: [ExerciseLibrary.Entry]
  ) -> [StyledText] {
    guard let course = context.library.course(of: entry) else { return [] }
    let console = context.console
    let now = WallClock.system.now()
    let isWorkDue = entries.contains { $0.due.flatMap { Moment($0) }.map { $0 > now } ?? false }
    let lines = CourseDates(course.calendar, clock: .system)
      .lines(
        limit: 8, width: console.width, unicode: console.unicode, isWorkDue: isWorkDue,
        inWords: console.inWords)
    return lines.isEmpty ? [] : [StyledText()] + lines
  }

  private func progress(_ entry: ExerciseLibrary.Entry) -> String {
    ExerciseProgress(context).report(of: entry).map { Points.standing($0) } ?? ""
  }
}
