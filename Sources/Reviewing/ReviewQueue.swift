import Diagnostics
import Gradebook
import TextSimilarity

/// The answers of a class to a question in the order in which they are read: those that are alike
/// one after the other, the largest group first, and nobody's place tells who it is.
struct ReviewQueue {
  struct Item {
    var student: String
    /// What a student is called while names are hidden: the same in every copy of a gradebook.
    var number: Int
    var group: Int
    /// The words, by which it is known that another has written the same.
    var words: String
    var isOpen: Bool
    var isDisputed: Bool
    var reviewers: Set<String>
  }

  private(set) var items: [Item]

  /// From 0 to 1: from where on two answers are shown one after the other.
  private static let likeness = 0.6
  /// Words of an answer that are compared.
  private static let comparedWords = 200

  /// - Parameter numbers: what each student is called, by key.
  init(_ entries: [ReviewEntry], numbers: [String: Int]) {
    let ordered = entries.sorted { numbers[$0.student] ?? 0 < numbers[$1.student] ?? 0 }
    let groups = TextGroups(
      ordered.map(\.text), threshold: Self.likeness, words: Self.comparedWords
    ).groups
    items = groups.enumerated().flatMap { number, group in
      group.members.map { place in
        let entry = ordered[place]
        return Item(
          student: entry.student, number: numbers[entry.student] ?? 0, group: number,
          words: Self.words(entry.text), isOpen: entry.isOpen, isDisputed: entry.isDisputed,
          reviewers: entry.reviewers)
      }.sorted { ($0.words, $0.number) < ($1.words, $1.number) }
    }
  }

  /// What makes two answers the same: their words and signs, whatever the spaces and capitals.
  private static func words(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
  }

  mutating func update(_ entries: [ReviewEntry]) {
    let known = Dictionary(
      entries.map { ($0.student, $0) }, uniquingKeysWith: { first, _ in first })
    for index in items.indices {
      guard let entry = known[items[index].student] else { continue }
      items[index].isOpen = entry.isOpen
      items[index].isDisputed = entry.isDisputed
      items[index].reviewers = entry.reviewers
    }
  }

  mutating func keep(where isWanted: (Item) -> Bool) { items = items.filter(isWanted) }

  /// Others who have written the same words.
  func alike(to place: Int) -> [Int] {
    guard !items[place].words.isEmpty else { return [] }
    return items.indices.filter { $0 != place && items[$0].words == items[place].words }
  }

  /// How many answers are like one, itself included.
  func groupSize(of place: Int) -> Int { items.count { $0.group == items[place].group } }
}
