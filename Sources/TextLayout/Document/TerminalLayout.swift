import Diagnostics

/// Lays a document out in lines for a terminal.
///
/// No line is longer than the width; a line of code goes on indented, broken between words. Control characters in
/// the document do not reach the terminal.
public struct TerminalLayout: Sendable {
  /// Columns at hand, 16 at least.
  public let width: Int
  /// Whether drawings may use more than ASCII; the text itself is left alone.
  public let unicode: Bool
  /// Whether Markdown's own marks show what colour would: for terminals without it.
  public let plainMarks: Bool
  /// Whether nothing is drawn, for those who hear the text: no rules and bars, a table row by row, a
  /// formula on one line.
  public let inWords: Bool

  public init(
    width: Int = 80, unicode: Bool = true, plainMarks: Bool = false, inWords: Bool = false
  ) {
    self.width = max(Self.narrowest, width)
    self.unicode = unicode
    self.plainMarks = plainMarks && !inWords
    self.inWords = inWords
  }

  /// One blank line between blocks, none at the ends.
  public func lines(_ document: Document) -> [StyledText] { lines(document.blocks.map(\.block)) }

  /// One blank line between blocks, none at the ends.
  public func lines(_ blocks: [Block]) -> [StyledText] { lines(blocks, width: width, apart: true) }

  /// Containers take no more room from what they hold once this is all that is left.
  private static let narrowest = 16

  private func lines(_ blocks: [Block], width: Int, apart: Bool) -> [StyledText] {
    var result: [StyledText] = []
    for block in blocks {
      let lines = lines(block, width: width)
      if apart, !lines.isEmpty, !result.isEmpty { result.append(StyledText()) }
      result += lines
    }
    return result
  }

  private func lines(_ block: Block, width: Int) -> [StyledText] {
    switch block {
    case .heading(let level, let inlines): heading(inlines, level: level, width: width)
    case .paragraph(let inlines): paragraph(inlines, width: width)
    case .list(let start, let tight, let items):
      list(items, start: start, tight: tight, width: width)
    case .code(_, let text, _): code(text, width: width)
    case .quote(let blocks): quote(blocks, width: width)
    case .table(let alignments, let header, let rows):
      TextTable(
        styledHeader: header.map { text($0, style: .strong) },
        rows: rows.map { row in row.map { text($0) } }, alignments: alignments
      ).lines(width: width, unicode: unicode, inWords: inWords)
    case .rule where inWords: []
    case .rule: [StyledText(String(repeating: unicode ? "─" : "-", count: width), .dim)]
    case .html(let source): html(source, width: width)
    }
  }

  /// Formulas on lines of their own stand apart from the text around them.
  private func paragraph(_ inlines: [Inline], width: Int) -> [StyledText] {
    var result: [StyledText] = []
    for part in inlines.apart {
      if !result.isEmpty { result.append(StyledText()) }
      if part.count == 1, case .formula(let formula) = part[0], formula.isDisplay {
        result += lines(formula, width: width)
      } else {
        result += paragraph(text(part), width: width)
      }
    }
    return result
  }

  private func paragraph(_ text: StyledText, width: Int) -> [StyledText] {
    text.plain.allSatisfy(\.isWhitespace) ? [] : folded(text, to: width)
  }

  private func heading(_ inlines: [Inline], level: Int, width: Int) -> [StyledText] {
    let text = text(inlines, style: .heading)
    guard plainMarks else { return paragraph(text, width: width) }
    let mark: String
    switch level {
    case 1: mark = unicode ? "═" : "="
    case 2: mark = unicode ? "─" : "-"
    default:
      let hashes = String(repeating: "#", count: level) + " "
      return hanging(StyledText(hashes, .heading), width: width) { paragraph(text, width: $0) }
    }
    let lines = paragraph(text, width: width)
    let longest = lines.reduce(0) { max($0, $1.width) }
    guard longest > 0 else { return [] }
    return lines + [StyledText(String(repeating: mark, count: longest), .heading)]
  }

  private func list(_ items: [ListItem], start: Int?, tight: Bool, width: Int) -> [StyledText] {
    var result: [StyledText] = []
    let last = start.map { String($0 + max(0, items.count - 1)) } ?? ""
    for (index, item) in items.enumerated() {
      if !tight, index > 0 { result.append(StyledText()) }
      var marker = StyledText()
      if let start {
        marker.append(leftPadded(String(start + index), to: last.count) + ". ")
      } else if item.checked == nil {
        marker.append(unicode && !inWords ? "• " : "- ")
      }
      if let checked = item.checked { marker.append(box(checked)) }
      result += hanging(marker, width: width) { lines(item.blocks, width: $0, apart: !tight) }
    }
    return result
  }

  private func box(_ isChecked: Bool) -> String {
    if inWords { return isChecked ? "chosen: " : "not chosen: " }
    return isChecked ? "[x] " : "[ ] "
  }

  private func quote(_ blocks: [Block], width: Int) -> [StyledText] {
    if inWords { return hanging("Quote: ", width: width) { lines(blocks, width: $0, apart: true) } }
    let bar = StyledText(unicode ? "│ " : "> ", .dim)
    let room = width - bar.width
    guard room >= Self.narrowest else { return lines(blocks, width: width, apart: true) }
    return lines(blocks, width: room, apart: true).map { (bar + $0).trailingSpaceTrimmed }
  }

  /// The lines that `content` makes in the room left, the first of them behind the marker.
  private func hanging(
    _ marker: StyledText, width: Int, _ content: (Int) -> [StyledText]
  ) -> [StyledText] {
    let room = width - marker.width
    let lines = content(room >= Self.narrowest ? room : width)
    guard let first = lines.first else { return [marker.trailingSpaceTrimmed] }
    if room >= Self.narrowest {
      let margin = StyledText(String(repeating: " ", count: marker.width))
      return [marker + first] + lines.dropFirst().map { $0.isEmpty ? $0 : margin + $0 }
    }
    if first.width <= room { return [marker + first] + lines.dropFirst() }
    return [marker.trailingSpaceTrimmed] + lines
  }

  /// Code is set off by four columns, its tabs stand at every fourth.
  private func code(_ text: String, width: Int) -> [StyledText] {
    let clean = withoutControls(text)
    guard !clean.isEmpty else { return [] }
    let body = clean.last == "\n" ? clean.dropLast() : clean[...]
    return body.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
      guard !line.isEmpty else { return [StyledText()] }
      let code = StyledText("    ") + StyledText(tabsExpanded(line), .code)
      return code.width > width ? wrapped(code, width: width, indent: 8) : [code]
    }
  }

  private func tabsExpanded(_ line: Substring) -> String {
    guard line.contains("\t") else { return String(line) }
    var result = ""
    var column = 0
    for character in line {
      let count = character == "\t" ? 4 - column % 4 : displayWidth(character)
      result += character == "\t" ? String(repeating: " ", count: count) : String(character)
      column += count
    }
    return result
  }

  /// A comment is not shown; anything else is, as written.
  private func html(_ source: String, width: Int) -> [StyledText] {
    let text = withoutControls(source)
    let lines = text.split(separator: "\n").map { onOneLine(String($0)) }
    guard let first = lines.first, let last = lines.last,
      !(first.hasPrefix("<!--") && last.contains("-->"))
    else { return [] }
    return lines.flatMap { folded(StyledText($0, .dim), to: width) }
  }
}
