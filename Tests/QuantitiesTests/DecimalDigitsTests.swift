import SeededRandom
import Testing

@testable import Quantities

@Suite struct DecimalDigitsTests {
  /// Doubles of every size, whole ones and short ones among them.
  private static let numbers: [Double] = {
    var random = SplitMix(seed: 16)
    var numbers: [Double] = [
      0.1, .leastNonzeroMagnitude, 1.7976931348623157e308, 9_007_199_254_740_992, 1e15, 123.456,
    ]
    for _ in 0..<3_000 {
      let bits = Double(bitPattern: random.next())
      if bits.isFinite, bits != 0 { numbers.append(bits.magnitude) }
      numbers.append(Double(random.next() >> UInt64(random.next() % 60)))
      numbers.append(Double(random.next() % 1_000_000) / 1_000)
    }
    return numbers.filter { $0 > 0 }
  }()

  @Test func theDigitsStandForTheNumber() {
    for number in Self.numbers {
      let decimal = DecimalDigits(number)
      #expect(Double("\(decimal.whole)e\(decimal.exponent - decimal.count)") == number)
      #expect("\(decimal.whole)".utf8.count == decimal.count && decimal.whole % 10 != 0)
    }
  }

  @Test func roundingIsOfTheShortestDigitsAndAwayFromZero() {
    for number in Self.numbers {
      let whole = DecimalDigits(number)
      for kept in 0..<whole.count {
        var rounded = whole
        rounded.round(to: kept)
        // In whole numbers, so that nothing is rounded twice.
        let power = (kept..<whole.count).reduce(UInt64(1)) { power, _ in power * 10 }
        let nearest = (whole.whole + power / 2) / power
        let zeros = rounded.exponent - rounded.count - (whole.exponent - kept)
        let ten = (0..<max(0, zeros)).reduce(UInt64(1)) { power, _ in power * 10 }
        #expect(rounded.whole * ten == nearest)
      }
    }
  }
}
