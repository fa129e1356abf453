import AnswerKeys
import Exercises
import Formulas
import Quantities

/// What is given to the model answers of a question alone, which students type as figures or bind
/// to names of their own.
struct GivenNames {
  /// What is typed in the place of each name.
  let figures: [String: String]
  /// Names that can be bound all through a notebook, with their figures.
  let bindable: [String: String]

  init(of question: String, in compiled: CompiledExercise) {
    let givens = compiled.givens(of: question)
    var figures: [String: String] = [:]
    // Each may be built on those before it.
    for given in givens {
      let uses = given.formula.usedNames.filter { figures[$0] != nil && !Self.isUnit($0, compiled) }
      let text =
        uses.isEmpty
        ? given.text
        : FormulaPrinter(given.text, standIns: figures.filter { uses.contains($0.key) })
          .string(given.formula)
      figures[given.name] = text
    }
    self.figures = figures
    bindable = figures.filter { name, _ in Self.mayBind(name, compiled) }
  }

  private static func isUnit(_ name: String, _ compiled: CompiledExercise) -> Bool {
    compiled.units.lookup(name) != nil
  }

  /// Whether a name can have one formula in all of a notebook, and hides nothing.
  private static func mayBind(_ name: String, _ compiled: CompiledExercise) -> Bool {
    let own = compiled.exercise.questions.flatMap { compiled.givens(of: $0.id) }
      .filter { $0.name == name }.map(\.text)
    return Set(own).count == 1 && !isUnit(name, compiled)
      && compiled.answerKey.answer(named: name) == nil && compiled.constant(named: name) == nil
      && compiled.required[name] == nil && BuiltinFunction.named(name) == nil
      && !compiled.tables.contains { $0.table.name == name || $0.also.contains(name) }
  }
}
