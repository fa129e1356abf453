import AnswerKeys

/// The model answer laid out in several scopes, in each when it is first asked for: most errors are
/// found without the student's earlier answers.
final class ScopedModels {
  private let answer: AnswerKey.Answer
  private let scopes: [ModelScope]
  /// Rows of a long column that alone are looked at, with how many it has.
  private let rows: (places: [Int], count: Int)?
  /// Further factors by which the whole may be too large; known before the models are.
  var factors: [Double] = [] {
    didSet { if !factors.isEmpty { made = made.map { $0?.with(factors) } } }
  }
  /// Nil where it cannot be laid out.
  private var made: [VariedModel?] = []

  init(_ answer: AnswerKey.Answer, _ scopes: [ModelScope], rows: (places: [Int], count: Int)?) {
    (self.answer, self.scopes, self.rows) = (answer, scopes, rows)
  }

  /// In the first scope in which it can be laid out.
  var first: VariedModel? {
    while made.allSatisfy({ $0 == nil }), made.count < scopes.count { makeNext() }
    return made.lazy.compactMap { $0 }.first
  }

  /// In all scopes in which it can be laid out.
  var all: [VariedModel] {
    while made.count < scopes.count { makeNext() }
    return made.compactMap { $0 }
  }

  private func makeNext() {
    let model = VariedModel.of(answer, in: scopes[made.count])
    let shown = rows.map { rows in model?.sampled(rows.places, of: rows.count) } ?? model
    made.append(shown?.with(factors))
  }
}
