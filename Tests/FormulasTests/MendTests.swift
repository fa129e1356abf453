import Formulas
import Testing

/// What stands behind the mends that messages offer.
@Suite struct MendTests {
  @Test(arguments: [
    "length", "mass", "time", "electric current", "temperature", "amount of substance",
    "luminous intensity", "information", "power", "energy", "force", "pressure", "speed",
    "acceleration", "area", "volume", "density", "electric charge", "voltage",
    "electric resistance", "capacitance", "inductance", "magnetic flux",
    "magnetic flux density", "illuminance", "mass per energy", "data rate", "mass flow",
  ]) func aQuantityHasAnExampleOfItsKind(_ name: String) throws {
    let page = NotebookPage()
    let unit = try #require(
      Self.unitsOfNames[name].map { NotebookPage.unit("1 " + $0, page.sheet.units) })
    #expect(unit.dimension.name == name)
    let example = try #require(unit.dimension.example)
    let value = try #require(page.value(example))
    #expect(value.unit?.dimension.name == name)
  }

  private static let unitsOfNames = [
    "length": "m", "mass": "kg", "time": "s", "electric current": "A", "temperature": "K",
    "amount of substance": "mol", "luminous intensity": "cd", "information": "bit",
    "power": "W", "energy": "J", "force": "N", "pressure": "Pa", "speed": "m/s",
    "acceleration": "m/s^2", "area": "m^2", "volume": "m^3", "density": "kg/m^3",
    "electric charge": "C", "voltage": "V", "electric resistance": "Ω", "capacitance": "F",
    "inductance": "H", "magnetic flux": "Wb", "magnetic flux density": "T",
    "illuminance": "lx", "mass per energy": "kg/J", "data rate": "bit/s", "mass flow": "kg/s",
  ]

  private func help(_ text: String, after lines: String = "") -> [String] {
    let page = CoursePage()
    _ = page.enter(lines)
    return Parser.parse(text).items.flatMap { item in
      switch item {
      case .problem(let problem, _): problem.diagnostic.help
      case .statement(let statement): page.sheet.enter(statement).problem?.diagnostic.help ?? []
      }
    }
  }

  @Test func aNameOfTheRightKindIsProposedBeforeAnInventedExample() {
    #expect(help("5 kW to MJ") == ["multiply it by a time, such as `24 h`"])
    #expect(
      help("gpu_power to MJ", after: "duration = 24 h; other = 3 km")
        == ["multiply it by a time, such as your `duration`"])
  }

  @Test func theNewestNamesAreProposedAndThoseInTheFormulaAreNot() {
    let lines = "a = 1 h; b = 2 h; c = 3 h; e = 5 kWh"
    #expect(
      help("gpu_power + e", after: lines)
        == ["multiply the left side by a time, such as your `c` or `b`"])
    #expect(
      help("gpu_power * c * c to kWh", after: "c = 3 h")
        == ["divide it by a time, such as `models[\"Training Time (GPU hours)\"]`"])
  }

  @Test func aNameThatIsBeingGivenItsValueIsNotProposed() {
    // `x` would stand in its own formula.
    let found = help("x = gpu_power to kWh", after: "x = 24 h")
    #expect(!found.isEmpty)
    #expect(!found.joined().contains("`x`"))
  }

  @Test func aPlainNumberIsNamedAsWhatMayLackItsUnit() {
    #expect(help("gpu_power * 24 to kWh").first?.hasPrefix("a unit for `24`") == true)
    #expect(
      help("gpu_power * n + 3 kWh", after: "n = 24").first?.hasPrefix("a unit for `n`") == true)
  }

  @Test func aLongStatementIsNotTypedAnew() {
    let long = "gpu_power " + String(repeating: "* 1.0 ", count: 40) + "* 5 Kwh"
    #expect(help(long) == ["write `kWh` for `Kwh`"])
  }

  @Test(.timeLimit(.minutes(1))) func manyMistakesInALargeNotebookTakeLittleTime() {
    let page = NotebookPage()
    for block in 0..<8 {
      page.type((0..<1000).map { "name_\(block * 1000 + $0) = \($0) kg" }.joined(separator: "\n"))
    }
    let start = ContinuousClock.now
    for line in ["nmae_77 * 2", "5 kW to MJ", "5 Kwhh", "models[\"Acc\"]", "print(1)"] {
      for _ in 0..<20 { page.type(line) }
    }
    #expect(ContinuousClock.now - start < .seconds(20))
  }
}
