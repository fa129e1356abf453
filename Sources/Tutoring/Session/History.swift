import NotebookFiles

/// States of a notebook that a student can go back to, and forth again, within a session.
///
/// Of a state only the body is kept, and of that only what differs from the state after it: what
/// is held grows with what was typed, not with the notebook.
struct History {
  /// Something that was done.
  enum Step: Equatable {
    /// A change of the text: what it was, and the notebook's body before it.
    case change(what: String, body: String)
    /// A question that was given up, which stays so.
    case skipped(question: String)
  }

  private enum Mark {
    case change(String)
    case skipped(String)
  }

  private var done: [Mark] = []
  private var bodies = TextStack()
  private var undone: [String] = []
  private var bodiesAhead = TextStack()
  /// Whether the way back is shorter than the session, since the oldest steps were dropped.
  private(set) var isCut = false

  /// Steps back that are kept, and bytes for all of them beside the last state; the oldest go
  /// first.
  static let limit = 500
  static let byteLimit = 4 << 20

  /// Bytes that the texts held here take.
  var heldBytes: Int {
    bodies.heldBytes + bodiesAhead.heldBytes + undone.reduce(0) { $0 + $1.utf8.count }
      + done.reduce(0) { count, mark in
        switch mark {
        case .change(let text), .skipped(let text): count + text.utf8.count
        }
      }
  }

  mutating func remember(_ what: String, before: NotebookFile) {
    add(what, before.body)
    forgetUndone()
  }

  mutating func rememberSkip(of question: String) {
    done.append(.skipped(question))
    forgetUndone()
  }

  private mutating func forgetUndone() {
    undone = []
    bodiesAhead = TextStack()
  }

  private mutating func add(_ what: String, _ body: String) {
    done.append(.change(what))
    bodies.push(body)
    while done.count > Self.limit || bodies.heldBeneathBytes > Self.byteLimit {
      isCut = true
      if case .change = done.removeFirst() { bodies.dropOldest() }
    }
  }

  /// The last step, which is forgotten with it; `now` is what to come forth to again.
  mutating func back(from now: NotebookFile) -> Step? {
    switch done.popLast() {
    case nil: return nil
    case .skipped(let question)?: return .skipped(question: question)
    case .change(let what)?:
      guard let body = bodies.pop() else { return nil }
      undone.append(what)
      bodiesAhead.push(now.body)
      return .change(what: what, body: body)
    }
  }

  /// What was taken back last, and the body with it; `now` is what to go back to again.
  mutating func forth(from now: NotebookFile) -> (what: String, body: String)? {
    guard let what = undone.popLast(), let body = bodiesAhead.pop() else { return nil }
    add(what, now.body)
    return (what, body)
  }
}

/// Texts of which each is much like the one put on it: the last is held whole, of the others what
/// differs from the next.
struct TextStack {
  /// What makes a text of the one above it: other bytes between what both begin and end with.
  private struct Difference {
    var prefix: Int
    var suffix: Int
    var middle: [UInt8]

    /// Bytes of it, with what an entry takes beside its bytes.
    var cost: Int { middle.count + 64 }
  }

  private var top: [UInt8]?
  private var beneath: [Difference] = []
  /// Of all but the last text.
  private(set) var heldBeneathBytes = 0

  var heldBytes: Int { heldBeneathBytes + (top?.count ?? 0) }

  mutating func push(_ text: String) {
    let bytes = Array(text.utf8)
    if let top {
      let difference = Self.difference(of: top, from: bytes)
      heldBeneathBytes += difference.cost
      beneath.append(difference)
    }
    top = bytes
  }

  mutating func pop() -> String? {
    guard let top else { return nil }
    if let next = beneath.popLast() {
      heldBeneathBytes -= next.cost
      self.top = top[..<next.prefix] + next.middle + top[(top.count - next.suffix)...]
    } else {
      self.top = nil
    }
    return String(decoding: top, as: UTF8.self)
  }

  mutating func dropOldest() {
    if beneath.isEmpty { top = nil } else { heldBeneathBytes -= beneath.removeFirst().cost }
  }

  private static func difference(of text: [UInt8], from other: [UInt8]) -> Difference {
    let most = min(text.count, other.count)
    var prefix = 0
    while prefix < most, text[prefix] == other[prefix] { prefix += 1 }
    var suffix = 0
    while suffix < most - prefix,
      text[text.count - 1 - suffix] == other[other.count - 1 - suffix]
    { suffix += 1 }
    return Difference(
      prefix: prefix, suffix: suffix, middle: Array(text[prefix..<(text.count - suffix)]))
  }
}
