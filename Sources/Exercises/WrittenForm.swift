import Quantities

/// How a number is rounded to what is asked for.
extension MarkingRules.WrittenForm {
  /// Relative to a number, what its computation may leave behind the last figure.
  private static let noise = 1e-12

  /// The nearest number that can be written so.
  public func rounded(_ number: Double) -> Double {
    switch self {
    case .figures(let count): NumberFormat.rounded(number, figures: count)
    case .decimals(let count):
      // On the number as it is written: 2.675 to two decimals is 2.68.
      Self.rounded(number, figures: NumberFormat.leadingPower(number) + 1 + count)
    }
  }

  /// A number that begins more than a place behind its last is nothing.
  private static func rounded(_ number: Double, figures: Int) -> Double {
    figures < 0 ? 0 : NumberFormat.rounded(number, figures: figures)
  }

  /// Whether a number that was computed has no more figures or decimals than these.
  public func isOwnRounding(_ number: Double) -> Bool {
    abs(rounded(number) - number) <= Self.noise * abs(number)
  }

  /// Decimals that a number has when it is written so; fewer than none where figures before its
  /// point are rounded.
  public func decimals(of number: Double) -> Int {
    switch self {
    case .figures(let count): count - 1 - NumberFormat.leadingPower(number)
    case .decimals(let count): count
    }
  }
}
