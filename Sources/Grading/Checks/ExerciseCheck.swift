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
    compiled.answerKey.answers.flatMap(failures) + compiled.answerKey.functions.flatMap(failures)
      + ruleProblems() + textProblems()
  }

  func problem(_ diagnostic: Diagnostic, line: Int) -> LocatedDiagnostic {
    LocatedDiagnostic(diagnostic, in: SourceText("", name: compiled.exercise.file, firstLine: line))
  }

  private func failures(_ answer: AnswerKey.Answer) -> [LocatedDiagnostic] {
    let (unit, name) = (answer.unit.symbol, answer.spec.name)
    let literal = isLong(answer) ? Self.longName : literal(answer.value)
    let isTemperature = answer.unit.isTemperaturePoint
    func withUnit(_ literal: String) -> String {
      unit.isEmpty ? literal : isTemperature ? "(\(literal)) \(unit)" : "\(literal) * (1 \(unit))"
    }
    let typed = withUnit(literal)
    var attempts: [(text: String, manner: String, verdicts: [Verdict])] = answer.keys.map {
      ("\($0) = \(typed)", AnswerKeyWording.givenUnder("\($0)"), [.correct])
    }
    if !isLong(answer), !answer.tolerance.isRange {
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
      failure(name, answer.spec.expect, manner, verdicts) {
        report(text, long: isLong(answer) ? answer : nil) { $0.judge(answer.spec) }
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
    let text =
      "def \(spec.name)(\(spec.parameters.joined(separator: ", "))) = \(oneLine(spec.expect.text))"
    let failure = failure(spec.name, spec.expect, AnswerKeyWording.givenAsWritten, [.correct]) {
      report(text) { $0.judge(spec) }
    }
    return failure.map { [$0] } ?? []
  }

  private func failure(
    _ name: String, _ expect: AuthorFormula, _ manner: String, _ verdicts: [Verdict],
    _ report: () -> AnswerReport
  ) -> LocatedDiagnostic? {
    let found = report()
    // Model answers have all their figures.
    let verdict = found.verdict == .otherForm ? .correct : found.verdict
    return verdicts.contains(verdict)
      ? nil
      : problem(
        AnswerKeyWording.modelAnswerFails(name, manner, verdict: verdict), line: expect.line)
  }

  private func report(
    _ text: String, long: AnswerKey.Answer? = nil, _ judge: (Grader) -> AnswerReport
  ) -> AnswerReport {
    let sheet = compiled.makeSheet()
    if let long { sheet.provide(long.value.relabelled(.one), as: Self.longName) }
    let statements = Parser.parse(text).items.compactMap { item -> Statement? in
      if case .statement(let statement) = item { return statement }
      return nil
    }
    _ = sheet.load(statements)
    return judge(Grader(compiled, sheet: sheet))
  }

  /// Rows of a column that are typed as a list; more would be too long a line.
  private static let listLimit = 500
  /// The name of a column that is too long to be typed.
  private static let longName = "reckon_lint_column"

  private func isLong(_ answer: AnswerKey.Answer) -> Bool {
    (answer.value.rowCount ?? 0) > Self.listLimit
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
