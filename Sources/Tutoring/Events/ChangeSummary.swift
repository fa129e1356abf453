import Formulas
import Grading

/// What a change of the notebook did to names and answers beside the one that was changed.
public struct ChangeSummary {
  /// Names with another value.
  public internal(set) var recomputed: [Worksheet.Key] = []
  /// Names that have lost their value through their own formula, with what is wrong with it.
  public internal(set) var failing: [(key: Worksheet.Key, problem: FormulaProblem)] = []
  /// Names that have lost it through those they use.
  public internal(set) var stranded: [Worksheet.Key] = []
  /// Questions that are wholly right now, and answers in others.
  public internal(set) var right: [String] = []
  /// Questions that are right on values of the student's own which are not, and answers in others.
  public internal(set) var following: [String] = []
  /// Questions that no longer are, and answers in others.
  public internal(set) var wrong: [String] = []
  /// Questions that were right and have an answer missing now.
  public internal(set) var open: [String] = []

  var isEmpty: Bool {
    recomputed.isEmpty && failing.isEmpty && stranded.isEmpty && right.isEmpty
      && following.isEmpty && wrong.isEmpty && open.isEmpty
  }

  /// Takes in what has become of a question's answers. Of the question of the statement at hand,
  /// and of the answer that it gives, is said elsewhere.
  mutating func compare(
    _ before: QuestionReport, _ after: QuestionReport, isOwn: Bool, given: (AnswerReport) -> Bool
  ) {
    guard !after.isSkipped else { return }
    var better: [String] = []
    var credited: [String] = []
    var worse: [AnswerReport] = []
    for (old, new) in zip(before.answers, after.answers) where !given(new) {
      if new.isRight {
        if !old.isRight { better.append(new.name) }
      } else if new.verdict == .follows {
        if old.verdict != .follows { credited.append(new.name) }
      } else if old.share == 1 {
        worse.append(new)
      }
    }
    if !better.isEmpty { right += after.isAllRight && !isOwn ? [after.id] : better }
    if !credited.isEmpty { following += after.isDone && !isOwn ? [after.id] : credited }
    guard !worse.isEmpty else { return }
    let wasDone = before.isDone && !isOwn
    if worse.allSatisfy({ $0.verdict == .unanswered }) {
      if wasDone { open.append(after.id) }
    } else {
      wrong += wasDone ? [after.id] : worse.filter { $0.verdict != .unanswered }.map(\.name)
    }
  }
}

extension AnswerReport {
  /// Whether it is right by itself, and not only on what came before.
  fileprivate var isRight: Bool { share == 1 && verdict != .follows }
}

extension QuestionReport {
  fileprivate var isAllRight: Bool { isDone && answers.allSatisfy { $0.verdict != .follows } }
}
