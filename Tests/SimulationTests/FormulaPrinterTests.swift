import FieldExercises
import Formulas
import ShippedExercises
import Simulation
import Testing

/// Formulas are written with as few brackets as they need, and mean what they did.
@Suite struct FormulaPrinterTests {
  @Test(arguments: [
    ("a * (b + c)", "a * (b + c)"), ("(2 * a)^2", "(2 * a)^2"), ("-a^2", "-a^2"),
    ("a * (-b)", "a * (-b)"), ("a - (b - c)", "a - (b - c)"),
    ("5 request/user/day", "5 request/user/day"),
    ("1 / (107.5 token/s) * x", "1 / (107.5 token/s) * 2 m"), ("x^2", "(2 m)^2"),
    ("ln(x)", "ln(2 m)"), ("(x) / n", "(2 m) / 8"), ("x / v", "2 m / (3 m/s)"),
    ("v * x", "3 m/s * 2 m"), ("20 °C - low", "20 °C - (-4 °C)"), ("(t to K) * n", "(t to K) * 8"),
    ("usage[\"A\"].sum() / n", "usage[\"A\"].sum() / 8"),
  ])
  func isTypedAs(_ formula: String, _ expected: String) throws {
    let printer = FormulaPrinter(
      formula, standIns: ["x": "2 m", "n": "8", "v": "3 m/s", "low": "-4 °C"])
    #expect(printer.string(try Parser.formula(formula).get()) == expected)
  }

  @Test(arguments: ExerciseSet.allCases)
  func modelFormulasMeanTheSame(_ set: ExerciseSet) throws {
    for opened in try set.opened() {
      for answer in opened.compiled.answerKey.answers {
        let scope = opened.compiled.modelScope(of: answer.question, in: opened.compiled.units)
        let text = FormulaPrinter(answer.spec.expect.text).string(answer.formula)
        let again = try Parser.formula(text).get()
        let (one, other) = (scope.value(of: answer.formula), scope.value(of: again))
        #expect(one?.text() == other?.text(), "\(answer.spec.expect.text): \(text)")
      }
    }
  }
}
