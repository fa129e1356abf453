import AnswerKeys
import Formulas

/// Whether a student's formula is the model's.
public enum FormulaLikeness {
  /// Part by part.
  case same
  /// It differs in ways that are known.
  case other
  /// The two have too little in common to tell, as where one is the other in another form.
  case unknown

  /// - `student`: nil where the formula cannot be laid out.
  /// - `scope`: of the model answer, with the values on which the two are compared.
  public init(of student: FormulaTree?, _ answer: AnswerKey.Answer, in scope: ModelScope) {
    guard let student, let model = VariedModel.of(answer, in: scope)?.tree,
      let alignment = FormulaAlignment(
        model: model, student: student, one: answer.unit.scale.value, names: .init())
    else {
      self = .unknown
      return
    }
    self = alignment.errors.isEmpty ? .same : .other
  }

  /// Whether a value that all of a formula's parts lead to is the model's, so that the two formulas
  /// are the same part by part, or one is the other in another form.
  public static func isModelsValue(
    _ value: Value, _ answer: AnswerKey.Answer, in scope: ModelScope
  ) -> Bool {
    guard let unit = value.unit, let numbers = value.numbers,
      let model = VariedModel.of(answer, in: scope)?.tree,
      unit.withoutCounts.dimension == model.whole.unit.dimension,
      model.nodes.allSatisfy({ $0.zero == 0 }), model.value.allSatisfy(\.isFinite)
    else { return false }
    return Variations.isSame(unit.inBaseUnits(numbers), model.value)
  }
}
