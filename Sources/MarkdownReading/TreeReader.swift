import CCmark
import Diagnostics
import MathText
import TextLayout

/// Turns cmark-gfm's tree into values, with a bound on how deep it goes.
struct TreeReader {
  /// Levels of blocks and inlines that are kept; what lies deeper becomes text.
  private static let deepest = 16

  /// Texts that are not to be read further, by their nodes.
  let plain: [OpaquePointer: String]
  /// Lines before the text's first.
  let leadLines: Int
  /// What holds the formulas of the texts; nil where there are none.
  let shelter: FormulaShelter?
  /// Whether a block of code of the kind `math` is a formula.
  let readsFormulas: Bool

  /// The blocks at the top level, with the lines that cmark-gfm gives them.
  func blocks(of root: OpaquePointer) -> [FoundBlock] {
    Children(of: root).compactMap { node in
      block(node, depth: 0).map {
        FoundBlock(
          block: $0, first: Int(cmark_node_get_start_line(node)) - leadLines,
          last: Int(cmark_node_get_end_line(node)) - leadLines)
      }
    }
  }

  private func blocks(_ node: OpaquePointer, depth: Int) -> [Block] {
    Children(of: node).compactMap { block($0, depth: depth) }
  }

  /// Nil for what has no place among blocks.
  private func block(_ node: OpaquePointer, depth: Int) -> Block? {
    switch kind(of: node) {
    case "heading":
      return .heading(
        level: Int(cmark_node_get_heading_level(node)), inlines(node, depth: depth + 1))
    case "paragraph": return .paragraph(inlines(node, depth: depth + 1))
    case "code_block":
      let info = restored(cmark_node_get_fence_info(node))
      if info == "math", readsFormulas, isFenced(node) {
        return .paragraph([
          .formula(MathFormula(restored(cmark_node_get_literal(node)), isDisplay: true))
        ])
      }
      return .code(
        info: info, text: restored(cmark_node_get_literal(node)),
        fenced: isFenced(node))
    case "thematic_break": return .rule
    case "html_block": return .html(restored(cmark_node_get_literal(node)))
    case "list" where depth < Self.deepest: return list(node, depth: depth)
    case "block_quote" where depth < Self.deepest: return .quote(blocks(node, depth: depth + 1))
    case "table" where depth < Self.deepest: return table(node, depth: depth)
    default:
      let text = flatText(node)
      return text.isEmpty ? nil : .paragraph([.text(text)])
    }
  }

  private func restored(_ string: UnsafePointer<CChar>?) -> String {
    shelter?.restored(text(string)) ?? text(string)
  }

  private func isFenced(_ node: OpaquePointer) -> Bool {
    // cmark writes through all three pointers, asked or not.
    var length: Int32 = 0
    var offset: Int32 = 0
    var character: CChar = 0
    return cmark_node_get_fenced(node, &length, &offset, &character) != 0
  }

  private func list(_ node: OpaquePointer, depth: Int) -> Block {
    let isOrdered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
    return .list(
      start: isOrdered ? Int(cmark_node_get_list_start(node)) : nil,
      tight: cmark_node_get_list_tight(node) != 0,
      items: Children(of: node).map { item in
        let isTask = kind(of: item) == "tasklist"
        return ListItem(
          blocks(item, depth: depth + 1),
          checked: isTask ? cmark_gfm_extensions_get_tasklist_item_checked(item) : nil)
      })
  }

  private func table(_ node: OpaquePointer, depth: Int) -> Block {
    let count = Int(cmark_gfm_extensions_get_table_columns(node))
    let letters = UnsafeBufferPointer(
      start: cmark_gfm_extensions_get_table_alignments(node), count: count)
    let rows = Children(of: node).map { row in
      let cells = Children(of: row).prefix(count).map { inlines($0, depth: depth + 1) }
      return cells + [[Inline]](repeating: [], count: count - cells.count)
    }
    return .table(
      alignments: letters.map(alignment), header: rows.first ?? [], rows: Array(rows.dropFirst()))
  }

  private func alignment(_ letter: UInt8) -> ColumnAlignment {
    switch letter {
    case UInt8(ascii: "c"): .centre
    case UInt8(ascii: "r"): .right
    default: .left
    }
  }

  private func inlines(_ node: OpaquePointer, depth: Int) -> [Inline] {
    if let plain = plain[node] { return lines(of: plain) }
    var result: [Inline] = []
    // cmark leaves text in several pieces; pieces side by side are one.
    var pending = ""
    func flush() {
      if !pending.isEmpty { result += shelter?.inlines(pending) ?? [.text(pending)] }
      pending = ""
    }
    for child in Children(of: node) {
      switch inline(child, depth: depth) {
      case .text(let text): pending += text
      case let other:
        flush()
        result.append(other)
      }
    }
    flush()
    return result
  }

  /// A text as it was typed, without the spaces around its lines.
  private func lines(of plain: String) -> [Inline] {
    let lines = (shelter?.restored(plain) ?? plain).utf8.split(separator: UInt8(ascii: "\n")).map {
      line in
      Inline.text(String(Substring(line).trimmingSpaces))
    }
    return Array(lines.map { [$0] }.joined(separator: [.softBreak]))
  }

  private func inline(_ node: OpaquePointer, depth: Int) -> Inline {
    guard depth < Self.deepest else { return .text(flatText(node)) }
    func inner() -> [Inline] { inlines(node, depth: depth + 1) }
    return switch kind(of: node) {
    case "text": .text(text(cmark_node_get_literal(node)))
    case "softbreak": .softBreak
    case "linebreak": .lineBreak
    case "code": .code(restored(cmark_node_get_literal(node)))
    case "html_inline": .html(restored(cmark_node_get_literal(node)))
    case "emph": .emphasis(inner())
    case "strong": .strong(inner())
    case "strikethrough": .strikethrough(inner())
    case "link": .link(destination: restored(cmark_node_get_url(node)), inner())
    case "image": .image(destination: restored(cmark_node_get_url(node)), alt: flatText(node))
    default: .text(flatText(node))
    }
  }

  /// The text of a node and all below it, read without recursion, on one line.
  private func flatText(_ node: OpaquePointer) -> String {
    let text = flatTextWithMarks(node)
    return shelter?.restored(text) ?? text
  }

  private func flatTextWithMarks(_ node: OpaquePointer) -> String {
    var result = ""
    func space() { if !result.isEmpty, result.utf8.last != UInt8(ascii: " ") { result += " " } }
    walk(node) { current, isEntered in
      guard isEntered else { return }
      if let plain = plain[current] {
        space()
        result += plain.split(separator: "\n").map(\.trimmingSpaces).joined(separator: " ")
        return
      }
      switch kind(of: current) {
      case "text", "code": result += text(cmark_node_get_literal(current))
      case "code_block":
        space()
        result += text(cmark_node_get_literal(current))
          .split(separator: "\n").joined(separator: " ")
      case "softbreak", "linebreak", "paragraph", "heading", "table_cell": space()
      default: break
      }
    }
    return result
  }
}

extension Substring {
  fileprivate var trimmingSpaces: Substring {
    var rest = self
    while let first = rest.utf8.first, first == 0x20 || first == 0x09 { rest.removeFirst() }
    while let last = rest.utf8.last, last == 0x20 || last == 0x09 { rest.removeLast() }
    return rest
  }
}
