import Diagnostics
import Formulas
import Testing

@testable import TextLayout

/// What messages and notices offer: it is what was meant, and holds when it is typed.
@Suite struct TryTests {
  /// The statements that are offered for the last one of a text.
  private func tries(_ text: String) -> [String] {
    Self.said(text, on: CoursePage()).help.filter { $0.hasPrefix("`") }
      .map { String($0.dropFirst().prefix { $0 != "`" }) }
      .filter { $0.contains { $0.isLetter || $0.isNumber } && !$0.contains("…") }
  }

  private static func said(_ text: String, on page: CoursePage) -> (ids: [String], help: [String]) {
    var found: [Diagnostic] = []
    for item in Parser.parse(text).items {
      switch item {
      case .problem(let problem, _): found = [page.sheet.checked(problem).diagnostic]
      case .statement(let statement):
        let entered = page.sheet.enter(statement)
        found = entered.problem.map { [$0.diagnostic] } ?? entered.notices
      }
    }
    return (found.map(\.id), found.flatMap(\.help))
  }

  /// Fractions, exponents, plurals, durations, prefixes, mixed-up units: as people type them.
  private static let slips: [(typed: String, tries: [String])] = [
    // Fractions and mixed numbers
    ("2½ m", ["2.5 m"]), ("1 ¾ h", ["1.75 h"]), ("2⅓ m", ["(2 + 1/3) m"]), ("½ h", ["0.5 h"]),
    ("3 * ⅔ h", ["3 * (2/3) h"]), ("8 3/4 in", ["8.75 in"]), ("x = 2 1/2 kg", ["x = 2.5 kg"]),
    ("1 2/3 cm", ["(1 + 2/3) cm"]),
    ("1/2 m to cm", ["(1 / 2) m to cm"]), ("3/4 h to min", ["(3 / 4) h to min"]),
    ("60 W * 1/2 h to Wh", ["60 W * (1 / 2) h to Wh"]),
    ("60 W * 1/2 h + 30 W * 1/4 h to Wh", ["60 W * (1 / 2) h + 30 W * (1 / 4) h to Wh"]),
    // Quotients whose divisor has a unit that goes on
    ("8 km / 16 km/h to h", ["8 km / (16 km/h) to h"]),
    ("10 W / 2 W/m^2 + 1 m^2", ["10 W / (2 W/m^2) + 1 m^2"]),
    // Reciprocals
    ("18 km/L to L/(100 km)", ["1 / (18 km/L) to L/(100 km)"]),
    ("4 km/h to min/km", ["1 / (4 km/h) to min/km"]), ("50 Hz to ms", ["1 / (50 Hz) to ms"]),
    ("25 mpg to L/(100 km)", ["1 / (25 mpg) to L/(100 km)"]),
    (
      "5 kWh * 262 kWh/g to g",
      ["5 kWh * 262 g/kWh to g", "5 kWh / (262 kWh/g) to g"]
    ),
    // Temperatures in sums
    ("(18 °C + 24 °C + 21 °C)/3", ["mean([18 °C, 24 °C, 21 °C])"]),
    ("x = (5 °C+7 °C)/2 to K", ["x = mean([5 °C, 7 °C]) to K"]), ("(5 °C + 7 °C + 9 °C)/2", []),
    ("18 °C + 24 °C + 21 °C", ["18 °C + 24 K + 21 K"]),
    // Roots of negative numbers
    ("(-32)^(1/5)", ["-(32^(1/5))"]), ("(-32 m^5) ** (1/5)", ["-((32 m^5)^(1/5))"]),
    ("(-16)^(1/4)", []), ("(-8)^(1/3)", ["cbrt(-8)"]),
    // What is of one of the things that are counted
    (
      "unit rack; unit card; 48 racks * 2500 kg + 385 cards * 150 kg",
      ["48 racks * 2500 kg/rack + 385 cards * 150 kg/card"]
    ),
    ("unit tree; 12 trees * 22 kg/year to t/year", ["12 trees * 22 kg/tree/year to t/year"]),
    ("unit bus; 3 buses * 12 t > 30 t", ["3 buses * 12 t/bus > 30 t"]),
    // Shares
    ("100 kg - 5%", ["100 kg * (1 - 5%)"]), ("100 kg + 5%", ["100 kg * (1 + 5%)"]),
    // Prefixes and words that are no units
    ("17 milli", ["0.017"]), ("3 giga", ["3_000_000_000"]), ("1 Kb to kB", ["1 kbit to kB"]),
    ("5 Nm to J", ["5 N m to J"]),
    ("5 kWhh", ["5 kWh"]), ("3 huor", ["3 hour"]), ("true", ["True"]),
    ("5%%", ["5%"]),
    // Exponents without a caret, in every place of a unit
    ("10 m/s 2", ["10 m/s^2"]), ("5 m 2", ["5 m^2"]), ("1 kWh/m²/a", ["1 kWh/m²/year"]),
    ("404 day to a", ["404 day to year"]),
    // Durations and lengths in pieces
    ("1:30 h", ["1 h + 30 min"]), ("1:30 min", ["1 min + 30 s"]),
    ("1:02:03", ["1 h + 2 min + 3 s"]), ("5 m 10 s", ["5 min + 10 s"]),
    ("2 h 5 m", ["2 h + 5 min"]), ("5 foot 2 in m", ["5 foot + 2 in to m"]),
    ("5'2\" in m", ["5 ft + 2 in to m"]), ("6' 2\"", ["6 ft + 2 in"]),
    // Months
    ("1 year to month", ["1 year / (30 day)", "1 year / (year / 12)"]),
    (
      "x = 1 year + 2 day to month",
      [
        "x = (1 year + 2 day) / (30 day)", "x = (1 year + 2 day) / (year / 12)",
      ]
    ),
    ("5 kWh/month", ["5 kWh/(30 day)", "5 kWh/(year / 12)"]),
    ("3 month", ["3 * 30 day", "3 year / 12"]),
    (
      "12 kWh/month * 3 month",
      ["12 kWh/(30 day) * 3 * 30 day", "12 kWh/(year / 12) * 3 year / 12"]
    ), ("2 h 10 min - 1 h 50 min", ["2 h + 10 min - (1 h + 50 min)"]),
    ("3 * 1:30", ["3 * (1 h + 30 min)"]), ("1h 30 * 2", ["(1h + 30 min) * 2"]),
    ("1 day 2 h 5 min * 3", ["(1 day + 2 h + 5 min) * 3"]),
    ("60 W * 1h30 to Wh", ["60 W * (1 h + 30 min) to Wh"]), ("1:05.5 min", ["1 min + 5.5 s"]),
    ("[1,5; 2,5]", ["[1.5, 2.5]"]), ("3 L a day", ["3 L/day"]), ("46° 31' N", ["46° + 31 arcmin"]),
    ("1,5e3 m", ["1.5e3 m"]), ("30 kWh/m2a", ["30 kWh/(m^2 year)"]), ("0.12 5 m", []),
    ("models.Training Time (GPU hours) * 2", ["models[\"Training Time (GPU hours)\"] * 2"]),
    ("mean(models.Accuracy (%))", ["mean(models[\"Accuracy (%)\"])"]),
    ("models.Output Speed * 2", ["models[\"Output Speed (tokens/sec)\"] * 2"]),
    ("models[\"Accuracy (%)\"] x gpu_power", ["models[\"Accuracy (%)\"] * gpu_power"]),
    ("450 W * 24 H", ["450 W * 24 h"]), ("1,200,000 token", ["1_200_000 token"]),
    // Numbers with spaces, lists without commas
    ("[1 2 3]", ["[1, 2, 3]"]), ("sum([1 -2 3 4])", ["sum([1, -2, 3, 4])"]),
    ("{1, 2, 3}", ["[1, 2, 3]"]),
    ("sum([1, 2] m, [3, 4] m)", ["sum([1, 2] m) + sum([3, 4] m)"]),
    ("20 °C + 5", ["20 °C + 5 K"]), ("x' = 5", ["x_prime = 5"]),
    // Names with something left over
    ("260 g CO2-e/kWh", ["260 g CO2e/kWh"]),
    // Behind the unit after `to`
    ("5 kW to W - 3 W", ["(5 kW to W) - 3 W"]), ("1 h to min + 1 min", ["(1 h to min) + 1 min"]),
    ("3 kWh -> MJ / 2", ["(3 kWh -> MJ) / 2"]), ("3 kWh in MJ * 2", ["(3 kWh in MJ) * 2"]),
    ("n = 2; 5 kW to W * n", ["(5 kW to W) * n"]), ("5 kW to W // 2 W", ["(5 kW to W) // 2 W"]),
    ("5 kW to W > 3 W", ["(5 kW to W) > 3 W"]),
    ("5 kW to W if 2 > 1 else 2 W", ["(5 kW to W) if 2 > 1 else 2 W"]),
    ("max(5 kW to W - 1 W, 3 W)", ["max((5 kW to W) - 1 W, 3 W)"]),
    ("x = 1 kWh + 2 kWh to MJ - 1 MJ", ["x = (1 kWh + 2 kWh to MJ) - 1 MJ"]),
    ("5 kW to W - 3 W to kW", ["(5 kW to W) - 3 W to kW"]),
    ("1 day to min - 3", ["(1 day to min) - 3 min"]),
    ("12 kWh / 3 kWh/m^2/a", ["12 kWh / 3 kWh/m^2/year"]),
    ("5 W/m2K", ["5 W/(m^2 K)"]), ("1 kWh/(m2 a)", ["1 kWh/(m2 year)"]),
    ("1/(3 h) to h", ["(3 h) to h"]), ("v = 4 km/h; v to min/km", ["1 / v to min/km"]),
    ("5 ft 3", ["5 ft + 3 in"]), ("6 ft 2 in to cm", ["6 ft + 2 in to cm"]),
    ("[1 m 2 m]", ["[1 m, 2 m]"]), ("{1 2 3}", ["[1, 2, 3]"]),
    ("5 Pas", ["5 Pa s"]), ("2 c", ["2 speed_of_light", "2 C"]),
    ("3sin pi", ["3 * sin(pi)"]), ("sin 30° * 2", ["sin(30°) * 2"]),
    ("2 sqrt 16 m^2", ["2 * sqrt(16 m^2)"]),
    ("36° 7' 12\"", ["36° + 7 arcmin + 12 arcsec"]), ("(6′ 2″) * 2", ["(6 ft + 2 in) * 2"]),
    ("2 * 6′ 2″", ["2 * (6 ft + 2 in)"]), ("1 0000", []), ("[100 200 300]", ["[100, 200, 300]"]),
    ("4U to cm", []),
    // Words of other languages for units
    ("3 Stunden + 20 minuti to h", ["3 h + 20 min to h"]), ("5 kg/Woche", ["5 kg/week"]),
    ("2 Kilowattstunde", ["2 kWh"]), ("3 mois", ["3 * 30 day", "3 year / 12"]),
    ("24 month", ["2 year", "24 * 30 day"]), ("5 kWh par day", ["5 kWh/day"]),
    ("365 j", ["365 J", "365 day"]),
    // Several mistakes in a line
    ("3 kg CO2-equivalent + 2 kg CO2eq", ["3 kg CO2e + 2 kg CO2e"]),
    ("gpu_powr * 24 huor + 3 kwH", ["gpu_power * 24 hour + 3 kWh"]),
    ("18 °C + 24 °C + 2 kg", []), ("5 gr. * 2 min. to g s", ["5 g * 2 min to g s"]),
    ("5 km + 3 Stunden", []),
    // Functions under other names
    ("average([1, 3])", ["mean([1, 3])"]),
    (
      "moyenne(models[\"Accuracy (%)\"])",
      [
        "mean(models[\"Accuracy (%)\"])"
      ]
    ), ("average(unknown_list)", []),
    // Headings without their table, brackets or quotes
    (
      "Training Time (GPU hours) * gpu_power", ["models[\"Training Time (GPU hours)\"] * gpu_power"]
    ),
    (
      "sum(models[Number GPUs Required for Inference])",
      [
        "sum(models[\"Number GPUs Required for Inference\"])"
      ]
    ),
    // What would be wrong is not offered.
    ("1 flop", ["unit flop"]), ("5 x1", ["unit x1"]),
    ("(20 °C + 30 °C)/2", ["mean([20 °C, 30 °C])"]),
    ("5 Kwh + 3 Kg", []), ("5 kW to W and True", []), ("df['x']", []),
    ("n = 2; 5 kW to n * W", []), ("5 kW to -W", []),
    ("5 kW to (W - 3 W)", []), ("1 234 56", []), ("5 apples per day", []),
  ]

  @Test(arguments: slips) func whatIsOfferedIsWhatWasMeant(_ typed: String, _ expected: [String]) {
    #expect(tries(typed) == expected)
  }

  @Test(arguments: slips) func whatIsOfferedHolds(_ typed: String, _: [String]) {
    for offered in tries(typed) {
      let page = CoursePage()
      _ = page.enter(typed)
      #expect(page.enter(offered) == [], "\(offered)")
    }
  }

  /// Formulas put together from pieces as they are typed, most of them with mistakes.
  @Test func whatIsOfferedForAGarbledFormulaHolds() {
    let pieces = [
      "5", "1/2", "3 h", "450 W", "gpu_power", "gpu_powr", "2 Kwh", "260 g CO2e/kWh", "m2", "/s2",
      " * ", " / ", " + ", " - ", " to ", "kWh", "5%", "(", ")", "[1 2 3]", "½", " in ", "30 min",
      "models", "[\"Acuracy\"]", "sum(", "1:30 h", "20 °C", " per ", ",", "month", "x = ",
    ]
    var state: UInt64 = 5
    var offered = 0
    for _ in 0..<1200 {
      var typed = ""
      state = state &* 6_364_136_223_846_793_005 &+ 1
      for place in 0..<(3 + Int(state >> 60) % 5) {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        typed +=
          (place > 0 && state >> 63 == 0 ? " " : "") + pieces[Int(state >> 33) % pieces.count]
      }
      for line in tries(typed) {
        offered += 1
        let page = CoursePage()
        _ = page.enter(typed)
        #expect(page.enter(line) == [], "\(typed): \(line)")
      }
    }
    #expect(offered > 80)
  }

  /// Quotients that read in two ways: what is offered, and its value.
  @Test(arguments: [
    ("1/2 s", ["(1 / 2) s"], ["0.5 s"]), ("60 W * 1/2 h", ["60 W * (1 / 2) h"], ["30 Wh"]),
    ("60 W * 3/4 h", ["60 W * (3 / 4) h"], ["45 Wh"]),
    ("2 * 1/2 h", ["2 * (1 / 2) h"], ["1 h"]), ("-1/2 h", ["(-1 / 2) h"], ["-0.5 h"]),
    ("(1 + 2)/2 h", ["((1 + 2) / 2) h"], ["1.5 h"]), ("1/2 kW h", ["(1 / 2) kW h"], ["0.5 kWh"]),
    ("3 * (60 W * 1/2 h)", ["3 * (60 W * (1 / 2) h)"], ["90 Wh"]),
    ("60 W / 3 / 2 h", ["(60 W / 3 / 2) h"], ["10 Wh"]),
    ("1/2 m^2", ["(1 / 2) m^2"], ["0.5 m²"]),
    ("1/2 km/h", ["(1 / 2) km/h", "1 / (2 km/h)"], ["0.5 km/h", "0.5 h/km"]),
    ("1 / 107.5 token/s", ["1 / (107.5 token/s)"], ["0.00930233 s/token"]),
    ("100 km / 50 km/h", ["100 km / (50 km/h)"], ["2 h"]),
    ("100 mm/s / 1200 mm/s²", ["100 mm/s / (1200 mm/s²)"], ["0.0833333 s"]),
    ("10 W / 2 W/m^2", ["10 W / (2 W/m^2)"], ["5 m²"]),
    ("12 kWh / 3 kWh/m^2/year", ["12 kWh / (3 kWh/m^2/year)"], ["4 m² year"]),
    ("500 kg / 2 kg/m^3 * 3", ["500 kg / (2 kg/m^3) * 3"], ["750 m³"]),
    ("5 * 500 kg / 2 kg/m^3", ["5 * 500 kg / (2 kg/m^3)"], ["1250 m³"]),
    ("10 J / 2 J/kg/K", ["10 J / (2 J/kg/K)"], ["5 kg K"]),
    ("10 J / 2 J/(kg K)", ["10 J / (2 J/(kg K))"], ["5 kg K"]),
    ("10 J / 2 N*m", ["10 J / (2 N*m)"], ["5"]),
    ("gpu_power / 2 W/m^2", ["gpu_power / (2 W/m^2)"], ["225 m²"]),
    ("10 / 2 (3 + 4)", ["10 / 2 * (3 + 4)"], ["35"]),
    ("[2, 4] m / 2 m/s", ["[2, 4] m / (2 m/s)"], ["[1, 2] s"]),
    ("6 / 3*10^8", ["6 / 3e8"], ["2e-8"]), ("6 / 3×10^-2", ["6 / 3e-2"], ["200"]),
    ("6 m / 3*10^8 s", ["6 m / 3e8 s"], ["2e-8 m/s"]), ("2/3 * 10^3", [], []),
    ("60 L / 6 L/100 km", ["60 L / (6 L/(100 km))"], ["1000 km"]),
    ("12 W/m²·K * 3 m²", ["12 W/(m² K) * 3 m²"], ["36 W/K"]),
    ("0.25 W/mK * 3 m", ["0.25 W/(m K) * 3 m"], ["0.75 W/K"]),
    ("3 * 10^8 m / 2 * 10^3 s", ["3 * 10^8 m / 2e3 s"], ["150'000 m/s"]),
    // As they look
    ("1200 km / 2 h", [], []), ("n = 8; n / 2 h", [], []), ("10 J / (2 J/kg)", [], []),
    ("5 km / 2", [], []), ("10 kg / 5%", [], []), ("100 g / 2 kg * 3", [], []),
    ("m = 2; 10 kg / 5 kg * m", [], []),
  ]) func aQuotientThatReadsInTwoWaysIsTold(
    _ typed: String, _ expected: [String], _ values: [String]
  ) {
    #expect(tries(typed) == expected)
    let shown = expected.map { offered -> String? in
      let page = CoursePage()
      _ = page.enter(typed)
      guard case .statement(let statement)? = Parser.parse(offered).items.first else { return nil }
      return page.sheet.enter(statement).value?.text()
    }
    #expect(shown == values)
  }

  @Test(arguments: [
    ("e = 3; 2 e", "6"), ("e = 3; 2 * e", "6"), ("pi = 3; 1 + 2 pi", "7"), ("2 pi", "6.28319"),
    ("tau = 2; 3 tau^2", "12"), ("def f(e) = 2 e; f(10)", "20"),
    ("y = 2 e; e = 5; y", "10"), ("e = 5; y = 2 e; e = 7; y", "14"),
    ("h = 3; 5 h", "5 h"), ("h = 3; 2 * h", "6"), ("h = 3; 1 day to h", "24 h"),
    ("min = 5 s; 1 h to min", "60 min"), ("t = 5; 500 kg to t", "0.5 t"),
    ("h = 3; 1 m/s to km/h", "3.6 km/h"),
  ]) func aHiddenConstantIsHiddenEverywhereAndAUnitStaysOne(_ text: String, _ expected: String) {
    let page = CoursePage()
    var value: String?
    for case .statement(let statement) in Parser.parse(text).items {
      value = page.sheet.enter(statement).value?.text()
    }
    #expect(value == expected)
  }

  @Test(arguments: [
    ("unit query; 3 queries", "3 query"), ("unit box; 3 boxes + 1 box", "4 box"),
    ("unit batch = 12 kg; 2 batches to kg", "24 kg"), ("unit day_trip; 2 day_trips", "2 day_trip"),
    ("unit toy; 2 toys", "2 toy"), ("unit bus; 2 buses", "2 bus"),
  ]) func aUnitOfOnesOwnHasItsPlural(_ text: String, _ expected: String) {
    let page = CoursePage()
    var value: String?
    for case .statement(let statement) in Parser.parse(text).items {
      value = page.sheet.enter(statement).value?.text()
    }
    #expect(value == expected)
  }

  @Test func aTryLeavesTheSheetAsItWas() {
    let page = CoursePage()
    _ = page.enter("x = 5 kg")
    let keys = page.sheet.keys
    for line in ["x = 5 Kwh", "y = 5 Kwh", "unit flip = 5 Kwh", "3 flips", "1:30 h"] {
      #expect(page.enter(line).count == 1)
    }
    #expect(page.sheet.keys == keys)
    #expect((try? page.sheet.value(of: .name("x"))?.get())?.text() == "5 kg")
    #expect(page.units.lookup("flip") == nil)
  }

  @Test(.timeLimit(.minutes(1))) func aTryThatTakesLongIsNotWaitedFor() {
    let page = CoursePage()
    let start = ContinuousClock.now
    for _ in 0..<10 { _ = page.enter("sum(range(900000) * 2) * 5 Kwh") }
    #expect(ContinuousClock.now - start < .seconds(20))
  }
}
