import Diagnostics
import TextLayout
import Tutoring

/// Their words, in alphabetical order.
extension ChartMessage {
  var text: StyledText {
    switch self {
    case .chartsOf(let questions): Self.chartsOf(questions)
    case .noChartYet(let title, let missing): Self.noChartYet(title, missing)
    case .nothingToSave:
      StyledText(
        "No chart has been shown yet. `:plot` shows that of the question; then `:plot save name.svg`"
          + " saves it.")
    case .saved(let path): StyledText("The chart is saved as \(path). Any browser shows it.")
    }
  }

  private static func chartsOf(_ questions: [String]) -> StyledText {
    questions.isEmpty
      ? StyledText("No question of this exercise has a chart. `plot(x, y)` draws one of your own.")
      : StyledText(
        "This question has no chart. \(enumeration(questions)) "
          + (questions.count == 1 ? "has" : "have") + " one: `:plot \(questions[0])`. "
          + "`plot(x, y)` draws one of your own.")
  }

  private static func noChartYet(_ title: String, _ missing: [String]) -> StyledText {
    let name = title.isEmpty ? "A chart" : "The chart \"\(title)\""
    return StyledText("\(name) is not drawn yet. " + missing.joined(separator: " "), .dim)
  }
}
