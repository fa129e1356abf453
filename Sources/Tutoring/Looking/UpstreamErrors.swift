import Exercises
import Grading
import NotebookGrading

/// Which answers that are not right a chart or a text with live figures rests on.
public struct UpstreamErrors {
  private let graded: GradedNotebook

  /// - Parameter graded: whose answers the figures rest on.
  public init(_ graded: GradedNotebook) { self.graded = graded }

  /// A sentence for under the chart; nil where nothing is to be said against it.
  public func sentence(about chart: ChartSpec) -> String? {
    var formulas =
      chart.series.flatMap { [$0.x, $0.y] } + [chart.x, chart.over?.from, chart.over?.to]
    if case .formula(let text)? = chart.labels { formulas.append(text) }
    return sentence(
      about: formulas.compactMap { $0 }.reduce(into: []) { $0.formUnion($1.usedNames) },
      inWhatCounts: true)
  }

  /// A sentence for under the text; nil where nothing is to be said against it.
  public func sentence(about show: LiveText) -> String? { sentence(about: show.usedNames) }

  /// - Parameter inWhatCounts: whether an answer that stands under several names is read from the
  ///   one that counts, as charts do, or under its own name, as formulas do.
  private func sentence(about names: Set<String>, inWhatCounts: Bool = false) -> String? {
    let wrong = names.subtracting(graded.filled.keys.map { "\($0)" }).reduce(into: Set<String>()) {
      $0.formUnion(origins(of: $1, inWhatCounts: inWhatCounts))
    }
    let inOrder = graded.compiled.exercise.questions.flatMap(\.askedNames).filter(wrong.contains)
    return inOrder.isEmpty ? nil : UpstreamErrorWording.rests(on: inOrder)
  }

  /// The answers in which the error of one began: itself, or earlier ones that it follows from.
  private func origins(of name: String, inWhatCounts: Bool) -> [String] {
    guard let report = report(on: name, inWhatCounts: inWhatCounts) else { return [] }
    switch report.verdict {
    case .wrong, .wrongDimension, .wrongUnit, .otherUnit: return [name]
    case .follows: return report.cause?.names ?? []
    // Of a function, some of its test points.
    case .partly: return [name]
    case .correct, .fails, .rounded, .otherForm, .unanswered, .unchecked, .unitMissing: return []
    }
  }

  private func report(on name: String, inWhatCounts: Bool) -> AnswerReport? {
    let answerKey = graded.compiled.answerKey
    if let answer = answerKey.answer(named: name) {
      return inWhatCounts || graded.sheet.formula(of: .name(name)) == nil
        ? graded.grader.judge(answer.spec) : graded.grader.judge(at: .name(name))
    }
    return answerKey.function(named: name).map { graded.grader.judge($0.spec) }
  }
}
