import Exercises
import Formulas

/// Where names and columns stand in a notebook: by question, in the exercise's order, and by
/// their place in it.
public struct KeyOrder {
  private struct Position: Comparable {
    public var question: Int
    var statement: Int

    static func < (left: Position, right: Position) -> Bool {
      (left.question, left.statement) < (right.question, right.statement)
    }
  }

  private var places: [Worksheet.Key: Position] = [:]
  private let questions: [Question]
  private let owner: (Worksheet.Key) -> Question?

  /// - Parameters:
  ///   - filled: keys whose statements, if any, do not count.
  ///   - canonical: the key with the table's first name.
  ///   - owner: the question that asks for a key.
  public init(
    _ file: NotebookFile, _ questions: [Question], filled: Set<Worksheet.Key>,
    canonical: (Worksheet.Key?) -> Worksheet.Key?, owner: @escaping (Worksheet.Key) -> Question?
  ) {
    self.questions = questions
    self.owner = owner
    var ranks: [String: Int] = [:]
    for (rank, question) in questions.enumerated() { ranks[question.id] = rank }
    for (index, placed) in file.statements().enumerated() {
      guard let key = canonical(placed.key), !filled.contains(key) else { continue }
      let rank = placed.question.flatMap { ranks[$0] } ?? questions.count
      places[key] = Position(question: rank, statement: index)
    }
  }

  /// The question in whose section a key's statement stands, else the one that asks for it.
  public func question(of key: Worksheet.Key) -> Question? {
    guard let place = places[key] else { return owner(key) }
    return questions.indices.contains(place.question) ? questions[place.question] : nil
  }

  /// Those without a statement come last in the question that asks for them.
  public func sorted(_ keys: some Sequence<Worksheet.Key>) -> [Worksheet.Key] {
    let placed = keys.map { (key: $0, place: place(of: $0)) }
    let order = placed.indices.sorted { (left: Int, right: Int) -> Bool in
      let (first, second) = (placed[left].place, placed[right].place)
      return first == second ? left < right : first < second
    }
    return order.map { placed[$0].key }
  }

  private func place(of key: Worksheet.Key) -> Position {
    if let place = places[key] { return place }
    let id = owner(key)?.id
    return Position(
      question: questions.firstIndex { $0.id == id } ?? questions.count, statement: Int.max)
  }
}
