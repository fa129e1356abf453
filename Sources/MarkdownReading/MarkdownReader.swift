import CCmark
import Prose
import Synchronization

/// Reads GitHub's Markdown: CommonMark with tables, task lists, bare links and `~~`.
///
/// `firstLine` is the number of the text's first line in the file it was taken from; every line
/// range is counted from there. Containers nested deeper than about a hundred levels are read as
/// their text. A text that is too large or too tangled to be read in reasonable time (see
/// `MarkdownBounds`) comes back as one code block, not fenced, that holds it unchanged.
public func readMarkdown(_ text: String, firstLine: Int = 1) -> Document {
  let bytes = withUnixNewlines(text)
  let bounds = MarkdownBounds(of: bytes)
  guard bounds.areKept else {
    let code = Block.code(info: "", text: String(decoding: bytes, as: UTF8.self), fenced: false)
    let last = firstLine + max(0, bounds.lineCount - 1)
    return Document(blocks: [PlacedBlock(code, lines: firstLine...last)])
  }
  return parsing.withLock { _ in
    let extensions = bounds.allowsAutolinks ? baseExtensions + ["autolink"] : baseExtensions
    return parse(bytes, extensions: extensions, firstLine: firstLine)
  }
}

/// cmark-gfm keeps the characters that its extensions look for in global tables, which it
/// changes while it parses: one text at a time.
private let parsing = Mutex(())

private let baseExtensions = ["table", "strikethrough", "tasklist"]

/// Evaluated once, whoever comes first.
private let registered: Void = cmark_gfm_core_extensions_ensure_registered()

private func parse(_ bytes: [UInt8], extensions: [String], firstLine: Int) -> Document {
  _ = registered
  // A single tilde stands for "about" before a number too often to strike anything out.
  guard let parser = cmark_parser_new(CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE) else {
    preconditionFailure("cmark-gfm makes a parser or ends the process")
  }
  defer { cmark_parser_free(parser) }
  for name in extensions {
    guard let found = cmark_find_syntax_extension(name) else {
      preconditionFailure("cmark-gfm was built without its extension \(name)")
    }
    cmark_parser_attach_syntax_extension(parser, found)
  }
  bytes.withUnsafeBytes { buffer in
    cmark_parser_feed(
      parser, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count)
  }
  guard let root = cmark_parser_finish(parser) else {
    preconditionFailure("a parser that was not finished yet yields a document")
  }
  defer { cmark_node_free(root) }
  let found = TreeReader().blocks(of: root)
  return Document(blocks: placed(found, in: bytes, lineOffset: firstLine - 1))
}

/// The text's bytes with a newline at the end of every line, whatever ended it before.
private func withUnixNewlines(_ text: String) -> [UInt8] {
  let bytes = Array(text.utf8)
  let carriageReturn = UInt8(ascii: "\r")
  let newline = UInt8(ascii: "\n")
  guard bytes.contains(carriageReturn) else { return bytes }
  var result: [UInt8] = []
  result.reserveCapacity(bytes.count)
  for (index, byte) in bytes.enumerated() {
    if byte != carriageReturn {
      result.append(byte)
    } else if index + 1 == bytes.count || bytes[index + 1] != newline {
      result.append(newline)
    }
  }
  return result
}
