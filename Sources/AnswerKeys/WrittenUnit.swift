import Diagnostics
import Exercises
import Formulas
import Quantities

/// Why a text is no unit.
public enum UnitFault: Error {
  case formula(FormulaProblem)
  case notAUnit

  func diagnostic(of text: AuthorFormula) -> Diagnostic {
    switch self {
    case .formula(let problem): problem.authorsDiagnostic
    case .notAUnit: AnswerKeyWording.notAUnit(text.text)
    }
  }
}

extension UnitSystem {
  /// The unit that an author's text stands for, looked up without the exercise's names.
  public func unit(of text: AuthorFormula) -> Result<Unit, UnitFault> {
    amount(of: text).flatMap { count, unit in
      if count == 1 { return .success(unit) }
      // `L/(100 km)`
      let several = text.parsed.flatMap { Worksheet(units: self).unit(of: $0) }
      guard case .success(let unit?) = several, unit.isForSoMany else { return .failure(.notAUnit) }
      return .success(unit)
    }
  }

  /// The number of a unit for which a text stands, such as 0.01 L/km for `L/(100 km)`.
  func amount(of text: AuthorFormula) -> Result<(count: Double, unit: Unit), UnitFault> {
    switch text.parsed.flatMap({ Worksheet(units: self).evaluate($0) }) {
    case .failure(let problem): .failure(.formula(problem))
    case .success(.quantity(let count, let unit)): .success((count, unit))
    case .success: .failure(.notAUnit)
    }
  }
}
