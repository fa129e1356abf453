/// Which decisions stand: those that were not taken back, and whose place no other has taken that was
/// not taken back either. What one has taken the place of by way of a third counts too, also where that
/// third was taken back: whoever came last had seen the first.
struct StandingReviews {
  let ids: Set<String>

  init(_ reviews: [Review]) {
    let live = reviews.filter { $0.takenBack == nil }
    let earlier = Dictionary(
      reviews.map { ($0.id, $0.replaces) }, uniquingKeysWith: { first, _ in first })
    var over: Set<String> = []
    var left = live.flatMap(\.replaces)
    while let id = left.popLast() {
      if over.insert(id).inserted { left += earlier[id] ?? [] }
    }
    ids = Set(live.map(\.id)).subtracting(over)
  }
}
