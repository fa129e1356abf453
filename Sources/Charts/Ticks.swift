import Diagnostics
import Quantities

/// Round values along an axis: steps of 1, 2 or 5 times a power of ten, from a step at or before
/// the least number to one at or after the greatest.
struct Ticks: Hashable, Sendable {
  /// Increasing; at least two.
  let values: [Double]
  /// What is written at each, all with as many decimals, in units of `10^exponent`.
  let texts: [String]
  /// A multiple of three; 0 where the numbers are of a handy size.
  let exponent: Int

  var domain: ClosedRange<Double> { values[0]...values[values.count - 1] }
  var intervals: Int { values.count - 1 }

  /// Share of the axis at which a number lies, from 0 to 1.
  func share(of value: Double) -> Double {
    (value - domain.lowerBound) / (domain.upperBound - domain.lowerBound)
  }

  /// The text of the widest.
  var width: Int { texts.map(\.count).max() ?? 0 }

  /// Ticks for numbers of a range, with at most so many steps (2 at the least).
  ///
  /// - Parameter isWhole: whether a step is no less than 1.
  init(covering range: ClosedRange<Double>, steps limit: Int, isWhole: Bool = false) {
    let range = Self.widened(range)
    let span = range.upperBound - range.lowerBound
    let limit = max(2, limit)
    let leastPower = NumberFormat.leadingPower(span / Double(limit)) - 1
    var power = isWhole ? max(0, leastPower) : leastPower
    var chosen: (first: Int, last: Int, mantissa: Int)?
    search: while true {
      for mantissa in [1, 2, 5] {
        let step = Self.scaled(mantissa, power)
        // A hair's breadth beyond a round value is rounding, and takes no step of its own.
        let first = (range.lowerBound / step + 1e-6).rounded(.down)
        let last = (range.upperBound / step - 1e-6).rounded(.up)
        if last - first <= Double(limit), abs(first) < 1e15, abs(last) < 1e15 {
          chosen = (Int(bounded: first), max(Int(bounded: last), Int(bounded: first) + 1), mantissa)
          break search
        }
      }
      power += 1
    }
    let (first, last, mantissa) = chosen ?? (0, 1, 1)
    values = (first...last).map { Self.scaled($0 * mantissa, power) }
    let largest = max(abs(values[0]), abs(values[values.count - 1]))
    let size = NumberFormat.leadingPower(largest)
    let isHandy = size < 7 && power >= -4
    let exponent = isHandy ? 0 : 3 * Int(bounded: (Double(size) / 3).rounded(.down))
    self.exponent = exponent
    texts = (first...last).map { Figures.text(whole: $0 * mantissa, power: power - exponent) }
  }

  /// As many steps as there is room for, from ten down to two.
  init(covering range: ClosedRange<Double>, isWhole: Bool, fits: (Ticks) -> Bool) {
    self.init(covering: range, steps: 10, isWhole: isWhole)
    for steps in (2..<10).reversed() where !fits(self) {
      self = Ticks(covering: range, steps: steps, isWhole: isWhole)
    }
  }

  /// Numbers that are all the same, or as good as that, get some room around them.
  private static func widened(_ range: ClosedRange<Double>) -> ClosedRange<Double> {
    let size = max(abs(range.lowerBound), abs(range.upperBound))
    let span = range.upperBound - range.lowerBound
    if size < 1e-290 { return 0...1 }
    if span > size * 1e-9 { return range }
    return range.lowerBound - size / 2...range.upperBound + size / 2
  }

  /// A whole number times a power of ten, rounded once.
  private static func scaled(_ whole: Int, _ power: Int) -> Double {
    power < 0
      ? Double(whole) / Figures.powerOfTen(-power) : Double(whole) * Figures.powerOfTen(power)
  }
}
