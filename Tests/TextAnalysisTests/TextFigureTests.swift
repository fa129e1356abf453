import Quantities
import Testing

@testable import TextAnalysis

/// Figures in a text, read as a person writes them.
@Suite struct TextFigureTests {
  /// The figures of a text as `157 t`, in the order of the text; `?` stands for an unknown unit.
  private func figures(_ text: String) -> [String] {
    var units = UnitSystem()
    units.declareCounted("user")
    units.declareLabel("CO2e")
    let tokens = TextTokens(text, heads: ["model"])
    let names = NumberedNames(
      tokens, names: KnownNames(["Model 1", "Model 2", "Model 3"].compactMap { .init($0) }))
    let vocabulary = UnitVocabulary(units, heads: names.heads)
    return FigureReader(tokens, names: names, units: vocabulary).figures().map { figure in
      let number = NumberFormat(groupSeparator: nil).string(figure.number.value)
      switch figure.kind.measure {
      case .bare: return number
      case .unknown: return "\(number) ?"
      case .unit(let unit):
        let scaled = figure.number.scaled(by: figure.kind.factor).value
        return "\(NumberFormat(groupSeparator: nil).string(scaled)) \(unit.symbol)"
      }
    }
  }

  @Test(arguments: [
    ("~17'000 kg", ["17000 kg"]), ("17 000 kg", ["17000 kg"]),
    ("17\u{A0}000\u{202F}kg", ["17000 kg"]),
    ("17\u{2009}000 kg", ["17000 kg"]), ("17’000kg", ["17000 kg"]), ("17_000 kg", ["17000 kg"]),
    ("17,000 kg", ["17000 kg"]), ("1,234,567 kg", ["1234567 kg"]), ("1.234.567 kg", ["1234567 kg"]),
    ("16,642.7 kg", ["16642.7 kg"]), ("16.642,7 kg", ["16642.7 kg"]), ("72.1 %", ["72.1 %"]),
    ("72,1 %", ["72.1 %"]), ("72.1percent", ["72.1 %"]), ("72.1 per cent", ["72.1 %"]),
    (".5 t", ["0.5 t"]), ("about 200 tons", ["200 t"]), ("200 tonnes", ["200 t"]),
    ("200 t CO2e", ["200 t"]), ("200 tCO₂e", ["200 t"]), ("80'000 kgCO2eq", ["80000 kg"]),
    ("80'000 kg of CO2 equivalent", ["80000 kg"]), ("80 tons of CO2-eq", ["80 t"]),
    ("0.2 kt", ["0.2 kt"]), ("2.9e5 kg", ["290000 kg"]), ("2.9×10^5 kg", ["290000 kg"]),
    ("2.9 × 10⁵ kg", ["290000 kg"]), ("10⁵ kg", ["100000 kg"]), ("2.9 * 10**5 kg", ["290000 kg"]),
    ("20 °C", ["20 °C"]), ("20°C.", ["20 °C"]), ("68 °F", ["68 °F"]), ("20 degrees C", ["20 °C"]),
    ("20 degrees Celsius", ["20 °C"]), ("20 celsius", ["20 °C"]), ("an angle of 20°", ["20 °"]),
    ("an angle of 20 degrees", ["20 °"]),
    ("a rise of 50 K in all", ["50 K"]), ("It is 50 K.", ["50 K"]),
    ("100 K users", ["100000 user"]),
    ("100k users", ["100000 user"]), ("100K users", ["100000 user"]),
    ("2M users", ["2000000 user"]),
    ("1.5 million km", ["1500000 km"]), ("16.6 thousand kg", ["16600 kg"]),
    ("70-80 t", ["70 t", "80 t"]), ("70 to 80 t", ["70 t", "80 t"]), ("70–80 t", ["70 t", "80 t"]),
    ("between 70 and 80 tons", ["70 t", "80 t"]), ("80 t per year", ["80 t"]),
    ("80 t/year", ["80 t"]),
    ("5 kWh", ["5 kWh"]), ("3 CHF", ["3 CHF"]), ("$ 5", ["5 USD"]),
    ("80 kg and 5 t", ["80 kg", "5 t"]),
    ("accuracy of 85.2 and", ["85.2"]), ("85 in total", ["85"]),
    ("(72,1 %; 17 t)", ["72.1 %", "17 t"]),
  ])
  func isReadAsItIsWritten(_ text: String, _ expected: [String]) {
    #expect(figures(text) == expected)
  }

  @Test(arguments: [
    ("5.25 kilowatt-hours", ["5.25 kWh"]), ("5.25 kilowatt hours", ["5.25 kWh"]),
    ("5.25 Kilowatt-Hours", ["5.25 kWh"]), ("5250 watt-hours", ["5250 Wh"]),
    ("5.25 kW·h", ["5.25 kWh"]), ("5.25 kW ⋅ h", ["5.25 kWh"]), ("5.25 kW h.", ["5.25 kWh"]),
    ("5.25 kW.h", ["5.25 kWh"]), ("5.25 kW-h", ["5.25 kWh"]), ("5.25 kW*h", ["5.25 kWh"]),
    ("5,25 kilowattheures", ["5.25 kWh"]), ("5,25 Kilowattstunden", ["5.25 kWh"]),
    ("5.25 kilowatt\u{2011}hours", ["5.25 kWh"]), ("a 5.25-kilowatt-hour bath", ["5.25 kWh"]),
    ("100 newton metres", ["100 N m"]), ("100 newton-meters", ["100 N m"]),
    ("100 N m", ["100 N m"]),
    ("100 N·m", ["100 N m"]), ("3 pascal seconds", ["3 Pa s"]), ("3 Pa·s", ["3 Pa s"]),
    ("80 tonne-kilometres", ["80 t km"]), ("9 t km", ["9 t km"]), ("20 ampere-hours", ["20 Ah"]),
    ("12 square metres", ["12 m²"]), ("12 m²", ["12 m²"]), ("12 m^2", ["12 m²"]),
    ("12 m2", ["12 m²"]), ("12 metres squared", ["12 m²"]), ("12 mètres carrés", ["12 m²"]),
    ("12 Quadratmeter", ["12 m²"]), ("1 cubic metre", ["1 m³"]), ("2 Kubikmeter", ["2 m³"]),
    ("20 metres per second", ["20 m/s"]), ("20 m/s", ["20 m/s"]), ("20 m s⁻¹", ["20 m/s"]),
    ("20 Meter pro Sekunde", ["20 m/s"]), ("20 mètres par seconde", ["20 m/s"]),
    ("9.81 metres per second squared", ["9.81 m/s²"]), ("9.81 m/s²", ["9.81 m/s²"]),
    ("9.81 m s-2", ["9.81 m/s²"]), ("1000 kilograms per cubic metre", ["1000 kg/m³"]),
    ("12 litres per minute", ["12 L/min"]), ("4.18 J/(g K)", ["4.18 J/g/K"]),
    ("2 W/m²K", ["2 W/m²/K"]), ("0.26 kg CO2e per kilowatt-hour", ["0.26 kg/kWh"]),
    ("1.23 metric tons", ["1.23 t"]), ("1.23 metric tonnes of CO2", ["1.23 t"]),
    ("22,6 ans", ["22.6 year"]), ("600 kg de CO2 par an", ["600 kg"]),
    ("2.22 /mm", ["2.22 /mm"]), ("2.22 / mm", ["2.22"]),
    ("copper 0.37 and lead 0.12 kg", ["0.37", "0.12 kg"]),
    ("fish 7.8\nweek: 3 t", ["7.8", "3 t"]), ("it takes 7.8\nweeks then", ["7.8 week"]),
    ("for 14 days (4 kg) and then 10 (3 kg)", ["14 day", "4 kg", "10", "3 kg"]),
    ("1.2 M users", ["1200000 user"]), ("1.2 M people", ["1200000"]),
  ])
  func unitOfSeveralWordsIsOne(_ text: String, _ expected: [String]) {
    #expect(figures(text) == expected)
  }

  @Test(arguments: [
    ("5 kg N in the soil", ["5 kg"]), ("5 g C per day", ["5 g"]), ("an 8 hour day", ["8 h"]),
    ("a 20 watt second screen", ["20 W"]), ("5 kg H2", ["5 kg"]), ("2 H2 molecules", ["2"]),
    ("5 t. h is next", ["5 t"]), ("5 kW, h", ["5 kW"]), ("5 kW\nh", ["5 kW"]),
    ("5 tons metres away", ["5 t"]), ("a 2 M solution", ["2 M"]), ("10 kW min", ["10 kW"]),
    ("5 kg par rapport à 3 kg", ["5 kg", "3 kg"]),
  ])
  func wordAfterAUnitIsNotAlwaysAFactor(_ text: String, _ expected: [String]) {
    #expect(figures(text) == expected)
  }

  @Test(arguments: [
    ("The share is half.", ["0.5"]), ("1/2", ["0.5"]), ("½ of it", ["0.5"]),
    ("one half", ["0.5"]), ("a half", ["0.5"]), ("half a tonne", ["0.5 t"]),
    ("half of it", ["0.5"]),
    ("½ t", ["0.5 t"]), ("1/2 t", ["0.5 t"]), ("2½ t", ["2.5 t"]), ("2 1/2 t", ["2.5 t"]),
    ("1⁄2 t", ["0.5 t"]), ("two and a half tonnes", ["2.5 t"]), ("2 and a half tonnes", ["2.5 t"]),
    ("one and a half hours", ["1.5 h"]), ("half an hour", ["0.5 h"]),
    ("a half-hour", ["0.5 h"]), ("three quarters", ["0.75"]), ("three-quarters", ["0.75"]),
    ("three quarters of an hour", ["0.75 h"]), ("two and three quarters tonnes", ["2.75 t"]),
    ("a quarter of a tonne", ["0.25 t"]), ("half a million tonnes", ["500000 t"]),
    ("two tenths of a second", ["0.2 s"]), ("a fifth of the energy", ["0.2"]),
    ("nine point six four metres", ["9.64 m"]), ("zero point five tonnes", ["0.5 t"]),
    ("two point one two five tonnes", ["2.125 t"]),
    ("five and a quarter kilowatt hours", ["5.25 kWh"]),
  ])
  func fractionIsANumber(_ text: String, _ expected: [String]) {
    let thirds = ["two thirds", "2/3", "⅔"].map(figures)
    #expect(thirds.allSatisfy { $0.count == 1 && $0[0].hasPrefix("0.6666") })
    #expect(figures(text) == expected)
  }

  @Test(arguments: [
    ("vingt-deux virgule six ans", ["22.6 year"]), ("quatre-vingt-dix kg", ["90 kg"]),
    ("soixante-quinze kg", ["75 kg"]), ("vingt et un kg", ["21 kg"]), ("deux tiers", ["0.6667"]),
    ("un tiers de la masse", ["0.3333"]), ("deux et demi litres", ["2.5 L"]),
    ("fünfundachtzig Kilogramm", ["85 kg"]), ("zweihundertdreissig Watt", ["230 W"]),
    ("neun Komma sechs Meter", ["9.6 m"]), ("zweieinhalb Stunden", ["2.5 h"]),
    ("anderthalb Liter", ["1.5 L"]), ("drei Viertel der Masse", ["0.75"]),
    ("twelve hundred volts", ["1200 V"]), ("a thousand kg", ["1000 kg"]), ("thousand", []),
    ("634 Mio. m³", ["634000000 m³"]), ("3 h 20 min", ["3.333 h"]), ("3h20", ["3.333 h"]),
    ("3:20 h", ["3.333 h"]), ("5 kg 300 g", ["5.3 kg"]), ("(9.64 ± 0.03) m/s²", ["9.64 m/s²"]),
    ("1871 kNm", ["1871 kN m"]), ("0.4 W/(m2K)", ["0.4 W/m²/K"]), ("0.43 A", ["0.43 A"]),
    ("18.1 a", ["18.1 year"]), ("l'eau pèse 5 kg", ["5 kg"]), ("d'environ 5 kg", ["5 kg"]),
  ])
  func numberIsReadInThreeLanguages(_ text: String, _ expected: [String]) {
    let found = figures(text).map { figure -> String in
      let parts = figure.split(separator: " ", maxSplits: 1)
      let number = parts[0].contains(".") ? String(parts[0].prefix(6)) : String(parts[0])
      return
        ([number.hasSuffix("3333") ? String(number.prefix(5)) : number]
        + parts.dropFirst().map(String.init)).joined(separator: " ")
    }
    #expect(
      found.map { $0.replacing("0.6666", with: "0.6667") }
        == expected.map { $0.replacing("0.3333", with: "0.333") })
  }

  @Test(arguments: [
    ("minus 400 mL", -1), ("-0.4 L", -1), ("+0.4 L", 1), ("0.4 L", 0), ("from 2-4 L", 0),
    ("- 0.4 L", 0),
  ])
  func signIsReadWithItsFigure(_ text: String, _ sign: Double) throws {
    let tokens = TextTokens("x " + text)
    let names = NumberedNames(tokens, names: KnownNames())
    let found = FigureReader(tokens, names: names, units: UnitVocabulary(UnitSystem())).figures()
    #expect(try #require(found.last).sign == sign)
  }

  @Test(arguments: [
    ("in grams: 5, 9 and 12", 3), ("Flat 5 g, Farm 9, Villa 12", 3), ("5 g of 9 cats", 1),
    ("masses (g): 5, 9", 2), ("5 g. Then 9", 1),
  ])
  func unitThatIsSaidOnceIsOfTheNumbersAfterIt(_ text: String, _ count: Int) {
    let tokens = TextTokens(text)
    let names = NumberedNames(tokens, names: KnownNames())
    let found = FigureReader(tokens, names: names, units: UnitVocabulary(UnitSystem())).figures()
    #expect(found.count { $0.forms.contains { $0.unit?.symbol == "g" } } == count)
  }

  @Test(arguments: [
    ("in the second half", []), ("half a model", []), ("half-full", []), ("half as much", []),
    ("models 1/2", []), ("Model 2 1/2 t", ["0.5 t"]), ("a third model", []),
    ("half-life", []), ("the first quarter", []), ("1 and 1/2 t", ["1", "0.5 t"]),
  ])
  func partOfAWordOrNameIsNoFraction(_ text: String, _ expected: [String]) {
    #expect(figures(text) == expected)
  }

  @Test(arguments: [
    "Model 2", "model #3", "Models 1, 2 and 3", "models 1-3", "Model 2 and 3", "GPT-4", "CO2",
    "CO₂",
    "1.3.1", "in 2024", "the 3rd", "1. First\n2) Second", "M3", "question 1.2", "Figure 4",
    "scope 3",
    "two values", "model three", "1.2.2024",
  ])
  func numbersThatNameThingsAreNone(_ text: String) {
    #expect(figures(text) == [])
  }

  @Test(arguments: [
    ("Model 2 emits 3 t", ["3 t"]), ("Models 1 and 2, 17 t", ["17 t"]),
    ("Model 2 (17 t)", ["17 t"]),
    ("Model 1: 85.2 %", ["85.2 %"]), ("1. Model 1 has 17 t", ["17 t"]),
    ("Model 1 300 kg", ["300 kg"]),
    ("Model 2 - 17 t", ["17 t"]),
  ])
  func figuresBesideNamesAreRead(_ text: String, _ expected: [String]) {
    #expect(figures(text) == expected)
  }

  @Test func commaMayBeReadInTwoWays() throws {
    let token = try #require(TextTokens("17,000").tokens.first?.number)
    #expect(token.readings.map(\.value) == [17000, 17])
    #expect(token.readings.map(\.figures) == [2, 5])
  }

  @Test(arguments: [
    ("17'000", 1000, 2), ("72.10", 0.01, 4), ("0.0026", 0.0001, 2), ("156.5", 0.1, 4),
    ("80", 10, 1),
  ])
  func lastFigureTellsHowExactItIs(_ text: String, _ step: Double, _ count: Int) throws {
    let reading = try #require(TextTokens(text).tokens.first?.number?.readings.first)
    #expect(abs(reading.step - step) < 1e-12)
    #expect(reading.figures == count)
  }

  @Test(arguments: [
    ("8 t more", true), ("by 8 t", true), ("8 % less than that", true),
    ("2.6 percentage points", true),
    ("twice 80 t", true), ("a difference of 8 t", true), ("-20 %", true), ("+20 %", true),
    ("8 t", false), ("8 t, more", false),
  ])
  func differencesAreToldFromValues(_ text: String, _ isDifference: Bool) throws {
    let tokens = TextTokens("x " + text)
    let names = NumberedNames(tokens, names: KnownNames())
    let found = FigureReader(tokens, names: names, units: UnitVocabulary(UnitSystem())).figures()
    #expect(try #require(found.first).marked(.difference) == isDifference)
  }

  @Test(arguments: [
    ("9", 20_000), ("1,", 10_000),
    ("1 000 ", 5_000), ("Model 1, ", 3_000),
    ("Models 1-3 to ", 2_000), ("1e9", 6_000),
    ("^", 10_000), ("10^", 6_000),
    ("first and the ", 2_000),
    ("5 t of of of ", 2_000),
    ("1/2 and a ", 2_000),
    ("5 kW·h m ", 2_000),
    ("two and a half-", 2_000),
  ])
  func anyTextIsReadInBoundedTime(_ part: String, count: Int) {
    let text = String(repeating: part, count: count)
    let start = ContinuousClock.now
    _ = figures(text)
    #expect(ContinuousClock.now - start < .seconds(5))
  }
}

@Suite struct FigureComparisonTests {
  private func agrees(_ text: String, _ reference: Double) throws -> Bool {
    let number = try #require(TextTokens(text).tokens.first?.number)
    return number.readings.contains {
      FigureComparison.agrees($0, with: reference, isAbout: false)
    }
  }

  @Test(arguments: [
    ("157", 156.541667), ("156.5", 156.541667), ("160", 156.541667), ("156", 156.541667),
    ("156.54", 156.541667), ("200", 198.49556), ("300", 293.93542), ("0.2", 0.19849556),
    ("17'000", 16642.708333), ("16'600", 16642.708333), ("16,643", 16642.708333), ("72", 72.1),
    ("72,1", 72.1), ("70'000", 71513.541667), ("71'500", 71513.541667), ("80", 79.870556),
    ("81", 81), ("81.0", 81), ("0.721", 0.721),
  ])
  func roundedReferenceAgrees(_ text: String, _ reference: Double) throws {
    #expect(try agrees(text, reference))
  }

  @Test(arguments: [
    ("150'000", 156541.666667), ("200", 156.541667), ("158", 156.541667), ("155", 156.541667),
    ("20", 16.6427), ("73", 72.1), ("72.2", 72.1), ("72.3", 72.1), ("71", 72.1),
    ("1570", 156.541667),
    ("17", 16642.708), ("0", 72.1), ("190", 198.49556), ("79", 78.4), ("82", 81.0), ("80.9", 81.0),
  ])
  func otherNumberDoesNotAgree(_ text: String, _ reference: Double) throws {
    #expect(try !agrees(text, reference))
  }

  @Test(arguments: [
    ("87.4", 78.4, true), ("79", 78.4, false), ("75'000", 71513.0, false),
    ("165", 156.5, true), ("200", 156.5, false), ("50", 16.6, true), ("78.9", 78.4, false),
    ("79.4", 78.4, true),
  ])
  func onlyWhatIsFarOffContradicts(_ text: String, _ reference: Double, _ expected: Bool) throws {
    let number = try #require(TextTokens(text).tokens.first?.number?.readings.first)
    #expect(FigureComparison.contradicts(number, reference, isAbout: false) == expected)
  }
}
