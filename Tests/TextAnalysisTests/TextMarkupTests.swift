import Testing

@testable import TextAnalysis

@Suite struct TextMarkupTests {
  private func read(_ text: String) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: FoldedText(text).scalars)
    return String(view)
  }

  @Test(arguments: [
    (#"$85.2\,\%$"#, "85.2 %"), (#"$1.57\times10^{5}$ kg"#, "1.57×10^5 kg"), ("$17$ t", "17 t"),
    (#"71\,514\,\text{kg}"#, "71 514 kg"), ("CO_2e", "CO2e"), ("CO<sub>2</sub>", "CO2"),
    ("10<sup>5</sup>", "10^5"), ("<li>one</li>", "\n• one\n"), ("85&nbsp;%", "85 %"),
    (#"$81{,}0\,\%$"#, "81,0 %"),
  ])
  func markupIsReadAsItLooks(_ text: String, _ seen: String) {
    #expect(read(text) == seen)
  }

  @Test(arguments: [
    "costs $200 or $300", "198t<294t", "a <b and c", #"C:\Users\x"#, "{a} and _b_", "x & y; z",
    "<unknown>", "$", #"\"#, "<li", "&nbsp",
  ])
  func otherSignsStay(_ text: String) {
    #expect(read(text) == text)
  }

  @Test func placesOfTheTextAsWrittenAreKept() {
    let text = TextTokens(#"so $85.2\,\%$ it is"#)
    #expect(text.original(1..<3) == #"85.2\,\%"#)
  }
}
