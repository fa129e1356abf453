import Exercises
import Quantities
import SmallExercises
import Testing

@testable import AnswerKeys

/// One beyond each limit of docs/limits.md, and at it.
@Suite struct LimitTests {
  private func problems(ofRows count: Int) -> [String] {
    var exercise = SmallExercise.exercise([
      .text(
        TextAnswer(
          sentences: nil,
          criteria: [
            .init(
              id: "figures", points: 1,
              kind: .figures(
                [TextAnswer.Figure(AuthorFormula("t[\"Mass\"]", line: 1), name: nil, unit: nil)],
                atLeast: 1))
          ], modelAnswers: []))
    ])
    exercise.tables = [
      DataTable(
        name: "t",
        columns: [DataColumn(heading: "Mass", cells: .numbers((0..<count).map(Double.init)))],
        rowCount: count)
    ]
    return CompiledExercise(exercise, units: UnitSystem()).problems.map(\.diagnostic.id)
  }

  @Test func aColumnOfMoreRowsThanTextsAreComparedWithIsTold() {
    #expect(problems(ofRows: FigureFormula.rowLimit) == [])
    #expect(problems(ofRows: FigureFormula.rowLimit + 1) == ["figures-many"])
  }
}
