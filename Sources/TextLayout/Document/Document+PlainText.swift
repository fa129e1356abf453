extension [Inline] {
  /// The text alone: no marks, no destinations, no tags; a soft break is a space.
  public var plainText: String {
    var result = ""
    for inline in self {
      switch inline {
      case .text(let text), .code(let text): result += text
      case .emphasis(let inner), .strong(let inner), .strikethrough(let inner), .link(_, let inner):
        result += inner.plainText
      case .image(_, let alt): result += alt
      case .formula(let formula): result += formula.line()
      case .softBreak: result += " "
      case .lineBreak: result += "\n"
      case .html: break
      }
    }
    return result
  }
}

extension Block {
  /// The text alone: paragraphs and items parted by newlines, cells by tabs.
  public var plainText: String {
    switch self {
    case .heading(_, let inlines), .paragraph(let inlines): inlines.plainText
    case .list(_, _, let items): items.map(\.blocks.plainText).joined(separator: "\n")
    case .code(_, let text, _): text.last == "\n" ? String(text.dropLast()) : text
    case .quote(let blocks): blocks.plainText
    case .table(_, let header, let rows):
      ([header] + rows).map { $0.map(\.plainText).joined(separator: "\t") }.joined(separator: "\n")
    case .rule, .html: ""
    }
  }
}

extension [Block] {
  /// The text of the blocks that have any, a line apart.
  public var plainText: String { map(\.plainText).filter { !$0.isEmpty }.joined(separator: "\n") }
}

extension Document {
  /// The text alone, without marks.
  public var plainText: String { blocks.map(\.block).plainText }
}
