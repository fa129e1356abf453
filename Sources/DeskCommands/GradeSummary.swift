import Dates
import Diagnostics
import Gradebook
import Quantities
import ReckonCommands
import Submissions
import TextLayout

/// What a run has found, for the assistant.
struct GradeSummary {
  let gradebook: Gradebook
  let console: Console

  /// Files and students that are named; the others are counted.
  private static let listLimit = 20

  init(_ gradebook: Gradebook, console: Console) {
    self.gradebook = gradebook
    self.console = console
  }

  /// - Parameter time: of the run.
  func show(
    _ outcome: GradingRun.Outcome, at time: Moment, allFiles: Bool
  ) throws(Gradebook.Failure) {
    let overview = try gradebook.overview()
    console.showFolded(
      StyledText(DeskWording.outcome(outcome, path: gradebook.path)))
    for exercise in overview.exercises {
      console.showFolded(
        StyledText(exercise.id, .name) + StyledText("  " + DeskWording.standing(exercise)))
    }
    console.showFolded(StyledText(DeskWording.files(overview.files)))
    if !overview.missing.isEmpty {
      let names = overview.missing.prefix(Self.listLimit).map { DeskWording.person($0) }
      console.showFolded(
        StyledText(DeskWording.missing(names, more: overview.missing.count - names.count)))
    }
    if !overview.fruitless.isEmpty {
      let names = overview.fruitless.prefix(Self.listLimit).map(plainLine)
      console.showFolded(
        StyledText(DeskWording.fruitless(names, more: overview.fruitless.count - names.count)))
    }
    if !overview.unexpected.isEmpty {
      let names = overview.unexpected.prefix(Self.listLimit).map(plainLine)
      console.showFolded(
        StyledText(
          DeskWording.unexpected(names, more: overview.unexpected.count - names.count)))
    }
    if outcome.changed + outcome.removed > 0 {
      console.show(StyledText())
      for change in try gradebook.changes(at: time, limit: Self.listLimit) {
        console.showFolded(
          StyledText("changed", .notice) + StyledText("  " + DeskWording.changed(change)))
      }
    }
    try showFiles(all: allFiles)
  }

  private func showFiles(all: Bool) throws(Gradebook.Failure) {
    let limit = all ? Int.max : Self.listLimit + 1
    let files = try gradebook.files(odd: !all, limit: limit)
    if files.isEmpty { return }
    console.show(StyledText())
    for file in all ? files[...] : files.prefix(Self.listLimit) {
      console.showFolded(
        StyledText(DeskWording.word(for: file), file.standing.role)
          + StyledText("  \(plainLine(file.path))")
          + StyledText(file.remark.map { "  \(plainLine($0))" } ?? "", .dim))
    }
    if files.count > Self.listLimit, !all { console.show(StyledText(DeskWording.moreFiles)) }
  }
}

extension Standing {
  fileprivate var role: TextStyle {
    switch self {
    case .graded: .plain
    case .empty, .duplicate, .notANotebook: .dim
    case .wrongExercise, .unreadable: .warning
    }
  }
}
