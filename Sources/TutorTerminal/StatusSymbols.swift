import Exercises
import Grading
import TextLayout

/// The signs that stand for how an answer or a question is, as the terminal can show them.
public struct StatusSymbols: Sendable {
  private let unicode: Bool
  private let inWords: Bool

  /// - `inWords`: whether a word stands for each, for those who hear it.
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
    if question.waitsForPerson {
      return StyledText(sign("–", ascii: "?", word: Points.waits(question)), .warning)
    }
    if question.isDone { return StyledText(inWords ? "done" : tick, .success) }
    return question.isStarted
      ? begun : StyledText(sign("·", ascii: "-", word: "not begun"), .dim)
  }

  /// A piece of a bar of progress.
  enum Piece {
    case right, waiting, begun, open

    init(_ report: QuestionReport) {
      if report.isSkipped || report.isDone && !report.waitsForPerson {
        self = .right
      } else if report.waitsForPerson {
        self = .waiting
      } else {
        self = report.isStarted ? .begun : .open
      }
    }
  }

  /// A piece of a bar of progress.
  func bar(_ piece: Piece, length: Int) -> StyledText {
    let (sign, style): (String, TextStyle) =
      switch piece {
      case .right: (unicode ? "█" : "#", .success)
      case .waiting: (unicode ? "▓" : "+", .warning)
      case .begun: (unicode ? "▒" : "-", .warning)
      case .open: (unicode ? "░" : ".", .dim)
      }
    return StyledText(String(repeating: sign, count: length), style)
  }

  /// Of an answer: right, not right or not given.
  public func answer(_ report: AnswerReport) -> StyledText {
    switch report.verdict {
    case .unanswered, .unchecked: StyledText(unicode ? "·" : "-", .dim)
    case _ where report.share == 1: StyledText(tick, .success)
    case .fails, .wrong, .wrongDimension: StyledText(cross, .error)
    case .correct, .follows, .rounded, .otherForm, .otherUnit, .partly, .unitMissing, .wrongUnit:
      StyledText("~", .warning)
    }
  }

  /// Of a column's rows: right or not.
  public func rows(_ verdicts: [Verdict]) -> [StyledText] {
    verdicts.map { $0.defaultShare == 1 ? StyledText(tick, .success) : StyledText(cross, .error) }
  }
}
