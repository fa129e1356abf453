import Exercises

/// What is said of choices.
public enum ChoiceMessage {
  case choiceStays(ChoiceAnswer, ticked: [Int])
  case chooseExactly(Int, found: Int)
  case noReasons
  case noSuchOption(String, count: Int, near: [String])
  case notTicked(Int)
  case nothingChosen
  case reasonKept
  case reasonsByWhy
  case reasonsLater(Question)
  case reasonsOfAll
  case severalOptions(String, [String])
  case tooManyChosen(Int, ticked: [Int])
}
