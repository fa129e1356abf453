import Formulas
import Foundation
import Quantities
import Testing

/// Facts from other systems' own tests, in `Conformance.tsv`: numbat's interpreter tests and
/// examples, and the functional tests of UCUM. The table is a copy, and is not edited here.
///
/// - `expected` is an expression too: both are evaluated, dimension and value compared.
/// - `~X` was rounded by the source: 1e-4 relative (UCUM's rows 1e-3). `X +- T` has the tolerance T.
///   Otherwise it is 1e-12 relative, or 1e-9 absolute where 0 is expected.
/// - In a row of the kind `error` any error is right; the text is the source's own message.
@Suite struct ConformanceTests {
  /// Rows that need what Reckon does not have by design, each with its reason.
  static let exceptions: [String: String] = [
    "atanh(0.5)": "the source writes 9 digits of an irrational number without marking it rounded"
  ]

  struct Row: Sendable, CustomTestStringConvertible {
    var source: String
    var expression: String
    var expected: String
    var isError: Bool
    var testDescription: String { expression }
  }

  static let rows: [Row] = {
    let path = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Conformance.tsv")
    guard let text = try? String(contentsOf: path, encoding: .utf8) else { return [] }
    return text.split(separator: "\n").dropFirst().map { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      return Row(
        source: cells[0], expression: cells[1], expected: cells[2], isError: cells[3] == "error")
    }
  }()

  @Test func allRowsAreRead() {
    #expect(Self.rows.count == 296)
    for (expression, reason) in Self.exceptions.sorted(by: { $0.key < $1.key }) {
      print("conformance exception: \(expression): \(reason)")
      #expect(Self.rows.contains { $0.expression == expression }, "\(expression) is no row")
    }
    #expect(Self.exceptions.count * 10 <= Self.rows.count)
  }

  @Test(arguments: rows) func rowHoldsUnlessItIsAnException(_ row: Row) {
    let failure = Self.failure(of: row)
    if Self.exceptions[row.expression] != nil {
      #expect(failure != nil, "\(row.expression) passes: take it off the list")
    } else if let failure {
      Issue.record("\(row.expression): \(failure)")
    }
  }

  /// What is wrong with a row; nil where it holds.
  static func failure(of row: Row) -> String? {
    let sheet = Worksheet(units: UnitSystem())
    let value: Value
    switch Self.value(of: row.expression, in: sheet) {
    case .failure(let problem): return row.isError ? nil : "\(problem)"
    case .success(let result):
      if row.isError { return "an error was expected, not \(result)" }
      value = result
    }
    if row.expected == "true" || row.expected == "false" {
      guard case .truth(let truth) = value else { return "no truth value: \(value)" }
      return truth == (row.expected == "true") ? nil : "\(truth)"
    }
    var expected = row.expected
    var tolerance: Double?
    let isRounded = expected.hasPrefix("~")
    if isRounded { expected.removeFirst() }
    if let sign = expected.range(of: " +- ") {
      let text = String(expected[sign.upperBound...])
      guard case .success(.quantity(let number, let unit)) = Self.value(of: text, in: sheet)
      else { return "cannot read the tolerance \(text)" }
      tolerance = number * sheet.units.scale(of: unit).value
      expected = String(expected[..<sign.lowerBound])
    }
    guard case .success(let other) = Self.value(of: expected, in: sheet), let unit = other.unit,
      case .quantity(let wanted, _) = other
    else { return "cannot read what is expected: \(expected)" }
    guard case .quantity(let found, _)? = value.converted(to: unit, in: sheet.units) else {
      return "another dimension than \(expected): \(value)"
    }
    let relative = isRounded ? (row.source.hasPrefix("Ucum") ? 1e-3 : 1e-4) : 1e-12
    let allowed =
      tolerance.map { $0 / sheet.units.scale(of: unit).value }
      ?? (wanted == 0 ? 1e-9 : relative * abs(wanted))
    return abs(found - wanted) <= allowed ? nil : "\(found), not \(wanted)"
  }

  private static func value(
    of text: String, in sheet: Worksheet
  ) -> Result<Value, FormulaProblem> {
    Parser.formula(text).flatMap { sheet.evaluate($0) }
  }
}
