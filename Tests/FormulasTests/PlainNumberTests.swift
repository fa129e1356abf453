import SeededRandom
import Testing

@testable import Formulas

@Suite struct PlainNumberTests {
  /// Numbers of up to twenty digits, most with a point somewhere.
  private static let typed: [String] = {
    var random = SplitMix(seed: 16)
    return (0..<5_000).map { _ in
      var digits = (0...random.next() % 20).map { _ in "\(random.next() % 10)" }
      if random.next() % 4 > 0 { digits.insert(".", at: Int(random.next() % UInt64(digits.count))) }
      return digits.joined()
    }
  }()

  @Test func aNumberIsTheNearestDoubleToWhatIsTyped() {
    for text in Self.typed {
      guard let plain = PlainNumber(Array(text.utf8)[...]) else { continue }
      #expect(plain.value == Double(text.hasPrefix(".") ? "0" + text : text), "\(text)")
    }
  }

  @Test func mostAreReadSoAndNoneOfMoreDigitsThanAreExact() {
    let short = Self.typed.filter { $0.utf8.count <= 14 }
    #expect(short.allSatisfy { PlainNumber(Array($0.utf8)[...]) != nil })
    #expect(PlainNumber(Array("9007199254740993".utf8)[...]) == nil)
  }

  @Test(
    arguments: [
      ("450", 2), ("0", 0), ("100", 1), ("0.050", 2), ("1.20", 3), ("10.", 2), ("007", 1),
    ])
  func figuresAreCountedAsTyped(_ text: String, _ figures: Int) {
    #expect(PlainNumber(Array(text.utf8)[...])?.figures == figures)
  }

  @Test(arguments: ["1e3", "1_000", "10'000", "1.2.3", "3x10^8", "-1", "10 000"])
  func whatHasMoreThanDigitsAndAPointIsReadElsewhere(_ text: String) {
    #expect(PlainNumber(Array(text.utf8)[...]) == nil)
  }
}
