import Diagnostics
import ItemAnalysis
import Quantities

/// Numbers as a debriefing writes them.
enum Figure {
  /// Rounded to so many decimals, with zeros at the end.
  static func fixed(_ value: Double, _ decimals: Int) -> String {
    let scale = [1.0, 10, 100, 1000][min(3, max(0, decimals))]
    let whole = (value * scale).rounded()
    guard abs(whole) < 1e12 else { return short(value) }
    let digits = "\(Int(bounded: whole.magnitude))"
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    let sign = whole < 0 ? "-" : ""
    let front = NumberFormat.standard.grouped(String(padded.dropLast(decimals)))
    return sign + front + (decimals > 0 ? "." + padded.suffix(decimals) : "")
  }

  /// Four figures, or as few as the number has.
  static func short(_ value: Double) -> String {
    NumberFormat(digits: 4, shortDigits: 5).string(value)
  }

  /// Points, with two decimals at most.
  static func points(_ value: Double) -> String {
    guard abs(value) < 1e9 else { return short(value) }
    return NumberFormat(digits: 6, shortDigits: 12).string((value * 100).rounded() / 100)
  }

  /// With its word.
  static func counted(_ points: Double) -> String {
    let text = self.points(points)
    return "\(text) point\(text == "1" ? "" : "s")"
  }

  /// `31 students`.
  static func students(_ count: Int) -> String {
    "\(count) student\(count == 1 ? "" : "s")"
  }

  static let none = "–"

  /// A value that may not be defined.
  static func text(_ value: Double?, _ decimals: Int) -> String {
    value.map { fixed($0, decimals) } ?? none
  }

  static func text(_ interval: ConfidenceInterval?, _ decimals: Int) -> String {
    interval.map { "\(fixed($0.low, decimals)) to \(fixed($0.high, decimals))" } ?? none
  }
}
