import Diagnostics
import Quantities

/// Numbers of a chart as they are written.
enum Figures {
  static func powerOfTen(_ power: Int) -> Double { Double("1e\(power)") ?? .infinity }

  /// A whole number times a power of ten, with a decimal for each negative power; thousands are
  /// grouped from five digits on, as elsewhere.
  static func text(whole: Int, power: Int) -> String {
    var digits = String(whole.magnitude)
    var decimals = ""
    if power >= 0 {
      if whole != 0 { digits += String(repeating: "0", count: power) }
    } else {
      digits = String(repeating: "0", count: max(0, 1 - power - digits.count)) + digits
      decimals = "." + digits.suffix(-power)
      digits = String(digits.dropLast(-power))
    }
    return (whole < 0 ? "-" : "") + NumberFormat.standard.grouped(digits) + decimals
  }

  /// Numbers beside one another: all with as many decimals as the one that needs most, as long
  /// as the largest has six figures at most.
  static func texts(_ values: [Double]) -> [String] {
    let finite = values.filter(\.isFinite)
    guard let largest = finite.map({ abs($0) }).max(), largest > 0 else {
      return values.map { NumberFormat.standard.string($0) }
    }
    let size = NumberFormat.leadingPower(largest)
    guard (-3...11).contains(size) else { return values.map { text($0, figures: 6) } }
    let needed =
      finite.map { value in
        NumberFormat.figures(value) - 1 - NumberFormat.leadingPower(value)
      }.max() ?? 0
    let decimals = max(0, min(needed, 5 - max(size, 0)))
    return values.map { value in
      guard value.isFinite else { return NumberFormat.standard.string(value) }
      let scale = powerOfTen(decimals)
      // Of a number that is small beside the others, so much would be lost that it needs decimals
      // of its own.
      guard abs((value * scale).rounded() / scale - value) <= 0.005 * abs(value) else {
        return text(small: value)
      }
      return rounded(value, decimals)
    }
  }

  /// Three figures, or as few as the number has.
  private static func text(small value: Double) -> String {
    let size = NumberFormat.leadingPower(value)
    guard size >= -6 else { return text(value, figures: 3) }
    return rounded(value, max(0, min(2, NumberFormat.figures(value) - 1) - size))
  }

  static func text(_ value: Double, figures: Int) -> String {
    NumberFormat.standard.string(NumberFormat.rounded(value, figures: figures))
  }

  /// A number as exactly as an axis shows it: to a hundred-thousandth of the axis.
  static func text(_ value: Double, on domain: ClosedRange<Double>) -> String {
    let span = domain.upperBound - domain.lowerBound
    let power = NumberFormat.leadingPower(span * 0.999_999) + 1 - 5
    let whole = power < 0 ? value * powerOfTen(-power) : value / powerOfTen(power)
    guard (-9...9).contains(power), abs(whole) < 1e15 else { return self.text(value, figures: 5) }
    let text = text(whole: Int(bounded: whole.rounded()), power: power)
    guard text.contains(".") else { return text }
    var short = Substring(text)
    while short.last == "0" { short.removeLast() }
    return String(short.last == "." ? short.dropLast() : short)
  }

  private static func rounded(_ value: Double, _ decimals: Int) -> String {
    text(whole: Int(bounded: (value * powerOfTen(decimals)).rounded()), power: -decimals)
  }
}
