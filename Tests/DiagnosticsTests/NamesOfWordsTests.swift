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

  @Test(arguments: [
    ("Gpu_Power", ["gpu_power"]), ("GPU_power", ["gpu_power"]), ("gpupower", ["gpu_power"]),
    ("gpu_powers", ["gpu_power"]), ("gpus_power", ["gpu_power"]), ("PUE", ["pue"]),
    ("Training Emission", ["training_emissions"]), ("gpu_power2", []), ("cpu_power", []),
    ("gpu_power", []), ("power_gpu", []), ("", []),
  ]) func namesThatDifferInCaseAndPluralAreSpeltAlike(_ name: String, _ found: [String]) {
    #expect(namesSpeltAlike(name, among: Self.names) == found)
  }

  @Test(arguments: [
    ("T_out", "t_out"), ("V_max", "v_max"), ("T1", "t1"), ("P", "p"), ("T1", "T2"),
    ("model_1", "model_2"), ("mass", "mas"), ("dT_max", "dt_max"),
  ]) func namesThatFieldsTellApartAreNot(_ name: String, _ other: String) {
    #expect(namesSpeltAlike(name, among: [other]) == [])
  }

  @Test func digitsAtTheEndMayBeLeftOut() {
    #expect(namesSpeltAlike("GPU_power_2", among: Self.names, addingDigits: true) == ["gpu_power"])
    #expect(namesSpeltAlike("model_2", among: ["model_1"], addingDigits: true) == [])
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
