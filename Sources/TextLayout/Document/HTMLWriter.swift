import Diagnostics

/// Writes a document as HTML that is safe whatever the document holds.
///
/// Raw HTML is shown as text and its comments are left out; a link leads to `http:`, `https:`,
/// `mailto:` or a place on the page, or is no link; a picture is shown where the document has a
/// source for it, and else is named and not fetched.
public struct HTMLWriter: Sendable {
  /// Added to the level of every heading; the sum is 6 at most.
  public var headingShift: Int
  private var sources: [String: PictureSource] = [:]

  public init(headingShift: Int = 0) { self.headingShift = headingShift }

  /// Elements of the kind that stand on lines of their own, a newline after each.
  public func html(_ document: Document) -> String {
    var writer = self
    writer.sources = document.pictureSources
    return writer.html(document.blocks.map(\.block))
  }

  public func html(_ blocks: [Block]) -> String { blocks.map { html($0) }.joined() }

  /// Pieces within an element.
  public func html(_ inlines: [Inline]) -> String { inlines.map { html($0) }.joined() }

  // MARK: Blocks

  private func html(_ block: Block) -> String {
    switch block {
    case .heading(let level, let inlines):
      let tag = "h\(min(6, level + headingShift))"
      return "<\(tag)>\(html(inlines))</\(tag)>\n"
    case .paragraph(let inlines): return inlines.apart.map(paragraph).joined()
    case .list(let start, let tight, let items): return list(items, start, tight)
    case .code(_, let text, _): return "<pre><code>\(escapedHTML(text))</code></pre>\n"
    case .quote(let blocks): return "<blockquote>\n\(html(blocks))</blockquote>\n"
    case .table(let alignments, let header, let rows):
      return Self.table(
        header: header.map { html($0) }, rows: rows.map { row in row.map { html($0) } },
        alignments: header.indices.map { index in
          let alignment = index < alignments.count ? alignments[index] : .automatic
          return alignment.resolved(for: rows.lazy.map { $0[index].plainText })
        })
    case .rule: return "<hr>\n"
    case .html(let source): return shownHTML(source).map { "<p>\(brokenLines($0))</p>\n" } ?? ""
    }
  }

  /// A formula that stands alone scrolls where the page is narrow.
  private func paragraph(_ inlines: [Inline]) -> String {
    guard inlines.count == 1, case .formula(let formula) = inlines[0], formula.isDisplay else {
      return "<p>\(html(inlines))</p>\n"
    }
    return "<div class=\"scroll formula\" tabindex=\"0\">\(formula.mathML)</div>\n"
  }

  private func list(_ items: [ListItem], _ start: Int?, _ tight: Bool) -> String {
    let tag = start == nil ? "ul" : "ol"
    let number = start.map { $0 == 1 ? "" : " start=\"\($0)\"" } ?? ""
    let isTasks = items.contains { $0.checked != nil }
    var result = "<\(tag)\(number)\(isTasks ? " class=\"tasks\"" : "")>\n"
    for item in items {
      result += "<li>" + (item.checked.map(Self.tick) ?? "")
      for block in item.blocks {
        if tight, case .paragraph(let inlines) = block, inlines.apart.count == 1 {
          result += html(inlines)
        } else {
          result += "\n" + html(block)
        }
      }
      result += "</li>\n"
    }
    return result + "</\(tag)>\n"
  }

  /// A box with or without a tick, which is read out too.
  public static func tick(_ checked: Bool) -> String {
    "<span role=\"img\" aria-label=\"\(checked ? "ticked" : "not ticked")\">"
      + "\(checked ? "☑" : "☐")</span> "
  }

  /// A table from cells that are HTML already, in a box that scrolls where the page is narrow.
  ///
  /// - `namesRows`: whether the first cell of each row is its heading.
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

  private func html(_ inline: Inline) -> String {
    switch inline {
    case .text(let text): escapedHTML(text)
    case .html(let text): text.hasPrefix("<!--") ? "" : escapedHTML(text)
    case .emphasis(let inner): "<em>\(html(inner))</em>"
    case .strong(let inner): "<strong>\(html(inner))</strong>"
    case .strikethrough(let inner): "<del>\(html(inner))</del>"
    case .code(let text): "<code>\(escapedHTML(text))</code>"
    case .link(let destination, let inner): link(html(inner), to: destination)
    case .image(let destination, let alt): picture(destination, alt)
    case .formula(let formula): formula.mathML
    case .softBreak: "\n"
    case .lineBreak: "<br>\n"
    }
  }

  private func picture(_ destination: String, _ alt: String) -> String {
    switch sources[destination] {
    case .at(let address):
      "<img src=\"\(escapedHTML(address))\" alt=\"\(escapedHTML(onOneLine(alt)))\">"
    case .leftOut(let why): escapedHTML(imageName(alt, destination, why))
    case nil: link(escapedHTML(imageName(alt)), to: destination)
    }
  }

  private func link(_ text: String, to destination: String) -> String {
    linkTarget(destination).map { "<a href=\"\(escapedHTML($0))\">\(text)</a>" } ?? text
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

/// What stands in the place of a picture.
func imageName(_ alt: String) -> String { alt.isEmpty ? "[image]" : "[image: \(alt)]" }

/// What stands in the place of a picture that could have been shown.
func imageName(_ alt: String, _ destination: String, _ why: String) -> String {
  onOneLine("\(imageName(alt)) (\(destination) \(why))")
}
