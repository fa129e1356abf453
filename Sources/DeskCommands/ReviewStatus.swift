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

  /// - Parameters:
  ///   - ids: of exercises.
  ///   - named: questions that are asked for; none for all that have something to review.
  func show(_ ids: [String], only named: [String] = []) throws(Gradebook.Failure) {
    for id in ids {
      let questions = try book.reviewedQuestions(of: id).filter {
        named.isEmpty
          ? $0.isCounted && ($0.open > 0 || $0.decided > 0 || $0.outdated > 0)
          : named.contains($0.id)
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
