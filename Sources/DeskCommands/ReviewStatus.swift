import Gradebook
import ReckonCommands
import TextLayout

/// How far persons are with what they have to read.
struct ReviewStatus {
  private let book: Gradebook
  private let console: Console

  init(_ book: Gradebook, _ console: Console) {
    self.book = book
    self.console = console
  }

  /// - Parameter ids: of exercises.
  func show(_ ids: [String]) throws(Gradebook.Failure) {
    for id in ids {
      let questions = try book.reviewedQuestions(of: id).filter {
        $0.isCounted && ($0.open > 0 || $0.decided > 0 || $0.outdated > 0)
      }
      guard !questions.isEmpty else {
        console.showFolded(StyledText(id, .name) + StyledText("  " + DeskWording.nothingForPersons))
        continue
      }
      for question in questions {
        console.showFolded(
          StyledText(question.id, .name) + StyledText("  " + DeskWording.reviewStanding(question)))
      }
    }
  }
}
