import Formulas
import Quantities

extension FactorPairing {
  /// What is said of factors that have another exponent.
  func exponents(in m: Part, _ model: FormulaTree) -> [Difference] {
    var wrong = found.filter { $0.times != 1 }
    guard !wrong.isEmpty else { return [] }
    var differences: [Difference] = []
    // Two of a kind that have each other's exponent: `h b^3` for `b h^3`.
    if wrong.count == 2, found.count > 2, Self.isExchange(wrong[0], wrong[1]) {
      let names = wrong.map { model.nameable($0.factor.part.node) }
      return [
        Difference(
          error: Swapped(first: names[0], second: names[1]), edits: wrong.map(Self.raise),
          cost: Aligner.Cost.slip)
      ]
    }
    // A root or square of several factors is one slip.
    for power in Set(wrong.compactMap(\.factor.power)).sorted() {
      let members = found.filter { $0.factor.power == power }
      guard let times = members.first?.times, times != 1, times > 0,
        members.allSatisfy({ $0.times == times })
      else { continue }
      let part = model.nodes[power].parent.map { model.nodes[$0] }
      let exponent: Double? =
        if case .power(_, let exponent)? = part?.kind { exponent.value } else { nil }
      let own = exponent ?? members[0].factor.exponent
      differences.append(
        Difference(
          error: WrongPower(
            origin: members.count == 1
              ? model.nameable(members[0].factor.part.node) : model.nodes[power].origin,
            manner: .init(own, times: times)),
          edits: members.map(Self.raise),
          cost: Aligner.Cost.slip, trace: .raised(members[0].factor, by: times)))
      wrong.removeAll { $0.factor.power == power }
    }
    let inverted = wrong.filter { $0.times == -1 }
    if inverted.count > 1
      || inverted.count == 1 && found.count == 1 && open.isEmpty && given.isEmpty
    {
      let isWhole = inverted.count == found.count
      let origins = inverted.map { model.nameable($0.factor.part.node) }
      let place: Inversion.Place
      if isWhole {
        place = model.isWhole(m.node) ? .whole : .part(model.nodes[m.node].origin)
      } else if inverted.count > 2, let below = inverted.first(where: { $0.factor.exponent < 0 }),
        inverted.count(where: { $0.factor.exponent < 0 }) == 1
      {
        place = .quotient(model.nameable(below.factor.part.node))
      } else if let name = model.name(of: inverted.map(\.factor.part.node)) {
        place = .factor(name, shouldDivide: false)
      } else {
        place = .factors(origins)
      }
      differences.append(
        Difference(
          error: Inversion(place: place),
          edits: inverted.map(Self.raise),
          cost: Aligner.Cost.slip))
      wrong.removeAll { $0.times == -1 }
    }
    return differences + wrong.map { Self.difference($0, model) }
  }

  private typealias Found = (factor: Part.Factor, times: Double, isBare: Bool)

  /// Whether two named quantities of one kind have each other's exponent.
  private static func isExchange(_ first: Found, _ second: Found) -> Bool {
    [first, second].allSatisfy { found in
      found.factor.part.origin.isNamed && !found.factor.part.isPlainNumber
    } && first.factor.part.dimension == second.factor.part.dimension
      && second.factor.exponent == first.factor.exponent * first.times
      && first.factor.exponent == second.factor.exponent * second.times
  }

  /// A figure without unit is raised as a figure.
  private static func raise(_ found: Found) -> Difference.Edit {
    let part = found.factor.part
    return Difference.Edit(
      node: part.node,
      change: found.isBare && !part.isPlain
        ? .set(part.numbers.map { part.one * FormulaTree.power($0 / part.one, found.times) })
        : .raise(found.times))
  }

  private static func difference(_ found: Found, _ model: FormulaTree) -> Difference {
    let (factor, times) = (found.factor, found.times)
    let origin = model.nameable(factor.part.node)
    let error: any ErrorPattern
    if times == -1 {
      error = Inversion(place: .factor(origin, shouldDivide: factor.exponent < 0))
    } else if abs(factor.exponent) == 1, times > 1, times.rounded() == times {
      error = ExtraFactor(origin: origin, manner: .again)
    } else {
      error = WrongPower(origin: origin, manner: .init(factor.exponent, times: times))
    }
    return Difference(
      error: error, edits: [raise(found)],
      cost: times < 0 && times != -1 ? Aligner.Cost.unnamed : Aligner.Cost.slip,
      trace: .raised(factor, by: times))
  }
}
