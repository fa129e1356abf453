import AnswerKeys
import Formulas

/// The student's own earlier answers that a model answer builds on, where they are not the
/// model's.
///
/// A step that is right on them earns its mark, so that an error counts once. A formula that uses
/// them by name is right where it gives the model answer once they are the model's; a result
/// that holds their figures, where it is what the model answer gives on them. Nothing is earned on
/// values that make the step trivial: earlier answers of 0 or 1, or such as are computed from
/// the very answer that is judged.
struct FollowThrough {
  struct Earlier {
    var name: String
    /// As the student has it; nil where it cannot be computed for an error before it.
    var typed: Value?
    /// In the unit asked for; nil where it is of another dimension or shape.
    var value: Value?
    /// Under which name or column the student has it; nil for an answer of a required exercise.
    var key: Worksheet.Key?
    /// The answers in which its error began: itself, or those it follows.
    var origins: [String]
    /// Whether the model answer builds on it too, or the student's formula alone: `energy * 2` for
    /// `power * time * 2`.
    var isOfModel = true
  }

  /// Those that differ from the model's.
  let earlier: [Earlier]

  /// Of those that the model answer builds on.
  var values: [String: Value] {
    Dictionary(
      earlier.filter(\.isOfModel).compactMap { one in
        (one.value ?? one.typed).map { (one.name, $0) }
      },
      uniquingKeysWith: { first, _ in first })
  }

  /// Names of those that the student's formula alone builds on.
  var ownNames: Set<String> { Set(earlier.filter { !$0.isOfModel }.map(\.name)) }

  /// Where the error began, each answer once.
  var origins: [String] {
    var seen: Set<String> = []
    return earlier.flatMap(\.origins).filter { seen.insert($0).inserted }
  }

  /// Figures that a typed number needs to be taken for a result, where fewer are not asked for.
  static let figureLimit = 3

  func isNamed(in inputs: FormulaInputs) -> Bool { earlier.contains { isNamed($0, in: inputs) } }

  /// Whether an answer may be a result of their figures: typed, computed with numbers alone, or
  /// with the figure of each that it does not name.
  func isTyped(in formula: Expression?, _ inputs: FormulaInputs, _ tolerance: Tolerance) -> Bool {
    guard !earlier.isEmpty, earlier.allSatisfy({ $0.value != nil && $0.isOfModel }) else {
      return false
    }
    if inputs.isTyped {
      guard let typed = formula?.typedFiguresOfRows else { return true }
      var limit = Self.figureLimit
      if case .figures(let asked) = tolerance { limit = min(limit, asked) }
      return typed.allSatisfy { $0.figures >= limit }
    }
    return earlier.allSatisfy { one in
      isNamed(one, in: inputs)
        || one.typed?.numbers?.allSatisfy { inputs.numbers.contains($0) } == true
    } && !earlier.allSatisfy { isNamed($0, in: inputs) }
  }

  /// Whether one of the values takes the work out of the step, so that nothing is earned.
  func isTrivial(_ key: Worksheet.Key, in sheet: Worksheet) -> Bool {
    earlier.contains { isTrivial($0) || comesFrom(key, $0, sheet) }
  }

  private func isNamed(_ one: Earlier, in inputs: FormulaInputs) -> Bool {
    inputs.names.contains(one.name) || one.key.map { inputs.uses($0) } == true
  }

  /// 0 or 1 in the unit asked for or in the unit typed, in every row.
  private func isTrivial(_ one: Earlier) -> Bool {
    [one.value, one.typed].compactMap { $0 }.contains { value in
      guard let numbers = value.numbers else { return true }
      return numbers.allSatisfy { $0 == 0 || abs($0) == 1 || !$0.isFinite }
    }
  }

  private func comesFrom(_ key: Worksheet.Key, _ one: Earlier, _ sheet: Worksheet) -> Bool {
    guard let own = one.key else { return false }
    return sheet.inputs(of: own).uses(key)
  }
}
