import Exercises

/// What is found of a choice, option by option.
public struct ChoiceReport: Sendable {
  /// An option with its tick.
  public struct Option: Sendable {
    public var text: String
    public var isTicked: Bool
    public var credit: ChoiceAnswer.Option.Credit
    /// Why, in the author's words; Markdown.
    public var because: String?
  }

  /// In the question's order.
  public var options: [Option]
  /// Options asked for; nil for all that apply.
  public var asked: Int?
  /// Whether nothing is left to do: nothing can be won by another choice.
  public var isComplete: Bool
  /// Whether it may be shown now which options are right, and why: with a poll once it is
  /// answered, else once nothing can be won by it any more.
  public var showsReasons: Bool
  /// Share of the mark that waits for a person.
  public var waiting: Double
  /// Whether it is asked for opinions, and never called right or wrong.
  public var isPoll: Bool
  /// Whether what is right is told after handing in.
  public var isUntold = false

  /// Whether an option may be called right or not.
  public var tellsCredit: Bool { !isPoll && !isUntold }

  public var tickedCount: Int { options.count { $0.isTicked } }

  /// Whether fewer are ticked than are asked for, of which nothing is said yet.
  public var isHalfMade: Bool { tickedCount > 0 && asked.map { tickedCount < $0 } == true }
}
