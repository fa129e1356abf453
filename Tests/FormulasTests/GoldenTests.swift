import Diagnostics
import Formulas
import Foundation
import Testing

@testable import TextLayout

/// What a learner reads about each kind of mistake, in files beside the tests: the input on the
/// first line, then what is shown for it at 60 columns. A case is named by the id of the
/// diagnostic, with a dot and a word where there are several.
@Suite struct GoldenTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    /// `⏎` stands for a line end. The last thing said is what counts.
    var input: String
    var testDescription: String { name }
    var id: Substring { name.prefix { $0 != "." } }

    init(_ name: String, _ input: String) {
      self.name = name
      self.input = input
    }
  }

  static let cases = [
    Case("ambiguous-unit", "s = 3; 5 m/s"), Case("ambiguous-unit.power", "s = 3; 5 m/s^2"),
    Case("argument-count", "def f(a, b) = a * b; f(3)"),
    Case("argument-name", "def f(a, b) = a * b; f(a=3, c=4)"),
    Case("assignment-target", "5 + x = 7"), Case("augmented", "x = 1; x += 2"),
    Case("bad-number", "1__000 kg"), Case("bad-number.hex", "0x1F"),
    Case("out-of-range.typed", "1e400"),
    Case("cannot-convert", "5 kW to MJ"), Case("cannot-convert.list", "[1 kg, 2 m]"),
    Case("chained-comparison", "1 < 2 < 3"), Case("circle", "a = 1; b = a; c = b; a = c + 1"),
    Case("bound-elsewhere", "2 * total"),
    Case("column-expected", "sum(5 kg)"), Case("decimal-comma", "power = 0,45 kW"),
    Case("thousands-comma", "users = 10,000"),
    Case("dimensions-differ", "5 kW + 3 kWh"), Case("dimensions-differ.plain", "450 W + 3"),
    Case("dimensions-differ.percent", "5% kg"), Case("dimensions-differ.compare", "5 kg < 3 m"),
    Case("dimensions-differ.function", "def f(a) = a + 3 m; 2 * f(2 kg)"),
    Case("division-by-zero", "5 kg / (3 - 3)"), Case("division-by-zero.row", "6 / [1, 2, 0]"),
    Case("doubled", "5%%"), Case("more-than-unit", "5 kW to W - 3 W"),
    Case("domain", "sqrt(-4)"), Case("domain.row", "log([1, 0])"),
    Case("domain.root", "(-8)^(1/3)"),
    Case("below-absolute-zero", "-100 K to °C"), Case("below-absolute-zero.row", "[10, -300] °C"),
    Case("difference-and-temperature", "30 °C - 20 °C < 5 °C"),
    Case("difference-as-temperature", "38.1 °C - 31 °C to °C"),
    Case("difference-minus-temperature", "5 K - 20 °C"),
    Case("difference-minus-temperature.sure", "5 Δ°F - 20 °F"),
    Case("radians-as-turns", "6 rad/s to Hz"), Case("turns-as-angle", "60 rpm to 1/s"),
    Case("temperature-as-difference", "20 °C to Δ°C"),
    Case("empty-column", "mean([])"), Case("empty-function", "def f(a):"),
    Case("expected-operand", "3 kg +"), Case("expected-operand.assign", "energy ="),
    Case("exponent-range", "(2 m)^pi"), Case("exponent-unit", "2^(3 kg)"),
    Case("hides-unit", "h = 3"), Case("index", "[1, 2, 3][3]"),
    Case("kinds", "\"a\" * 2"), Case("known-unit", "unit km = 5 m"),
    Case("lengths", "[1, 2] + [1, 2, 3]"), Case("missing-operator", "x = 5 kg 3"),
    Case("missing-operator.sum", "1 h 30 min"),
    Case("missing-operator.constant", "r = 2 m; pi r^2"),
    Case("missing-parentheses", "sqrt 2"), Case("name-as-unit", "pue = 1.2; 5 pue"),
    Case("name-before-unit", "x = 3 kg; x kg"), Case("needs-plain-number", "exp(3 kg)"),
    Case("no-value", "a = b + 1⏎b = 3 kg + 2 m"), Case("not-a-function", "x = 3; x (4)"),
    Case("not-a-unit", "3 kg to 5"), Case("not-called", "[1, 2].sum"),
    Case("not-yet-known", "def f(a) = a * later"), Case("out-of-range", "1e300 * 1e300"),
    Case("python-word", "import numpy as np"), Case("python-word.loop", "for x in y: print(x)"),
    Case("python-word.print", "print(3)"), Case("python-word.if", "if 3 > 2: 5"),
    Case("target-number", "250 km to 100 km"),
    Case("reading", "1/2 s"), Case("reading.after", "1 / 107.5 token/s"),
    Case("refused-unit", "5 month"), Case("return-outside", "return 5"),
    Case("self-reference", "x = 5 kg; x = x / 1000"),
    Case("self-reference.sum", "n = 1; n = n + 1"),
    Case("shipped", "models = 3"), Case("shipped.column", "models[\"Model\"] = 3"),
    Case("spaced-thousands", "10 000 kg"), Case("stray-bracket", "1 + 2) * 3"),
    Case("temperature-point", "2 * 20 °C"), Case("temperature-point.sum", "20 °C + 5 °C"),
    Case("temperature-point.mean", "(20 °C + 30 °C) / 2"),
    Case("temperature-point.both", "10 °C * 10 °C"),
    Case("too-deep", String(repeating: "(", count: 130)), Case("too-long", "(1 repeated)"),
    Case("too-many-calls", "def f(a) = f(a); f(1)"), Case("too-many-elements", "range(1e9)"),
    Case("too-many-kept", "(11 names of 1'000'000 elements)"),
    Case("too-many-names", "(10'001 names)"), Case("too-many-statements", "(50'001 statements)"),
    Case("too-many-steps.together", "(all of a notebook's steps)"),
    Case("too-many-steps", "def f(a) = f(a - 1) + f(a - 1) if a > 0 else 1; f(50)"),
    Case("unclosed-bracket", "8 * (0.407 kW * 1.2"), Case("unclosed-text", "models[\"Model]"),
    Case("unexpected", "max(3,, 4)"), Case("unexpected.end", "def f(a)"),
    Case("unexpected.sign", "5 + 3 :"), Case("unit-definition", "unit trip = -3 km"),
    Case("unknown-character", "5 € + 3"), Case("unknown-character.and", "& 3 < 4"),
    Case("unknown-character.invisible", "5 \u{AD}+ 3"),
    Case("unknown-column", "models[\"Accuracy\"]"), Case("unknown-column.far", "models[\"Price\"]"),
    Case("unknown-function", "sqr0t(4)"), Case("unknown-function.far", "emissions(4)"),
    Case("unknown-member", "[1, 2].average()"),
    Case("unknown-name", "gpu_power = 450 W; gpu_powr * 2 h"),
    Case("unknown-name.far", "2 * carbon"), Case("unknown-unit", "5 Kwh"),
    Case("unknown-unit.counted", "3 apples"), Case("unknown-unit.power", "5 m2"),
    Case("unsupported", "def f(a, a) = a"),
    Case("unsupported.slice", "[1, 2, 3][1:2]"), Case("whole-number", "[1, 2, 3][0.5]"),
    Case("wrong-kind", "not 5"), Case("wrong-kind.if", "3 if 5 else 4"),
    Case("wrong-kind.if.column", "3 if [1, 5] > 3 else 4"),
  ]

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()

  @Test(arguments: cases) func aMistakeIsSaidAsInItsFile(_ item: Case) throws {
    let found = item.input + "\n" + Self.rendering(item) + "\n"
    let file = Self.folder.appending(path: "Golden/\(item.name).txt")
    guard let expected = try? String(contentsOf: file, encoding: .utf8) else {
      try found.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("Golden/\(item.name).txt was missing and has been recorded: read it.")
      return
    }
    #expect(found == expected)
  }

  @Test func everyWordingHasItsFile() throws {
    var ids: Set<String> = []
    for name in Self.wordings {
      let file = Self.folder.appending(path: "../../Sources/Formulas/Wording/\(name).swift")
      let source = try String(contentsOf: file, encoding: .utf8)
      for match in source.matches(of: /(?:say\(\s*|id: |problem, )"([a-z-]+)"/) {
        ids.insert(String(match.1))
      }
    }
    #expect(ids.count > 55)
    let covered = Set(Self.cases.map { String($0.id) })
    #expect(ids.subtracting(covered).subtracting(MistakeTests.ids).sorted() == [])
    #expect(covered.subtracting(ids).sorted() == [])
  }

  /// The files in which ids and their sentences stand.
  private static let wordings = [
    "FormulaWording", "FormulaWording+Habits", "FormulaWording+Names", "FormulaWording+Pieces",
    "FormulaWording+Temperatures", "FormulaWording+Units", "NoticeWording",
  ]

  @Test func noFileIsLeftOver() throws {
    let files = try FileManager.default.contentsOfDirectory(
      atPath: Self.folder.appending(path: "Golden").path())
    let known = Set(Self.cases.map { $0.name + ".txt" })
    #expect(files.filter { !known.contains($0) }.sorted() == [])
  }

  /// The last diagnostic that the input brings, which must be that of the case.
  private static func rendering(_ item: Case) -> String {
    if item.name == "too-long" { return draw(String(repeating: "1", count: 100_001), item) }
    if item.name == "too-many-names" {
      let page = NotebookPage()
      for start in 0..<10 {
        page.type((0..<1000).map { "n\(start * 1000 + $0) = 1" }.joined(separator: "\n"))
      }
      return draw("one_more = 1", item, on: page)
    }
    if item.name == "too-many-kept" {
      let page = NotebookPage()
      page.type((1...10).map { "n\($0) = linspace(0, 1, 1e6)" }.joined(separator: "\n"))
      return draw("one_more = linspace(0, 1, 1e6)", item, on: page)
    }
    if item.name == "too-many-statements" {
      guard case .problem(let problem, _)? = Parser.parse("1; 2; 3", itemLimit: 2).items.last
      else { return "nothing" }
      return SnippetRenderer(width: 60).render(problem.diagnostic, in: SourceText("1; 2; 3")).plain
    }
    if item.name == "too-many-steps.together" {
      let page = NotebookPage()
      return page.sheet.together(steps: 1000) {
        draw("sum(range(900)); sum(range(900))", item, on: page)
      }
    }
    if item.name == "bound-elsewhere" {
      let page = NotebookPage()
      page.type("sum_of_all = 3 kg")
      page.sheet.otherKey = { $0 == "total" ? .name("sum_of_all") : nil }
      return draw(item.input, item, on: page)
    }
    if item.name == "no-value" {
      let text = item.input.replacing("⏎", with: "\n")
      let page = NotebookPage()
      let statements = Parser.parse(text).items.compactMap { item in
        if case .statement(let statement) = item { return statement }
        return nil
      }
      guard let problem = page.sheet.load(statements).first?.problem else { return "nothing" }
      return SnippetRenderer(width: 60).render(problem.diagnostic, in: SourceText(text)).plain
    }
    return draw(item.input.replacing("⏎", with: "\n"), item)
  }

  private static func draw(_ text: String, _ item: Case, on page: NotebookPage = NotebookPage())
    -> String
  {
    var found: [Diagnostic] = []
    for item in Parser.parse(text).items {
      switch item {
      case .problem(let problem, _): found.append(problem.diagnostic)
      case .statement(let statement):
        let entered = page.sheet.enter(statement)
        if let problem = entered.problem { found.append(problem.diagnostic) }
        found += entered.notices
      }
    }
    guard let diagnostic = found.last(where: { $0.id == item.id }) else {
      return "nothing with this id, only \(found.map(\.id))"
    }
    return SnippetRenderer(width: 60).render(diagnostic, in: SourceText(text)).plain
  }
}
