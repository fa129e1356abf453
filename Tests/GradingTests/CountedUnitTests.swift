import Exercises
import Quantities
import SmallExercises
import Testing

@testable import AnswerKeys

/// Counted units that are left out, typed wrongly, or come from a wrong operation.
@Suite struct CountedUnitTests {
  /// A bakery: rolls, boxes and customers are counted.
  private let reference = CompiledExercise(
    Exercise(
      id: "bakery", title: "Bakery", file: "bakery.md",
      units: ["roll", "box", "customer", "CHF", "EUR"].map {
        UnitDeclaration(name: $0, plural: $0 + "s", kind: .counted)
      },
      tables: [],
      questions: [
        Question(
          id: "1", title: "Bakery", line: 1, prompt: "", points: 1,
          body: .values([
            SmallExercise.answer("rolls_per_box", "12 roll/box", unit: "roll/box"),
            SmallExercise.answer("boxes", "30 box", unit: "box"),
            SmallExercise.answer("rolls", "boxes * rolls_per_box", unit: "roll"),
            SmallExercise.answer("customers_per_day", "48 customer/day", unit: "customer/day"),
            SmallExercise.answer(
              "sold_per_day", "rolls / (5 day)", unit: "roll/day", rules: MarkingRules(bare: .adopt)
            ),
            SmallExercise.answer("price", "12.5 CHF/box", unit: "CHF/box"),
            SmallExercise.answer("bags", "rolls / (4 roll/box)", unit: "box"),
          ]))
      ]), units: UnitSystem())

  private func verdict(_ name: String, _ lines: String) throws -> Verdict {
    try #require(reference.problems.isEmpty)
    return try #require(
      SmallExercise.judge(reference, lines).first { $0.name == name }
    ).verdict
  }

  @Test(arguments: [
    ("rolls_per_box", "rolls_per_box = 12"), ("rolls_per_box", "rolls_per_box = 12 roll"),
    ("rolls_per_box", "rolls_per_box = 12 /box"), ("boxes", "boxes = 60 / 2"),
    ("customers_per_day", "customers_per_day = 2 /h"),
    ("rolls", "boxes = 30; rolls_per_box = 12; rolls = boxes * rolls_per_box"),
    ("rolls", "boxes = 30 box; rolls = boxes * 12"), ("rolls", "each = 12; rolls = 30 box * each"),
    ("rolls", "rolls = 30 box * 12 roll/box"), ("sold_per_day", "sold_per_day = 360 roll / 5"),
    ("sold_per_day", "sold_per_day = 72 /day"), ("bags", "rolls = 360 roll; bags = rolls / 4"),
    ("bags", "rolls = 360 roll; bags = rolls / 4 roll/box"), ("price", "price = 12.5 CHF"),
    ("price", "price = 12.5"),
  ])
  func leftOutCountIsForgiven(name: String, lines: String) throws {
    #expect(try verdict(name, lines) == .correct)
  }

  @Test(arguments: [
    ("rolls_per_box", "rolls_per_box = 12 customer"),
    ("rolls_per_box", "rolls_per_box = 12 box/roll"), ("rolls_per_box", "rolls_per_box = 12 box"),
    ("rolls_per_box", "rolls_per_box = 12 roll^2/box"),
    ("rolls_per_box", "rolls_per_box = 2 * 6 customer"),
    ("rolls_per_box", "rolls_per_box = 12 * 1 customer"),
    ("rolls_per_box", "a = 12 customer; rolls_per_box = a"), ("boxes", "boxes = 30 roll"),
    ("boxes", "boxes = 30 roll * 1"), ("customers_per_day", "customers_per_day = 48 roll/day"),
    ("customers_per_day", "customers_per_day = 2 box/h"),
    ("customers_per_day", "customers_per_day = 48 customer/box/day"),
    ("sold_per_day", "sold_per_day = 360 customer / 5"), ("price", "price = 12.5 EUR/box"),
    ("price", "price = 12.5 EUR"), ("rolls", "boxes = 30; rolls = boxes * 12 box/roll"),
    ("bags", "rolls = 360 roll; bags = rolls / (4 box/roll)"),
  ])
  func wronglyTypedCountIsAWrongUnit(name: String, lines: String) throws {
    #expect(try verdict(name, lines) == .wrongUnit)
  }

  /// A quotient that is read otherwise than it is meant, beside bare numbers.
  @Test(arguments: [
    "x = 1/107.5 token/s * 8 * 0.407 kW", "speed = 107.5; x = 1/107.5 token/s * 8 * 0.407 kW",
    "x = 3.256 kW / 107.5 token/s",
  ])
  func quotientThatIsReadOtherwiseIsJudgedToo(line: String) throws {
    let reference = SmallExercise.reference([
      SmallExercise.answer("x", "8 * 0.407 kW / (107.5 token/s)", unit: "kJ/token")
    ])
    let report = try #require(SmallExercise.judge(reference, line).first)
    #expect(report.verdict == .wrongDimension)
    #expect(report.message.contains("was read as"))
  }

  @Test func unitTypedWronglyIsNamed() throws {
    let report = try #require(
      SmallExercise.judge(reference, "rolls_per_box = 12 customer").first)
    #expect(
      report.message
        == "The number is right, but its unit is not: it is customer, and roll/box is asked for,"
        + " which later formulas use.")
  }

  @Test func wronglyTypedCountCostsNothingLater() throws {
    let lines = "rolls_per_box = 12 customer; boxes = 30 box; rolls = boxes * rolls_per_box"
    #expect(try verdict("rolls", lines) == .correct)
  }

  /// A factor that is 1 in its unit: the number is the same whatever is done with it.
  @Test(arguments: [
    ("tau", "tau = r / c"), ("tau", "tau = 10 Mohm / (1 uF)"), ("tau", "tau = r"),
    ("tau", "tau = c * r^1 / c"), ("tau", "tau = 10 Mohm * 1 uF * 1 uF"),
    ("calls", "calls = 7 mug / (1 token/mug)"),
    ("calls", "each = 1 token/mug; calls = 7 mug / each"),
  ])
  func wrongOperationOnAFactorOfOneEarnsNothing(name: String, line: String) throws {
    let reference = SmallExercise.reference([
      SmallExercise.answer("r", "10 Mohm", unit: "Mohm"),
      SmallExercise.answer("c", "1 uF", unit: "uF"),
      SmallExercise.answer("tau", "r * c", unit: "s"),
      SmallExercise.answer("each", "1 token/mug"),
      SmallExercise.answer("calls", "7 mug * each", unit: "token"),
    ])
    let lines = "r = 10 Mohm; c = 1 uF; " + line
    let report = try #require(
      SmallExercise.judge(reference, lines).first { $0.name == name })
    #expect(report.verdict == .wrongDimension)
    #expect(report.share == 0)
  }

  @Test func wrongOperationIsNotSaidToBeAWrongUnit() throws {
    let reference = SmallExercise.reference([
      SmallExercise.answer("tau", "10 Mohm * 1 uF", unit: "s")
    ])
    let report = try #require(SmallExercise.judge(reference, "tau = 10 Mohm / (1 uF)").first)
    #expect(
      report.message
        == "It is in MΩ/µF, and time (s) is asked for. It is to be multiplied by a figure in µF,"
        + " not divided.")
  }

  @Test(arguments: [("tau = 10 A", Verdict.wrongUnit), ("tau = 10 V * 1 uF", .wrongUnit)])
  func wronglyTypedUnitKeepsItsShare(line: String, expected: Verdict) throws {
    let reference = SmallExercise.reference([
      SmallExercise.answer("tau", "10 Mohm * 1 uF", unit: "s")
    ])
    #expect(try #require(SmallExercise.judge(reference, line).first).verdict == expected)
  }
}
