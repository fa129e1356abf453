import Testing

@testable import Quantities

/// Sizes of units, exact where they are ratios.
@Suite struct ScaleTests {
  @Test func aRatioIsKeptInLowestTerms() {
    #expect(Scale(6, over: 4, timesTenTo: 0) == Scale(3, over: 2, timesTenTo: 0))
    #expect(Scale(10) == Scale(1, timesTenTo: 1))
    #expect(Scale(1024) == Scale(twoTo: 10))
    let (top, bottom) = Scale(25, over: 9, timesTenTo: -1).terms
    #expect(top == 5 && bottom == 18)
  }

  @Test func productsAndQuotientsStayExact() {
    let third = Scale(1, over: 3, timesTenTo: 0)
    #expect(third * Scale(3) == .one && (third / third) == .one)
    #expect((third * Scale(1, timesTenTo: 24)).isExact)
    #expect((Scale(decimal: 0.1) * Scale(decimal: 0.2)).value == 0.02)
    #expect(third.inverse == Scale(3))
    #expect(
      Scale(5, over: 18, timesTenTo: 0).power(Exponent(-2)) == Scale(324, over: 25, timesTenTo: 0))
  }

  @Test func aRootIsExactWhereItIsARatio() throws {
    let half = try #require(Exponent(1, over: 2))
    #expect(Scale(9, over: 4, timesTenTo: 0).power(half) == Scale(3, over: 2, timesTenTo: 0))
    #expect(Scale(1, timesTenTo: 6).power(half) == Scale(1000))
    let root = Scale(2).power(half)
    #expect(!root.isExact && abs(root.value - 1.4142135623730951) < 1e-15)
  }

  @Test func whatIsNoRatioOrDoesNotFitIsApproximate() {
    let degree = Scale(approximately: 0.017453292519943295)
    #expect(!degree.isExact && !(degree * Scale(360)).isExact && !degree.inverse.isExact)
    let prime = Scale(18_446_744_073_709_551_557)
    #expect(prime.isExact && !(prime * prime).isExact)
    #expect(!Scale(decimal: 1.0 / 3).isExact && Scale(decimal: 0.000064798).isExact)
    #expect(!Scale(1, timesTenTo: 300).isUsable)
  }

  // MARK: Prefixes

  @Test(
    arguments: [
      ("quecto", "q", -30), ("ronto", "r", -27), ("yocto", "y", -24), ("zepto", "z", -21),
      ("atto", "a", -18), ("femto", "f", -15), ("pico", "p", -12), ("nano", "n", -9),
      ("micro", "µ", -6), ("milli", "m", -3), ("centi", "c", -2), ("deci", "d", -1),
      ("deca", "da", 1), ("hecto", "h", 2), ("kilo", "k", 3), ("mega", "M", 6), ("giga", "G", 9),
      ("tera", "T", 12), ("peta", "P", 15), ("exa", "E", 18), ("zetta", "Z", 21),
      ("yotta", "Y", 24),
      ("ronna", "R", 27), ("quetta", "Q", 30),
    ] as [(String, String, Int)])
  func everyPrefixOfTheSIIsAPowerOfTen(_ name: String, _ symbol: String, _ power: Int) throws {
    let metre = try unit("\(symbol)m")
    #expect(metre.scale == Scale(1, timesTenTo: power))
    #expect(try unit("\(name)metres") == metre)
    #expect(metre.symbol == "\(symbol)m")
  }

  @Test(arguments: zip(["kibi", "mebi", "gibi", "tebi", "pebi", "exbi", "zebi", "yobi"], 1...8))
  func everyBinaryPrefixIsAPowerOf1024(_ name: String, _ place: Int) throws {
    let byte = try unit("\(name)byte")
    #expect(byte.scale == Scale(twoTo: 10 * place + 3))
    #expect(byte.dimension.name == "information")
  }

  @Test(arguments: ["kiday", "Kim", "mB", "Mimin", "mton", "kyd", "kkg"])
  func aPrefixGoesOnlyWhereTheCatalogueAllowsIt(_ word: String) {
    #expect(UnitSystem().lookup(word) == nil)
  }

  // MARK: Conversions

  /// One reduced ratio, so that a short number stays short.
  @Test(
    arguments: [
      ("day", "s", 0.1, 8640), ("mi", "km", 100, 160.9344), ("lb", "g", 1, 453.59237),
      ("L", "cm^3", 0.7, 700), ("m/s", "km/h", 12.5, 45), ("kWh", "kJ", 0.3, 1080),
      ("g/kWh", "kg/MWh", 262, 262), ("GB", "Mbit", 0.25, 2000), ("year", "h", 1, 8760),
      ("°F", "K", -459.67, 0), ("K", "°F", 273.15, 32), ("turn", "°", 0.25, 90),
      ("inch", "cm", 10, 25.4), ("mmHg", "Pa", 1, 133.322387415), ("knot", "km/h", 1, 1.852),
    ] as [(String, String, Double, Double)])
  func aConversionAppliesOneRatio(
    _ from: String, _ to: String, _ value: Double, _ result: Double
  ) throws {
    let conversion = try #require(try unit(from).conversion(to: unit(to)))
    #expect(abs(conversion.apply(value) - result) <= 1e-12 * abs(result))
  }

  @Test(arguments: [("kWh", "kW"), ("kg", "m"), ("token", "request"), ("°C", "J"), ("Hz", "s")])
  func whatIsOfAnotherDimensionIsNotConverted(_ from: String, _ to: String) throws {
    #expect(try unit(from).conversion(to: unit(to)) == nil)
  }

  // MARK: Names and symbols

  @Test(
    arguments: [
      ("m/s", "speed"), ("km/h", "speed"), ("N", "force"), ("kWh", "energy"), ("kW h", "energy"),
      ("Pa m^3", "energy"), ("J/s", "power"), ("kg m/s^2", "force"), ("L", "volume"),
      ("ha", "area"), ("A h", "electric charge"), ("mSv", "dose"), ("GB/s", "data rate"),
      ("t/h", "mass flow"), ("rpm", "frequency"), ("", "a plain number"), ("m^4", nil),
      ("kg/m^2", nil), ("kg/token", nil),
    ] as [(String, String?)])
  func aDimensionHasTheNameThatPhysicsGivesIt(_ text: String, _ name: String?) throws {
    let dimension = try unit(text).dimension
    #expect(dimension.name == name)
    #expect((dimension.example != nil) == (name != nil && name != "a plain number"))
  }

  @Test(arguments: [(0, "⁰"), (2, "²"), (-1, "⁻¹"), (13, "¹³"), (-4_567_890, "⁻⁴⁵⁶⁷⁸⁹⁰")])
  func anExponentIsPrintedRaised(_ number: Int, _ text: String) {
    #expect(superscript(number) == text)
  }

  @Test(
    arguments: [
      ("m^-2", "/m²"), ("kg m^2 s^-3", "kg m²/s³"), ("ft lb in", "in ft lb"), ("/s/s", "/s²"),
      ("µs", "µs"), ("% /s", "%/s"), ("g GPU", "g GPU"),
    ] as [(String, String)])
  func aProductIsWrittenAsPeopleWriteIt(_ text: String, _ symbol: String) throws {
    #expect(try unit(text).symbol == symbol)
  }

  @Test(
    arguments: [("1234", "1234"), ("12345", "12'345"), ("1234567", "1'234'567"), ("", "")]
      as [(String, String)])
  func thousandsAreGroupedFromFiveDigitsOn(_ digits: String, _ text: String) {
    #expect(NumberFormat.standard.grouped(digits) == text)
    #expect(NumberFormat(groupSeparator: nil).grouped(digits) == digits)
  }

  @Test(arguments: [
    ("month", true), ("months", true), ("EUR", false), ("dB", true), ("kWh", false),
  ])
  func aWordThatCanBeNoUnitIsToldWhy(_ word: String, _ isRefused: Bool) {
    #expect((UnitSystem.refusal(of: word) != nil) == isRefused)
  }
}
