import AnswerKeys
import Diagnostics
import Formulas
import Quantities

/// Where a formula stands: what its names are opened into.
struct FormulaPlace {
  /// The text that holds it, for parts that are called by what was written; nil where they are not.
  var text: String?
  /// The question whose givens it may use; none for a student's.
  var question = ""
}

/// What the words of a formula stand for: those of a model answer, or a student's.
protocol FormulaSource {
  /// Nil where it cannot be computed.
  func value(of formula: Expression, at place: FormulaPlace) -> Value?
  /// Whether a word is a name, and no unit.
  func isName(_ word: String, at place: FormulaPlace) -> Bool
  /// Whether a word that is no name stands for a unit, and not for a constant.
  func isUnit(_ word: String, at place: FormulaPlace) -> Bool
  /// What a name or column is called; nil for a student's own name, of which its formula matters.
  func origin(of key: Worksheet.Key) -> FormulaTree.Origin?
  /// The formula behind a name; nil where its value is taken as it is.
  func definition(of key: Worksheet.Key, at place: FormulaPlace) -> (
    formula: Expression, place: FormulaPlace
  )?
  /// Its value, where that is not what its formula comes to.
  func fixedValue(of key: Worksheet.Key) -> Value?
  /// The unit in which a name is stated; nil where that is the unit of its value.
  func statedUnit(of key: Worksheet.Key) -> Unit?
  /// The first name of a table; nil for any other word.
  func tableName(_ word: String) -> String?
  /// A function that is no function of the language.
  func function(_ name: String) -> FunctionDefinition?
  var plainUnits: PlainUnits { get }
}

extension FormulaSource {
  func isTable(_ word: String) -> Bool { tableName(word) != nil }
}

/// A model answer's formulas, with the scopes of the questions that they reach into, each made once.
final class ModelSource: FormulaSource {
  private let scope: ModelScope
  private var others: [String: ModelScope] = [:]
  let plainUnits: PlainUnits

  init(_ scope: ModelScope) {
    self.scope = scope
    plainUnits = .of(scope.compiled)
  }

  private func scope(at place: FormulaPlace) -> ModelScope {
    if let known = others[place.question] { return known }
    let other = scope.other(question: place.question)
    others[place.question] = other
    return other
  }

  func value(of formula: Expression, at place: FormulaPlace) -> Value? {
    scope(at: place).value(of: formula)
  }

  func isName(_ word: String, at place: FormulaPlace) -> Bool {
    scope(at: place).value(of: word) != nil
  }

  func isUnit(_ word: String, at place: FormulaPlace) -> Bool {
    value(of: Expression(.name(word), Span(0, 0)), at: place)?.numbers == [1]
  }

  func origin(of key: Worksheet.Key) -> FormulaTree.Origin? {
    switch key {
    case .name(let name): .name(name)
    case .column: .column(key)
    }
  }

  func definition(of key: Worksheet.Key, at place: FormulaPlace) -> (
    formula: Expression, place: FormulaPlace
  )? {
    guard case .name(let name) = key, let found = scope.definition(of: name, in: place.question)
    else { return nil }
    return (found.formula, FormulaPlace(text: found.text, question: found.question))
  }

  func fixedValue(of key: Worksheet.Key) -> Value? { nil }

  func statedUnit(of key: Worksheet.Key) -> Unit? {
    guard case .name(let name) = key else { return nil }
    return scope.statedUnit(of: name)
  }

  func tableName(_ word: String) -> String? { scope.table(word)?.name }
  func function(_ name: String) -> FunctionDefinition? { nil }
}

/// A student's formulas, with the model's values under the names of answers, so that an earlier
/// error does not hide what is done with them.
public struct StudentSource {
  let sheet: Worksheet
  let compiled: CompiledExercise
  /// The answer that is asked for, whose own name is opened.
  let key: Worksheet.Key
  let plainUnits: PlainUnits

  public init(_ sheet: Worksheet, _ compiled: CompiledExercise, at key: Worksheet.Key) {
    self.sheet = sheet
    self.compiled = compiled
    self.key = key
    plainUnits = .of(compiled)
  }

  func answer(_ other: Worksheet.Key) -> AnswerKey.Answer? {
    guard let answer = compiled.answerKey.answer(for: other), !answer.keys.contains(key) else {
      return nil
    }
    return answer
  }
}

extension StudentSource: FormulaSource {
  func value(of formula: Expression, at place: FormulaPlace) -> Value? {
    if case .name(let word) = formula.kind {
      if case .success(let value)? = sheet.value(of: .name(word)) { return value }
      // Of a word that stands for nothing, the sheet would look for what is meant.
      let stands =
        sheet.hasName(word) || Self.constants.contains(word) || sheet.units.lookup(word) != nil
      guard stands else { return nil }
    }
    return try? sheet.evaluate(formula).get()
  }

  func isName(_ word: String, at place: FormulaPlace) -> Bool { sheet.hasName(word) }

  func isUnit(_ word: String, at place: FormulaPlace) -> Bool {
    !Self.constants.contains(word) && sheet.units.lookup(word) != nil
  }

  private static let constants = Set(BuiltinConstant.allNames)

  func origin(of key: Worksheet.Key) -> FormulaTree.Origin? {
    if let answer = answer(key) { return .name(answer.spec.name) }
    switch key {
    case .name(let name):
      return sheet.formula(of: key) == nil || isGiven(name) ? .name(name) : nil
    case .column: return .column(key)
    }
  }

  /// Whether it is called and valued as what the exercise gives.
  private func isGiven(_ name: String) -> Bool {
    guard let question = compiled.answerKey.answer(for: key)?.question,
      compiled.givens(of: question).contains(where: { $0.name == name }),
      let given = compiled.modelScope(of: question, in: sheet.units).value(of: name),
      case .success(let own)? = sheet.value(of: .name(name)), let unit = own.unit,
      let numbers = own.numbers, let model = given.unit, let others = given.numbers
    else { return false }
    return unit.withoutCounts.dimension == model.withoutCounts.dimension
      && Variations.isSame(unit.inBaseUnits(numbers), model.inBaseUnits(others))
  }

  func definition(of key: Worksheet.Key, at place: FormulaPlace) -> (
    formula: Expression, place: FormulaPlace
  )? {
    sheet.formula(of: key).map { ($0, FormulaPlace()) }
  }

  func fixedValue(of key: Worksheet.Key) -> Value? { answer(key)?.value }
  func statedUnit(of key: Worksheet.Key) -> Unit? { answer(key)?.unit }

  func tableName(_ word: String) -> String? {
    compiled.tables.first { $0.table.name == word || $0.also.contains(word) }?.table.name
  }

  func function(_ name: String) -> FunctionDefinition? { sheet.function(named: name) }
}
