import Diagnostics
import Exercises
import Formulas
import Quantities

/// The model answers of an exercise, computed.
///
/// Made once for an exercise, for every student's sheet.
public final class Reference {
  /// A value that is asked for.
  public struct Answer {
    public let question: String
    public let spec: ValueAnswer
    /// The unit asked for.
    public let unit: Unit
    /// The unit in which the model answer's own formula comes out; 1 where that is not known.
    public var own: Unit = .one
    public let accepts: [Unit]
    /// In `unit`.
    public var value: Value
    public let tolerance: Tolerance
    public let formula: Expression

    public init(
      question: String, spec: ValueAnswer, unit: Unit, own: Unit = .one, accepts: [Unit],
      value: Value, tolerance: Tolerance, formula: Expression
    ) {
      self.question = question
      self.spec = spec
      self.unit = unit
      self.own = own
      self.accepts = accepts
      self.value = value
      self.tolerance = tolerance
      self.formula = formula
    }
  }

  /// A function that is asked for, with its test points.
  public struct Function {
    public let question: String
    public let spec: FunctionAnswer
    public let unit: Unit
    public let tolerance: Tolerance
    public let points: [(arguments: [Value], expected: Value)]
  }

  public let exercise: Exercise
  /// What words mean here: the exercise's units and those of the exercises that it requires.
  public let units: UnitSystem
  /// Shared by all sheets of the exercise.
  let products = UnitProducts()
  /// In the order of the exercise.
  public private(set) var answers: [Answer] = []
  public internal(set) var functions: [Function] = []
  public let tables: [(table: Table, also: [String])]
  /// Model answers of required exercises.
  public let required: [String: Value]
  /// The student's own answers to required exercises, which formulas use instead.
  public let ownRequired: [String: Value]
  /// What is wrong with the author's formulas, by line of the file.
  public internal(set) var problems: [(line: Int, text: String, diagnostic: Diagnostic)] = []

  /// A name of the model answers alone, with its formula.
  public struct GivenFormula {
    public var name: String
    public var text: String
    public var formula: Expression
  }

  /// The named figures that can be computed here, in the order in which they are declared.
  public let constants: [ConstantFigure]
  /// What is wrong with constants and comparisons, some of which are the course's.
  public private(set) var figureProblems: [LocatedDiagnostic] = []
  /// What the figures of a text are compared with, by question and criterion.
  public var figures: [String: [String: [FigureFormula]]] = [:]
  /// Read once; judging asks for them at every answer.
  private var keysByNames: [[String]: [Worksheet.Key]] = [:]
  private var answersByKey: [Worksheet.Key: Int] = [:]
  private var givensByQuestion: [String: [GivenFormula]] = [:]
  private var values: [String: Value] = [:]
  /// Steps that the author's formulas may take together; each has the bounds of a formula too.
  private var stepsLeft = Budget.standard.steps

  /// Computes every model answer.
  ///
  /// - Parameters:
  ///   - units: what words mean already, in the exercises that this one requires.
  ///   - required: what the model answers build on.
  ///   - ownRequired: what the student's formulas build on, where that is the student's own.
  public init(
    _ exercise: Exercise, units: UnitSystem = UnitSystem(), required: [String: Value] = [:],
    ownRequired: [String: Value] = [:]
  ) {
    var units = units
    self.exercise = exercise
    self.required = required
    self.ownRequired = ownRequired
    var problems: [(line: Int, text: String, diagnostic: Diagnostic)] = []
    for unit in exercise.units {
      if units.lookup(unit.name) != nil, !units.declared.contains(where: { $0.name == unit.name }) {
        problems.append((1, unit.name, ReferenceWording.unitKnown(unit.name)))
        continue
      }
      switch unit.kind {
      case .counted: units.declareCounted(unit.name, plural: unit.plural)
      case .label: units.declareLabel(unit.name, plural: unit.plural)
      }
    }
    self.units = units
    tables = exercise.tables.map { ($0.computed(in: units, &problems), $0.also) }
    let figures = ConstantFigures(exercise, units: units)
    constants = figures.found
    self.problems = problems
    for question in exercise.questions { compute(question) }
    figureProblems = figures.problems + ComparisonCheck(self).problems
    self.problems += ShowCheck(self).problems
  }

  /// The named figure of the exercise or its course; nil where there is none.
  public func constant(named name: String) -> ConstantFigure? {
    constants.first { $0.name == name }
  }

  /// A sheet on which every answer has the model's value, and functions are the model's.
  public func makeModelSheet() -> Worksheet {
    let sheet = Worksheet(units: units, products: products)
    sheet.provide(values)
    provide(to: sheet, below: values)
    for function in functions {
      guard case .success(let body) = Parser.formula(function.spec.expect.text) else { continue }
      let definition = FunctionDefinition(
        name: function.spec.name, nameSpan: Span(0, 0), parameters: function.spec.parameters,
        locals: givens(of: function.question).map { ($0.name, $0.formula) }, result: body)
      _ = sheet.load([
        Statement(
          kind: .function(definition), span: body.span, text: function.spec.expect.text)
      ])
    }
    return sheet
  }

  /// A table that is only looked at; a unit that cannot be read is left out.
  public static func table(_ table: DataTable, in units: UnitSystem) -> Table {
    var problems: [(line: Int, text: String, diagnostic: Diagnostic)] = []
    return table.computed(in: units, &problems)
  }

  /// The answer that a student's name or column is taken for; nil where it is none.
  public func answer(for key: Worksheet.Key) -> Answer? {
    answersByKey[key].map { answers[$0] }
  }

  public func answer(named name: String) -> Answer? { answer(for: .name(name)) }

  /// Names that only the model answers of a question use.
  public func givens(of question: String) -> [GivenFormula] { givensByQuestion[question] ?? [] }

  public func figures(of question: String, criterion: String) -> [FigureFormula] {
    figures[question]?[criterion] ?? []
  }

  /// Model answers by name, for exercises that require this one.
  public var modelValues: [String: Value] { values }

  /// A sheet with the exercise's tables and nothing of the student's yet. Bare numbers that
  /// answer a question take its unit on.
  public func makeSheet() -> Worksheet {
    let sheet = Worksheet(units: units, products: products)
    provide(to: sheet)
    for (name, value) in ownRequired { sheet.provide(value, as: name) }
    sheet.adjustment = { [self] sheet, key, value in
      guard let answer = answer(for: key) else { return value }
      let reading = AnswerReading(
        value, UnitEvidence(reference: self, sheet: sheet, key: key, answer: answer), answer)
      if let adopted = reading.adopted { return adopted }
      // What is computed is shown in the unit asked for, unless the student says otherwise.
      guard reading.manner == .converted, let converted = reading.value,
        let formula = sheet.formula(of: key), formula.typedFigures == nil,
        !formula.isConversion, !answer.unit.isTemperaturePoint
      else { return value }
      return converted
    }
    sheet.callAdjustment = { [self] definition, value in
      guard let function = functions.first(where: { $0.spec.name == definition.name }),
        !definition.result.isConversion, !function.unit.isTemperaturePoint
      else { return value }
      return value.converted(to: function.unit) ?? value
    }
    sheet.otherKey = { [self, unowned sheet] name in
      guard let answer = answer(named: name) else { return nil }
      return keys(of: answer.spec).first { sheet.text(of: $0) != nil }
    }
    return sheet
  }

  /// - Parameter known: what is provided already, and stays where names are the same.
  private func provide(to sheet: Worksheet, below known: [String: Value] = [:]) {
    for (table, also) in tables { sheet.provide(table, also: also) }
    for constant in constants where known[constant.name] == nil {
      sheet.provide(constant.value, as: constant.name)
    }
    for (name, value) in required where known[name] == nil { sheet.provide(value, as: name) }
  }

  // MARK: Computing

  private func compute(_ question: Question) {
    let sheet = Worksheet(units: units, products: products)
    sheet.provide(values)
    provide(to: sheet, below: values)
    sheet.together(steps: stepsLeft) { compute(question, on: sheet) }
    stepsLeft = max(0, stepsLeft - sheet.stepsTaken)
  }

  private func compute(_ question: Question, on sheet: Worksheet) {
    for given in question.given {
      bind(given.name, given.formula, in: sheet)
      if let formula = sheet.formula(of: .name(given.name)) {
        givensByQuestion[question.id, default: []].append(
          GivenFormula(name: given.name, text: given.formula.text, formula: formula))
      }
    }
    switch question.body {
    case .values(let specs):
      for spec in specs { bind(spec.name, spec.expect, in: sheet) }
      for spec in specs { add(spec, of: question, sheet) }
      for spec in specs {
        if case .success(let value)? = sheet.value(of: .name(spec.name)) {
          values[spec.name] = value
        }
      }
    case .function(let spec): add(spec, of: question, sheet)
    case .text(let text):
      for criterion in text.criteria {
        if case .figures(let formulas, _) = criterion.kind {
          add(formulas, of: criterion, question, sheet)
        }
      }
    case .choice, .reading: break
    }
    if case .function(let spec) = question.body, let point = spec.points.first {
      // A misconception of a function is a formula over its parameters.
      for (name, argument) in zip(spec.parameters, point) {
        if let value = evaluate(argument, in: sheet) { sheet.provide(value, as: name) }
      }
      for misconception in question.misconceptions { _ = evaluate(misconception.when, in: sheet) }
    }
    if case .values(let specs) = question.body {
      for misconception in question.misconceptions {
        let wanted = misconception.answer
        if let wanted, !specs.contains(where: { $0.name == wanted.text }) {
          report(ReferenceWording.noSuchAnswer(wanted.text, known: specs.map(\.name)), at: wanted)
        }
        guard let value = evaluate(misconception.when, in: sheet) else { continue }
        for spec in specs where wanted == nil || wanted?.text == spec.name {
          guard let answer = answer(named: spec.name),
            let asked = value.converted(to: answer.unit), answer.accepts(asked)
          else { continue }
          report(ReferenceWording.sayOfRight(spec.name), at: misconception.when)
        }
      }
    }
  }

  private func bind(_ name: String, _ formula: SourcedText, in sheet: Worksheet) {
    switch Parser.formula(formula.text) {
    case .failure(let problem): report(problem, formula)
    case .success(let expression):
      let kind = Statement.Kind.assign(name: name, nameSpan: expression.span, expression)
      let statement = Statement(kind: kind, span: expression.span, text: formula.text)
      if let problem = sheet.load([statement])[0].problem, !problem.isAboutLaterName {
        report(problem, formula)
      }
    }
  }

  private func add(_ spec: ValueAnswer, of question: Question, _ sheet: Worksheet) {
    guard let formula = sheet.formula(of: .name(spec.name)) else { return }
    let value: Value
    switch sheet.value(of: .name(spec.name)) {
    case .success(let own)?: value = own
    case .failure(let problem)?:
      report(problem, spec.expect)
      return
    case nil: return
    }
    guard let own = value.unit else {
      report(
        ReferenceWording.notNumbers(spec.name, found: value.kindName), at: spec.expect)
      return
    }
    let unit = spec.unit.map { self.unit($0) } ?? own
    guard let unit else { return }
    guard let asked = value.converted(to: unit) else {
      report(
        ReferenceWording.otherDimension(
          spec.name, expect: own.symbol, unit: unit.symbol),
        at: spec.unit ?? spec.expect)
      return
    }
    guard let tolerance = tolerance(spec.judging, unit, own: own, asked, sheet) else { return }
    let answer = Answer(
      question: question.id, spec: spec, unit: unit, own: own,
      accepts: spec.judging.accepts.compactMap { self.unit($0) }, value: asked,
      tolerance: tolerance, formula: formula)
    for key in keys(of: spec) {
      if answersByKey[key] != nil {
        report(ReferenceWording.twice("\(key)"), at: spec.expect)
      } else {
        answersByKey[key] = answers.count
      }
    }
    answers.append(answer)
  }

  /// The names and columns under which an answer is taken.
  public func keys(of spec: ValueAnswer) -> [Worksheet.Key] {
    let names = [spec.name] + spec.also
    if let known = keysByNames[names] { return known }
    let keys = readKeys(of: spec)
    keysByNames[names] = keys
    return keys
  }

  private func readKeys(of spec: ValueAnswer) -> [Worksheet.Key] {
    [.name(spec.name)]
      + spec.also.compactMap { text in
        guard case .success(let expression) = Parser.formula(text) else { return nil }
        switch expression.kind {
        case .name(let name): return .name(name)
        case .element(let receiver, let element):
          guard case .name(let word) = receiver.kind, case .text(let column) = element.kind,
            let table = tables.first(where: { $0.table.name == word || $0.also.contains(word) })
          else {
            report(ReferenceWording.also(text), at: spec.expect)
            return nil
          }
          return .column(table: table.table.name, column: column)
        default:
          report(ReferenceWording.also(text), at: spec.expect)
          return nil
        }
      }
  }
}
