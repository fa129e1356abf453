/// Products of units that were made before: the formulas of a sheet multiply the same few units
/// again and again.
public final class UnitProducts {
  private struct Key: Hashable {
    var left: Unit
    var right: Unit
    var isInverted: Bool
    var isMerged: Bool
  }

  private var known: [Key: UnitProduct] = [:]

  /// Products kept at most; past it all are forgotten, so that a hostile text fills no memory.
  static let limit = 1000

  public init() {}

  /// As `Unit.product(with:inverted:merged:)`.
  public func product(
    _ left: Unit, _ right: Unit, inverted: Bool = false, merged: Bool = true
  ) throws(UnitAlgebraError) -> UnitProduct {
    if right == .one || left == .one {
      return try left.product(with: right, inverted: inverted, merged: merged)
    }
    let key = Key(left: left, right: right, isInverted: inverted, isMerged: merged)
    if let product = known[key] { return product }
    let product = try left.product(with: right, inverted: inverted, merged: merged)
    if known.count >= Self.limit { known.removeAll(keepingCapacity: true) }
    known[key] = product
    return product
  }
}
