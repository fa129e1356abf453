import Foundation
import Testing

@testable import Reports

@Suite struct JSONValueTests {
  @Test(arguments: [
    ("", #""""#), ("a\"b\\c", #""a\"b\\c""#), ("\n\r\t", #""\n\r\t""#),
    ("\u{0}\u{1B}\u{1F}\u{7F}", #""\u0000\u001b\u001f\u007f""#), ("é CO₂ 🙂", "\"é CO₂ 🙂\""),
    ("a/b", #""a/b""#), ("\r\n", #""\r\n""#), ("\u{2028}", #""\u2028""#),
    ("\u{85}\u{9B}31m\u{9D}", #""\u0085\u009b31m\u009d""#),
    ("\u{202E}\u{2066}\u{200F}\u{061C}\u{FEFF}", #""\u202e\u2066\u200f\u061c\ufeff""#),
    ("\u{E0041}", #""\udb40\udc41""#),
  ])
  func textIsEscapedWhereJSONAsksForIt(_ text: String, _ expected: String) throws {
    let written = JSONValue.string(text).text
    #expect(written == expected)
    let read = try JSONSerialization.jsonObject(with: Data("[\(written)]".utf8)) as? [String]
    #expect(read == [text])
  }

  @Test(arguments: [
    (0, "0"), (-0.5, "-0.5"), (450, "450"), (1e15, "1000000000000000.0"),
    (0.1 + 0.2, "0.30000000000000004"),
    (1.5e300, "1.5e+300"), (.leastNonzeroMagnitude, "5e-324"), (.nan, "null"), (.infinity, "null"),
    (-.infinity, "null"), (123_456_789_012_345, "123456789012345"),
  ])
  func aNumberReadsBackAsItself(_ number: Double, _ expected: String) throws {
    let written = JSONValue.number(number).text
    #expect(written == expected)
    _ = try JSONSerialization.jsonObject(with: Data("[\(written)]".utf8))
    if number.isFinite { #expect(Double(written) == number) }
  }

  @Test func membersKeepTheirOrderOnOneLine() {
    let value = JSONValue.object([
      ("z", .null), ("a", .array([.bool(true), .bool(false), .number(1)])), ("q\"", .object([])),
      ("e", .array([])),
    ])
    #expect(value.text == #"{"z": null, "a": [true, false, 1], "q\"": {}, "e": []}"#)
  }

  @Test func onManyLinesEachLevelIsASpaceFurtherIn() {
    let value = JSONValue.object([
      ("z", .null), ("a", .array([.number(1), .array([])])), ("e", .object([])),
      ("o", .object([("k", .string("a\nb"))])),
    ])
    #expect(
      value.indentedText
        == "{\n \"z\": null,\n \"a\": [\n  1,\n  []\n ],\n \"e\": {},\n \"o\": {\n  \"k\": \"a\\nb\"\n }\n}"
    )
  }
}
