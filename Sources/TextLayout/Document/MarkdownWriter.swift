import Diagnostics
import MathText

/// Writes a document as GitHub's Markdown that reads back as the same document, and in which
/// nothing is live that should not be.
///
/// Raw HTML becomes text and its comments are left out; a link leads to `http:`, `https:`,
/// `mailto:` or a place on the page, or is no link; a picture is shown where the document has a
/// source for it, and else is named and not fetched. Signs that start formulas (`$`) are escaped
/// too, for pages that know them; formulas whose commands are all known stay formulas, and no other
/// command reaches a page.
public struct MarkdownWriter: Sendable {
  /// Added to the level of every heading; the sum is 6 at most.
  public var headingShift: Int
  private var sources: [String: PictureSource] = [:]

  public init(headingShift: Int = 0) { self.headingShift = headingShift }

  /// Blocks with a blank line between them, and a newline at the end unless there are none.
  public func markdown(_ document: Document) -> String {
    var writer = self
    writer.sources = document.pictureSources
    return writer.markdown(document.blocks.map(\.block))
  }

  public func markdown(_ blocks: [Block]) -> String {
    lines(blocks, tight: false).map { $0 + "\n" }.joined()
  }

  /// Pieces on one line.
  public func markdown(_ inlines: [Inline]) -> String {
    Self.unbracketed(text(inlines).map { $0 == "\n" ? " " : String($0) }.joined())
  }

  /// Text as it is, on one line, such as a title or a cell.
  public static func escaped(_ text: String) -> String {
    guardingStart(of: escapedWithin(onOneLine(text)))
  }

  /// Text as it is, its lines kept apart.
  public static func paragraphs(_ text: String) -> [String] {
    let lines = withoutControls(text).split(separator: "\n", omittingEmptySubsequences: false)
      .map { escaped(trimmed(String($0))) }
    return lines.indices.map { index in
      let goesOn = !lines[index].isEmpty && index + 1 < lines.count && !lines[index + 1].isEmpty
      return goesOn ? lines[index] + "\\" : lines[index]
    }
  }

  /// A fenced block whose fence no line of the text closes.
  public static func fenced(_ text: String, info: String) -> [String] {
    let body = withoutControls(text)
    let lines = (body.last == "\n" ? body.dropLast() : body[...])
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let longest = lines.map { $0.drop { $0 == " " }.prefix { $0 == "`" }.count }.max() ?? 0
    let marks = String(repeating: "`", count: max(3, longest + 1))
    return [marks + info] + lines + [marks]
  }

  /// A table from cells that are Markdown already, each on one line.
  public static func table(
    header: [String], rows: [[String]], alignments: [ColumnAlignment]
  ) -> [String] {
    func line(_ cells: [String]) -> String {
      "| " + cells.joined(separator: " | ") + " |"
    }
    let rule = header.indices.map { index in
      switch index < alignments.count ? alignments[index] : .automatic {
      case .left: ":---"
      case .automatic: "---"
      case .centre: ":---:"
      case .right: "---:"
      }
    }
    return [line(header), line(rule)] + rows.map(line)
  }

  // MARK: Blocks

  private func lines(_ blocks: [Block], tight: Bool) -> [String] {
    var result: [String] = []
    var previous: Block?
    var isAlternate = false
    for block in blocks {
      // Two lists side by side would be one, were their marks the same.
      isAlternate = Self.isSameList(previous, block) && !isAlternate
      let lines = lines(block, isAlternate: isAlternate)
      if lines.isEmpty { continue }
      if !result.isEmpty, !tight || Self.needsGap(previous, block) { result.append("") }
      result += lines
      previous = block
    }
    return result
  }

  private static func isSameList(_ previous: Block?, _ next: Block) -> Bool {
    guard case .list(let first, _, _)? = previous, case .list(let second, _, _) = next else {
      return false
    }
    return (first == nil) == (second == nil)
  }

  /// Whether two blocks would run into each other without a blank line.
  private static func needsGap(_ previous: Block?, _ next: Block) -> Bool {
    switch (previous, next) {
    case (.paragraph?, .paragraph), (.html?, .paragraph), (.paragraph?, .html), (.html?, .html),
      (.paragraph?, .table), (.paragraph?, .rule), (.table?, _), (.quote?, _), (.list?, _):
      true
    default: false
    }
  }

  private func lines(_ block: Block, isAlternate: Bool) -> [String] {
    switch block {
    case .heading(let level, let inlines):
      let marks = String(repeating: "#", count: min(6, level + headingShift))
      return ["\(marks) \(headingText(inlines))"]
    case .paragraph(let inlines):
      let lines = text(inlines).split(separator: "\n").map { Self.guardingStart(of: String($0)) }
      let opens = lines.contains { $0.hasPrefix("\\[") }
      return lines.map { opens && $0.hasSuffix("\\]") ? $0.dropLast(2) + "]" : $0 }
    case .list(let start, let tight, let items):
      return list(items, start: start, tight: tight, isAlternate: isAlternate)
    case .code(let info, let text, _): return Self.fenced(text, info: Self.word(info))
    case .quote(let blocks):
      let inner = lines(blocks, tight: false)
      return (inner.isEmpty ? [""] : inner).map { $0.isEmpty ? ">" : "> \($0)" }
    case .table(let alignments, let header, let rows):
      func cell(_ inlines: [Inline]) -> String { Self.cell(markdown(inlines)) }
      return Self.table(
        header: header.map(cell), rows: rows.map { $0.map(cell) }, alignments: alignments)
    case .rule: return ["---"]
    case .html(let source): return shownHTML(source).map { Self.paragraphs($0) } ?? []
    }
  }

  /// Marks at the end of a heading would be taken for its own.
  private func headingText(_ inlines: [Inline]) -> String {
    let text = markdown(inlines)
    guard text.last == "#" else { return text }
    return text.dropLast() + "\\#"
  }

  private func list(_ items: [ListItem], start: Int?, tight: Bool, isAlternate: Bool) -> [String] {
    var result: [String] = []
    for (index, item) in items.enumerated() {
      if index > 0, !tight { result.append("") }
      var marker =
        start.map { "\($0 + index)\(isAlternate ? ")" : ".") " } ?? (isAlternate ? "* " : "- ")
      let margin = String(repeating: " ", count: marker.utf8.count)
      if let checked = item.checked { marker += checked ? "[x] " : "[ ] " }
      let inner = lines(item.blocks, tight: tight)
      // An item that opens with code that is set off by spaces has no such start here.
      result.append(Self.trimmedEnd(marker + (inner.first ?? "")))
      result += inner.dropFirst().map { $0.isEmpty ? "" : margin + $0 }
    }
    return result
  }

  /// Markdown as the cell of a table: a bar in code would part it even there.
  public static func cell(_ markdown: String) -> String {
    var result = ""
    var isEscaped = false
    for character in markdown {
      if character == "|", !isEscaped { result += "\\" }
      isEscaped = character == "\\" && !isEscaped
      result.append(character)
    }
    return result
  }

  private static func word(_ info: String) -> String {
    String(
      onOneLine(info).split(separator: " ").first?.filter {
        $0.isLetter || $0.isNumber || "-+_.".contains($0)
      } ?? "")
  }

  // MARK: Inlines

  /// Lines of Markdown, whose starts are not yet looked at.
  private func text(_ inlines: [Inline]) -> String { inlines.map { text($0) }.joined() }

  private func text(_ inline: Inline) -> String {
    switch inline {
    case .text(let text): Self.escapedWithin(onOneLine(text))
    case .emphasis(let inner): "*\(text(inner))*"
    case .strong(let inner): "**\(text(inner))**"
    case .strikethrough(let inner): "~~\(text(inner))~~"
    case .code(let code): Self.code(code)
    case .link(let destination, let inner): link(text(inner), to: destination)
    case .image(let destination, let alt): picture(destination, onOneLine(alt))
    case .formula(let formula): Self.formula(formula)
    case .softBreak: "\n"
    case .lineBreak: "\\\n"
    case .html(let tag): tag.hasPrefix("<!--") ? "" : Self.escapedWithin(onOneLine(tag))
    }
  }

  /// A formula as typed, on one line, with nothing in it that Markdown takes for a tag or code.
  private static func formula(_ formula: MathFormula) -> String {
    guard formula.problems.isEmpty, !formula.source.contains("`"),
      formula.isDisplay || !formula.source.contains("$")
    else { return escapedWithin(formula.typed) }
    return formula.typed.replacing("<", with: "< ").replacing("<  ", with: "< ")
  }

  private func picture(_ destination: String, _ alt: String) -> String {
    switch sources[destination] {
    case .at(let address): "![\(Self.escapedWithin(alt))](\(addressOnPage(address)))"
    case .leftOut(let why): Self.escapedWithin(imageName(alt, destination, why))
    case nil: link(Self.escapedWithin(imageName(alt)), to: destination)
    }
  }

  private func link(_ text: String, to destination: String) -> String {
    linkTarget(destination).map { "[\(text)](<\($0)>)" } ?? text
  }

  /// A piece of code, in marks that it does not hold itself.
  public static func code(_ text: String) -> String {
    let code = onOneLine(text)
    if code.isEmpty { return "" }
    let longest = code.utf8.split { $0 != UInt8(ascii: "`") }.map(\.count).max() ?? 0
    let marks = String(repeating: "`", count: longest + 1)
    let isPadded =
      code.first == "`" || code.last == "`"
      || code.first == " " && code.last == " " && code.contains { $0 != " " }
    return isPadded ? "\(marks) \(code) \(marks)" : marks + code + marks
  }

  // MARK: Escapes

  private static let special = Set("\\`*[]~|$_<&".utf8)

  private static func escapedWithin(_ text: String) -> String {
    guard text.utf8.contains(where: special.contains) else { return text }
    let scalars = Array(text.unicodeScalars)
    var result = ""
    for (index, scalar) in scalars.enumerated() {
      switch scalar {
      case "\\", "`", "*", "[", "]", "~", "|", "$": result += "\\"
      case "_":
        // Within a word it is no mark.
        let isWithin =
          index > 0 && isWord(scalars[index - 1]) && index + 1 < scalars.count
          && isWord(scalars[index + 1])
        if !isWithin { result += "\\" }
      default: break
      }
      result += scalar == "<" ? "&lt;" : scalar == "&" ? "&amp;" : String(scalar)
    }
    return result
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  /// A line whose start would make it a heading, a quote, a list's item or a rule.
  private static func guardingStart(of line: String) -> String {
    let text = trimmed(line)
    if text.hasPrefix("\\[") { return unbracketed(text) }
    if let first = text.utf8.first, "#>+-=:".utf8.contains(first) { return "\\" + text }
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let rest = text[digits.endIndex...]
    guard !digits.isEmpty, let mark = rest.first, mark == "." || mark == ")",
      rest.dropFirst().first.map({ $0 == " " }) ?? true
    else { return text }
    return digits + "\\" + rest
  }

  /// Brackets with backslashes around a whole line would be a formula.
  private static func unbracketed(_ line: String) -> String {
    line.hasPrefix("\\[") && line.hasSuffix("\\]") ? line.dropLast(2) + "]" : line
  }

  private static func trimmed(_ line: String) -> String {
    trimmedEnd(String(line.drop { $0 == " " || $0 == "\t" }))
  }

  /// Without spaces at the end, where two of them would break the line.
  private static func trimmedEnd(_ line: String) -> String {
    line.droppingLast { $0 == " " || $0 == "\t" }
  }
}
