import Exercises
import SmallExercises
import Testing

@testable import ErrorDiagnosis
@testable import Grading

@Suite struct FollowThroughTests {
  private let reference = SmallExercise.reference([
    SmallExercise.answer("power", "450 W", unit: "kW"),
    SmallExercise.answer("duration", "2 h"),
    SmallExercise.answer("energy", "power * duration", unit: "kWh"),
    SmallExercise.answer("emissions", "energy * 260 g CO2e/kWh", unit: "kg CO2e"),
  ])

  private func reports(_ lines: String) -> [String: AnswerReport] {
    Dictionary(
      SmallExercise.judge(reference, lines).map { ($0.name, $0) }, uniquingKeysWith: { $1 })
  }

  private let intensity = "emissions = energy * 260 g CO2e/kWh"

  @Test func whatIsRightOnAWrongAnswerEarnsItsMarkAndNamesWhereTheErrorBegan() {
    let found = reports("power = 45 W; duration = 2 h; energy = power * duration; \(intensity)")
    #expect(found["power"]?.share == 0)
    for name in ["energy", "emissions"] {
      #expect(found[name]?.verdict == .follows)
      #expect(found[name]?.share == 1)
      #expect(found[name]?.cause == Cause(.follows, names: ["power"]))
      #expect(found[name]?.message.contains("`power`") == true)
    }
  }

  @Test func secondErrorIsAnErrorOfItsOwn() {
    let found = reports("power = 45 W; duration = 2 h; energy = 3 * power * duration; \(intensity)")
    #expect(found["energy"]?.verdict == .wrong)
    #expect(found["emissions"]?.cause == Cause(.follows, names: ["energy"]))
  }

  @Test func slipOnTopOfAnEarlierErrorIsFoundOnTheStudentsValues() {
    let found = reports("power = 46 W; duration = 2 h; energy = power * duration / 1000")
    #expect(found["energy"]?.cause == Cause(.scale, factor: 1e-3))
  }

  @Test(arguments: [
    "power = 1 kW", "power = 0 W", "power = 1 W", "power = -1 kW", "power = 1",
  ])
  func earlierAnswerOfZeroOrOneEarnsNothing(line: String) {
    let found = reports("\(line); duration = 2 h; energy = power * duration")
    #expect(found["energy"]?.share == 0)
    #expect(found["energy"]?.cause?.kind != .follows)
  }

  @Test func earlierAnswerMadeOfTheLaterOneEarnsNothing() {
    let found = reports("duration = 2 h; energy = 123.4 kWh; power = energy / duration")
    #expect(found["energy"]?.verdict == .wrong)
  }

  @Test(arguments: [
    ("energy = 0.0900 kWh", Verdict.follows), ("energy = 0.09 kWh", .wrong),
    ("energy = 0.0900", .unitMissing), ("energy = 45 W * 2 h", .follows),
  ])
  func typedResultNeedsThreeFigures(line: String, verdict: Verdict) {
    let found = reports("power = 45 W; duration = 2 h; \(line)")
    #expect(found["energy"]?.verdict == verdict)
  }

  @Test func unansweredStepsAreTakenFromTheModel() {
    let found = reports("power = 45 W; emissions = power * 2 h * 260 g CO2e/kWh")
    #expect(found["emissions"]?.verdict == .wrong)
    let other = reports("energy = 0.5 kWh; \(intensity)")
    #expect(other["emissions"]?.cause == Cause(.follows, names: ["energy"]))
  }

  @Test func rightAnswersFollowNothing() {
    let found = reports("power = 450 W; duration = 2 h; energy = power * duration; \(intensity)")
    #expect(found.values.allSatisfy { $0.verdict == .correct && $0.cause == nil })
  }

  @Test func authorMaySetTheShareOfWhatFollows() {
    let reference = SmallExercise.reference([
      SmallExercise.answer("power", "450 W", unit: "kW"),
      SmallExercise.answer(
        "energy", "power * 2 h", unit: "kWh", rules: MarkingRules(shares: [.follows: 0.25])),
    ])
    let found = SmallExercise.judge(reference, "power = 45 W; energy = power * 2 h")
    #expect(found.map(\.share) == [0, 0.25])
  }

  @Test func columnsFollowRowByRow() {
    let reference = SmallExercise.reference([
      SmallExercise.answer("power", "450 W", unit: "kW"),
      SmallExercise.answer("energy", "models[\"Time (h)\"] * power", unit: "kWh"),
    ])
    let found = SmallExercise.judge(
      reference, "power = 45 W; energy = models[\"Time (h)\"] * power")
    #expect(found[1].verdict == .follows)
    #expect(found[1].rows == [.follows, .follows, .follows])
  }

  @Test(arguments: [
    "power = 45 W; duration = energy / power; energy = power * duration; emissions = energy * 260 g CO2e/kWh",
    "power = 45 W; duration = 2 h; energy = emissions / (260 g CO2e/kWh); emissions = energy * 260 g CO2e/kWh",
  ])
  func whatGoesRoundInACircleOrComesFromALaterAnswerEarnsNothing(lines: String) {
    let found = reports(lines)
    #expect(found["energy"]?.share == 0)
    #expect(found["duration"]?.verdict != .follows)
  }

  @Test func laterAnswerIsNotTakenFromTheModel() {
    let found = reports(
      "power = 45 W; duration = 2 h; emissions = 7.5 kg CO2e; energy = emissions / (260 g CO2e/kWh)"
    )
    #expect(found["energy"]?.share == 0)
  }

  @Test func stepIsRightByItsFormulaEvenWhereTheEarlierUnitIsWrong() {
    let found = reports("power = 450 Wh; duration = 2 h; energy = power * duration")
    #expect(found["energy"]?.verdict == .follows)
    let failing = reports(
      "power = 450 Wh; duration = 2 h; energy = power * duration + power * (0 s) to kWh")
    #expect(failing["energy"]?.verdict == .follows)
    #expect(failing["energy"]?.cause == Cause(.follows, names: ["power"]))
  }

  @Test func answerThatLeavesAnEarlierOneOutDoesNotFollow() {
    let found = reports("power = 45 W; duration = 2.000001 h; energy = power * 2 h")
    #expect(found["energy"]?.verdict != .correct)
    let other = reports("power = 1e12 W; duration = 2 h; energy = power * 3 h")
    #expect(other["energy"]?.share == 0)
  }
}
