import AnswerKeys
import Diagnostics
import Exercises
import Formulas

/// Replays the model answers of open questions against their own criteria: `full` has to meet all
/// that a machine judges, `weak` must not, and `partial` is between them.
struct TextAnswerCheck {
  private let reference: Reference

  public init(_ reference: Reference) {
    self.reference = reference
  }

  public func failures() -> [ModelAnswerCheck.Failure] {
    reference.exercise.questions.flatMap { question -> [ModelAnswerCheck.Failure] in
      guard case .text(let spec) = question.body else { return [] }
      return spec.modelAnswers.compactMap { answer in
        failure(answer, spec, question).map {
          ModelAnswerCheck.Failure(line: answer.line, diagnostic: $0)
        }
      }
    }
  }

  private func failure(
    _ answer: TextAnswer.ModelAnswer, _ spec: TextAnswer, _ question: Question
  ) -> Diagnostic? {
    let grader = Grader(
      reference, sheet: reference.makeSheet(), words: [question.id: .text(answer.text)])
    let criteria = grader.judge(spec, of: question).criteria ?? []
    let judged = criteria.filter { $0.met != nil && $0.kind != .length }
    let unmet = judged.filter { $0.met == false }
    switch answer.level {
    case "full":
      let missing = criteria.filter { $0.met == false || !$0.contradictions.isEmpty }
      guard !missing.isEmpty else { return nil }
      return ReferenceWording.fullFallsShort(
        question.id,
        missing.map { ($0.id, $0.wholeMessage) })
    case "weak":
      guard !judged.isEmpty, unmet.isEmpty else { return nil }
      return ReferenceWording.weakMeetsAll(question.id, level: answer.level)
    case "partial":
      guard !judged.isEmpty else { return nil }
      if unmet.isEmpty { return ReferenceWording.weakMeetsAll(question.id, level: answer.level) }
      return unmet.count == judged.count ? ReferenceWording.partialMeetsNone(question.id) : nil
    default: return nil
    }
  }
}
