import Diagnostics
import Testing

@Suite struct NamesOfWordsTests {
  private static let names = ["gpu_power", "carbon_intensity", "training_emissions", "pue"]

  @Test(arguments: [
    ("power_gpu", ["gpu_power"]), ("gpuPower", ["gpu_power"]), ("GPU_POWER", ["gpu_power"]),
    ("gpu powers", ["gpu_power"]), ("training_emission", ["training_emissions"]),
    ("gpu_power", []), ("power", []), ("", []), ("a_b", []),
  ]) func theSameWordsInAnotherOrderAreFound(_ name: String, _ found: [String]) {
    #expect(namesOfSameWords(as: name, among: Self.names) == found)
  }

  @Test(arguments: [
    ("power", ["gpu_power"]), ("intensity", ["carbon_intensity"]),
    ("gpu_power_in_kw", ["gpu_power"]), ("gpu_power", []), ("speed", []), ("pue_of_gpu", []),
  ]) func namesThatHoldTheWordsAreFound(_ name: String, _ found: [String]) {
    #expect(namesSharingWords(with: name, among: Self.names) == found)
  }

  @Test func nothingIsSaidWhereTooManyWouldDo() {
    let names = ["energy_a", "energy_b", "energy_c", "energy_d"]
    #expect(namesSharingWords(with: "energy", among: names) == [])
    #expect(namesSharingWords(with: "energy", among: names.prefix(3)).count == 3)
  }

  @Test func longNamesAreLeftAlone() {
    let long = String(repeating: "word_", count: 1000)
    #expect(namesOfSameWords(as: long, among: [long + "word"]) == [])
    #expect(namesOfSameWords(as: "word", among: [long]) == [])
  }
}
