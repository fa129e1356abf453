import Exercises
import Grading
import TextLayout

/// The signs that stand for how an answer or a question is, as the terminal can show them.
public struct StatusSymbols: Sendable {
  private let unicode: Bool

  public init(unicode: Bool) { self.unicode = unicode }

  /// Right.
  public var tick: String { unicode ? "✓" : "ok" }
  /// Not right.
  public var cross: String { unicode ? "✗" : "x" }

  /// Begun and not done.
  public var begun: StyledText { StyledText(unicode ? "◐" : "~", .warning) }

  /// Given up.
  public var skipped: StyledText { StyledText(unicode ? "»" : ">", .dim) }

  /// Done as far as can be checked here, and not yet read by a person.
  public var waiting: StyledText { StyledText(unicode ? "–" : "?", .warning) }

  /// Of a question: given up, waiting for a person, done, begun or neither.
  public func state(of question: QuestionReport) -> StyledText {
    if question.isSkipped { return skipped }
    if question.waitsForPerson { return waiting }
    if question.isDone { return StyledText(tick, .success) }
    return question.isStarted ? begun : StyledText(unicode ? "·" : "-", .dim)
  }

  /// Of a column's rows: right or not.
  public func rows(_ verdicts: [Verdict]) -> [StyledText] {
    verdicts.map { $0.defaultShare == 1 ? StyledText(tick, .success) : StyledText(cross, .error) }
  }
}
