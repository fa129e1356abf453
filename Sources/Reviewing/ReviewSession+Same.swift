import Gradebook

/// What was given to one answer, given to another.
extension ReviewSession {
  func giveSame() throws(Failure) -> Effect {
    guard let work, try isStillShown() else { return .redraw }
    let before = recent.last { $0 != work.student }
    guard let before,
      let model = try book.work(exercise: exercise, question: work.question, student: before)
    else {
      message = ReviewWording.nothingBefore
      return .redraw
    }
    let reviews = reviews(like: model, for: work, stroke: Review.makeID())
    guard !reviews.isEmpty else {
      message = ReviewWording.nothingSame
      return .redraw
    }
    try keep(reviews)
    try reload()
    focus = openParts.first ?? focus
    message = openParts.isEmpty ? ReviewWording.allGiven : ReviewWording.sameGiven
    return .redraw
  }

  func giveAlike() throws(Failure) -> Effect {
    guard let work, try isStillShown() else { return .redraw }
    guard openParts.isEmpty else {
      message = ReviewWording.decideAllFirst
      return .redraw
    }
    let stroke = Review.makeID()
    var reviews: [Review] = []
    var students = 0
    for index in queue.alike(to: place.item) {
      let student = queue.items[index].student
      guard
        let other = try book.work(exercise: exercise, question: work.question, student: student),
        !visible(other).contains(where: { !$0.ruling.isComment })
      else { continue }
      reviews += self.reviews(like: work, for: other, stroke: stroke)
      students += 1
    }
    try keep(reviews)
    try reload()
    message = ReviewWording.alikeGiven(students)
    return .redraw
  }

  /// What was given to one answer, for another: points of parts of which the program has found the same,
  /// and own comments.
  private func reviews(
    like model: ReviewedWork, for work: ReviewedWork, stroke: String
  ) -> [Review] {
    var reviews: [Review] = []
    for part in work.parts {
      guard case .points(let points) = decision(on: part.part, of: model),
        decision(on: part.part, of: work) != .points(points),
        model.parts.contains(where: { $0.part == part.part && $0.found == part.found })
      else { continue }
      reviews.append(review(of: part.part, .points(points), on: work, stroke: stroke))
    }
    let own = model.comments.filter { $0.reviewer == reviewer }
    for comment in own where !work.comments.contains(where: { $0.ruling == comment.ruling }) {
      reviews.append(remark(comment.ruling, on: work, stroke: stroke))
    }
    return reviews
  }
}
