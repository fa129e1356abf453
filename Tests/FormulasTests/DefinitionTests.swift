import Formulas
import Testing

@Suite struct DefinitionTests {
  @Test(arguments: [
    "def f(a, b) = a * b", "f(a, b) = a * b", "def f(a, b): return a * b", "def f(a, b): a * b",
    "def f(a, b):\n  return a * b", "def f(a, b):\n\n  # note\n\n  c = a * b\n\n  return c\n",
    "def f(a, b):\n  \"\"\"Energy.\n\n  Of a machine.\"\"\"\n  c = a\n  return c * b",
    "def f(a, b):\n    'doc'\n    c = a  # first\n    d = b\n    return (c *\n      d)",
    "def f(a, b): c = a * b; return c", "def f(a, b):\r\n  c = a * b\r\n  return c\r\n",
    "def f(\n  a,\n  b,\n) = a * b",
  ]) func functionsAreDefinedInAllSpellings(_ definition: String) {
    let page = NotebookPage()
    #expect(page.type(definition) == [])
    #expect(page.last("f(3 kW, 2 h)") == "6 kWh")
    #expect(page.last("f(b=2 h, a=3 kW)") == "6 kWh")
    #expect(page.last("f(3)") == "error argument-count")
  }

  @Test func whatFollowsAFunctionIsReadAgain() {
    let page = NotebookPage()
    #expect(page.type("def f(a):\n  b = a * 2\n  return b\nx = f(3)\nx + 1") == ["6", "7"])
  }

  @Test(arguments: [
    ("def f(a):\n  b = a * * 2\n  return b\nx = 5\nx", ["error expected-operand", "5", "5"]),
    ("def f(a):\n  if a > 1:\n    return 2\n  return 3\nx = 5", ["error python-word", "5"]),
    ("def f(a):\n  return a\n  b = 3\nx = 5", ["error unsupported", "5"]),
    ("x = (5 kW\ny = 3\ny", ["error unclosed-bracket", "3", "3"]),
    ("x = [1,\n 2 3,\n 4]\ny = 5", ["error missing-operator", "5"]),
    ("x = 5 +\ny = 3", ["error expected-operand", "3"]),
    ("x = ?; y = 3", ["error unknown-character", "3"]),
    ("\"abc\ny = 3", ["error unclosed-text", "3"]),
    ("return 5\ny = 3", ["error return-outside", "3"]),
  ]) func readingGoesOnAfterAMistake(_ text: String, _ shown: [String]) {
    #expect(NotebookPage().type(text) == shown)
  }

  @Test(arguments: [
    ("x = (1 +", true), ("x = (1 + 2", true), ("[1,", true), ("def f(a):", true),
    ("def f(a):\n  b = 2", true), ("def f(a):\n  b = 2\n  return b", false), ("x = 1 +", false),
    ("\"\"\"abc", true), ("1 + 2", false), ("(1))", false), ("x = (1 +\n\n", false),
  ]) func openTextsAskForMoreLines(_ text: String, _ isIncomplete: Bool) {
    #expect(Parser.parse(text).isIncomplete == isIncomplete)
  }

  @Test(arguments: [
    ("def f(a, a) = a", "error unsupported"), ("def f(a: float) = a", "error full-parameter"),
    ("def f(a=3) = a", "error full-parameter"), ("def f(a)", "error unexpected"),
    ("def f(a): return", "error empty-function"),
    ("def f(a) = a; foo(1)", "error unknown-function"),
    ("def f(a) = later * a", "note not-yet-known"),
    ("def f(a) = f(a); f(1)", "error too-many-calls"),
    ("def f(a) = g(a); def g(a) = f(a); g(1)", "error too-many-calls"),
    ("def f(a) = 1 if a < 1 else a * f(a - 1); f(5)", "120"),
    ("def f(a) = a + 3 m; f(2)", "error dimensions-differ"),
    ("def f(a) = a; f", "function f"), ("def f(a) = a; f + 1", "error kinds"),
    ("def f(a) = a; f(x=1)", "error argument-name"), ("def sum(a) = 5; sum(3)", "5"),
    ("rate = 2; def f(a) = a * rate; rate = 3; f(2)", "6"),
  ]) func functionsKnowTheirBounds(_ text: String, _ shown: String) {
    #expect(NotebookPage().last(text) == shown)
  }

  @Test func aMistakeInAFunctionIsShownAtItsCall() throws {
    let page = NotebookPage()
    page.type("def energy(power) = power * 2 h + 3 m")
    guard case .success(let call) = Parser.formula("  energy(5 kW)"),
      case .failure(let problem) = page.sheet.evaluate(call)
    else {
      Issue.record("A problem is expected.")
      return
    }
    #expect(problem.function == "energy")
    #expect(problem.diagnostic.labels.map(\.span.start) == [2])
  }

  @Test(arguments: [
    ("unit trip = 12 km; 2 trips to km", "24 km"), ("unit apple; 3 apples + 1 apple", "4 apple"),
    ("unit apple; 3 apples + 1", "error dimensions-differ"), ("unit km = 5 m", "error known-unit"),
    ("unit token = 5 g", "error shipped"), ("unit token; 5 token", "5 token"),
    ("unit x = -3 m", "error unit-definition"), ("unit x = 3 °C", "error unit-definition"),
    ("unit x = 2 x", "error self-reference"), ("d = 5 km; unit x = d", "error unsupported"),
    ("unit m; 5 ms", "5 ms"), ("unit h2 = 2 h; 1 h2 to min", "120 min"),
  ]) func unitsAreDeclared(_ text: String, _ shown: String) {
    #expect(NotebookPage().last(text) == shown)
  }

  @Test func unitsAreAliveToo() {
    let page = NotebookPage()
    page.type("unit trip = 12 km; unit week = 3 s")
    page.type("unit tour = 2 trip; total = 5 tour to km")
    #expect(page.last("total") == "120 km")
    page.type("unit trip = 10 km")
    #expect(page.last("total") == "100 km")
  }

  @Test func aProductHoldsNoMoreThanAHundredDifferentUnits() {
    let units = (0...100).map { "a\($0)x" }
    let page = NotebookPage()
    page.type(units.map { "unit \($0)" }.joined(separator: "; "))
    let hundred = page.last(units.dropLast().map { "(1 \($0))" }.joined(separator: " * "))
    #expect(hundred == "1 " + units.dropLast().joined(separator: " "))
    let more = page.last(units.map { "(1 \($0))" }.joined(separator: " * "))
    #expect(more == "error exponent-range")
  }
}
