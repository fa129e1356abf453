import Testing

@testable import TextLayout

@Suite struct PictureFormatTests {
  @Test(
    arguments: [
      (
        "\u{FEFF}<?xml version=\"1.0\"?>\n<!-- a > b -->\n<!DOCTYPE svg>\n<svg xmlns=\"x\">",
        PictureFormat.svg
      ),
      ("<svg>", .svg), ("GIF89a", .gif), ("RIFF1234WEBPVP8", .webp), ("RIFF1234WAVE", nil),
      (String(repeating: "<!---->", count: 500), nil),
      (String(repeating: "<!-- a -->\n", count: 90) + "<svg\n", .svg), ("<!-- a --", nil),
      ("<html><svg>", nil), ("<svgx>", nil), ("# A text\n<svg>", nil), ("", nil),
    ] as [(String, PictureFormat?)])
  func aFormatIsKnownByHowTheFileBegins(_ text: String, _ expected: PictureFormat?) {
    #expect(PictureFormat(Array(text.utf8)) == expected)
  }

  @Test func picturesOfPointsAreKnownByTheirSignatures() {
    #expect(PictureFormat([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) == .png)
    #expect(PictureFormat([0xFF, 0xD8, 0xFF, 0xE0]) == .jpeg)
  }

  @Test(arguments: [("", ""), ("a", "YQ=="), ("ab", "YWI="), ("abc", "YWJj"), ("abcd", "YWJjZA==")])
  func bytesAreWrittenInBase64(_ text: String, _ expected: String) {
    #expect(base64(Array(text.utf8)) == expected)
  }

  private func document(_ source: PictureSource?, alt: String = "a \"<b>\"") -> Document {
    var document = Document(blocks: [
      PlacedBlock(.paragraph([.image(destination: "c.png", alt: alt)]), lines: 1...1)
    ])
    if let source { document.pictureSources["c.png"] = source }
    return document
  }

  @Test func aPictureWithASourceIsShownWithItsDescription() {
    let shown = document(.at("data:image/png;base64,QUI="))
    #expect(
      HTMLWriter().html(shown)
        == "<p><img src=\"data:image/png;base64,QUI=\" alt=\"a &quot;&lt;b&gt;&quot;\"></p>\n")
    #expect(
      MarkdownWriter().markdown(document(.at("my (d)/c.png"), alt: "a [b]\n*c*"))
        == "![a \\[b\\] \\*c\\*](my%20%28d%29/c.png)\n")
  }

  @Test func aPictureThatIsLeftOutIsNamedWithTheReason() {
    let left = document(.leftOut("is gone"))
    #expect(
      HTMLWriter().html(left)
        == "<p>[image: a \"&lt;b&gt;\"] (c.png is gone)</p>\n".replacing("\"", with: "&quot;"))
    #expect(MarkdownWriter().markdown(left) == "\\[image: a \"&lt;b>\"\\] (c.png is gone)\n")
    #expect(HTMLWriter().html(document(nil, alt: "")) == "<p>[image]</p>\n")
  }
}
