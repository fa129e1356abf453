import Diagnostics
import Exercises
import TextLayout
import Tutoring

/// Their words, in alphabetical order.
extension ChoiceMessage {
  var text: StyledText {
    switch self {
    case .choiceStays(let choice, let ticked): Self.choiceStays(choice, ticked: ticked)
    case .chooseExactly(let count, let found):
      StyledText(
        "Choose \(count), and here are \(found): type \(count == 1 ? "one number" : "their numbers"),"
          + " such as `\(Self.example(count, options: found))`.")
    case .noReasons: StyledText("The exercise gives no reasons for its options.")
    case .noSuchOption(let text, let count, let near):
      Self.noSuchOption(text, count: count, near: near)
    case .notTicked(let number):
      StyledText("\(number) is not ticked, so there is nothing to take away.")
    case .nothingChosen:
      StyledText("Nothing is ticked now.", .dim)
    case .reasonKept:
      StyledText("Noted, for the person who reads it.", .dim)
    case .reasonsByWhy:
      StyledText("`:why` shows the reasons.", .dim)
    case .reasonsLater(let question):
      Self.reasonsLater(question)
    case .reasonsOfAll:
      StyledText("`:why` shows the reasons of all options again.", .dim)
    case .severalOptions(let part, let texts):
      Self.severalOptions(part, texts)
    case .tooManyChosen(let count, let ticked):
      Self.tooManyChosen(count, ticked: ticked)
    }
  }

  private static func choiceStays(_ choice: ChoiceAnswer, ticked: [Int]) -> StyledText {
    guard !ticked.isEmpty else { return StyledText("Nothing is ticked.") }
    let numbers = enumeration(ticked.map { "\($0 + 1)" })
    return StyledText(
      "\(numbers) \(ticked.count == 1 ? "is" : "are") ticked already. "
        + "`not \(ticked[0] + 1)` unticks.")
  }

  private static func noSuchOption(_ text: String, count: Int, near: [String]) -> StyledText {
    let shown = withoutControls(text)
    if !near.isEmpty {
      let names = near.map { "`\($0)`" }.joined(separator: " or ")
      return StyledText("`\(shown)` is none of the options. Did you mean \(names)?")
    }
    return StyledText(
      "`\(shown)` is none of the options: type numbers from 1 to \(count), such as"
        + " `\(Self.example(2, options: count))`.")
  }

  private static func reasonsLater(_ question: Question) -> StyledText {
    let isPoll = question.points == 0 && !question.isPractice
    return StyledText(
      isPoll
        ? "The reasons for each option are shown once you have chosen."
        : "The reasons for each option are shown once your choice is right, or once the question"
          + " is due or skipped.")
  }

  private static func severalOptions(_ part: String, _ texts: [String]) -> StyledText {
    let names = texts.prefix(4).map { "`\($0)`" }
    return StyledText(
      "`\(withoutControls(part))` may be \(names.joined(separator: " or ")): type more of it, or"
        + " its number.")
  }

  private static func tooManyChosen(_ count: Int, ticked: [Int]) -> StyledText {
    let have = enumeration(ticked.map { "\($0)" })
    let whole =
      count == 1 ? "the one you want" : "\(count == 2 ? "both" : "all \(count)") in one line"
    return StyledText(
      "That would be more than \(count): \(have) \(ticked.count == 1 ? "is" : "are") ticked."
        + " `not \(ticked.first ?? 1)` unticks; or type \(whole).")
  }

  static func howToChoose(_ choice: ChoiceAnswer) -> StyledText {
    let options = choice.options.count
    switch choice.count {
    case .exactly(1):
      return StyledText("Choose one: type its number, such as `1`, or its words.", .dim)
    case .exactly(let count):
      return StyledText(
        "Choose \(count): type their numbers, such as `\(Self.example(count, options: options))`, or"
          + " their words. `not 1` unticks, `none` clears.", .dim)
    case .any:
      return StyledText(
        "Type the numbers of all that apply, such as `\(Self.example(2, options: options))`, or their"
          + " words. `not 1` unticks, `none` clears.", .dim)
    }
  }

  /// `1 4`, within the numbers that there are.
  private static func example(_ count: Int, options: Int) -> String {
    switch (count, options) {
    case (...1, _): "1"
    case (2, 4...): "1 4"
    case _: (1...min(count, max(options, 1), 9)).map { "\($0)" }.joined(separator: " ")
    }
  }

  static let ownReason = StyledText("Your reason: ", .strong)
}
