/// Numbers as a newspaper prints them, rounded so that they can be remembered.
///
/// The rule:
/// - below 1, two figures: 0.0026;
/// - from 1 to 100, one decimal: 3.5, 11.6 — and percentages from 10 on none: 15 %;
/// - from 100 on, two figures, or three where the first is a 1: 1150, 7000, 43'000, 142'000;
/// - from a million on, so many millions, billions (10⁹) or trillions (10¹²), by the same rule:
///   1.6 million.
public struct NewspaperFormat: Sendable {
  /// Significant figures that take the rule's place; nil for the rule.
  public var figures: Int?
  /// Whether the numbers are percentages.
  public var isPercentage: Bool

  private static let words: [(size: Double, word: String)] = [
    (1e12, " trillion"), (1e9, " billion"), (1e6, " million"), (1, ""),
  ]
  /// Larger numbers are written with a power of ten.
  private static let largest = 1e15

  public init(figures: Int? = nil, isPercentage: Bool = false) {
    self.figures = figures
    self.isPercentage = isPercentage
  }

  /// Without a unit.
  public func string(_ value: Double) -> String {
    guard value.isFinite, abs(value) < Self.largest else { return written(rounded(value)) }
    let size = abs(value)
    // What is rounded up to a million is one.
    let place = Self.words.firstIndex { rounded(size / $0.size) >= 1 } ?? Self.words.count - 1
    let (unit, word) = Self.words[place]
    return written(rounded(value / unit)) + word
  }

  private func rounded(_ value: Double) -> Double {
    NumberFormat.rounded(value, figures: figures ?? usualFigures(value))
  }

  private func usualFigures(_ value: Double) -> Int {
    guard value != 0, value.isFinite else { return 2 }
    let power = NumberFormat.leadingPower(value)
    switch power {
    case ..<1: return 2
    case 1: return isPercentage ? 2 : 3
    default:
      let startsWithOne = abs(value) < 2 * (Double("1e\(power)") ?? 0)
      return startsWithOne ? 3 : 2
    }
  }

  private func written(_ value: Double) -> String {
    NumberFormat(digits: 15, shortDigits: 15).string(value)
  }
}
