import AnswerKeys
import Exercises
import Quantities

extension TextQuestion {
  /// What is the same for every text of the figures that a criterion asks for.
  struct Asked {
    let quantities: QuantityNames
    /// The words of what they are called.
    let words: Set<String>
    /// By formula.
    let measures: [CandidateUnit]
  }

  func asked(by criterion: TextAnswer.Criterion, _ compiled: CompiledExercise) -> Asked {
    if let known = askedBy[criterion.id] { return known }
    let formulas = compiled.figures(of: id, criterion: criterion.id)
    let dimensions = Set(formulas.map(\.unit.dimension))
    let own = Set(formulas.flatMap { $0.formula.usedNames })
    let quantities = QuantityNames(
      names: formulas.map(\.name), synonyms: mentionLists.flatMap { $0 },
      others: compiled.answerKey.answers.filter {
        dimensions.contains($0.unit.dimension) && !own.contains($0.spec.name)
      }.map(\.spec.name), heads: heads, common: commonStems[criterion.id] ?? [],
      spelling: spelling)
    let asked = Asked(
      quantities: quantities,
      words: Set(formulas.compactMap(\.name).flatMap { TextTokens($0).words }),
      measures: formulas.map {
        CandidateUnit($0.unit, stated: $0.stated, statedFactor: $0.statedFactor)
      })
    askedBy[criterion.id] = asked
    return asked
  }
}
