import Diagnostics
import Exercises
import Formulas
import Quantities

/// An exercise with all of it that depends on no student: units declared, names resolved, model
/// answers computed. One serves a whole class.
public final class CompiledExercise {
  /// A name of the model answers alone, with its formula.
  public struct GivenFormula {
    public let name: String
    public let text: String
    public let formula: Expression
  }

  /// As its author wrote it.
  public let exercise: Exercise
  /// The catalogue with what the exercise declares.
  public let units: UnitSystem
  /// With the other names that each goes by.
  public let tables: [(table: Table, also: [String])]
  /// The named figures that can be computed here, in the order in which they are declared.
  public let constants: [CompiledConstant]
  /// What amounts are compared with.
  public let equivalencies: [CompiledEquivalency]
  /// Model answers of required exercises.
  public let required: [String: Value]
  /// The model answers, evaluated once.
  public let answerKey: AnswerKey
  /// What is wrong with the author's formulas, those of constants first.
  public let problems: [LocatedDiagnostic]

  /// Names of answers whose formulas cannot be computed.
  let failed: Set<String>
  private let givensByQuestion: [String: [GivenFormula]]
  private let figuresByQuestion: [String: [String: [FigureFormula]]]
  /// Constants and answers of required exercises, which a student's formulas may use.
  let provided: [String: Value]
  /// Those and the model answers, each in the unit asked for.
  private let modelNames: [String: Value]
  /// By question.
  var modelScopes: [String: ModelScope] = [:]
  /// What other rooms have worked out of the model answers for all students.
  private var workedOut: [String: AnyObject] = [:]
  /// By the names of answers.
  var knownPartUnits: [String: Set<Unit>] = [:]

  /// Computes every model answer. `units` must be a copy of its own; the exercise's units are
  /// declared in it.
  ///
  /// - `required`: what the model answers build on.
  /// - `withheldNames`: answers of required exercises whose model answers are withheld.
  public init(
    _ exercise: Exercise, units: UnitSystem, required: [String: Value] = [:],
    withheldNames: Set<String> = []
  ) {
    let compiler = ExerciseCompiler(exercise, units: units, required: required)
    self.exercise = exercise
    self.units = compiler.units
    self.required = required
    tables = compiler.tables
    constants = compiler.constants
    answerKey = compiler.answerKey
    equivalencies = exercise.equivalencies.compactMap {
      CompiledEquivalency($0, in: compiler.units)
    }
    problems = compiler.problems
    failed = compiler.failed.union(withheldNames)
    givensByQuestion = compiler.givens
    figuresByQuestion = compiler.figures
    provided = compiler.provided
    modelNames = provided.merging(
      compiler.answerKey.answers.filter { $0.isKnown }.map { ($0.spec.name, $0.value) },
      uniquingKeysWith: { $1 })
  }

  /// Something worked out of the model answers, made once for all students.
  public func kept<Made: AnyObject>(_ name: String, make: () -> Made?) -> Made? {
    if let known = workedOut[name] as? Made { return known }
    let made = make()
    if let made { workedOut[name] = made }
    return made
  }

  /// The named figure of the exercise or its course; nil where there is none.
  public func constant(named name: String) -> CompiledConstant? {
    constants.first { $0.name == name }
  }

  /// Names that only the model answers of a question use.
  public func givens(of question: String) -> [GivenFormula] { givensByQuestion[question] ?? [] }

  /// What the figures of a text are compared with.
  public func figures(of question: String, criterion: String) -> [FigureFormula] {
    figuresByQuestion[question]?[criterion] ?? []
  }

  /// Units of the givens, by their names; of those that have another unit elsewhere, none.
  private lazy var givenUnits: [String: Unit] = {
    var found: [String: Unit] = [:]
    var isOfSeveral: Set<String> = []
    let sheet = Worksheet(units: units)
    for given in givensByQuestion.values.joined() {
      guard case .success(let value) = sheet.evaluate(given.formula), let unit = value.unit else {
        continue
      }
      if let other = found.updateValue(unit, forKey: given.name), other != unit {
        isOfSeveral.insert(given.name)
      }
    }
    return found.filter { !isOfSeveral.contains($0.key) }
  }()

  /// Names that symbols of the prompts' tables stand for.
  private lazy var symbols: [String: String] = exercise.questions.reduce(into: [:]) {
    $0.merge($1.symbols) { first, _ in first }
  }

  // MARK: Sheets

  /// A sheet with the exercise's tables and nothing of the student's yet. Bare numbers that
  /// answer a question take its unit on.
  ///
  /// - Parameter own: the student's own answers to required exercises, which formulas use instead
  ///   of the model's.
  public func makeSheet(ownRequired own: [String: Value] = [:]) -> Worksheet {
    let sheet = makeSheet(providing: provided.merging(own) { $1 })
    sheet.adjustment = { [self] sheet, key, value in
      guard let answer = answerKey.answer(for: key) else { return value }
      let reading = interpretation(of: value, answer, at: key, on: sheet)
      if let adopted = reading.adopted { return adopted }
      // What is computed is shown in the unit asked for, unless the student says otherwise.
      guard reading.manner == .converted, let converted = reading.value,
        let formula = sheet.formula(of: key), formula.typedFigures == nil,
        !formula.isConversion, !answer.unit.isTemperaturePoint
      else { return value }
      return converted
    }
    sheet.callAdjustment = { [self] definition, value in
      guard let function = answerKey.function(named: definition.name),
        !definition.result.isConversion, !function.unit.isTemperaturePoint
      else { return value }
      return value.converted(to: function.unit) ?? value
    }
    sheet.askedUnit = { [self] key in
      if let unit = answerKey.answer(for: key)?.unit { return unit }
      return if case .name(let name) = key { givenUnits[name] } else { nil }
    }
    sheet.symbols = symbols
    sheet.otherKey = { [self, unowned sheet] name in
      answerKey.answer(named: name)?.keys.first { sheet.text(of: $0) != nil }
    }
    return sheet
  }

  /// A sheet on which every answer has the model's value, and functions are the model's.
  public func makeModelSheet() -> Worksheet {
    let sheet = makeSheet(providing: answerKey.values.merging(provided) { own, _ in own })
    for function in answerKey.functions {
      let locals = givens(of: function.question).map { ($0.name, $0.formula) }
      if let statement = function.spec.statement(locals: locals) { _ = sheet.load([statement]) }
    }
    return sheet
  }

  /// A sheet on which every name of the model answers has its value in the unit asked for.
  func makeScopeSheet(units: UnitSystem, own: [String: Value]) -> Worksheet {
    makeSheet(in: units, providing: modelNames.merging(own) { $1 })
  }

  /// A sheet with what a question's model answer builds on.
  func makeAuthorSheet(of question: Question, with known: [String: Value]) -> Worksheet {
    let sheet = makeSheet(providing: known)
    _ = sheet.load(question.given.compactMap { $0.formula.statement(binding: $0.name) })
    return sheet
  }

  /// - Parameter units: nil for the exercise's own.
  private func makeSheet(
    in units: UnitSystem? = nil, providing values: [String: Value]
  ) -> Worksheet {
    let sheet = Worksheet(units: units ?? self.units)
    for (table, also) in tables { sheet.provide(table, also: also) }
    sheet.provide(values)
    return sheet
  }
}

extension FunctionAnswer {
  /// The model answer's definition, with names of its own; nil where it cannot be parsed.
  public func statement(locals: [(name: String, formula: Expression)] = []) -> Statement? {
    expect.expression.map { body in
      let definition = FunctionDefinition(
        name: name, nameSpan: Span(0, 0), parameters: parameters, locals: locals, result: body)
      return Statement(kind: .function(definition), span: body.span, text: expect.text)
    }
  }
}

extension AuthorFormula {
  /// A statement that binds a name to it; nil where it cannot be parsed.
  func statement(binding name: String) -> Statement? {
    expression.map { Self.statement(binding: name, to: $0, text: text) }
  }

  static func statement(binding name: String, to formula: Expression, text: String) -> Statement {
    Statement(
      kind: .assign(name: name, nameSpan: formula.span, formula), span: formula.span, text: text)
  }
}
