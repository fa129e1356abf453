import Diagnostics
import Testing

@Suite struct BoundedIntTests {
  @Test(
    arguments: [
      (2.9, 2), (-2.9, -2), (-0.0, 0), (.nan, 0), (.infinity, 1 << 53), (-.infinity, -(1 << 53)),
      (1e300, 1 << 53), (0x1p53, 1 << 53), (0x1p53 - 1, (1 << 53) - 1), (.leastNonzeroMagnitude, 0),
    ] as [(Double, Int)])
  func aDoubleBecomesAWholeNumberWithinItsBounds(_ number: Double, _ whole: Int) {
    #expect(Int(bounded: number) == whole)
  }
}
