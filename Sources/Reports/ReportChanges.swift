import Grading
import TextLayout

/// What became of answers between two reports on the same notebook.
public struct ReportChanges: Hashable, Sendable {
  /// Answers that are right now and were not.
  public private(set) var right: [String] = []
  /// Right before, and not any more.
  public private(set) var spoilt: [String] = []
  /// Given anew, or changed in what it earns, and not right.
  public private(set) var off: [String] = []
  /// Texts and the like that a person reads.
  public private(set) var noted: [String] = []
  /// Answers that are gone.
  public private(set) var removed: [String] = []
  private let scoreBefore: Double
  private let score: Double

  public init(from before: ExerciseReport, to after: ExerciseReport) {
    (scoreBefore, score) = (before.score, after.score)
    var known: [String: AnswerReport] = [:]
    for question in before.questions {
      for answer in question.answers { known["\(question.id) \(answer.name)"] = answer }
    }
    for question in after.questions {
      for answer in question.answers {
        let old = known["\(question.id) \(answer.name)"]
        sort(answer, before: old)
      }
    }
  }

  private mutating func sort(_ answer: AnswerReport, before old: AnswerReport?) {
    let share = old?.share ?? 0
    let isSame = old.map { $0.verdict == answer.verdict } ?? (answer.verdict == .unanswered)
    guard !isSame || share != answer.share else { return }
    switch answer.verdict {
    case .unanswered: removed.append(answer.name)
    case .unchecked: noted.append(answer.name)
    case .correct, .follows, .fails, .unitMissing, .wrongUnit, .rounded, .otherForm, .otherUnit,
      .wrongDimension, .wrong, .partly:
      if answer.share == 1 {
        if share < 1 { right.append(answer.name) }
      } else if share == 1 {
        spoilt.append(answer.name)
      } else {
        off.append(answer.name)
      }
    }
  }

  /// Whether all is as before.
  public var isEmpty: Bool {
    right.isEmpty && spoilt.isEmpty && off.isEmpty && noted.isEmpty && removed.isEmpty
      && scoreBefore == score
  }

  /// What changed, as part of a sentence.
  public var text: StyledText {
    var parts: [StyledText] = []
    func add(_ names: [String], _ one: String, _ several: String, _ style: TextStyle) {
      guard !names.isEmpty else { return }
      parts.append(
        StyledText("\(names.joined(separator: ", ")) \(names.count == 1 ? one : several)", style))
    }
    add(right, "is right now", "are right now", .success)
    add(spoilt, "is no longer right", "are no longer right", .error)
    add(off, "is not right yet", "are not right yet", .warning)
    add(noted, "is noted", "are noted", .plain)
    add(removed, "is gone", "are gone", .plain)
    if Points.text(scoreBefore) != Points.text(score) {
      parts.append(StyledText("\(Points.counted(score)), \(Points.text(scoreBefore)) before"))
    }
    return parts.isEmpty ? StyledText("no answer changed") : parts.joined(by: "; ")
  }
}
