import Diagnostics
import Exercises
import Formulas
import Grading
import NotebookFiles
import Quantities
import SeededRandom
import ShippedExercises
import SmallExercises
import Testing

@testable import AnswerKeys
@testable import NotebookGrading

/// After whatever edits, what is kept of a notebook's reports and what is made anew come to the same
/// as when the whole notebook is graded for the first time.
@Suite struct IncrementalGradingTests {
  /// An exercise with what may be typed into its notebook.
  private struct Workload {
    var compiled: CompiledExercise
    var statements: [String]

    /// Statements that go wrong in many ways, made of right ones.
    init(_ compiled: CompiledExercise, right: [String]) {
      self.compiled = compiled
      let names = compiled.answerKey.answers.map(\.spec.name)
      statements = right.flatMap { line -> [String] in
        guard let sign = line.firstRange(of: " = ") else { return [line] }
        let (name, formula) = (line[..<sign.lowerBound], line[sign.upperBound...])
        return [
          line, line, "\(name) = 1000 * (\(formula))", "\(name) = (\(formula)) * own",
          "\(name) = 12.34", "\(name) = \(formula) +", "\(name) = \(formula) + other_name",
          "own_\(name) = \(formula)", "\(name) = own_\(name)",
        ]
      }
      statements += names.flatMap { ["own = \($0) / \($0)", "another = \($0)", "\($0) = another"] }
      statements += [
        "own = 2", "own = 3 kg", "other_name = 1 kWh", "other_name = 5", "unit trip = 12 km",
        "unit trip = 13 km", "own = 1 trip / (1 km)", "def own_function(x) = x * own", "1 + 1",
      ]
    }
  }

  private static func workload(_ name: String) throws -> Workload {
    if name == "kettle" { return kettle }
    let opened = try ShippedExercises.open(name)
    return Workload(
      opened.compiled,
      right: (ShippedExercises.answers[name] ?? "").split(separator: "\n").map(String.init))
  }

  /// Follow-through, another name, a function, a text with figures and a choice.
  private static var kettle: Workload {
    var exercise = SmallExercise.exercise([
      .values([
        SmallExercise.answer("power", "2 kW", unit: "kW"),
        SmallExercise.answer("time", "models[\"Time (h)\"]", unit: "h", also: ["models[\"Own\"]"]),
      ]),
      .values([SmallExercise.answer("energy", "power * time * share", unit: "kWh")]),
      .function(
        FunctionAnswer(
          name: "heat", parameters: ["p", "t"], expect: AuthorFormula("p * t", line: 1),
          points: [
            [AuthorFormula("2 W", line: 1), AuthorFormula("3 h", line: 1)],
            [AuthorFormula("5 W", line: 1), AuthorFormula("1 h", line: 1)],
          ])),
      .text(
        TextAnswer(
          sentences: 1...3,
          criteria: [
            .init(id: "a", points: 1, kind: .mentions([["kettle"]])),
            .init(
              id: "b", points: 1,
              kind: .figures([.init(AuthorFormula("energy", line: 1))], atLeast: 2)),
          ], modelAnswers: [])),
      .choice(
        ChoiceAnswer(
          count: .exactly(1),
          options: [.init(text: "A", credit: .right), .init(text: "B", credit: .wrong)])),
    ])
    for place in exercise.questions.indices {
      exercise.questions[place].given = [
        Given(name: "share", formula: AuthorFormula("0.5", line: 1))
      ]
      exercise.questions[place].hints = ["Think."]
      exercise.questions[place].hintCost = 0.1
      exercise.questions[place].maySkip = true
    }
    return Workload(
      CompiledExercise(exercise, units: UnitSystem()),
      right: [
        "power = 2 kW", "time = models[\"Time (h)\"]", "energy = power * time * 50%",
        "models[\"Own\"] = models[\"Time (h)\"]", "heat = 3", "def heat(p, t) = p * t",
        "def heat(a, b) = a * b * own", "energy = models[\"Own\"] * power / 2",
      ])
  }

  @Test(arguments: (0..<12).map { ($0, (ShippedExercises.ids + ["kettle"])[$0 % 4]) })
  func keptReportsAreThoseThatAreMadeAnew(seed: Int, name: String) throws {
    let workload = try Self.workload(name)
    let compiled = workload.compiled
    var random = SplitMix(seed: UInt64(seed))
    var file = NotebookFile(exercise: compiled.exercise.id, title: "", name: "test")
    var graded = compiled.grade(file)
    for _ in 0..<40 {
      let edit = try #require(Self.edit(&file, workload, &random))
      graded.update(to: file, isPastDue: false)
      let (kept, made) = (graded.report(), compiled.grade(file).report())
      for (kept, made) in zip(kept.questions, made.questions) {
        try #require(
          kept.summary == made.summary,
          "after \(edit): \(kept.id) of\n\(file.text)")
      }
    }
  }

  /// Students of a class type much alike, and each has what grading the notebook alone gives.
  @Test(arguments: ShippedExercises.ids + ["kettle"])
  func whatAClassSharesIsWhatEachHasAlone(name: String) throws {
    let workload = try Self.workload(name)
    let files = (0..<150).map { seed in
      // Few notebooks, each with a few changes of its own, so that much is the same.
      var random = SplitMix(seed: UInt64(seed % 50))
      var file = NotebookFile(exercise: workload.compiled.exercise.id, title: "", name: "test")
      for _ in 0..<Int.random(in: 1...14, using: &random) {
        _ = Self.edit(&file, workload, &random)
      }
      random = SplitMix(seed: UInt64(seed))
      if seed >= 50 { _ = Self.edit(&file, workload, &random) }
      return file
    }
    let compiled = workload.compiled
    let memory = try #require(ClassMemory.of(compiled))
    let shared = files.map { compiled.grade($0, isPastDue: true, memory: memory) }
      .map(account)
    // In another order, so that what one text has left for another would differ.
    let other = try Self.workload(name).compiled
    let alone = files.reversed().map { account(other.grade($0, isPastDue: true)) }.reversed()
    for ((own, other), file) in zip(zip(shared, alone), files) {
      try #require(own == other, "\(file.text)")
    }
  }

  /// All that is found of a notebook.
  private func account(_ graded: GradedNotebook) -> [String] {
    graded.report().questions.map(\.summary) + graded.problems.map(\.diagnostic.message)
  }

  /// What the prompt does with a line, in a notebook of which some lines cannot be computed.
  @Test(arguments: (0..<12).map { ($0, (ShippedExercises.ids + ["kettle"])[$0 % 4]) })
  func linesTypedBesideBrokenOnesComeToWhatIsMadeAnew(seed: Int, name: String) throws {
    let workload = try Self.workload(name)
    let compiled = workload.compiled
    var random = SplitMix(seed: UInt64(seed) + 100)
    var file = NotebookFile(exercise: compiled.exercise.id, title: "", name: "test")
    let questions = compiled.exercise.questions
    let broken = [
      "lost = absent * 2", "lost + 1 kg", "after = lost * 3", "clash = near_a + near_b",
      "self = self + 1", "twice = absent + missing_too", "(absent",
    ]
    for text in broken.shuffled(using: &random).prefix(4) {
      file.append(text, toQuestion: questions[0].id, title: questions[0].title)
    }
    let mending = [
      "absent = 3 kg", "absent = 4 s", "near_a = 1 kg", "near_b = 2 m", "near_b = 2 g",
      "absentee = 1", "lost = 5", "twice = 1 kg", "missing_too = 2", "lost_weight = 3 kg",
      "self = 7",
    ]
    var graded = compiled.grade(file)
    var kept = 0
    for _ in 0..<40 {
      let text = try #require(
        (workload.statements + mending + mending).randomElement(using: &random))
      let item = try #require(Parser.parse(text).items.first)
      guard case .statement(let statement) = item else { continue }
      // The session looks at what shows something only where something is broken.
      if graded.isSound {
        file.append(
          try #require(broken.randomElement(using: &random)), toQuestion: questions[0].id,
          title: questions[0].title)
        graded.update(to: file, isPastDue: false)
      }
      let entered = graded.enter(statement)
      if entered.problem == nil {
        let key = graded.sheet.canonical(entered.key)
        let old = file.lastStatement { graded.sheet.canonical($0) == key }
        if let old, key != nil {
          file.replace(old, with: text)
        } else {
          file.append(text, toQuestion: questions[0].id, title: questions[0].title)
        }
        if graded.breaksOthers(entered) || !graded.keep(file, entering: statement) {
          graded.update(to: file, isPastDue: false)
        } else {
          kept += 1
        }
      }
      let made = compiled.grade(file)
      try #require(
        graded.problems.map(\.said) == made.problems.map(\.said), "after \(text):\n\(file.text)")
      try #require(Set(graded.failing.keys) == Set(made.failing.keys), "after \(text)")
      for (own, anew) in zip(graded.report().questions, made.report().questions) {
        try #require(own.summary == anew.summary, "after \(text): \(own.id) of\n\(file.text)")
      }
    }
    #expect(kept > 0)
  }

  /// Changes a notebook at random, and says how.
  private static func edit(
    _ file: inout NotebookFile, _ workload: Workload, _ random: inout SplitMix
  ) -> String? {
    let questions = workload.compiled.exercise.questions
    guard let question = questions.randomElement(using: &random),
      let typed = workload.statements.randomElement(using: &random)
    else { return nil }
    let placed = file.statements().randomElement(using: &random)
    switch Int.random(in: 0..<12, using: &random) {
    case 0...5:
      file.append(typed, toQuestion: question.id, title: question.title)
      return typed
    case 6, 7:
      guard let placed else { return "nothing" }
      file.replace(placed, with: typed)
      return "\(typed) for \(placed.statement.text)"
    case 8:
      guard let placed else { return "nothing" }
      return file.remove(placed) ? "less \(placed.statement.text)" : "nothing"
    case 9:
      let text = ["The kettle needs 10 kWh and 20 kWh.", "It is 5 kg.", ""]
        .randomElement(using: &random)
      guard question.responseForm == .prose else { return "nothing" }
      file.setReply(text, toQuestion: question.id, title: question.title)
      return text
    case 10:
      guard case .choice(let choice) = question.body else { return "nothing" }
      let items = choice.options.map { ($0.text, Bool.random(using: &random)) }
      file.setTicks(items, toQuestion: question.id, title: question.title)
      return "ticks"
    default:
      if question.maySkip, Bool.random(using: &random) {
        file.skipped = file.skipped.isEmpty ? [question.id] : []
      } else {
        file.hints[question.id] = Int.random(in: 0...2, using: &random)
      }
      return "help"
    }
  }
}

extension LocatedDiagnostic {
  fileprivate var said: String {
    "\(line) \(diagnostic.id) \(diagnostic.message) \(diagnostic.help)"
  }
}
