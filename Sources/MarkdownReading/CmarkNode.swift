import CCmark

/// What a node is, by the name that cmark-gfm gives it: the numbers of the extensions' nodes are
/// only known once they are registered.
func kind(of node: OpaquePointer) -> String { text(cmark_node_get_type_string(node)) }

/// The children of a node, first to last.
struct Children: Sequence, IteratorProtocol {
  private var following: OpaquePointer?

  init(of node: OpaquePointer) { following = cmark_node_first_child(node) }

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
func text(_ string: UnsafePointer<CChar>?) -> String { string.map { String(cString: $0) } ?? "" }
