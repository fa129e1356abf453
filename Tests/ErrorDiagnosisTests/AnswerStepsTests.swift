import Exercises
import Formulas
import Quantities
import SmallExercises
import Testing

@testable import AnswerKeys
@testable import ErrorDiagnosis

/// The steps towards an answer, as hints tell them.
@Suite struct AnswerStepsTests {
  private static let given = [
    ("power", "450 W"), ("duration", "2 h"), ("intensity", "260 g CO2e/kWh"), ("crew", "8"),
    ("side", "3.72 m"), ("height", "2.5 m"), ("share", "0.15"), ("flow", "9 L/min"),
    ("rate", "40 token/s"),
  ].map { Given(name: $0.0, formula: AuthorFormula($0.1, line: 1)) }

  private func steps(
    _ expect: String, unit: String?
  ) throws -> (steps: AnswerSteps, compiled: CompiledExercise) {
    let compiled = SmallExercise.reference(
      [SmallExercise.answer("x", expect, unit: unit)], given: Self.given)
    try #require(compiled.problems.isEmpty, "\(compiled.problems)")
    return (
      try #require(compiled.steps(towards: "x", in: compiled.exercise.questions[0])), compiled
    )
  }

  private func progress(_ lines: String, _ compiled: CompiledExercise) -> StepProgress {
    let sheet = compiled.makeSheet()
    let statements = Parser.parse(lines).items.compactMap { item -> Statement? in
      if case .statement(let statement) = item { statement } else { nil }
    }
    _ = sheet.load(statements)
    return StepProgress(towards: "x", on: sheet, compiled)
  }

  /// Model answer, its unit, and its hints before anything is typed.
  static let told: [(String, String?, [String])] = [
    (
      "power * duration", "kWh",
      [
        "`x` is an energy, in kWh.", "What goes into `x`: `power` and `duration`.",
        "A power (`power`) and a time (`duration`) go together: they give `x`.",
      ]
    ),
    (
      "crew * power * duration * intensity / 2", "kg CO2e",
      [
        "`x` is a mass of CO2e, in kg CO2e.",
        "What goes into `x`: `crew`, `power`, `duration` and `intensity`. A plain number belongs in the formula as well.",
        "A power (`power`) and a time (`duration`) go together: they give an energy. `crew` is a plain number that goes with it.",
        "The energy and a mass per energy (`intensity`) go together: they give `x`. A plain number belongs there as well.",
      ]
    ),
    (
      "side^2 + height^2", "m^2",
      [
        "`x` is an area, in m².", "What goes into `x`: `side` and `height`.",
        "It is a sum of two parts: `side` squared and `height` squared.",
      ]
    ),
    (
      "sqrt(side^2 - height^2)", "m",
      [
        "`x` is a length, in m.", "What goes into `x`: `side` and `height`.",
        "Subtract `height` squared from `side` squared.",
        "Take the square root of the difference.",
      ]
    ),
    (
      "1 / rate", "s/token",
      [
        "`x` is a time per token, in s/token.", "What goes into `x`: `rate`.",
      ]
    ),
    (
      "models[\"Time (h)\"].sum() * power", "kWh",
      [
        "`x` is an energy, in kWh.", "What goes into `x`: `models[\"Time (h)\"]` and `power`.",
        "Take a sum of all rows of `models[\"Time (h)\"]`.",
        "The sum and a power (`power`) go together: they give `x`.",
      ]
    ),
    (
      "models[\"Time (h)\"] * power", "kWh",
      [
        "`x` is an energy, in kWh, one value for each row.",
        "What goes into `x`: `models[\"Time (h)\"]` and `power`.",
        "A time (`models[\"Time (h)\"]`) and a power (`power`) go together: they give `x`.",
      ]
    ),
    (
      "8 km / (16 km/h)", "h",
      [
        "`x` is a time, in h.", "What goes into `x`: a figure in km and a figure in km/h.",
        "A figure in km and a figure in km/h go together: they give `x`.",
      ]
    ),
    (
      "(1 - share)^crew", nil,
      [
        "What goes into `x`: `share` and `crew`. A plain number belongs in the formula as well.",
        "Subtract `share` from a plain number.",
        "Raise the difference to a power, with `crew` in the exponent.",
      ]
    ),
    (
      "power", "W",
      [
        "`x` is a power, in W.",
        "Nothing is to be computed for `x`: it is a quantity that is at hand, under another name.",
        "`power` is what is asked for.",
      ]
    ),
  ]

  @Test(arguments: told)
  func stepsAreToldFromGentleToPlain(
    _ expect: String, _ unit: String?, _ hints: [String]
  ) throws {
    let steps = try steps(expect, unit: unit).steps
    #expect((0..<steps.count).map { steps.text($0, StepProgress()) } == hints)
  }

  @Test(arguments: ["450 W", "0.5", "450", "2 * 3"])
  func aFigureHasNoSteps(_ expect: String) {
    let compiled = SmallExercise.reference([SmallExercise.answer("x", expect)], given: Self.given)
    #expect(compiled.steps(towards: "x", in: compiled.exercise.questions[0]) == nil)
  }

  @Test func nothingIsDerivedWhereTheAuthorWantsNone() throws {
    let compiled = try steps("power * duration", unit: "kWh").compiled
    var question = compiled.exercise.questions[0]
    question.derivesHints = false
    #expect(compiled.steps(towards: "x", in: question) == nil)
  }

  /// What is typed, and the hints of crew * power * duration * intensity that are still ahead.
  static let ahead: [(String, [Int])] = [
    ("", [0, 1, 2, 3]), ("x = 450 W", [0, 1, 2, 3]),
    ("x = 8 * 450 W * 2 h", [0, 1, 3]), ("energy = 8 * 450 W * 2 h", [0, 1, 3]),
    // The other way round is another step.
    ("x = 8 * 450 W / (2 h)", [0, 1, 2, 3]),
    // A figure without its unit is there, but what it gives is not known.
    ("x = 450 * 260 g CO2e/kWh", [0, 1, 2, 3]),
    // A mass, but not all that goes into it.
    ("x = 450 W * 260 g CO2e/kWh * 2 h", [1, 2, 3]),
    ("x = 8 * 450 W * 2 h * 260 g CO2e/kWh + 1 kg", []),
  ]

  @Test(arguments: ahead)
  func whatIsInTheFormulaIsPassedOver(_ lines: String, _ places: [Int]) throws {
    let (steps, compiled) = try steps("crew * power * duration * intensity", unit: "kg CO2e")
    let progress = progress(lines, compiled)
    var shown: Set<Int> = []
    var found: [Int] = []
    while let next = steps.next(after: shown, progress) {
      found.append(next)
      shown.insert(next)
    }
    #expect(found == places)
  }

  @Test func aPlainNumberThatIsNotThereIsStillAhead() throws {
    let (steps, compiled) = try steps("power * duration / 2", unit: "kWh")
    #expect(steps.next(after: [], progress("x = 450 W * 2 h", compiled)) == 2)
    #expect(steps.next(after: [], progress("x = 450 W * 2 h / 2 + 1 Wh", compiled)) == nil)
  }

  /// What is typed, and what then reads of what goes in.
  static let named: [(String, String)] = [
    ("p = 450 W", "What goes into `x`: `crew`, `p`, `duration` and `intensity`."),
    ("p = 450 W; q = 450 W", "What goes into `x`: `crew`, `power`, `duration` and `intensity`."),
    ("power = 3 W; p = 450 W", "What goes into `x`: `crew`, `power`, `duration` and `intensity`."),
    (
      "p = 450 W; x = p * 2 h",
      "Your formula has `p` and `duration`. Still missing are `crew` and `intensity`."
    ),
    (
      "team = 8; x = team * 450 * 2 h",
      "Your formula has `team`, `power` and `duration`. Still missing is `intensity`."
    ),
  ]

  @Test(arguments: named)
  func quantitiesHaveTheStudentsNames(_ lines: String, _ hint: String) throws {
    let (steps, compiled) = try steps("crew * power * duration * intensity", unit: "kg CO2e")
    #expect(steps.text(1, progress(lines, compiled)) == hint)
  }

  @Test func aStepHasTheStudentsName() throws {
    let (steps, compiled) = try steps("crew * power * duration * intensity", unit: "kg CO2e")
    let progress = progress("used = 8 * 450 W * 2 h", compiled)
    #expect(
      steps.text(3, progress)
        == "`used` and a mass per energy (`intensity`) go together: they give `x`.")
  }
}
