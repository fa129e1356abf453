import Formulas
import Quantities

extension Aligner {
  /// Terms against terms; what is no sum is one term.
  mutating func sums(_ m: Part, _ s: Part) -> Comparison {
    var pairing = TermPairing(m, s)
    for wantsSign in [true, false] {
      pairing.match { term, other in
        guard !wantsSign || term.isNegative == other.isNegative else { return nil }
        if term.part.origin.isNamed, term.part.origin == other.part.origin {
          return Comparison(matched: 1)
        }
        return same(term.part, other.part)
      }
    }
    pairing.matchOpposites()
    pairing.matchDegrees()
    pairing.matchTotals()
    pairAlike(&pairing)
    var result = pairing.result
    let signs = pairing.signs
    if signs.count == 1, pairing.kept == 0, !pairing.open.isEmpty {
      // Of one term that is left, the sign says nothing.
      result.differences.append(
        Difference(
          error: nil, edits: [.init(node: signs[0].part.node, change: .multiply([-1]))], cost: 0.2))
    } else if !signs.isEmpty, pairing.kept == 0, m.terms.count > 1 {
      // What is turned as a whole is one slip.
      result.differences.append(wholeSign(m))
    } else {
      result.differences += signs.map { term in
        Difference(
          error: WrongSign(origin: named(term.part)),
          edits: [.init(node: term.part.node, change: .multiply([-1]))], cost: Cost.slip,
          trace: .sign(term))
      }
    }
    result.differences += pairing.open.map { term in
      Difference(
        error: MissingTerm(origin: named(term.part)),
        edits: [.init(node: term.part.node, change: .set([term.part.zero]))], cost: Cost.slip,
        trace: .missingTerm(term))
    }
    let isReplaced = !pairing.open.isEmpty && !pairing.given.isEmpty
    result.differences += pairing.given.map { extra($0, in: m, isReplaced: isReplaced) }
    return result
  }

  /// The terms that differ least are taken for one another.
  private mutating func pairAlike(_ pairing: inout TermPairing) {
    while !pairing.open.isEmpty, !pairing.given.isEmpty {
      var best: (cost: Double, mine: Int, other: Int, isTurned: Bool, comparison: Comparison)?
      for (mine, term) in pairing.open.enumerated() {
        for (other, own) in pairing.given.enumerated() {
          var found = compare(term.part, own.part)
          // A sign that both have turned is none.
          var isTurned = term.isNegative != own.isNegative
          if let whole = found.wholeSign(of: term.part.node) {
            found.differences.remove(at: whole)
            isTurned.toggle()
          }
          let cost = found.cost + (isTurned ? 1 : 0)
          if cost < best?.cost ?? .infinity { best = (cost, mine, other, isTurned, found) }
        }
      }
      // Dearer than a term left out and another too many, they have nothing in common.
      guard let best, best.cost < Cost.limit, !best.comparison.isOpaque,
        best.comparison.matched > 0 || best.cost < 1.9
      else { return }
      pairing.take(best.mine, best.other, isTurned: best.isTurned, best.comparison)
    }
  }

  /// What a part is called, by the one name in it where it has none.
  func named(_ part: Part) -> FormulaTree.Origin {
    let own = model.nameable(part.node)
    return own == .part ? part.nameableInside : own
  }

  func wholeSign(_ m: Part) -> Difference {
    Difference(
      error: WrongSign(origin: model.isWhole(m.node) ? nil : model.nameable(m.node)),
      edits: [.init(node: m.node, change: .multiply([-1]))], cost: Cost.slip,
      trace: .sign(Part.Term(part: m, isNegative: false)))
  }

  /// - Parameter isReplaced: whether it may stand for what is left out.
  private func extra(_ term: Part.Term, in m: Part, isReplaced: Bool) -> Difference {
    let origin =
      term.part.origin.isNamed
      ? term.part.origin
      : vocabulary.name(of: term.part).map { .name($0) } ?? term.part.nameableInside
    return Difference(
      error: ExtraTerm(origin: origin, manner: term.isNegative ? .subtracted : .added),
      edits: [
        .init(
          node: m.node,
          change: .add(term.isNegative ? term.part.numbers.map { -$0 } : term.part.numbers))
      ],
      cost: (origin.isNamed || term.part.isAtom ? Cost.slip : Cost.unnamed)
        + (isReplaced ? 0.5 : 0), trace: .extraTerm(term))
  }
}

extension Comparison {
  /// The place of the difference that a part has the other sign as a whole.
  func wholeSign(of node: Int) -> Int? {
    differences.firstIndex { difference in
      guard case .sign(let term) = difference.trace else { return false }
      return term.part.node == node
    }
  }
}
