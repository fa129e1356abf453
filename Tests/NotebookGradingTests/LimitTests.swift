import AnswerKeys
import Exercises
import NotebookFiles
import Quantities
import SmallExercises
import Testing

@testable import NotebookGrading
@testable import TextAnalysis

/// One beyond each limit of docs/limits.md, and at it.
@Suite struct LimitTests {
  private let exercise = SmallExercise.exercise([
    .text(TextAnswer(sentences: nil, criteria: [], modelAnswers: []))
  ])

  private func problems(_ text: String) -> [String] {
    let id = exercise.questions[0].id
    let file = NotebookFile(text: "## \(id)\nSome words.\n\n> \(text)\n", name: "a.md")
    return LongTexts(file, exercise).problems.map { "\($0.diagnostic.id):\($0.line)" }
  }

  @Test func aTextOfWhichOnlyTheBeginningIsReadIsTold() {
    let limit = TextTokens.lengthLimit
    #expect(problems(String(repeating: "é", count: limit)) == [])
    #expect(problems(String(repeating: "é", count: limit + 1)) == ["notebook-text-long:4"])
    // One character may be of any length.
    let accents = "a" + String(repeating: "\u{301}", count: limit)
    #expect(problems(accents) == ["notebook-text-long:4"])
    #expect(TextTokens(accents).tokens.count == 1)
  }
}
