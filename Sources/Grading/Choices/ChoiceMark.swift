import Exercises

/// What a choice earns by itself, and what a person may add.
///
/// A right option is worth one part of the mark, and there are as many parts as options are asked
/// for; with "all that apply", as many as are right. What is ticked beyond the number asked for
/// takes a part off each; with "all that apply", a wrong option takes off its share of the wrong
/// ones. So who ticks everything earns nothing, save where every option is right. An option that
/// is right if argued may take the place of a right one: a part that no right option has earned
/// waits for a person. It costs nothing as a wrong one, but counts among those that are ticked.
struct ChoiceMark: Hashable {
  /// Share of the mark, from 0 to 1, whatever a person says.
  var earned: Double
  /// Share that a person may add.
  var waiting: Double
  /// Ticked beyond the number asked for.
  var surplus: Int
  /// To be ticked still; 0 where all that apply are asked for.
  var missing: Int
  var right: Int

  init(_ choice: ChoiceAnswer, ticked: [Int]) {
    let credits = choice.options.map(\.credit)
    let right = ticked.count { credits[$0] == .right }
    let argued = ticked.count { credits[$0] == .rightIfArgued }
    let parts: Int
    let penalty: Double
    switch choice.count {
    case .exactly(let count):
      parts = max(1, count)
      surplus = max(0, ticked.count - parts)
      missing = max(0, parts - ticked.count)
      penalty = Double(surplus) / Double(parts)
    case .any:
      parts = max(1, credits.count { $0 == .right })
      surplus = 0
      missing = 0
      let wrong = credits.count { $0 == .wrong }
      let ticked = ticked.count { credits[$0] == .wrong }
      penalty = wrong == 0 ? 0 : Double(ticked) / Double(wrong)
    }
    func share(_ taken: Int) -> Double {
      max(0, Double(min(taken, parts)) / Double(parts) - penalty)
    }
    self.right = right
    earned = share(right)
    waiting = share(right + argued) - earned
  }
}
