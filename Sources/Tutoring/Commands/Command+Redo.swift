import Diagnostics

extension Command {
  static let redo = Command("redo", "do again what was taken back") { session, _ in session.redo() }
}

extension Session {
  fileprivate func redo() -> [SessionEvent] {
    guard let next = history.forth(from: file) else { return [.work(.nothingToRedo)] }
    return restore(next.body, saying: .redone(withoutControls(next.what)))
  }
}
