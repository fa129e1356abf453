import AnswerKeys
import ErrorDiagnosis
import Formulas
import Quantities
import SeededRandom

/// The slips that the students of one class make at one answer, some of them often.
struct SlipTable {
  /// The commonest first.
  private(set) var slips: [CommonSlip] = []

  /// Slips of a class at one answer.
  private static let limit = 10
  /// Slips put into the model formula, of which many are alike.
  private static let tries = 48
  /// Errors that are likely enough for several students to make them.
  private static let leastLikely = 10
  /// Kinds that a figure taken from the text can have.
  private static let ofFigures: Set<Cause.Kind> = [.scale, .unit, .percent]

  /// How often a kind is made beside the others; 1 where it does not stand here.
  private static let usual: [Cause.Kind: Double] = [
    .factorMissing: 3, .termMissing: 2, .inverted: 1.6, .aggregate: 2, .percent: 1.4,
    .factorExtra: 0.25, .number: 0.4, .scale: 1.2,
  ]

  init(
    _ answer: AnswerKey.Answer, _ writer: FormWriter, in compiled: CompiledExercise,
    random: inout SplitMix
  ) {
    let scope = compiled.modelScope(of: answer.question, in: compiled.units)
    let foreseen = ForeseenErrors(of: answer, in: scope)?.outcomes ?? []
    let isFigure = writer.isFigure(answer.formula)
    let told = foreseen.filter { outcome in
      outcome.rank <= Self.leastLikely && outcome.numbers.count == answer.value.numbers?.count
        && outcome.isLikely(at: answer)
        && (!isFigure || Self.ofFigures.contains(outcome.cause.kind))
        && !Self.isRight(outcome.numbers, answer) && Self.isPlausible(outcome.numbers, answer)
    }
    let formulas = Self.formulas(of: answer, writer, in: scope, compiled, random: &random)
    for (slipped, typed) in formulas {
      let outcome =
        slipped.slips.count == 1
        ? told.first { slipped.slips[0].isCalled($0.cause.kind, $0.cause.names) } : nil
      slips.append(
        CommonSlip(
          slips: slipped.slips, formula: typed,
          numbers: outcome.map { Self.numbers(of: $0.numbers, answer, writer) } ?? [],
          weight: slipped.slips.count > 1 ? 0.3 : 1.5 * Self.usual(slipped.slips[0].kinds)))
    }
    for outcome in told
    where !formulas.contains(where: {
      $0.slipped.slips.count == 1
        && $0.slipped.slips[0].isCalled(outcome.cause.kind, outcome.cause.names)
    }) {
      let numbers = Self.numbers(of: outcome.numbers, answer, writer)
      guard !numbers.isEmpty else { continue }
      let slip = FormulaSlip(kinds: [outcome.cause.kind], names: Set(outcome.cause.names))
      slips.append(
        CommonSlip(
          slips: [slip], formula: nil, numbers: numbers,
          weight: 2 * Self.usual(slip.kinds) / Double(2 + outcome.rank)))
    }
    rank(by: &random)
  }

  /// A few slips are most of what goes wrong at an answer: by place, as words in a text (Zipf).
  private mutating func rank(by random: inout SplitMix) {
    let drawn = slips.map { slip in
      (slip: slip, merit: slip.weight * (0.15 + random.share()))
    }
    slips = drawn.enumerated()
      .sorted { ($0.element.merit, $1.offset) > ($1.element.merit, $0.offset) }
      .prefix(Self.limit).enumerated().map { place, entry in
        var slip = entry.element.slip
        slip.weight = 1 / Double((place + 1) * (place + 1))
        return slip
      }
  }

  /// Slips put into the model formula, each once.
  private static func formulas(
    of answer: AnswerKey.Answer, _ writer: FormWriter, in scope: ModelScope,
    _ compiled: CompiledExercise, random: inout SplitMix
  ) -> [(slipped: SlippedFormula, typed: TypedAnswer)] {
    let values = scope.names(for: answer).compactMap { name in
      scope.value(of: name).map { (name: name, value: $0) }
    }
    let parts = Dictionary(
      compiled.answerKey.answers.map { ($0.spec.name, $0.usedNames) }, uniquingKeysWith: { $1 })
    var found: [(slipped: SlippedFormula, typed: TypedAnswer)] = []
    for round in 0..<tries {
      var generator = SlipGenerator(seed: random.next(), values: values, parts: parts)
      let count = round % 12 == 11 ? 2 : 1
      guard let slipped = generator.slipped(answer.formula, slips: count),
        let typed = writer.typed(slipped.formula), typed.isFormula,
        !found.contains(where: { $0.typed.text == typed.text || $0.slipped.slips == slipped.slips })
      else { continue }
      let value = scope.value(of: slipped.formula)?.converted(to: answer.unit)
      if value?.numbers.map({ isRight($0, answer) }) == true { continue }
      found.append((slipped, typed))
    }
    return found
  }

  private static func usual(_ kinds: Set<Cause.Kind>) -> Double {
    kinds.map { usual[$0] ?? 1 }.min() ?? 1
  }

  /// Whether a value is not so far off that anybody would see it.
  private static func isPlausible(_ numbers: [Double], _ answer: AnswerKey.Answer) -> Bool {
    zip(numbers, answer.value.numbers ?? []).contains { number, own in
      number != 0 && own != 0 && (1e-6...1e6).contains(abs(number / own))
    }
  }

  private static func isRight(_ numbers: [Double], _ answer: AnswerKey.Answer) -> Bool {
    answer.accepts(value(of: numbers, answer))
  }

  private static func value(of numbers: [Double], _ answer: AnswerKey.Answer) -> Value {
    if case .column(let own, _) = answer.value, own.count == numbers.count {
      return .column(numbers, answer.unit)
    }
    return .quantity(numbers.first ?? .nan, answer.unit)
  }

  /// As typed with its unit and without, to at least as many figures as can tell it.
  private static func numbers(
    of numbers: [Double], _ answer: AnswerKey.Answer, _ writer: FormWriter
  ) -> [TypedAnswer] {
    [5, 4, 6].flatMap { figures in
      [answer.unit, nil].compactMap { unit in
        writer.number(value(of: numbers, answer), in: unit, figures: figures, right: false)
      }
    }
  }
}
