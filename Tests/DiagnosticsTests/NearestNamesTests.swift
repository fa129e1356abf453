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
}
