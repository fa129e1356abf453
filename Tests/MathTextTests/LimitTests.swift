import Testing

@testable import MathText

/// One beyond each limit of docs/limits.md, and at it.
@Suite struct LimitTests {
  @Test func aFormulaBeyondItsLimitsIsAsTyped() {
    func problems(_ source: String) -> [MathProblem] { MathFormula(source).problems }
    #expect(problems(String(repeating: "x", count: TeXParser.longest)) == [])
    #expect(problems(String(repeating: "x", count: TeXParser.longest + 1)) == [.tooLong])
    func nested(_ depth: Int) -> String {
      String(repeating: "{", count: depth) + "x" + String(repeating: "}", count: depth)
    }
    #expect(problems(nested(TeXParser.deepest - 1)) == [])
    #expect(problems(nested(TeXParser.deepest + 1)) == [.tooDeep])
  }
}
