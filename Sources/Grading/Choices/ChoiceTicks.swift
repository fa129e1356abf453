import Exercises

/// The ticks of a notebook, matched with the options that a question offers.
///
/// A notebook is edited by hand, and an exercise is reworded after it was begun: an option is
/// known again whatever its case, spaces and punctuation, as long as only one can be meant.
public struct ChoiceTicks: Sendable {
  /// Places of the options that are ticked, each once, in the question's order.
  public let options: [Int]
  /// Ticked texts that are none of the options, each once, as typed.
  public let unmatched: [String]

  /// - `texts`: of the items that are ticked.
  public init(_ texts: [String], among choice: ChoiceAnswer) {
    let matcher = OptionMatcher(choice)
    var found: Set<Int> = []
    var unmatched: [String] = []
    for text in texts {
      if let place = matcher.place(of: text) {
        found.insert(place)
      } else if !unmatched.contains(text), unmatched.count < Self.unmatchedLimit {
        unmatched.append(text)
      }
    }
    options = found.sorted()
    self.unmatched = unmatched
  }

  /// Unknown options that are kept to be told.
  private static let unmatchedLimit = 10
}
