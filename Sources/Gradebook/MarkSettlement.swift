/// What counts of a question: what the program has found, with the decisions of persons in its place.
///
/// A decision on the whole question is the score. Otherwise the parts are added up, each with what a
/// person has given it, else with what was found; what hints cost comes off at the end, as it does
/// where nobody has decided anything. What reviewers differ on waits until they agree.
struct MarkSettlement {
  private(set) var score: Double
  private(set) var provisional: Double
  private(set) var waiting: Double

  init(of work: ReviewedWork) {
    (score, provisional, waiting) = work.machine
    let current = work.current
    func decision(_ part: Review.Part) -> ReviewedWork.Decision {
      work.decision(on: part, among: current)
    }
    switch decision(.question) {
    case .points(let points): (score, provisional, waiting) = (points, 0, 0)
    case .disagreement: (score, provisional, waiting) = (0, 0, work.maximum)
    case .open:
      let decisions = work.parts.map { decision($0.part) }
      guard decisions.contains(where: { $0 != .open }) else { return }
      (score, provisional, waiting) = (0, 0, 0)
      for (part, decision) in zip(work.parts, decisions) {
        switch decision {
        case .points(let points): score += points
        case .disagreement: waiting += part.maximum
        case .open where part.isProvisional: provisional += part.found ?? 0
        case .open: if let found = part.found { score += found } else { waiting += part.maximum }
        }
      }
      takeHints(work.hintPrice)
      // Shares of a whole need not add up to it to the last bit.
      score = min(score, work.maximum)
    }
  }

  private mutating func takeHints(_ price: Double) {
    var left = price
    for place in [\Self.score, \.provisional] {
      let part = min(self[keyPath: place], left)
      self[keyPath: place] -= part
      left -= part
    }
  }
}
