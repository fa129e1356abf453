/// How many errors may be tried on a typed number before chance would name one.
///
/// A number of few figures is near to what any of a hundred errors gives. The likeliest errors are
/// tried first, and none is any more once the ones tried would explain too large a share of
/// random values.
struct ChanceBudget {
  /// How far random values lie about right ones: a factor of 300 either way, as a natural logarithm.
  static let spread = 11.4
  /// The share of random values that may be explained.
  private static let limit = 0.006

  private let response: Response
  private var left: Double
  private var seen: [Double] = []

  init(_ response: Response) {
    self.response = response
    // A number of more figures is tried a second time.
    left = response.isShortened ? Self.limit / 2 : Self.limit
  }

  /// Whether chance could name an error at all.
  var isLimited: Bool { response.figures != nil && response.closeness.count == 1 }

  /// Whether one more error may be tried; it is then counted.
  mutating func allows(_ candidate: Candidate, _ tree: FormulaTree) -> Bool {
    guard isLimited else { return true }
    let closeness = response.closeness[0]
    guard let whole = candidate.bare?.first,
      let reference = tree.value.first, reference != 0, whole != 0
    else { return true }
    // That it is ten times too large is true, whatever led to it.
    if candidate.isTensOfWhole, response.isExactly([whole]) { return true }
    // Nobody comes to the other sign by chance.
    if whole * reference < 0 { return true }
    let window = 2 * max(closeness, candidate.nearness)
    // What is the same as another's, or out of all reach, costs nothing.
    guard candidate.distance <= Self.spread / 2,
      !seen.contains(where: { abs($0 - whole) <= closeness * abs(whole) })
    else { return true }
    guard left >= window / Self.spread else { return false }
    left -= window / Self.spread
    seen.append(whole)
    return true
  }
}
