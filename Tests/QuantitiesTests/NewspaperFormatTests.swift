import Quantities
import Testing

/// The rule that stands at `NewspaperFormat`, and the figures that the course has published.
@Suite struct NewspaperFormatTests {
  @Test(arguments: [
    (0.0026452, "0.0026"), (0.5, "0.5"), (0.996, "1"), (1, "1"), (1.04, "1"), (3.508, "3.5"),
    (11.599, "11.6"), (99.94, "99.9"), (99.96, "100"), (104.4, "104"), (345, "350"),
    (1148.87, "1150"), (1996, "2000"), (7016.03, "7000"), (23198.4, "23'000"),
    (42809, "43'000"), (141_548, "142'000"), (996_000, "1 million"), (1_573_100, "1.6 million"),
    (5_201_426, "5.2 million"), (14_020_000, "14 million"), (515_200_000, "520 million"),
    (999_600_000, "1 billion"), (2.5e12, "2.5 trillion"), (0, "0"), (-42809, "-43'000"),
    (3.21e15, "3.2e15"), (1e-9, "1e-9"),
  ]) func numbersAreRoundedToBeRemembered(_ number: Double, _ text: String) {
    #expect(NewspaperFormat().string(number) == text)
  }

  @Test(arguments: [(15.3, "15"), (3.44, "3.4"), (0.26, "0.26"), (99.6, "100"), (115.4, "115")])
  func percentagesFromTenOnAreWhole(_ number: Double, _ text: String) {
    #expect(NewspaperFormat(isPercentage: true).string(number) == text)
  }

  @Test(arguments: [(1, "2 million"), (2, "1.6 million"), (5, "1.5731 million")])
  func askedForFiguresTakeTheRulesPlace(_ figures: Int, _ text: String) {
    #expect(NewspaperFormat(figures: figures).string(1_573_100) == text)
  }

  @Test func whatIsNoNumberIsSaid() {
    #expect(NewspaperFormat().string(.nan) == "missing")
    #expect(NewspaperFormat().string(.infinity) == "infinity")
  }
}
