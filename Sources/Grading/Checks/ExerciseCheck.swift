import AnswerKeys
import Diagnostics
import Exercises
import Formulas

/// What an author is told of an exercise that compiles, and students do not wait for.
///
/// Formulas that no answer is computed from are tried. Then every model answer is given as
/// students may give it: as the author wrote it, as a bare number, in another unit of its dimension,
/// and under each of its other names.
public struct ExerciseCheck {
  let compiled: CompiledExercise

  public init(_ compiled: CompiledExercise) { self.compiled = compiled }

  /// What is wrong with the formulas of live texts, equivalencies and misconceptions.
  public func formulaProblems() -> [LocatedDiagnostic] { AuthorFormulaCheck(compiled).problems }

  /// Ways of giving a model answer that are not marked as they should be, by line of the file.
  public func modelAnswerProblems() -> [LocatedDiagnostic] {
    // Of what is withheld there is nothing to give back.
    if compiled.exercise.release != nil { return nameProblems() }
    return compiled.answerKey.answers.flatMap(failures)
      + compiled.answerKey.functions.flatMap(failures)
      + ruleProblems() + nameProblems() + textProblems()
  }

  func problem(_ diagnostic: Diagnostic, line: Int) -> LocatedDiagnostic {
    LocatedDiagnostic(diagnostic, in: SourceText("", name: compiled.exercise.file, firstLine: line))
  }

  private func failures(_ answer: AnswerKey.Answer) -> [LocatedDiagnostic] {
    let (unit, name) = (answer.unit.symbol, answer.spec.name)
    guard isName(name) else {
      return [problem(AnswerKeyWording.noName(name), line: answer.spec.expect.line)]
    }
    if answer.tolerance.isRange, !answer.acceptsAsModels(answer.value) {
      let expect = answer.spec.expect
      return [problem(AnswerKeyWording.outOfRange(name, expect.text), line: expect.line)]
    }
    let literal = isProvided(answer) ? Self.columnName : literal(answer.value)
    let isTemperature = answer.unit.isTemperaturePoint
    func withUnit(_ literal: String) -> String {
      unit.isEmpty ? literal : isTemperature ? "(\(literal)) \(unit)" : "\(literal) * (1 \(unit))"
    }
    let typed = withUnit(literal)
    var attempts: [(text: String, manner: String, verdicts: [Verdict])] = answer.keys.map {
      ("\($0) = \(typed)", AnswerKeyWording.givenUnder("\($0)"), [.correct])
    }
    if !isProvided(answer), !answer.tolerance.isRange {
      attempts += zip(answer.spec.alternatives, answer.alternatives).map { formula, value in
        let text = "\(name) = \(withUnit(self.literal(value)))"
        return (text, AnswerKeyWording.givenAsAlternative(formula.text), [.correct])
      }
    }
    if answer.spec.rules.units == .convert {
      // A unit seven times as large, whatever the dimension.
      let others =
        isTemperature
        ? ["K", "°C", "°F"].filter { $0 != unit }.map { "\(name) = (\(typed)) to \($0)" }
        : unit.isEmpty
          ? [] : ["unit reckon_lint_unit = 7 \(unit)\n\(name) = (\(typed)) to reckon_lint_unit"]
      attempts += others.map { ($0, AnswerKeyWording.givenInAnotherUnit, [.correct]) }
    }
    let bare: [Verdict] =
      switch answer.spec.rules.bare {
      case .adopt: [.correct]
      case .ask: [.correct, .unitMissing]
      case .refuse: [.correct, .wrongDimension]
      }
    attempts.append(("\(name) = \(literal)", AnswerKeyWording.givenBare, bare))
    var failures = attempts.compactMap { text, manner, verdicts in
      failure(name, answer.spec.expect, manner, typed: text, verdicts, asked: answer.value) {
        report(text, providing: isProvided(answer) ? answer : nil) { $0.judge(answer.spec) }
      }
    }
    if wantsDegrees(answer) {
      failures.append(
        problem(
          AnswerKeyWording.temperatureTolerance(
            name, unit, example: isTemperature && unit != "°C" ? "1 \(unit)" : "0.5 K"),
          line: answer.spec.expect.line))
    }
    return failures
  }

  /// Whether a tolerance in degrees would say what the one there is cannot: a share of a figure
  /// near the zero of its scale is next to nothing, one counted from absolute zero is large, and
  /// twice a temperature in °C is none.
  private func wantsDegrees(_ answer: AnswerKey.Answer) -> Bool {
    let numbers = answer.value.numbers ?? []
    switch answer.tolerance {
    case .degrees(0, _), .absolute, .range: return false
    case .degrees(let share, let least):
      return numbers.contains { share * abs($0) < least * (1 - 1e-9) }
    case .factor: return answer.unit.isTemperaturePoint
    case .figures: return answer.unit.isTemperaturePoint && numbers.contains(0)
    case .relative: return answer.unit.symbol == "K" && answer.own.isTemperaturePoint
    }
  }

  private func failures(_ function: AnswerKey.Function) -> [LocatedDiagnostic] {
    let spec = function.spec
    // Students have in the text what is given to the model answer.
    let givens = compiled.givens(of: function.question).map { ($0.name, $0.formula) }
    guard let definition = spec.statement(locals: givens) else { return [] }
    let failure = failure(
      spec.name, spec.expect, AnswerKeyWording.givenAsWritten, typed: nil, [.correct], asked: nil
    ) {
      report([definition]) { $0.judge(spec) }
    }
    return failure.map { [$0] } ?? []
  }

  private func failure(
    _ name: String, _ expect: AuthorFormula, _ manner: String, typed: String?,
    _ verdicts: [Verdict], asked: Value?, _ report: () -> AnswerReport
  ) -> LocatedDiagnostic? {
    let found = report()
    // Model answers have all their figures.
    let verdict = found.verdict == .otherForm ? .correct : found.verdict
    guard !verdicts.contains(verdict) else { return nil }
    return problem(
      AnswerKeyWording.modelAnswerFails(
        name, manner, typed: typed.flatMap(shown), verdict: verdict, why: why(found, asked)),
      line: expect.line)
  }

  /// Why a model answer is not judged right, for its author.
  private func why(_ report: AnswerReport, _ asked: Value?) -> String? {
    if report.verdict == .fails { return report.message }
    if let point = report.points?.first(where: { $0.verdict != .correct }) {
      return "`\(oneLine(point.call))`: \(point.message)"
    }
    guard case .quantity(let number, let unit)? = report.value,
      case .quantity(let own, let wanted)? = asked
    else { return nil }
    return AnswerKeyWording.readAs(unit.text(of: number), asked: wanted.text(of: own))
  }

  /// What was typed, where it is a short line.
  private func shown(_ typed: String) -> String? {
    typed.utf8.count <= 60 && !typed.contains("\n") ? typed : nil
  }

  private func report(
    _ text: String, providing provided: AnswerKey.Answer? = nil, _ judge: (Grader) -> AnswerReport
  ) -> AnswerReport {
    let statements = Parser.parse(text).items.compactMap { item -> Statement? in
      if case .statement(let statement) = item { return statement }
      return nil
    }
    return report(statements, providing: provided, judge)
  }

  private func report(
    _ statements: [Statement], providing provided: AnswerKey.Answer? = nil,
    _ judge: (Grader) -> AnswerReport
  ) -> AnswerReport {
    let sheet = compiled.makeSheet()
    if let provided { sheet.provide(provided.value.relabelled(.one), as: Self.columnName) }
    _ = sheet.load(statements)
    return judge(Grader(compiled, sheet: sheet))
  }

  /// Rows of a column that are typed as a list; more would be too long a line.
  private static let listLimit = 500
  /// The name of a column that cannot be typed.
  private static let columnName = "reckon_lint_column"

  /// Whether students can bind it: words of the language are no names.
  private func isName(_ word: String) -> Bool {
    let items = Parser.parse("\(word) = 1").items
    guard items.count == 1, case .statement(let statement) = items[0],
      case .assign(word, _, _) = statement.kind
    else { return false }
    return true
  }

  /// Whether it stands on the sheet as a column, for no list can be typed of so many rows, nor of one
  /// that is missing.
  private func isProvided(_ answer: AnswerKey.Answer) -> Bool {
    (answer.value.rowCount ?? 0) > Self.listLimit
      || answer.accepted.contains { $0.numbers?.contains(where: \.isNaN) == true }
  }

  /// The value's numbers as they are typed.
  private func literal(_ value: Value) -> String {
    switch value {
    case .quantity(let number, _): return "\(number)"
    case .column(let numbers, _): return "[" + numbers.map { "\($0)" }.joined(separator: ", ") + "]"
    case .texts, .truths, .text, .truth, .table, .function: return ""
    }
  }

  private func oneLine(_ text: String) -> String {
    text.split(separator: "\n").joined(separator: " ")
  }
}
