import AnswerKeys
import Exercises
import Formulas

/// Names that are asked for; each earns its weight's share of the points.
struct MarkedValues: MarkedKind {
  let answers: [ValueAnswer]

  func mark(_ report: inout QuestionReport, of question: Question, by grader: Grader) {
    let total = answers.reduce(0) { $0 + $1.weight }
    for spec in answers {
      let answer = grader.judge(spec)
      report.answers.append(answer)
      if total > 0 { report.score += question.points * spec.weight / total * answer.share }
    }
  }

  func fill(
    in sheet: Worksheet, except right: Set<String>, of question: Question,
    _ compiled: CompiledExercise
  ) -> [Worksheet.Key] {
    answers.filter { !right.contains($0.name) }.flatMap { spec -> [Worksheet.Key] in
      guard let answer = compiled.answerKey.answer(named: spec.name) else { return [] }
      return answer.keys.filter { key in
        let isBound = sheet.rawValue(of: key) != nil
        return (key == .name(spec.name) || isBound) && sheet.fix(key, to: answer.value)
      }
    }
  }
}
