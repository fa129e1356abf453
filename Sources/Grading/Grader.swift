import Diagnostics
import Exercises
import Formulas
import Quantities

/// Judges a student's sheet against the model answers.
public struct Grader {
  let reference: Reference
  let sheet: Worksheet
  /// Words given to questions that are not answered by formulas.
  let words: [String: WordedReply]
  /// Names whose statements in the file have a mistake, with that mistake.
  let failing: [Worksheet.Key: LocatedDiagnostic]
  /// Hints shown, by question.
  let hints: [String: Int]
  /// Questions whose model answers were filled in.
  let skipped: Set<String>
  /// What was found of their answers before that.
  let skippedAnswers: [String: [AnswerReport]]

  public init(
    _ reference: Reference, sheet: Worksheet, words: [String: WordedReply] = [:],
    failing: [Worksheet.Key: LocatedDiagnostic] = [:], hints: [String: Int] = [:],
    skipped: Set<String> = [], skippedAnswers: [String: [AnswerReport]] = [:]
  ) {
    self.reference = reference
    self.sheet = sheet
    self.words = words
    self.failing = failing
    self.hints = hints
    self.skipped = skipped
    self.skippedAnswers = skippedAnswers
  }

  public func report() -> ExerciseReport {
    ExerciseReport(
      exercise: reference.exercise.id,
      questions: reference.exercise.questions.compactMap { question in
        if case .reading = question.body { return nil }
        return report(on: question)
      })
  }

  public func report(on question: Question) -> QuestionReport {
    var report = QuestionReport(
      id: question.id, title: question.title, score: 0, maximum: question.points, answers: [],
      waiting: 0, isPractice: question.isPractice)
    report.hintsShown = min(hints[question.id] ?? 0, question.hints.count)
    if let answers = skippedAnswers[question.id] {
      report.answers = answers
      report.isSkipped = true
      return report
    }
    switch question.body {
    case .values(let specs):
      let total = specs.reduce(0) { $0 + $1.weight }
      for spec in specs {
        let answer = judge(spec)
        report.answers.append(answer)
        if total > 0 { report.score += question.points * spec.weight / total * answer.share }
      }
    case .function(let spec):
      let answer = judge(spec)
      report.answers.append(answer)
      report.score = question.points * answer.share
    case .choice, .text:
      let answer = worded(question)
      report.answers.append(answer)
      if answer.verdict == .unchecked { report.waiting = question.points }
    case .reading: break
    }
    if skipped.contains(question.id) {
      report.isSkipped = true
      report.score = 0
      report.waiting = 0
    }
    if report.hintsShown > 0, question.hintCost > 0, report.score > 0 {
      report.hintCost = min(
        report.score, question.points * question.hintCost * Double(report.hintsShown))
      report.score -= report.hintCost
    }
    return report
  }

  private func worded(_ question: Question) -> AnswerReport {
    let isAnswered = words[question.id]?.isEmpty == false
    return AnswerReport(
      name: question.id, verdict: isAnswered ? .unchecked : .unanswered, share: 0,
      message: isAnswered ? GradingWording.waits(question) : GradingWording.unanswered)
  }

  // MARK: Values

  /// Judges an answer under each name it may have, and keeps the best.
  public func judge(_ spec: ValueAnswer) -> AnswerReport {
    guard let answer = reference.answer(named: spec.name) else {
      return AnswerReport(
        name: spec.name, verdict: .unchecked, share: 0, message: GradingWording.noReference)
    }
    var best: AnswerReport?
    for key in reference.keys(of: spec) {
      guard let report = judge(answer, at: key) else { continue }
      if let known = best, known.share >= report.share { continue }
      best = report
    }
    return best
      ?? AnswerReport(
        name: spec.name, verdict: .unanswered, share: 0, message: GradingWording.unanswered)
  }

  private func judge(_ answer: Reference.Answer, at key: Worksheet.Key) -> AnswerReport? {
    let name = answer.spec.name
    if let mistake = failing[key] {
      return AnswerReport(
        name: name, key: key, verdict: .fails, share: share(.fails, answer),
        message: mistake.diagnostic.message, problem: mistake)
    }
    guard let outcome = sheet.rawValue(of: key) else { return nil }
    switch outcome {
    case .failure(let problem):
      return AnswerReport(
        name: name, key: key, verdict: .fails, share: share(.fails, answer),
        message: problem.diagnostic.message)
    case .success(let raw):
      let reading = AnswerReading(
        raw, holdsBareNumber: sheet.holdsBareNumber(key), answer, in: sheet.units)
      var report = verdict(of: raw, reading, answer, formula: sheet.formula(of: key))
      report.key = key
      report.value = reading.adopted ?? raw
      return report
    }
  }

  private func share(_ verdict: Verdict, _ answer: Reference.Answer) -> Double {
    answer.spec.judging.shares[verdict.rawValue] ?? verdict.defaultShare
  }

  private func verdict(
    of raw: Value, _ reading: AnswerReading, _ answer: Reference.Answer, formula: Expression?
  ) -> AnswerReport {
    let wording = AnswerWording(
      answer, units: sheet.units, rowNames: sheet.rowNames(for: answer.value))
    func report(_ verdict: Verdict, _ message: String, notices: [String] = []) -> AnswerReport {
      AnswerReport(
        name: answer.spec.name, verdict: verdict, share: share(verdict, answer),
        message: message, notices: notices,
        rows: rows(reading, answer, isRight: verdict.defaultShare > 0))
    }
    guard let value = reading.value else {
      return report(.wrong, wording.notNumbers(raw))
    }
    guard let rows = answer.rows(of: value) else {
      return report(.wrong, wording.otherShape(raw))
    }
    let isRight = rows.allSatisfy { $0 }
    let policy = answer.spec.judging.units
    if policy == .none {
      let bare = raw.relabelled(answer.unit)
      return answer.accepts(bare)
        ? report(.correct, wording.right) : report(.wrong, wording.wrong(bare))
    }
    if policy == .exact, reading.manner == .converted, raw.unit != answer.unit, isRight {
      return report(.wrongUnit, wording.exactUnit(raw))
    }
    if !isRight, isRounded(raw, reading, answer, formula) {
      return report(.rounded, wording.rounded)
    }
    switch reading.manner {
    case .converted:
      return isRight ? report(.correct, wording.right) : report(.wrong, wording.wrong(value))
    case .accepted:
      return isRight
        ? report(.correct, wording.right, notices: [wording.takenAs(value)])
        : report(.wrong, wording.wrong(value))
    case .counted:
      return isRight
        ? report(.correct, wording.right, notices: [wording.countedUnit(raw)])
        : report(.wrong, wording.wrong(value))
    case .bare where answer.spec.judging.bare == .refuse:
      return report(.wrongDimension, wording.otherDimension(raw))
    case .bare, .fallsShort:
      guard isRight else { return report(.wrong, wording.wrongBare(value)) }
      if answer.spec.judging.bare == .adopt {
        return report(.correct, wording.right, notices: [wording.adopted(value)])
      }
      return report(
        .unitMissing,
        reading.manner == .bare ? wording.unitMissing(raw) : wording.unitFallsShort(raw))
    case .otherDimension:
      return isRight
        ? report(.wrongUnit, wording.wrongUnit(raw))
        : report(.wrongDimension, wording.otherDimension(raw))
    case .notNumbers:
      return report(.wrong, wording.notNumbers(raw))
    }
  }

  private func rows(
    _ reading: AnswerReading, _ answer: Reference.Answer, isRight: Bool
  ) -> [Verdict]? {
    guard case .column(let references, _) = answer.value else { return nil }
    guard let rows = answer.rows(of: reading.value) else {
      return references.map { _ in .wrong }
    }
    return rows.map { $0 && (isRight || reading.manner != .otherDimension) ? .correct : .wrong }
  }

  /// Whether a typed number of two figures or more is the reference rounded to as many.
  private func isRounded(
    _ raw: Value, _ reading: AnswerReading, _ answer: Reference.Answer, _ formula: Expression?
  ) -> Bool {
    guard let figures = formula?.typedFigures, figures >= 2, figures < 15,
      case .quantity(let typed, let unit) = raw,
      reading.manner == .converted || reading.manner == .counted
    else { return false }
    let units = sheet.units
    let expected = answer.value.relabelled(units.withoutCounts(answer.unit))
      .converted(to: units.withoutCounts(unit), in: units)
    guard case .quantity(let number, _)? = expected else { return false }
    return NumberFormat.rounded(number, figures: figures) == typed
  }

  // MARK: Functions

  public func judge(_ spec: FunctionAnswer) -> AnswerReport {
    let key = Worksheet.Key.name(spec.name)
    func report(_ verdict: Verdict, _ message: String, share: Double = 0) -> AnswerReport {
      AnswerReport(name: spec.name, key: key, verdict: verdict, share: share, message: message)
    }
    if let mistake = failing[key] {
      var failed = report(.fails, mistake.diagnostic.message)
      failed.problem = mistake
      return failed
    }
    guard let function = reference.functions.first(where: { $0.spec.name == spec.name }) else {
      return report(.unchecked, GradingWording.noReference)
    }
    guard let definition = sheet.function(named: spec.name) else {
      if sheet.rawValue(of: key) != nil {
        return report(.wrong, GradingWording.notAFunction(spec))
      }
      return report(.unanswered, GradingWording.unanswered)
    }
    guard definition.parameters.count == spec.parameters.count else {
      return report(
        .fails,
        GradingWording.otherParameters(spec, found: definition.parameters.count))
    }
    let points = function.points.enumerated().map { index, point in
      judge(function, point, texts: spec.points[index].map(\.text))
    }
    let right = points.count { $0.verdict == .correct }
    let verdict: Verdict =
      right == points.count
      ? .correct
      : points.allSatisfy({ $0.verdict == .fails }) ? .fails : right > 0 ? .partly : .wrong
    let share = points.isEmpty ? 0 : Double(right) / Double(points.count)
    var whole = report(
      verdict, GradingWording.function(spec, right: right, points: points), share: share)
    whole.points = points
    return whole
  }

  private func judge(
    _ function: Reference.Function, _ point: (arguments: [Value], expected: Value),
    texts: [String]
  ) -> PointReport {
    let call = "\(function.spec.name)(\(texts.joined(separator: ", ")))"
    guard let outcome = sheet.call(function.spec.name, point.arguments) else {
      return PointReport(call: call, verdict: .fails, message: GradingWording.unanswered)
    }
    switch outcome {
    case .failure(let problem):
      return PointReport(call: call, verdict: .fails, message: problem.diagnostic.message)
    case .success(let value):
      let answer = Reference.Answer(
        question: function.question,
        spec: ValueAnswer(
          name: call, expect: function.spec.expect, judging: function.spec.judging),
        unit: function.unit, accepts: [], value: point.expected, tolerance: function.tolerance,
        formula: Expression(.number(0, figures: 0), Span(0, 0)))
      let reading = AnswerReading(value, holdsBareNumber: false, answer, in: sheet.units)
      let report = verdict(of: value, reading, answer, formula: nil)
      return PointReport(
        call: call, verdict: report.share == 1 ? .correct : report.verdict,
        message: report.message)
    }
  }
}

/// What a student gave to a question that is not answered by formulas.
public enum WordedReply: Hashable, Sendable {
  case text(String)
  /// Texts of the options that are ticked.
  case choices([String])

  public var isEmpty: Bool {
    switch self {
    case .text(let text): text.allSatisfy(\.isWhitespace)
    case .choices(let options): options.isEmpty
    }
  }
}
