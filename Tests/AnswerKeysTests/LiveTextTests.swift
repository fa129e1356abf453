import Exercises
import Formulas
import Quantities
import SmallExercises
import Testing

@testable import AnswerKeys

@Suite struct LiveTextTests {
  private static func line(_ text: String) -> AuthorFormula { AuthorFormula(text, line: 1) }

  private static func placeholder(
    _ formula: String, _ rounding: LiveText.Rounding = .newspaper, isBare: Bool = false
  ) -> LiveText {
    LiveText(
      pieces: [
        .text("It is "), .placeholder(.init(line(formula), rounding: rounding, isBare: isBare)),
      ],
      line: 1)
  }

  private static func reference(
    _ shows: [LiveText] = [], constants: [Constant] = [], equivalencies: [Equivalency] = []
  ) -> CompiledExercise {
    var exercise = SmallExercise.exercise([
      .values([
        SmallExercise.answer("energy", "2 kW * 3 h", unit: "kWh", also: ["models[\"Energy\"]"]),
        SmallExercise.answer("rows", "models[\"Time (h)\"] * 1 kW", unit: "kWh"),
      ]),
      .function(
        FunctionAnswer(
          name: "heat", parameters: ["p", "t"], expect: line("p * t * factor"),
          points: [[line("1 W"), line("1 h")]])),
    ])
    exercise.questions[1].given = [Given(name: "factor", formula: line("2"))]
    exercise.liveTexts = shows
    exercise.constants = constants
    exercise.equivalencies = equivalencies
    return CompiledExercise(exercise, units: UnitSystem())
  }

  private static func state(
    _ show: LiveText, _ typed: String, reference: CompiledExercise = reference()
  ) -> LiveTextRenderer.State {
    let sheet = reference.makeSheet()
    _ = sheet.load(
      Parser.parse(typed).items.compactMap { item in
        if case .statement(let statement) = item { return statement }
        return nil
      })
    return LiveTextRenderer(reference, on: sheet).state(of: show)
  }

  private static func text(_ state: LiveTextRenderer.State) -> String? {
    guard case .ready(let text) = state else { return nil }
    return text.replacing("\u{A0}", with: " ")
  }

  @Test(arguments: [
    (placeholder("energy"), "It is 6.3 kWh"), (placeholder("energy", .exact), "It is 6.25 kWh"),
    (placeholder("energy", .figures(1)), "It is 6 kWh"),
    (placeholder("energy", isBare: true), "It is 6.3"),
    (placeholder("energy / (40 kWh) to %"), "It is 16 %"),
    (placeholder("energy to J"), "It is 22.5 million J"),
    (placeholder("\"a_b|c\""), "It is a\\_b\\|c"),
    (placeholder("models.Model"), "It is A, B and C"), (placeholder("energy > 3 kWh"), "It is yes"),
    (placeholder("energy / (1 kWh CO2e)"), "It is 6.3"),
  ]) func valuesOfTheStudentsOwnStandInTheText(_ show: LiveText, _ expected: String) {
    #expect(Self.text(Self.state(show, "energy = 6.25 kWh")) == expected)
  }

  @Test func aColumnIsListedInOneUnit() {
    let shown = Self.state(Self.placeholder("rows"), "rows = [1, 22.22, 3] kWh")
    #expect(Self.text(shown) == "It is 1, 22.2 and 3 kWh")
  }

  @Test func anAnswerUnderAnotherNameIsTaken() {
    let shown = Self.state(Self.placeholder("energy"), "models[\"Energy\"] = [1, 2, 3] kWh")
    #expect(Self.text(shown) == "It is 1, 2 and 3 kWh")
  }

  @Test func whatIsMissingIsNamed() {
    let show = LiveText(
      names: [Given(name: "both", formula: Self.line("energy + heat(1 kW, 1 h)"))],
      pieces: [.placeholder(.init(Self.line("both to J")))], line: 1)
    #expect(Self.state(show, "") == .waiting(["energy", "heat"]))
    #expect(Self.state(show, "energy = 3 kWh") == .waiting(["heat"]))
    #expect(Self.state(show, "energy = oops; def heat(p, t) = p * t") == .waiting(["energy"]))
    let shown = Self.state(show, "energy = 3 kWh; def heat(p, t) = p * t")
    #expect(Self.text(shown) == "14.4 million J")
  }

  @Test func aTextsOwnNamesComeBeforeTheStudents() {
    let show = LiveText(
      names: [Given(name: "x", formula: Self.line("2 * energy"))],
      pieces: [.placeholder(.init(Self.line("x")))], line: 1)
    #expect(Self.text(Self.state(show, "x = 9 m; energy = 3 kWh")) == "6 kWh")
  }

  @Test func whatCannotBeComputedSaysWhy() {
    guard case .failing(let problem) = Self.state(Self.placeholder("energy to kWh"), "energy = 3 m")
    else {
      Issue.record("metres are no energy")
      return
    }
    #expect(problem.message.contains("cannot be converted"))
  }

  @Test func formulasAreCheckedOnTheModelAnswersWithTheirLines() {
    func problems(_ formula: String) -> [String] {
      let show = LiveText(
        pieces: [.placeholder(.init(AuthorFormula(formula, line: 7)))], line: 5)
      return AuthorFormulaCheck(Self.reference([show])).problems.map {
        "\($0.diagnostic.id):\($0.line)"
      }
    }
    #expect(problems("heat(energy / (1 h), 2 h) to kWh") == [])
    #expect(problems("energy to km") == ["cannot-convert:7"])
    // What a question is given students do not have.
    #expect(problems("factor * energy") == ["unknown-name:7"])
    #expect(problems("energy +") == ["expected-operand:7"])
    #expect(problems("models") == ["not-showable:7"])
  }

  // MARK: Constants

  private static func constant(
    _ name: String, _ value: String, file: String = "kettle.md"
  ) -> Constant {
    Constant(name: name, value: AuthorFormula(value, line: 9), source: "a book", file: file)
  }

  @Test func constantsBuildOnOneAnotherAndAreHiddenByStudentsNames() {
    let reference = Self.reference(constants: [
      Self.constant("walk", "5 km"), Self.constant("way", "2 * walk"),
    ])
    #expect(reference.problems.isEmpty)
    let there = Self.text(Self.state(Self.placeholder("way"), "", reference: reference))
    #expect(there == "It is 10 km")
    let hidden = Self.text(Self.state(Self.placeholder("way"), "way = 3 m", reference: reference))
    #expect(hidden == "It is 3 m")
    // The constant itself stays as it is.
    let built = Self.state(Self.placeholder("way"), "walk = 3 m", reference: reference)
    #expect(Self.text(built) == "It is 10 km")
  }

  @Test func whatARequiredExerciseGivesComesBeforeAConstant() {
    let units = UnitSystem()
    var exercise = SmallExercise.exercise([])
    exercise.constants = [Self.constant("walk", "5 km")]
    let reference = CompiledExercise(exercise, units: units, required: ["walk": .quantity(7, .one)])
    #expect(reference.makeSheet().evaluateText("walk") == "7")
  }

  @Test(arguments: [
    ("energy", "5 km", "constant-taken"), ("factor", "5", "constant-taken"),
    ("models", "5", "constant-taken"), ("kWh", "5 km", "constant-is-unit"),
    ("walk", "[1, 2] km", "constant-no-number"), ("walk", "5 kmm", "unknown-unit"),
    ("walk", "energy", "unknown-name"),
  ]) func aConstantThatCannotBeIsReportedWhereItStands(
    _ name: String, _ value: String, _ id: String
  ) {
    let problems = Self.reference(constants: [Self.constant(name, value)]).problems
    #expect(problems.map { "\($0.diagnostic.id):\($0.line)" } == ["\(id):9"])
  }

  @Test func aConstantOfTheCourseGivesNoAnswerAway() {
    let reference = Self.reference(constants: [
      Self.constant("energy", "6 kWh", file: "course.md")
    ])
    #expect(reference.problems.isEmpty)
    #expect(reference.constant(named: "energy") == nil)
    #expect(
      Self.state(Self.placeholder("energy"), "", reference: reference) == .waiting(["energy"]))
  }

  @Test func anotherConstantInTheOnesPlaceIsTheCause() {
    var exercise = SmallExercise.exercise([
      .values([SmallExercise.answer("trip", "12 km * car", unit: "kg")])
    ])
    exercise.constants = [
      Self.constant("car", "0.16389 kg/km"), Self.constant("train", "0.00446 kg/km"),
    ]
    let reference = CompiledExercise(exercise, units: UnitSystem())
    let report = SmallExercise.judge(reference, "trip = 12 km * train")[0]
    #expect(report.cause?.kind == .otherName)
    #expect(report.cause?.names == ["train", "car"])
    #expect(SmallExercise.judge(reference, "trip = 12 km * car")[0].verdict == .correct)
  }

  // MARK: Equivalencies

  private static func equivalency(
    _ unit: String, _ formula: String, uses: [Given] = [], source: String? = nil
  ) -> Equivalency {
    Equivalency(
      unit: line(unit),
      text: LiveText(pieces: [.placeholder(.init(AuthorFormula(formula, line: 4)))], line: 4),
      uses: uses, source: source, file: "course.md")
  }

  @Test func anAmountIsComparedWithWhatIsOfItsKind() {
    let reference = Self.reference(
      constants: [Self.constant("car", "0.2 kg CO2e/km")],
      equivalencies: [
        Self.equivalency("kg CO2e", "amount / car to km"),
        Self.equivalency("kWh", "amount / (2 kW) to h", source: "the kettle"),
        Self.equivalency(
          "kWh", "amount * mine to g",
          uses: [Given(name: "mine", formula: Self.line("g CO2e/kWh"))]),
      ])
    #expect(AuthorFormulaCheck(reference).problems.isEmpty)
    let sheet = reference.makeSheet()
    func found(_ text: String) -> [Equivalencies.Found] {
      guard let value = sheet.evaluateValue(text) else { return [] }
      return Equivalencies(reference, on: sheet).found(for: value)
    }
    #expect(found("3 kg").map(\.text) == ["15\u{A0}km"])
    #expect(found("3 kg").map(\.sources) == [["a book"]])
    #expect(found("12 kWh").map(\.text) == ["6\u{A0}h"])
    #expect(found("12 kWh").map(\.sources) == [["the kettle"]])
    #expect(found("12 h").isEmpty)
    sheet.type("mine = 5 h")
    #expect(found("12 kWh").count == 1)
    sheet.type("mine = 0.1 kg CO2e/kWh")
    #expect(found("12 kWh").map(\.text) == ["6\u{A0}h", "1200\u{A0}g"])
  }

  @Test(arguments: [
    ("kgg", "amount", "unknown-unit:1"), ("kg", "amount to km", "cannot-convert:4"),
    ("kg", "amount / car", "unknown-name:4"), ("kg", "amount *", "expected-operand:4"),
  ]) func anEquivalencyThatCannotBeComputedIsReported(
    _ unit: String, _ formula: String, _ expected: String
  ) {
    let problems = AuthorFormulaCheck(
      Self.reference(equivalencies: [Self.equivalency(unit, formula)])
    ).problems
    let found = problems.map { "\($0.diagnostic.id):\($0.line)" }
    #expect(found == [expected])
    #expect(problems.allSatisfy { $0.source.name == "course.md" })
  }
}

extension Worksheet {
  fileprivate func evaluateValue(_ text: String) -> Value? {
    try? Parser.formula(text).flatMap { evaluate($0) }.get()
  }

  fileprivate func evaluateText(_ text: String) -> String? {
    evaluateValue(text)?.text()
  }

  fileprivate func type(_ text: String) {
    for case .statement(let statement) in Parser.parse(text).items { _ = enter(statement) }
  }
}
