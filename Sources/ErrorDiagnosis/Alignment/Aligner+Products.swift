import Formulas
import Quantities

extension Aligner {
  /// Factors against factors; what is no product is one factor.
  mutating func products(_ m: Part, _ s: Part) -> Comparison {
    var pairing = Pairing(m, s)
    repeat { pairing.matchAlike(isLast: false) } while pairing.openGroup()
    pairing.matchAlike(isLast: true)
    pairing.matchGroups()
    pairing.matchBareFigures()
    replaceByProduct(&pairing)
    takePercentage(&pairing)
    pairGroupWithSum(&pairing)
    pairAlike(&pairing)
    replaceByFigure(&pairing)
    var result = pairing.result
    result.differences += pairing.exponents(in: m, model)
    numbers(&pairing, m, &result)
    if pairing.isFlipped { result.differences.append(wholeSign(m)) }
    for factor in pairing.open {
      result.differences.append(
        missing(
          factor,
          isBare: result.isBare || pairing.open.isEmpty == false && m.isBareBeside(s.factors)))
    }
    for factor in pairing.given {
      let isThere = pairing.found.contains {
        $0.factor.part.origin.isNamed && $0.factor.part.origin == factor.part.origin
      }
      result.differences.append(extra(factor, in: m, isBare: result.isBare, isThere: isThere))
    }
    merge(&result, in: m)
    return result
  }

  /// A figure that is computed, for a quantity: `(12 + 1 + 16) * 6 g/mol` for a molar mass.
  private func replaceByProduct(_ pairing: inout Pairing) {
    guard pairing.open.count == 1, pairing.given.count > 1, let mine = pairing.open.first,
      mine.part.origin.isNamed, pairing.given.allSatisfy(\.part.namedLeaves.isEmpty),
      pairing.given.contains(where: { !$0.part.isPlain }),
      !pairing.given.allSatisfy(\.part.isAtom), let other = Pairing.product(pairing.given),
      mine.dimension == other.dimension
    else { return }
    let numbers = other.numbers.map { FormulaTree.power($0, 1 / mine.exponent) }
    pairing.result.differences.append(
      Difference(
        error: WrongNumber(origin: model.nameable(mine.part.node)),
        edits: [.init(node: mine.part.node, change: .set(numbers))], cost: Cost.figure))
    (pairing.open, pairing.given) = ([], [])
  }

  /// One figure for several quantities together, or for one of them with the unit of all.
  private func replaceByFigure(_ pairing: inout Pairing) {
    guard pairing.open.count > 1, let other = pairing.given.first(where: { !$0.part.isPlain }),
      pairing.given.count == 1
        || pairing.given.allSatisfy({ $0.part === other.part || $0.part.isPlainLiteral }),
      other.part.isAtom, other.part.namedLeaves.isEmpty
    else { return }
    let open = pairing.open.filter { !$0.part.isPlainLiteral }
    let origins = open.map { model.nameable($0.part.node) }
    guard open.count > 1, origins.allSatisfy(\.isNamed), let mine = Pairing.product(open),
      mine.dimension == other.dimension
    else { return }
    var figure: Double?
    if case .literal(let number, _) = other.part.origin { figure = number }
    let own = open.firstIndex { factor in
      guard let figure, let number = factor.part.numbers.first else { return false }
      return abs(number - figure * factor.part.one) <= 1e-9 * abs(number)
    }
    let edits = open.enumerated().map { place, factor in
      Difference.Edit(
        node: factor.part.node,
        change: .set(
          place == own ?? 0
            ? other.powered.map { FormulaTree.power($0, 1 / factor.exponent) } : [1]))
    }
    if let own {
      let missing = origins.indices.filter { $0 != own }
      for (place, index) in missing.enumerated() {
        pairing.result.differences.append(
          Difference(
            error: MissingFactor(origin: origins[index]), edits: place == 0 ? edits : [],
            cost: Cost.slip))
      }
    } else {
      pairing.result.differences.append(
        Difference(error: OtherGroup(replaced: origins), edits: edits, cost: Cost.figure))
    }
    pairing.open.removeAll { factor in open.contains { $0.part === factor.part } }
    pairing.given.removeAll { $0.part === other.part }
  }

  /// 0.3 for a product of plain quantities that comes to 0.3 %.
  private func takePercentage(_ pairing: inout Pairing) {
    let plain = pairing.open.indices.filter {
      pairing.open[$0].part.isPlain && pairing.open[$0].part.origin.isNamed
    }
    guard plain.count > 1, plain.count <= Pairing.groupLimit else { return }
    for place in pairing.given.indices where pairing.given[place].part.isPlainLiteral {
      let other = pairing.given[place]
      let found = (2...plain.count).lazy.flatMap { Pairing.combinations(plain.count, $0) }.map {
        $0.map { plain[$0] }
      }.first { places in
        guard let mine = Pairing.product(places.map { pairing.open[$0] }) else { return false }
        return Sameness(mine.numbers.map { 100 * $0 }, other.powered, within: other.part.slack)
          != nil
      }
      guard let found else { continue }
      let first = pairing.open[found[0]]
      pairing.result.differences.append(
        Difference(
          error: WrongPercentage(origin: model.nameable(first.part.node), factor: nil),
          edits: [
            .init(
              node: first.part.node,
              change: .multiply([FormulaTree.power(100, 1 / first.exponent)]))
          ], cost: Cost.slip))
      pairing.result.matched += 1
      pairing.given.remove(at: place)
      for place in found.reversed() { pairing.open.remove(at: place) }
      return
    }
  }

  /// A name once too often and another left out are one name for the other.
  private func merge(_ result: inout Comparison, in m: Part) {
    for (place, difference) in result.differences.enumerated() {
      guard case .missing(let missing) = difference.trace, missing.part.isAtom,
        let other = result.differences.firstIndex(where: { other in
          switch other.trace {
          case .raised(let factor, let times):
            factor.part.dimension == missing.part.dimension && factor.part.origin.isNamed
              && factor.exponent * (times - 1) == missing.exponent
          case .extra(let factor):
            (factor.part.dimension == missing.part.dimension
              || factor.part.origin.isColumn(beside: missing.part.origin))
              && factor.exponent == missing.exponent
              && factor.part.isAtom && factor.part.origin.isNamed
          case .missing, .missingTerm, .extraTerm, .sign, .replaced, .conversion, .other: false
          }
        })
      else { continue }
      let used: Part
      switch result.differences[other].trace {
      case .raised(let factor, _), .extra(let factor): used = factor.part
      case .missing, .missingTerm, .extraTerm, .sign, .replaced, .conversion, .other: continue
      }
      let error: any ErrorPattern
      if case .column(let key) = used.origin {
        error = OtherColumn(used: key, replaced: model.nameable(missing.part.node))
      } else if let name = used.origin.names.first {
        error = OtherName(used: name, replaced: model.nameable(missing.part.node))
      } else {
        continue
      }
      result.differences[place] = Difference(
        error: error,
        edits: difference.edits + result.differences[other].edits, cost: Cost.replaced)
      result.differences.remove(at: other)
      return
    }
  }

  /// Factors of two products that are taken for one another, and those that are left.
  struct Pairing {
    /// Of the model that are left.
    var open: [Part.Factor]
    /// Of the student's that are left.
    var given: [Part.Factor]
    var isFlipped: Bool
    var result = Comparison()
    /// Factors of the model that were found, with how many times their exponent they have.
    var found: [(factor: Part.Factor, times: Double, isBare: Bool)] = []
    /// Powers of the model that were opened, with what they hold.
    private let wasProduct: Bool

    init(_ m: Part, _ s: Part) {
      open = m.factors
      given = s.factors
      isFlipped = m.isNegative != s.isNegative
      wasProduct = m.isProduct
    }

    mutating func take(_ mine: Int, _ other: Int, times: Double, _ comparison: Comparison) {
      result.add(comparison)
      found.append((open[mine], times, comparison.isBare))
      open.remove(at: mine)
      given.remove(at: other)
    }

    /// Takes the same for one another: names first, then values with their exponents, then values
    /// with other exponents.
    mutating func matchAlike(isLast: Bool) {
      match { mine, other in
        guard mine.part.origin.isNamed, mine.part.origin == other.part.origin else { return nil }
        return (other.exponent / mine.exponent, Comparison(matched: 1))
      }
      for wantsExact in [true, false] {
        match { mine, other in
          guard mine.dimension == other.dimension else { return nil }
          let same = Sameness(
            mine.powered, other.powered, within: other.part.slack * abs(other.exponent))
          guard let same, !wantsExact || same == .exact else { return nil }
          return (
            1,
            Comparison(
              matched: max(1, other.part.leafCount),
              rounded: same == .exact ? [] : [mine.part.origin],
              deviation: same == .exact ? 0 : other.part.slack)
          )
        }
      }
      let wasFlipped = isFlipped
      match { mine, other in
        // A logarithm turned is told of what it is taken of.
        guard mine.exponent == other.exponent, wasFlipped || !mine.part.isLogarithm,
          mine.part.dimension == other.part.dimension,
          Sameness(
            mine.powered.map { -$0 }, other.powered, within: other.part.slack * abs(other.exponent))
            != nil, mine.powered != [1] || other.powered != [-1]
        else { return nil }
        return (
          .nan, Comparison(matched: max(1, other.part.leafCount), deviation: other.part.slack)
        )
      }
      match { mine, other in
        // A plain number may be anywhere by chance.
        guard !mine.part.isPlainNumber || mine.part.hasFigures && other.part.hasFigures,
          mine.part.dimension == other.part.dimension,
          let same = Sameness(mine.part.numbers, other.part.numbers, within: other.part.slack),
          // What is 1 is the same to any power, and of an exponential the exponent has the sign.
          mine.part.numbers != [1], other.exponent > 0 || !mine.part.isExponential
        else { return nil }
        return (
          other.exponent / mine.exponent,
          Comparison(
            matched: max(1, other.part.leafCount),
            rounded: same == .exact ? [] : [mine.part.origin],
            deviation: same == .exact ? 0 : other.part.slack)
        )
      }
      match { mine, other in
        guard abs(mine.exponent) != 1, abs(other.exponent) == 1, !mine.part.isPlainNumber,
          mine.part.dimension == other.dimension,
          Sameness(mine.part.numbers, other.powered, within: other.part.slack) != nil
        else { return nil }
        return (1 / mine.exponent, Comparison(matched: max(1, other.part.leafCount)))
      }
    }

    /// - Parameter fits: how many times its exponent a factor has in the other formula; not a number
    ///   where it has the other sign.
    private mutating func match(
      _ fits: (Part.Factor, Part.Factor) -> (times: Double, Comparison)?
    ) {
      var mine = 0
      next: while mine < open.count {
        // The same exponent is looked for first.
        for wantsSame in [true, false] {
          for other in given.indices {
            guard let (times, comparison) = fits(open[mine], given[other]),
              !wantsSame || times == 1
            else { continue }
            if times.isNaN { isFlipped.toggle() }
            take(mine, other, times: times.isNaN ? 1 : times, comparison)
            continue next
          }
        }
        mine += 1
      }
    }

    /// Opens a factor that is a product itself; false where there is none left.
    mutating func openGroup() -> Bool {
      func opened(_ factors: inout [Part.Factor]) -> Bool {
        guard let place = factors.firstIndex(where: { $0.part.isProduct }) else { return false }
        let group = factors.remove(at: place)
        let power =
          group.power ?? (group.exponent == 1 || group.exponent == -1 ? nil : group.part.node)
        for var factor in group.part.factors {
          factor.exponent *= group.exponent
          factor.power = factor.power ?? power
          factors.append(factor)
        }
        if group.part.isNegative, group.exponent.rounded() == group.exponent,
          Int(group.exponent) % 2 != 0
        {
          isFlipped.toggle()
        }
        return true
      }
      return opened(&given) || opened(&open)
    }

    /// Takes several factors of one formula for one of the other, by what they come to.
    mutating func matchGroups() {
      for other in given.indices.reversed() {
        let factor = given[other]
        guard let places = Self.places(in: open, of: factor, slack: factor.part.slack) else {
          continue
        }
        for place in places.places { found.append((open[place], places.times, false)) }
        result.matched += max(1, factor.part.leafCount)
        result.deviation += factor.part.slack
        given.remove(at: other)
        for place in places.places.reversed() { open.remove(at: place) }
      }
      for mine in open.indices.reversed() {
        let factor = open[mine]
        let slack = given.reduce(0) { $0 + $1.part.slack }
        guard let places = Self.places(in: given, of: factor, slack: slack) else { continue }
        found.append((factor, places.times, false))
        result.matched += places.places.reduce(0) { $0 + given[$1].part.leafCount }
        open.remove(at: mine)
        for place in places.places.reversed() { given.remove(at: place) }
      }
    }

    /// Factors that are looked at together at most.
    static let groupLimit = 8

    /// Two or more factors that come to one; nil where there are none.
    private static func places(
      in factors: [Part.Factor], of whole: Part.Factor, slack: Double
    ) -> (places: [Int], times: Double)? {
      guard factors.count > 1, factors.count <= groupLimit else { return nil }
      let own = factors.map { $0.powered.first ?? .nan }
      let wanted = whole.powered.first ?? .nan
      let near = slack * abs(whole.exponent) + 1e-6
      func isNear(_ number: Double) -> Bool { abs(number - wanted) <= near * abs(wanted) }
      for size in 2...factors.count {
        for bits in 1..<(1 << factors.count) where bits.nonzeroBitCount == size {
          // The numbers are tried before the units, which take longer.
          var number = 1.0
          for place in own.indices where bits & (1 << place) != 0 { number *= own[place] }
          guard isNear(number) || isNear(1 / number) else { continue }
          let places = factors.indices.filter { bits & (1 << $0) != 0 }
          if let times = times(places.map { factors[$0] }, whole, slack) { return (places, times) }
        }
      }
      return nil
    }

    /// Whether factors come to one of the other formula, or to its inverse.
    private static func times(
      _ chosen: [Part.Factor], _ whole: Part.Factor, _ slack: Double
    ) -> Double? {
      // Plain numbers alone come to a plain number by chance.
      guard chosen.contains(where: { !$0.part.isPlainNumber }) || whole.part.isPlainNumber,
        let product = product(chosen)
      else { return nil }
      let near = slack * abs(whole.exponent)
      if product.dimension == whole.dimension,
        Sameness(product.numbers, whole.powered, within: near) != nil
      {
        return 1
      }
      if chosen.contains(where: { $0.part.origin.isNamed }), !whole.part.isPlain,
        product.inverse == whole.dimension,
        Sameness(product.numbers.map { 1 / $0 }, whole.powered, within: near) != nil
      {
        return -1
      }
      return nil
    }

    static func product(
      _ factors: [Part.Factor]
    ) -> (numbers: [Double], dimension: Dimension, inverse: Dimension, unit: Unit)? {
      var numbers: [Double] = [1]
      var unit = Unit.one
      for factor in factors {
        guard let next = FormulaTree.combined(numbers, factor.powered, *),
          let exponent = Exponent(nearest: factor.exponent),
          let power = try? factor.part.unit.power(exponent),
          let product = try? unit.product(with: power)
        else { return nil }
        (numbers, unit) = (next, product.unit)
      }
      return (numbers, unit.dimension, (try? unit.power(-.one))?.dimension ?? .one, unit)
    }

    static func combinations(_ count: Int, _ size: Int) -> [[Int]] {
      (0..<(1 << count)).compactMap { bits in
        guard bits.nonzeroBitCount == size else { return nil }
        return (0..<count).filter { bits & (1 << $0) != 0 }
      }
    }

    /// Takes figures without unit for quantities, where they are theirs in a unit of their dimension.
    mutating func matchBareFigures() {
      matchBareGroups()
      for manner in UnitSizes.Manner.allCases {
        match { mine, other in
          guard other.part.isPlain, !mine.part.isPlain, !other.part.isPlainName,
            UnitSizes.isFigure(other.part, of: mine.part, manner)
          else { return nil }
          return (
            other.exponent / mine.exponent,
            Comparison(
              matched: max(1, other.part.leafCount), isBare: true, deviation: other.part.slack,
              areStated: manner == .stated)
          )
        }
      }
    }

    /// A figure without unit for several factors: 4.625 for `height / 2`.
    private mutating func matchBareGroups() {
      guard open.count > 1, open.count <= Self.groupLimit else { return }
      for other in given.indices.reversed() {
        let figure = given[other]
        guard figure.part.isPlain, figure.part.numbers.count == 1, open.count > 1 else { continue }
        let factors = open
        // In the units in which they are stated.
        let own = factors.map { factor in
          (factor.powered.first ?? .nan) / FormulaTree.power(factor.part.one, factor.exponent)
        }
        let wanted = figure.powered.first ?? .nan
        let near = figure.part.slack * abs(figure.exponent) + 1e-9
        let places = (1..<(1 << factors.count)).lazy.filter { bits in
          guard bits.nonzeroBitCount > 1 else { return false }
          var number = 1.0
          for place in own.indices where bits & (1 << place) != 0 { number *= own[place] }
          return abs(number - wanted) <= near * abs(wanted)
        }.map { bits in factors.indices.filter { bits & (1 << $0) != 0 } }.first { places in
          let chosen = places.map { factors[$0] }
          guard chosen.contains(where: { !$0.part.isPlain }), let product = Self.product(chosen)
          else {
            return false
          }
          return product.dimension != .one && product.numbers.count == 1
        }
        guard let places else { continue }
        for place in places { found.append((open[place], 1, true)) }
        result.matched += max(1, figure.part.leafCount)
        result.deviation += figure.part.slack
        result.isBare = true
        given.remove(at: other)
        for place in places.reversed() { open.remove(at: place) }
      }
    }

    // MARK: Exponents

    /// What is said of factors that have another exponent.
    func exponents(in m: Part, _ model: FormulaTree) -> [Difference] {
      var wrong = found.filter { $0.times != 1 }
      guard !wrong.isEmpty else { return [] }
      var differences: [Difference] = []
      // Two of a kind that have each other's exponent: `h b^3` for `b h^3`.
      for first in wrong.indices where wrong.count == 2 && found.count > 2 {
        guard
          let second = wrong.indices.first(where: { other in
            other > first && wrong[other].factor.part.origin.isNamed
              && wrong[first].factor.part.origin.isNamed
              && !wrong[other].factor.part.isPlainNumber && !wrong[first].factor.part.isPlainNumber
              && wrong[other].factor.part.dimension == wrong[first].factor.part.dimension
              && wrong[other].factor.exponent == wrong[first].factor.exponent * wrong[first].times
              && wrong[first].factor.exponent == wrong[other].factor.exponent * wrong[other].times
          })
        else { continue }
        let pair = [wrong[first], wrong[second]]
        differences.append(
          Difference(
            error: Swapped(
              first: model.nameable(pair[0].factor.part.node),
              second: model.nameable(pair[1].factor.part.node)),
            edits: pair.map(Self.raise),
            cost: Aligner.Cost.slip))
        wrong.remove(at: second)
        wrong.remove(at: first)
        break
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

  /// Factors that differ within are taken for one another where that is the least they differ.
  private mutating func pairAlike(_ pairing: inout Pairing) {
    while !pairing.open.isEmpty, !pairing.given.isEmpty {
      var best: (cost: Double, mine: Int, other: Int, times: Double, comparison: Comparison)?
      for (mine, factor) in pairing.open.enumerated() {
        for (other, own) in pairing.given.enumerated() {
          guard !(factor.part.isPlainLiteral && own.part.isPlainLiteral) else { continue }
          // Among figures without units, what converts stands for nothing else.
          if pairing.result.isBare, own.part.isPlainLiteral,
            Conversions.isCommon(own.part.numbers[0])
              || Conversions.isPowerOfTen(own.part.numbers[0])
          {
            continue
          }
          if let found = powerOfSum(factor, own) {
            if found.cost < best?.cost ?? .infinity { best = (found.cost, mine, other, 1, found) }
            continue
          }
          let times = own.exponent / factor.exponent
          if case .raised(let base, let exponent) = factor.part.shape, own.part.isPlain,
            abs(times) != 1
          {
            let found = raised(
              base, exponent, Part.Factor(part: own.part, exponent: times, power: nil))
            if found.cost < best?.cost ?? .infinity { best = (found.cost, mine, other, 1, found) }
            continue
          }
          guard times == 1 || times == -1 || (times > 0 && !factor.part.isAtom),
            factor.part.dimension == own.part.dimension || own.part.isPlain
          else { continue }
          var found = compare(factor.part, own.part)
          var cost = found.cost + (times == 1 ? 0 : 1)
          if let turned = turnedLogarithm(factor.part, own.part),
            turned.cost + (pairing.isFlipped ? -1 : 1) < cost
          {
            found = turned
            cost = turned.cost + (pairing.isFlipped ? -1 : 1)
          }
          if cost < best?.cost ?? .infinity { best = (cost, mine, other, times, found) }
        }
      }
      guard let best, best.cost < Cost.limit, !best.comparison.isOpaque,
        best.comparison.matched > 0 || best.cost < 1.9
      else { return }
      if best.comparison.turnsSign { pairing.isFlipped.toggle() }
      pairing.take(best.mine, best.other, times: best.times, best.comparison)
    }
  }

  /// `ln(b / a)` for `-ln(a / b)`.
  private mutating func turnedLogarithm(_ m: Part, _ s: Part) -> Comparison? {
    guard case .call(let function, let own) = m.shape, case .call(let used, let given) = s.shape,
      FunctionKin.logarithms.contains(function.name), FunctionKin.logarithms.contains(used.name),
      let inverse = given.first?.inverse(ofDivisors: false)
    else { return nil }
    var result = compare(own[0], inverse)
    if function != used { result.add(otherFunction(m, function, own, used, result.differences)) }
    result.turnsSign = true
    // A figure for another says nothing of the sign.
    let isReplaced = result.differences.contains { difference in
      if case .replaced = difference.trace { true } else { false }
    }
    return isReplaced ? nil : result
  }

  /// Several factors of the student's for a sum of the model's: `own * buy` for `own * buy + …`.
  private mutating func pairGroupWithSum(_ pairing: inout Pairing) {
    guard pairing.open.count == 1, pairing.given.count > 1, let mine = pairing.open.first,
      mine.part.isSum, abs(mine.exponent) == 1, let other = Pairing.product(pairing.given),
      other.dimension == mine.dimension || other.dimension == .one
    else { return }
    let factors = pairing.given.map {
      Part.Factor(part: $0.part, exponent: $0.exponent * mine.exponent, power: $0.power)
    }
    let whole = Part(
      factors, of: pairing.given[0].part,
      numbers: other.numbers.map { FormulaTree.power($0, mine.exponent) },
      unit: (try? other.unit.power(Exponent(mine.exponent < 0 ? -1 : 1))) ?? other.unit)
    let found = compare(mine.part, whole)
    guard !found.isOpaque, found.matched > 0, found.cost < Cost.limit else { return }
    pairing.result.add(found)
    (pairing.open, pairing.given) = ([], [])
  }

  // MARK: What is left

  /// Plain numbers that are left on both sides.
  private func numbers(_ pairing: inout Pairing, _ m: Part, _ result: inout Comparison) {
    if m.isBareBeside(pairing.given) || result.isBare {
      // A unit by itself is no factor where figures have none: `1 mL/min`.
      pairing.open.removeAll {
        $0.part.isLiteral && $0.part.numbers == [$0.part.one] && !$0.part.isPlain
      }
    }
    let mine = pairing.open.filter(\.part.isPlainLiteral)
    let own = pairing.given.filter(\.part.isPlainLiteral)
    // `r * 2` for `r^2`.
    if mine.isEmpty, own.count == 1,
      let place = result.differences.firstIndex(where: { difference in
        guard case .raised(let factor, let times) = difference.trace else { return false }
        return factor.exponent * times == 1 && factor.exponent == own[0].part.numbers.first
      })
    {
      let origin = (result.differences[place].error as? WrongPower)?.origin ?? .part
      result.differences[place].error = WrongPower(origin: origin, manner: .timesExponent)
      result.differences[place].edits.append(
        .init(node: m.node, change: .multiply(own[0].powered)))
      pairing.given.removeAll { $0.part === own[0].part }
      return
    }
    guard !mine.isEmpty else { return }
    if own.isEmpty, mine.count > 1 {
      // Several plain numbers that are left out are one slip.
      pairing.open.removeAll(where: \.part.isPlainLiteral)
      result.differences.append(
        Difference(
          error: MissingNumber(origin: .part),
          edits: mine.map { .init(node: $0.part.node, change: .set([1])) }, cost: Cost.slip))
      return
    }
    let isUpsideDown =
      pairing.found.contains { $0.times == -1 }
      && pairing.found.allSatisfy { $0.times == -1 }
    func product(_ factors: [Part.Factor]) -> Double {
      factors.reduce(1) { $0 * ($1.powered.first ?? 1) }
    }
    var whole = product(mine)
    let wrongPower = result.differences.first { difference in
      if case .raised(let factor, _) = difference.trace { factor.power != nil } else { false }
    }
    if isUpsideDown {
      whole = 1 / whole
    } else if case .raised(let factor, let times)? = wrongPower?.trace {
      // Numbers under a root that is forgotten are too.
      whole = mine.reduce(1) { product, number in
        let power = number.power == factor.power ? times : 1
        return product * FormulaTree.power(number.powered.first ?? 1, power)
      }
    }
    let slack = own.reduce(0) { $0 + $1.part.slack }
    let other = product(own)
    let edits = mine.enumerated().map { place, factor in
      Difference.Edit(
        node: factor.part.node,
        change: .set([place == 0 ? FormulaTree.power(other, 1 / factor.exponent) : 1]))
    }
    func drop() {
      pairing.open.removeAll(where: \.part.isPlainLiteral)
      pairing.given.removeAll(where: \.part.isPlainLiteral)
    }
    if Sameness([whole], [other], within: slack) != nil {
      // They come to the same in another form.
      result.matched += own.count
      result.deviation += slack
      if isUpsideDown || wrongPower != nil {
        result.differences.append(
          Difference(error: nil, edits: edits, cost: 0))
      }
      return drop()
    }
    guard !own.isEmpty else { return }
    let ratio = other / whole
    let origin = model.nameable(mine[0].part.node)
    let error: any ErrorPattern
    if !WrongNumber.isUsual(whole), Conversions.isNear(other, 1 / whole) {
      error = Inversion(place: .factor(origin, shouldDivide: whole < 1))
    } else if Conversions.isNear(ratio, 100),
      mine.contains(where: { factor in factor.part.numbers.allSatisfy { $0 > 0 && $0 < 1 } })
    {
      error = WrongPercentage(origin: nil, factor: nil)
    } else if Conversions.isPowerOfTen(ratio) || Conversions.isCommon(ratio) {
      error = WrongScale(size: ratio, origin: nil)
    } else {
      error = WrongNumber(origin: origin)
    }
    var difference = Difference(error: error, edits: edits, cost: Cost.figure)
    if mine.count == 1, own.count == 1 {
      difference.trace = .replaced(mine[0].part, by: own[0].part)
    }
    result.differences.append(difference)
    drop()
  }

  private func missing(_ factor: Part.Factor, isBare: Bool) -> Difference {
    let origin = model.nameable(factor.part.node)
    let edit = Difference.Edit(
      node: factor.part.node,
      change: .set([isBare && !factor.part.isPlain ? factor.part.one : 1]))
    // Who leaves out what is as good as 1 has not forgotten it.
    if factor.part.isPlain, factor.powered.allSatisfy({ abs($0 - 1) <= 0.005 }) {
      return Difference(error: nil, edits: [edit], cost: 0.1)
    }
    let isNamed =
      origin.isNamed || factor.part.isAtom || factor.part.isPlain && factor.part.namedLeaves.isEmpty
    let error: any ErrorPattern
    if factor.part.isPlainNumber
      || factor.part.isPlain && !factor.part.isAtom && factor.part.namedLeaves.isEmpty
    {
      error = MissingNumber(origin: origin)
    } else if isNamed || factor.part.namedLeaves.isEmpty {
      error = MissingFactor(origin: origin)
    } else {
      error = MissingPart(names: factor.part.namedLeaves.map(\.origin))
    }
    return Difference(
      error: error, edits: [edit], cost: isNamed ? Cost.slip : Cost.unnamed, trace: .missing(factor)
    )
  }

  private func extra(_ factor: Part.Factor, in m: Part, isBare: Bool, isThere: Bool) -> Difference {
    let part = factor.part
    let edits = [Difference.Edit(node: m.node, change: .multiply(factor.powered))]
    // Figures without units that are given one in the end.
    if isBare, !m.isPlain, part.dimension == m.dimension, case .literal(let number, _) = part.origin
    {
      return Difference(error: nil, edits: [], cost: 0, trace: .conversion(number))
    }
    if part.isPlainNumber, factor.powered.allSatisfy({ $0 == 1 }) {
      return Difference(error: nil, edits: [], cost: 0)
    }
    if part.isPlainLiteral, let number = factor.powered.first, WrongNumber.isUsual(number) {
      return Difference(
        error: ExtraNumber(factor: nil), edits: edits, cost: Cost.slip, trace: .extra(factor))
    }
    if part.isPlainLiteral, let number = factor.powered.first,
      Conversions.isConversion(number)
    {
      // Among figures without units, it converts one to another, and the whole is looked at.
      if isBare {
        return Difference(error: nil, edits: [], cost: 0, trace: .conversion(number))
      }
      return Difference(
        error: WrongScale(size: number, origin: nil), edits: edits, cost: Cost.slip,
        trace: .extra(factor))
    }
    let origin = part.origin.isNamed ? part.origin : vocabulary.name(of: part).map { .name($0) }
    return Difference(
      error: ExtraFactor(
        origin: origin ?? (part.isAtom ? part.origin : part.nameableInside),
        manner: isThere && factor.exponent > 0
          ? .again : factor.exponent < 0 ? .foreignDivisor : .foreign),
      edits: edits, cost: part.isAtom ? Cost.slip : Cost.unnamed, trace: .extra(factor))
  }
}

extension Part.Factor {
  /// Its numbers to its power.
  var powered: [Double] {
    exponent == 1 ? part.numbers : part.numbers.map { FormulaTree.power($0, exponent) }
  }

  /// Its dimension to its power.
  var dimension: Dimension {
    guard exponent != 1, part.unit != .one, let power = Exponent(nearest: exponent) else {
      return part.dimension
    }
    return (try? part.unit.power(power))?.dimension ?? part.dimension
  }
}

extension Part {
  /// A number as typed, or one such as π.
  var isPlainLiteral: Bool { isAtom && isPlainNumber }
  /// Whether it is a number of several figures, which no other is by chance.
  var hasFigures: Bool { numbers.count == 1 && NumberFormat.figures(numbers[0]) >= 3 }
  /// A plain number with a name of its own.
  var isPlainName: Bool { if case .name = origin { isAtom } else { false } }
}
