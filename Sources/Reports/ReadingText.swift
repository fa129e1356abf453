import Exercises
import Grading
import NotebookGrading
import TextAnalysis
import TextLayout
import TutorTerminal

/// How any text is read as an answer to an open question, word by word, for authors.
public struct ReadingText {
  /// Why a text cannot be read.
  public enum Failure: Error, Equatable {
    /// With the ids of the questions that ask for a text.
    case noSuchQuestion([String])
  }

  private let criteria: [CriterionReport]
  private let pieces: [TextPiece]
  private let question: Question
  private let width: Int
  private let unicode: Bool

  /// - `id`: of the question; the first that asks for a text where it is nil.
  public init(
    _ text: String, to id: String?, in opened: OpenedExercise, width: Int, unicode: Bool
  ) throws {
    let asked = opened.exercise.questions.compactMap { question -> (Question, TextAnswer)? in
      if case .text(let spec) = question.body { (question, spec) } else { nil }
    }
    guard let (question, spec) = asked.first(where: { id == nil || $0.0.id == id }) else {
      throw Failure.noSuchQuestion(asked.map(\.0.id))
    }
    let compiled = opened.compiled
    let grader = Grader(
      compiled, sheet: compiled.makeSheet(), written: [question.id: .text(text)])
    criteria = grader.judge(spec, of: question).criteria ?? []
    pieces = TextReading(
      text, to: TextQuestion.of(spec, question, compiled), compiled, in: compiled.units
    ).pieces(criteria)
    self.question = question
    self.width = width
    self.unicode = unicode
  }

  /// The pieces of the text with what they were read as, then what is found of each criterion.
  public func lines() -> [StyledText] {
    var lines = wrapped(
      StyledText("\(question.id) \(question.title)", .heading), width: width)
    lines.append(StyledText())
    let column = min(
      max(12, pieces.filter { !$0.meanings.isEmpty }.map { displayWidth($0.written) }.max() ?? 0),
      width / 2)
    for piece in pieces where piece.written.contains(where: { $0.isLetter || $0.isNumber }) {
      guard !piece.meanings.isEmpty else {
        lines += wrapped(StyledText("  \(piece.written)", .dim), width: width, indent: 2)
        continue
      }
      let gap = String(repeating: " ", count: max(1, column + 2 - displayWidth(piece.written)))
      lines += wrapped(
        StyledText("  ") + StyledText(piece.written, .strong) + StyledText(gap)
          + StyledText(piece.meanings.joined(separator: "; ")), width: width, indent: column + 4)
    }
    lines.append(StyledText())
    lines += CriteriaText(width: width, unicode: unicode, showsIDs: true).lines(criteria)
    for criterion in criteria where criterion.met == false && !criterion.notFound.isEmpty {
      lines += wrapped(
        StyledText(
          "  \(criterion.id): not found: \(criterion.notFound.joined(separator: "; "))", .dim),
        width: width, indent: 4)
    }
    return lines
  }
}
