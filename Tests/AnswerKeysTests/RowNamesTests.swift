import Exercises
import Formulas
import Quantities
import SmallExercises
import Testing

@testable import AnswerKeys

/// Whose rows a column has, where two tables are as long.
@Suite struct RowNamesTests {
  private static func table(_ name: String, _ rows: [String], _ heading: String) -> DataTable {
    DataTable(
      name: name, also: [],
      columns: [
        DataColumn(heading: "Row", cells: .texts(rows)),
        DataColumn(heading: heading, cells: .numbers([1, 2, 4])),
      ], rowCount: 3)
  }

  private let compiled: CompiledExercise = {
    var exercise = SmallExercise.exercise([
      .values([
        SmallExercise.answer("guests", "months[\"Guests\"] * 2"),
        SmallExercise.answer("cost", "waste[\"Mass\"] * 3"),
        SmallExercise.answer("share", "cost / cost.sum()"),
        SmallExercise.answer("plain", "[1, 2, 3] * 2"),
      ]),
      .text(
        TextAnswer(
          sentences: nil,
          criteria: [
            .init(
              id: "figures", points: 1,
              kind: .figures(
                [
                  TextAnswer.Figure(AuthorFormula("share", line: 1), name: nil, unit: nil),
                  TextAnswer.Figure(AuthorFormula("cost[1]", line: 1), name: nil, unit: nil),
                ], atLeast: 1))
          ], modelAnswers: [])),
    ])
    exercise.tables = [
      table("months", ["May", "June", "July"], "Guests"),
      table("waste", ["Glass", "Paper", "Metal"], "Mass"),
    ]
    return CompiledExercise(exercise, units: UnitSystem())
  }()

  @Test(arguments: [
    ("guests", "May"), ("cost", "Glass"), ("share", "Glass"),
    // Made of none, it has those of the first.
    ("plain", "May"),
  ])
  func rowsAreThoseOfTheTableThatAFormulaIsMadeOf(_ name: String, _ first: String) throws {
    #expect(compiled.problems.isEmpty)
    let answer = try #require(compiled.answerKey.answer(named: name))
    #expect(answer.rowNames?.first == first)
  }

  @Test func figuresOfATextHaveTheRowsOfTheirTable() {
    let figures = compiled.figures(of: "1.2", criterion: "figures")
    #expect(figures.map(\.rows) == [["Glass", "Paper", "Metal"], ["Paper"]])
  }

  @Test func studentsColumnHasTheRowsOfWhatItIsMadeOf() throws {
    let sheet = compiled.makeSheet()
    for line in ["mass = waste[\"Mass\"] * 1", "mine = mass * 2"] {
      for case .statement(let statement) in Parser.parse(line).items { _ = sheet.enter(statement) }
    }
    let key = Worksheet.Key.name("mine")
    let value = try #require(try? sheet.value(of: key)?.get())
    #expect(sheet.rowNames(for: value, from: sheet.formula(of: key))?.first == "Glass")
    #expect(sheet.rowNames(for: value)?.first == "May")
  }
}
