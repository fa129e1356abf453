import Diagnostics
import MathText

extension TerminalLayout {
  /// The pieces as one styled text, not wrapped; a line break is a newline.
  ///
  /// Pieces that have a look of their own, such as code, keep it within any `style`.
  public func text(_ inlines: [Inline], style: TextStyle = .plain) -> StyledText {
    var result = StyledText()
    for inline in inlines { append(inline, style, to: &result) }
    return result
  }

  private func append(_ inline: Inline, _ style: TextStyle, to result: inout StyledText) {
    switch inline {
    case .text(let text): result.append(onOneLine(text), style)
    case .emphasis(let inner):
      append(inner, style == .plain ? .emphasis : style, mark: plainMarks ? "*" : "", to: &result)
    case .strong(let inner):
      let isWeak = style == .plain || style == .emphasis
      append(inner, isWeak ? .strong : style, mark: plainMarks ? "**" : "", to: &result)
    case .strikethrough(let inner): append(inner, style, mark: "~~", to: &result)
    case .code(let text):
      let mark = plainMarks ? (text.contains("`") ? "``" : "`") : ""
      result.append(mark + onOneLine(text) + mark, .code)
    case .link(let destination, let inner):
      let shown = text(inner, style: style == .plain ? .link : style)
      result += shown
      append(destination: destination, unless: shown.plain, to: &result)
    case .image(let destination, let alt):
      result.append(imageName(onOneLine(alt)), style)
      append(destination: destination, unless: "", to: &result)
    case .formula(let formula): result.append(shown(formula), style)
    case .softBreak: result.append(" ", style)
    case .lineBreak: result.append("\n", style)
    case .html(let tag): result.append(shown(tag: tag), style)
    }
  }

  private func append(
    _ inlines: [Inline], _ style: TextStyle, mark: String, to result: inout StyledText
  ) {
    result.append(mark, style)
    for inline in inlines { append(inline, style, to: &result) }
    result.append(mark, style)
  }

  /// A formula on one line, which is not broken where it is short.
  private func shown(_ formula: MathFormula) -> String {
    let line = onOneLine(formula.line(unicode: unicode))
    return displayWidth(line) <= Self.longestKept ? line.replacing(" ", with: "\u{A0}") : line
  }

  /// Columns of a formula that is not broken at its spaces.
  private static let longestKept = 24

  /// A formula on lines of its own.
  func lines(_ formula: MathFormula, width: Int) -> [StyledText] {
    let margin = StyledText("    ")
    let room = width - margin.width
    if unicode, !inWords,
      let lines = formula.lines(width: room, columns: { displayWidth($0) })
    {
      return lines.map { margin + StyledText(onOneLine($0)) }
    }
    let line = StyledText(onOneLine(formula.line(unicode: unicode)))
    return wrapped(line, width: room, indent: 2).map { margin + $0 }
  }

  /// A destination is worth showing where it says more than the text of its link; a place in
  /// the same document leads nowhere in a terminal.
  private func append(destination: String, unless shown: String, to result: inout StyledText) {
    let target = onOneLine(destination)
    guard !target.isEmpty, !target.hasPrefix("#") else { return }
    for scheme in ["", "http://", "https://", "mailto:"] where target == scheme + shown { return }
    result.append(" (\(target))", .dim)
  }

  /// What a tag comes to in a terminal: tags that only change the look are left out, and what
  /// no browser knows (`<file>`) was meant as text.
  private func shown(tag: String) -> String {
    let text = onOneLine(tag)
    if text.hasPrefix("<!--") { return "" }
    let isClosing = text.hasPrefix("</")
    let name = text.drop { $0 == "<" || $0 == "/" }.prefix { $0.isLetter || $0.isNumber }
    switch name.lowercased() {
    case "br": return "\n"
    case "sup": return isClosing ? "" : "^"
    case "a", "abbr", "b", "big", "cite", "code", "del", "dfn", "div", "em", "font", "i", "ins",
      "kbd", "mark", "p", "q", "s", "samp", "small", "span", "strong", "sub", "u", "var":
      return ""
    default: return text
    }
  }
}
