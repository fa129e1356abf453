import Exercises
import FieldExercises
import Formulas
import Grading
import NotebookFiles
import Quantities
import SeededRandom
import ShippedExercises
import Testing

@testable import AnswerKeys
@testable import NotebookGrading

/// What holds whatever is typed.
@Suite struct RandomStatementTests {
  /// Formulas of an exercise's names, figures and units, put together at random; often a model's own
  /// with something more or less.
  private struct Author {
    let names: [String]
    let answers: [(name: String, formula: String)]
    var random: SplitMix

    init(_ compiled: CompiledExercise, right: String, seed: UInt64) {
      random = SplitMix(seed: seed)
      answers = right.split(separator: "\n").compactMap { line in
        line.firstRange(of: " = ").map {
          (String(line[..<$0.lowerBound]), String(line[$0.upperBound...]))
        }
      }
      names = answers.map(\.name) + compiled.tables.map(\.table.name)
    }

    private mutating func any<Element>(_ list: [Element]) -> Element {
      list[Int(random.next() % UInt64(list.count))]
    }

    private static let leaves = [
      "2", "1000", "0.5", "365", "3 kg", "5 h", "450 W", "12 km", "260 g CO2e/kWh", "7 token",
      "50%",
      "1 year", "2 GPU", "1e-3", "8 kWh", "20 °C",
    ]

    mutating func formula(_ depth: Int) -> String {
      switch random.next() % (depth > 0 ? 10 : 2) {
      case 0: any(Self.leaves)
      case 1: any(names)
      case 2, 3: "(\(any(answers).formula))"
      case 4: "\(formula(depth - 1)) * \(formula(depth - 1))"
      case 5: "(\(formula(depth - 1))) / (\(formula(depth - 1)))"
      case 6: "\(formula(depth - 1)) + \(formula(depth - 1))"
      case 7: "(\(formula(depth - 1)))^\(any(["2", "-1", "0.5"]))"
      case 8: "\(formula(depth - 1)) to \(any(["g", "kWh", "1", "kg CO2e", "token", "%"]))"
      default: "\(any(["sqrt", "sum", "mean", "log", "max"]))(\(formula(depth - 1)))"
      }
    }

    mutating func statement() -> String {
      let answer = any(answers)
      return random.next() % 4 == 0
        ? "\(answer.name) = \(answer.formula)" : "\(answer.name) = \(formula(2))"
    }
  }

  @Test(arguments: (0..<6).map { (UInt64($0), ShippedExercises.ids[$0 % 3]) })
  func nothingOfAWrongDimensionIsRight(seed: UInt64, id: String) throws {
    let compiled = try ShippedExercises.open(id).compiled
    let right = try #require(ShippedExercises.answers[id])
    var author = Author(compiled, right: right, seed: seed)
    var rightOnes = 0
    for _ in 0..<60 {
      var file = NotebookFile(exercise: id, title: "", name: "test")
      for _ in 0..<8 {
        file.append(
          author.statement(), toQuestion: compiled.exercise.questions[0].id, title: "")
      }
      let graded = compiled.grade(file)
      for report in graded.report().questions.flatMap(\.answers)
      where report.verdict == .correct {
        guard let key = report.key, let answer = compiled.answerKey.answer(for: key),
          case .success(let value)? = graded.sheet.rawValue(of: key), let unit = value.unit
        else { continue }
        rightOnes += 1
        let isRight = ([answer.unit] + answer.accepts).contains {
          $0.dimension == unit.dimension || unit.differsOnlyInCounts(from: $0)
            || answer.spec.rules.bare == .adopt && unit.dimension == .one
        }
        #expect(isRight, "\(report.name) in \(unit.symbol) is right in\n\(file.text)")
      }
    }
    #expect(rightOnes > 20)
  }

  /// A formula is explained by comparing it with the model's, its value alone by varying the model's.
  @Test(arguments: FieldExercises.sets)
  func aFormulaAndItsValueAreExplainedAlike(set: String) throws {
    var opened: [String: OpenedExercise] = [:]
    var (both, other): (Int, [String]) = (0, [])
    for answer in try FieldExercises.answers(of: set) where !answer.isRight {
      let exercise = try opened[answer.exercise] ?? FieldExercises.open(answer.exercise, in: set)
      opened[answer.exercise] = exercise
      guard let report = FieldExercises.report(on: answer, in: exercise), let cause = report.cause,
        cause.kind != .author, cause.kind != .follows, cause.further.isEmpty,
        case .quantity? = report.value, let value = report.value
      else { continue }
      let number = "\(answer.answer) = \(value.text())"
      let typed = FieldExercises.report(
        on: answer.answer, answer.question, after: answer.bound + [number], in: exercise)
      guard let found = typed?.cause, found.kind != .author, found.kind != .follows else {
        continue
      }
      both += 1
      let kinds = [found.kind] + found.further.map(\.kind)
      let names = Set(found.names).union(found.further.flatMap(\.names))
      if !kinds.contains(cause.kind), names.isDisjoint(with: cause.names) {
        other.append(
          "\(answer.exercise): \(answer.typed): \(cause.kind) \(cause.names), but of \(number):"
            + " \(kinds) \(names)")
      }
    }
    #expect(both > 30)
    #expect(other.count * 100 <= 10 * both, "\(both): \(other.joined(separator: "\n"))")
  }
}
