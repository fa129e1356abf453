import Diagnostics
import Foundation
import Testing

@testable import Formulas
@testable import TextLayout

/// Whatever is typed ends in a value or a diagnostic, on a stack of 8 MB in a debug build.
@Suite(.serialized) struct HostileTextTests {
  struct Attack: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var text: String

    init(_ name: String, _ text: String) {
      testDescription = name
      self.text = text
    }

    init(_ piece: String, times count: Int, after: String = "", before: String = "") {
      testDescription = "\(after)\(piece) × \(count) \(before.prefix(12))"
      text = after + String(repeating: piece, count: count) + before
    }
  }

  static let attacks: [Attack] = [
    Attack("x", times: 10_000_000), Attack("(", times: 100_000), Attack("(", times: 99_000),
    Attack("(", times: 40_000, before: "1" + String(repeating: ")", count: 40_000)),
    Attack("(", times: 110, before: "1" + String(repeating: ")", count: 110)),
    Attack("-", times: 99_000, before: "1"), Attack("- ", times: 118, before: "1"),
    Attack("not ", times: 20_000, before: "1"), Attack("1+", times: 49_000, before: "1"),
    Attack("1+", times: 399, before: "1"), Attack("2^", times: 40_000, before: "2"),
    Attack("2^-", times: 118, before: "2"), Attack("1 to ", times: 19_000, before: "m"),
    Attack("m ", times: 49_000), Attack("m ", times: 399, after: "5 "),
    Attack("1-1*", times: 20_000),
    Attack(".a", times: 40_000, after: "x"), Attack("[0]", times: 30_000, after: "x"),
    Attack("f(", times: 40_000), Attack("[", times: 99_000), Attack("{", times: 90_000),
    Attack("1 if 1<2 else ", times: 7000, before: "1"), Attack("2 3;", times: 24_000),
    Attack("(\n", times: 45_000), Attack("x = (\n", times: 16_000), Attack("\"\"\"", times: 33_000),
    Attack("\"", times: 99_999), Attack("„", times: 33_000), Attack("def f(a):\n", times: 9000),
    Attack("\n", times: 90_000, after: "def f(a):"), Attack("a,", times: 49_000, after: "f("),
    Attack("1,", times: 49_000, after: "[", before: "1]"), Attack("9", times: 99_000),
    Attack("1_", times: 49_000, before: "1"), Attack("1 000 ", times: 16_000),
    Attack("²", times: 49_000, after: "m"),
    Attack("a or ", times: 19_000, before: "b"), Attack("% ", times: 49_000, after: "5 "),
    Attack("5 % ", times: 24_000), Attack("#", times: 99_000), Attack("\\\n", times: 49_000),
    Attack("=", times: 99_000), Attack("x=", times: 49_000), Attack("a b;", times: 3000),
    Attack("(1+", times: 24_000), Attack("((1+1+1+1+1+1)", times: 6000),
    Attack("\u{301}", times: 45_000, after: "e"),
    Attack("deep sum", Self.nested(100, chain: 390)),
    Attack(
      "growing squares",
      "x = range(1000000)" + String(repeating: "; x = x * x", count: 1)
        + (0..<20).map { "; x\($0) = x * x" }.joined()),
    Attack("double recursion", "def f(x) = f(x - 1) + f(x - 1); f(9)"),
    Attack("endless recursion", "def f(x) = f(x + 1); f(1)"),
    Attack("mutual recursion", "def f(x) = g(x) + g(x); def g(x) = f(x) + f(x); f(1)"),
    Attack(
      "deep body",
      "def f(x) = 1 if x < 1 else " + String(repeating: "(", count: 100) + "f(x - 1)"
        + String(repeating: ")", count: 100) + "; f(59)"),
    Attack("fibonacci", "def f(n) = n if n < 2 else f(n - 1) + f(n - 2); f(40)"),
    Attack("huge unit", "unit a = 1e200 m; 5 a * 5 a; 5 a / (1e-200 m); (1e200 a) to m; a^3"),
    Attack("small unit", "unit a = 1e-300 m; a^3; 1 m to a; a^-2"),
    Attack(
      "exponents",
      "(m^1000)^1000; m^1e300; m^(1/3)^9; m^999 * m^999; (m^(1/7))^(1/11); m^-1000 m^-1"),
    Attack(
      "numbers",
      "1e308 * 10; -1e308 - 1e308; 1e308 °C to °F; 10^400; 0^0; 0^-1; 2^(-9223372036854775808); round(1, -9223372036854775808)"
    ),
    Attack(
      "ranges",
      "range(1e18); range(-1e308, 1e308); range(0, 1, 1e-300); linspace(0, 1, 1e18); linspace(-1e308, 1e308, 3); range(1, 2, 0)"
    ),
    Attack(
      "indices", "x = [1, 2]; x[1e300]; x[-9223372036854775808]; x[0.5]; x[-3]; x[x > 5][0]; x[5 m]"
    ),
    Attack("many units", (0..<2000).map { "unit a\($0)x" }.joined(separator: ";")),
    Attack(
      "many factors",
      (0..<300).map { "unit a\($0)x" }.joined(separator: ";") + "; x = "
        + (0..<300).map { "1 a\($0)x" }.joined(separator: " * ") + "; x * x; 1 / x; x + 1"),
    Attack(
      "many powers", (0..<6000).map { "m^(\($0 % 900)/\(1 + $0 % 12))" }.joined(separator: ";")),
    Attack("unknown words", (0..<1500).map { "word\($0)" }.joined(separator: ";")),
    Attack("unknown units", (0..<1500).map { "5 word\($0)" }.joined(separator: ";")),
  ]

  static func nested(_ depth: Int, chain: Int) -> String {
    String(repeating: "(", count: depth) + "1"
      + String(repeating: String(repeating: "+1", count: chain) + ")", count: depth)
  }

  @Test(arguments: attacks) func endsInAValueOrADiagnostic(_ attack: Attack) {
    let complaints = Complaints()
    let took = Self.onASmallStack {
      let page = NotebookPage()
      let outcome = Parser.parse(attack.text)
      for item in outcome.items { Self.run(item, in: page, source: attack.text, complaints) }
    }
    #expect(complaints.all.isEmpty)
    #expect(took < 30)
  }

  @Test func noTextOfRandomBytesOrTokensCrashes() {
    let complaints = Complaints()
    let took = Self.onASmallStack {
      var generator = SeededGenerator(seed: 2026)
      for round in 0..<6000 {
        let text = round % 3 == 0 ? Self.bytes(&generator) : Self.soup(&generator)
        let page = NotebookPage()
        let outcome = Parser.parse(text)
        for item in outcome.items { Self.run(item, in: page, source: text, complaints) }
        _ = page.sheet.load(
          outcome.items.compactMap { item in
            if case .statement(let statement) = item { return statement }
            return nil
          })
        _ = Parser.formula(text)
      }
    }
    #expect(complaints.all.isEmpty)
    #expect(took < 120)
  }

  /// What is not as it should be, noted on another thread.
  final class Complaints: @unchecked Sendable {
    var all: [String] = []
    var drawn = 0
  }

  private static func run(
    _ item: Parser.Item, in page: NotebookPage, source text: String, _ complaints: Complaints
  ) {
    switch item {
    case .problem(let problem, _): draw(problem.diagnostic, text, complaints)
    case .statement(let statement):
      let entered = page.sheet.enter(statement)
      if let problem = entered.problem { draw(problem.diagnostic, text, complaints) }
      for notice in entered.notices { draw(notice, text, complaints) }
      // Whoever shows a column shows its first rows.
      if let value = entered.value, value.elementCount < 10_000 { _ = value.text() }
      if entered.problem == nil, entered.value == nil, entered.key == nil, !isUnit(statement) {
        complaints.all.append("nothing came of \(statement.text.prefix(80))")
      }
    }
  }

  private static func isUnit(_ statement: Statement) -> Bool {
    if case .unit = statement.kind { return true }
    return false
  }

  /// What is said of a text is short however long the text.
  private static func draw(_ diagnostic: Diagnostic, _ text: String, _ complaints: Complaints) {
    for sentence in [diagnostic.message] + diagnostic.help where sentence.utf8.count > 600 {
      complaints.all.append("\(diagnostic.id): \(sentence.prefix(80))")
    }
    guard complaints.drawn < 300 else { return }
    complaints.drawn += 1
    let shown = text.utf8.count < 2000 ? text : String(text.prefix(200))
    if SnippetRenderer(width: 60).render(diagnostic, in: SourceText(shown)).isEmpty {
      complaints.all.append("\(diagnostic.id) is drawn as nothing")
    }
  }

  private static func bytes(_ generator: inout SeededGenerator) -> String {
    let count = Int.random(in: 0...80, using: &generator)
    return String(
      decoding: (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }, as: UTF8.self
    )
  }

  private static let words = [
    "x", "y", "f", "kWh", "m", "s", "g", "°C", "%", "in", "to", "->", "def", "unit", "return", "if",
    "else", "and", "or", "not", "(", ")", "[", "]", ",", ".", ":", ";", "\n", "  ", "+", "-", "*",
    "/", "//", "**", "^", "=", "==", "<", ">", "!=", "1", "2.5", "1e300", "0", "10'000", "0,5",
    "\"a\"", "models", "[\"E\"]", ".sum()", ".mean", "sum(", "range(", "sqrt(", "CO2e", "token",
    "²",
    "⁻", "µ", "é", "#", "\\", "\"", "'", "True", "[1, 2]", "x = ", "y = x", "f(x) = ", "pi", "e",
  ]

  private static func soup(_ generator: inout SeededGenerator) -> String {
    let count = Int.random(in: 1...24, using: &generator)
    return (0..<count).map { _ in
      (words.randomElement(using: &generator) ?? "") + (Bool.random(using: &generator) ? " " : "")
    }.joined()
  }

  /// Seconds that the work took on a thread of its own with 8 MB of stack.
  static func onASmallStack(_ work: @escaping @Sendable () -> Void) -> Double {
    let done = DispatchSemaphore(value: 0)
    let thread = Thread {
      work()
      done.signal()
    }
    thread.stackSize = 8 << 20
    let start = ContinuousClock.now
    thread.start()
    done.wait()
    let took = ContinuousClock.now - start
    return Double(took.components.seconds) + Double(took.components.attoseconds) * 1e-18
  }
}
