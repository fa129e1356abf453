import AnswerKeys
import Exercises
import Formulas
import Quantities
import TextAnalysis

/// Texts, read against their criteria.
extension Grader {
  /// What is found of a student's text: never that it is right or wrong.
  public func judge(_ spec: TextAnswer, of question: Question) -> AnswerReport {
    guard case .text(let reply)? = written[question.id], !WrittenAnswer.text(reply).isEmpty else {
      var report = AnswerReport(
        name: question.id, verdict: .unanswered, share: 0, message: GradingWording.unanswered)
      report.criteria = spec.criteria.map { criterion in
        CriterionReport(
          id: criterion.id, kind: criterion.kind.name,
          met: criterion.kind.isForPerson ? nil : false,
          points: criterion.points,
          message: criterion.kind.isForPerson
            ? CriteriaWording.person(criterion.asks) : GradingWording.unanswered)
      }
      return report
    }
    let reading = TextReading(reply, spec, question, compiled, in: sheet.units)
    var criteria = spec.criteria.map { criterion -> CriterionReport in
      switch criterion.kind {
      case .mentions(let lists): return reading.mentions(lists, criterion)
      case .figures(_, let atLeast):
        return reading.figures(
          formulas(of: criterion, question), atLeast: atLeast, criterion)
      case .person:
        return CriterionReport(
          id: criterion.id, kind: .person, met: nil, points: criterion.points,
          message: CriteriaWording.person(criterion.asks))
      }
    }
    // All that is asked for at once would be the rubric: of what is not named, one is told.
    for index in criteria.indices.filter({ criteria[$0].saysWhatIsAsked }).dropFirst() {
      criteria[index].message = CriteriaWording.another
    }
    let judged = criteria.filter { $0.met != nil }
    let met = judged.filter { $0.met == true }
    if let asked = spec.sentences {
      var length = CriterionReport(
        id: "length", kind: .length, met: reading.sentences.fits(asked), points: 0,
        message: CriteriaWording.length(reading.sentences, asked: asked))
      length.isTooShort = reading.sentences.countWithSemicolons < asked.lowerBound
      criteria.append(length)
    }
    var report = AnswerReport(
      name: question.id, verdict: .unchecked, share: 0, message: GradingWording.waits(question))
    if met.count < judged.count {
      let total = judged.reduce(0) { $0 + $1.points }
      let points = met.reduce(0) { $0 + $1.points }
      report.verdict = .partly
      report.share =
        total > 0 ? points / total : Double(met.count) / Double(judged.count)
      report.share = min(report.share, 0.99)
      report.message =
        reading.isCopied
        ? CriteriaWording.copied : CriteriaWording.partly(met: met.count, of: judged.count)
    }
    report.criteria = criteria
    return report
  }

  /// The values of a criterion's formulas, with the student's own where these were credited.
  private func formulas(
    of criterion: TextAnswer.Criterion, _ question: Question
  ) -> [(formula: FigureFormula, own: [Double])] {
    compiled.figures(of: question.id, criterion: criterion.id).map { formula in
      var own: [String: Value] = [:]
      for name in formula.formula.usedNames {
        if let answer = answerKey.answer(named: name) {
          let report = judge(answer.spec)
          if report.verdict == .follows, let value = report.value { own[name] = value }
        } else if let value = ownRequired[name] {
          own[name] = value
        }
      }
      guard !own.isEmpty,
        let value = ModelScope(compiled, question: question.id, own: own, in: sheet.units)
          .value(of: formula.formula)?.converted(to: formula.unit),
        let numbers = value.numbers
      else { return (formula, []) }
      return (formula, numbers)
    }
  }
}

extension TextAnswer.Criterion.Kind {
  var name: CriterionReport.Kind {
    switch self {
    case .mentions: .mentions
    case .figures: .figures
    case .person: .person
    }
  }

  var isForPerson: Bool {
    if case .person = self { return true }
    return false
  }
}
