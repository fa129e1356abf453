import Quantities
import Testing

@Suite struct NumberFormatTests {
  @Test(
    arguments: [
      (0, "0"), (-0.0, "0"), (1234, "1234"), (12345, "12'345"), (-12345.5, "-12'345.5"),
      (1 / 3.0, "0.333333"),
      (2 / 3.0, "0.666667"), (0.1 + 0.2, "0.3"), (999_999.96875, "999'999.96875"), (1e15, "1e15"),
      (9.9999999999999e14, "1e15"), (1e-4, "0.0001"), (1.5e-7, "1.5e-7"), (1e22, "1e22"),
      (1e308, "1e308"),
      (.leastNonzeroMagnitude, "5e-324"), (.nan, "missing"), (.infinity, "infinity"),
      (123_456_789_012.5, "123'456'789'013"),
      (17.0 / 7, "2.42857"), (100, "100"), (1e5, "100'000"),
    ] as [(Double, String)]) func numbersAreShortAndWhole(_ number: Double, _ text: String)
  {
    #expect(NumberFormat.standard.string(number) == text)
  }

  @Test(
    arguments: [(0.0026452, 2, 0.0026), (345.5, 3, 346), (-99.96, 3, -100), (0, 3, 0), (2.5, 1, 3)]
      as [(Double, Int, Double)])
  func roundingKeepsFigures(_ number: Double, _ figures: Int, _ rounded: Double) {
    #expect(NumberFormat.rounded(number, figures: figures) == rounded)
  }

  @Test func figuresAndPowersAreCounted() {
    #expect(NumberFormat.figures(0.0026) == 2)
    #expect(NumberFormat.figures(450) == 2)
    #expect(NumberFormat.leadingPower(345) == 2)
    #expect(NumberFormat.leadingPower(0.0026) == -3)
  }
}

@Suite struct ExponentTests {
  @Test func exponentsStayInLowestTermsAndWithinTheirLimit() {
    #expect(Exponent(2, over: 4) == Exponent(1, over: 2))
    #expect(Exponent(1, over: -2) == Exponent(-1, over: 2))
    #expect(Exponent(1, over: 0) == nil)
    #expect(Exponent(1001, over: 1) == nil)
    #expect(Exponent(.min, over: 3) == nil)
    #expect(Exponent(nearest: 1 / 3.0) == Exponent(1, over: 3))
    #expect(Exponent(nearest: .nan) == nil)
    #expect(Exponent(nearest: 1e300) == nil)
    #expect(Exponent(1000).adding(.one) == nil)
    #expect(Exponent(1000).multiplied(by: Exponent(2)) == nil)
    #expect(Exponent(2).divided(by: .zero) == nil)
  }
}
