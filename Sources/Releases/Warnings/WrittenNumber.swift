import Quantities

/// A number of a text, as people write them.
struct WrittenNumber {
  /// What it may stand for: `72,1` may be 72.1, `4,677` may be 4677.
  var values: [Double]
  /// From the first that is not 0 to the last that is not.
  var figures: Int
  /// What follows it, without a space.
  var rest: Substring

  /// Digits, with their groups apart, a decimal point or comma, and a power of ten.
  nonisolated(unsafe) private static let pattern =
    /\d+(?:['’,\u{2009}\u{202F}\u{A0} ]\d{3}(?!\d))*(?:[.,]\d+)?(?:[eE][-+−]?\d+| ?(?:[·×x*]|\\cdot|\\times) ?10(?:\^|\*\*)?\{?(?<power>[-+−]?\d+)\}?)?/

  /// All numbers of a line.
  static func all(in line: String) -> [WrittenNumber] {
    line.matches(of: pattern).compactMap { match in
      // The digits of a name are no number.
      let before = line[..<match.range.lowerBound].last
      if before?.isLetter == true || before == "_" { return nil }
      return WrittenNumber(
        String(line[match.range]), power: match.output.power.map(String.init),
        rest: line[match.range.upperBound...])
    }
  }

  private init?(_ text: String, power: String?, rest: Substring) {
    var mantissa = text
    var exponent = ""
    if let power {
      exponent = power
      mantissa = String(text.prefix { !" ·×x*\\".contains($0) || $0 == " " })
      while mantissa.last?.isNumber == false { mantissa.removeLast() }
    } else if let mark = text.firstIndex(where: { $0 == "e" || $0 == "E" }) {
      exponent = String(text[text.index(after: mark)...])
      mantissa = String(text[..<mark])
    }
    exponent = exponent.replacing("−", with: "-").replacing("+", with: "")
    let spread = mantissa.filter { $0.isNumber || $0 == "." || $0 == "," }
    let readings = Set([
      spread.replacing(",", with: ""), spread.replacing(",", with: "."),
    ])
    values = readings.compactMap { Double($0 + (exponent.isEmpty ? "" : "e" + exponent)) }
    guard !values.isEmpty else { return nil }
    let digits = spread.filter(\.isNumber).drop { $0 == "0" }
    figures = digits.count - digits.reversed().prefix { $0 == "0" }.count
    self.rest = rest.first == " " || rest.first == "\u{A0}" ? rest.dropFirst() : rest
  }
}
