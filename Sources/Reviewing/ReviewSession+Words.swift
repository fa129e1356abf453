import Diagnostics
import Gradebook

/// Comments for the student, and reasons for colleagues.
extension ReviewSession {
  func comment(_ line: String) throws(Failure) {
    guard let work, !line.isEmpty, try isStillShown() else { return }
    var text = line
    if let number = Int(line) {
      let offered = try earlierComments()
      guard number > 0, number <= offered.count else {
        message = ReviewWording.noSuchComment(number)
        return
      }
      text = offered[number - 1]
    }
    try keep([remark(.comment(text), on: work)])
    try reload()
  }

  func takeCommentBack() throws(Failure) -> Effect {
    guard let work, let own = work.comments.last(where: { $0.reviewer == reviewer }) else {
      message = ReviewWording.noComment
      return .redraw
    }
    _ = try book.takeBack(review: own, at: now())
    try reload()
    return .redraw
  }

  /// Lets the criteria count again where the whole question was given points.
  func countParts() throws(Failure) -> Effect {
    guard let work, decision(on: .question, of: work) != .open, try isStillShown() else {
      message = ReviewWording.partsCount
      return .redraw
    }
    try keep([review(of: .question, .points(nil), on: work)])
    try reload()
    return .redraw
  }

  func askWhy() -> Effect {
    guard let part, let work, case .points = decision(on: part.part, of: work) else {
      message = ReviewWording.decideFirst
      return .redraw
    }
    return .ask(.why)
  }

  func giveReason(_ line: String) throws(Failure) {
    guard let part, let work, !line.isEmpty, try isStillShown() else { return }
    guard case .points(let points) = decision(on: part.part, of: work) else { return }
    var review = review(of: part.part, .points(points), on: work)
    review.why = line
    try keep([review])
    try reload()
    focus = openParts.first ?? focus
  }
}
