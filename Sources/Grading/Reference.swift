import Diagnostics
import Exercises
import Formulas
import Quantities

/// The model answers of an exercise, computed.
///
/// Made once for an exercise; every student's sheet is then a copy of its units.
public final class Reference {
  /// A value that is asked for.
  public struct Answer {
    public let question: String
    public let spec: ValueAnswer
    /// The unit asked for.
    public let unit: UnitID
    public let accepts: [UnitID]
    /// In `unit`.
    public internal(set) var value: Value
    public let tolerance: Tolerance
    public let formula: Expression
  }

  /// A function that is asked for, with its test points.
  public struct Function {
    public let question: String
    public let spec: FunctionAnswer
    public let unit: UnitID
    public let tolerance: Tolerance
    public let points: [(arguments: [Value], expected: Value)]
  }

  public let exercise: Exercise
  public let units: UnitSystem
  /// In the order of the exercise.
  public private(set) var answers: [Answer] = []
  public private(set) var functions: [Function] = []
  public let tables: [(table: Table, also: [String])]
  /// Model answers of required exercises.
  public let required: [String: Value]
  /// The student's own answers to required exercises, which formulas use instead.
  public let ownRequired: [String: Value]
  /// What is wrong with the author's formulas, by line of the file.
  public private(set) var problems: [(line: Int, text: String, diagnostic: Diagnostic)] = []

  /// A name of the model answers alone, with its formula.
  struct GivenFormula {
    var name: String
    var text: String
    var formula: Expression
  }

  /// The named figures that can be computed here, in the order in which they are declared.
  public let constants: [ConstantFigure]
  /// What is wrong with constants and comparisons, some of which are the course's.
  public private(set) var figureProblems: [LocatedDiagnostic] = []
  /// What the figures of a text are compared with, by question and criterion.
  private var figures: [String: [String: [FigureFormula]]] = [:]
  private var answersByKey: [Worksheet.Key: Int] = [:]
  private var givensByQuestion: [String: [GivenFormula]] = [:]
  private var values: [String: Value] = [:]

  /// Computes every model answer. `units` must be a copy of its own; the exercise's units are
  /// declared in it.
  ///
  /// - Parameters:
  ///   - required: what the model answers build on.
  ///   - ownRequired: what the student's formulas build on, where that is the student's own.
  public init(
    _ exercise: Exercise, units: UnitSystem, required: [String: Value] = [:],
    ownRequired: [String: Value] = [:]
  ) {
    self.exercise = exercise
    self.units = units
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
    let sheet = Worksheet(units: UnitSystem(copying: units))
    provide(to: sheet)
    for (name, value) in values { sheet.provide(value, as: name) }
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
  func givens(of question: String) -> [GivenFormula] { givensByQuestion[question] ?? [] }

  func figures(of question: String, criterion: String) -> [FigureFormula] {
    figures[question]?[criterion] ?? []
  }

  /// Model answers by name, for exercises that require this one.
  public var modelValues: [String: Value] { values }

  /// A sheet with the exercise's tables and nothing of the student's yet. Bare numbers that
  /// answer a question take its unit on.
  public func makeSheet(budget: Budget = .standard) -> Worksheet {
    let sheet = Worksheet(units: UnitSystem(copying: units), budget: budget)
    provide(to: sheet)
    for (name, value) in ownRequired { sheet.provide(value, as: name) }
    sheet.adjustment = { [self, unowned sheet] key, value, holdsBareNumber in
      guard let answer = answer(for: key) else { return value }
      let reading = AnswerReading(
        value, holdsBareNumber: holdsBareNumber(), answer, in: sheet.units)
      return reading.adopted ?? value
    }
    return sheet
  }

  private func provide(to sheet: Worksheet) {
    for (table, also) in tables { sheet.provide(table, also: also) }
    for constant in constants { sheet.provide(constant.value, as: constant.name) }
    for (name, value) in required { sheet.provide(value, as: name) }
  }

  // MARK: Computing

  private func compute(_ question: Question) {
    let sheet = Worksheet(units: units)
    provide(to: sheet)
    for (name, value) in values { sheet.provide(value, as: name) }
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
            let asked = value.converted(to: answer.unit, in: units), answer.accepts(asked)
          else { continue }
          report(ReferenceWording.sayOfRight(spec.name), at: misconception.when)
        }
      }
    }
  }

  private func add(
    _ specs: [TextAnswer.Figure], of criterion: TextAnswer.Criterion, _ question: Question,
    _ sheet: Worksheet
  ) {
    guard case .figures(_, let atLeast) = criterion.kind else { return }
    var count = 0
    for spec in specs {
      guard case .success(let formula) = Parser.formula(spec.formula.text) else {
        _ = evaluate(spec.formula, in: sheet)
        return
      }
      guard let value = evaluate(spec.formula, in: sheet) else { return }
      guard let unit = value.unit, let numbers = value.numbers else {
        let text = spec.formula.text
        return report(
          ReferenceWording.notNumbers(text, found: value.kindName), at: spec.formula)
      }
      var stated = unit
      if let asked = spec.unit {
        guard let own = self.unit(asked) else { return }
        guard units.conversion(from: unit, to: own) != nil else {
          return report(
            ReferenceWording.otherDimension(
              spec.formula.text, expect: units.symbol(of: unit), unit: units.symbol(of: own)),
            at: asked)
        }
        stated = own
      } else if case .name(let name) = formula.kind, let answer = answer(named: name) {
        stated = answer.unit
      }
      count += numbers.count { $0.isFinite }
      figures[question.id, default: [:]][criterion.id, default: []].append(
        FigureFormula(
          spec, formula, value, stated: stated, unit: unit, rows: rowNames(of: value, formula)))
    }
    if atLeast > count, let first = specs.first {
      report(ReferenceWording.tooFewFigures(atLeast, count: count), at: first.formula)
    }
  }

  /// The names of a column's rows; of one cell, the name of its row.
  private func rowNames(of value: Value, _ formula: Expression) -> [String]? {
    let tables = tables.map(\.table)
    switch value {
    case .column(let numbers, _):
      return tables.first { $0.rowCount == numbers.count }?.rowNames
    case .quantity:
      guard let row = formula.onlyRow,
        let names = tables.compactMap(\.rowNames).first, names.indices.contains(row)
      else { return nil }
      return [names[row]]
    case .texts, .truths, .text, .truth, .table, .function: return nil
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
    guard let asked = value.converted(to: unit, in: units) else {
      report(
        ReferenceWording.otherDimension(
          spec.name, expect: units.symbol(of: own), unit: units.symbol(of: unit)),
        at: spec.unit ?? spec.expect)
      return
    }
    guard let tolerance = tolerance(spec.judging, unit, sheet) else { return }
    let answer = Answer(
      question: question.id, spec: spec, unit: unit,
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

  private func add(_ spec: FunctionAnswer, of question: Question, _ sheet: Worksheet) {
    guard case .success(let body) = Parser.formula(spec.expect.text) else {
      if case .failure(let problem) = Parser.formula(spec.expect.text) {
        report(problem, spec.expect)
      }
      return
    }
    let definition = FunctionDefinition(
      name: spec.name, nameSpan: Span(0, 0), parameters: spec.parameters, locals: [],
      result: body)
    _ = sheet.load([
      Statement(kind: .function(definition), span: body.span, text: spec.expect.text)
    ])
    var points: [(arguments: [Value], expected: Value)] = []
    var asked = spec.unit.flatMap { unit($0) }
    if spec.unit != nil, asked == nil { return }
    for point in spec.points {
      var arguments: [Value] = []
      for argument in point {
        guard let value = evaluate(argument, in: sheet) else { return }
        arguments.append(value)
      }
      switch sheet.call(spec.name, arguments) {
      case .failure(let problem)?:
        report(problem, point.first ?? spec.expect)
        return
      case .success(let value)?:
        let unit = asked ?? value.unit ?? .one
        asked = unit
        guard let expected = value.converted(to: unit, in: units) else {
          report(
            ReferenceWording.otherDimension(
              spec.name, expect: value.unit.map { units.symbol(of: $0) } ?? value.kindName,
              unit: units.symbol(of: unit)),
            at: point.first ?? spec.expect)
          return
        }
        points.append((arguments, expected))
      case nil: return
      }
    }
    guard let tolerance = tolerance(spec.judging, asked ?? .one, sheet) else { return }
    functions.append(
      Function(
        question: question.id, spec: spec, unit: asked ?? .one, tolerance: tolerance,
        points: points))
  }

  private func tolerance(
    _ judging: Judging, _ unit: UnitID, _ sheet: Worksheet
  ) -> Tolerance? {
    func number(_ text: SourcedText) -> Double? {
      guard let value = evaluate(text, in: sheet) else { return nil }
      // A bare number is in the unit of the answer.
      if value.unit == .one { return value.numbers?.first }
      guard let own = value.converted(to: unit, in: units)?.numbers?.first else {
        report(
          ReferenceWording.toleranceUnit(text.text, unit: units.symbol(of: unit)), at: text)
        return nil
      }
      return own
    }
    switch judging.tolerance {
    case .relative(let share): return .relative(share)
    case .figures(let count): return .figures(count)
    case .factor(let factor): return .factor(factor)
    case .absolute(let text): return number(text).map { .absolute($0) }
    case .range(let low, let high):
      guard let first = number(low), let second = number(high) else { return nil }
      return .range(min(first, second), max(first, second))
    }
  }

  private func evaluate(_ text: SourcedText, in sheet: Worksheet) -> Value? {
    switch Parser.formula(text.text) {
    case .failure(let problem): report(problem, text)
    case .success(let expression):
      switch sheet.evaluate(expression) {
      case .success(let value): return value
      case .failure(let problem): report(problem, text)
      }
    }
    return nil
  }

  /// The unit that a text stands for, looked up without the exercise's names.
  private func unit(_ text: SourcedText) -> UnitID? {
    guard let value = evaluate(text, in: Worksheet(units: units)) else { return nil }
    guard case .quantity(1, let unit) = value else {
      report(ReferenceWording.notAUnit(text.text), at: text)
      return nil
    }
    return unit
  }

  private func report(_ problem: FormulaProblem, _ text: SourcedText) {
    problems.append((text.line, text.text, problem.diagnostic))
  }

  private func report(_ diagnostic: Diagnostic, at text: SourcedText) {
    problems.append((text.line, text.text, diagnostic))
  }
}

extension FormulaProblem {
  /// A name of the same question that is bound only further on.
  var isAboutLaterName: Bool {
    switch kind {
    case .unknownName, .noValue: true
    default: false
    }
  }
}

extension DataTable {
  /// The table with its units read.
  func computed(
    in units: UnitSystem, _ problems: inout [(line: Int, text: String, diagnostic: Diagnostic)]
  ) -> Table {
    let columns = columns.map { column -> Table.Column in
      switch column.cells {
      case .texts(let texts): return Table.Column(heading: column.heading, cells: .texts(texts))
      case .numbers(let numbers):
        var unit = UnitID.one
        if let text = column.unit {
          switch Parser.formula(text.text).flatMap({ Worksheet(units: units).evaluate($0) }) {
          case .success(.quantity(1, let own)): unit = own
          case .success:
            problems.append((text.line, text.text, ReferenceWording.notAUnit(text.text)))
          case .failure(let problem):
            problems.append((text.line, text.text, problem.diagnostic))
          }
        }
        return Table.Column(heading: column.heading, cells: .column(numbers, unit))
      }
    }
    return Table(name: name, columns: columns, rowCount: rowCount)
  }
}
