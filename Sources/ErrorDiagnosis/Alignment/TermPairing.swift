import Formulas
import Quantities

/// Terms of two sums that are taken for one another, and those that are left.
struct TermPairing {
  /// Of the model that are left.
  private(set) var open: [Part.Term]
  /// Of the student's that are left.
  private(set) var given: [Part.Term]
  /// Of the model that have the other sign in the student's formula.
  private(set) var signs: [Part.Term] = []
  /// How many have theirs.
  private(set) var kept = 0
  private(set) var result = Comparison()

  init(_ m: Part, _ s: Part) {
    open = m.terms
    given = s.terms
  }

  mutating func take(_ mine: Int, _ other: Int, isTurned: Bool, _ comparison: Comparison) {
    result.add(comparison)
    if isTurned { signs.append(open[mine]) } else { kept += 1 }
    open.remove(at: mine)
    given.remove(at: other)
  }

  /// Takes for one another what is found to be the same but for its sign.
  mutating func match(_ fits: (Part.Term, Part.Term) -> Comparison?) {
    var mine = 0
    next: while mine < open.count {
      for other in given.indices {
        guard let found = fits(open[mine], given[other]) else { continue }
        take(mine, other, isTurned: open[mine].isNegative != given[other].isNegative, found)
        continue next
      }
      mine += 1
    }
  }

  /// A minus within a figure: `-3.1` for a name that stands for it.
  mutating func matchOpposites() {
    for (place, other) in given.enumerated().reversed() {
      let mine = open.firstIndex { term in
        term.part.dimension == other.part.dimension
          && Sameness(
            term.part.numbers.map { -$0 }, other.part.numbers, within: other.part.slack) != nil
      }
      guard let mine else { continue }
      take(
        mine, place, isTurned: open[mine].isNegative == other.isNegative,
        Comparison(matched: max(1, other.part.leafCount), deviation: other.part.slack))
    }
  }

  /// Of a difference of temperatures, the figures in degrees are as good as those in kelvins.
  mutating func matchDegrees() {
    for (place, other) in given.enumerated().reversed() where other.part.isPlain {
      let mine = open.firstIndex { term in
        let part = term.part
        return part.zero != 0
          && Sameness(
            part.numbers.map { ($0 - part.zero) / part.one }, other.part.numbers,
            within: other.part.slack) != nil
      }
      guard let mine else { continue }
      take(
        mine, place, isTurned: open[mine].isNegative != other.isNegative,
        Comparison(matched: max(1, other.part.leafCount), isBare: true))
    }
  }

  /// Several terms of one formula that are one of the other, by what they come to.
  mutating func matchTotals() {
    guard (open.count == 1) != (given.count == 1), !open.isEmpty, !given.isEmpty,
      let own = Self.total(open), let other = Self.total(given)
    else { return }
    let slack = given.map(\.part.slack).max() ?? 0
    guard Sameness(own, other, within: slack) != nil else { return }
    result.matched += max(1, given.reduce(0) { $0 + $1.part.leafCount })
    result.deviation += slack
    (open, given) = ([], [])
  }

  private static func total(_ terms: [Part.Term]) -> [Double]? {
    terms.reduce([0]) { sum, term in
      FormulaTree.combined(sum, term.part.numbers) { term.isNegative ? $0 - $1 : $0 + $1 }
    }
  }
}
