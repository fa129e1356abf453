/// Whether two rows of numbers are the same.
enum Sameness {
  case exact
  /// Within the figures in which they were typed.
  case rounded

  /// How far a typed figure may be off the model's and still stand for it.
  static let limit = 0.008

  init?(_ left: [Double], _ right: [Double], within slack: Double) {
    guard left.count == right.count || left.count == 1 || right.count == 1, !left.isEmpty,
      !right.isEmpty
    else { return nil }
    var result = Sameness.exact
    let slack = min(slack, Self.limit) + 1e-9
    for row in 0..<max(left.count, right.count) {
      let (a, b) = (left.count == 1 ? left[0] : left[row], right.count == 1 ? right[0] : right[row])
      if a.isNaN, b.isNaN { continue }
      let distance = abs(a - b)
      guard distance <= slack * abs(a) else { return nil }
      if distance > 1e-9 * abs(a) { result = .rounded }
    }
    self = result
  }
}
