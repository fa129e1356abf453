import Diagnostics

/// How a text stands in a table of separated values.
public enum CellText {
  /// As RFC 4180 has it: in quotes where it has to be, or is wished.
  public static func written(
    _ text: String, separator: UInt8 = UInt8(ascii: ","), isQuoted: Bool = false
  ) -> String {
    let needsQuotes = text.utf8.contains {
      $0 == separator || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\n")
        || $0 == UInt8(ascii: "\r")
    }
    let hasEdges = text.first?.isWhitespace == true || text.last?.isWhitespace == true
    guard isQuoted || needsQuotes || hasEdges else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }

  /// The text such that no spreadsheet takes it for a formula: those begin with one of a few signs
  /// (OWASP, CSV injection). A number stays what it is.
  public static func harmless(_ text: String) -> String {
    guard let first = text.unicodeScalars.first, formulaSigns.contains(first), !isNumber(text)
    else { return text }
    return "'" + text
  }

  /// Whether a spreadsheet would take it for a formula.
  public static func isFormula(_ text: String) -> Bool { harmless(text) != text }

  /// Their wide forms of East Asian writing are taken for them.
  private static let formulaSigns: Set<Unicode.Scalar> = [
    "=", "+", "-", "@", "\t", "\r", "\n", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}",
  ]

  private static func isNumber(_ text: String) -> Bool {
    let digits = text.utf8.dropFirst(text.hasPrefix("-") || text.hasPrefix("+") ? 1 : 0)
    let signs = digits.filter { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") }
    return digits.first.map(isDigit) == true && signs.count <= 1
      && digits.allSatisfy { isDigit($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// A row for a new table: names and the like on one line, formulas harmless, ended as RFC 4180
  /// ends it.
  public static func row(_ cells: [String]) -> String {
    cells.map { written(harmless(plainLine($0)), separator: UInt8(ascii: ",")) }
      .joined(separator: ",") + "\r\n"
  }
}
