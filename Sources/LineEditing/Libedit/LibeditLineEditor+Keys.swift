import CLibedit
import Diagnostics
import TextLayout

extension LibeditLineEditor {
  /// What the private key stands for: work that libedit has to be told of by a key, so that it
  /// draws the line again.
  enum Action {
    case none
    case insert(String)
    case paste
    case searchFor(Unicode.Scalar)
    case searchShorter, searchOlder, searchEnd, searchAbort
  }

  /// A C1 control character, which no key sends (`ByteInput` drops them).
  static let privateKey: Unicode.Scalar = "\u{80}"

  /// What keys do for which libedit has no command, or not the one that is wanted.
  private static let commands:
    [Unicode.Scalar: @Sendable (LibeditLineEditor) -> (OpaquePointer) -> Int32] = [
      privateKey: act, "\u{81}": deleteForward, "\u{2}": goLeft,  // ^B
      "\u{3}": interrupt,  // ^C
      "\u{4}": deleteOrEnd,  // ^D
      "\u{6}": goRight,  // ^F
      "\u{8}": erase, "\u{7F}": erase, "\t": complete, "\u{C}": clearScreen,  // ^L
      "\u{12}": startSearch,  // ^R
      "\u{1A}": suspend,  // ^Z
    ]

  /// Binds the keys and gives libedit our reader of them.
  func setUpKeys(of editLine: OpaquePointer) {
    _ = libedit_set_text(editLine, EL_EDITOR, "emacs")
    // Ctrl-C, Ctrl-Z and Ctrl-\ arrive as keys while a line is edited.
    _ = libedit_setty(editLine, "-d", "-isig")
    // CR stays CR and LF stays LF, or a paste with CR LF would have twice the lines.
    _ = libedit_setty(editLine, "-d", "-icrnl")
    _ = libedit_setty(editLine, "-d", "-inlcr")
    // Ctrl-S does not freeze the terminal.
    _ = libedit_setty(editLine, "-d", "-ixon")
    _ = libedit_set_prompt(editLine) { LibeditLineEditor.editor(of: $0)?.promptBuffer }
    _ = libedit_set_reader(editLine) { editLine, target in
      guard let editor = LibeditLineEditor.editor(of: editLine), let target else { return -1 }
      guard let scalar = editor.nextCharacter() else { return 0 }
      target.pointee = wchar_t(scalar.value)
      return 1
    }
    // One command for all keys of ours, which libedit tells apart by the character it passes.
    _ = libedit_add_command(editLine, "reckon-key", "reckon-key") { editLine, character in
      guard let editLine, let editor = LibeditLineEditor.editor(of: editLine),
        let key = Unicode.Scalar(UInt32(character)), let command = LibeditLineEditor.commands[key]
      else { return UInt8(CC_ERROR) }
      let result = command(editor)(editLine)
      // Where libedit draws, it rings the bell itself.
      if result == CC_ERROR, editor.display != nil { editor.send(.bell) }
      return UInt8(result)
    }
    for key in Self.commands.keys { Self.bind(key.value, to: "reckon-key", of: editLine) }
    _ = libedit_bind(editLine, "^W", "ed-delete-prev-word")
    _ = libedit_bind(editLine, "^U", "vi-kill-line-prev")
    // Letters of Latin-1 are no keys with Meta.
    for value: UInt32 in 0xA0...0xFF { Self.bind(value, to: "ed-insert", of: editLine) }
  }

  private static func bind(_ key: UInt32, to command: String, of editLine: OpaquePointer) {
    _ = libedit_bind(editLine, "\\" + String(key, radix: 8), command)
  }

  /// The editor that libedit's callbacks are about.
  static func editor(of editLine: OpaquePointer?) -> LibeditLineEditor? {
    guard let data = libedit_client_data(editLine) else { return nil }
    return Unmanaged<LibeditLineEditor>.fromOpaque(data).takeUnretainedValue()
  }

  /// The next character for libedit, or nil when the terminal is gone. Before a key is waited for,
  /// the line is shown as it stands.
  private func nextCharacter() -> Unicode.Scalar? {
    while true {
      if !queued.isEmpty { return queued.removeFirst() }
      if !input.hasMore, cursorQuestions == 0 { draw() }
      let key = input.nextKey(within: cursorQuestions > 0 ? Self.answerPause : -1)
      if cursorQuestions > 0, key != .wake { takeAnswer(cursorColumn: key.reportedColumn) }
      switch key {
      case .hangUp: return nil
      case .wake: handleSignals()
      case .cursor, .silence: break
      default: queued += search == nil ? characters(of: key) : charactersInSearch(of: key)
      }
    }
  }

  /// Control characters that do something: the others are dropped.
  private static let controls: Set<Unicode.Scalar> = Set(
    "ABCDEFHIJKLMNPRTUWYZ".unicodeScalars.compactMap { Unicode.Scalar($0.value - 0x40) })

  /// Whether a character may stand in a line; Backspace is a key.
  private static func isTyped(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\u{7F}" || !actsOnTerminal(scalar)
  }

  /// Keys that do something with Alt, all of it to words.
  private static let metaKeys: Set<Unicode.Scalar> = Set("bfdcul\u{8}\u{7F}".unicodeScalars)

  private func characters(of key: Key) -> [Unicode.Scalar] {
    if let taken = suggestion(takenBy: key) { return charactersThat(.insert(taken)) }
    return switch key {
    case .scalar(let scalar): Self.isTyped(scalar) || Self.controls.contains(scalar) ? [scalar] : []
    case .meta(let scalar): Self.metaKeys.contains(scalar) ? ["\u{1B}", scalar] : []
    case .up: ["\u{10}"]
    case .down: ["\u{E}"]
    case .left: ["\u{2}"]
    case .right: ["\u{6}"]
    case .home: ["\u{1}"]
    case .end: ["\u{5}"]
    case .delete: ["\u{81}"]
    case .wordLeft: ["\u{1B}", "b"]
    case .wordRight: ["\u{1B}", "f"]
    case .wordDelete: ["\u{1B}", "d"]
    case .paste: charactersThat(.paste)
    case .pageUp, .pageDown, .other, .hangUp, .wake, .cursor, .silence: []
    }
  }

  private func charactersInSearch(of key: Key) -> [Unicode.Scalar] {
    switch key {
    case .scalar("\u{12}"): return charactersThat(.searchOlder)
    case .scalar("\u{7}"): return charactersThat(.searchAbort)
    case .scalar("\u{8}"), .scalar("\u{7F}"): return charactersThat(.searchShorter)
    case .scalar(let scalar) where Self.isTyped(scalar): return charactersThat(.searchFor(scalar))
    case .paste:
      // It needs the private key too, so that the search has to end at once.
      search = nil
      setPromptBuffer(prompt)
      return charactersThat(.paste)
    default: return charactersThat(.searchEnd) + characters(of: key)
    }
  }

  private func charactersThat(_ next: Action) -> [Unicode.Scalar] {
    action = next
    return [Self.privateKey]
  }

  /// Does what the private key stands for.
  private func act(_ editLine: OpaquePointer) -> Int32 {
    let next = action
    action = .none
    switch next {
    case .none: return CC_NORM
    case .insert(let text): _ = el_insertstr(editLine, text)
    case .paste: paste(into: editLine)
    case .searchFor(let scalar): search?.append(scalar)
    case .searchShorter: search?.removeLast()
    case .searchOlder: search?.older()
    case .searchAbort:
      if let original = search?.original { replaceLine(of: editLine, with: original) }
      search = nil
    case .searchEnd: search = nil
    }
    if let search {
      setPromptBuffer(StyledText(search.prompt))
      replaceLine(of: editLine, with: search.match ?? search.original)
    } else {
      setPromptBuffer(prompt)
    }
    return CC_REFRESH
  }
}
