import Diagnostics
import Testing

@Suite struct NearestNamesTests {
  @Test(arguments: [
    ("gpu_powr", ["gpu_power", "gpu_time"], ["gpu_power"]), ("Kwh", ["kWh", "kW", "h"], ["kWh"]),
    ("sqr0t", ["sqrt", "sum"], ["sqrt"]), ("teh", ["the", "ten"], ["ten", "the"]),
    ("carbon", ["power", "cost"], []),
    ("ab", ["ab", "ba"], []), ("x", ["X", "y"], ["X"]), ("", ["a"], []),
    ("énergie", ["ÉNERGIE"], ["ÉNERGIE"]),
    ("energy", ["energy", "Energy", "energie"], ["Energy"]),
  ]) func aSlipFindsTheNameThatWasMeant(_ name: String, _ candidates: [String], _ found: [String]) {
    #expect(nearestNames(to: name, among: candidates) == found)
  }

  @Test func atMostAsManyAsAskedComeBestFirst() {
    let names = ["abcdefg", "abcdefx", "abcdeff", "abcdef1", "ABCDEFF"]
    #expect(nearestNames(to: "abcdefh", among: names, limit: 2).count == 2)
  }

  @Test func longNamesAreLeftAlone() {
    let long = String(repeating: "a", count: 1000)
    #expect(nearestNames(to: long, among: [long + "b"]) == [])
  }

  @Test(arguments: [
    ("gpu_pwoer", "gpu_power"), ("gpu_powe", "gpu_power"), ("gpu_powers", "gpu_power"),
    ("carbon_intensitty", "carbon_intensity"), ("total_csot", "total_cost"),
  ])
  func aSlipOfTheFingerIsSeen(_ typed: String, _ meant: String) {
    #expect(namesOneSlip(from: typed, among: ["other_name", meant]) == [meant])
    #expect(namesOneSlip(from: meant, among: [typed]) == [typed])
  }

  @Test(arguments: [
    ("energy_a", "energy_b"), ("power1", "power2"), ("power", "powder"), ("heat_in", "heat_on"),
    ("model_1_cost", "model_2_cost"), ("energy", "energy2"), ("min_power", "max_power"),
    ("total", "totals"), ("t_outside", "T_outside_2"),
  ])
  func namesThatDifferOnPurposeAreNoSlips(_ one: String, _ other: String) {
    #expect(namesOneSlip(from: one, among: [other]) == [])
    #expect(namesOneSlip(from: other, among: [one]) == [])
  }
}
