/// How a value in one unit becomes a value in another of the same dimension.
public struct Conversion: Hashable, Sendable {
  /// Added first; not 0 only for temperatures.
  let before: Double
  let top: Double
  let bottom: Double
  /// Added last; not 0 only for temperatures.
  let after: Double

  public static let identity = Conversion(before: 0, top: 1, bottom: 1, after: 0)

  init(before: Double, top: Double, bottom: Double, after: Double) {
    self.before = before
    self.top = top
    self.bottom = bottom
    self.after = after
  }

  init(_ scale: Scale) {
    let terms = scale.terms
    self.init(before: 0, top: terms.top, bottom: terms.bottom, after: 0)
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

  public func apply(_ values: [Double]) -> [Double] {
    isIdentity ? values : values.map(apply)
  }
}
