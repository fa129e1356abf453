import Diagnostics

extension Command {
  static let undo = Command(
    "undo", "take the last change back", bare: .alsoInTexts
  ) { session, _ in session.undo() }
}

extension Session {
  fileprivate func undo() -> [SessionEvent] {
    switch history.back(from: file) {
    case nil: return [.work(.nothingToUndo(limit: history.isCut ? History.limit : nil))]
    case .skipped(let id)?: return [.work(.skipStays(id))]
    case .change(let what, let before)?:
      return restore(before, saying: .undone(withoutControls(what)))
    }
  }

  /// Goes to another state of the answers. What the front matter counts stays: a hint that was
  /// read cannot be unread.
  func restore(_ body: String, saying words: WorkMessage) -> [SessionEvent] {
    let before = snapshot()
    file.body = body
    recompute()
    return save() + [.work(words)] + effectLines(since: before)
  }
}
