import CCmark

/// What a node of cmark-gfm is, by the name it gives itself: the numbers of the extensions'
/// nodes are only known once they are registered.
enum NodeKind: String {
  case document, heading, paragraph, list, item, tasklist, table, text, softbreak, linebreak
  case code, emph, strong, strikethrough, link, image
  case blockQuote = "block_quote"
  case codeBlock = "code_block"
  case htmlBlock = "html_block"
  case customBlock = "custom_block"
  case thematicBreak = "thematic_break"
  case htmlInline = "html_inline"
  case customInline = "custom_inline"
  case tableHeader = "table_header"
  case tableRow = "table_row"
  case tableCell = "table_cell"
  case footnoteDefinition = "footnote_definition"
  case footnoteReference = "footnote_reference"

  /// Nil for a kind that this list does not know.
  init?(of node: OpaquePointer) {
    guard let name = cmark_node_get_type_string(node) else { return nil }
    self.init(rawValue: String(cString: name))
  }
}

/// The children of a node, first to last.
struct Children: Sequence, IteratorProtocol {
  private var following: OpaquePointer?

  init(of node: OpaquePointer) {
    following = cmark_node_first_child(node)
  }

  mutating func next() -> OpaquePointer? {
    guard let node = following else { return nil }
    following = cmark_node_next(node)
    return node
  }
}

/// Goes through a node and all below it without recursion, as cmark-gfm enters and leaves each.
func walk(_ root: OpaquePointer, _ visit: (_ node: OpaquePointer, _ isEntered: Bool) -> Void) {
  guard let walk = cmark_iter_new(root) else {
    preconditionFailure("cmark-gfm makes an iterator or ends the process")
  }
  defer { cmark_iter_free(walk) }
  while true {
    let event = cmark_iter_next(walk)
    guard event != CMARK_EVENT_DONE, let node = cmark_iter_get_node(walk) else { return }
    visit(node, event == CMARK_EVENT_ENTER)
  }
}

/// The text of a C string, empty for none.
func text(_ string: UnsafePointer<CChar>?) -> String {
  string.map { String(cString: $0) } ?? ""
}
