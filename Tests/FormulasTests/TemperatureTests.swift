import Diagnostics
import Formulas
import Testing

@Suite struct TemperatureTests {
  typealias Case = (typed: String, shown: String)

  /// What is typed, and what is shown for its last statement.
  @Test(
    arguments: [
      ("-5 °C", "-5 °C"), ("20 °C - 15 °C", "5 K"), ("100 °C to °F", "212 °F"),
      ("0 °C + 10 K", "10 °C"), ("50 °F - 41 °F", "9 Δ°F"), ("300 K to °C", "26.85 °C"),
      ("9 Δ°F to K", "5 K"), ("10 Δ°C + 20 °C", "30 °C"), ("10 K + 20 °C", "303.15 K"),
      ("5 J/°C * 2 K", "10 J"), ("[10, 20] °C", "[10, 20] °C"), ("x = 20; x * °C", "20 °C"),
      ("mean([10, 20] °C)", "15 °C"), ("std([10, 20] °C)", "7.07107 K"),
      ("d = 30 °C - 20 °C; d * 2", "20 K"), ("d = 30 °C - 20 °C; 15 °C + d", "25 °C"),
      ("d = 30 °C - 20 °C; d to Δ°C", "10 Δ°C"), ("d = 30 °C - 20 °C; d to Δ°F", "18 Δ°F"),
      ("d = 30 °C - 20 °C; d + 283.15 K to °C", "20 °C"), ("d = 30 °C - 20 °C; d^2", "100 K²"),
      ("range(0 °C, 3 °C, 1 K)", "[0, 1, 2] °C"), ("0 K to °C", "-273.15 °C"),
      ("20 °C to °C", "20 °C"), ("20 °C == 293.15 K", "True"), ("0.5 °C m²/W", "0.5 K m²/W"),
      ("5.67e-8 W/m²/°C^4", "5.67e-8 W/m²/K⁴"),
    ] as [Case]) func haveAZeroOfTheirOwn(_ item: Case)
  {
    #expect(NotebookPage().last(item.typed) == item.shown)
  }

  static let mistakes: [(typed: String, id: String)] = [
    ("20 °C + 5 °C", "temperature-point"), ("2 * 20 °C", "temperature-point"),
    ("20 °C * 2", "temperature-point"), ("10 °C * 10 °C", "temperature-point"),
    ("10 degC * 50 °F", "temperature-point"), ("1 °C * s", "temperature-point"),
    ("1 celsius * 3 s", "temperature-point"), ("20 °F / 2", "temperature-point"),
    ("[20, 30] °C * 2", "temperature-point"), ("[1, 2] * 20 °C", "temperature-point"),
    ("100 g * 4.18 J/(g K) * 20 °C", "temperature-point"), ("1 / 20 °C", "temperature-point"),
    ("-(5 °C)", "temperature-point"), ("t = 5 °C; -t", "temperature-point"),
    ("-[5, 6] °C", "temperature-point"), ("sum([10, 20] °C)", "temperature-point"),
    ("t = 5 °C; t * t", "temperature-point"), ("t = 5 °C; t + t", "temperature-point"),
    ("(20 °C + 30 °C)/2", "temperature-point"), ("20 °C % 3 K", "temperature-point"),
    ("20 °C // 3 K", "temperature-point"), ("hypot(3 °C, 4 °C)", "temperature-point"),
    ("sqrt(20 °C)", "temperature-point"), ("(20 °C)^2", "temperature-point"),
    ("range(0 °C, 10 °C, 2 °C)", "temperature-point"), ("exp(20 °C)", "needs-plain-number"),
    ("5 K - 20 °C", "difference-minus-temperature"),
    ("300 K - 20 degC", "difference-minus-temperature"),
    ("5 Δ°F - 20 °F", "difference-minus-temperature"),
    ("[5, 6] K - 20 °C", "difference-minus-temperature"),
    ("t = 20 °C; d = t - 15 °C; d - t", "difference-minus-temperature"),
    ("20 °C to Δ°C", "temperature-as-difference"), ("20 °C to Δ°F", "temperature-as-difference"),
    ("[20, 30] degF to delta_degF", "temperature-as-difference"),
    ("38.1 °C - 31 °C to °C", "difference-as-temperature"),
    ("30 °C - 20 °C to fahrenheit", "difference-as-temperature"),
    ("[30, 40] °C - 20 °C to °C", "difference-as-temperature"),
    ("d = 30 °C - 20 °C; e2 = 2 * d; e2 to °C", "difference-as-temperature"),
    ("std([10, 20] °C) to °C", "difference-as-temperature"),
    ("5 Δ°C to °C", "difference-as-temperature"),
    ("30 °C - 20 °C < 5 °C", "difference-and-temperature"),
    ("d = 30 °C - 20 °C; d == 10 °C", "difference-and-temperature"),
    ("d = 30 °C - 20 °C; max(d, 10 °C)", "difference-and-temperature"),
    ("d = 30 °C - 20 °C; [d, 10 °C]", "difference-and-temperature"),
    ("-100 K to °C", "below-absolute-zero"), ("-274 °C to K", "below-absolute-zero"),
    ("-500 °F", "below-absolute-zero"), ("10 °C - 300 K", "below-absolute-zero"),
    ("[10, -300] celsius", "below-absolute-zero"), ("20 °C + 5", "dimensions-differ"),
    ("20 °C - 5", "dimensions-differ"), ("20 C + 5 °C", "dimensions-differ"),
    ("5 K - 20 C", "dimensions-differ"), ("20 °C - 5 C", "dimensions-differ"),
  ]

  /// Each is refused, and what is offered for it can be typed.
  @Test(arguments: mistakes) func areNotTakenForDifferences(typed: String, id: String) {
    let page = NotebookPage()
    var found: [Diagnostic] = []
    for case .statement(let statement) in Parser.parse(typed).items {
      if let problem = page.sheet.enter(statement).problem { found.append(problem.diagnostic) }
    }
    #expect(found.map(\.id) == [id])
    for mend in found.flatMap(\.offers) {
      let shown = page.last(mend)
      #expect(!shown.hasPrefix("error"), "`\(mend)`: \(shown)")
    }
  }

  /// A product whose compound unit holds °C is the same in any order of its factors, and however
  /// the unit is written.
  @Test(
    arguments: [
      (["100 g", "2.6 K"], ["J/g/°C", "J/(g °C)", "J/(g·degC)", "J/°C/g", "J g^-1 °C^-1"], "J"),
      (["10 m^2", "3 K"], ["W/(m² °C)", "W/m²/°C", "W/celsius/m²", "W/(°C m²)"], "W"),
      (["10 W", "4"], ["°C/W", "degC/W", "celsius/W"], "K"),
      (["10 W", "2 m^2"], ["°F/W/m^2", "degF/W/m²", "fahrenheit/(W m^2)"], "K"),
      (["20 K", "50 ohm"], ["%/°C", "%/degC", "/°C"], "ohm"),
      (["9 Δ°F", "2 kg", "3"], ["kJ/(kg·°F)", "kJ/kg/degF"], "kJ"),
      (["2 h", "2"], ["°C/h", "celsius/h"], "K"),
      (["[1, 2] K", "3 kg"], ["kJ/(kg °C)", "kJ/kg/°C"], "kJ"),
    ])
  func productsAreTheSameInAnyOrder(factors: [String], units: [String], result: String) throws {
    for unit in units {
      var values: [[Double]] = []
      for order in Self.orders(factors + ["0.42 \(unit)"]) {
        let typed = "\(order.joined(separator: " * ")) to \(result)"
        let numbers = try #require(NotebookPage().value(typed)?.numbers, "\(typed)")
        values.append(numbers)
      }
      let first = try #require(values.first)
      for numbers in values {
        for (number, other) in zip(numbers, first) {
          #expect(abs(number - other) <= 1e-12 * abs(other), "\(unit)")
        }
      }
    }
  }

  private static func orders(_ items: [String]) -> [[String]] {
    guard items.count > 1 else { return [items] }
    return items.indices.flatMap { place -> [[String]] in
      var rest = items
      let item = rest.remove(at: place)
      return orders(rest).map { [item] + $0 }
    }
  }
}
