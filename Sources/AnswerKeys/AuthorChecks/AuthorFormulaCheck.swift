import Diagnostics
import Exercises
import Formulas
import Quantities

/// Tries the author's formulas that no answer is computed from: those of live texts, equivalencies
/// and misconceptions. Students do not pay for it.
public struct AuthorFormulaCheck {
  /// What is wrong with them: equivalencies, then misconceptions, then live texts.
  public private(set) var problems: [LocatedDiagnostic] = []
  let compiled: CompiledExercise

  public init(_ compiled: CompiledExercise) {
    self.compiled = compiled
    checkEquivalencies()
    checkMisconceptions()
    checkLiveTexts()
  }

  mutating func report(
    _ diagnostic: Diagnostic, at text: SourcedText, in file: String? = nil
  ) {
    problems.append(
      LocatedDiagnostic(diagnostic, at: text, in: file ?? compiled.exercise.file))
  }

  /// The value, or nil where there is none, which is reported.
  mutating func value(
    _ result: Result<Value, FormulaProblem>, of formula: AuthorFormula, in file: String? = nil
  ) -> Value? {
    switch result {
    case .success(let value): return value
    case .failure(let problem):
      report(problem.diagnostic, at: formula.source, in: file)
      return nil
    }
  }
}
