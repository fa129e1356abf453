import AnswerKeys
import Diagnostics
import Exercises
import Formulas
import Quantities

/// Replays every model answer as students may give it: as the author wrote it, as a bare number,
/// in another unit of its dimension, and under each of its other names.
public struct ModelAnswerCheck {
  private let reference: Reference

  public init(_ reference: Reference) {
    self.reference = reference
  }

  /// A way of giving an answer that is not judged as it should be.
  public struct Failure: Sendable {
    public var line: Int
    public var diagnostic: Diagnostic
  }

  public func failures() -> [Failure] {
    reference.answers.flatMap(failures) + reference.functions.flatMap(failures)
      + TextAnswerCheck(reference).failures()
  }

  private func failures(_ answer: Reference.Answer) -> [Failure] {
    var result: [Failure] = []
    let unit = answer.unit.symbol
    let name = answer.spec.name
    let literal = literal(answer)
    let isTemperature = answer.unit.isTemperaturePoint
    let typed =
      unit.isEmpty ? literal : isTemperature ? "(\(literal)) \(unit)" : "\(literal) * (1 \(unit))"
    for key in reference.keys(of: answer.spec) {
      expect(
        answer, "\(key) = \(typed)", [.correct], ReferenceWording.replayUnder("\(key)"), &result)
    }
    if answer.spec.judging.units == .convert, isTemperature {
      for other in ["K", "°C", "°F"] where other != unit {
        expect(
          answer, "\(name) = (\(typed)) to \(other)", [.correct], ReferenceWording.replayUnit,
          &result)
      }
    } else if answer.spec.judging.units == .convert, !unit.isEmpty {
      // A unit seven times as large, whatever the dimension.
      expect(
        answer, "unit reckon_lint_unit = 7 \(unit)\n\(name) = (\(typed)) to reckon_lint_unit",
        [.correct], ReferenceWording.replayUnit, &result)
    }
    let bare: [Verdict] =
      switch answer.spec.judging.bare {
      case .adopt: [.correct]
      case .ask: [.correct, .unitMissing]
      case .refuse: [.correct, .wrongDimension]
      }
    expect(answer, "\(name) = \(literal)", bare, ReferenceWording.replayBare, &result)
    if wantsDegrees(answer) {
      result.append(
        Failure(
          line: answer.spec.expect.line,
          diagnostic: ReferenceWording.temperatureTolerance(
            name, unit, example: isTemperature && unit != "°C" ? "1 \(unit)" : "0.5 K")))
    }
    return result
  }

  /// Whether a tolerance in degrees would say what the one there is cannot: a share of a figure
  /// near the zero of its scale is next to nothing, one counted from absolute zero is large, and
  /// twice a temperature in °C is none.
  private func wantsDegrees(_ answer: Reference.Answer) -> Bool {
    let numbers = answer.value.numbers ?? []
    switch answer.tolerance {
    case .degrees(0, _), .absolute, .range: return false
    case .degrees(let share, let least):
      return numbers.contains { share * abs($0) < least * (1 - 1e-9) }
    case .factor: return answer.unit.isTemperaturePoint
    case .figures: return answer.unit.isTemperaturePoint && numbers.contains(0)
    case .relative:
      return answer.unit.symbol == "K" && answer.own.isTemperaturePoint
    }
  }

  private func failures(_ function: Reference.Function) -> [Failure] {
    let spec = function.spec
    let text =
      "def \(spec.name)(\(spec.parameters.joined(separator: ", "))) = \(oneLine(spec.expect.text))"
    guard let report = report(text, { $0.judge(spec) }), report.verdict != .correct else {
      return []
    }
    return [
      Failure(
        line: spec.expect.line,
        diagnostic: ReferenceWording.replay(
          spec.name, ReferenceWording.replayTyped, verdict: report.verdict))
    ]
  }

  private func expect(
    _ answer: Reference.Answer, _ text: String, _ verdicts: [Verdict], _ manner: String,
    _ failures: inout [Failure]
  ) {
    guard
      let report = report(text, long: isLong(answer) ? answer : nil, { $0.judge(answer.spec) }),
      !verdicts.contains(report.verdict)
    else { return }
    failures.append(
      Failure(
        line: answer.spec.expect.line,
        diagnostic: ReferenceWording.replay(answer.spec.name, manner, verdict: report.verdict)))
  }

  private func report(
    _ text: String, long: Reference.Answer? = nil, _ judge: (Grader) -> AnswerReport
  ) -> AnswerReport? {
    let sheet = reference.makeSheet()
    if let long { sheet.provide(long.value.relabelled(.one), as: Self.longName) }
    let statements = Parser.parse(text).items.compactMap { item -> Statement? in
      if case .statement(let statement) = item { return statement }
      return nil
    }
    _ = sheet.load(statements)
    return judge(Grader(reference, sheet: sheet))
  }

  /// Rows of a column that are typed as a list; more would be too long a line.
  private static let listLimit = 500
  /// The name of a column that is too long to be typed.
  private static let longName = "reckon_lint_column"

  private func isLong(_ answer: Reference.Answer) -> Bool {
    (answer.value.rowCount ?? 0) > Self.listLimit
  }

  /// The value's numbers as they are typed; a long column by a name that holds them.
  private func literal(_ answer: Reference.Answer) -> String {
    if isLong(answer) { return Self.longName }
    switch answer.value {
    case .quantity(let number, _): return "\(number)"
    case .column(let numbers, _):
      return "[" + numbers.map { "\($0)" }.joined(separator: ", ") + "]"
    case .texts, .truths, .text, .truth, .table, .function: return ""
    }
  }

  private func oneLine(_ text: String) -> String {
    text.split(separator: "\n").joined(separator: " ")
  }
}
