import Quantities

extension NumberFormat {
  /// Half of the last of a number's figures, relative to it; 0 for 0.
  static func halfOfLastFigure(_ number: Double, figures: Int) -> Double {
    guard number != 0 else { return 0 }
    let power = leadingPower(number) - figures + 1
    return (Conversions.powerOfTen(power) ?? 0) / 2 / abs(number)
  }
}
