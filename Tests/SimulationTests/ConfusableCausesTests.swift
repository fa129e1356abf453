import Exercises
import Formulas
import Simulation
import SmallExercises
import Testing

/// What the figures of an exercise hide, on exercises so small that one sees it.
@Suite struct ConfusableCausesTests {
  private func lines(
    _ expect: String, unit: String, given: [(String, String)],
    rules: MarkingRules = MarkingRules()
  ) -> [String] {
    let compiled = SmallExercise.reference(
      [SmallExercise.answer("x", expect, unit: unit, rules: rules)],
      given: given.map { Given(name: $0.0, formula: AuthorFormula($0.1, line: 1)) })
    return ConfusableCauses(compiled).lines().map(\.plain)
  }

  private static let nothing = [
    "No slip passes for right, and none of the usual ones comes to another's number."
  ]

  @Test func figuresThatAreApartHideNothing() {
    #expect(
      lines("power * duration", unit: "kWh", given: [("power", "1.7 kW"), ("duration", "35 min")])
        == Self.nothing)
  }

  @Test func aFactorOfOneIsMissedByNobody() {
    #expect(
      lines(
        "mass * share * length", unit: "kg m",
        given: [("mass", "3.7 kg"), ("share", "100%"), ("length", "46 m")]) == [
          "Slips that pass for right", "`x`: `share` is left out (the value is the same).",
        ])
  }

  @Test func aWideToleranceTakesWhatIsLeftOut() {
    let given = [("mass", "37 kg"), ("pue", "1.2"), ("length", "53 m")]
    #expect(lines("mass * pue * length", unit: "kg m", given: given) == Self.nothing)
    #expect(
      lines(
        "mass * pue * length", unit: "kg m", given: given,
        rules: MarkingRules(tolerance: .relative(0.25))) == [
          "Slips that pass for right", "`x`: `pue` is left out (17 % off).",
        ])
  }

  @Test func aFigureOfOneOfItsUnitShowsInTheUnitAlone() {
    #expect(
      lines(
        "power * area * flux", unit: "kW^2",
        given: [("power", "3.7 kW"), ("area", "46 m^2"), ("flux", "1 kW/m^2")]) == [
          "Slips that pass for right",
          "`x`: `flux` is left out (the value is the same; where units are typed, they show it).",
        ])
  }

  @Test func slipsThatComeToOneNumberAreListedTogether() {
    // a and b are the same, and c is 2: x is a, which comes of many slips.
    #expect(
      lines("a * c - b", unit: "m", given: [("a", "7.3 m"), ("c", "2"), ("b", "7.3 m")]) == [
        "Slips that pass for right", "`x`: `b` stands where `a` belongs (the value is the same).",
        "`x`: `a * c` is left out (the value is the same).",
        "`x`: `a` stands where `b` belongs (the value is the same).",
        "Slips that come to one number, which alone does not tell them apart",
        "`x`: `c` is left out; or `b` is counted twice.",
        "`x`: `b` has the wrong sign; or `c` is in it once too often.",
      ])
  }
}
