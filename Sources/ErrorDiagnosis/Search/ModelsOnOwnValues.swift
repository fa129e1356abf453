import AnswerKeys
import Formulas
import Quantities

/// Model answers laid out on students' values of earlier answers: an error is made by many alike, and
/// by one in attempt after attempt.
final class ModelsOnOwnValues {
  private let models = RecentlyMade<OwnValues, VariedModel?>(limit: sizeKept)

  /// Numbers of all parts of the models that are remembered at once; what errors make of each takes
  /// a few hundred times as many.
  private static let sizeKept = 2000

  func model(on values: OwnValues, _ make: () -> VariedModel?) -> VariedModel? {
    if let known = models[values] { return known }
    let model = make()
    models.keep(model, for: values, size: model.map { 50 + $0.tree.size } ?? 1)
    return model
  }
}

/// A student's values of earlier answers, on which an answer is looked at.
struct OwnValues: Hashable {
  private let answer: String
  private let values: [Named]

  private struct Named: Hashable {
    let name: String
    let isColumn: Bool
    let numbers: [Double]
    let unit: Unit
  }

  /// Nil where one is no number.
  init?(of answer: String, _ values: [String: Value]) {
    var named: [Named] = []
    for (name, value) in values {
      guard let numbers = value.numbers, let unit = value.unit else { return nil }
      let isColumn = if case .column = value { true } else { false }
      named.append(Named(name: name, isColumn: isColumn, numbers: numbers, unit: unit))
    }
    self.answer = answer
    self.values = named.sorted { $0.name < $1.name }
  }
}
