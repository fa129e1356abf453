import Testing

@testable import Quantities

@Suite struct UnitReductionTests {
  private let units = UnitSystem()

  init() {
    for name in ["token", "request"] { units.declareCounted(name) }
    for name in ["GPU", "CO2e"] { units.declareLabel(name) }
  }

  /// A product such as `GPU h * W * g/kWh`, its factors split by ` * `, and what becomes of it.
  private func reduction(of factors: [String]) throws -> (UnitReduction, String) {
    var product = UnitID.one
    var operands: [(unit: UnitID, isBelow: Bool)] = []
    for text in factors {
      let isBelow = text.hasPrefix("1/")
      let unit = try unit(isBelow ? String(text.dropFirst(2)) : text)
      operands.append((unit, isBelow))
      product = try units.product(product, unit, inverted: isBelow).unit
    }
    let reduction = try #require(units.reduction(of: operands, to: product))
    return (reduction, units.symbol(of: product))
  }

  private func unit(_ text: String) throws -> UnitID {
    var unit = UnitID.one
    for (place, part) in text.split(separator: "/").enumerated() {
      for word in part.split(separator: " ") {
        let factor = try #require(units.lookup(String(word)))
        unit = try units.product(unit, factor, inverted: place > 0, merged: false).unit
      }
    }
    return unit
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
      var unit = UnitID.one
      var number = 1.0
      for text in factors {
        let isBelow = text.hasPrefix("1/")
        let own = try self.unit(isBelow ? String(text.dropFirst(2)) : text)
        let product = try units.product(unit, own, inverted: isBelow)
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
    let found = try #require(units.equality(of: try unit(left), try unit(right)))
    #expect(said([found]) == [text])
  }

  @Test func thereIsNoEqualityOfUnlikeThingsOrOfTemperaturesWithAZero() throws {
    #expect(units.equality(of: try unit("h"), try unit("kg")) == nil)
    #expect(units.equality(of: try unit("°C"), try unit("K")) == nil)
    #expect(units.reduction(of: [(try unit("h"), false)], to: try unit("kg")) == nil)
  }

  @Test func labelsStandWhereTheUnitAskedForHasThem() throws {
    let asked = try unit("kg CO2e")
    #expect(units.symbol(of: units.labelled(try unit("g"), as: asked)) == "g CO2e")
    #expect(units.labelled(asked, as: asked) == asked)
    let intensity = try unit("g CO2e/kWh")
    #expect(units.symbol(of: units.labelled(try unit("kg/MWh"), as: intensity)) == "kg CO2e/MWh")
    let turned = try units.product(try unit("token"), try unit("token"), inverted: true).unit
    let perToken = try units.product(turned, try unit("token"), inverted: true, merged: false).unit
    let mass = try units.product(perToken, try unit("g"), merged: false).unit
    #expect(units.symbol(of: units.labelled(mass, as: asked)) == "g CO2e/token")
  }
}
