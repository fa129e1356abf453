import Diagnostics
import Formulas
import NotebookFiles

extension Command {
  static let edit = Command(
    "edit", argument: "NAME", "change an earlier line, or your text",
    completes: { session, _ in session.sheet.keys.map { "\($0)" }.sorted() },
    run: { $0.edit($1) })
}

extension Session {
  /// The word after `:edit` that opens a text at the prompt, whatever editors there are.
  private static let atPrompt = "here"

  fileprivate func edit(_ name: String) -> [SessionEvent] {
    let isText = question.responseForm == .prose
    if isText, name.isEmpty { return editReply() }
    if isText, name == Self.atPrompt, !sheet.hasName(name) { return editReplyHere() }
    if name.isEmpty {
      guard let key = lastJudged ?? newestKey() else { return [.lines(.nothingToEdit)] }
      return editLine(of: key)
    }
    // An answer that was given as a column has its line under that.
    if let key = key(named: name) ?? sheet.otherKey?(name) { return editLine(of: key) }
    let own = file.statements().compactMap(\.key).map { "\($0)" }
    return told(
      SessionDiagnostics.unknownVariable(
        name, near: nearestNames(to: name, among: own), command: "edit"))
  }

  // MARK: A line

  /// What the newest statement of the question at hand binds.
  private func newestKey() -> Worksheet.Key? {
    file.statements(inQuestion: question.id).last { $0.key != nil }?.key
  }

  /// Brings the statement of a name back to the prompt, with its comment.
  private func editLine(of key: Worksheet.Key) -> [SessionEvent] {
    guard let placed = file.statements().last(where: { canonical($0.key) == canonical(key) })
    else { return [.lines(.notYours("\(key)"))] }
    let comment = file.comment(of: placed).map { "  " + $0 } ?? ""
    let text = withoutControls(placed.statement.text + comment)
    if text.contains("\n") {
      return begin(editing: text, for: .statement, atPrompt: !environment.isInteractive)
    }
    guard environment.isInteractive else { return [.lines(.typeAnew(text))] }
    lineToEdit = text
    return []
  }

  /// The line that the next prompt begins with, given once.
  public func takeLineToEdit() -> String? {
    defer { lineToEdit = nil }
    return lineToEdit
  }

  // MARK: A text

  private func editReply() -> [SessionEvent] {
    guard environment.edit != nil || environment.isInteractive else {
      return [.said(.editNeedsTerminal)]
    }
    return begin(editing: reply, for: .reply)
  }

  private func editReplyHere() -> [SessionEvent] {
    begin(editing: reply, for: .reply, atPrompt: true)
  }

  private var reply: String { file.reply(toQuestion: question.id) ?? "" }

  /// Hands a text to the student's editor, or to the prompt's own.
  private func begin(
    editing old: String, for purpose: NumberedLines.Purpose, atPrompt: Bool = false
  ) -> [SessionEvent] {
    let edited = atPrompt ? nil : edit(old)
    switch edited {
    case nil, .atPrompt?:
      let lines = NumberedLines(old, for: purpose)
      mode = .lines(lines)
      return [
        .lines(.begins(of: lines.lines.count)),
        .lines(lines.lines.isEmpty ? .insertsBefore(1, of: 0) : .all(lines.lines)),
      ]
    case .failed(let reason)?: return told(SessionDiagnostics.editFailed(reason))
    case .text(let text)?: return takeOutsideChanges() + takeEdited(text, of: purpose, was: old)
    }
  }

  /// What comes of a text in the student's editor; nil where there is none. Other sessions do not wait
  /// for it.
  private func edit(_ text: String) -> EditedText? {
    store.endTurn()
    defer { store.takeTurn() }
    return environment.edit?(text)
  }

  /// Takes a text that was edited.
  func takeEdited(
    _ text: String, of purpose: NumberedLines.Purpose, was old: String
  ) -> [SessionEvent] {
    let new = String(withoutControls(withUnixLineEnds(text)).trimmingLines)
    guard new != old.trimmingLines else { return [.said(.unchanged)] }
    guard new.utf8.count <= Self.textLimit else {
      let copy = try? store.keep(Array(text.utf8), as: "edited").get()
      return [.said(.editTooLong(kept: copy))]
    }
    switch purpose {
    case .statement:
      return new.isEmpty ? [.said(.unchanged)] : take(new, isContinued: true, isLast: true)
    case .reply:
      // Another session's text, which was saved while this one was edited.
      let theirs = reply.trimmingLines == old.trimmingLines ? [] : keepTheirs()
      let problems = theirs + keepText(new, as: "your text for \(question.id)")
      return problems + (new.isEmpty ? [.said(.textEmptied)] : textLines())
    }
  }
}

/// What came of a text that was handed to an editor.
public enum EditedText: Sendable {
  /// As it was saved.
  case text(String)
  /// There is no editor, or none is wanted: it is edited at the prompt.
  case atPrompt
  /// Why there is none, as a part of a sentence.
  case failed(String)
}

extension StringProtocol {
  /// Without empty lines and white space at both ends.
  fileprivate var trimmingLines: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
