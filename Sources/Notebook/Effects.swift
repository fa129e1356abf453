import Exercises
import Formulas
import Grading

/// What a change of the notebook did to names and answers beside the one that was changed.
struct Effects {
  /// Names with another value.
  var recomputed: [Worksheet.Key] = []
  /// Names that have lost their value through their own formula, with what is wrong with it.
  var failing: [(key: Worksheet.Key, problem: FormulaProblem)] = []
  /// Names that have lost it through those they use.
  var stranded: [Worksheet.Key] = []
  /// Questions that are wholly right now, and answers in others.
  var right: [String] = []
  /// Questions that no longer are, and answers in others.
  var wrong: [String] = []
  /// Questions that were right and have an answer missing now.
  var open: [String] = []

  var isEmpty: Bool {
    recomputed.isEmpty && failing.isEmpty && stranded.isEmpty && right.isEmpty && wrong.isEmpty
      && open.isEmpty
  }

  /// Takes in what has become of a question's answers. Of the question of the statement at hand,
  /// and of the answer that it gives, is said elsewhere.
  mutating func compare(
    _ before: QuestionReport, _ after: QuestionReport, isOwn: Bool,
    given: (AnswerReport) -> Bool
  ) {
    guard !after.isSkipped else { return }
    var better: [String] = []
    var worse: [AnswerReport] = []
    for (old, new) in zip(before.answers, after.answers) where !given(new) {
      if old.share < 1, new.share == 1 { better.append(new.name) }
      if old.share == 1, new.share < 1 { worse.append(new) }
    }
    if !better.isEmpty { right += after.isDone && !isOwn ? [after.id] : better }
    guard !worse.isEmpty else { return }
    let wasDone = before.isDone && !isOwn
    if worse.allSatisfy({ $0.verdict == .unanswered }) {
      if wasDone { open.append(after.id) }
    } else {
      wrong += wasDone ? [after.id] : worse.filter { $0.verdict != .unanswered }.map(\.name)
    }
  }
}
