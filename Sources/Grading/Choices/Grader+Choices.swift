import AnswerKeys
import Exercises

extension Grader {
  func judge(_ choice: ChoiceAnswer, of question: Question) -> AnswerReport {
    let isPoll = question.points == 0 && !question.isPractice
    var texts: [String] = []
    if case .choices(let own)? = written[question.id] { texts = own }
    let ticks = ticks(texts, at: question, choice)
    var choice = choice
    let release = compiled.exercise.release
    if let release, !isPoll, !ticks.options.isEmpty {
      guard
        let opened = release.seals.flatMap({
          SealedChoice.opened(choice, of: question.id, ticked: ticks.options, $0)
        })
      else { return formReport(of: choice, question, ticks) }
      choice = opened
    }
    let mark = ChoiceMark(choice, ticked: ticks.options)
    let count = ticks.options.count
    func report(_ verdict: Verdict, _ message: String) -> AnswerReport {
      AnswerReport(
        name: question.id, verdict: verdict, share: isPoll ? 0 : mark.earned, message: message)
    }

    var found: AnswerReport
    if ticks.options.isEmpty {
      found = report(.unanswered, GradingWording.unanswered)
    } else if mark.missing > 0 {
      found = report(.partly, ChoiceWording.missing(mark.missing, ticked: count))
    } else if isPoll {
      found = report(.unchecked, ChoiceWording.noted)
      if mark.surplus > 0, case .exactly(let asked) = choice.count {
        found.notices.append(ChoiceWording.surplus(count, asked: asked))
      }
    } else if mark.earned == 1 {
      found = report(.correct, ChoiceWording.right)
    } else if mark.waiting > 0, mark.earned + mark.waiting > 1 - Self.rounding {
      found = report(.unchecked, ChoiceWording.waits(mark, ticked: count))
    } else if mark.earned > 0 || mark.waiting > 0 {
      found = report(.partly, ChoiceWording.partly(mark, choice, ticked: count))
    } else {
      found = report(.wrong, ChoiceWording.wrong(mark, choice, ticked: count))
    }
    if !isPoll, mark.missing == 0, mark.waiting > 0 {
      let argued = ticks.options.map { choice.options[$0] }
        .filter { $0.credit == .rightIfArgued }.map(\.text)
      found.notices.append(ChoiceWording.argued(argued))
    }
    if !ticks.unmatched.isEmpty { found.notices.append(ChoiceWording.unmatched(ticks.unmatched)) }

    let isComplete = found.verdict == .correct || found.verdict == .unchecked
    found.choice = ChoiceReport(
      options: choice.options.enumerated().map { place, option in
        ChoiceReport.Option(
          text: option.text, isTicked: ticks.options.contains(place), credit: option.credit,
          because: option.because)
      },
      asked: choice.count.number, isComplete: isComplete,
      // Of a release, what is not ticked is not known, and reasons are not there.
      showsReasons: release == nil && (isComplete || isPastDue),
      waiting: isPoll ? 0 : mark.waiting, isPoll: isPoll)
    return found
  }

  /// Matched once for all of a class who have ticked the same.
  private func ticks(_ texts: [String], at question: Question, _ choice: ChoiceAnswer)
    -> ChoiceTicks
  {
    let key = [question.id] + texts
    let known = compiled.kept("ticks") { RecentlyMade<[ExactText], ChoiceTicks>(limit: 1 << 20) }
    func match() -> ChoiceTicks { ChoiceTicks(texts, among: choice) }
    return known?.made(
      for: key.map(ExactText.init), size: key.reduce(100) { $0 + 2 * $1.utf8.count }, match)
      ?? match()
  }

  /// Shares of a third, added up.
  private static let rounding = 1e-9
}

extension ChoiceAnswer.Count {
  /// How many are asked for; nil for all that apply.
  public var number: Int? {
    switch self {
    case .exactly(let count): count
    case .any: nil
    }
  }
}

extension ChoiceAnswer: MarkedKind {
  func mark(_ report: inout QuestionReport, of question: Question, by grader: Grader) {
    let answer = grader.judge(self, of: question)
    report.answers.append(answer)
    report.score = question.points * answer.share
    report.waiting = question.points * ((answer.choice?.waiting ?? 0) + answer.untold)
  }

  var hintsTakeFromWaiting: Bool { true }
}
