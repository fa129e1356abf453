import Formulas
import Quantities

extension Aligner {
  /// Terms against terms; what is no sum is one term.
  mutating func sums(_ m: Part, _ s: Part) -> Comparison {
    var result = Comparison()
    var open = m.terms
    var given = s.terms
    var signs: [Part.Term] = []
    var kept = 0
    func pair(_ fits: (Part.Term, Part.Term) -> Comparison?) {
      for term in open {
        for (place, other) in given.enumerated() {
          guard let found = fits(term, other) else { continue }
          result.add(found)
          if term.isNegative != other.isNegative { signs.append(term) } else { kept += 1 }
          given.remove(at: place)
          open.removeAll { $0.part === term.part }
          break
        }
      }
    }
    for wantsSign in [true, false] {
      pair { term, other in
        guard !wantsSign || term.isNegative == other.isNegative else { return nil }
        if term.part.origin.isNamed, term.part.origin == other.part.origin {
          return Comparison(matched: 1)
        }
        return same(term.part, other.part)
      }
    }
    // A minus within a figure: `-3.1` for a name that stands for it.
    for (place, other) in given.enumerated().reversed() {
      guard
        let term = open.first(where: { term in
          term.part.dimension == other.part.dimension
            && Sameness(
              term.part.numbers.map { -$0 }, other.part.numbers, within: other.part.slack) != nil
        })
      else { continue }
      given.remove(at: place)
      open.removeAll { $0.part === term.part }
      result.matched += max(1, other.part.leafCount)
      result.deviation += other.part.slack
      if term.isNegative == other.isNegative { signs.append(term) } else { kept += 1 }
    }
    takeDegrees(&open, &given, &result, &signs, &kept)
    groups(&open, &given, &result)
    pairAlike(&open, &given, &result, &signs, &kept)
    if signs.count == 1, kept == 0, !open.isEmpty {
      // Of one term that is left, the sign says nothing.
      result.differences.append(
        Difference(
          error: nil, edits: [.init(node: signs[0].part.node, change: .multiply([-1]))], cost: 0.2))
    } else if !signs.isEmpty, kept == 0, m.terms.count > 1 {
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
    for term in open {
      result.differences.append(
        Difference(
          error: MissingTerm(origin: named(term.part)),
          edits: [.init(node: term.part.node, change: .set([term.part.zero]))], cost: Cost.slip,
          trace: .missingTerm(term)))
    }
    for term in given { result.differences.append(extra(term, in: m)) }
    return result
  }

  /// Of a difference of temperatures, the figures in degrees are as good as those in kelvins.
  private func takeDegrees(
    _ open: inout [Part.Term], _ given: inout [Part.Term], _ result: inout Comparison,
    _ signs: inout [Part.Term], _ kept: inout Int
  ) {
    for (place, other) in given.enumerated().reversed() where other.part.isPlain {
      guard
        let mine = open.firstIndex(where: { term in
          let part = term.part
          return part.zero != 0
            && Sameness(
              part.numbers.map { ($0 - part.zero) / part.one }, other.part.numbers,
              within: other.part.slack) != nil
        })
      else { continue }
      result.matched += max(1, other.part.leafCount)
      result.isBare = true
      if open[mine].isNegative == other.isNegative { kept += 1 } else { signs.append(open[mine]) }
      open.remove(at: mine)
      given.remove(at: place)
    }
  }

  /// Several terms of one formula that are one of the other, by what they come to.
  private func groups(
    _ open: inout [Part.Term], _ given: inout [Part.Term], _ result: inout Comparison
  ) {
    func total(_ terms: [Part.Term]) -> [Double]? {
      terms.reduce([0]) { sum, term in
        FormulaTree.combined(sum, term.part.numbers) { term.isNegative ? $0 - $1 : $0 + $1 }
      }
    }
    if open.count > 1, given.count == 1, let sum = total(open), let other = total(given),
      Sameness(sum, other, within: given[0].part.slack) != nil
    {
      result.matched += max(1, given[0].part.leafCount)
      result.deviation += given[0].part.slack
      (open, given) = ([], [])
    } else if given.count > 1, open.count == 1, let sum = total(given), let own = total(open),
      Sameness(own, sum, within: given.map(\.part.slack).max() ?? 0) != nil
    {
      result.matched += given.reduce(0) { $0 + $1.part.leafCount }
      result.deviation += given.map(\.part.slack).max() ?? 0
      (open, given) = ([], [])
    }
  }

  /// The terms that differ least are taken for one another.
  private mutating func pairAlike(
    _ open: inout [Part.Term], _ given: inout [Part.Term], _ result: inout Comparison,
    _ signs: inout [Part.Term], _ kept: inout Int
  ) {
    while !open.isEmpty, !given.isEmpty {
      var best: (cost: Double, mine: Int, other: Int, comparison: Comparison)?
      for (mine, term) in open.enumerated() {
        for (other, own) in given.enumerated() {
          var found = compare(term.part, own.part)
          // A sign that both have turned is none.
          var cost = found.cost
          if let whole = found.wholeSign(of: term.part.node) {
            found.differences.remove(at: whole)
            cost = found.cost + (term.isNegative != own.isNegative ? 0 : 1)
          } else if term.isNegative != own.isNegative {
            cost += 1
          }
          if cost < best?.cost ?? .infinity { best = (cost, mine, other, found) }
        }
      }
      // Dearer than a term left out and another too many, they have nothing in common.
      guard let best, best.cost < Cost.limit, !best.comparison.isOpaque,
        best.comparison.matched > 0 || best.cost < 1.9
      else { return }
      let (term, own) = (open[best.mine], given[best.other])
      let turned = best.cost - best.comparison.cost > 0.5
      result.add(best.comparison)
      if turned { signs.append(term) } else { kept += 1 }
      open.remove(at: best.mine)
      given.remove(at: best.other)
      _ = own
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

  private func extra(_ term: Part.Term, in m: Part) -> Difference {
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
      cost: origin.isNamed || term.part.isAtom ? Cost.slip : Cost.unnamed, trace: .extraTerm(term))
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
