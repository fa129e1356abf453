import Diagnostics

extension Command {
  static let edit = Command("edit", "write your text in an editor") { session, _ in session.edit() }
}

extension Session {
  /// Opens the text of the question at hand in the student's editor.
  fileprivate func edit() -> [SessionEvent] {
    guard question.responseForm == .prose else {
      return [.said(.editsTexts)]
    }
    guard let edit = environment.edit else {
      return [.said(.editNeedsTerminal)]
    }
    let old = file.reply(toQuestion: question.id) ?? ""
    switch edit(old) {
    case .failed(let reason): return told(SessionDiagnostics.editFailed(reason))
    case .text(let text):
      let new = String(withoutControls(withUnixLineEnds(text)).trimmingLines)
      guard new != old.trimmingLines else { return [.said(.unchanged)] }
      guard new.utf8.count <= Self.textLimit else {
        let copy = try? store.keep(Array(text.utf8), as: "edited").get()
        return [.said(.editTooLong(kept: copy))]
      }
      let problems = keepText(new, as: "your text for \(question.id)")
      return problems + (new.isEmpty ? [.said(.textEmptied)] : textLines())
    }
  }
}

/// What came of a text that was handed to an editor.
public enum EditedText: Sendable {
  /// As it was saved.
  case text(String)
  /// Why there is none, as a part of a sentence.
  case failed(String)
}

extension StringProtocol {
  /// Without empty lines and white space at both ends.
  fileprivate var trimmingLines: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
