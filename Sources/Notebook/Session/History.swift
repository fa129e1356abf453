/// States of a notebook that a student can go back to, and forth again, within a session.
struct History {
  /// Where the way back ends.
  enum Start {
    case opening
    /// The notebook was changed by other means since it was opened.
    case outsideChange
  }

  /// Something that was done.
  enum Step {
    /// A change of the text: what it was, and the notebook before it.
    case change(what: String, NotebookFile)
    /// A question that was given up, which stays so.
    case skipped(question: String)
  }

  private(set) var start = Start.opening
  private var done: [Step] = []
  private var undone: [(what: String, file: NotebookFile)] = []

  /// Steps back that are kept.
  static let limit = 500

  init(start: Start = .opening) {
    self.start = start
  }

  mutating func remember(_ what: String, before: NotebookFile) {
    add(.change(what: what, before))
    undone = []
  }

  mutating func rememberSkip(of question: String) {
    add(.skipped(question: question))
    undone = []
  }

  private mutating func add(_ step: Step) {
    done.append(step)
    if done.count > Self.limit { done.removeFirst() }
  }

  /// The last step, which is forgotten with it; `now` is what to come forth to again.
  mutating func back(from now: NotebookFile) -> Step? {
    let step = done.popLast()
    if case .change(let what, _)? = step { undone.append((what, now)) }
    return step
  }

  /// What was taken back last, and the notebook with it; `now` is what to go back to again.
  mutating func forth(from now: NotebookFile) -> (what: String, file: NotebookFile)? {
    guard let next = undone.popLast() else { return nil }
    add(.change(what: next.what, now))
    return next
  }
}
