import AnswerKeys
import Exercises
import Formulas

/// What can be told of an answer whose model answer is withheld: whether it has the form asked for.
/// Nothing is called right.
extension Grader {
  func formReport(
    of raw: Value, _ reading: UnitInterpretation, _ answer: AnswerKey.Answer
  ) -> AnswerReport {
    let wording = FormWording(answer)
    let own = self.wording(of: answer)
    let rules = answer.spec.rules
    func report(_ verdict: Verdict, _ message: String) -> AnswerReport {
      AnswerReport(name: answer.spec.name, verdict: verdict, share: 0, message: message)
    }
    /// - Parameter verdict: the best that it can come to once its value is looked at.
    func untold(_ verdict: Verdict, _ message: String, _ notice: String? = nil) -> AnswerReport {
      var found = report(verdict == .correct ? .unchecked : verdict, message)
      found.untold = share(verdict, answer)
      if let notice { found.notices = [notice] }
      return found
    }
    guard let value = reading.value else { return report(.wrong, own.notNumbers(raw)) }
    guard answer.rows(of: value) != nil else { return report(.wrong, own.otherShape(raw)) }
    if rules.units == .none { return untold(.correct, wording.noted) }
    if rules.units == .exact, reading.manner == .converted,
      raw.unit?.symbol != answer.unit.symbol
    {
      return untold(.wrongUnit, wording.exactUnit(raw))
    }
    switch reading.manner {
    case .converted:
      // 25 where 25 % is asked for: it may be meant, and is seen.
      let isBare = raw.unit?.isPlain == true && !answer.unit.isPlain
      return untold(.correct, wording.noted, isBare ? own.takenAs(value) : nil)
    case .accepted: return untold(.correct, wording.noted, own.takenAs(value))
    case .counted: return untold(.correct, wording.noted, own.countedUnit(raw))
    case .bare where rules.bare == .refuse: return report(.wrongDimension, own.otherDimension(raw))
    case .bare where rules.bare == .adopt:
      return untold(.correct, wording.noted, own.adopted(value))
    case .bare: return untold(.unitMissing, wording.unitMissing)
    case .fallsShort where rules.bare == .adopt: return untold(.correct, wording.noted)
    case .fallsShort: return untold(.unitMissing, wording.unitFallsShort(raw))
    case .miscounted, .otherDimension: return report(.wrongDimension, own.otherDimension(raw))
    case .notNumbers: return report(.wrong, own.notNumbers(raw))
    }
  }

  /// How a number is written can be told without its value.
  func noteForm(_ report: inout AnswerReport, _ raw: Value, _ attempt: Attempt) {
    guard report.untold > 0, let form = attempt.answer.spec.rules.written else { return }
    let rows = WrittenRow.rows(of: raw, attempt, on: sheet)
    let off = rows.indices.filter { !rows[$0].meets(form) }
    guard !off.isEmpty else { return }
    let said = wording(of: attempt.answer).otherForm(form, rows, off: off, of: raw)
    report.untold = min(report.untold, share(.otherForm, attempt.answer))
    guard report.verdict == .unchecked else {
      report.notices.append(wording(of: attempt.answer).besides(said))
      return
    }
    report.verdict = .otherForm
    report.message = FormWording.otherForm(said)
  }

  // MARK: Functions

  /// What a function gives on one group of arguments: of the kind asked for, or not.
  func formReport(of function: AnswerKey.Function, _ points: [PointReport]) -> AnswerReport {
    let failing = points.first { $0.verdict != .unchecked }
    var report = AnswerReport(
      name: function.spec.name, key: .name(function.spec.name),
      verdict: failing?.verdict ?? .unchecked, share: 0,
      message: failing.map { FormWording.failsAt($0) } ?? FormWording.notedFunction)
    report.untold = failing == nil ? 1 : 0
    report.points = points
    return report
  }

  // MARK: Choices

  /// A choice is noted once as many are ticked as are asked for.
  func formReport(of choice: ChoiceAnswer, _ question: Question, _ ticks: ChoiceTicks)
    -> AnswerReport
  {
    let count = ticks.options.count
    let missing = (choice.count.number ?? 0) - count
    var report = AnswerReport(
      name: question.id, verdict: .unchecked, share: 0, message: FormWording.notedChoice)
    if count == 0 {
      report = .unanswered(question.id)
    } else if missing > 0 {
      report.verdict = .partly
      report.message = ChoiceWording.missing(missing, ticked: count)
    } else {
      report.untold = 1
      if let asked = choice.count.number, count > asked {
        report.notices = [ChoiceWording.surplus(count, asked: asked)]
      }
    }
    if !ticks.unmatched.isEmpty { report.notices.append(ChoiceWording.unmatched(ticks.unmatched)) }
    report.choice = ChoiceReport(
      options: choice.options.enumerated().map { place, option in
        ChoiceReport.Option(
          text: option.text, isTicked: ticks.options.contains(place), credit: option.credit,
          because: nil)
      },
      asked: choice.count.number, isComplete: report.untold > 0, showsReasons: false, waiting: 0,
      isPoll: false, isUntold: true)
    return report
  }
}
