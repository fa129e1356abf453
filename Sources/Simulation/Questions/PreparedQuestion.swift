import AnswerKeys
import Exercises
import Formulas
import SeededRandom

/// A question with all that a class may do at it, worked out once.
struct PreparedQuestion {
  enum Kind {
    case values([AnswerForms])
    case function(FunctionForms)
    case choice(ChoiceAnswer, popularity: [Double])
    case text(TextForms)
    case reading
  }

  let question: Question
  let kind: Kind
  let givens: GivenNames
  /// How much ability it takes, where it is no formula.
  let difficulty: Double

  init(_ question: Question, in compiled: CompiledExercise, seed: UInt64) {
    var random = SplitMix(seed: seed, for: "question", question.id)
    self.question = question
    let givens = GivenNames(of: question.id, in: compiled)
    self.givens = givens
    difficulty = -0.5 + 0.4 * random.normal()
    switch question.body {
    case .values:
      kind = .values(
        compiled.answerKey.answers.filter { $0.question == question.id }
          .map { AnswerForms($0, in: compiled, seed: seed) })
    case .function(let spec):
      let found = compiled.answerKey.function(named: spec.name)
      kind =
        found.map { .function(FunctionForms($0, givens, in: compiled, seed: seed)) } ?? .reading
    case .choice(let choice):
      kind = .choice(choice, popularity: choice.options.map { _ in 0.1 + random.share() })
    case .text(let text): kind = .text(TextForms(text, of: question, in: compiled))
    case .reading: kind = .reading
    }
  }
}

/// How a function that is asked for is typed, right and wrong.
struct FunctionForms {
  let name: String
  let difficulty: Double
  /// Statements that define it.
  let right: [String]
  let slips: [(statement: String, slips: [FormulaSlip], weight: Double)]
  /// Other answers that its body uses.
  let needs: Set<String>

  init(
    _ function: AnswerKey.Function, _ givens: GivenNames, in compiled: CompiledExercise,
    seed: UInt64
  ) {
    let spec = function.spec
    var random = SplitMix(seed: seed, for: "function", function.question, spec.name)
    let head = "\(spec.name)(\(spec.parameters.joined(separator: ", ")))"
    let printer = FormulaPrinter(
      spec.expect.text, standIns: givens.figures.filter { !spec.parameters.contains($0.key) })
    func statements(_ formula: Expression) -> [String] {
      let body = printer.string(formula)
      return ["def \(head): return \(body)", "\(head) = \(body)"]
    }
    name = spec.name
    difficulty = -0.4 + 0.35 * random.normal()
    right =
      statements(function.formula)
      + statements(function.formula.reordered(by: &random))
    needs = function.formula.usedNames.filter { compiled.answerKey.answer(named: $0) != nil }
    let values = zip(spec.parameters, function.points.first?.arguments ?? []).map {
      (name: $0, value: $1)
    }
    var found: [(statement: String, slips: [FormulaSlip], weight: Double)] = []
    for _ in 0..<24 where found.count < 6 {
      var generator = SlipGenerator(seed: random.next(), values: values, parts: [:])
      guard let slipped = generator.slipped(function.formula, slips: 1),
        !found.contains(where: { $0.slips == slipped.slips })
      else { continue }
      found.append(
        (statements(slipped.formula)[0], slipped.slips, 1 / Double(found.count + 1)))
    }
    slips = found
  }
}
