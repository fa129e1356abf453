import Diagnostics
import Exercises
import Formulas
import Quantities

/// Computes what an author has written, question by question, and gathers what is wrong with it.
final class ExerciseCompiler {
  let exercise: Exercise
  let units: UnitSystem
  private(set) var tables: [(table: Table, also: [String])] = []
  let constants: [CompiledConstant]
  /// Constants and answers of required exercises, of which the latter come before the former.
  let provided: [String: Value]
  var answerKey = AnswerKey()
  private(set) var givens: [String: [CompiledExercise.GivenFormula]] = [:]
  /// What the figures of a text are compared with, by question and criterion.
  var figures: [String: [String: [FigureFormula]]] = [:]
  private(set) var problems: [LocatedDiagnostic] = []
  /// Names that were told to need one another.
  private var circles: Set<Set<String>> = []
  /// Of columns whose model answers are withheld, so far.
  var withheldRows = 0
  /// Names whose formulas cannot be computed.
  var failed: Set<String> = []
  /// Steps that the author's formulas may take together; each has the bounds of a formula too.
  private var stepsLeft = Budget.standard.steps

  init(_ exercise: Exercise, units: UnitSystem, required: [String: Value]) {
    self.exercise = exercise
    var units = units
    let known = exercise.units.filter { unit in
      units.lookup(unit.name) != nil && !UnitSystem.isMoney(unit.name)
        && !units.declared.contains { $0.name == unit.name }
    }
    let meanings = known.map { units.lookup($0.name)?.meaning ?? "" }
    for unit in exercise.units where !UnitSystem.isEveryday(unit.name) || !known.contains(unit) {
      switch unit.kind {
      case .counted: units.declareCounted(unit.name, plural: unit.plural)
      case .label: units.declareLabel(unit.name, plural: unit.plural)
      }
    }
    self.units = units
    let figures = ConstantFigures(exercise, units: units)
    constants = figures.found
    provided = Dictionary(
      constants.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 }
    ).merging(required) { $1 }
    problems = figures.problems
    for (unit, meaning) in zip(known, meanings) {
      report(
        UnitSystem.isEveryday(unit.name)
          ? AnswerKeyWording.unitKnown(unit.name)
          : AnswerKeyWording.unitTaken(unit.name, meaning: meaning),
        at: SourcedText(unit.name, line: unit.line))
    }
    for unit in exercise.units where unit.kind == .label && UnitSystem.isMoney(unit.name) {
      report(AnswerKeyWording.moneyAsLabel(unit.name), at: SourcedText(unit.name, line: unit.line))
    }
    failed = exercise.unreadTables
    for table in exercise.tables {
      let file = table.file ?? exercise.file
      let computed = table.computed(in: units) {
        problems.append(LocatedDiagnostic($0, at: $1.source, in: file))
      }
      if let computed {
        tables.append((computed, table.also))
      } else {
        failed.formUnion([table.name] + table.also)
      }
    }
    for question in exercise.questions { compile(question) }
  }

  private func compile(_ question: Question) {
    let sheet = Worksheet(units: units)
    sheet.provide(answerKey.values.merging(provided) { own, _ in own })
    for (table, also) in tables { sheet.provide(table, also: also) }
    sheet.together(steps: stepsLeft) {
      for given in question.given {
        bind(given.name, given.formula, on: sheet)
        guard let formula = sheet.formula(of: .name(given.name)) else { continue }
        givens[question.id, default: []].append(
          CompiledExercise.GivenFormula(
            name: given.name, text: given.formula.text, formula: formula))
      }
      switch question.body {
      case .values(let answers): compile(answers, of: question.id, on: sheet)
      case .function(let function): compile(function, of: question.id, on: sheet)
      case .text(let text): compile(text, of: question.id, on: sheet)
      case .choice, .reading: break
      }
    }
    stepsLeft = max(0, stepsLeft - sheet.stepsTaken)
  }

  // MARK: Formulas

  func bind(_ name: String, _ formula: AuthorFormula, on sheet: Worksheet) {
    guard let statement = formula.statement(binding: name) else {
      _ = evaluate(formula, on: sheet)
      return
    }
    if let problem = sheet.load([statement])[0].problem, !problem.isAboutLaterName {
      report(problem, at: formula.source)
    }
  }

  func evaluate(_ formula: AuthorFormula, on sheet: Worksheet) -> Value? {
    switch formula.parsed.flatMap({ sheet.evaluate($0) }) {
    case .success(let value): return value
    case .failure(let problem):
      report(problem, at: formula.source)
      return nil
    }
  }

  /// The unit that a text stands for.
  func unit(_ text: AuthorFormula) -> Unit? {
    switch units.unit(of: text) {
    case .success(let unit): return unit
    case .failure(let fault):
      report(fault.diagnostic, at: text.source)
      return nil
    }
  }

  /// The value in the unit asked for; reports one that has none or another dimension.
  func converted(
    _ value: Value, to unit: Unit, of name: String, at place: AuthorFormula
  ) -> Value? {
    if let own = value.unit, own.mixesTemperatures(with: unit) {
      report(
        AnswerKeyWording.otherTemperature(
          name, unit: unit.symbol, isDifference: unit.isTemperaturePoint), at: place.source)
      return nil
    }
    if let converted = value.converted(to: unit) { return converted }
    let found = value.unit?.symbol ?? value.kindName
    report(
      AnswerKeyWording.otherDimension(
        name, expect: found, unit: unit.symbol, degrees: degrees(value.unit, place.text)),
      at: place.source)
    return nil
  }

  /// The unit of a temperature that a letter was meant as: `°C` for `C`.
  private func degrees(_ found: Unit?, _ text: String) -> String? {
    found?.dimension.name == "temperature" && (text == "C" || text == "F") ? "°" + text : nil
  }

  /// Reports what is wrong with a formula, once, and not that it builds on what is wrong itself.
  ///
  /// - Parameter call: the test point of a function in whose formula it is.
  func report(_ problem: FormulaProblem, at text: SourcedText, calling call: String? = nil) {
    if problem.isAbout(failed) { return }
    if case .circle(let names) = problem.kind, !circles.insert(Set(names)).inserted { return }
    var told = problem.authorsDiagnostic
    if problem.isAboutTexts, let cell = textCell(of: text) {
      told.message += " " + AnswerKeyWording.cellIsText(cell.text, cell.column, cell.place)
      told.help = [AnswerKeyWording.numberInCell(cell.text, cell.column, cell.parts)]
    }
    if let call { told.message += " " + AnswerKeyWording.atTestPoint(call) }
    let isKnown = problems.contains { other in
      other.diagnostic.message == told.message && other.line == text.line
    }
    if !isKnown { report(told, at: text) }
  }

  func report(_ diagnostic: Diagnostic, at text: SourcedText) {
    problems.append(LocatedDiagnostic(diagnostic, at: text, in: exercise.file))
  }
}

extension FormulaProblem {
  /// Whether it says no more than that one of these names has no value.
  func isAbout(_ names: Set<String>) -> Bool {
    switch kind {
    case .noValue(let name), .unknownName(let name, _), .unknownTable(let name, _),
      .unknownFunction(let name, _):
      names.contains(name)
    default: false
    }
  }

  /// A name of the same question that is bound only further on.
  fileprivate var isAboutLaterName: Bool {
    switch kind {
    case .unknownName, .boundElsewhere, .noValue: true
    default: false
    }
  }
}
