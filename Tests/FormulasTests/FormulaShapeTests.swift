import Quantities
import SeededRandom
import Testing

@testable import Formulas

@Suite struct FormulaShapeTests {
  /// What lines come to one after the other, and which of them were known by their shape.
  private static func run(
    _ lines: [String], on sheet: Worksheet = Worksheet(units: UnitSystem())
  ) -> [(text: String, isKnown: Bool)] {
    lines.map { line in
      if let value = sheet.value(ofKnownShape: line) { return (value.text(), true) }
      guard case .statement(let statement)? = Parser.parse(line).items.first else {
        return ("unread", false)
      }
      let entered = sheet.enter(statement)
      sheet.learnShape(statement, entered)
      let said = entered.notices.map(\.message) + [entered.problem?.diagnostic.message ?? ""]
      return ((entered.value?.text() ?? "") + said.joined(), false)
    }
  }

  /// What each line comes to on a sheet of its own, which knows no shape.
  private static func anew(_ lines: [String]) -> [String] {
    lines.flatMap { run([$0]) }.map(\.text)
  }

  @Test(
    arguments: [
      "@.5 kW * @ h to MJ", "262 g/kWh * @ kWh", "(3 + @) * 2.5 m / (4 s) to km/h",
      "0.@ kg * 9.81 m/s^2 to kN", "@ m^2 * 3 m", "-@ J / (2 s)", "@", "1 + @ * 2",
      "@ L/(100 km) * 3 km",
      "@ km - @ m", "(@ m) / (@ s) / 2", "@ kg CO2e",
    ])
  func aLineOfAKnownShapeComesToTheSame(_ shape: String) {
    let lines = (1...9).map { shape.replacing("@", with: "\($0)") }
    let found = Self.run(lines)
    #expect(found.map(\.text) == Self.anew(lines))
    // The unit of the last is not known.
    #expect(found.dropFirst(2).allSatisfy(\.isKnown) == !shape.contains("CO2e"))
  }

  /// Lines that differ by their digits alone and are read in different ways.
  @Test(
    arguments: [
      ["5 100", "5 000"], ["3 s-5", "3 s-2"], ["8 3/4", "8 1/2"], ["12e6 W", "10e6 W"],
      ["7^8 m", "10^8 m"], ["6 / 3*7^8", "6 / 3*10^8"], ["9876-54-32", "2024-12-01"],
      ["0x1", "0x2"],
      ["0 m + 20%", "50 + 20%"], ["5 1/s", "5 2/s"], ["5 m 2", "5 m 7"],
      ["1 m / 2 s", "1 m / 0 s"],
      ["3 m to 1 km", "3 m to 2 km"], ["3 m^2", "3 m^3"], ["3 m**2", "3 m**3"], ["9 m2", "9 m3"],
      ["1.5.2", "1.5"], ["1'000 m", "1'00 m"], ["5 m * 7 # 8", "5 m * 9 # 8"], ["4B", "4 B"],
      ["20 °C", "-300 °C"], ["1e308 m * 1", "9 m * 1"], ["1/2 h", "1/3 h"], ["2 m^-1", "2 m^-2"],
    ])
  func whatDigitsDecideIsNotOfAShape(_ lines: [String]) {
    for order in [lines, lines + lines.reversed(), lines + lines + lines] {
      #expect(Self.run(order).map(\.text) == Self.anew(order))
    }
  }

  @Test func aNameOrUnitThatIsDeclaredMakesShapesNew() {
    let sheet = Worksheet(units: UnitSystem())
    let lines = [
      "3 kg to g", "4 kg to g", "kg = 7", "5 kg to g", "x = 2", "x * 3", "x = 5", "x * 3",
    ]
    let known = Worksheet(units: UnitSystem())
    let found = Self.run(lines, on: sheet).map(\.text)
    let expected = lines.map { line -> String in
      guard case .statement(let statement)? = Parser.parse(line).items.first else { return "" }
      let entered = known.enter(statement)
      let said = entered.notices.map(\.message) + [entered.problem?.diagnostic.message ?? ""]
      return (entered.value?.text() ?? "") + said.joined()
    }
    #expect(found == expected)
  }

  /// Formulas put together at random, each with many numbers.
  @Test(arguments: 1...6 as ClosedRange<UInt64>) func randomFormulasComeToTheSame(_ seed: UInt64) {
    var random = SplitMix(seed: seed)
    let units = [
      "m", "s", "kW", "kWh", "h", "g/kWh", "m/s^2", "min", "km", "1/s", "dozen", "Hz", "rpm",
    ]
    func formula(_ depth: Int) -> String {
      switch random.next() % (depth > 0 ? 9 : 3) {
      case 0: "@"
      case 1, 2: "@ " + units[Int(random.next() % UInt64(units.count))]
      case 3, 4: "\(formula(depth - 1)) * \(formula(depth - 1))"
      case 5: "\(formula(depth - 1)) / (\(formula(depth - 1)))"
      case 6: "(\(formula(depth - 1))) / \(formula(depth - 1))"
      case 7: "(\(formula(depth - 1)) + \(formula(depth - 1)))"
      default: "-(\(formula(depth - 1)))"
      }
    }
    let numbers = ["0", "1", "2.5", "10", "0.003", "1234567", "7"]
    let sheet = Worksheet(units: UnitSystem())
    var known = 0
    for _ in 0..<120 {
      let shape = formula(3)
      let lines = (0..<5).map { _ in
        shape.map { letter in
          letter == "@" ? numbers.randomElement(using: &random) ?? "" : String(letter)
        }.joined()
      }
      let found = Self.run(lines, on: sheet)
      #expect(found.map(\.text) == Self.anew(lines), "\(shape)")
      known += found.count(where: \.isKnown)
    }
    #expect(known > 60)
  }
}
