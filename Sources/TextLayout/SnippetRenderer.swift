import Diagnostics

/// Draws a diagnostic as a person reads it: sentence, line with the place marked, what to try.
public struct SnippetRenderer: Sendable {
  /// Columns at hand; long lines are cut around the place.
  public var width: Int
  /// Whether the terminal shows more than ASCII.
  public var unicode: Bool
  /// Whether the line itself is printed; at a prompt it stands just above already.
  public var showsLocation: Bool
  /// Whether the place is told in words, and nothing is drawn.
  public var inWords: Bool

  public init(
    width: Int = 80, unicode: Bool = true, showsLocation: Bool = true, inWords: Bool = false
  ) {
    self.width = max(24, width)
    self.unicode = unicode
    self.showsLocation = showsLocation
    self.inWords = inWords
  }

  /// Lines without a final newline.
  public func render(_ diagnostic: Diagnostic, in source: SourceText) -> StyledText {
    var lines: [StyledText] = []
    let (word, style): (String, TextStyle) =
      switch diagnostic.severity {
      case .error: ("error", .error)
      case .warning: ("warning", .warning)
      case .notice: ("note", .notice)
      }
    var head = StyledText()
    if showsLocation, let name = source.name {
      let line = source.line(at: diagnostic.labels.first?.span.start ?? 0)
      head.append("\(name):\(line): ", .strong)
    }
    head.append("\(word): ", style)
    head += StyledText(words(diagnostic.message))
    lines += wrapped(head, width: width, indent: 2)
    let labels = diagnostic.labels.map { Diagnostic.Label($0.span, words($0.text)) }
    if inWords {
      lines += labels.flatMap { place(of: $0, in: source, style: style) }
    } else {
      for group in labelsByLine(labels, in: source) {
        lines += snippet(group, in: source, style: style)
      }
    }
    for help in diagnostic.help {
      lines += wrapped(
        StyledText("  try: ", .success) + StyledText(words(help)), width: width, indent: 7)
    }
    return lines.joined()
  }

  /// A sentence of ours in characters that the terminal shows.
  private func words(_ sentence: String) -> String { unicode ? sentence : inASCII(sentence) }

  /// Characters of a place that are read out.
  private static let mostRead = 60

  /// `At character 3, "Kwh": which of the two?`
  private func place(
    of label: Diagnostic.Label, in source: SourceText, style: TextStyle
  ) -> [StyledText] {
    let line = source.lineSpan(at: label.span.start)
    let before = source.text(Span(line.start, max(line.start, label.span.start)))
    let all = shown(source.text(label.span))
    let marked = all.count > Self.mostRead ? all.prefix(Self.mostRead) + " and so on" : all
    // Of a statement of several lines the line is told too.
    let isLong = source.name == nil && source.bytes.contains(UInt8(ascii: "\n"))
    let place =
      "  At \(isLong ? "line \(source.line(at: label.span.start)), " : "")character \(before.count + 1)"
      + (marked.allSatisfy(\.isWhitespace) ? "" : ", \"\(marked)\"")
    return wrapped(
      StyledText(place + (label.text.isEmpty ? "." : ": "))
        + StyledText(label.text, style), width: width, indent: 4)
  }

  private func labelsByLine(
    _ labels: [Diagnostic.Label], in source: SourceText
  ) -> [[Diagnostic.Label]] {
    let lines = labels.map { source.line(at: $0.span.start) }
    return lines.indices.filter { lines.firstIndex(of: lines[$0]) == $0 }.map { first in
      labels.indices.filter { lines[$0] == lines[first] }.map { labels[$0] }
    }
  }

  /// The source line, and under it a row of marks and a text for each label.
  private func snippet(
    _ labels: [Diagnostic.Label], in source: SourceText, style: TextStyle
  ) -> [StyledText] {
    guard let main = labels.first else { return [] }
    let lineSpan = source.lineSpan(at: main.span.start)
    let window = window(around: main.span, line: lineSpan, in: source)
    // On a long line a label may be out of sight: it gets the line around its own place.
    let isSeen = { (label: Diagnostic.Label) in
      label.span.start >= window.start && label.span.start <= window.end
    }
    if let hidden = labels.dropFirst().first(where: { !isSeen($0) }) {
      return snippet(labels.filter { $0 != hidden }, in: source, style: style)
        + snippet([hidden], in: source, style: style)
    }
    let gutter = unicode ? "  │ " : "  | "
    var text = StyledText(gutter, .dim)
    text.append(window.text)
    var lines = [text]
    for label in labels {
      let start = column(of: label.span.start, in: window, source: source)
      let end = column(of: label.span.end, in: window, source: source)
      func row(indent: Int) -> StyledText {
        StyledText(gutter, .dim) + StyledText(String(repeating: " ", count: indent))
      }
      var marked = row(indent: start)
      marked.append(String(repeating: "^", count: max(1, end - start)), style)
      let isBeside = marked.width + 1 + displayWidth(label.text) <= width
      if isBeside, !label.text.isEmpty { marked.append(" " + label.text, style) }
      lines.append(marked)
      if !isBeside, !label.text.isEmpty {
        // As far to the right as it needs, so that it begins under its marks.
        let indent = min(start, max(0, width - 4 - min(displayWidth(label.text), 28)))
        lines += wrapped(StyledText(label.text, style), width: width - 4 - indent)
          .map { row(indent: indent) + $0 }
      }
    }
    return lines
  }

  private struct Window {
    var start: Int
    var end: Int
    var text: String
    /// Columns taken by the ellipsis on the left.
    var offset: Int
  }

  /// The part of a line that fits, with the place in it.
  private func window(around span: Span, line: Span, in source: SourceText) -> Window {
    let room = width - 4
    // Of a line far longer than the room only what is near the place is looked at.
    if line.end - line.start <= 8 * room {
      let whole = shown(source.text(line))
      if displayWidth(whole) <= room {
        return Window(start: line.start, end: line.end, text: whole, offset: 0)
      }
    }
    let dots = unicode ? "…" : "..."
    let space = room - 2 * displayWidth(dots)
    var start = min(max(span.start - space / 3, line.start), line.end)
    while start > line.start, start < line.end, source.bytes[start] & 0xC0 == 0x80 { start -= 1 }
    var text = ""
    var end = start
    var width = 0
    for character in source.text(Span(start, min(line.end, start + 4 * space))) {
      let columns = displayWidth(character)
      if width + columns > space { break }
      width += columns
      end += character.utf8.count
      text.append(character)
    }
    let before = start > line.start ? dots : ""
    let after = end < line.end ? dots : ""
    return Window(
      start: start, end: end, text: before + shown(text) + after, offset: displayWidth(before))
  }

  private func column(of offset: Int, in window: Window, source: SourceText) -> Int {
    let end = min(max(offset, window.start), window.end)
    return window.offset + displayWidth(shown(source.text(Span(window.start, end))))
  }

  /// Control characters shown as what they are, tabs as one space.
  private func shown(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) else { return text }
    return String(
      text.unicodeScalars.map { scalar -> Character in
        if scalar == "\t" { return " " }
        guard scalar.value < 0x20 || scalar.value == 0x7F else { return Character(scalar) }
        return unicode ? "\u{FFFD}" : "?"
      })
  }
}
