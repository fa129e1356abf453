import Exercises
import Formulas
import NotebookGrading
import TextLayout

/// The model answers of an exercise as Markdown, by the question's id.
enum ModelAnswers {
  static func texts(of opened: OpenedExercise) -> [String: String] {
    Dictionary(
      opened.exercise.questions.compactMap { question in
        let parts = lines(question, opened) + [question.debrief].compactMap { $0 }
        return parts.isEmpty ? nil : (question.id, parts.joined(separator: "\n\n"))
      }, uniquingKeysWith: { first, _ in first })
  }

  private static func lines(_ question: Question, _ opened: OpenedExercise) -> [String] {
    switch question.body {
    case .values(let specs):
      let items = specs.map { spec in
        let value = opened.compiled.answerKey.answer(named: spec.name).map {
          " → \($0.value.text())"
        }
        return "- " + code("\(spec.name) = \(spec.expect.text)") + (value ?? "")
      }
      return [items.joined(separator: "\n")]
    case .function(let spec):
      return [
        code("def \(spec.name)(\(spec.parameters.joined(separator: ", "))) = \(spec.expect.text)")
      ]
    case .choice(let choice):
      let items = choice.options.filter { $0.credit != .wrong }.map { option in
        "- \(option.text)" + (option.because.map { ": \($0)" } ?? "")
      }
      return items.isEmpty || question.points == 0 ? [] : [items.joined(separator: "\n")]
    case .text(let text): return text.modelAnswers.first.map { [$0.text] } ?? []
    case .reading: return []
    }
  }

  /// A formula on one line.
  private static func code(_ text: String) -> String {
    MarkdownWriter.code(text.split(whereSeparator: \.isNewline).joined(separator: " "))
  }
}
