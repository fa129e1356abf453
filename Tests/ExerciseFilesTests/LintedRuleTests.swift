import Diagnostics
import Exercises
import Grading
import Quantities
import Testing

@testable import AnswerKeys

/// What `lint` says of rules of marking that load and compile.
@Suite("Rules of marking that lint remarks on")
struct LintedRuleTests {
  /// What is said of a question block, whose first line is the ninth of its file.
  private func remarks(on block: String) throws -> [LocatedDiagnostic] {
    let loaded = try load(withQuestion(block))
    #expect(loaded.summary == [])
    let compiled = CompiledExercise(try #require(loaded.exercise), units: UnitSystem())
    return compiled.problems + ExerciseCheck(compiled).modelAnswerProblems()
  }

  private func summary(_ block: String) throws -> [String] {
    try remarks(on: block).map {
      "\($0.diagnostic.severity.rawValue) \($0.diagnostic.id):\($0.line)"
    }
  }

  // MARK: Names

  @Test(arguments: [
    ("e", "a constant of the language too: once a student has it, it is that no longer."),
    ("pi", "a constant of the language too: once a student has it, it is that no longer."),
    (
      "N",
      "a unit (force) too: once a student has it, it is that no longer, save after a number."
    ),
    (
      "m",
      "a unit (length) too: once a student has it, it is that no longer, save after a number."
    ),
    ("sum", "a function of the language too: once a student has it, it is that no longer."),
  ])
  func aNameThatMeansSomethingElseIsWarnedOf(_ name: String, _ said: String) throws {
    for block in [
      "points: 1\nanswers: {\(name): 5 kg}",
      "points: 1\nanswers: {mass: {expect: 5 kg, also: [\(name)]}}",
      "points: 1\nfunction: \(name)(v)\nexpect: 2 * v\ntests: [3, 4]",
    ] {
      let remarks = try remarks(on: block)
      #expect(remarks.map(\.diagnostic.id) == ["name-hides"])
      #expect(remarks.map(\.diagnostic.severity) == [.warning])
      #expect(
        remarks.map(\.diagnostic.message) == ["`\(name)` is asked for, and is the name of \(said)"])
    }
  }

  @Test(arguments: ["to", "if", "def"])
  func aWordOfTheLanguageIsNoName(word: String) throws {
    #expect(try summary("points: 1\nanswers: {'\(word)': 5 kg}") == ["error no-name:10"])
  }

  @Test(arguments: ["energy", "total", "mean_flow", "x"])
  func aFreeNameIsNotRemarkedOn(name: String) throws {
    #expect(try summary("points: 1\nanswers: {\(name): 5 kg}") == [])
  }

  @Test(arguments: [
    ("95 °C - 20 °C", "°C", ["expect-other-temperature"]), ("95 °C - 20 °C", "K", []),
    ("95 °C - 20 °C", "Δ°C", []), ("20 °C", "Δ°C", ["expect-other-temperature"]),
    ("20 °C", "K", []), ("293.15 K", "°C", []),
  ])
  func aDifferenceIsNoTemperature(_ formula: String, _ unit: String, _ expected: [String]) throws {
    let loaded = try load(
      withQuestion("points: 1\nanswers: {rise: {expect: '\(formula)', unit: \(unit)}}"))
    let compiled = CompiledExercise(try #require(loaded.exercise), units: UnitSystem())
    #expect(compiled.problems.map(\.diagnostic.id) == expected)
  }

  // MARK: What may be read in two ways

  @Test(arguments: [
    ("20 m/s / 4 m/s^2", ["15 reading"]), ("20 m/s / (4 m/s^2)", []),
    ("60 W * 1/2 h", ["15 reading"]),
    ("90 + 10%", ["15 share"]),
  ])
  func anAuthorIsToldHowAModelAnswerIsRead(_ formula: String, _ expected: [String]) throws {
    for block in ["answers: {x: '\(formula)'}", "answers: {x: {expect: 5 kg, or: '\(formula)'}}"] {
      let loaded = try load(withQuestion("points: 1\n\(block)"))
      let compiled = CompiledExercise(try #require(loaded.exercise), units: UnitSystem())
      let found = ExerciseCheck(compiled).formulaProblems().filter {
        $0.diagnostic.severity == .notice
      }
      #expect(found.map(\.diagnostic.id) == expected.map { String($0.dropFirst(3)) })
    }
  }

  // MARK: What is told once

  /// What builds on a formula that is wrong says nothing new.
  @Test func aMistakeIsToldWhereItIsMadeAndNowhereElse() throws {
    let block = """
      points: 1
      answers:
        v: 4 apples
        w: 2 * v
        energy: {expect: 3 kg, unit: m}
        total: energy * 3
      misconceptions: [{when: 3 * v, say: No.}]
      """
    let loaded = try load(
      withQuestion(block) + "\n## 2 More\n```question\npoints: 1\nanswers: {y: v + w}\n```\n")
    let compiled = CompiledExercise(try #require(loaded.exercise), units: UnitSystem())
    let problems = compiled.problems + ExerciseCheck(compiled).formulaProblems()
    #expect(problems.map(\.diagnostic.id) == ["unknown-unit", "expect-other-dimension"])
    #expect(
      problems.first?.diagnostic.help == [
        "`units: {apples: counted}` in the front matter for something that is counted, `label` for"
          + " a mere word"
      ])
  }

  // MARK: Tolerances

  @Test func aBareShareIsSaidToBeOneInTheFiguresOfItsAnswer() throws {
    let remarks = try remarks(on: "points: 1\nanswers:\n  ph: {expect: 7.2, tolerance: 0.1}")
    #expect(remarks.map(\.diagnostic.severity) == [.warning])
    #expect(remarks.map(\.line) == [11])
    #expect(
      remarks.map(\.diagnostic.message) == [
        "`tolerance: 0.1` is a share: 10 % of the model answer, which for `ph` is 0.72 up or down."
      ])
    #expect(
      remarks.flatMap(\.diagnostic.help) == [
        "`tolerance: 10%`, which says that it is a share",
        "`tolerance: ±0.1` for a distance of 0.1",
      ])
  }

  @Test(arguments: [
    ("5 kWh", "0.02", "2 % of the model answer, which for `a` is 0.1 kWh up or down."),
    (
      "'[1 m, 5 m]'", "0.1", "10 % of the model answer, which for `a` is 0.1 m to 0.5 m up or down."
    ),
    ("40 °C", "0.05", "5 % of the model answer, which for `a` is 2 K up or down."),
  ])
  func aBareShareIsShownInTheUnitOfItsAnswer(
    _ expect: String, _ tolerance: String, _ said: String
  ) throws {
    let remarks = try remarks(
      on: "points: 1\nanswers:\n  a: {expect: \(expect), tolerance: \(tolerance)}")
    #expect(remarks.map(\.diagnostic.message) == ["`tolerance: \(tolerance)` is a share: \(said)"])
  }

  /// Of all answers that one tolerance is for, the plain number is named.
  @Test func aBareShareOfSeveralAnswersIsToldOnce() throws {
    let remarks = try remarks(
      on:
        "points: 1\ntolerance: 0.1\nanswers: {a: 5 kWh, ph: 7.2, other: {expect: 2, tolerance: 1%}}"
    )
    #expect(remarks.map(\.line) == [10])
    #expect(remarks.allSatisfy { $0.diagnostic.message.contains("`ph` is 0.72") })
  }

  @Test func aBareShareOfAFunctionIsTold() throws {
    let block = "points: 1\nfunction: f(a)\nexpect: 2 * a\ntests: [3, 4]\ntolerance: 0.1"
    #expect(try summary(block) == ["warning bare-share:13"])
  }

  @Test(arguments: ["10%", "±0.1", "0.1 kg", "0"])
  func aToleranceThatCannotBeMistakenIsNotRemarkedOn(tolerance: String) throws {
    let block = "points: 1\nanswers:\n  a: {expect: 7.2 kg, tolerance: \(tolerance)}"
    #expect(try summary(block) == [])
  }

  @Test(arguments: [
    ("7.2", "±0.1 kg"), ("20 kg", "±0.5 m"),
  ])
  func aDistanceOfAnotherDimensionIsAMistake(_ expect: String, _ tolerance: String) throws {
    let block = "points: 1\nanswers:\n  a: {expect: \(expect), tolerance: \(tolerance)}"
    #expect(try summary(block) == ["error tolerance-unit:11"])
  }

  // MARK: How numbers are written

  @Test(arguments: [
    ("0.2645", "written: 2 figures", true), ("0.2645", "written: 2 figures, sigfigs: 2", false),
    ("0.2645", "written: 4 figures", false), ("0.2645 kg", "written: 1 decimal", true),
    ("0.2645", "written: 1 decimal, tolerance: ±0.04", false),
    ("0.0004", "written: 2 decimals", true),
    ("'[0.2, 0.2645]'", "written: 1 decimal", true), ("1234", "written: 0 decimals", false),
    ("0.2645", "written: 1 figure, range: [0.2, 0.3]", false),
  ])
  func aModelAnswerThatIsWrongOnceItIsWrittenAsAskedIsAMistake(
    _ expect: String, _ rules: String, _ isTold: Bool
  ) throws {
    let block = "points: 1\nanswers:\n  a: {expect: \(expect), \(rules)}"
    #expect(try summary(block) == (isTold ? ["error written-too-far:11"] : []))
  }

  // MARK: Shares

  @Test(arguments: [
    ("{expect: 5 kWh, units: none}", "units are not looked at."),
    ("{expect: 5 kWh, bare: refuse}", "bare numbers are refused."),
    ("{expect: 0.25}", "no other unit is usual for it."),
    ("{expect: 25%, unit: '%'}", "no other unit is usual for it."),
  ])
  func aShareForAnotherUnitThatIsNeverGivenIsTold(_ answer: String, _ why: String) throws {
    let block = "points: 1\nshares: {other-unit: 50%}\nanswers:\n  a: \(answer)"
    let remarks = try remarks(on: block)
    #expect(remarks.map(\.diagnostic.id) == ["other-unit-never"])
    #expect(remarks.map(\.line) == [12])
    #expect(remarks[0].diagnostic.message == "The share `other-unit` says nothing of `a`: " + why)
    #expect(try summary(block + "\n  other: 5 kWh") == [])
  }

  // MARK: Several accepted values

  @Test(arguments: [
    ("2 s", "or: -3 s", []), ("2 s", "or: [-3 s, '-x']", []), ("2 s", "or: -3000 ms", []),
    ("2 s", "or: -3 m", ["error or-other-dimension:13"]),
    ("2 s", "or: -3", ["error or-other-dimension:13"]),
    ("2 s", "or: '\"two\"'", ["error or-other-dimension:13"]),
    ("2", "or: 3 s", ["error or-other-dimension:13"]),
    ("2 s", "or: '[2 s, 3 s]'", ["error or-other-shape:13"]),
    ("'[2 s, 3 s]'", "or: ['[1 s, 2 s, 3 s]', '[3 s, 2 s]']", ["error or-other-shape:13"]),
    ("2 s", "or: y", ["error unknown-name:13"]),
    ("2 s", "or: 3 s +", ["error expected-operand:13"]),
    ("2 s", "or: 2.001 s", ["warning or-near:13"]),
    ("2 s", "or: [3 s, 3.001 s]", ["warning or-near:13"]),
    ("2 s", "or: 3 s, range: [1 s, 2.5 s]", ["warning or-in-range:13"]),
  ])
  func anAcceptedValueThatCannotBeOneIsToldWithItsLine(
    _ expect: String, _ keys: String, _ expected: [String]
  ) throws {
    let keys = keys.replacing(", range", with: "\n    range")
    let block = "points: 1\nanswers:\n  x:\n    expect: \(expect)\n    \(keys)"
    #expect(try summary(block) == expected)
  }

  @Test func anAcceptedValueSaysWhatItIsAndWhatIsAskedFor() throws {
    func said(_ answer: String) throws -> [String] {
      try remarks(on: "points: 1\nanswers:\n  x: \(answer)").map(\.diagnostic.message)
    }
    #expect(
      try said("{expect: 2 s, or: 3}")
        == ["This value of `or` is a plain number, and `x` is asked for as a value in s."])
    #expect(
      try said("{expect: 2, or: 3 s}")
        == ["This value of `or` is in s, and `x` is asked for as a plain number."])
    #expect(
      try said("{expect: '[1, 2]', or: 3}")
        == ["This value of `or` is a number, and the model answer of `x` is a column of 2 numbers."]
    )
    #expect(
      try said("{expect: 2 s, or: [2.001 s]}")
        == ["`2.001 s`, which is accepted for `x`, is within the tolerance of `2 s`."])
  }

  // MARK: Numbers that are not what they look like

  @Test(arguments: [
    ("{expect: 25, unit: '%'}", "`a` is asked for in %, and `25` is 2500 %.", "`25%`"),
    (
      "{expect: 0.25, unit: '%'}",
      "`a` is asked for in %, and `0.25` is 25 %, though it reads as less than 1 %.", "`25%`"
    ),
  ])
  func aNumberWithoutItsSignOfPercentIsToldWithWhatItIs(
    _ answer: String, _ said: String, _ tried: String
  ) throws {
    let remarks = try remarks(on: "points: 1\nanswers:\n  a: \(answer)")
    #expect(remarks.map(\.diagnostic.message) == [said])
    #expect(remarks.first?.diagnostic.help.first == tried)
  }

  @Test(arguments: ["{expect: 25%, unit: '%'}", "0.25", "{expect: 1 / 4, unit: '%'}"])
  func aPercentageThatIsTypedAsOneIsNotRemarkedOn(answer: String) throws {
    #expect(try summary("points: 1\nanswers:\n  a: \(answer)") == [])
  }

  @Test(arguments: [
    ("0 m", true), ("{expect: 0 m, tolerance: 2%}", true), ("{expect: 0, within: 2x}", true),
    ("{expect: 0 m, tolerance: ±1 mm}", false), ("{expect: 0, range: [-1, 1]}", false),
    ("{expect: 0, tolerance: 0}", false), ("'[0 m, 3 m]'", false),
  ])
  func aShareOfNothingIsTold(_ answer: String, _ isTold: Bool) throws {
    #expect(
      try summary("points: 1\nanswers:\n  a: \(answer)")
        == (isTold ? ["warning zero-tolerance:11"] : []))
  }

  // MARK: Money

  @Test(arguments: [
    ("CHF: label", ["money-as-label:5"]), ("CHF: counted", []), ("CO2e: label", []),
  ])
  func moneyThatIsDeclaredALabelIsTold(_ unit: String, _ expected: [String]) throws {
    let loaded = try load(
      "---\nreckon: 1\nid: test\ntitle: Test\nunits: {\(unit)}\n---\n")
    let compiled = CompiledExercise(try #require(loaded.exercise), units: UnitSystem())
    #expect(compiled.problems.map { "\($0.diagnostic.id):\($0.line)" } == expected)
  }

  // MARK: Names that no text says

  @Test(arguments: [
    ("Bind `energy`, in J.", "energy: 5 J", true),
    ("| `energy` | J |\n|---|---|", "energy: 5 J", true),
    ("Bind energy\\_total.", "energy_total: 5 J", true),
    ("Bind `energies`.", "energy: 5 J", false), ("Bind it.", "energy: 5 J", false),
    ("Bind `work`.", "energy: {expect: 5 J, also: [work]}", true),
    ("Add a column Total energy.", "energy: {expect: 5 J, also: ['t[\"Total energy\"]']}", true),
  ])
  func aNameHasToBeSaid(_ text: String, _ answer: String, _ isSaid: Bool) throws {
    let loaded = try load(
      withFrontMatter(
        "```table t\na\n1\n```\n\n## 1 A\n\n\(text)\n\n```question\npoints: 1\nanswers:\n  \(answer)\n```\n"
      ))
    #expect(loaded.summary == [])
    let compiled = CompiledExercise(try #require(loaded.exercise), units: UnitSystem())
    let said = ExerciseCheck(compiled).untoldNames().map(\.diagnostic.message)
    #expect(
      said
        == (isSaid
          ? [] : ["No text says that `energy` is to be bound, and students cannot guess it."]))
  }

  // MARK: Empty cells

  private func acids(_ answer: String) throws -> CompiledExercise {
    let loaded = try load(
      withFrontMatter(
        """
        ```table acids
        Acid,c [mM],pKa
        Acetic,100,4.76
        Formic,,unknown
        Lactic,200,3.86
        ```

        ## 1 A

        ```question
        points: 1
        answers:
          dilution: \(answer)
        ```

        """))
    #expect(loaded.summary == [])
    return CompiledExercise(try #require(loaded.exercise), units: UnitSystem())
  }

  @Test(arguments: [
    "{expect: 'acids[\"c\"] / 10', unit: mM}",
    "{expect: 'acids[\"c\"] / 10', or: 'acids[\"c\"] / 20', unit: mM, sigfigs: 2}",
    "{expect: 'acids[\"c\"] / 10', unit: mM, range: [0 mM, 30 mM]}",
  ])
  func aModelAnswerWithAMissingRowPassesItsReplay(answer: String) throws {
    let compiled = try acids(answer)
    #expect(compiled.problems.map(\.diagnostic.message) == [])
    #expect(ExerciseCheck(compiled).modelAnswerProblems().map(\.diagnostic.message) == [])
  }

  @Test func aModelAnswerOfAnEmptyCellIsAMistake() throws {
    let compiled = try acids("'acids[\"c\"][1]'")
    #expect(compiled.problems.map(\.diagnostic.id) == ["expect-missing"])
  }
}
