import Diagnostics
import Gradebook
import Grading

extension ReviewSession {
  /// The part that the next key is about.
  var part: ReviewedWork.Part? {
    guard let work, work.parts.indices.contains(focus) else { return nil }
    return work.parts[focus]
  }

  /// Decisions that this reviewer sees: in a second reading only the own ones.
  func visible(_ work: ReviewedWork) -> [Review] {
    options.isSecondReading ? work.current.filter { $0.reviewer == reviewer } : work.current
  }

  func decision(on part: Review.Part, of work: ReviewedWork) -> ReviewedWork.Decision {
    work.decision(on: part, among: visible(work))
  }

  /// Places of parts on which this reviewer sees no decision, or several that differ.
  var openParts: [Int] {
    guard let work else { return [] }
    return work.parts.indices.filter { index in
      if case .points = decision(on: work.parts[index].part, of: work) { false } else { true }
    }
  }

  // MARK: Points

  func give(share: Double) throws(Failure) -> Effect {
    guard let part else { return .redraw }
    return try give(part.maximum * share)
  }

  /// Gives the marked part its points, and marks the next that is open.
  private func give(_ points: Double) throws(Failure) -> Effect {
    guard let part, let work, try isStillShown() else { return .redraw }
    if case .points(let whole) = decision(on: .question, of: work) {
      message = ReviewWording.wholeCounts(whole)
      return .redraw
    }
    let isOverruling = part.found.map { $0 != points && !part.isProvisional } ?? false
    // The same key again decides nothing new.
    if decision(on: part.part, of: work) != .points(points) {
      try keep([review(of: part.part, .points(points), on: work)])
      try reload()
    }
    let given = focus
    if isOverruling, case .answer = part.part { return .ask(.why) }
    let open = openParts
    if let next = open.first(where: { $0 > given }) ?? open.first {
      focus = next
    } else {
      message = ReviewWording.allGiven
    }
    return .redraw
  }

  func givePoints(_ line: String) throws(Failure) {
    guard let part, !line.isEmpty else { return }
    guard let points = Self.points(line, maximum: part.maximum) else {
      message = ReviewWording.notPoints(line, maximum: part.maximum)
      return
    }
    _ = try give(points)
  }

  /// Gives the whole question its points, and asks why.
  func giveWhole(_ line: String) throws(Failure) {
    guard let work, !line.isEmpty, try isStillShown() else { return }
    guard let points = Self.points(line, maximum: work.maximum) else {
      message = ReviewWording.notPoints(line, maximum: work.maximum)
      return
    }
    try keep([review(of: .question, .points(points), on: work)])
    try reload()
    message = ReviewWording.allGiven
  }

  /// Points that are typed, from 0 to as many as there are; those that are shown rounded may be typed as
  /// they are shown.
  public static func points(_ text: String, maximum: Double) -> Double? {
    guard let points = number(text), points >= 0 else { return nil }
    if Points.text(points) == Points.text(maximum) { return maximum }
    return points <= maximum ? points : nil
  }

  /// `0.25`, `0,25`, `1/4`.
  static func number(_ text: String) -> Double? {
    let text = String(text.map { $0 == "," ? "." : $0 })
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map {
      Double($0.split(separator: " ").joined())
    }
    switch (parts.first ?? nil, parts.count) {
    case (let number?, 1) where number.isFinite: return number
    case (let number?, 2):
      guard let divisor = parts[1], divisor != 0, (number / divisor).isFinite else { return nil }
      return number / divisor
    default: return nil
    }
  }

  /// Takes what was found where nothing is decided, and goes on where nothing is left.
  func accept() throws(Failure) -> Effect {
    guard let work, try isStillShown() else { return .redraw }
    let isWholeGiven = if case .points = decision(on: .question, of: work) { true } else { false }
    if case .disagreement = decision(on: .question, of: work) {
      message = ReviewWording.wholeDisputed
      return .redraw
    }
    var reviews: [Review] = []
    var left: [Int] = []
    let stroke = Review.makeID()
    for (index, part) in work.parts.enumerated() where !isWholeGiven {
      switch decision(on: part.part, of: work) {
      case .points: break
      case .disagreement: left.append(index)
      case .open:
        if let found = part.found {
          reviews.append(review(of: part.part, .points(found), on: work, stroke: stroke))
        } else {
          left.append(index)
        }
      }
    }
    if let first = left.first {
      focus = first
      message = ReviewWording.stillOpen(left.count, criteria: isByCriteria)
      return .redraw
    }
    if !reviews.isEmpty {
      try keep(reviews)
      try reload()
    }
    try goOn()
    return .redraw
  }

  /// Whether the parts are criteria, and not answers.
  var isByCriteria: Bool {
    if case .criterion? = work?.parts.first?.part { true } else { false }
  }

  // MARK: Keeping

  func undo() throws(Failure) -> Effect {
    guard let stroke = try book.strokes(of: reviewer, exercise: exercise, limit: 1).first else {
      message = ReviewWording.nothingToUndo
      return .redraw
    }
    let outcome = try book.takeBack(stroke: stroke, at: now())
    if let (student, question) = outcome.places.first {
      if question != self.question?.id { try goTo(question) }
      try refreshQueue()
      if let index = queue.items.firstIndex(where: { $0.student == student }) { try show(index) }
    }
    try reload()
    changed.formUnion(outcome.places.map { "\($0.question) \($0.student)" })
    message = ReviewWording.takenBack(outcome.places.count, others: outcome.others)
    return .redraw
  }

  /// Whether what is shown is still what stands: others may have decided meanwhile, which is shown
  /// first.
  func isStillShown() throws(Failure) -> Bool {
    guard let shown = work else { return false }
    let before = Set(visible(shown).map(\.id))
    try reload(shown.student, shown.question)
    guard let work else {
      message = ReviewWording.gone
      return false
    }
    let others = visible(work).filter { !before.contains($0.id) && $0.reviewer != reviewer }
    if shown.work != work.work {
      message = ReviewWording.changedMeanwhile
      return false
    }
    guard let other = others.last else { return true }
    message = ReviewWording.decidedMeanwhile(other.reviewer)
    return false
  }

  func review(
    of part: Review.Part, _ ruling: Review.Ruling, on work: ReviewedWork, stroke: String? = nil
  ) -> Review {
    let replaced = visible(work).filter { $0.part == part && !$0.ruling.isComment }
    return Review(
      exercise: exercise, student: work.student, question: work.question, part: part,
      ruling: ruling, reviewer: reviewer, time: now(), work: work.work,
      stroke: stroke ?? Review.makeID(), replaces: replaced.map(\.id))
  }

  /// A remark takes the place of no other: several may stand.
  func remark(
    _ ruling: Review.Ruling, on work: ReviewedWork, stroke: String? = nil
  ) -> Review {
    var review = review(of: .question, ruling, on: work, stroke: stroke)
    review.replaces = []
    return review
  }

  func keep(_ reviews: [Review]) throws(Failure) {
    guard !reviews.isEmpty else { return }
    try book.keep(reviews)
    changed.formUnion(reviews.map { "\($0.question) \($0.student)" })
    if let student = work?.student, recent.last != student {
      recent = recent.suffix(1) + [student]
    }
  }
}
