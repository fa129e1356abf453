import Formulas
import Testing

@Suite struct DerivationTests {
  private let page = NotebookPage()

  private func derivation(_ text: String, row: Int? = nil) throws -> Derivation {
    let expression = try Parser.formula(text).get()
    return page.sheet.derivation(of: expression, in: text, row: row)
  }

  private func text(_ value: Value?) -> String { value?.text() ?? "nothing" }

  /// A step in short: what it works on, and its value.
  private func short(_ step: Derivation.Step) -> String {
    let inner: String =
      switch step.kind {
      case .product(let factors, _):
        factors.enumerated().map { place, factor in
          (place == 0 ? "" : factor.isBelow ? " / " : " * ")
            + (factor.isUnit
              ? (factor.value.unit ?? .one).symbol : text(factor.value))
        }.joined()
      case .sum(let terms):
        terms.enumerated().map { place, term in
          (place == 0 ? "" : term.isSubtracted ? " - " : " + ")
            + text(term.converted ?? term.value)
        }.joined()
      case .aggregate(let name, let column, let formula): "\(name) \(text(column)) \(formula)"
      case .conversion(let value, _): "convert " + text(value)
      case .choice: "choice"
      case .function(let name, let arguments, let formula):
        "\(name) " + arguments.map { "\($0.name) = \(text($0.value))" }.joined(separator: ", ")
          + ": " + formula
      case .other(let pieces): written(pieces)
      }
    return (step.label.map { "\($0): " } ?? "") + inner + " = " + text(step.value)
  }

  private func written(_ pieces: [Derivation.Piece]) -> String {
    pieces.map { piece in
      switch piece {
      case .sign(let sign): sign
      case .value(let value): text(value)
      case .unit(let unit): unit.symbol
      }
    }.joined(separator: " ")
  }

  private func steps(_ text: String, row: Int? = nil) throws -> [String] {
    try derivation(text, row: row).steps.map(short)
  }

  @Test func aProductIsOneStepWithItsFigures() throws {
    page.type("power = 450 W; intensity = 260 g CO2e/kWh")
    #expect(try steps("2 h * power * intensity") == ["2 h * 450 W * 260 g CO2e/kWh = 234 g"])
    #expect(try derivation("2 h * power * intensity").substituted.isEmpty)
  }

  @Test func aColumnIsLaidOutForOneRow() throws {
    page.type("power = 450 W")
    let formula = "models[\"Training Time (GPU hours)\"] * power"
    #expect(try steps(formula) == ["1000 GPU h * 450 W = 450'000 Wh"])
    #expect(try steps(formula, row: 2) == ["500 GPU h * 450 W = 225'000 Wh"])
    let found = try derivation(formula, row: 2)
    #expect(found.row == 2)
    #expect(text(found.whole) == "[450'000, 900'000, 225'000] Wh")
  }

  @Test(arguments: [-5, 0, 2, 99, Int.max, Int.min])
  func aRowBeyondTheColumnIsTheNearestOne(_ row: Int) throws {
    let found = try derivation("[1, 2, 3] * 2 kg", row: row)
    #expect(found.row.map((0..<3).contains) == true)
  }

  @Test(arguments: [
    ("(3 + 4) * 2", ["3 + 4 = 7", "7 * 2 = 14"]),
    ("2 (3 + 4)", ["3 + 4 = 7", "2 * 7 = 14"]),
    ("2 h + 30 min", ["2 h + 0.5 h = 2.5 h"]),
    ("8 * 262 g/kWh / (2 token/s)", ["8 * 262 g/kWh / 2 token/s = 1048 g s/kWh/token"]),
    ("10 token / 5 token / s", ["10 token / 5 token / s = 2 /s"]),
    ("(8 * 2) kW", ["8 * 2 kW = 16 kW"]),
    (
      "1 kWh + 2 kW * 3 h to MJ",
      [
        "2 kW * 3 h = 6 kWh", "1 kWh + 6 kWh = 7 kWh", "convert 7 kWh = 25.2 MJ",
      ]
    ),
    ("(3 m)^2", ["3 m ^ 2 = 9 m²"]), ("-(3 + 4)", ["3 + 4 = 7", "- 7 = -7"]),
    ("sqrt(9 m^2)", ["sqrt( 9 m² ) = 3 m"]), ("5 kg", []), ("7 % 4", ["7 % 4 = 3"]),
    ("1 if 3 > 2 else 1 / 0", ["3 > 2 = True", "choice = True", "1 = 1"]),
    ("[1, 2, 3].sum() / 2", ["sum [1, 2, 3] [1, 2, 3] = 6", "6 / 2 = 3"]),
    ("([1, 2, 3]).max()", ["max [1, 2, 3] [1, 2, 3] = 3"]),
    (
      "np.mean([1, 2, 3] * 2 kg)",
      [
        "[1, 2, 3] * 2 kg = [2, 4, 6] kg", "mean [2, 4, 6] kg [1, 2, 3] * 2 kg = 4 kg",
      ]
    ),
    ("20 °C + 5 K", ["20 °C + 5 K = 25 °C"]),
  ]) func stepsComeInnermostFirst(_ formula: String, _ expected: [String]) throws {
    #expect(try steps(formula) == expected)
  }

  @Test func anAggregateWithinAColumnTakesAllItsRows() throws {
    #expect(
      try steps("[1, 2, 3] / sum([1, 2, 3])", row: 1) == [
        "sum [1, 2, 3] [1, 2, 3] = 6", "2 / 6 = 0.333333",
      ])
  }

  @Test func aFunctionIsGoneIntoWithItsLocals() throws {
    page.type("def g(e, k):\n    half = e / 2\n    return half * k")
    #expect(
      try steps("g(3 kWh, 2 g/kWh)") == [
        "g e = 3 kWh, k = 2 g/kWh: half * k = nothing", "half: 3 kWh / 2 = 1.5 kWh",
        "1.5 kWh * 2 g/kWh = 3 g",
      ])
  }

  @Test func aFunctionThatCallsItselfIsGoneIntoOnce() throws {
    page.type("def f(n) = 1 if n < 1 else n * f(n - 1)")
    let found = try derivation("f(5)")
    #expect(text(found.value) == "120")
    #expect(found.steps.count < 12)
  }

  @Test func aMismatchIsTheLastStep() throws {
    let found = try derivation("450 W * 3 h + 3")
    #expect(found.steps.map(short) == ["450 W * 3 h = 1350 Wh", "1350 Wh + 3 = nothing"])
    #expect(found.problem?.diagnostic.id == "dimensions-differ")
  }

  @Test func aMistakeWithinAFunctionIsShownThere() throws {
    page.type("def f(a) = a * 2 + 3 m")
    let found = try derivation("f(2 kg)")
    #expect(
      found.steps.map(short) == [
        "f a = 2 kg: a * 2 + 3 m = nothing", "2 kg * 2 = 4 kg", "4 kg + 3 m = nothing",
      ])
    #expect(found.problem?.function == "f")
  }

  @Test func aMistakeInAColumnIsShownForARow() throws {
    let found = try derivation("models[\"Training Time (GPU hours)\"] * 450 W + 3")
    #expect(found.steps.map(short).first == "1000 GPU h * 450 W = 450'000 Wh")
    #expect(found.problem != nil)
  }

  @Test func namesOfOnesOwnAreTheSources() throws {
    page.type("power = 450 W; energy = power * 2 h")
    page.type("models[\"Energy\"] = models[\"Training Time (GPU hours)\"] * power")
    let found = try derivation("models.Energy + energy + 2 * energy")
    #expect(found.sources.map(\.description) == ["energy", "models[\"Energy\"]"])
  }

  @Test func aKeyIsLaidOutFromItsOwnText() throws {
    page.type("x = 1; power = 450 W # as on the label")
    let found = try #require(page.sheet.derivation(of: .name("power")))
    #expect(found.formula == "450 W")
    #expect(page.sheet.derivation(of: .name("nothing")) == nil)
    page.type("def f(a) = a")
    #expect(page.sheet.derivation(of: .name("f")) == nil)
  }

  @Test func theLastStepHasTheValueOfTheFormula() throws {
    page.type("power = 450 W; x = -3; def f(a, b) = a * (b - 1)")
    let formulas = [
      "power * 2 h / 3", "power + 2 kW - 5 W", "x^2 * 3", "f(2, 3) * f(1, 2)", "75% * 100",
      "max(power, 2 kW)", "round(10 / 3, 2)", "2 * -x", "not 3 > 2", "3 > 2 and 2 > 1",
      "range(5).cumsum() * 2", "len(models) + 1", "where([1, 2, 3] > 1, 5 kg, 2 kg) / 2",
      "2 (3 + 4)", "60 mph to km/h", "1 / (2 s)", "hypot(3 m, 400 cm)", "log10(1000)",
    ]
    for formula in formulas {
      let found = try derivation(formula)
      #expect(found.problem == nil, "\(formula)")
      #expect(found.steps.last.map { text($0.value) } == text(found.value), "\(formula)")
      let value = try page.sheet.evaluate(Parser.formula(formula).get()).get()
      #expect(text(found.whole) == text(value), "\(formula)")
    }
  }

  // MARK: Bounds

  @Test(arguments: [
    String(repeating: "(1 + ", count: 110) + "1" + String(repeating: ")", count: 110),
    Array(repeating: "2", count: 380).joined(separator: " * "),
    Array(repeating: "(1 + 2)", count: 14).joined(separator: " * (2 + 3) + "),
    String(repeating: "abs(", count: 100) + "1" + String(repeating: ")", count: 100),
  ]) func aHugeFormulaIsCut(_ formula: String) throws {
    let found = try derivation(formula)
    #expect(found.problem == nil)
    #expect(found.value != nil)
    #expect(found.steps.count <= 30)
    #expect(found.isCut)
  }

  @Test func whatIsOnlyTooDearToComputeTwiceIsNoMistake() throws {
    let page = NotebookPage(budget: Budget(steps: 4_000, elements: 2_000, calls: 20))
    let formula = "sum(range(1000) * 2) / 2"
    let expression = try Parser.formula(formula).get()
    let found = page.sheet.derivation(of: expression, in: formula)
    #expect(found.problem == nil)
    #expect(found.isCut)
    #expect(found.value?.text() == "499'500")
  }
}
