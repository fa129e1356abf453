/// Products of units that were made before: the formulas of a sheet multiply the same few units
/// again and again.
///
/// Each has one place where it may stand, and the next that belongs there takes it over, so that no
/// text fills the memory.
public final class UnitProducts {
  private struct Entry {
    var left: Unit
    var right: Unit
    var inverted: Bool
    var merged: Bool
    var product: UnitProduct
  }

  private static let placeCount = 256
  private var entries = [Entry?](repeating: nil, count: placeCount)

  public init() {}

  /// As `Unit.product(with:inverted:merged:)`.
  public func product(
    _ left: Unit, _ right: Unit, inverted: Bool = false, merged: Bool = true
  ) throws(UnitAlgebraError) -> UnitProduct {
    if left == .one || right == .one {
      return try left.product(with: right, inverted: inverted, merged: merged)
    }
    let hash = left.madeHash &* 31 &+ right.madeHash &+ (inverted ? 1 : 0) &+ (merged ? 2 : 0)
    let place = hash & (Self.placeCount - 1)
    if let entry = entries[place], entry.left == left, entry.right == right,
      entry.inverted == inverted, entry.merged == merged
    {
      return entry.product
    }
    let product = try left.product(with: right, inverted: inverted, merged: merged)
    entries[place] = Entry(
      left: left, right: right, inverted: inverted, merged: merged, product: product)
    return product
  }
}
