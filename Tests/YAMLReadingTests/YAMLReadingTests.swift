import Testing

@testable import YAMLReading

@Suite struct YAMLReadingTests {
  /// Texts by their style, lists and mappings by whether they have signs of their own, each with its
  /// line and column.
  @Test(arguments: [
    ("a: 1", "(a@1.1=1@1.4)@1.1"),
    ("a:\n  - b\n  - 'c'\n", "(a@1.1=-(b@2.5 'c'@3.5)@2.3)@1.1"),
    ("{a: [1, \"2\"]}", "{a@1.2=[1@1.6 \"2\"@1.9]@1.5}@1.1"),
    ("[a: 1, {b: 2}]", "[(a@1.2=1@1.5)@1.2 {b@1.9=2@1.12}@1.8]@1.1"),
    ("a: |\n  one\n  two\nb: >\n  one\n  two\n", "(a@1.1=|one⏎two⏎|@1.4 b@4.1=>one two⏎>@4.4)@1.1"),
    ("é名: 🙂 x", "(é名@1.1=🙂 x@1.5)@1.1"),
    ("a:\nb: ~\n", "(a@1.1=@1.3 b@2.1=~@2.4)@1.1"),
    ("a: yes\nb: 0x1F\nc: 2024-12-01", "(a@1.1=yes@1.4 b@2.1=0x1F@2.4 c@3.1=2024-12-01@3.4)@1.1"),
    ("a: 1\na: 2", "(a@1.1=1@1.4 a@2.1=2@2.4)@1.1"),
    ("a: one\u{2028}two\u{85}three", "(a@1.1=one two three@1.4)@1.1"),
    ("a: \"\\u0041\\t\"", "(a@1.1=\"A\t\"@1.4)@1.1"), ("a: 'it''s'", "(a@1.1='it's'@1.4)@1.1"),
    ("just text", "just text@1.1"), ("? [a, b]\n: c", "([a@1.4 b@1.7]@1.3=c@2.3)@1.1"),
    ("# remark\n---\na: 1\n...\n", "(a@3.1=1@3.4)@3.1"), ("a: &n 1", "(a@1.1=1@1.4)@1.1"),
  ])
  func eachValueHasItsStyleAndPlace(text: String, expected: String) throws {
    #expect(try YAMLValue.read(text).map(shown) == expected)
  }

  @Test(arguments: ["", "\n\n", "# only a remark\n", "\u{FEFF}"])
  func nothingIsNoValue(text: String) throws {
    #expect(try YAMLValue.read(text) == nil)
  }

  @Test(
    arguments: [
      (
        "a: b: c", .syntax(problem: "mapping values are not allowed in this context", context: nil),
        1
      ),
      (
        "x: 1\na: [1, 2\nb: 3",
        .syntax(
          problem: "did not find expected ',' or ']'", context: "while parsing a flow sequence"), 3
      ),
      (
        "x: 1\na: 'b",
        .syntax(
          problem: "found unexpected end of stream", context: "while scanning a quoted scalar"), 2
      ),
      ("a: 1\nb: \u{1}", .controlCharacter, 2), ("a: 1\n---\nb: 2", .secondDocument, 2),
      ("a: &x 1\nb: *x", .alias(name: "x", isKnown: true), 2),
      ("a: *x", .alias(name: "x", isKnown: false), 1),
      (
        "a: !unclosed<\nb: 1",
        .syntax(
          problem: "did not find expected whitespace or line break", context: "while scanning a tag"
        ), 1
      ),
    ] as [(String, YAMLFault.Kind, Int)])
  func whatIsNoYAMLIsToldWithItsLine(text: String, kind: YAMLFault.Kind, line: Int) {
    let fault = #expect(throws: YAMLFault.self) { try YAMLValue.read(text) }
    #expect(fault?.kind == kind)
    #expect(fault?.mark.line == line)
  }

  @Test func whatIsNotClosedTellsWhereItBegan() {
    let fault = #expect(throws: YAMLFault.self) { try YAMLValue.read("x: 1\na: [1,\n2\nb: 3") }
    #expect(fault?.contextMark == YAMLMark(line: 2, column: 4))
  }

  // MARK: Bounds

  @Test(arguments: [
    (String(repeating: "[", count: 1_000_000), 1),
    (String(repeating: "{a: ", count: 500_000), 1),
    (String(repeating: "- ", count: 500_000) + "a", 1),
    ((0..<1000).map { String(repeating: " ", count: $0) + "a:\n" }.joined(), 65),
    (String(repeating: "[\n", count: 100), 65),
  ]) func nestingStopsAtItsBound(text: String, line: Int) {
    let fault = #expect(throws: YAMLFault.self) { try YAMLValue.read(text) }
    #expect(fault?.kind == .tooDeep)
    #expect(fault?.mark.line == line)
  }

  @Test func nestingUpToTheBoundIsRead() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    let bounds = YAMLBounds(depth: 7)
    #expect(try YAMLValue.read(nested(7), within: bounds) != nil)
    #expect(throws: YAMLFault.self) { try YAMLValue.read(nested(8), within: bounds) }
    // Texts have none, however many brackets stand in them.
    #expect(try YAMLValue.read("a: '" + nested(100) + "'", within: bounds) != nil)
  }

  @Test func asManyValuesAsTheBoundAreRead() throws {
    let bounds = YAMLBounds(values: 5)
    #expect(try YAMLValue.read("[1, 2, 3, 4]", within: bounds) != nil)
    let fault = #expect(throws: YAMLFault.self) {
      try YAMLValue.read("[1, 2, 3,\n4, 5]", within: bounds)
    }
    #expect(fault?.kind == .tooMany)
    #expect(fault?.mark == YAMLMark(line: 2, column: 4))
  }

  /// Nine lines that would stand for 10⁸ words.
  @Test func anAliasIsNeverFollowed() {
    var text = "a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol, lol]\n"
    for level in 1..<9 {
      let last = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(last)]\n"
    }
    let fault = #expect(throws: YAMLFault.self) { try YAMLValue.read(text) }
    #expect(fault?.kind == .alias(name: "a0", isKnown: true))
  }

  // MARK: Keys

  @Test(
    arguments: [
      ("a: 1\nb: 2", nil), ("a: 1\nb: 2\na: 3", "a 1"), ("b: 1\na: 1\nb: 2\na: 3", "a 2"),
      ("a: {x: 1,\n y: 2,\n y: 3}\na: 2", "y 2"), ("- {k: 1, \"k\": 2}", "k 1"),
      ("[a: 1, a: 2]", nil),
    ] as [(String, String?)])
  func aKeyThatComesTwiceIsFound(text: String, expected: String?) throws {
    let found = try YAMLValue.read(text)?.repeatedKey
    #expect(found.map { "\($0.key) \($0.mark.line)" } == expected)
  }

  @Test func valuesAreFoundByTheirKeys() throws {
    let value = try #require(try YAMLValue.read("a: 1\nb: [x, y]\n'c': {d: 2}"))
    #expect(value["a"]?.text == "1")
    #expect(value["b"]?.items?.compactMap(\.text) == ["x", "y"])
    #expect(value["c"]?["d"]?.text == "2")
    #expect(value["d"] == nil)
    #expect(value["a"]?["b"] == nil)
  }

  private func shown(_ value: YAMLValue) -> String {
    let place = value.mark.map { "@\($0.line).\($0.column)" } ?? ""
    switch value.content {
    case .scalar(let text, let style):
      let mark = [
        YAMLValue.ScalarStyle.plain: "", .singleQuoted: "'", .doubleQuoted: "\"",
        .literal: "|", .folded: ">",
      ][style, default: "?"]
      return mark + text.replacing("\n", with: "⏎") + mark + place
    case .list(let items):
      let all = items.map(shown).joined(separator: " ")
      return (value.isBracketed ? "[\(all)]" : "-(\(all))") + place
    case .mapping(let pairs):
      let all = pairs.map { shown($0.key) + "=" + shown($0.value) }.joined(separator: " ")
      return (value.isBracketed ? "{\(all)}" : "(\(all))") + place
    }
  }
}
