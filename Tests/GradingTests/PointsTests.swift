import Grading
import Testing

@Suite struct PointsTests {
  @Test(arguments: [
    (1.0, "1"), (0.5, "0.5"), (1.0 / 3, "0.33"), (0.625, "0.63"), (2.0 / 3, "0.67"),
    (12.25, "12.25"),
    (100.0, "100"), (0.1 + 0.2, "0.3"), (0.0, "0"),
  ])
  func pointsAreWrittenToTwoDecimals(_ points: Double, _ text: String) {
    #expect(Points.text(points) == text)
  }

  @Test(arguments: [(1.0, "1 point"), (2.0, "2 points"), (0.5, "0.5 points"), (0.0, "0 points")])
  func theWordGoesWithTheNumber(_ points: Double, _ text: String) {
    #expect(Points.counted(points) == text)
  }
}
