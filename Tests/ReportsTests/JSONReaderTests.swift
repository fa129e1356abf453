import Reports
import SeededRandom
import Testing

@Suite struct JSONReaderTests {
  @Test(arguments: [
    (
      #" {"a" : [1 , -0.5e+3,true,false , null],"":"x"} "#,
      #"{"a": [1, -500, true, false, null], "": "x"}"#
    ),
    ("0", "0"), ("-0", "0"), ("1E2", "100"), ("1e-2", "0.01"),
    ("123456789012345678901234567890", "1.2345678901234568e+29"),
    ("1e999", "null"), ("[]", "[]"), ("{}", "{}"), ("[[],[{}]]", "[[], [{}]]"),
    (#""\"\\\/\b\f\n\r\t""#, #""\"\\/\u0008\u000c\n\r\t""#), (#""\u00e9\u4E2d""#, #""é中""#),
    (#""\ud83d\ude42""#, #""🙂""#), (#""\u0000""#, #""\u0000""#), ("\"é🙂\u{2028}\"", #""é🙂\u2028""#),
    ("\u{FEFF}\"bom\"", #""bom""#), ("\t\r\n 1", "1"), (#"{"a":1,"a":2}"#, #"{"a": 1, "a": 2}"#),
  ])
  func whatIsReadIsWrittenAgain(text: String, expected: String) throws {
    #expect(try JSONValue.read(text).text == expected)
  }

  @Test(arguments: [
    "", " ", "01", "+1", ".5", "1.", "1e", "1e+", "-", "--1", "0x1", "1 2", "NaN", "Infinity",
    "True",
    "nul", "nulll", "[1,]", "[,1]", "[1 2]", "[1", "]", "{,}", #"{"a"}"#, #"{"a":}"#, #"{"a":1,}"#,
    "{a:1}", "{1:2}", "{'a':1}", "'a'", #"""#, #""a"#, #""\x""#, #""\u12""#, #""\u12G4""#, #""\"#,
    "\"a\nb\"", "\"a\tb\"", "\"a\u{0}b\"", "\u{FEFF}\u{FEFF}1", "// c\n1", "[1]//", "\u{A0}1",
    "1\u{0}",
  ])
  func whatIsNoJSONIsRefused(text: String) {
    let fault = #expect(throws: JSONFault.self) { try JSONValue.read(text) }
    #expect(fault?.kind == .syntax)
  }

  @Test(arguments: [
    #""\ud83d""#, #""\ude42""#, #""\ud83dx""#, #""\ud83d\n""#, #""\ud83d\ud83d""#,
    #""\ude42\ud83d""#,
  ])
  func halfAPairOfUTF16IsRefused(text: String) {
    let fault = #expect(throws: JSONFault.self) { try JSONValue.read(text) }
    #expect(fault?.kind == .loneSurrogate)
  }

  @Test(
    arguments: [
      [0xFF], [0xC3], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE4, 0xB8],
    ] as [[UInt8]])
  func aStringThatIsNoUTF8IsRefused(bytes: [UInt8]) {
    let fault = #expect(throws: JSONFault.self) { try JSONValue.read([0x22] + bytes + [0x22]) }
    #expect(fault?.kind == .notUTF8)
  }

  @Test func aFaultHasItsLine() {
    let fault = #expect(throws: JSONFault.self) { try JSONValue.read("{\n\"a\": [\n1,\r\n2 3]\n}") }
    #expect(fault?.kind == .syntax)
    #expect(fault?.line == 4)
  }

  // MARK: Bounds

  @Test(arguments: ["[", "{\"a\":", "[{\"a\":[", "[["])
  func nestingIsBounded(opening: String) {
    let text = String(repeating: opening, count: 1_000_000)
    let fault = #expect(throws: JSONFault.self) { try JSONValue.read(text) }
    #expect(fault?.kind == .tooDeep)
    // Levels beside one another are none within one another.
    let flat = "[" + Array(repeating: "[[]]", count: 1000).joined(separator: ",") + "]"
    #expect(throws: Never.self) { try JSONValue.read(flat) }
    let deepest = String(repeating: "[", count: 128) + String(repeating: "]", count: 128)
    #expect(throws: Never.self) { try JSONValue.read(deepest) }
  }

  @Test func valuesAndDigitsAreBounded() {
    let many = "[" + String(repeating: "1,", count: 1_000_000) + "1]"
    #expect(#expect(throws: JSONFault.self) { try JSONValue.read(many) }?.kind == .tooMany)
    let long = String(repeating: "1", count: 2000)
    #expect(#expect(throws: JSONFault.self) { try JSONValue.read(long) }?.kind == .longNumber)
    let text = "\"" + String(repeating: "a", count: 4_000_000) + "\""
    #expect((try? JSONValue.read(text))?.ownText?.utf8.count == 4_000_000)
  }

  // MARK: What is found in it

  @Test func ofAKeyThatComesTwiceTheFirstCounts() throws {
    let value = try JSONValue.read(#"{"a": 1, "b": null, "a": 2, "c": ["x", "y"], "d": ["x", 1]}"#)
    #expect(value["a"]?.ownNumber == 1)
    #expect(value["b"] == nil)
    #expect(value["e"] == nil)
    #expect(value["c"]?.texts == ["x", "y"])
    #expect(value["d"]?.texts == nil)
    #expect(value["c"]?["x"] == nil)
  }

  /// Values made at random read back as they were written, on one line and on many.
  @Test func whatIsWrittenReadsBack() throws {
    var random = SplitMix(seed: 5)
    for _ in 0..<300 {
      let value = made(&random, depth: 4)
      #expect(try JSONValue.read(value.text).text == value.text)
      #expect(try JSONValue.read(value.indentedText).text == value.text)
    }
  }

  private func made(_ random: inout SplitMix, depth: Int) -> JSONValue {
    func text() -> String {
      let pieces = [
        "a", "\"", "\\", "/", "\n", "\u{1}", "\u{7F}", "é", "🙂", "\u{2028}", "{", "u00",
      ]
      return (0..<Int.random(in: 0...5, using: &random)).map { _ in
        pieces.randomElement(using: &random) ?? ""
      }.joined()
    }
    let count = Int.random(in: 0...3, using: &random)
    switch Int.random(in: depth > 0 ? 0...5 : 0...3, using: &random) {
    case 0: return .null
    case 1: return .bool(.random(using: &random))
    case 2: return .number(Double.random(in: -1e6...1e6, using: &random))
    case 3: return .string(text())
    case 4: return .array((0..<count).map { _ in made(&random, depth: depth - 1) })
    default: return .object((0..<count).map { _ in (text(), made(&random, depth: depth - 1)) })
    }
  }
}
