import Diagnostics

/// Text as the content of an HTML element, or of an attribute in double quotes: without control
/// characters, and with nothing in it that a browser takes for markup.
public func escapedHTML(_ text: String) -> String {
  let clean = withoutControls(text)
  guard clean.utf8.contains(where: isMarkup) else { return clean }
  var result = ""
  for scalar in clean.unicodeScalars {
    switch scalar {
    case "&": result += "&amp;"
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    case "\"": result += "&quot;"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}

private func isMarkup(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""): true
  default: false
  }
}

/// Writes a document as HTML that is safe whatever the document holds.
///
/// Raw HTML is shown as text and its comments are left out; a link leads to `http:`, `https:`,
/// `mailto:` or a place on the page, or is no link; a picture is named and not fetched.
public struct HTMLWriter: Sendable {
  /// Added to the level of every heading; the sum is 6 at most.
  public var headingShift: Int

  public init(headingShift: Int = 0) {
    self.headingShift = headingShift
  }

  /// Elements of the kind that stand on lines of their own, a newline after each.
  public func html(_ document: Document) -> String {
    html(document.blocks.map(\.block))
  }

  public func html(_ blocks: [Block]) -> String {
    var result = ""
    for block in blocks { write(block, to: &result) }
    return result
  }

  /// Pieces within an element.
  public func html(_ inlines: [Inline]) -> String {
    var result = ""
    for inline in inlines { write(inline, to: &result) }
    return result
  }

  // MARK: Blocks

  private func write(_ block: Block, to result: inout String) {
    switch block {
    case .heading(let level, let inlines):
      let tag = "h\(min(6, level + headingShift))"
      result += "<\(tag)>\(html(inlines))</\(tag)>\n"
    case .paragraph(let inlines): result += "<p>\(html(inlines))</p>\n"
    case .list(let start, let tight, let items): write(items, start, tight, to: &result)
    case .code(_, let text, _): result += "<pre><code>\(escapedHTML(text))</code></pre>\n"
    case .quote(let blocks): result += "<blockquote>\n\(html(blocks))</blockquote>\n"
    case .table(let alignments, let header, let rows):
      write(alignments, header, rows, to: &result)
    case .rule: result += "<hr>\n"
    case .html(let source):
      if let text = shownHTML(source) { result += "<p>\(brokenLines(text))</p>\n" }
    }
  }

  private func write(
    _ items: [ListItem], _ start: Int?, _ tight: Bool, to result: inout String
  ) {
    let tag = start == nil ? "ul" : "ol"
    let number = start.map { $0 == 1 ? "" : " start=\"\($0)\"" } ?? ""
    let isTasks = items.contains { $0.checked != nil }
    result += "<\(tag)\(number)\(isTasks ? " class=\"tasks\"" : "")>\n"
    for item in items {
      result += "<li>"
      if let checked = item.checked { result += Self.tick(checked) }
      for block in item.blocks {
        if tight, case .paragraph(let inlines) = block {
          result += html(inlines)
        } else {
          result += "\n"
          write(block, to: &result)
        }
      }
      result += "</li>\n"
    }
    result += "</\(tag)>\n"
  }

  /// A box with or without a tick, which is read out too.
  public static func tick(_ checked: Bool) -> String {
    "<span role=\"img\" aria-label=\"\(checked ? "ticked" : "not ticked")\">"
      + "\(checked ? "☑" : "☐")</span> "
  }

  private func write(
    _ alignments: [ColumnAlignment], _ header: [[Inline]], _ rows: [[[Inline]]],
    to result: inout String
  ) {
    let cells = rows.map { row in row.map { html($0) } }
    result += Self.table(
      header: header.map { html($0) }, rows: cells,
      alignments: header.indices.map { index in
        let alignment = index < alignments.count ? alignments[index] : .automatic
        guard alignment == .automatic else { return alignment }
        let filled = rows.map { $0[index].plainText }.filter { !$0.isEmpty }
        return !filled.isEmpty && filled.allSatisfy(isNumber) ? .right : .left
      })
  }

  /// A table from cells that are HTML already, in a box that scrolls where the page is narrow.
  ///
  /// - Parameter namesRows: whether the first cell of each row is its heading.
  public static func table(
    header: [String], rows: [[String]], alignments: [ColumnAlignment], namesRows: Bool = false,
    caption: String? = nil
  ) -> String {
    func place(_ index: Int) -> String {
      switch index < alignments.count ? alignments[index] : .automatic {
      case .left, .automatic: ""
      case .centre: " class=\"to-centre\""
      case .right: " class=\"to-right\""
      }
    }
    var result = "<div class=\"scroll\" tabindex=\"0\"><table>\n"
    if let caption { result += "<caption>\(caption)</caption>\n" }
    let head = header.enumerated().map { index, cell in
      "<th scope=\"col\"\(place(index))>\(cell)</th>"
    }
    result += "<thead><tr>\(head.joined())</tr></thead>\n<tbody>\n"
    for row in rows {
      let cells = row.enumerated().map { index, cell in
        namesRows && index == 0
          ? "<th scope=\"row\"\(place(index))>\(cell)</th>" : "<td\(place(index))>\(cell)</td>"
      }
      result += "<tr>\(cells.joined())</tr>\n"
    }
    return result + "</tbody>\n</table></div>\n"
  }

  // MARK: Inlines

  private func write(_ inline: Inline, to result: inout String) {
    switch inline {
    case .text(let text), .html(let text):
      if case .html = inline, text.hasPrefix("<!--") { return }
      result += escapedHTML(text)
    case .emphasis(let inner): result += "<em>\(html(inner))</em>"
    case .strong(let inner): result += "<strong>\(html(inner))</strong>"
    case .strikethrough(let inner): result += "<del>\(html(inner))</del>"
    case .code(let text): result += "<code>\(escapedHTML(text))</code>"
    case .link(let destination, let inner):
      guard let target = linkTarget(destination) else {
        result += html(inner)
        return
      }
      result += "<a href=\"\(escapedHTML(target))\">\(html(inner))</a>"
    case .image(let destination, let alt):
      let name = "[image\(alt.isEmpty ? "" : ": \(alt)")]"
      guard let target = linkTarget(destination) else {
        result += escapedHTML(name)
        return
      }
      result += "<a href=\"\(escapedHTML(target))\">\(escapedHTML(name))</a>"
    case .softBreak: result += "\n"
    case .lineBreak: result += "<br>\n"
    }
  }

  private func brokenLines(_ text: String) -> String {
    text.split(separator: "\n").map { escapedHTML(String($0)) }.joined(separator: "<br>\n")
  }
}

/// The text of a block of raw HTML as it is shown; nil for a comment.
func shownHTML(_ source: String) -> String? {
  let text = withoutControls(source)
  let bytes = text.utf8.drop { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: " ") }
  if bytes.starts(with: "<!--".utf8) { return nil }
  return bytes.isEmpty ? nil : text
}
