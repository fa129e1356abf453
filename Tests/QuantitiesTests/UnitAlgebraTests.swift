import Testing

@testable import Quantities

/// What holds of the products and powers of any units: checked of many, made by chance.
@Suite struct UnitAlgebraTests {
  /// Chance that is the same in every run.
  private struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  private static let words = [
    "m", "km", "kg", "g", "s", "h", "day", "A", "K", "mol", "kW", "W", "Wh", "kWh", "mAh", "J", "V",
    "Pa", "L", "%", "ppm", "GB", "bit", "px", "token", "request", "CO2e", "GPU", "lb", "mi", "eV",
    "°C", "Δ°F",
  ]

  /// Units of one to three factors with small exponents.
  private static func units(_ count: Int, seed: UInt64) throws -> [Unit] {
    var dice = Dice(state: seed)
    return try (0..<count).map { _ in
      let factors = (0..<Int.random(in: 1...3, using: &dice)).map { _ in
        "\(words.randomElement(using: &dice) ?? "m")^\([-2, -1, 1, 1, 2].randomElement(using: &dice) ?? 1)"
      }
      return try unit(factors.joined(separator: " "))
    }
  }

  /// Whether the two are as large, up to what doubles lose.
  private func isAlike(_ left: Double, _ right: Double) -> Bool {
    abs(left - right) <= 1e-12 * max(abs(left), abs(right))
  }

  /// The number that 1 of one times 1 of the other is, in coherent units.
  private func size(_ product: UnitProduct) -> Double {
    product.conversion.apply(1) * product.unit.scale.value
  }

  @Test(arguments: [false, true]) func aProductIsTheSameEitherWayRound(_ merged: Bool) throws {
    for (left, right) in zip(try Self.units(300, seed: 1), try Self.units(300, seed: 2)) {
      let one = try left.product(with: right, merged: merged)
      let other = try right.product(with: left, merged: merged)
      #expect(one.unit.dimension == other.unit.dimension)
      #expect(isAlike(size(one), size(other)), "\(left.symbol) × \(right.symbol)")
      #expect(isAlike(size(one), left.scale.value * right.scale.value))
    }
  }

  @Test(arguments: [false, true]) func whatIsDividedByAUnitIsMultipliedByItsInverse(
    _ merged: Bool
  ) throws {
    for (left, right) in zip(try Self.units(300, seed: 3), try Self.units(300, seed: 4)) {
      let quotient = try left.product(with: right, inverted: true, merged: merged)
      let product = try left.product(with: right.power(Exponent(-1)), merged: merged)
      #expect(quotient.unit == product.unit, "\(left.symbol) / \(right.symbol)")
      #expect(isAlike(size(quotient), size(product)))
    }
  }

  @Test func aUnitOverItselfIsOne() throws {
    for unit in try Self.units(300, seed: 5) where !unit.isTemperaturePoint {
      let quotient = try unit.product(with: unit, inverted: true)
      #expect(quotient.unit == .one && quotient.conversion.isIdentity, "\(unit.symbol)")
      #expect(try unit.power(Exponent(-1)).power(Exponent(-1)) == unit)
    }
  }

  @Test func aPowerOfAProductIsTheProductOfThePowers() throws {
    for (left, right) in zip(try Self.units(300, seed: 6), try Self.units(300, seed: 7)) {
      for exponent in [Exponent(2), Exponent(-1), try #require(Exponent(1, over: 2))] {
        let power = try left.differenceUnit.product(with: right.differenceUnit, merged: false).unit
          .power(exponent)
        let product = try left.differenceUnit.power(exponent)
          .product(with: right.differenceUnit.power(exponent), merged: false)
        #expect(power.dimension == product.unit.dimension)
        #expect(isAlike(power.scale.value, size(product)), "\(left.symbol), \(right.symbol)")
      }
    }
  }

  @Test func onesChangeNothing() throws {
    for unit in try Self.units(100, seed: 8) {
      #expect(try unit.product(with: .one, merged: false).unit == unit)
      #expect(try Unit.one.product(with: unit, merged: false).unit == unit)
      #expect(try unit.power(.one) == unit)
      #expect(try Unit.one.power(Exponent(5)) == .one)
    }
  }

  @Test func whatAMemoRemembersIsWhatTheAlgebraSays() throws {
    let products = UnitProducts()
    let units = try Self.units(30, seed: 9)
    // More pairs than are kept, all of them twice.
    for left in units + units {
      for right in units {
        for inverted in [false, true] {
          #expect(
            try products.product(left, right, inverted: inverted)
              == left.product(with: right, inverted: inverted))
        }
      }
    }
  }

  @Test(arguments: [
    (["W", "h", "g/kWh"], "g"), (["GPU h", "W"], "Wh"), (["kW", "h"], "kWh"),
    (["Ah", "V"], "Ah V"),
    (["kWh", "/h"], "kW"), (["km", "m"], "km²"), (["km/h", "h"], "km"),
    (["g CO2e/kWh", "kWh"], "g CO2e"), (["g CO2e/kWh", "MWh"], "g"),
    (["%", "kg"], "kg"), (["kg", "%"], "kg"), (["N", "m"], "N m"), (["m^3", "/L"], ""),
    (["°C", "m"], "K m"), (["°F", "m"], "Δ°F m"), (["token", "/token"], ""),
    (["GPU", "GPU"], "GPU"),
    (["Hz", "s"], ""),
  ]) func likeUnitsAreBroughtTogether(_ factors: [String], _ symbol: String) throws {
    var product = Unit.one
    for factor in factors { product = try product.product(with: unit(factor)).unit }
    #expect(product.symbol == symbol)
  }

  @Test func aShareOfANumberIsANumber() throws {
    let share = try unit("%").product(with: .one)
    #expect(share.unit == .one && share.conversion.apply(75) == 0.75)
    // A degree is no exact number, and stays one.
    #expect(try unit("°").product(with: .one).unit == unit("°"))
  }

  @Test func whatIsTypedStaysAsTyped() throws {
    #expect(try unit("km").product(with: unit("m"), merged: false).unit.symbol == "km m")
    #expect(try unit("kg").product(with: unit("%"), merged: false).unit.symbol == "kg %")
    #expect(
      try unit("g CO2e").product(with: unit("kWh"), inverted: true, merged: false).unit.symbol
        == "g CO2e/kWh")
  }

  // MARK: Bounds

  @Test func exponentsAndScalesBeyondReasonAreRefused() throws {
    let metre = try unit("m")
    let large = try metre.power(Exponent(1000))
    #expect(throws: UnitAlgebraError.outOfRange) { try large.power(Exponent(2)) }
    #expect(throws: UnitAlgebraError.outOfRange) { try large.product(with: metre) }
    var units = UnitSystem()
    units.declareDerived("huge", value: 1e200, unit: metre)
    let huge = try units.unit("huge")
    #expect(throws: UnitAlgebraError.outOfRange) { try huge.power(Exponent(3)) }
    #expect(throws: UnitAlgebraError.outOfRange) {
      try huge.product(with: huge.power(Exponent(-2)), inverted: true)
    }
  }

  @Test func aProductHasABoundedNumberOfFactors() throws {
    var units = UnitSystem()
    var product = Unit.one
    for index in 0..<Unit.factorLimit {
      units.declareCounted("thing\(index)x")
      product = try product.product(with: units.unit("thing\(index)x")).unit
    }
    units.declareCounted("more")
    let more = try units.unit("more")
    #expect(throws: UnitAlgebraError.outOfRange) { try product.product(with: more) }
    #expect(throws: UnitAlgebraError.outOfRange) { try product.product(with: more, merged: false) }
    #expect(try product.product(with: product, inverted: true).unit == .one)
  }
}
