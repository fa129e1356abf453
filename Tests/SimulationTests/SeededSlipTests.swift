import AnswerKeys
import ErrorDiagnosis
import ExerciseFiles
import FieldExercises
import Formulas
import Grading
import NotebookGrading
import Simulation
import Testing

/// Slips put into formulas of many fields at random are found again, and no others.
@Suite struct SeededSlipTests {
  private struct Tally {
    var tried = 0
    var named = 0
    var invented: [String] = []
    var seen: Set<String> = []
  }

  @Test func slipsOfAThousandRandomFormulasAreNamedAndNoOthers() throws {
    var tallies: [Int: Tally] = [:]
    for set in FieldExercises.sets {
      for id in try FieldExercises.ids(of: set) {
        let opened = try FieldExercises.open(id, in: set)
        for answer in opened.compiled.answerKey.answers {
          for count in 1...3 {
            for seed in 0..<12 {
              try Self.tryOut(
                answer, opened, slips: count, seed: UInt64(seed), &tallies[count, default: Tally()])
            }
          }
        }
      }
    }
    let tried = tallies.values.reduce(0) { $0 + $1.tried }
    let named = tallies.values.reduce(0) { $0 + $1.named }
    let invented = tallies.values.flatMap(\.invented)
    let said = tallies.sorted { $0.key < $1.key }.map {
      "\($0.key): \($0.value.named) of \($0.value.tried)"
    }
    print("slips named, by how many there are:", said.joined(separator: ", "))
    #expect(tried >= 1000)
    #expect(named * 100 >= tried * 90, "\(named) of \(tried)")
    // Two slips may come to what another one does; a hundredth is left for that.
    #expect(
      invented.count * 100 <= tried,
      "\(invented.count) of \(tried): \(invented.joined(separator: "\n"))")
  }

  /// A value with all its digits, as it can be typed.
  private static func exactly(_ value: Value) -> String {
    guard let unit = value.unit, let numbers = value.numbers else { return value.text() }
    let typed = numbers.map { "\($0)" }
    let figures = typed.count == 1 ? typed[0] : "[\(typed.joined(separator: ", "))]"
    if unit == .one { return figures }
    return unit.isTemperaturePoint ? "\(figures) \(unit.symbol)" : "\(figures) * (1 \(unit.symbol))"
  }

  private static func tryOut(
    _ answer: AnswerKey.Answer, _ opened: OpenedExercise, slips count: Int, seed: UInt64,
    _ tally: inout Tally
  ) throws {
    let compiled = opened.compiled
    guard case .name = answer.keys.first, !answer.formula.usedNames.isEmpty else { return }
    let scope = compiled.modelScope(of: answer.question, in: compiled.units)
    let values = scope.names(for: answer).compactMap { name in
      scope.value(of: name).map { (name: name, value: $0) }
    }
    var generator = SlipGenerator(
      seed: seed &* 1000 &+ UInt64(count), values: values,
      parts: Dictionary(
        uniqueKeysWithValues: compiled.answerKey.answers.map { ($0.spec.name, $0.usedNames) }))
    guard let slipped = generator.slipped(answer.formula, slips: count) else { return }
    let typed = FormulaPrinter(answer.spec.expect.text).string(slipped.formula)
    guard tally.seen.insert("\(opened.exercise.id) \(typed)").inserted else { return }
    // Earlier answers are right, and what is given is bound as the exercise has it.
    let lines = values.filter { typed.contains($0.name) }.compactMap { name, value in
      if let given = compiled.givens(of: answer.question).first(where: { $0.name == name }) {
        return "\(name) = \(given.text)"
      }
      return compiled.constant(named: name) == nil && compiled.required[name] == nil
        ? "\(name) = \(Self.exactly(value))" : nil
    }
    let report = FieldExercises.report(
      on: answer.spec.name, answer.question,
      after: lines + ["\(answer.spec.name) = \(typed)"], in: opened)
    guard let report, report.share < 1 else { return }
    tally.tried += 1
    let said =
      report.cause.map { cause in
        [(cause.kind, cause.names)] + cause.further.map { ($0.kind, $0.names) }
      } ?? []
    let line =
      "\(opened.exercise.id).\(answer.spec.name) = \(typed) | \(answer.spec.expect.text) | \(slipped.slips) | \(said) | \(report.message)"
    let invented = said.filter { kind, names in
      !slipped.slips.contains { $0.isCalled(kind, names) }
    }
    if !invented.isEmpty { tally.invented.append(line) }
    let isNamed = slipped.slips.allSatisfy { slip in said.contains { slip.isCalled($0.0, $0.1) } }
    if isNamed { tally.named += 1 }
  }
}
