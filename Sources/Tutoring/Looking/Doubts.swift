import AnswerKeys
import Exercises
import Formulas
import Grading
import MarkdownReading
import NotebookGrading

/// Which answers that are not right a chart or a text with live figures rests on.
public struct Doubts {
  private let replay: Replay

  public init(_ replay: Replay) {
    self.replay = replay
  }

  /// A sentence for under the chart; nil where nothing is to be said against it.
  public func sentence(about chart: ChartSpec) -> String? {
    var formulas =
      chart.series.flatMap { [$0.x, $0.y] } + [chart.x, chart.over?.from, chart.over?.to]
    if case .formula(let text)? = chart.labels { formulas.append(text) }
    return sentence(
      about: formulas.compactMap { $0 }.reduce(into: []) { names, text in
        if case .success(let formula) = Parser.formula(text.text) {
          names.formUnion(formula.usedNames)
        }
      }, inWhatCounts: true)
  }

  /// A sentence for under the text; nil where nothing is to be said against it.
  public func sentence(about show: ShowText) -> String? {
    sentence(about: ShownText.usedNames(of: show))
  }

  /// - Parameter inWhatCounts: whether an answer that stands under several names is read from the
  ///   one that counts, as charts do, or under its own name, as formulas do.
  private func sentence(about names: Set<String>, inWhatCounts: Bool = false) -> String? {
    let wrong = names.subtracting(replay.filled.keys.map { "\($0)" }).reduce(into: Set<String>()) {
      $0.formUnion(origins(of: $1, inWhatCounts: inWhatCounts))
    }
    let inOrder = replay.reference.exercise.questions.flatMap(\.answerNames).filter(wrong.contains)
    return inOrder.isEmpty ? nil : DoubtWording.rests(on: inOrder)
  }

  /// The answers in which the error of one began: itself, or earlier ones that it follows from.
  private func origins(of name: String, inWhatCounts: Bool) -> [String] {
    guard let report = report(on: name, inWhatCounts: inWhatCounts) else { return [] }
    switch report.verdict {
    case .wrong, .wrongDimension, .wrongUnit: return [name]
    case .follows: return report.cause?.names ?? []
    // Of a function, some of its test points.
    case .partly: return [name]
    case .correct, .fails, .rounded, .unanswered, .unchecked, .unitMissing: return []
    }
  }

  private func report(on name: String, inWhatCounts: Bool) -> AnswerReport? {
    let reference = replay.reference
    if let answer = reference.answer(named: name) {
      return inWhatCounts || replay.sheet.formula(of: .name(name)) == nil
        ? replay.grader.judge(answer.spec) : replay.grader.judge(at: .name(name))
    }
    return reference.functions.first { $0.spec.name == name }.map {
      replay.grader.judge($0.spec)
    }
  }
}

extension Question {
  fileprivate var answerNames: [String] {
    switch body {
    case .values(let answers): answers.map(\.name)
    case .function(let function): [function.name]
    case .choice, .reading, .text: []
    }
  }
}
