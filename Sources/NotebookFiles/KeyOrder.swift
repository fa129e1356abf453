import Exercises
import Formulas

/// Where names and columns stand in a notebook: by question, in the exercise's order, and by
/// their place in it.
public struct KeyOrder {
  private var places: [Worksheet.Key: (question: Int, statement: Int)] = [:]
  private let questions: [Question]
  private let owner: (Worksheet.Key) -> Question?

  /// - `filled`: keys whose statements, if any, do not count.
  /// - `canonical`: the key with the table's first name.
  /// - `owner`: the question that asks for a key.
  public init(
    _ file: NotebookFile, _ questions: [Question], filled: Set<Worksheet.Key>,
    canonical: (Worksheet.Key?) -> Worksheet.Key?, owner: @escaping (Worksheet.Key) -> Question?
  ) {
    self.questions = questions
    self.owner = owner
    for (index, placed) in file.statements().enumerated() {
      guard let key = canonical(placed.key), !filled.contains(key) else { continue }
      places[key] = (rank(of: placed.question), index)
    }
  }

  /// The question in whose section a key's statement stands, else the one that asks for it.
  public func question(of key: Worksheet.Key) -> Question? {
    guard let place = places[key] else { return owner(key) }
    return questions.indices.contains(place.question) ? questions[place.question] : nil
  }

  /// Those without a statement come last in the question that asks for them.
  public func sorted(_ keys: some Sequence<Worksheet.Key>) -> [Worksheet.Key] {
    keys.enumerated().map { index, key in
      let place = places[key] ?? (rank(of: owner(key)?.id), Int.max)
      return (key: key, place: (place.question, place.statement, index))
    }.sorted { $0.place < $1.place }.map(\.key)
  }

  private func rank(of question: String?) -> Int {
    questions.firstIndex { $0.id == question } ?? questions.count
  }
}
