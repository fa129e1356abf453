import AnswerKeys
import Exercises
import Formulas
import Quantities

/// Writes formulas and numbers for one answer as a student types them.
struct FormWriter {
  private let answer: AnswerKey.Answer
  private let compiled: CompiledExercise
  private let givens: GivenNames
  private let inlined: FormulaPrinter
  private let named: FormulaPrinter
  /// Figures with which its numbers are typed, the usual ones first.
  let figures: [Int]

  init(_ answer: AnswerKey.Answer, in compiled: CompiledExercise) {
    self.answer = answer
    self.compiled = compiled
    let givens = GivenNames(of: answer.question, in: compiled)
    let text = answer.spec.expect.text
    self.givens = givens
    inlined = FormulaPrinter(text, standIns: givens.figures)
    named = FormulaPrinter(
      text, standIns: givens.figures.filter { givens.bindable[$0.key] == nil })
    figures =
      if case .figures(let count)? = answer.spec.rules.written { [count] } else { [4, 5, 6, 3] }
  }

  /// Nil where it cannot be typed.
  func typed(_ formula: Expression) -> TypedAnswer? {
    let text = inlined.string(formula)
    guard let read = try? Parser.formula(text).get() else { return nil }
    let bound = formula.usedNames.filter { givens.bindable[$0] != nil }.sorted()
    return TypedAnswer(
      text: text, named: bound.isEmpty ? nil : named.string(formula), givens: bound,
      needs: answers(in: read), isFormula: !isFigure(read))
  }

  /// Names of the exercise's answers in a formula.
  func answers(in formula: Expression) -> Set<String> {
    formula.usedNames.filter { compiled.answerKey.answer(named: $0) != nil }
  }

  /// Whether a formula is a number with or without its unit.
  func isFigure(_ formula: Expression) -> Bool { formula.typedNumbers != nil }

  /// The unit of a value's number may be left out. Nil where no number of so many figures can be
  /// typed.
  ///
  /// - Parameters:
  ///   - unit: nil for a bare number in the unit asked for.
  ///   - right: whether it has to be near enough to the value once it is rounded.
  func number(_ value: Value, in unit: Unit?, figures: Int, right: Bool) -> TypedAnswer? {
    guard let shown = value.converted(to: unit ?? answer.unit), let numbers = shown.numbers,
      numbers.count <= 12, numbers.allSatisfy(\.isFinite)
    else { return nil }
    let rounded = numbers.map { NumberFormat.rounded($0, figures: figures) }
    let own = unit ?? answer.unit
    let typed: Value =
      if case .column = shown { .column(rounded, own) } else { .quantity(rounded[0], own) }
    if right, !answer.accepts(typed.converted(to: answer.unit)) { return nil }
    let format = NumberFormat(digits: figures, shortDigits: 0, groupSeparator: nil)
    let text = (unit == nil ? typed.relabelled(.one) : typed).text(format: format)
    guard let formula = try? Parser.formula(text).get(), isFigure(formula) else { return nil }
    return TypedAnswer(text: text, isFormula: false)
  }
}
