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

  public let reference: Reference
  /// The student's values of earlier answers, which are then taken as they are.
  let own: [String: Value]
  private let sheet: Worksheet

  /// - Parameter own: values that replace the model's, by the names of answers.
  public init(_ reference: Reference, question: String, own: [String: Value]) {
    self.reference = reference
    self.own = own
    sheet = Worksheet(units: reference.units, products: reference.products)
    for (table, also) in reference.tables { sheet.provide(table, also: also) }
    for constant in reference.constants { sheet.provide(constant.value, as: constant.name) }
    for (name, value) in reference.required { sheet.provide(value, as: name) }
    for answer in reference.answers { sheet.provide(answer.value, as: answer.spec.name) }
    for (name, value) in own { sheet.provide(value, as: name) }
    _ = sheet.load(
      reference.givens(of: question).map { given in
        Statement(
          kind: .assign(name: given.name, nameSpan: given.formula.span, given.formula),
          span: given.formula.span, text: given.text)
      })
  }

  public func value(of formula: Expression) -> Value? {
    try? sheet.evaluate(formula).get()
  }

  public func value(of name: String) -> Value? {
    if case .success(let value)? = sheet.value(of: .name(name)) { return value }
    return own[name] ?? reference.answer(named: name)?.value ?? reference.required[name]
      ?? reference.constant(named: name)?.value
  }

  /// The formula behind a name of the model answers; nil where its value is taken as it is.
  public func definition(of name: String, in question: String) -> Definition? {
    if let given = reference.givens(of: question).first(where: { $0.name == name }) {
      return Definition(formula: given.formula, text: given.text, question: question)
    }
    guard own[name] == nil, let answer = reference.answer(named: name) else { return nil }
    return Definition(
      formula: answer.formula, text: answer.spec.expect.text, question: answer.question)
  }

  /// The unit in which a name is stated; nil where that is the unit of its value.
  public func statedUnit(of name: String) -> Unit? { reference.answer(named: name)?.unit }

  public func table(_ word: String) -> Table? {
    reference.tables.first { $0.table.name == word || $0.also.contains(word) }?.table
  }

  /// Names that could be taken for one another in an answer: givens, other answers up to the end
  /// of its question, those of required exercises, and parameters.
  public func names(for answer: Reference.Answer) -> [String] {
    let order = reference.exercise.questions.map(\.id)
    let place = order.firstIndex(of: answer.question) ?? order.count
    let answers = reference.answers.filter { other in
      other.spec.name != answer.spec.name
        && (order.firstIndex(of: other.question) ?? 0) <= place
    }
    let known = Set(answers.map(\.spec.name))
    // Constants are mistaken for one another, but come to nobody's mind otherwise.
    let constants = reference.constants.map(\.name)
    let usesConstant = !answer.formula.usedNames.isDisjoint(with: constants)
    return (usesConstant ? constants : []) + reference.givens(of: answer.question).map(\.name)
      + answers.map(\.spec.name)
      + reference.required.keys.filter { !known.contains($0) }.sorted()
      + own.keys.filter { reference.answer(named: $0) == nil && reference.required[$0] == nil }
      .sorted()
  }

  public func isGiven(_ name: String, in question: String) -> Bool {
    reference.givens(of: question).contains { $0.name == name }
  }
}
