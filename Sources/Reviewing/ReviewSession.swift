import Dates
import Diagnostics
import Gradebook

/// A person who reviews answers: a key in, what is to be done next out. Every decision is in the
/// gradebook before the next key is read.
public final class ReviewSession {
  public typealias Failure = Gradebook.Failure

  /// What is reviewed, and how.
  public struct Options: Sendable {
    /// Nil for all that have something to review.
    public var questions: [String]?
    /// Nil for all.
    public var student: String?
    public var showsNames = false
    /// Whether answers that others have decided on are read again, without their decisions.
    public var isSecondReading = false
    /// Whether only answers are shown on which reviewers differ.
    public var onlyDisputed = false

    public init() {}
  }

  /// What is to be done after a key.
  public enum Effect: Hashable, Sendable {
    case redraw
    /// A line is to be read, and given to `take`.
    case ask(Asked)
    case leave
  }

  /// What a line is asked for.
  public enum Asked: Hashable, Sendable { case points, whole, comment, why, question }

  /// What is shown in the place of the answer.
  enum Overlay { case help, task }

  let book: Gradebook
  let exercise: String
  let reviewer: String
  let options: Options
  /// The time now, in ISO 8601.
  let now: () -> String
  /// What was found in an answer; nil where that cannot be told.
  let findings: (ReviewedWork) -> AnswerFindings.Found?

  /// The questions that are reviewed, in their order.
  var questions: [ReviewedQuestion] = []
  var place = (question: 0, item: 0)
  var queue = ReviewQueue([], numbers: [:])
  private var numbers: [String: Int] = [:]
  /// The answer on the screen.
  var work: ReviewedWork?
  var found: AnswerFindings.Found?
  var focus = 0
  /// Screens of a long answer that were turned.
  var turned = 0
  var message: String?
  var showsNames: Bool
  var overlay: Overlay?
  /// Screens of it that were turned.
  var turnedOverlay = 0
  /// The students on whose answers was decided last, at most two.
  var recent: [String] = []
  /// Answers on which something was decided, or taken back, in this session.
  var changed: Set<String> = []
  public var changedAnswers: Int { changed.count }

  public init(
    _ book: Gradebook, exercise: String, reviewer: String, options: Options,
    now: @escaping () -> String,
    findings: @escaping (ReviewedWork) -> AnswerFindings.Found? = { _ in nil }
  ) throws(Failure) {
    self.book = book
    self.exercise = exercise
    self.reviewer = reviewer
    self.options = options
    self.now = now
    self.findings = findings
    showsNames = options.showsNames
    numbers = Self.numbers(try book.students(with: exercise), exercise)
    questions = try book.reviewedQuestions(of: exercise).filter(isWanted)
    for index in questions.indices {
      place.question = index
      try loadQueue()
      if let first = queue.items.indices.first(where: { !isDone($0) }) {
        try show(first)
        return
      }
    }
    // All is done: it can be looked at.
    place.question = 0
    if !questions.isEmpty { try loadQueue() }
    try show(0)
    message = queue.items.isEmpty ? nil : ReviewWording.allDone
  }

  /// Numbers that hide who is who and are the same in every copy of the class.
  private static func numbers(_ students: [String], _ exercise: String) -> [String: Int] {
    // FNV-1a (Fowler, Noll and Vo): mixed enough to hide an order, and the same everywhere.
    func mixed(_ text: String) -> UInt64 {
      text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
    }
    let order = students.sorted {
      (mixed(exercise + "\0" + $0), $0) < (mixed(exercise + "\0" + $1), $1)
    }
    return Dictionary(zip(order, 1...), uniquingKeysWith: { first, _ in first })
  }

  private func isWanted(_ question: ReviewedQuestion) -> Bool {
    if let named = options.questions { return named.contains(question.id) }
    if options.onlyDisputed { return question.disputed > 0 }
    if options.isSecondReading { return question.decided > 0 }
    return question.isCounted && (question.open > 0 || question.decided > 0)
  }

  // MARK: Moving

  /// Whether there is nothing to review.
  public var isEmpty: Bool { work == nil }

  var question: ReviewedQuestion? {
    questions.indices.contains(place.question) ? questions[place.question] : nil
  }

  var item: ReviewQueue.Item? {
    queue.items.indices.contains(place.item) ? queue.items[place.item] : nil
  }

  private func loadQueue() throws(Failure) {
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
    focus = firstOpenPart ?? 0
  }

  private func reload(_ student: String, _ question: String) throws(Failure) {
    work = try book.work(exercise: exercise, question: question, student: student)
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
  private func handleOverlay(_ key: ReviewKey) -> Effect {
    switch key {
    case .character(" "), .pageDown, .down: turnedOverlay += 1
    case .character("b"), .pageUp, .up: turnedOverlay = max(0, turnedOverlay - 1)
    default: overlay = nil
    }
    return .redraw
  }

  // MARK: Keys

  public func handle(_ key: ReviewKey) throws(Failure) -> Effect {
    message = nil
    if overlay != nil { return handleOverlay(key) }
    if key == .escape { return .redraw }
    if case .character(let character) = key, let number = character.wholeNumberValue, number > 0 {
      if let work, number <= work.parts.count { focus = number - 1 }
      return .redraw
    }
    guard let action = ReviewAction.of(key) else {
      message = ReviewWording.noSuchKey
      return .redraw
    }
    do { return try action.run(self) } catch { throw Failure(error) }
  }

  /// The answer to what was asked; nil where it was given up.
  public func take(_ line: String?, for asked: Asked) throws(Failure) {
    guard let line = line?.trimmingBlank else { return }
    switch asked {
    case .points: try givePoints(line)
    case .whole: try giveWhole(line)
    case .comment: try comment(line)
    case .why: try giveReason(line)
    case .question: if !line.isEmpty { try goTo(line) }
    }
  }

  /// Remarks that were made at the question before, in the order in which each was first made.
  public func earlierComments() throws(Failure) -> [String] {
    guard let question else { return [] }
    return try book.comments(exercise: exercise, question: question.id, limit: Self.offered)
  }

  static let offered = 99
}
