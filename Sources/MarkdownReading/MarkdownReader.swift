import Diagnostics
import Synchronization
import TextLayout

/// Reads GitHub's Markdown: CommonMark with tables, task lists, bare links and `~~`, and formulas
/// between dollar signs (see `mathPieces`) unless they are not to be looked for.
///
/// `firstLine` is the number of the text's first line in the file it was taken from; every line
/// range is counted from there. Containers nested deeper than sixteen levels are read as their
/// text. Whatever the text is, reading it takes time and memory in proportion to its
/// length: a paragraph that would take more (see `InlineBounds`) is plain text, and a text whose
/// blocks would (see `MarkdownBounds`) comes back as one code block, not fenced, that holds it
/// unchanged.
public func readMarkdown(
  _ text: String, firstLine: Int = 1, formulas readsFormulas: Bool = true
) -> Document {
  let bytes = withUnixLineEnds(Array(text.utf8))
  let bounds = MarkdownBounds(of: bytes)
  guard bounds.areKept else {
    let code = Block.code(info: "", text: String(decoding: bytes, as: UTF8.self), fenced: false)
    let last = firstLine + max(0, bounds.lineCount - 1)
    return Document(blocks: [PlacedBlock(code, lines: firstLine...last)])
  }
  return parsing.withLock { parser in
    parser.parse(
      bytes, allowsTables: bounds.allowsTables, formulas: readsFormulas, firstLine: firstLine)
  }
}

/// cmark-gfm keeps the characters that its extensions look for in global tables, which it
/// changes while it parses: one text at a time.
private let parsing = Mutex(MarkdownParser())
