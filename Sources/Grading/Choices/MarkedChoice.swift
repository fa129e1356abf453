import Exercises

extension ChoiceAnswer: MarkedKind {
  func mark(_ report: inout QuestionReport, of question: Question, by grader: Grader) {
    let answer = grader.judge(self, of: question)
    report.answers.append(answer)
    report.score = question.points * answer.share
    report.waiting = question.points * (answer.choice?.waiting ?? 0)
  }

  var hintsTakeFromWaiting: Bool { true }
}
