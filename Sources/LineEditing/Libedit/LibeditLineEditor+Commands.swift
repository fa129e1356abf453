import CLibedit
import Diagnostics
import TextLayout

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What keys do. Each command returns one of libedit's `CC_` codes.
extension LibeditLineEditor {
  /// Ctrl-C: shows `^C` and ends the line; `edit` sees the flag.
  func interrupt(_ editLine: OpaquePointer) -> Int32 {
    wasInterrupted = true
    moveToEnd(of: editLine)
    _ = el_insertstr(editLine, "^C")
    queued = ["\n"]
    return CC_REFRESH
  }

  /// Ctrl-D: the end of input on an empty line, else as Delete.
  func deleteOrEnd(_ editLine: OpaquePointer) -> Int32 {
    let (before, after) = line(of: editLine)
    if before.isEmpty, after.isEmpty { return CC_EOF }
    return deleteForward(editLine)
  }

  /// Deletes the character at the cursor with all its accents.
  func deleteForward(_ editLine: OpaquePointer) -> Int32 {
    let count = scalarCount(line(of: editLine).after.first)
    el_cursor(editLine, count)
    return delete(count, from: editLine)
  }

  /// Deletes the character before the cursor with all its accents.
  func erase(_ editLine: OpaquePointer) -> Int32 {
    delete(scalarCount(line(of: editLine).before.last), from: editLine)
  }

  func goLeft(_ editLine: OpaquePointer) -> Int32 {
    move(-scalarCount(line(of: editLine).before.last), in: editLine)
  }

  func goRight(_ editLine: OpaquePointer) -> Int32 {
    move(scalarCount(line(of: editLine).after.first), in: editLine)
  }

  private func delete(_ count: Int32, from editLine: OpaquePointer) -> Int32 {
    el_deletestr(editLine, count)
    return count == 0 ? CC_ERROR : CC_REFRESH
  }

  private func move(_ count: Int32, in editLine: OpaquePointer) -> Int32 {
    el_cursor(editLine, count)
    return count == 0 ? CC_ERROR : CC_CURSOR
  }

  /// What libedit counts by; 0 where there is no character.
  private func scalarCount(_ character: Character?) -> Int32 {
    Int32(character?.unicodeScalars.count ?? 0)
  }

  /// Ctrl-R: from here keys go to the search, until one that cannot be searched for.
  func startSearch(_ editLine: OpaquePointer) -> Int32 {
    let (before, after) = line(of: editLine)
    let new = HistorySearch(entries: remembered, original: before + after)
    search = new
    setPromptBuffer(StyledText(new.prompt))
    return CC_REFRESH
  }

  /// Ctrl-L: the line alone, at the top of the screen.
  func clearScreen(_ editLine: OpaquePointer) -> Int32 {
    guard display != nil else { return CC_REFRESH }
    send(.clearScreen)
    display?.reset()
    return CC_REFRESH
  }

  func complete(_ editLine: OpaquePointer) -> Int32 {
    guard let completer else { return CC_ERROR }
    let (before, after) = line(of: editLine)
    let text = before + after
    let cursor = before.utf8.count
    var completion = completer(text, cursor)
    // A name that the terminal must not get can neither be put in nor be meant without it.
    completion.candidates.removeAll { $0.text.unicodeScalars.contains(where: actsOnTerminal) }
    switch CompletionInsertion(line: text, cursor: cursor, completion: completion) {
    case .nothing: return completion.candidates.isEmpty ? CC_ERROR : CC_NORM
    case .replacement(let old, let new):
      el_deletestr(editLine, Int32(old.unicodeScalars.count))
      _ = el_insertstr(editLine, new)
      return CC_REFRESH
    case .list(let candidates):
      let size = windowSize()
      let list = CandidateList(
        width: size.columns, rows: min(12, size.rows - 3), unicode: showsUnicode)
      showBelow(list.lines(of: candidates.map { onOneLine($0.label) }))
      return CC_NORM
    }
  }

  /// Takes in what was pasted: the first line is put in and submitted, further lines wait, and
  /// what has no newline is left for editing.
  func paste(into editLine: OpaquePointer) {
    let (bytes, isCut) = input.pastedBytes(limit: Self.pasteLimit)
    var pasted = PastedText(bytes: bytes)
    pasteWasCut = isCut
    // Half a line is worse than none.
    if isCut, !pasted.lines.isEmpty { pasted.rest = "" }
    guard let first = pasted.lines.first else {
      _ = el_insertstr(editLine, pasted.rest)
      return
    }
    _ = el_insertstr(editLine, first)
    pastedLines = pasted.lines.dropFirst().reversed()
    pastedRest = pasted.rest
    queued = ["\n"]
  }

  func replaceLine(of editLine: OpaquePointer, with text: String) {
    moveToEnd(of: editLine)
    el_deletestr(editLine, Int32(line(of: editLine).before.unicodeScalars.count))
    _ = el_insertstr(editLine, text)
  }

  private func moveToEnd(of editLine: OpaquePointer) {
    el_cursor(editLine, Int32(line(of: editLine).after.unicodeScalars.count))
  }

  /// The text before the cursor, and after it.
  func line(of editLine: OpaquePointer) -> (before: String, after: String) {
    guard let info = el_line(editLine)?.pointee, let start = info.buffer, let cursor = info.cursor,
      let end = info.lastchar
    else { return ("", "") }
    return (text(from: start, to: cursor), text(from: cursor, to: end))
  }

  private func text(from start: UnsafePointer<CChar>, to end: UnsafePointer<CChar>) -> String {
    String(
      decoding: UnsafeRawBufferPointer(start: start, count: max(0, end - start)), as: UTF8.self)
  }

  func windowSize() -> (columns: Int, rows: Int) {
    var size = winsize()
    guard ioctl(fileno(output), UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0
    else { return (80, 24) }
    return (Int(size.ws_col), Int(size.ws_row))
  }
}
