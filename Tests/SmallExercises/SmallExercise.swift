import AnswerKeys
import Diagnostics
import Exercises
import Formulas
import Grading
import Quantities

/// A kettle: an exercise small enough to be read with its tests.
public enum SmallExercise {
  public static func answer(
    _ name: String, _ expect: String, unit: String? = nil, rules: MarkingRules = MarkingRules(),
    also: [String] = []
  ) -> ValueAnswer {
    ValueAnswer(
      name: name, expect: AuthorFormula(expect, line: 1),
      unit: unit.map { AuthorFormula($0, line: 1) }, rules: rules,
      also: also.map { AuthorFormula($0, line: 1) })
  }

  public static func exercise(_ bodies: [Question.Body], given: [Given] = []) -> Exercise {
    Exercise(
      id: "kettle", title: "Kettle", file: "kettle.md",
      units: [
        UnitDeclaration(name: "mug", kind: .counted),
        UnitDeclaration(name: "token", kind: .counted),
        UnitDeclaration(name: "request", kind: .counted),
        UnitDeclaration(name: "CO2e", kind: .label),
      ],
      tables: [
        DataTable(
          name: "models", also: ["df"],
          columns: [
            DataColumn(heading: "Model", cells: .texts(["A", "B", "C"])),
            DataColumn(
              heading: "Time (h)", unit: AuthorFormula("h", line: 1), cells: .numbers([10, 20, 40])),
          ], rowCount: 3)
      ],
      questions: bodies.enumerated().map { index, body in
        Question(
          id: "1.\(index + 1)", title: "Question", line: 1, prompt: "", points: 1, given: given,
          body: body)
      })
  }

  public static func reference(
    _ answers: [ValueAnswer], given: [Given] = []
  ) -> CompiledExercise {
    CompiledExercise(exercise([.values(answers)], given: given), units: UnitSystem())
  }

  /// What is found when the student types these lines.
  public static func judge(_ reference: CompiledExercise, _ text: String) -> [AnswerReport] {
    let sheet = reference.makeSheet()
    let statements = Parser.parse(text).items.compactMap { item -> Statement? in
      if case .statement(let statement) = item { return statement }
      return nil
    }
    _ = sheet.load(statements)
    return Grader(reference, sheet: sheet).report().questions.flatMap(\.answers)
  }
}
