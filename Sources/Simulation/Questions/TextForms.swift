import AnswerKeys
import Diagnostics
import Exercises
import Formulas
import Quantities
import SeededRandom

/// Texts of several levels for one question.
struct TextForms {
  /// The best first, each in sentences.
  private let levels: [[String]]

  private static let openings = [
    "", "", "", "", "In my opinion: ", "I think that this holds: ", "To sum up: ",
    "As computed above: ",
  ]
  private static let remarks = [
    "This is what the figures say.", "One could discuss it further.",
    "It depends on the circumstances, of course.", "That was not obvious to me at first.",
  ]

  init(_ text: TextAnswer, of question: Question, in compiled: CompiledExercise) {
    let written = text.modelAnswers.map { Self.sentences(of: $0.text) }
    if !written.isEmpty {
      levels = written
      return
    }
    // A sentence for each criterion that a machine reads, and less and less of them.
    let all = text.criteria.flatMap { criterion in
      Self.sentences(for: criterion, of: question.id, in: compiled)
    }
    levels = [all, Array(all.prefix((all.count + 1) / 2)), Array(Self.remarks.prefix(1))]
  }

  /// - Parameter merit: about 0 for a student to whose ability the question fits.
  func text(merit: Double, by random: inout SplitMix) -> String? {
    guard !levels.isEmpty else { return nil }
    let best = Double(levels.count - 1)
    // From 0.9 on the best of the texts, evenly down to the last.
    let place = Int(bounded: min(best, max(0, (0.9 - merit) / 1.8 * (best + 1))))
    var sentences = levels[place]
    if sentences.count > 1, random.chance(0.25) {
      sentences.remove(at: random.below(sentences.count))
    }
    if random.chance(0.12) { sentences = sentences.map { Self.withOtherFigure($0, &random) } }
    if random.chance(0.15) { sentences.append(random.pick(Self.remarks) ?? "") }
    return (random.pick(Self.openings) ?? "") + sentences.joined(separator: " ")
  }

  /// Split after a point that a capital follows.
  private static func sentences(of text: String) -> [String] {
    var sentences = [""]
    for word in text.split(whereSeparator: \.isWhitespace) {
      if let last = sentences.last, last.hasSuffix("."), word.first?.isUppercase == true {
        sentences.append(String(word))
      } else {
        sentences[sentences.count - 1] += (sentences.last?.isEmpty == true ? "" : " ") + word
      }
    }
    return sentences
  }

  /// The first figure of several digits has another digit.
  private static func withOtherFigure(_ sentence: String, _ random: inout SplitMix) -> String {
    var letters = Array(sentence)
    let places = letters.indices.dropFirst().filter {
      letters[$0].isASCII && letters[$0].isNumber && letters[$0 - 1].isNumber
    }
    guard let place = places.first else { return sentence }
    let digit = letters[place].wholeNumberValue ?? 0
    letters[place] = Character("\((digit + 1 + random.below(8)) % 10)")
    return String(letters)
  }

  private static func sentences(
    for criterion: TextAnswer.Criterion, of question: String, in compiled: CompiledExercise
  ) -> [String] {
    switch criterion.kind {
    case .person: return []
    case .mentions(let lists):
      let words = lists.compactMap { list in
        (list.first { !$0.contains("*") } ?? list.first)?.filter { $0 != "*" }
      }
      return words.map { "What matters here is \($0)." }
    case .figures(_, let atLeast):
      let format = NumberFormat(digits: 3, shortDigits: 3, groupSeparator: nil)
      let figures = compiled.figures(of: question, criterion: criterion.id)
      let quoted = figures.flatMap { figure in
        figure.values.enumerated().map { row, value in
          let place = figure.rows.flatMap { $0.indices.contains(row) ? " of \($0[row])" : nil }
          return "The \(figure.name ?? "figure")\(place ?? "") is"
            + " \(figure.unit.text(of: value, format: format))."
        }
      }
      return Array(quoted.prefix(max(atLeast, 1)))
    }
  }
}
