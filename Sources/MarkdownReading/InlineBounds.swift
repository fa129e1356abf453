import CCmark
import Diagnostics

/// Keeps from cmark-gfm the texts of blocks on which it would spend too much.
///
/// At each mark of punctuation in a paragraph, cmark-gfm and its extensions may look through the
/// whole paragraph once, forwards or backwards, and through the blocks around it, whatever the
/// mark and whatever stands beside it. So marks times length bounds what the paragraph costs;
/// one that would cost too much, or more than is left for the document, is put aside here as
/// plain text.
struct InlineBounds {
  /// The texts that were put aside, by their nodes.
  private(set) var plain: [OpaquePointer: String] = [:]
  /// The lines of the document where they start, counted as cmark-gfm does.
  private(set) var plainLines: [Int] = []

  private let shelter: FormulaShelter?
  private var workLeft = 1 << 30
  private var marksLeft = 200_000

  /// Of one paragraph: 4 KB of nothing but marks, or four pages of prose.
  private static let maximumWork = 1 << 24

  /// Looks through the blocks below `root`, whose texts cmark-gfm has not parsed yet.
  ///
  /// - Parameter shelter: takes the formulas out of the texts that are read further.
  init(root: OpaquePointer, shelter: FormulaShelter?) {
    self.shelter = shelter
    var depth = 0
    walk(root) { node, isEntered in
      switch kind(of: node) {
      case "paragraph", "heading", "table_cell": if isEntered { bound(node, depth: depth) }
      case "document", "list", "item", "tasklist", "block_quote", "table", "table_header",
        "table_row":
        depth += isEntered ? 1 : -1
      default: break
      }
    }
  }

  private mutating func bound(_ node: OpaquePointer, depth: Int) {
    guard let content = cmark_node_get_string_content(node) else { return }
    var marks = 1
    var length = 0
    while content[length] != 0 {
      if Self.isMark(UInt8(bitPattern: content[length])) { marks += 1 }
      length += 1
    }
    let work = marks * (length + depth)
    if work <= min(Self.maximumWork, workLeft), marks <= marksLeft {
      workLeft -= work
      marksLeft -= marks
      if let shelter, let changed = shelter.sheltered(String(cString: content)) {
        cmark_node_set_string_content(node, changed)
      }
    } else {
      plain[node] = String(cString: content)
      plainLines.append(Int(cmark_node_get_start_line(node)))
      // Not nothing, for a paragraph without text is taken away.
      cmark_node_set_string_content(node, "x")
    }
  }

  /// Whether cmark-gfm or one of its extensions stops at a byte: punctuation, the end of a line,
  /// and the `w` of an address.
  private static func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E, UInt8(ascii: "\n"), UInt8(ascii: "w"):
      true
    default: false
    }
  }
}
