import CCmark
import TextLayout

/// Drives cmark-gfm in two steps, blocks and then the text within them, with a look at the blocks
/// in between.
struct MarkdownParser: ~Copyable {
  private static let extensions = ["strikethrough", "tasklist", "autolink"]
  /// What is put before each text: its paragraph leads to the root of the tree, which cmark-gfm
  /// hands out only once all is parsed.
  private static let lead = "x\n\n"
  private static let leadLines = 2

  /// An extension of ours, which is asked about the paragraph of the lead.
  private let rootFinder: OpaquePointer

  init() {
    cmark_gfm_core_extensions_ensure_registered()
    guard let made = cmark_syntax_extension_new("reckon") else {
      preconditionFailure("cmark-gfm makes an extension or ends the process")
    }
    rootFinder = made
    cmark_syntax_extension_set_open_block_func(made) { finder, _, _, parent, _, _ in
      if let finder, cmark_syntax_extension_get_private(finder) == nil {
        cmark_syntax_extension_set_private(finder, UnsafeMutableRawPointer(parent), nil)
      }
      return nil
    }
  }

  func parse(
    _ bytes: [UInt8], allowsTables: Bool, formulas: Bool, firstLine: Int
  ) -> Document {
    // A single tilde stands for "about" before a number too often to strike anything out.
    guard
      let parser = cmark_parser_new_with_mem(
        CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE, reckon_cmark_memory())
    else {
      preconditionFailure("cmark-gfm makes a parser or ends the process")
    }
    defer { cmark_parser_free(parser) }
    for name in Self.extensions + (allowsTables ? ["table"] : []) {
      guard let found = cmark_find_syntax_extension(name) else {
        preconditionFailure("cmark-gfm was built without its extension \(name)")
      }
      cmark_parser_attach_syntax_extension(parser, found)
    }
    cmark_parser_attach_syntax_extension(parser, rootFinder)
    cmark_syntax_extension_set_private(rootFinder, nil, nil)
    cmark_parser_feed(parser, Self.lead, Self.lead.utf8.count)
    guard let open = cmark_syntax_extension_get_private(rootFinder).map(OpaquePointer.init),
      let leading = cmark_node_first_child(open)
    else { preconditionFailure("cmark-gfm asks extensions about a paragraph") }
    cmark_node_free(leading)
    let shelter = formulas ? FormulaShelter(for: bytes) : nil
    feed(shelter?.guarded(bytes) ?? bytes, to: parser)

    let bounds = InlineBounds(root: open, shelter: shelter)
    guard let root = cmark_parser_finish(parser) else {
      preconditionFailure("a parser that was not finished yet yields a document")
    }
    defer { cmark_node_free(root) }
    let reader = TreeReader(
      plain: bounds.plain, leadLines: Self.leadLines, shelter: shelter,
      readsFormulas: formulas)
    let found = reader.blocks(of: root)
    var document = Document(blocks: placed(found, in: bytes, lineOffset: firstLine - 1))
    document.plainLines = bounds.plainLines.map { $0 - Self.leadLines + firstLine - 1 }
    return document
  }

  /// Feeds whole lines, since the last is looked at only once it has ended.
  private func feed(_ bytes: [UInt8], to parser: OpaquePointer) {
    // A byte order mark is passed over, as cmark-gfm does at the start of all.
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    bytes[start...].withUnsafeBytes { buffer in
      cmark_parser_feed(
        parser, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count)
    }
    if let last = bytes[start...].last, last != UInt8(ascii: "\n") {
      cmark_parser_feed(parser, "\n", 1)
    }
  }
}
