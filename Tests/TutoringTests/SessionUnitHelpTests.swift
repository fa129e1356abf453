import Formulas
import Quantities
import Testing

@testable import Files
@testable import TutorTerminal
@testable import Tutoring

/// The table of quantities, and `:units` of everything in it; what it says is in
/// `Sessions/units-explained` and `Sessions/units-listed`.
@Suite struct SessionUnitHelpTests {
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
