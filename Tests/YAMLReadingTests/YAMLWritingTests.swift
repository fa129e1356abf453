import SeededRandom
import Testing

@testable import YAMLReading

@Suite struct YAMLWritingTests {
  private func mapping(_ pairs: [(String, YAMLValue)]) -> YAMLValue {
    YAMLValue(.mapping(pairs.map { .init(key: YAMLValue($0.0), value: $0.1) }))
  }

  @Test func aTreeIsWrittenInBlocksWithTheQuotesThatItNeeds() {
    let value = mapping([
      ("points", YAMLValue("1")), ("title", YAMLValue("a: b")), ("empty", YAMLValue("")),
      ("quoted", YAMLValue("x", .doubleQuoted)), ("é", YAMLValue("CO₂")),
      ("lines", YAMLValue("one\ntwo\n", .literal)), ("none", YAMLValue(.list([]))),
      ("list", YAMLValue(.list([YAMLValue("- a"), mapping([("k", YAMLValue("v"))])]))),
      ("own", YAMLValue(.list([YAMLValue("a")]), tag: "!note")),
    ])
    #expect(
      value.written == """
        points: 1
        title: 'a: b'
        empty:
        quoted: "x"
        é: CO₂
        lines: |
          one
          two
        none: []
        list:
        - '- a'
        - k: v
        own: !note
        - a

        """)
  }

  @Test func aLongTextStaysOnItsLine() {
    let text = (0..<200).map { "word\($0)" }.joined(separator: " ")
    #expect(mapping([("a", YAMLValue(text))]).written == "a: \(text)\n")
  }

  /// Texts of signs that YAML gives a sense to are read as they were written, in every style.
  @Test func whatIsWrittenReadsBack() throws {
    var random = SplitMix(seed: 11)
    let pieces = [
      "a", ":", ": ", "#", " #", "-", "- ", "'", "\"", "\\", "[", "]", "{", "}", ",", "&x", "*x",
      "!",
      "%", "@", "`", "|", ">", "?", "\n", " ", "\t", "é", "名", "🙂", "~", "null", "1.5", "=", "<<",
    ]
    for _ in 0..<2000 {
      let texts = (0..<3).map { _ in
        (0..<Int.random(in: 0...6, using: &random)).map { _ in
          pieces.randomElement(using: &random) ?? ""
        }.joined()
      }
      let styles: [YAMLValue.ScalarStyle] = [
        .plain, .singleQuoted, .doubleQuoted, .literal, .folded,
      ]
      let style = styles.randomElement(using: &random) ?? .plain
      let value = YAMLValue(.list(texts.map { YAMLValue($0, style) }))
      let written = try #require(value.written)
      let read = try YAMLValue.read(written)
      #expect(read?.items?.map(\.text) == texts, "\(written)")
    }
  }
}
