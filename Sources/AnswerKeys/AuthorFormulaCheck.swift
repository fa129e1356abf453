import Diagnostics
import Exercises
import Formulas
import Quantities

/// Tries the author's formulas that no answer is computed from: those of live texts, equivalencies
/// and misconceptions. Students do not pay for it.
public struct AuthorFormulaCheck {
  /// What is wrong with them: equivalencies, misconceptions, live texts; then what may be read in
  /// two ways.
  public private(set) var problems: [LocatedDiagnostic] = []
  private let compiled: CompiledExercise
  private let exercise: Exercise

  public init(_ compiled: CompiledExercise) {
    self.compiled = compiled
    exercise = compiled.exercise
    checkEquivalencies()
    checkMisconceptions()
    checkLiveTexts()
    checkReadings()
  }

  private mutating func report(
    _ diagnostic: Diagnostic, at text: SourcedText, in file: String? = nil
  ) {
    problems.append(LocatedDiagnostic(diagnostic, at: text, in: file ?? exercise.file))
  }

  /// The formula's value, or nil where it has none, which is reported.
  @discardableResult
  private mutating func value(
    of formula: AuthorFormula, on sheet: Worksheet,
    where names: [(name: String, formula: Expression)] = [], values: [String: Value] = [:],
    in file: String? = nil
  ) -> Value? {
    switch formula.parsed.flatMap({ sheet.evaluate($0, where: names, values: values) }) {
    case .success(let value): return value
    case .failure(let problem):
      // What is wrong with the name's own formula is told there.
      if problem.isAbout(compiled.failed) { return nil }
      report(problem.authorsDiagnostic, at: formula.source, in: file)
      return nil
    }
  }

  // MARK: Equivalencies

  /// Computes every equivalency for one of its unit.
  private mutating func checkEquivalencies() {
    // Only constants are known of every exercise.
    let sheet = Worksheet(units: compiled.units)
    for constant in compiled.constants { sheet.provide(constant.value, as: constant.name) }
    let hidden = Set(exercise.constants.map(\.name)).subtracting(compiled.constants.map(\.name))
    for equivalency in exercise.equivalencies {
      guard let unit = unit(equivalency.unit, of: equivalency) else { continue }
      var values: [String: Value] = [Equivalency.amount: .quantity(1, unit)]
      for use in equivalency.uses {
        values[use.name] = self.unit(use.formula, of: equivalency).map { .quantity(1, $0) }
      }
      guard values.count == equivalency.uses.count + 1,
        equivalency.text.usedNames.isDisjoint(with: hidden)
      else { continue }
      for formula in equivalency.text.formulas {
        value(of: formula, on: sheet, values: values, in: equivalency.file)
      }
    }
  }

  private mutating func unit(_ text: AuthorFormula, of equivalency: Equivalency) -> Unit? {
    switch compiled.units.unit(of: text) {
    case .success(let unit): return unit
    case .failure(let fault):
      report(fault.diagnostic, at: text.source, in: equivalency.file)
      return nil
    }
  }

  // MARK: Readings

  /// Notices of names, which are told to authors otherwise, or not at all.
  private static let noticesOfNames: Set<String> = [
    "hides-constant", "hides-unit", "not-yet-known",
  ]

  /// Tells of formulas that students are told of when they type them, such as a quotient that may
  /// be read in two ways: the author may mean the other.
  private mutating func checkReadings() {
    for table in exercise.tables {
      for unit in table.columns.compactMap(\.unit) { checkReading(ofUnit: unit, in: table.file) }
    }
    var known = compiled.provided
    for question in exercise.questions {
      for name in question.askedNames {
        known[name] = compiled.answerKey.values[name] ?? known[name]
      }
      var formulas = question.given.map(\.formula) + question.misconceptions.map(\.when)
      switch question.body {
      case .values(let answers):
        formulas += answers.filter { $0.withheld == nil }.flatMap { [$0.expect] + $0.alternatives }
        for unit in answers.compactMap(\.unit) { checkReading(ofUnit: unit) }
      case .function(let function):
        if function.withheld == nil { formulas.append(function.expect) }
        if let unit = function.unit { checkReading(ofUnit: unit) }
      case .choice, .text, .reading: break
      }
      let sheet = compiled.makeAuthorSheet(of: question, with: known)
      // How a formula reads that cannot be computed is not known.
      for formula in formulas where formula.usedNames.isDisjoint(with: compiled.failed) {
        guard let statement = formula.statement(binding: "") else { continue }
        for notice in sheet.notices(of: [statement])[0]
        where !Self.noticesOfNames.contains(notice.id) { report(notice, at: formula.source) }
      }
    }
  }

  /// Tells how a unit is read that has more than one reading, such as `cm4`.
  private mutating func checkReading(ofUnit text: AuthorFormula, in file: String? = nil) {
    guard let unit = text.expression else { return }
    for notice in Worksheet(units: compiled.units).notices(ofUnit: unit, typed: text.text) {
      report(notice, at: text.source, in: file)
    }
  }

  // MARK: Misconceptions

  /// Computes every misconception with what its question builds on, and tells of one that equals
  /// the answer.
  private mutating func checkMisconceptions() {
    var known = compiled.provided
    for question in exercise.questions {
      for name in question.askedNames {
        known[name] = compiled.answerKey.values[name] ?? known[name]
      }
      guard !question.misconceptions.isEmpty else { continue }
      let sheet = compiled.makeAuthorSheet(of: question, with: known)
      switch question.body {
      case .values(let answers): check(question, answers, on: sheet)
      case .function(let function): check(question, function, on: sheet)
      case .choice, .text, .reading: break
      }
    }
  }

  private mutating func check(_ question: Question, _ specs: [ValueAnswer], on sheet: Worksheet) {
    for misconception in question.misconceptions {
      let wanted = misconception.answer?.text
      if let name = misconception.answer, !specs.contains(where: { $0.name == name.text }) {
        report(AnswerKeyWording.noSuchAnswer(name.text, known: specs.map(\.name)), at: name)
      }
      guard let value = value(of: misconception.when, on: sheet) else { continue }
      for spec in specs where wanted == nil || wanted == spec.name {
        guard let answer = compiled.answerKey.answer(named: spec.name),
          let asked = value.converted(to: answer.unit), answer.accepts(asked)
        else { continue }
        report(AnswerKeyWording.sayOfRight(spec.name), at: misconception.when.source)
      }
    }
  }

  /// A misconception of a function is a formula over its parameters.
  private mutating func check(
    _ question: Question, _ function: FunctionAnswer, on sheet: Worksheet
  ) {
    guard
      let point = compiled.answerKey.function(named: function.name)?.points.first
    else { return }
    for (name, argument) in zip(function.parameters, point.arguments) {
      sheet.provide(argument, as: name)
    }
    for misconception in question.misconceptions { value(of: misconception.when, on: sheet) }
  }

  // MARK: Live texts

  /// Computes the formulas of every live text on the model answers.
  private mutating func checkLiveTexts() {
    let texts = exercise.liveTexts + exercise.questions.flatMap(\.liveTexts)
    guard !texts.isEmpty else { return }
    let sheet = compiled.makeModelSheet()
    for text in texts { check(text, on: sheet) }
  }

  private mutating func check(_ text: LiveText, on sheet: Worksheet) {
    let broken = text.formulas.filter { $0.expression == nil }
    for formula in broken { value(of: formula, on: sheet) }
    guard broken.isEmpty else { return }
    let names = text.ownNames
    for (index, name) in text.names.enumerated() {
      // What builds on it fails too, and says nothing new.
      guard value(of: name.formula, on: sheet, where: Array(names[..<index])) != nil else { return }
    }
    for formula in text.placeholders.map(\.formula) {
      switch value(of: formula, on: sheet, where: names) {
      case .quantity?, .column?, .text?, .texts?, .truth?, nil: break
      case let value?: report(AnswerKeyWording.notShowable(value.kindName), at: formula.source)
      }
    }
  }
}
