import AnswerKeys
import Formulas

extension FigureFormula {
  /// Whether it is by how much something differs: a loss, or what is computed as a difference.
  func isDifference(_ compiled: CompiledExercise) -> Bool {
    let isNamed = (name ?? "").split(separator: " ").contains {
      !Lexicon.english.kinds(of: $0.lowercased()).isDisjoint(with: [.difference, .beforeDifference])
    }
    return isNamed || formula.isDifference(compiled, isShare: unit.dimension == .one)
  }
}

extension Expression {
  /// Whether it comes to by how much something differs: `a - b`, `a / b - 1`, `abs(a - b) / b`. A name
  /// that is all of it stands for what the model answers bind it to.
  ///
  /// - Parameter isShare: whether it has no unit, so that what is divided may be a difference.
  fileprivate func isDifference(
    _ compiled: CompiledExercise, isShare: Bool, followsNames: Bool = true, depth: Int = 8
  ) -> Bool {
    guard depth > 0 else { return false }
    func isDifference(_ part: Expression, _ followsNames: Bool) -> Bool {
      part.isDifference(compiled, isShare: isShare, followsNames: followsNames, depth: depth - 1)
    }
    switch kind {
    case .binary(.subtract, _, _): return true
    // `(a - b) / b` is a share by which they differ, `(a - b) / c` in years is a time.
    case .binary(.multiply, let left, let right), .implicit(let left, let right):
      return isShare && (isDifference(left, false) || isDifference(right, false))
    case .binary(.divide, let left, _): return isShare && isDifference(left, false)
    case .name(let name) where followsNames:
      return compiled.answerKey.answer(named: name).map { isDifference($0.formula, true) } ?? false
    case .group(let inner), .conversion(let inner, _), .negation(let inner), .element(let inner, _),
      .method(let inner, _, _, _):
      return isDifference(inner, followsNames)
    case .call(_, _, let arguments):
      return arguments.first.map { isDifference($0.value, followsNames) } ?? false
    case .number, .text, .truth, .name, .unitWord, .not, .conditional, .member, .list, .binary:
      return false
    }
  }
}
