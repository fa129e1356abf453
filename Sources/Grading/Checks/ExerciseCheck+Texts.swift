import AnswerKeys
import Diagnostics
import Exercises
import TextAnalysis

extension ExerciseCheck {
  /// Model answers of open questions that do not meet the criteria that their level says: `full`
  /// has to meet all that a machine judges, `weak` must not, and `partial` is between them.
  func textProblems() -> [LocatedDiagnostic] {
    compiled.exercise.questions.flatMap { question -> [LocatedDiagnostic] in
      guard case .text(let spec) = question.body else { return [] }
      return spec.modelAnswers.compactMap { answer in
        diagnostic(of: answer, spec, question).map { problem($0, line: answer.line) }
      }
    }
  }

  private func diagnostic(
    of answer: TextAnswer.ModelAnswer, _ spec: TextAnswer, _ question: Question
  ) -> Diagnostic? {
    let grader = Grader(
      compiled, sheet: compiled.makeSheet(), written: [question.id: .text(answer.text)])
    let criteria = grader.judge(spec, of: question).criteria ?? []
    let judged = criteria.filter { $0.met != nil && $0.kind != .length }
    let unmet = judged.filter { $0.met == false }
    let meetsAll = !judged.isEmpty && unmet.isEmpty
    switch answer.level {
    case .full:
      let missing = criteria.filter { $0.met == false || !$0.contradictions.isEmpty }
      guard !missing.isEmpty else { return nil }
      return AnswerKeyWording.fullFallsShort(
        question.id,
        missing.map { criterion in
          (
            criterion.id, criterion.wholeMessage, criterion.met == false ? criterion.notFound : [],
            criterion.figures.map { "`\($0.written)` \(CriteriaWording.reading($0))" }
          )
        })
    case .weak, .partial:
      if meetsAll { return AnswerKeyWording.weakMeetsAll(question.id, level: answer.level.word) }
      let meetsNone = !judged.isEmpty && unmet.count == judged.count
      return answer.level == .partial && meetsNone
        ? AnswerKeyWording.partialMeetsNone(question.id) : nil
    case .other: return nil
    }
  }
}
