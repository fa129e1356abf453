import Formulas
import Testing

@Suite struct PrintingTests {
  /// Units of many forms, as they may be typed after a number.
  static let unitTexts = [
    "", "m", "kWh", "g CO2e/kWh", "GPU h", "token/s", "m/s^2", "%", "in", "in lbf", "lbf ft",
    "ft/in",
    "m^(1/2)", "kg m^2/s^3/A", "1/s", "1/(kg K)", "°C", "°F", "Δ°F", "K/W", "W m^-2 K^-4", "°",
    "arcsec", "request/user/day", "mpg", "µm", "kΩ", "Ω m", "GiB/s", "dpi", "t CO2e", "Hz^2", "/s",
    "million kWh", "mg/token", "h^-1", "W h^2", "kWh/kW", "A h V", "year", "ppm", "L/(100 km)",
  ]

  @Test(arguments: unitTexts) func whatIsPrintedCanBeTypedBackIn(_ unit: String) throws {
    let page = NotebookPage()
    var generator = SeededGenerator(seed: unit.utf8.reduce(UInt64(7)) { $0 &* 31 &+ UInt64($1) })
    for _ in 0..<60 {
      let digits = Double(Int.random(in: -999_999...999_999, using: &generator))
      let power = Double("1e\(Int.random(in: -20...20, using: &generator))") ?? 1
      // No temperature is far below its zero.
      let number = unit == "°C" || unit == "°F" ? abs(digits * power) : digits * power
      let typed = "\(number) \(unit.hasPrefix("1/") ? String(unit.dropFirst()) : unit)"
      let value = try #require(page.value(typed), "\(typed)")
      let printed = value.text()
      let again = try #require(page.value(printed), "\(typed) is printed as \(printed)")
      expectSame(again, value, on: page, "\(typed) is printed as \(printed)")
    }
  }

  @Test(arguments: unitTexts) func productsArePrintedSoThatTheyCanBeTyped(_ unit: String) throws {
    let page = NotebookPage()
    let own =
      unit.hasPrefix("1/") || unit.hasPrefix("/") ? "1 " + unit.drop { $0 == "1" } : "1 \(unit)"
    for other in Self.unitTexts where !other.contains("°") && !own.contains("°") {
      for sign in ["*", "/"] {
        let typed =
          "(\(own)) \(sign) (1 \(other.hasPrefix("1/") ? String(other.dropFirst()) : other))"
        guard let value = page.value(typed) else {
          Issue.record("\(typed) has no value")
          continue
        }
        let printed = value.text()
        let again = try #require(page.value(printed), "\(typed) is printed as \(printed)")
        expectSame(again, value, on: page, "\(typed) is printed as \(printed)")
      }
    }
  }

  /// The same to the digits shown, in the same unit but for the order of its factors.
  private func expectSame(
    _ again: Value, _ value: Value, on page: NotebookPage, _ comment: Comment,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(
      again.text() == value.text(), comment,
      sourceLocation: sourceLocation)
    guard let unit = value.unit, let own = again.unit,
      let conversion = own.conversion(to: unit)
    else {
      Issue.record(comment, sourceLocation: sourceLocation)
      return
    }
    let (a, b) = (value.numbers?.first ?? .nan, again.numbers?.first ?? .nan)
    #expect(
      conversion.isIdentity || abs(conversion.apply(1) - 1) < 1e-12, comment,
      sourceLocation: sourceLocation)
    #expect(abs(a - b) <= 5e-6 * abs(a), comment, sourceLocation: sourceLocation)
  }

  /// Exponents that come of exponents are those that can be typed, and others are refused.
  @Test(arguments: 1...12) func powersOfPowersCanBeTypedBackIn(_ root: Int) {
    let page = NotebookPage()
    for other in 1...12 {
      for typed in [
        "(3 m^(1/\(root)))^(1/\(other))", "3 m^(1/\(root)) * 2 m^(5/\(other))",
        "3 m^(7/\(root)) / (m^(1/\(other)))", "3 m^(\(root)/7) * 2 m^(\(other)/5)",
      ] {
        guard let value = page.value(typed) else {
          #expect(page.last(typed) == "error exponent-range", "\(typed)")
          continue
        }
        let again = page.value(value.text())
        #expect(again?.text() == value.text(), "\(typed) is printed as \(value.text())")
      }
    }
  }

  @Test(arguments: ["[1, 2.5] kg", "[1, 2] > 1", "[10'000, 3] /s", "[]"])
  func columnsCanBeTypedBackIn(_ typed: String) throws {
    let page = NotebookPage()
    let value = try #require(page.value(typed))
    guard value.numbers != nil else { return }
    let again = try #require(page.value(value.text()))
    #expect(again.isIdentical(to: value))
  }
}

/// The same numbers on every run.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    // SplitMix64.
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
