import CLibedit
import TextLayout

/// The line as it is shown. libedit edits it, and draws it only where there are no escape codes.
extension LibeditLineEditor {
  /// Bytes of a line that is looked at for what to mark and to suggest.
  private static let decoratedLimit = 4096

  /// Shows the line as it stands.
  func draw() {
    guard display != nil, let editLine else { return }
    let (before, after) = line(of: editLine)
    suggested = ("", "")
    let text = before + after
    var marks: [LineDecoration.Mark] = []
    if colour, !isPlain, search == nil, text.utf8.count <= Self.decoratedLimit,
      let decoration = decorator?(text, before.utf8.count)
    {
      marks = decoration.marks
      if after.isEmpty, !text.isEmpty {
        let rest = restOfLine(text, earlier: suggestible, other: decoration.suggestion)
        suggested = (text, StyledText(rest).rendered(colour: false))
      }
    }
    show(Self.cells(of: before + after, marks), cursor: Self.cells(of: before, []).count)
  }

  private func show(_ cells: [LineCell], cursor: Int) {
    let size = windowSize()
    let frame = LineFrame(
      prompt: (search.map { StyledText($0.prompt) } ?? prompt).cells, line: cells, cursor: cursor,
      suggestion: suggested.rest, dots: showsUnicode ? "…" : "...", columns: size.columns)
    if let drawn = display?.draw(frame, height: size.rows) { send(drawn) }
  }

  private static func cells(of text: String, _ marks: [LineDecoration.Mark]) -> [LineCell] {
    guard !marks.isEmpty else { return text.map { LineCell($0) } }
    var styles = [TextStyle](repeating: .plain, count: text.utf8.count)
    for mark in marks {
      for byte in mark.range.clamped(to: styles.indices) { styles[byte] = mark.style }
    }
    var start = 0
    return text.map { character in
      defer { start += character.utf8.count }
      return LineCell(character, styles[start])
    }
  }

  /// Shows the line as it was given, nil at the end of the input, and leaves it for the row below.
  func leave(line: String?) {
    suggested = ("", "")
    if display == nil {
      // After a line libedit has done so.
      if line == nil { send(.newline) }
      return
    }
    let cells = Self.cells(of: line ?? "", [])
    show(cells, cursor: cells.count)
    leaveLine()
  }

  /// Goes to the row below the line.
  func leaveLine() { send(display?.leave() ?? TerminalText(.newline)) }

  /// Shows the line where nothing of it is on the screen any more.
  func drawAnew() {
    guard let editLine else { return }
    if display == nil { _ = libedit_refresh(editLine) }
    display?.reset()
  }

  /// Lines between the line as it stood and the line as it goes on.
  func showBelow(_ lines: [String]) {
    leaveLine()
    for line in lines { show(StyledText(line)) }
    drawAnew()
  }

  // MARK: Suggestions

  /// What of the suggestion behind the line a key takes; nil where it does something else.
  func suggestion(takenBy key: Key) -> String? {
    guard !suggested.rest.isEmpty, let editLine else { return nil }
    let (before, after) = line(of: editLine)
    // What was not yet seen is not taken.
    guard after.isEmpty, before == suggested.line else { return nil }
    switch key {
    case .right, .end, .scalar("\u{5}"), .scalar("\u{6}"): return suggested.rest
    case .wordRight, .meta("f"): return firstWord(of: suggested.rest)
    default: return nil
    }
  }
}
