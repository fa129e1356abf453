import Exercises

/// What is sealed of a choice: of each option its credit, with how many there are of each.
public enum SealedChoice {
  private typealias Credit = ChoiceAnswer.Option.Credit

  /// In the order in which they are counted.
  private static let credits: [Credit] = [.right, .rightIfArgued, .wrong]

  public static func word(_ question: String, option place: Int) -> String {
    "choice\n\(question)\n\(place)"
  }

  public static func content(of choice: ChoiceAnswer, option place: Int) -> SealContent {
    let counts = credits.map { credit in
      Double(choice.options.count { $0.credit == credit })
    }
    let own = credits.firstIndex(of: choice.options[place].credit) ?? 0
    return SealContent(
      reference: .init(accepted: [Double(own)] + counts, tolerance: .relative(0)))
  }

  /// The choice as far as ticked options open it. Those that are not ticked have what credits are left,
  /// in any order, which is enough for its mark; nil where a seal is missing.
  public static func opened(
    _ choice: ChoiceAnswer, of question: String, ticked: [Int], _ seals: any Unsealing
  ) -> ChoiceAnswer? {
    var choice = choice
    var left: [Credit]?
    for place in ticked {
      guard let bytes = seals.content(of: word(question, option: place)),
        let numbers = SealContent(bytes)?.reference?.accepted.compactMap({ Int(exactly: $0) }),
        numbers.count == credits.count + 1, credits.indices.contains(numbers[0]),
        numbers.allSatisfy({ (0...choice.options.count).contains($0) }),
        numbers.dropFirst().reduce(0, +) == choice.options.count
      else { return nil }
      var rest =
        left
        ?? zip(credits, numbers.dropFirst()).flatMap { credit, count in
          [Credit](repeating: credit, count: max(0, count))
        }
      choice.options[place].credit = credits[numbers[0]]
      if let used = rest.firstIndex(of: credits[numbers[0]]) { rest.remove(at: used) }
      left = rest
    }
    var rest = left ?? []
    for place in choice.options.indices where !ticked.contains(place) {
      guard let next = rest.popLast() else { return nil }
      choice.options[place].credit = next
    }
    return choice
  }
}
