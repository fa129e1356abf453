import Testing

@testable import Quantities

@Suite struct UnitReductionTests {
  /// The units of factors such as `GPU h` or `1/token`, and what becomes of their product.
  private func reduction(of factors: [String]) throws -> (UnitReduction, String) {
    var product = Unit.one
    var operands: [(unit: Unit, isBelow: Bool)] = []
    for text in factors {
      let (unit, isBelow) = try operand(text)
      operands.append((unit, isBelow))
      product = try product.product(with: unit, inverted: isBelow).unit
    }
    return (try #require(UnitReduction(of: operands, to: product)), product.symbol)
  }

  private func operand(_ text: String) throws -> (unit: Unit, isBelow: Bool) {
    let isBelow = text.hasPrefix("1/")
    return (try unit(isBelow ? String(text.dropFirst(2)) : text), isBelow)
  }

  private func said(_ equalities: [UnitEquality]) -> [String] {
    equalities.map { equality in
      let ratio = NumberFormat.standard.string(equality.top / equality.bottom)
      return "1 \(equality.left) = \(ratio) \(equality.right)"
    }
  }

  @Test func wattsAndHoursCancelKilowattHours() throws {
    let (found, symbol) = try reduction(of: ["GPU h", "W", "g CO2e/kWh"])
    #expect(symbol == "g")
    #expect(said(found.equalities) == ["1 kW = 1000 W"])
    #expect(
      found.joined == [
        UnitReduction.Joined(parts: ["kW", "h"], whole: "kWh", role: .cancels)
      ])
    #expect(found.above == ["h", "W", "g"])
    #expect(found.below == ["kWh"])
    #expect(found.labels == ["GPU", "CO2e"])
    #expect((found.top, found.bottom) == (1, 1000))
  }

  @Test func secondsBecomeHoursOnTheWay() throws {
    let (found, symbol) = try reduction(of: ["token", "1/token/s", "kW", "g/kWh"])
    #expect(symbol == "g")
    #expect(found.cancelled == ["token"])
    #expect(said(found.equalities) == ["1 h = 3600 s"])
    #expect((found.top, found.bottom) == (1, 3600))
  }

  @Test func hoursAreNotTakenApartWhereTheyNeedNotBe() throws {
    let (found, _) = try reduction(of: ["Wh", "g/kWh"])
    #expect(said(found.equalities) == ["1 kWh = 1000 Wh"])
    #expect(found.joined.isEmpty)
  }

  @Test func aPowerTimesATimeIsAnEnergyWithoutAnyFactor() throws {
    let (found, symbol) = try reduction(of: ["W", "h"])
    #expect(symbol == "Wh")
    #expect(found.keepsNumbers)
    #expect(
      found.joined == [UnitReduction.Joined(parts: ["W", "h"], whole: "Wh", role: .results)])
  }

  @Test func anEnergyOverATimeIsTakenApart() throws {
    let (found, symbol) = try reduction(of: ["kWh", "1/h"])
    #expect(symbol == "kW")
    #expect(found.joined.map(\.role) == [.parts])
  }

  @Test func unitsOfUnlikeNamesArePaired() throws {
    let (found, _) = try reduction(of: ["day", "1/h"])
    #expect(said(found.equalities) == ["1 day = 24 h"])
    let (energy, _) = try reduction(of: ["J", "1/kWh"])
    #expect(said(energy.equalities) == ["1 kWh = 3'600'000 J"])
  }

  @Test func theNumbersFactorIsThatOfTheAlgebra() throws {
    let lists = [
      ["m", "cm"], ["km", "1/h"], ["GB", "1/Mbit/s"], ["kWh", "t/MWh"], ["mL", "kg/L"],
      ["%", "kg"],
      ["request", "token/request", "1/token/s", "W", "g/kWh"],
    ]
    for factors in lists {
      var unit = Unit.one
      var number = 1.0
      for text in factors {
        let (own, isBelow) = try operand(text)
        let product = try unit.product(with: own, inverted: isBelow)
        number = product.conversion.apply(number)
        unit = product.unit
      }
      let (found, _) = try reduction(of: factors)
      let ratio = found.top / found.bottom
      #expect(abs(ratio - number) <= 1e-12 * abs(number), "\(factors)")
    }
  }

  @Test(arguments: [
    ("h", "s", "1 h = 3600 s"), ("s", "h", "1 h = 3600 s"), ("mph", "kph", "1 mph = 1.609344 kph"),
    ("g", "kg", "1 kg = 1000 g"), ("kWh", "J", "1 kWh = 3'600'000 J"),
  ]) func anEqualityHasAWholeNumberWhereItCan(_ left: String, _ right: String, _ text: String)
    throws
  {
    #expect(said([try #require(try unit(left).equality(with: unit(right)))]) == [text])
  }

  @Test func thereIsNoEqualityOfUnlikeThingsOrOfTemperaturesWithAZero() throws {
    #expect(try unit("h").equality(with: unit("kg")) == nil)
    #expect(try unit("°C").equality(with: unit("K")) == nil)
    #expect(UnitReduction(of: [(try unit("h"), false)], to: try unit("kg")) == nil)
  }
}
