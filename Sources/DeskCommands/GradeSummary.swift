import Dates
import Diagnostics
import Gradebook
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
      let outdated = try gradebook.reviewedQuestions(of: exercise.id).reduce(0) { $0 + $1.outdated }
      if outdated > 0 {
        console.showFolded(StyledText(DeskWording.outdated(outdated), .warning))
      }
    }
    console.showFolded(StyledText(DeskWording.files(overview.files)))
    showList(overview.missing.map(DeskWording.person), DeskWording.missing)
    showList(overview.fruitless.map { plainLine($0) }, DeskWording.fruitless)
    showList(overview.unexpected.map { plainLine($0) }, DeskWording.unexpected)
    if outcome.changed + outcome.removed > 0 {
      console.show(StyledText())
      for change in try gradebook.changes(at: time, limit: Self.listLimit) {
        console.showFolded(
          StyledText("changed", .notice) + StyledText("  " + DeskWording.changed(change)))
      }
    }
    try showFiles(all: allFiles)
  }

  private func showList(
    _ names: [String], _ wording: (_ names: [String], _ more: Int) -> String
  ) {
    if names.isEmpty { return }
    let shown = names.prefix(Self.listLimit)
    console.showFolded(StyledText(wording(Array(shown), names.count - shown.count)))
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
