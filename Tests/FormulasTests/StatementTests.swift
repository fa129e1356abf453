import SeededRandom
import Testing

@testable import Formulas

/// A notebook keeps statements by their texts, so each has to read by itself as it did among others.
@Suite struct StatementTests {
  private static let pieces = [
    "a = 1", "b", "2 m", "(", ")", "{", "}", "[", "]", ";", ";", "\n", "\n", "\r", "\r\n", " + ",
    " to ",
    "def f(x):", "\n  ", "return x", "# why", "\"\"\"", "\"t\"", "f(x) = x", "\\\n", ", ",
    "unit u = 3 m",
    "x[0]", " if ", " else ", "=",
  ]

  private static func alone(_ text: String) -> [String] {
    Parser.parse(text).statements.map(\.text)
  }

  @Test(arguments: 1...4 as ClosedRange<UInt64>) func eachIsOneByItself(_ seed: UInt64) {
    var random = SplitMix(seed: seed)
    var found = 0
    for _ in 0..<3000 {
      let text = (0..<Int.random(in: 1...14, using: &random)).map { _ in
        Self.pieces.randomElement(using: &random) ?? ""
      }.joined()
      for statement in Self.alone(text) {
        found += 1
        #expect(Self.alone(statement) == [statement], "of \(text.debugDescription)")
      }
    }
    #expect(found > 400)
  }

  @Test(arguments: [
    ("x = {1; a = 2\nb", ["a = 2", "b"]), ("x = (1; a = 2\nb; )", ["a = 2", "b"]),
    ("x = (1 +\n2); y = 3", ["x = (1 +\n2)", "y = 3"]), ("x = 1\ry = 2", ["x = 1", "y = 2"]),
    ("x = 1\r\ny = 2\r\n", ["x = 1", "y = 2"]), ("a=\r\r  1", ["1"]), ("# why\rx = 1", ["x = 1"]),
  ]) func semicolonsAndLineEndsDivideThem(_ text: String, _ expected: [String]) {
    #expect(Self.alone(text) == expected)
  }
}
