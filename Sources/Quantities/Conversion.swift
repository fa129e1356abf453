import CColumns

/// How a value in one unit becomes a value in another of the same dimension.
public struct Conversion: Hashable, Sendable {
  /// Added first; not 0 only for temperatures.
  private let before: Double
  private let top: Double
  private let bottom: Double
  /// Added last; not 0 only for temperatures.
  private let after: Double

  public static let identity = Conversion(.one)

  /// - Parameters:
  ///   - before: added first.
  ///   - after: added last.
  init(_ ratio: Scale, before: Double = 0, after: Double = 0) {
    (top, bottom) = ratio.terms
    self.before = before
    self.after = after
  }

  public var isIdentity: Bool { self == .identity }

  /// Applies the ratio as (v·p)/q, which keeps short numbers short.
  public func apply(_ value: Double) -> Double {
    if before == 0, after == 0 {
      if bottom == 1 { return top == 1 ? value : value * top }
      let product = value * top
      // A number near the end of the range is divided first.
      return product.isFinite ? product / bottom : (value / bottom) * top
    }
    return ((value + before) * top) / bottom + after
  }

  /// Of each element; exact where the scale is.
  public func apply(_ values: [Double]) -> [Double] {
    if isIdentity { return values }
    return [Double](unsafeUninitializedCapacity: values.count) { result, count in
      count = values.count
      if count > 0 { reckon_convert(result.baseAddress, values, ofColumns, count) }
    }
  }

  /// The same, as arithmetic on whole columns takes it.
  package var ofColumns: reckon_conversion {
    reckon_conversion(before: before, top: top, bottom: bottom, after: after)
  }
}

extension Unit {
  /// How values in this unit become values in another; nil where the dimensions differ.
  public func conversion(to target: Unit) -> Conversion? {
    if self == target { return .identity }
    guard dimension == target.dimension else { return nil }
    return Conversion(
      ratio(to: target), before: temperatureOffset ?? 0, after: -(target.temperatureOffset ?? 0))
  }
}
