import Foundation
import MarkdownReading
import Testing

@testable import TextLayout

/// What is written reads back as what was meant.
@Suite struct MarkdownWriterTests {
  private func rewritten(_ document: Document) -> Document {
    readMarkdown(MarkdownWriter().markdown(document))
  }

  /// Without the lines of the source, which differ.
  private func blocks(_ document: Document) -> [Block] { document.blocks.map(\.block) }

  private static let texts = [
    "A *b* **c** ***d*** ~~e~~ `f` ``g`h`` [i](https://example.org \"t\") <https://example.org/a_b>",
    "a\nb  \nc\\\nd", "# h\n\n## h *i* `j`\n\n### k #",
    "- a\n- b\n  - c\n    1. d\n    2. e\n\n- f",
    "1. a\n2. b\n\n   c\n\n   ```x y\n   d\n   ```\n3) e", "- [x] a\n- [ ] b", "> a\n>\n> - b\n> c",
    "```\na\n\n  b\n```\n\n    indented\n\n````\n```\n````",
    "| a | b |\n|:-:|--:|\n| `c` | d \\| e |\n| *f* |",
    "---\n\na\n\n***", "- a\n\n* b\n\n1. c\n\n1) d",
    "\\# a\n\n\\- b\n\n1\\. c\n\n\\> d\n\n\\+ e\n\n\\===",
    "a_b_c _d_ \\_e\\_ \\*f\\* \\[g\\](h) \\`i\\` \\~~j\\~~ \\<k> &amp;lt; \\\\ $x$ | y",
    "-5 °C\n\n=5\n\n:---",
    "a ~ 5 and ~~ b", "`` ` `` and ` a ` and `|`", "- ```\n  a\n  ```\n- > b\n- # c", "",
    "\\&nbsp; &copy;",
    "&#91;a]", "&#91;a_b\nc&#93;", "# &#91;a]", "[a *b* `c`](#d)", "2024\\. a\n\n2024. b",
    "- a\n  ---\n  b", "* * *\n\n- - a",
  ]

  @Test(arguments: texts)
  func aDocumentReadsBackAsItself(_ text: String) {
    let document = readMarkdown(text)
    // Once written, code is always fenced and infos are one word.
    let plain = readMarkdown(MarkdownWriter().markdown(document))
    #expect(blocks(rewritten(plain)) == blocks(plain))
    #expect(plain.plainText == document.plainText)
  }

  @Test(arguments: ["chatbot-model-analysis", "chatgpt-footprint", "epfl-estimate"])
  func aShippedExerciseReadsBackAsItself(_ id: String) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Exercises/\(id).md")
    let whole = try String(contentsOf: file, encoding: .utf8)
    guard case .closed(let front) = splitFrontMatter(whole) else {
      Issue.record("no front matter")
      return
    }
    // A link to a file beside the exercise leads nowhere from a page.
    let text = front.body.replacing(/\]\([a-z_\/]+\.(csv|py)\)/, with: "](#x)")
      .replacing(/```(\w+)[^\n]*/) { "```\($0.1)" }
    let document = readMarkdown(text)
    let fenced = blocks(document).map { block in
      // Once written, code is always fenced.
      if case .code(let info, let text, fenced: false) = block {
        return Block.code(info: info, text: text, fenced: true)
      }
      return block
    }
    #expect(blocks(rewritten(document)) == fenced)
  }

  @Test(arguments: [
    "<script>alert(1)</script>", "a <img src=x onerror=alert(1)> b", "[x](javascript:alert(1))",
    "![x](https://example.org/a.png)", "<!-- x -->", "<div>\n\n*a*\n\n</div>", "[x]: y\n[x]",
    "&lt;script&gt;", "\\<b>", "<details>a</details>",
  ])
  func nothingComesAlive(_ text: String) {
    for block in blocks(rewritten(readMarkdown(text))) {
      var isAlive = false
      if case .html = block { isAlive = true }
      if case .paragraph(let inlines) = block {
        for inline in inlines {
          switch inline {
          case .html, .image: isAlive = true
          case .link(let destination, _): isAlive = isAlive || destination.hasPrefix("java")
          default: break
          }
        }
      }
      #expect(!isAlive, "\(block)")
    }
  }

  @Test(arguments: [
    "a\nb", "# a", "- a\n- b", "1. a", "> a", "a * b * c", "_a_", "`a`", "<b>", "&amp;", "$x$",
    "[a](b)", "a|b", "~~a~~", "---", "===", "    a", "\ta", "a  \nb", "a\n\nb", "\\a", "![a](b)",
    "~ 17'000 kg", "5. sentence", "+ a", "```", "~~~", "a\\", "a\\\nb",
  ])
  func aTextAsTypedReadsBackWithItsLines(_ text: String) {
    let lines = MarkdownWriter.paragraphs(text)
    let shown = readMarkdown(lines.joined(separator: "\n")).blocks.map { placed -> String in
      guard case .paragraph(let inlines) = placed.block else { return "no paragraph" }
      return inlines.plainText
    }
    let expected = text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.trimmingCharacters(in: .whitespaces) }.joined(separator: "\n")
    #expect(shown.joined(separator: "\n\n") == expected)
  }

  @Test(arguments: ["", "a", "```", "````\n```\n~~~", "a\n\n  b", "`a", "   ```` x"])
  func aFencedTextReadsBackAsCode(_ text: String) {
    let lines = MarkdownWriter.fenced(text, info: "text")
    let found = blocks(readMarkdown(lines.joined(separator: "\n")))
    let code = text.isEmpty ? "\n" : text + "\n"
    #expect(found == [.code(info: "text", text: code, fenced: true)])
  }

  @Test(arguments: ["a", "`", "``", "a`b", " a ", "`a`", "a``b`c"])
  func aPieceOfCodeReadsBackAsItself(_ code: String) {
    let found = blocks(readMarkdown("x " + MarkdownWriter.code(code)))
    #expect(found == [.paragraph([.text("x "), .code(code)])])
  }

  @Test(arguments: ["a|b", "a\\|b", "`a|b`", "*a*", "a\\b", ""])
  func aCellReadsBackAsItsText(_ text: String) {
    let table = MarkdownWriter.table(
      header: ["h", "i"],
      rows: [[MarkdownWriter.cell(MarkdownWriter.escaped(text)), "x"]], alignments: [.left])
    guard
      case .table(_, _, let rows)? = blocks(readMarkdown(table.joined(separator: "\n"))).first
    else {
      Issue.record("no table")
      return
    }
    #expect(rows[0].map(\.plainText) == [text, "x"])
  }
}
