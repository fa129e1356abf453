import Formulas
import Testing

/// What DESIGN says of the language, statement by statement: what is typed, what is shown last.
@Suite struct LanguageTests {
  typealias Case = (typed: String, shown: String)

  @Test(
    arguments: [
      ("450", "450"), (".5", "0.5"), ("1e6", "1'000'000"), ("1_000_000", "1'000'000"),
      ("10'000", "10'000"), ("10’000 kg", "10'000 kg"), ("50%", "50 %"), ("50% to 1", "0.5"),
      ("1e-3 kg", "0.001 kg"), ("5.", "5"), ("5.e3", "5000"), ("0_0.0_0", "0"),
      ("0,45 kW", "error decimal-comma"), ("10 000", "10'000"),
      ("10\u{A0}000", "10'000"), ("1\u{2009}234.5", "1234.5"), ("0.123 456 7", "0.1234567"),
      ("1 234 567.8 kg", "1'234'567.8 kg"), ("x = 2 500; x * 2", "5000"),
      ("1'000 000", "1'000'000"),
      ("10  000", "error spaced-thousands"), ("0 123", "error spaced-thousands"),
      ("12 34", "error missing-operator"), ("1234 567", "error spaced-thousands"),
      ("max(1 000, 2 500)", "2500"), ("x = 3x10^8; x", "300'000'000"),
      ("x = 3 X 10**-2 m; x", "0.03 m"),
      ("x = 6 / 3x10²; x", "0.02"), ("x = 2x10^{3}; x", "2000"), ("x = 2x10^(-3); x", "0.002"),
      ("x10 = 4; 3 * x10", "12"),
      ("x = 5 J·kg-1·K-1; x", "5 J/kg/K"), ("10 s-2*3 s", "4 s"),
      ("x = 2 kg·m2·s-2; x", "2 kg m²/s²"), ("x = 1/s2; x", "1 /s²"),
      ("5 N.m", "5 N m"), ("x = 5 J.kg-1.K-1; x", "5 J/kg/K"), ("x = 5 kg.m2.s-3; x", "5 kg m²/s³"),
      ("5 1/s", "5 /s"), ("2 * 12 1/h * 3 h", "72"), ("8 1/2 in", "error missing-operator"),
      ("x = 0.055 L/km to L/(100 km); x", "5.5 L/(100 km)"),
      ("x = 5.5 L/(100 km) to L/100km; x * 200 km", "11 L"), ("5.5 L/(100 km)", "0.055 L/km"),
      ("x = 0.4 g/L to g/(100 mL); 2 * x", "0.08 g/(100 mL)"),
      ("x = 3 /km to 1/(1000 km); x", "3000 /(1000 km)"),
      ("$3M", "3 MUSD"), ("CHF 3 k + 5 CHF", "3.005 kCHF"), ("$5K / 2 h", "2.5 kUSD/h"),
      ("5 W.h to kJ", "18 kJ"), ("2 W/(m^2.K)", "2 W/m²/K"),
      ("1.cm", "1 cm"), ("-1.m", "-1 m"), ("2^{10}", "1024"), ("4 \\cdot 2", "8"),
      ("1__0", "error bad-number"),
      ("0x10", "error bad-number"), ("1e400", "error out-of-range"), (".0_", "error bad-number"),
    ] as [Case]) func numbersAreReadAsPeopleWriteThem(_ item: Case)
  {
    #expect(NotebookPage().last(item.typed) == item.shown)
  }

  @Test(
    arguments: [
      ("2 + 3 * 4", "14"), ("2^3^2", "512"), ("2**3", "8"), ("-2^2", "-4"), ("2^-1", "0.5"),
      ("7 // 2", "3"), ("7 % 4", "3"), ("-7 % 4", "1"), ("1920/16*9", "1080"), ("4/2*2", "4"),
      ("2 (3 + 4)", "14"), ("(8 * 0.407) kW", "3.256 kW"), ("3^2 (2)", "18"),
      ("1 < 2 and 3 < 4", "True"), ("1 > 2 or 3 < 4", "True"), ("not 1 < 2", "False"),
      ("not 1 > 2 and 1 < 2", "True"), ("5 if 1 > 2 else 3", "3"),
      ("1 + 1 kg if 1 > 2 else 3", "3"),
      ("6 hours to 45 min", "note target-number"), ("6 hours to min", "360 min"),
      ("1 kWh -> MJ", "3.6 MJ"), ("1 kWh → MJ", "3.6 MJ"),
      ("2 m + 30 cm to cm", "230 cm"), ("1 < 2 < 3", "error chained-comparison"),
      ("1 to m to s", "error cannot-convert"), ("1 km to m to cm", "100'000 cm"),
      ("2 × 3", "6"), ("6 ÷ 2", "3"), ("5 − 3", "2"), ("3 ≤ 3", "True"), ("3 ≠ 3", "False"),
      ("2 m²", "2 m²"), ("(2 m)²", "4 m²"), ("2 s⁻¹", "2 /s"),
    ] as [Case]) func operatorsBindAsStated(_ item: Case)
  {
    #expect(NotebookPage().last(item.typed) == item.shown)
  }

  @Test(
    arguments: [
      ("5 in to cm", "12.7 cm"), ("5 in", "5 in"), ("1 ft to in", "12 in"), ("1 ft in in", "12 in"),
      ("2 kW in W", "2000 W"), ("gal/in to in^2", "231 in²"), ("5 %", "5 %"), ("5 % 3", "2"),
      ("5% * 3 kg", "0.15 kg"), ("10 kg * 5 %", "0.5 kg"), ("0.5 to %", "50 %"),
      ("5% kg", "error dimensions-differ"), ("3 kg to % kg", "300 kg %"),
      ("50 % of 3", "error spoken"),
      ("5 g per kWh", "error spoken"),
    ] as [Case]) func inAndPercentAreToldApartByTheirPlace(_ item: Case)
  {
    #expect(NotebookPage().last(item.typed) == item.shown)
  }

  @Test(
    arguments: [
      ("262 g CO2e/kWh", "262 g CO2e/kWh"), ("260 g CO₂e/kWh", "260 g CO2e/kWh"),
      ("1 GPU h", "1 GPU h"), ("5 kW h", "5 kWh"), ("5 kW·h", "5 kWh"), ("2 token/s", "2 token/s"),
      ("3 tokens", "3 token"), ("450 W * 2 h * 260 g CO2e/kWh", "234 g"),
      ("450 W * 2 h", "900 Wh"), ("1000 GPU h * 450 W", "450'000 Wh"),
      ("450 W * 2 h * 260 g CO2e/kWh to kg CO2e", "0.234 kg CO2e"),
      ("5 GPU * 3 m", "15 GPU m"), ("5 m * 3 g / (2 cm)", "750 g"), ("m * g / cm", "1 m g/cm"),
      ("1 Wh/W to h", "1 h"),
      ("5 kg + 300 g", "5.3 kg"), ("117000 kg + 2.5 t", "119'500 kg"), ("2.5 t + 500 kg", "3 t"),
      ("8 * 0.407 kW * 1.2 * 262 g/kWh / (107.5 token/s) to mg/token", "2.64518 mg/token"),
      ("5 Wh + 3 J", "5.00083 Wh"), ("10 km/h * 30 min", "5 km"), ("5 µm to m", "5e-6 m"),
      ("5 μm to m", "5e-6 m"), ("5 um to m", "5e-6 m"), ("5 \u{2126}", "5 Ω"),
      ("5 kΩ to ohm", "5000 Ω"),
      ("5 month", "error refused-unit"), ("5 Kwh", "error unknown-unit"),
      ("3 apples", "error unknown-unit"), ("1 kWh to m", "error cannot-convert"),
      ("1 kWh to 5", "error not-a-unit"), ("kW + kWh", "error dimensions-differ"),
    ] as [Case]) func unitsArePartOfTheLanguage(_ item: Case)
  {
    #expect(NotebookPage().last(item.typed) == item.shown)
  }

  @Test(arguments: [
    ("1 kWh to MJ", 3.6), ("1 h to s", 3600), ("1 day to h", 24), ("1 year to day", 365),
    ("0.1 kWh to Wh", 100), ("0.3 km to m", 300), ("1 mi to m", 1609.344), ("3 ft to m", 0.9144),
    ("7 GB to B", 7e9), ("1 KiB to bit", 8192), ("0.7 t to kg", 700), ("1.1 h to min", 66),
  ]) func conversionsAreExact(_ typed: String, _ number: Double) throws {
    let value = try #require(NotebookPage().value(typed)?.numbers?.first)
    #expect(value == number)
  }

  @Test(
    arguments: [
      ("h = 3; 5 h", "5 h"), ("h = 3; 2 * h", "6"), ("s = 2; 5 m/s", "error ambiguous-unit"),
      ("s = 2; 5 m/s^2", "error ambiguous-unit"), ("s = 2; 5 m s", "5 m s"),
      ("s = 2; 5 m / (1 s)", "5 m/s"), ("s = 2; 5 m / (s)", "2.5 m"), ("h = 3", "note hides-unit"),
      ("x = 3 kg; x kg", "error name-before-unit"), ("x = 3 kg; 5 x", "error name-as-unit"),
      ("x = 3; x (4)", "error not-a-function"), ("kg(3)", "error not-a-function"),
      ("pi = 3; 2 * pi", "6"), ("2 pi", "6.28319"),
      ("gpu_power = 450 W; gpu_powr", "error unknown-name"),
      ("1/2 s", "note reading"), ("1 / 107.5 token/s", "note reading"), ("5 m / 2 s", "2.5 m/s"),
    ] as [Case]) func namesAndUnitsAreToldApart(_ item: Case)
  {
    #expect(NotebookPage().last(item.typed) == item.shown)
  }

  @Test(
    arguments: [
      ("e\u{301} = 5; é", "5"), ("“abc”", "\"abc\""), ("„abc“", "\"abc\""), ("'abc'", "\"abc\""),
      ("5\u{A0}kW", "5 kW"), ("5\u{202F}kW", "5 kW"), ("\u{FEFF}5 kW", "5 kW"),
      ("température = 20 °C; température to K", "293.15 K"), ("x₁ = 3; x1", "3"),
      ("a = 1 # comment; b = 2\na", "1"), ("(1 +\n2)", "3"), ("1 + \\\n2", "3"),
      ("5 \u{AD} 3", "error unknown-character"), ("5 € + 3 EUR", "8 EUR"),
      ("5€/kg * 2 kg", "10 EUR"),
      ("$5 + 1.5 US$", "6.5 USD"), ("12.- CHF * 3", "36 CHF"), ("CHF 5.- + CHF 3.–", "8 CHF"),
      ("80.-/h", "80 /h"), ("5.-3", "2"), ("5.- 3", "2"), ("x = 2; 5.-x", "3"),
      ("CHF 1 200.50/month", "error refused-unit"),
      ("CHF 1 200.50/day * 2 day", "2401 CHF"), ("5 k€ to EUR", "5000 EUR"),
      ("5 EUR + 3", "error dimensions-differ"),
      ("a = 1;; b = 2; a + b", "3"),
    ] as [Case]) func charactersFromElsewhereAreUnderstood(_ item: Case)
  {
    #expect(NotebookPage().last(item.typed) == item.shown)
  }

  @Test(
    arguments: [
      ("0", "0"), ("1234", "1234"), ("12345", "12'345"), ("1234567.5", "1'234'567.5"),
      ("1/3", "0.333333"), ("2/3*1e6", "666'667"), ("123456789.123", "123'456'789.123"),
      ("123456789012/7", "17'636'684'145"), ("1e14", "100'000'000'000'000"), ("1e15", "1e15"),
      ("1e16", "1e16"),
      ("0.0001", "0.0001"), ("0.00001", "0.00001"), ("0.000001", "1e-6"), ("0.1 + 0.2", "0.3"),
      ("-1/3", "-0.333333"),
      ("0 * -1", "0"), ("5 m^(1/2)", "5 m^(1/2)"), ("sqrt(2 m)", "1.41421 m^(1/2)"),
      ("104369.70 + 104.37", "104'474.07"), ("100000.1 * 3", "300'000.3"),
      ("1000000.1 kWh + 0.2 kWh", "1'000'000.3 kWh"), ("1.1 * 1.1 * 1.1", "1.331"),
      ("1/(3 s)", "0.333333 /s"), ("5 J/(kg K)", "5 J/kg/K"), ("2 m³", "2 m³"),
    ] as [Case]) func numbersArePrintedForPeople(_ item: Case)
  {
    #expect(NotebookPage().type(item.typed).first == item.shown)
  }

  @Test(arguments: ["√(", "√((", "x = √(3 + 4", "√(\")", "³√("])
  func rootSignBeforeAnOpenBracketIsAMistakeLikeOthers(text: String) {
    #expect(Parser.parse(text).items.contains { if case .problem = $0 { true } else { false } })
  }
}
