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
  /// What each student is called while names are hidden, by key.
  private(set) var numbers: [String: Int] = [:]
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
