import Testing
import TextLayout
import TranscriptTesting

@testable import MathText

/// Formulas as they are typed, and each of the ways in which they are shown.
@Suite struct FormulaTranscriptTests {
  static let cases = TranscriptCase.all(beside: #filePath)

  @Test(arguments: cases) func isShownAsInTheTranscript(_ item: TranscriptCase) {
    item.check { shown(MathFormula($0, isDisplay: true)) }
  }

  private func shown(_ formula: MathFormula) -> String {
    let line = formula.line()
    let ascii = formula.line(unicode: false)
    var parts = [line]
    if ascii != line { parts.append("ascii: " + ascii) }
    let drawn = formula.lines(width: 40) { displayWidth($0) }
    if let drawn, drawn != [line] { parts += drawn.map { $0.isEmpty ? "    " : "    " + $0 } }
    if drawn == nil { parts.append("(no drawing)") }
    parts += formula.problems.map { "problem: \($0)" }
    return (parts + [formula.mathML]).joined(separator: "\n")
  }
}
