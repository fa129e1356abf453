import Gradebook

/// From answer to answer, and what is laid over one.
extension ReviewSession {
  /// Whether there is nothing to review.
  public var isEmpty: Bool { work == nil }

  var question: ReviewedQuestion? {
    questions.indices.contains(place.question) ? questions[place.question] : nil
  }

  var item: ReviewQueue.Item? {
    queue.items.indices.contains(place.item) ? queue.items[place.item] : nil
  }

  func loadQueue() throws(Failure) {
    guard let question else { return }
    queue = ReviewQueue(
      try book.reviewEntries(exercise: exercise, question: question.id), numbers: numbers)
    queue.keep { item in
      if let student = options.student { return item.student == student }
      if options.onlyDisputed { return item.isDisputed }
      if options.isSecondReading { return item.reviewers != [] && item.reviewers != [reviewer] }
      return options.questions != nil || item.isOpen || !item.reviewers.isEmpty
    }
  }

  /// Whether nothing is left for this reviewer.
  func isDone(_ place: Int) -> Bool {
    let item = queue.items[place]
    if options.isSecondReading { return item.reviewers.contains(reviewer) }
    if item.isDisputed || item.isOpen { return false }
    return options.questions == nil || !item.reviewers.isEmpty
  }

  func refreshQueue() throws(Failure) {
    guard let question else { return }
    queue.update(try book.reviewEntries(exercise: exercise, question: question.id))
  }

  /// Puts an answer on the screen.
  func show(_ index: Int) throws(Failure) {
    place.item = index
    (focus, turned, message) = (0, 0, nil)
    work = nil
    guard let question, let item else { return }
    try reload(item.student, question.id)
    focus = openParts.first ?? 0
  }

  func reload(_ student: String, _ question: String) throws(Failure) {
    let before = work
    work = try book.work(exercise: exercise, question: question, student: student)
    // Reading a text means grading its notebook: once for each answer that is shown, not at each key.
    if let before, let work, before.student == student, before.question == question,
      before.work == work.work
    {
      return
    }
    found = work.flatMap { $0.text == nil ? nil : findings($0) }
  }

  /// The answer as the gradebook has it now.
  func reload() throws(Failure) {
    guard let work else { return }
    try reload(work.student, work.question)
    try refreshQueue()
  }

  func step(by step: Int) throws(Failure) -> Effect {
    let next = place.item + step
    if queue.items.indices.contains(next) {
      try show(next)
    } else {
      message = step > 0 ? ReviewWording.lastAnswer : ReviewWording.firstAnswer
    }
    return .redraw
  }

  /// Goes to the next answer with something left to decide, of this question and those after it.
  func goOn() throws(Failure) {
    try refreshQueue()
    let after = queue.items.indices.filter { $0 > place.item } + queue.items.indices
    if let next = after.first(where: { !isDone($0) }) { return try show(next) }
    let finished = question?.id
    let start = place.question
    for offset in questions.indices.dropFirst() {
      place.question = (start + offset) % questions.count
      try loadQueue()
      guard let next = queue.items.indices.first(where: { !isDone($0) }) else { continue }
      try show(next)
      message = finished.map(ReviewWording.questionDone)
      return
    }
    let shown = place.item
    place.question = start
    try loadQueue()
    try show(min(shown, max(0, queue.items.count - 1)))
    message = ReviewWording.allDone
  }

  func goTo(_ id: String) throws(Failure) {
    guard let index = questions.firstIndex(where: { $0.id == id }) else {
      message = ReviewWording.noSuchQuestion(id, known: questions.map(\.id))
      return
    }
    place.question = index
    try loadQueue()
    try show(queue.items.indices.first { !isDone($0) } ?? 0)
  }

  func moveFocus(by step: Int) -> Effect {
    guard let work, !work.parts.isEmpty else { return .redraw }
    focus = min(max(0, focus + step), work.parts.count - 1)
    return .redraw
  }

  func scroll(by step: Int) -> Effect {
    turned = max(0, turned + step)
    return .redraw
  }

  func toggleNames() -> Effect {
    showsNames.toggle()
    return .redraw
  }

  func toggle(_ shown: Overlay) -> Effect {
    overlay = overlay == shown ? nil : shown
    turnedOverlay = 0
    return .redraw
  }

  /// Turns what is shown in the answer's place, or closes it.
  func handleOverlay(_ key: ReviewKey) -> Effect {
    switch key {
    case .character(" "), .pageDown, .down: turnedOverlay += 1
    case .character("b"), .pageUp, .up: turnedOverlay = max(0, turnedOverlay - 1)
    default: overlay = nil
    }
    return .redraw
  }
}
