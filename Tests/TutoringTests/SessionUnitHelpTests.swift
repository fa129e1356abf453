import Formulas
import Quantities
import Testing

@testable import Files
@testable import TutorTerminal
@testable import Tutoring

@Suite struct SessionUnitHelpTests {
  private func shown(_ argument: String) throws -> String {
    try SessionHarness().type(":units \(argument)")
  }

  @Test func aUnitIsExplainedDownToWhatItIsMadeOf() throws {
    #expect(
      try shown("kWh") == """
        kWh: a unit of energy (kilowatthour, beside the SI, with prefix).
          made of   kilo (1000) and Wh; Wh = W × h
          in SI     3.6 MJ = 3'600'000 J
          converts  1 kWh = 1000 Wh = 0.001 MWh = 3'600'000 J = 3600 kJ = 3.6 MJ
          compare   a kettle of 2 kW that is on for 6 minutes uses 0.2 kWh
        """)
  }

  @Test(arguments: [
    ("h", "3600 s"), ("J", "1 N m"), ("W", "1 J/s"), ("lb", "0.45359237 kg"), ("mi", "1609.344 m"),
    ("mg", "milli (1/1000) and g"), ("m", "a base unit of the SI"), ("GiB", "gibi (1'073'741'824)"),
    ("hp", "745.7 W"), ("°F", "5/9 K"), ("Ah", "A × h"), ("year", "31'536'000 s"),
  ]) func everyUnitIsMadeOfSomething(_ unit: String, _ expected: String) throws {
    #expect(try shown(unit).contains("made of   "))
    #expect(try shown(unit).contains(expected))
  }

  @Test func aUnitOfSeveralIsToldPartByPart() throws {
    let said = try shown("g CO2e/kWh")
    #expect(
      said.hasPrefix(
        """
        g CO2e/kWh: mass per energy: mass of CO2e for each kilowatthour.
          g         mass, gram
          CO2e      a label, declared by this exercise: it says of what
          kWh       energy, kilowatthour
        """))
    #expect(said.contains("= 0.001 kg CO2e/kWh = 1 kg CO2e/MWh"))
    #expect(said.contains("carbon intensity"))
  }

  @Test(arguments: [
    ("query/day", "query for each day"), ("km/h", "speed: length for each hour"),
    ("m^2", "m²: area."), ("kg/m^3", "density: mass for each cubic metre"),
    ("/s", "is no unit"), ("1/s", "/s: frequency."), ("kg m", "mass times length"),
  ]) func aUnitOfSeveralSaysWhatItMeasures(_ unit: String, _ expected: String) throws {
    #expect(try shown(unit).contains(expected))
  }

  @Test func aNumberWithAUnitIsConverted() throws {
    #expect(try shown("5 kWh").contains("18 MJ = 18'000'000 J"))
    #expect(try shown("20 °C").contains("20 °C = 293.15 K = 68 °F"))
    let harness = try SessionHarness()
    harness.type("power = 60 W")
    #expect(harness.type(":units power").hasPrefix("Power: energy for each second"))
    harness.type("lamp_power = 60 W")
    #expect(harness.type(":units lamp_power").contains("60 W = 0.06 kW"))
  }

  @Test func aQuantityListsItsUnitsTheCommonOnesFirst() throws {
    let said = try shown("power")
    let lines = said.split(separator: "\n").map(String.init)
    #expect(lines[1].hasPrefix("  W   1 J/s"))
    #expect(lines[1].hasSuffix("watt, SI"))
    #expect(lines[2].hasPrefix("  kW  1000 W"))
    #expect(lines[2].hasSuffix("kilowatt, SI with prefix"))
    #expect(said.contains("horsepower, customary"))
    #expect(said.contains("also      VA"))
    #expect(said.contains("a kettle 2 kW"))
  }

  @Test(arguments: [
    ("Power", "Power: energy"), ("carbon intensity", "units of mass per energy"),
    ("emissions", "units of mass. kg CO2e"), ("duration", "units of time"),
    ("data", "kB is 1000 byte"), ("inductance", "henry, SI"), ("speed", "km/h"),
    ("a plain number", "percent, customary"), ("temperature", "5/9 K"),
  ]) func aQuantityIsKnownUnderSeveralWords(_ word: String, _ expected: String) throws {
    #expect(try shown(word).contains(expected))
  }

  @Test func aUnitOfOnesOwnIsListedFirstAndSaysWhoDeclaredIt() throws {
    let harness = try SessionHarness()
    harness.type(lines: ["unit trip = 12 km", "unit apple"])
    let lines = harness.type(":units length").split(separator: "\n").map(String.init)
    #expect(lines[1].contains("trip"))
    #expect(lines[1].contains("declared by you"))
    #expect(harness.type(":units trip").contains("12 km"))
    #expect(harness.type(":units apple").contains("a unit to count in, declared by you"))
    #expect(harness.type(":units query").contains("declared by this exercise"))
    #expect(harness.type(":units CO2e").contains("a label, declared by this exercise"))
  }

  @Test func aloneItListsTheUnitsOfTheExerciseAndHowToAskOn() throws {
    let said = try SessionHarness().type(":units")
    #expect(said.contains("  query  counted  in per_day"))
    #expect(said.contains("  CO2e   label"))
    #expect(said.contains("`:units power`"))
    #expect(said.contains("`:units note`"))
  }

  @Test(arguments: [
    ("Kwh", "`:units kWh`"), ("poewr", "`:units power`"), ("3 +", "is no unit"),
    ("month", "28 to 31 days"), ("5", "is no unit"), ("rooms", "is no unit"),
  ]) func whatIsNoUnitComesWithWhatIsNear(_ text: String, _ expected: String) throws {
    #expect(try shown(text).contains(expected))
  }

  @Test func theNoteIsShownAtAnyTime() throws {
    let harness = try SessionHarness()
    let said = harness.type(":units note")
    for rule in ["`450 W`", "`/ 1000`", "`energy to kWh`", "`g/kWh`", "`2 h + 30 min`"] {
      #expect(said.contains(rule))
    }
    #expect(harness.file.isEmpty)
  }

  /// What the note and the examples promise is what the language does.
  @Test func theNoteIsTrue() throws {
    let harness = try SessionHarness()
    #expect(harness.type("450 W * 2 h") == "900 Wh")
    #expect(harness.type("2 h + 30 min") == "2.5 h")
    #expect(harness.type("2 h + 3 kg").contains("cannot be added"))
  }

  // MARK: The table of quantities

  @Test(arguments: QuantityTable.rows.map(\.name))
  func theUnitsOfAQuantityAreOfOneDimension(_ name: String) throws {
    let row = try #require(QuantityTable.row(named: name))
    let units = UnitSystem()
    let found = try row.units.map { text in
      let value = try Worksheet(units: units).evaluate(Parser.formula("1 " + text).get()).get()
      return try #require(value.unit)
    }
    #expect(Set(found.map(\.dimension)).count == 1)
    #expect(found.first?.dimension.name == name)
  }

  @Test func noWordForAQuantityIsAUnit() {
    let units = UnitSystem()
    for word in QuantityTable.allWords { #expect(units.lookup(word) == nil, "\(word)") }
    #expect(Set(QuantityTable.allWords).count == QuantityTable.allWords.count)
  }

  @Test func examplesAreOfUnitsThatThereAre() throws {
    let units = UnitSystem()
    for symbol in QuantityTable.unitExamples.keys {
      let unit = try #require(units.lookup(symbol))
      #expect(unit.symbol == symbol)
    }
  }

  @Test func everyUnitAndQuantityCanBeAskedForAtAnyWidth() throws {
    let harness = try SessionHarness()
    for (width, unicode) in [(80, true), (40, false)] {
      let session = TerminalSession(
        harness.session.opened, notebook: harness.folder + "/narrow.answers.md", unicode: unicode,
        width: width)
      for word in QuantityTable.allWords
        + session.session.sheet.units.unitWords.filter({ $0.count < 5 })
      {
        for line in session.handle(":units \(word)").map(\.plain) {
          #expect(line.count <= width, "\(word)")
          if !unicode, word.utf8.allSatisfy({ $0 < 0x80 }) {
            #expect(line.utf8.allSatisfy { $0 < 0x80 }, "\(word): \(line)")
          }
        }
      }
    }
  }

  @Test func tabCompletesQuantitiesAndTheNote() throws {
    let harness = try SessionHarness()
    func candidates(_ line: String) -> [String] {
      harness.session.completion(of: line, cursor: line.utf8.count).candidates.map(\.text)
    }
    #expect(candidates(":units pow").contains("power"))
    #expect(candidates(":units carb").contains("carbon intensity"))
    #expect(candidates(":units no").contains("note"))
    #expect(candidates(":units kW").contains("kWh"))
  }
}
