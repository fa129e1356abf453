import Formulas
import Quantities

/// The student's own earlier answers that a model answer builds on, where they are not the
/// model's.
///
/// A step that is right on them earns its mark, so that an error counts once. Nothing is earned
/// on values that make the step trivial: earlier answers of 0 or 1, or such as are computed from
/// the very answer that is judged. And the answer must be computed from them, or typed with
/// at least three figures.
struct FollowThrough {
  struct Earlier {
    var name: String
    /// In the unit asked for.
    var value: Value
    /// As the student has it.
    var typed: Value
    /// Under which name or column the student has it; nil for an answer of a required exercise.
    var key: Worksheet.Key?
    /// The answers in which its error began: itself, or those it follows.
    var origins: [String]
  }

  /// Those that differ from the model's.
  let earlier: [Earlier]

  var values: [String: Value] {
    Dictionary(earlier.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
  }

  /// Where the error began, each answer once.
  var origins: [String] {
    var seen: Set<String> = []
    return earlier.flatMap(\.origins).filter { seen.insert($0).inserted }
  }

  /// Figures that a typed number needs to be taken for a result.
  static let figureLimit = 3

  /// Whether an answer is computed from these values, or typed as a result of them.
  func isReached(by formula: Expression?, _ ingredients: Ingredients) -> Bool {
    guard !earlier.isEmpty else { return false }
    if ingredients.isTyped, let typed = formula?.typedFiguresOfRows {
      return typed.allSatisfy { $0.figures >= Self.figureLimit }
    }
    return earlier.contains { one in
      if ingredients.names.contains(one.name) { return true }
      // Its figure in the place of its name.
      if case .quantity(let number, _) = one.typed, ingredients.numbers.contains(number) {
        return true
      }
      switch one.key {
      case .name(let name)?: return ingredients.names.contains(name)
      case .column?: return one.key.map { ingredients.columns.contains($0) } ?? false
      case nil: return false
      }
    }
  }

  /// Whether one of the values takes the work out of the step, so that nothing is earned.
  func isTrivial(_ key: Worksheet.Key, in sheet: Worksheet) -> Bool {
    earlier.contains { isTrivial($0) || comesFrom(key, $0, sheet) }
  }

  /// 0 or 1 in the unit asked for or in the unit typed, in every row.
  private func isTrivial(_ one: Earlier) -> Bool {
    [one.value, one.typed].contains { value in
      guard let numbers = value.numbers else { return true }
      return numbers.allSatisfy { $0 == 0 || abs($0) == 1 || !$0.isFinite }
    }
  }

  private func comesFrom(_ key: Worksheet.Key, _ one: Earlier, _ sheet: Worksheet) -> Bool {
    guard let own = one.key else { return false }
    let ingredients = sheet.ingredients(of: own)
    return switch key {
    case .name(let name): ingredients.names.contains(name)
    case .column: ingredients.columns.contains(key)
    }
  }
}
