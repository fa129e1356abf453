import Diagnostics
import Exercises
import TextLayout
import Tutoring

/// Their words, in alphabetical order.
extension DebriefMessage {
  var text: StyledText {
    switch self {
    case .debriefHeading(let question):
      StyledText("Debriefing of \(question.id) \(question.title)", .strong)
    case .debriefLater(let question, let isDue): Self.debriefLater(question, isDue: isDue)
    case .foundInTable(let words, let rows, let all):
      StyledText("\(rows) of \(all) row\(all == 1 ? "" : "s") with `\(words)`.", .dim)
    case .moreTexts(let count):
      StyledText(
        "\(count) more text\(count == 1 ? " has" : "s have") changed; `:goto` shows the question.",
        .dim)
    case .noDebrief(let id): StyledText("\(id) has no debriefing.")
    case .offersDebrief(let ids): Self.offersDebrief(ids)
    case .practiceLeft(let questions):
      StyledText(
        "For practice, not counted, there \(questions.count == 1 ? "is" : "are") still "
          + "\(enumeration(questions.map(\.id))).", .dim)
    case .showFails(let problem):
      StyledText(
        "What your values come to cannot be shown here yet: \(problem.message)", .dim)
    case .showHasChanged(let question, let isHere):
      Self.showHasChanged(question, isHere: isHere)
    case .showWaits(let names):
      Self.showWaits(for: names)
    case .showsNow(let question):
      StyledText(question.map { "\($0.id), now:" } ?? "Now:", .dim)
    case .tableRows(let view): Self.tableRows(view)
    }
  }

  private static func tableRows(_ view: TableView) -> StyledText {
    // What has a largest.
    let heading = view.table.columns.last { column in
      if case .column = column.cells { return true }
      return false
    }?.heading
    let sorting =
      heading.map { ", `:table \(view.name) sort \($0) down` the largest first" } ?? ""
    let rows =
      view.count == 1
      ? "Row \(view.start + 1)" : "Rows \(view.start + 1) to \(view.start + view.count)"
    let more =
      view.hasMore
      ? "`:table \(view.name) more` goes on" : "`:table \(view.name) more` begins again"
    let others =
      view.start == 0 && view.search.isEmpty && !view.isSorted
      ? "; `:table \(view.name) WORD` shows those with a word\(sorting)" : ""
    return StyledText("\(rows) of \(view.table.rowCount): \(more)\(others).", .dim)
  }

  private static func debriefLater(_ question: Question, isDue: Bool) -> StyledText {
    let waitsForDate = isDue && question.countsByPersonAlone
    let condition: String =
      switch question.responseForm {
      case .formulas: "once all its answers are right"
      case .ticks: "once it is answered"
      case .prose where waitsForDate: "after the due date"
      case .prose:
        "once your text has all that can be checked here, as many sentences as are asked, and no"
          + " figure that disagrees with what was computed"
      case .nothing: "at any time"
      }
    let skip = question.maySkip ? ", or once it is skipped" : ""
    return StyledText(
      "The debriefing of \(question.id) can be read \(condition)\(skip)"
        + (isDue && !waitsForDate ? ", and in any case after the due date." : "."))
  }

  /// - Parameter ids: nothing for the question at hand.
  private static func offersDebrief(_ ids: [String]) -> StyledText {
    let commands = ids.isEmpty ? ["`:debrief`"] : ids.map { "`:debrief \($0)`" }
    if commands.count > 3 {
      return StyledText(
        "`:debrief` with the number of a question has what a full answer to it looks like.", .dim)
    }
    let isOne = commands.count == 1
    return StyledText(
      "\(enumeration(commands)) \(isOne ? "has" : "have") what a full answer looks like, and the"
        + " usual difficulties.", .dim)
  }

  private static func showHasChanged(_ question: Question, isHere: Bool) -> StyledText {
    let command = isHere ? "`:question`" : "`:goto \(question.id)`"
    return StyledText(
      "What your values come to in \(question.id) has changed; \(command) shows it.", .dim)
  }

  private static func showWaits(for names: [String]) -> StyledText {
    let shown = names.count > 4 ? Array(names.prefix(3)) + ["\(names.count - 3) more"] : names
    return StyledText("What this comes to is shown here once you have \(enumeration(shown)).", .dim)
  }
}
