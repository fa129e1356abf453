import Exercises
import Grading
import TextLayout

/// The signs that stand for how an answer or a question is, as the terminal can show them.
public struct StatusSymbols: Sendable {
  private let unicode: Bool
  private let inWords: Bool

  /// - Parameter inWords: whether a word stands for each, for those who hear it.
  public init(unicode: Bool, inWords: Bool = false) {
    self.unicode = unicode
    self.inWords = inWords
  }

  private func sign(_ sign: String, ascii: String, word: String) -> String {
    inWords ? word : unicode ? sign : ascii
  }

  /// Right.
  public var tick: String { sign("✓", ascii: "ok", word: "right") }
  /// Not right.
  public var cross: String { sign("✗", ascii: "x", word: "wrong") }

  /// Begun and not done.
  public var begun: StyledText { StyledText(sign("◐", ascii: "~", word: "begun"), .warning) }

  /// Given up.
  public var skipped: StyledText { StyledText(sign("»", ascii: ">", word: "skipped"), .dim) }

  /// Done as far as can be checked here, and not yet read by a person.
  public var waiting: StyledText {
    StyledText(sign("–", ascii: "?", word: Points.waitsForPerson), .warning)
  }

  /// A sign before a sentence that says the same, for those who see it.
  public func before(_ sign: String, _ style: TextStyle) -> StyledText {
    inWords ? StyledText() : StyledText(sign + " ", style)
  }

  /// Of a question: given up, waiting for a person, done, begun or neither.
  public func state(of question: QuestionReport) -> StyledText {
    if question.isSkipped { return skipped }
    if question.waitsForPerson { return waiting }
    if question.isDone { return StyledText(inWords ? "done" : tick, .success) }
    return question.isStarted
      ? begun : StyledText(sign("·", ascii: "-", word: "not begun"), .dim)
  }

  /// Of a column's rows: right or not.
  public func rows(_ verdicts: [Verdict]) -> [StyledText] {
    verdicts.map { $0.defaultShare == 1 ? StyledText(tick, .success) : StyledText(cross, .error) }
  }
}
