import Exercises
import Formulas
import Quantities

/// What the names of a model answer stand for: answers, givens, tables and the answers of
/// required exercises, with the model's values or the student's.
public struct ModelScope {
  /// A name's formula, with the question whose givens it may use.
  public struct Definition {
    public var formula: Expression
    public var text: String
    public var question: String
  }

  /// Which may keep the scope itself.
  public unowned let compiled: CompiledExercise
  public let units: UnitSystem
  /// The student's values of earlier answers, which are then taken as they are.
  public let own: [String: Value]
  private let sheet: Worksheet
  private let question: String
  private var answerKey: AnswerKey { compiled.answerKey }

  /// - `own`: values that replace the model's, by the names of answers. With none of them,
  ///   `CompiledExercise` has a scope that serves all students.
  public init(
    _ compiled: CompiledExercise, question: String, own: [String: Value] = [:], in units: UnitSystem
  ) {
    self.compiled = compiled
    self.units = units
    self.own = own
    self.question = question
    sheet = compiled.makeScopeSheet(units: units, own: own)
    _ = sheet.load(
      compiled.givens(of: question).map { given in
        AuthorFormula.statement(binding: given.name, to: given.formula, text: given.text)
      })
  }

  /// Whether all its values and units are the model's own, so that what is made of it serves all
  /// students.
  public var isOfModel: Bool { own.isEmpty && units.declared == compiled.units.declared }

  /// The scope of another question, whose givens are other.
  public func other(question: String) -> ModelScope {
    if question == self.question { return self }
    return own.isEmpty
      ? compiled.modelScope(of: question, in: units)
      : ModelScope(compiled, question: question, own: own, in: units)
  }

  /// Nil where it cannot be computed from the model answers.
  public func value(of formula: Expression) -> Value? { try? sheet.evaluate(formula).get() }

  /// What a name stands for in the model answer; nil where it stands for nothing.
  public func value(of name: String) -> Value? {
    if case .success(let value)? = sheet.value(of: .name(name)) { return value }
    return own[name] ?? answerKey.answer(named: name)?.value ?? compiled.required[name]
      ?? compiled.constant(named: name)?.value
  }

  /// The formula behind a name of the model answers; nil where its value is taken as it is.
  public func definition(of name: String, in question: String) -> Definition? {
    if let given = compiled.givens(of: question).first(where: { $0.name == name }) {
      return Definition(formula: given.formula, text: given.text, question: question)
    }
    guard own[name] == nil, let answer = answerKey.answer(named: name) else { return nil }
    return Definition(
      formula: answer.formula, text: answer.spec.expect.text, question: answer.question)
  }

  /// The unit in which a name is stated; nil where that is the unit of its value.
  public func statedUnit(of name: String) -> Unit? { answerKey.answer(named: name)?.unit }

  /// Whether a name is that of an answer that is asked for.
  public func isAnswer(_ name: String) -> Bool { answerKey.answer(named: name) != nil }

  /// The table of that name, or that students may call so too.
  public func table(_ word: String) -> Table? {
    compiled.tables.first { $0.table.name == word || $0.also.contains(word) }?.table
  }

  /// Names that could be taken for one another in an answer: givens, other answers up to the end
  /// of its question, those of required exercises, and parameters.
  public func names(for answer: AnswerKey.Answer) -> [String] {
    let order = compiled.exercise.questions.map(\.id)
    let place = order.firstIndex(of: answer.question) ?? order.count
    let answers = answerKey.answers.filter { other in
      other.spec.name != answer.spec.name && (order.firstIndex(of: other.question) ?? 0) <= place
    }
    let known = Set(answers.map(\.spec.name))
    // Constants are mistaken for one another, but come to nobody's mind otherwise.
    let constants = compiled.constants.map(\.name)
    let usesConstant = !answer.formula.usedNames.isDisjoint(with: constants)
    return (usesConstant ? constants : []) + compiled.givens(of: answer.question).map(\.name)
      + answers.map(\.spec.name) + compiled.required.keys.filter { !known.contains($0) }.sorted()
      + own.keys.filter { answerKey.answer(named: $0) == nil && compiled.required[$0] == nil }
      .sorted()
  }

  /// Whether students cannot see a name, since it is given to the model answer alone.
  public func isGiven(_ name: String, in question: String) -> Bool {
    compiled.givens(of: question).contains { $0.name == name }
  }
}

extension CompiledExercise {
  /// What the names of a question's model answer stand for with the model's own values; made once
  /// for all students who declare no units.
  public func modelScope(of question: String, in units: UnitSystem) -> ModelScope {
    guard units.declared == self.units.declared else {
      return ModelScope(self, question: question, in: units)
    }
    if let known = modelScopes[question] { return known }
    let scope = ModelScope(self, question: question, in: units)
    modelScopes[question] = scope
    return scope
  }

  /// Formulas of a model answer that are looked into at most.
  private static let partLimit = 500

  /// Their symbols, as they can be typed.
  public func partSymbols(of answer: AnswerKey.Answer) -> [String] {
    partUnits(of: answer).map(\.symbol).filter { !$0.isEmpty }.sorted()
  }

  /// The units of all that a model answer is made of, through the names that it uses.
  func partUnits(of answer: AnswerKey.Answer) -> Set<Unit> {
    if let known = answer.knownParts ?? knownPartUnits[answer.spec.name] { return known }
    var found: Set<Unit> = []
    var seen: Set<String> = []
    var waiting = [(formula: answer.formula, question: answer.question)]
    var count = 0
    while let (formula, question) = waiting.popLast(), count < Self.partLimit {
      count += 1
      let scope = modelScope(of: question, in: units)
      if let unit = scope.value(of: formula)?.unit { found.insert(unit) }
      for name in formula.usedNames where seen.insert(name).inserted {
        if let stated = scope.statedUnit(of: name) { found.insert(stated) }
        if let definition = scope.definition(of: name, in: question) {
          waiting.append((definition.formula, definition.question))
        }
      }
      if !formula.isQuantity(isName: { scope.value(of: $0) != nil }) {
        waiting += formula.parts.map { ($0, question) }
      }
    }
    knownPartUnits[answer.spec.name] = found
    return found
  }
}
