import AnswerKeys
import Exercises
import Formulas
import Quantities
import TextAnalysis

extension Grader {
  /// What is found of a student's text: never that it is right or wrong.
  public func judge(_ spec: TextAnswer, of question: Question) -> AnswerReport {
    guard case .text(let reply)? = written[question.id], !WrittenAnswer.text(reply).isEmpty else {
      var report = AnswerReport.unanswered(question.id)
      report.criteria = spec.criteria.map { criterion in
        forPerson(criterion)
          ?? CriterionReport(
            id: criterion.id, kind: criterion.kind.name, met: false, points: criterion.points,
            message: GradingWording.unanswered)
      }
      return report
    }
    let own = spec.criteria.map { criterion in
      if case .figures = criterion.kind { return formulas(of: criterion, question) }
      return []
    }
    func read() -> TextReading {
      TextReading(
        reply, to: TextQuestion.of(spec, question, compiled), compiled,
        in: sheet.declaresUnits ? sheet.units : nil)
    }
    guard !sheet.declaresUnits, let texts = compiled.kept("texts", make: { TextMemory() }) else {
      return report(on: read(), spec, question, own)
    }
    let key = TextMemory.Key(
      question: question.id, reply: ExactText(reply),
      own: own.joined().map { $0.own.map(\.bitPattern) })
    return texts.reports.made(for: key, size: TextMemory.lengthOfReport + reply.utf8.count) {
      let text = TextMemory.Key(question: question.id, reply: key.reply)
      let reading = texts.readings.made(for: text, size: reply.utf8.count, read)
      return report(on: reading, spec, question, own)
    }
  }

  /// - Parameter own: by the place of the criterion, the figures it asks for.
  private func report(
    on reading: TextReading, _ spec: TextAnswer, _ question: Question,
    _ own: [[(formula: FigureFormula, own: [Double])]]
  ) -> AnswerReport {
    var criteria = zip(spec.criteria, own).compactMap { criterion, formulas in
      switch criterion.kind {
      case .mentions: reading.mentions(criterion)
      case .figures(_, let atLeast): reading.figures(formulas, atLeast: atLeast, criterion)
      case .person: forPerson(criterion)
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
      report.share = min(
        0.99, total > 0 ? points / total : Double(met.count) / Double(judged.count))
      report.message =
        reading.isCopied
        ? CriteriaWording.copied : CriteriaWording.partly(met: met.count, of: judged.count)
    }
    report.criteria = criteria
    return report
  }

  /// What is said of a criterion that only a person can judge; nil for any other.
  private func forPerson(_ criterion: TextAnswer.Criterion) -> CriterionReport? {
    guard case .person = criterion.kind else { return nil }
    return CriterionReport(
      id: criterion.id, kind: .person, met: nil, points: criterion.points,
      message: CriteriaWording.person(criterion.asks))
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
          if report.verdict == .follows || isByAlternative(name), let value = report.value {
            own[name] = value
          }
        } else if let value = ownRequired[name] {
          own[name] = value
        }
      }
      guard !own.isEmpty,
        let value = ModelScope(compiled, question: question.id, own: own, in: sheet.units).value(
          of: formula.formula)?.converted(to: formula.unit), let numbers = value.numbers
      else { return (formula, []) }
      return (formula, numbers)
    }
  }
}

/// What was found of the texts of a class, so that what several students have written alike is read
/// once.
private final class TextMemory {
  /// All that what is found depends on.
  struct Key: Hashable {
    var question: String
    var reply: ExactText
    /// The student's own values of the figures that are asked for, bit for bit.
    var own: [[UInt64]] = []
  }

  /// By bytes, those of what is found more or less.
  let reports = RecentlyMade<Key, AnswerReport>(limit: 8 << 20)
  static let lengthOfReport = 3000
  /// By bytes of the texts, of which a reading takes some fifty each.
  let readings = RecentlyMade<Key, TextReading>(limit: 80_000)
}

extension TextAnswer.Criterion.Kind {
  var name: CriterionReport.Kind {
    switch self {
    case .mentions: .mentions
    case .figures: .figures
    case .person: .person
    }
  }
}

extension TextAnswer: MarkedKind {
  /// Those that its figures are computed from.
  func names(of question: Question, in compiled: CompiledExercise) -> Set<String> {
    criteria.reduce(into: []) { names, criterion in
      for figure in compiled.figures(of: question.id, criterion: criterion.id) {
        names.formUnion(figure.formula.usedNames)
      }
    }
  }

  /// What a text would add, once a person has confirmed it, and what only a person can give.
  func mark(_ report: inout QuestionReport, of question: Question, by grader: Grader) {
    let answer = grader.judge(self, of: question)
    report.answers.append(answer)
    guard answer.verdict != .unanswered else { return }
    let found = answer.criteria ?? []
    report.provisional = found.filter { $0.met == true }.reduce(0) { $0 + $1.points }
    report.waiting =
      criteria.isEmpty || grader.compiled.exercise.release != nil
      ? report.maximum : found.filter { $0.met == nil }.reduce(0) { $0 + $1.points }
  }
}
