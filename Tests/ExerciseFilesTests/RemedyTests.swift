import Diagnostics
import ExerciseFiles
import Exercises
import Grading
import Quantities
import Testing

@testable import AnswerKeys

/// A slip in an exercise, what is offered for it, and what becomes of it.
struct Remedy: CustomTestStringConvertible {
  /// A question block, or a whole exercise that opens with `---`.
  let block: String
  let id: String
  /// What is offered, word for word.
  let help: [String]
  /// What of the block is replaced, by what is offered.
  let (wrong, right): (String, String)
  let line: Int

  /// - Parameter line: of a block, which begins at the ninth line of its file.
  init(
    _ block: String, _ id: String, line: Int, _ help: String..., wrong: String, right: String
  ) {
    (self.block, self.id, self.line, self.help) = (block, id, line, help)
    (self.wrong, self.right) = (wrong, right)
  }

  var testDescription: String { "\(id): \(wrong)" }
}

@Suite("What is offered for a slip")
struct RemedyTests {
  /// All that lint says of a text, save that a name hides a unit.
  static func remarks(on text: String, _ files: [String: String] = [:]) throws
    -> [LocatedDiagnostic]
  {
    let folder = try TemporaryFolder()
    for (name, text) in files { try folder.write(text, to: name) }
    let loaded = ExerciseLoader().load(path: try folder.write(text, to: "exercise.md"))
    guard let exercise = loaded.exercise else { return loaded.problems }
    let compiled = CompiledExercise(exercise, units: UnitSystem())
    let check = ExerciseCheck(compiled)
    let found = loaded.problems + compiled.problems + check.formulaProblems()
    let isSound = !found.contains { $0.diagnostic.severity == .error }
    return (found + (isSound ? check.modelAnswerProblems() : [])).filter {
      $0.diagnostic.id != "name-hides"
    }
  }

  private static func text(_ block: String) -> String {
    block.hasPrefix("---") ? block : withQuestion(block)
  }

  /// One thing is said, at its line, and what is offered mends it.
  @Test(arguments: keys + lists + commas + units + tables)
  func mendsIt(_ remedy: Remedy) throws {
    let errors = try Self.remarks(on: Self.text(remedy.block)).filter {
      $0.diagnostic.severity == .error
    }
    #expect(errors.map { "\($0.diagnostic.id):\($0.line)" } == ["\(remedy.id):\(remedy.line)"])
    #expect(errors.flatMap(\.diagnostic.help) == remedy.help)
    #expect(remedy.block.contains(remedy.wrong))
    let mended = remedy.block.replacing(remedy.wrong, with: remedy.right)
    let left = try Self.remarks(on: Self.text(mended)).filter { $0.diagnostic.severity == .error }
    #expect(left.map(\.diagnostic.message) == [])
  }

  static let keys = [
    Remedy(
      "points:1\nanswers: {a: 1 W}", "yaml-space", line: 9, "Write `points: 1`.",
      wrong: "points:1", right: "points: 1"),
    Remedy(
      "points: 1\nanswers:\n  sh:6 m", "yaml-space", line: 11, "Write `sh: 6 m`.",
      wrong: "sh:6 m", right: "sh: 6 m"),
    Remedy(
      "points: 1\nanswers:\n  sh:6 m\n  other: 3 m", "yaml-space", line: 11, "Write `sh: 6 m`.",
      wrong: "sh:6 m", right: "sh: 6 m"),
    Remedy(
      "points: 1\nanswers:\n  other: 3 m\n  sh:6 m", "yaml-space", line: 12, "Write `sh: 6 m`.",
      wrong: "sh:6 m", right: "sh: 6 m"),
    Remedy(
      "points: 1\nanswers:\n  a: {expect:3 m, unit: m}", "yaml-space", line: 11,
      "Write `expect: 3 m`.", wrong: "expect:3 m", right: "expect: 3 m"),
    Remedy(
      "points: 0\noptions:\n  - {text: Red, right yes}\n  - Blue", "yaml-no-colon", line: 11,
      "Write `right: yes`.", wrong: "right yes", right: "right: yes"),
    Remedy(
      "points: 0\noptions:\n  - *Red*\n  - Blue", "yaml-star", line: 11,
      "Put it in quotes: `'*Red*'`.", wrong: "*Red*", right: "'*Red*'"),
    Remedy(
      "points: 0\noptions:\n  - null\n  - Blue", "wrong-type", line: 11,
      "Write `'null'`, if it is a text.", wrong: "null", right: "'null'"),
    Remedy(
      "points: 1,5\nanswers: {a: 1 W}", "bad-number", line: 9, "Write `points: 1.5`.",
      wrong: "points: 1,5", right: "points: 1.5"),
    Remedy(
      "points: 1\nhint_cost: 10\nanswers: {a: 1 W}", "bad-number", line: 10,
      "Write `hint_cost: 10%`.", wrong: "hint_cost: 10", right: "hint_cost: 10%"),
    Remedy(
      "points: 0\ntext: yes", "wrong-type", line: 10,
      "Write `text: {}`, or as in `text: {sentences: 1..6}`.", wrong: "text: yes",
      right: "text: {sentences: 1..6}"),
  ]

  static let lists = [
    Remedy(
      "points: 1\nanswers:\n  - a: 3 W\n  - c: 4 W", "wrong-type", line: 11,
      "Write `a: 3 W` without a hyphen, and so each.", wrong: "- ", right: ""),
    Remedy(
      "points: 1\nanswers:\n  a = 3 m\n  c = 4 m", "wrong-type", line: 11,
      "Write `a: 3 m`, with a colon, on a line of its own.", wrong: " = ", right: ": "),
    Remedy(
      "points: 1\nanswers: [a: 3 m]", "wrong-type", line: 10,
      "Write `answers: {a: 3 m}`, within braces.", wrong: "answers: [a: 3 m]",
      right: "answers: {a: 3 m}"),
    Remedy(
      "points: 1\ntext: {}\ncriteria:\n  - {id: a, points: 1, mentions: steel}", "wrong-type",
      line: 12, "Write it as a list: `mentions: [steel]`.", wrong: "mentions: steel",
      right: "mentions: [steel]"),
    Remedy(
      "points: 1\nanswers:\n  a: {expect: 3, range: 2..4}", "wrong-type", line: 11,
      "Write `range: [2, 4]`.", wrong: "range: 2..4", right: "range: [2, 4]"),
    Remedy(
      "points: 1\nanswers:\n  a: {expect: 3 m, unit: [m]}", "wrong-type", line: 11,
      "Write `unit: m`, without brackets.", wrong: "unit: [m]", right: "unit: m"),
    Remedy(
      "points: 1\nanswers: {a: 1 W}\nsolution:\n  - Look.", "wrong-type", line: 12,
      "Write it as one text, without hyphens; a longer one below `solution: |`, indented.",
      wrong: "solution:\n  - Look.", right: "solution: |\n  Look."),
    Remedy(
      "points: 1\nhints:\n  - Note: this\nanswers: {a: 1 W}", "wrong-type", line: 11,
      "If the colon is part of the text, put the whole text in quotes: `'Note: this'`.",
      wrong: "Note: this", right: "'Note: this'"),
  ]

  static let commas = [
    Remedy(
      "points: 1\nanswers:\n  a: {expect: max(2 m, 3 m), unit: m}", "comma-in-braces", line: 11,
      "Write `expect: 'max(2 m, 3 m)'`, in quotes.", wrong: "expect: max(2 m, 3 m)",
      right: "expect: 'max(2 m, 3 m)'"),
    Remedy(
      "points: 1\nanswers: {a: max(2 m, 3 m, 4 m), c: 3 m}", "comma-in-braces", line: 10,
      "Write `a: 'max(2 m, 3 m, 4 m)'`, in quotes.", wrong: "max(2 m, 3 m, 4 m)",
      right: "'max(2 m, 3 m, 4 m)'"),
    Remedy(
      "points: 1\nanswers:\n  a: {expect: 1,000 CHF}", "comma-in-braces", line: 11,
      "Write `expect: 1_000 CHF`.", "Write `expect: 1.000 CHF`.", wrong: "expect: 1,000 CHF",
      right: "expect: 1_000 CHF"),
    Remedy(
      "points: 0\noptions:\n  - {text: Red, the colour, right: yes}\n  - Blue", "comma-in-braces",
      line: 11, "Write `text: 'Red, the colour'`, in quotes.", wrong: "text: Red, the colour",
      right: "text: 'Red, the colour'"),
    Remedy(
      "points: 1\nfunction: f(x, y)\nexpect: x + y\ntests:\n  - [max(1 m, 2 m), 2 m]",
      "comma-in-braces", line: 13, "Write `'max(1 m, 2 m)'`, in quotes.", wrong: "max(1 m, 2 m)",
      right: "'max(1 m, 2 m)'"),
    Remedy(
      "points: 1\nfunction: f(x, y)\nexpect: x + y\ntests:\n  - [1,5 m, 2 m]", "test-length",
      line: 13, "Write `[1.5 m, 2 m]`, with a point for decimals.", wrong: "[1,5 m, 2 m]",
      right: "[1.5 m, 2 m]"),
    Remedy(
      "points: 1\nanswers:\n  a: {expect: 2 m, range: [1,5 m, 4 m]}", "bad-range", line: 11,
      "Write `range: [1.5 m, 4 m]`, with a point for decimals.", wrong: "range: [1,5 m, 4 m]",
      right: "range: [1.5 m, 4 m]"),
  ]

  private static func unit(_ expect: String, _ unit: String) -> String {
    "points: 1\nanswers:\n  a: {expect: \(expect), unit: \(unit)}"
  }

  static let units = [
    Remedy(
      unit("5 kN m", "kNm"), "unknown-unit", line: 11, "`kN m`", wrong: "unit: kNm",
      right: "unit: kN m"),
    Remedy(
      unit("5 W/(m^2 K)", "W/m2K"), "unknown-unit", line: 11, "`W/(m^2 K)`", wrong: "W/m2K",
      right: "W/(m^2 K)"),
    Remedy(
      unit("5 CHF", "Fr"), "unknown-unit", line: 11, "`CHF`", wrong: "unit: Fr", right: "unit: CHF"),
    Remedy(
      unit("20 °C", "C"), "expect-other-dimension", line: 11, "`°C`, for a temperature",
      wrong: "unit: C", right: "unit: °C, tolerance: 1 K"),
    Remedy(
      unit("5 m", "m or cm"), "not-a-unit", line: 11,
      "`m` alone: what students give in another unit is converted", wrong: "m or cm", right: "m"),
    Remedy(
      unit("5", "none"), "not-a-unit", line: 11, "no unit at all, for what is a plain number",
      "`units: none`, where the unit of an answer is not to be looked at", wrong: ", unit: none",
      right: ""),
    Remedy(
      unit("5 kg", "5 kg"), "not-a-unit", line: 11, "`kg`", wrong: "unit: 5 kg", right: "unit: kg"),
    Remedy(
      "points: 1\nanswers:\n  a: {expect: 3 m, range: [4 m, 2 m]}", "range-backwards", line: 11,
      "`range: [2 m, 4 m]`", wrong: "range: [4 m, 2 m]", right: "range: [2 m, 4 m]"),
  ]

  private static func table(_ fence: String, _ rows: String) -> String {
    withFrontMatter("```\(fence)\n\(rows)\n```\n## 1 A\n```question\n")
      + "points: 1\nanswers: {x: 'my_t[\"X\"] * 2'}\n```\n"
  }

  static let tables = [
    Remedy(
      table("table my t", "N,X\na,1\nb,3"), "table-unnamed", line: 6, "Write `table my_t`.",
      wrong: "table my t", right: "table my_t"),
    Remedy(
      table("table my_t", "# mine\nN,X\na,1\nb,3"), "table-comment", line: 7, "Take the line out.",
      wrong: "# mine\n", right: ""),
    Remedy(
      table("table my_t", "N,X\na,1%\nb,3%"), "kinds", line: 14,
      "`1` in the cell, and `X [%]` as the heading", wrong: "N,X\na,1%\nb,3%",
      right: "N,X [%]\na,1\nb,3"),
    Remedy(
      table("table my_t", "N,X\na,1\nb,n/a"), "kinds", line: 14,
      "a number there", wrong: "n/a", right: "2"),
    Remedy(
      table("table my_t", "N,X [kNm]\na,1\nb,2"), "unknown-unit", line: 7, "`kN m`", wrong: "[kNm]",
      right: "[kN m]"),
  ]

  @Test func aWordThatIsNoUnitIsOfferedAsOneOfTheExercise() throws {
    let block = "points: 1\nanswers: {a: {expect: 5, unit: apples}}"
    let told = try Self.remarks(on: withQuestion(block))
    #expect(
      told.flatMap(\.diagnostic.help) == [
        "`units: {apples: counted}` in the front matter for something that is counted, `label` for a"
          + " mere word"
      ])
    let mended = withQuestion(block).replacing(
      "title: Test", with: "title: Test\nunits: {apples: label}")
    #expect(try Self.remarks(on: mended).map(\.diagnostic.message) == [])
  }

  // MARK: Where it is

  private static let ofFile = """
    ---
    reckon: 1
    id: test
    title: Test
    tables: {beam: {file: beam.csv, also: [girder]}}
    ---
    ## 1 A
    ```question
    points: 1
    answers: {x: 'girder["X"] * 2', y: mean(beam.X) + mean(x)}
    ```
    """

  private func remarks(_ table: String) throws -> [String] {
    try Self.remarks(on: Self.ofFile, ["beam.csv": table]).map { problem in
      let file = problem.source.name?.split(separator: "/").last ?? ""
      return "\(problem.diagnostic.id) \(file):\(problem.line)"
    }
  }

  @Test(arguments: [
    ("N,X [kNm]\na,1\nb,2", ["unknown-unit beam.csv:1"]),
    ("N,X [cm4]\na,1\nb,2", ["interpretation beam.csv:1"]),
    ("N,X [-]\na,1\nb,2", []), ("N,X [ ]\na,1\nb,2", []), ("N,X [1]\na,1\nb,2", []),
    ("N,X\na,\u{2212}1\nb,2", []), ("N,X\na\nb,2", ["ragged-row beam.csv:2"]),
    ("# mine\nN,X\na,1", ["table-comment beam.csv:1"]),
  ]) func aFaultOfATableIsToldInItsFileAndNowhereElse(
    _ table: String, _ expected: [String]
  ) throws {
    let found = try remarks(table).map { $0.replacing("reading ", with: "interpretation ") }
    #expect(found == expected)
  }

  @Test func aCellThatIsNoNumberIsNamedWithItsFileAndLine() throws {
    let told = try Self.remarks(on: Self.ofFile, ["beam.csv": "N,X\na,1\nb,1 m\n"])
    #expect(
      told.first?.diagnostic.message
        == "`*` does not work between a column of texts and a number. The column `X` is one of texts,"
        + " for its cell `1 m` (beam.csv:3) is no number.")
    #expect(told.first?.diagnostic.help == ["`1` in the cell, and `X [m]` as the heading"])
  }

  @Test func aTestPointThatFailsIsMarkedInTheFormula() throws {
    let block = "points: 1\nfunction: f(v, w)\nexpect: 2 * v / w\ntests: [[1, 0]]"
    let told = try #require(try Self.remarks(on: withQuestion(block)).first)
    #expect(told.line == 11)
    #expect(
      told.diagnostic.message == "This divides by zero. That is so at the test point `f(1, 0)`.")
    #expect(told.diagnostic.labels.map { told.source.text($0.span) } == ["w"])
  }

  // MARK: Once, or not at all

  @Test(arguments: [
    ("answers: {a: c, c: a}", ["circle:10"]),
    ("answers: {a: c, c: d, d: a, f: a + 1}", ["circle:10"]),
    ("answers: {a: {expect: 3 m, range: [4 m, 5 m]}}", ["expect-out-of-range:10"]),
    ("answers: {s2: 3 m, x: s2 * 2}", []),
    ("answers: {a: {expect: 3 m, unit: ''}}", ["wrong-type:10"]),
  ]) func aFaultIsToldOnce(_ answers: String, _ expected: [String]) throws {
    let told = try Self.remarks(on: withQuestion("points: 1\n" + answers))
    #expect(told.map { "\($0.diagnostic.id):\($0.line)" } == expected)
    #expect(
      !told.contains { $0.diagnostic.message.contains("holds a text, but should hold a text") })
  }

  @Test func aNameThatIsAskedForTwiceIsToldOnce() throws {
    let text = withFrontMatter(
      ["1", "2"].map { "## \($0) A\n```question\npoints: 1\nanswers: {a: 3 m}\n```\n" }.joined())
    #expect(try Self.remarks(on: text).map(\.diagnostic.id) == ["answer-twice"])
  }

  /// A name is read as the name, whatever unit has its letters.
  @Test func aTableThatIsCalledLikeAPowerIsNotRemarkedOn() throws {
    let text = withFrontMatter(
      "```table t2\nN,X\na,1\n```\n## 1) A\n```question\npoints: 1\n"
        + "answers: {x: 't2[\"X\"] * 1'}\n```\n")
    #expect(try Self.remarks(on: text).map(\.diagnostic.message) == [])
  }

  @Test(arguments: [
    ("\\color{red} x", "Take it out: formulas have no colours."),
    ("\\ce{H2O}", "Write it as in `\\mathrm{H_2O}`."), ("\\rm x", "Write it as in `\\mathrm{A}`."),
  ]) func aCommandOfTeXThatIsNotKnownHasItsOwnRemedy(_ formula: String, _ help: String) throws {
    let told = try load(withFrontMatter("$\(formula)$\n")).problems
    #expect(told.map(\.diagnostic.id) == ["formula-unknown"])
    #expect(told.flatMap(\.diagnostic.help) == [help])
  }
}
