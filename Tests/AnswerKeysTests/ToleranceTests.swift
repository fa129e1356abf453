import Testing

@testable import AnswerKeys

@Suite struct ToleranceTests {
  /// Of two numbers that are equally near, one is taken, as half away from zero is rounded.
  @Test(arguments: [
    (2.5, 1, 3.0, 2.0), (0.125, 2, 0.13, 0.12), (1.234, 3, 1.239, 1.229), (-2.5, 1, -3.0, -2.0),
    (1550, 2, 1600.0, 1500.0), (0.00265, 2, 0.0027, 0.0026),
  ])
  func onlyOneSideOfATieIsTaken(reference: Double, figures: Int, taken: Double, left: Double) {
    #expect(Tolerance.figures(figures).accepts(taken, reference))
    #expect(!Tolerance.figures(figures).accepts(left, reference))
  }

  @Test(arguments: [
    (Tolerance.relative(1e-12), 1.0000000001), (.relative(1e-10), 1.0000000005),
    (.absolute(1e-12), 1.00000000001), (.relative(0), 1.00000000000001),
    (.range(1, 1.000000000001), 1.0000000001),
  ])
  func fineToleranceHasNoSlack(tolerance: Tolerance, value: Double) {
    #expect(!tolerance.accepts(value, 1))
  }

  /// What differs by the rounding of a computation is the same.
  @Test(
    arguments: [
      (Tolerance.relative(0), 0.30000000000000004, 0.3), (.absolute(0.2), 46, 45.8),
      (.absolute(0.2), 45.6, 45.8), (.relative(1e-12), 0.8999999999999999, 0.9),
      (.range(0.30000000000000004, 1), 0.3, 0.5),
    ] as [(Tolerance, Double, Double)])
  func lastBitsDoNotCount(tolerance: Tolerance, value: Double, reference: Double) {
    #expect(tolerance.accepts(value, reference))
  }
}
