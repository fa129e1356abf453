import Diagnostics
import Testing

@testable import TextLayout

@Suite struct HTMLWriterTests {
  private func html(_ inlines: [Inline]) -> String { HTMLWriter().html(inlines) }

  @Test func whatMarkupIsMadeOfIsEscaped() {
    #expect(
      escapedHTML("<a b=\"c\" d='e'>&amp;") == "&lt;a b=&quot;c&quot; d='e'&gt;&amp;amp;")
    #expect(escapedHTML("a\u{0}b\u{1B}[1mc\rd\u{202E}e\u{9B}f\tg\nh") == "ab[1mcdef\tg\nh")
    #expect(escapedHTML("CO₂ 🙂") == "CO₂ 🙂")
  }

  @Test(arguments: [
    "javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "models.csv", "/etc/passwd",
    "file:///etc/passwd", "vbscript:x", "//example.org", "", "\tjavascript:alert(1)",
    " https://example.org",
  ])
  func aLinkElsewhereIsItsTextAlone(_ destination: String) {
    #expect(html([.link(destination: destination, [.text("here")])]) == "here")
    #expect(html([.image(destination: destination, alt: "a <b>")]) == "[image: a &lt;b&gt;]")
  }

  @Test(arguments: [
    ("https://example.org/a?b=1&c=2", "https://example.org/a?b=1&amp;c=2"),
    ("HTTP://example.org", "HTTP://example.org"), ("mailto:a@b.ch", "mailto:a@b.ch"),
    ("#q-1", "#q-1"), ("https://a/\" onclick=\"x", "https://a/%22%20onclick=%22x"),
    ("https://a/<b>'c'", "https://a/%3Cb%3E%27c%27"),
  ])
  func aLinkToTheWebOrThePageIsKept(_ destination: String, _ target: String) {
    #expect(
      html([.link(destination: destination, [.text("x")])]) == "<a href=\"\(target)\">x</a>")
    #expect(
      html([.image(destination: destination, alt: "")]) == "<a href=\"\(target)\">[image]</a>")
  }

  @Test func rawHTMLIsTextAndItsCommentsAreLeftOut() {
    #expect(html([.html("<b>"), .text("x"), .html("</b>")]) == "&lt;b&gt;x&lt;/b&gt;")
    #expect(html([.html("<!-- x -->")]) == "")
    #expect(
      HTMLWriter().html([Block.html("<div>\n<script>x</script>\n"), .html("<!-- x\n-->\n")])
        == "<p>&lt;div&gt;<br>\n&lt;script&gt;x&lt;/script&gt;</p>\n")
  }

  @Test func blocksBecomeTheirElements() {
    let writer = HTMLWriter(headingShift: 2)
    #expect(writer.html([.heading(level: 1, [.text("a")])]) == "<h3>a</h3>\n")
    #expect(writer.html([.heading(level: 6, [.text("a")])]) == "<h6>a</h6>\n")
    #expect(
      writer.html([.code(info: "x", text: "a < b\n", fenced: true)])
        == "<pre><code>a &lt; b\n</code></pre>\n")
    #expect(
      writer.html([
        .list(
          start: 3, tight: true,
          items: [
            ListItem([.paragraph([.text("a")])]),
            ListItem([.paragraph([.text("b")])], checked: true),
          ])
      ])
        == "<ol start=\"3\" class=\"tasks\">\n<li>a</li>\n<li><span role=\"img\" aria-label=\"ticked\">☑</span> b</li>\n</ol>\n"
    )
    #expect(
      writer.html([
        .paragraph([
          .emphasis([.text("a")]), .lineBreak, .strong([.code("<")]), .softBreak,
          .strikethrough([.text("c")]),
        ])
      ]) == "<p><em>a</em><br>\n<strong><code>&lt;</code></strong>\n<del>c</del></p>\n")
  }

  @Test func aTableSaysWhatItsHeadingsStandFor() {
    let table = Block.table(
      alignments: [.left, .automatic, .centre], header: [[.text("a")], [.text("b")], [.text("c")]],
      rows: [[[.text("x")], [.text("1'000")], []]])
    let html = HTMLWriter().html([table])
    #expect(html.contains("<th scope=\"col\">a</th><th scope=\"col\" class=\"to-right\">b</th>"))
    #expect(html.contains("<td>x</td><td class=\"to-right\">1'000</td><td class=\"to-centre\">"))
    let named = HTMLWriter.table(
      header: ["a"], rows: [["x"]], alignments: [], namesRows: true, caption: "c")
    #expect(named.contains("<caption>c</caption>") && named.contains("<th scope=\"row\">x</th>"))
  }
}
