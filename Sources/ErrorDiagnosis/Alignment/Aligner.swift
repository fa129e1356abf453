import Formulas
import Quantities

/// Compares a student's formula with the model's, part by part: by name, else by value and
/// dimension, else by being made of parts that compare. What is left over are the differences.
struct Aligner {
  let model: FormulaTree
  let vocabulary: Vocabulary
  /// Comparisons that may still be made.
  private var effort = 4000
  private var depth = 0
  private static let depthLimit = 40

  /// Names that could be taken for one another, with what they stand for.
  struct Vocabulary {
    var names: [(name: String, numbers: [Double], unit: Unit)] = []
    /// Their figures in the units in which they are stated.
    var figures: [(name: String, figures: [Double])] = []

    func dimension(of name: String) -> Dimension? {
      names.first { $0.name == name }?.unit.dimension
    }

    /// The name of a figure without its unit; nil where it has none or several.
    func name(ofFigure part: Part) -> String? {
      guard part.isLiteral,
        part.rounding < 0.02 || part.numbers.contains(where: { $0.rounded() != $0 })
      else { return nil }
      let found = figures.filter { Sameness($0.figures, part.numbers, within: 0) == .exact }
      return found.count == 1 ? found[0].name : nil
    }

    /// The name of a value; nil where it has none or several.
    func name(of part: Part) -> String? {
      let found = names.filter {
        $0.unit.dimension == part.dimension
          && Sameness($0.numbers, part.numbers, within: min(part.slack, 0.003)) != nil
      }
      return found.count == 1 ? found[0].name : nil
    }
  }

  /// What the differences cost: the less, the likelier. Two formulas are taken for the same with the
  /// differences that cost least.
  enum Cost {
    static let slip = 1.0
    static let replaced = 1.1
    static let figure = 1.3
    static let function = 1.4
    static let unnamed = 1.8
    /// From which on two parts are not taken for one another.
    static let limit = 3.0
  }

  init(_ model: FormulaTree, _ vocabulary: Vocabulary) {
    self.model = model
    self.vocabulary = vocabulary
  }

  /// Comparisons that were made, with their parts, which have to live as long.
  private var known: [Pair: (Part, Part, Comparison)] = [:]

  private struct Pair: Hashable {
    var mine: ObjectIdentifier
    var other: ObjectIdentifier
  }

  mutating func compare(_ m: Part, _ s: Part) -> Comparison {
    let pair = Pair(mine: ObjectIdentifier(m), other: ObjectIdentifier(s))
    if let known = known[pair] { return known.2 }
    let comparison = compareAnew(m, s)
    known[pair] = (m, s, comparison)
    return comparison
  }

  private mutating func compareAnew(_ m: Part, _ s: Part) -> Comparison {
    effort -= 1
    depth += 1
    defer { depth -= 1 }
    guard effort > 0, depth < Self.depthLimit else { return Comparison(isOpaque: true) }
    if m.origin.isNamed, m.origin == s.origin { return Comparison(matched: 1) }
    if let same = same(m, s) { return same }
    if s.isPlain, !m.isPlain, m.zero == 0, UnitSizes.isFigure(s, of: m, .stated) {
      return Comparison(matched: max(1, s.leafCount), isBare: true, deviation: s.slack)
    }
    if let same = wholePower(m, s) { return same }
    var best = replaced(m, by: s)
    func offer(_ other: Comparison) { if other.cost < best.cost { best = other } }
    switch (m.shape, s.shape) {
    case (.aggregate(_, let inner), .atom):
      if case .row(let key, let row) = s.origin, inner.origin.names == ["\(key)"] {
        offer(
          Comparison(
            differences: [
              Difference(
                error: OtherRow(column: "\(key)", row: row, replaced: model.nameable(m.node)),
                edits: [.init(node: m.node, change: .set(s.numbers))], cost: Cost.slip)
            ], matched: 1))
      }
    case (.call(let function, let own), .call(let used, let given))
    where own.count == given.count:
      offer(calls(m, function, own, used, given))
    case (.raised(let base, let exponent), .raised(let own, let upper)):
      var both = compare(base, own)
      both.add(scaled(compare(exponent, upper), exponent, upper))
      offer(both)
    case (.raised(let base, let exponent), .product(let factors)) where factors.count == 1:
      offer(raised(base, exponent, factors[0]))
    case (.aggregate(let name, let inner), .aggregate(let used, let own)):
      var both = compare(inner, own)
      if name != used { both.differences.append(otherStatistic(used, for: m)) }
      offer(both)
    case _: break
    }
    if let other = exponential(m, s) { offer(other) }
    if let other = exponentialLeftOut(m, s) { offer(other) }
    if let other = plainSum(m, s) { offer(other) }
    if m.dimension == s.dimension || s.isPlain, m.isSum || s.isSum { offer(sums(m, s)) }
    if let other = sumWithOne(m, s) { offer(other) }
    if let other = otherAggregate(m, s) { offer(other) }
    if m.isProduct || s.isProduct { offer(products(m, s)) }
    if case .call(let function, let arguments) = m.shape, arguments.count == 1, !s.isCall {
      var inner = compare(arguments[0], s)
      if let changed = model.applying(inner.differences)?.nodes[arguments[0].node].numbers {
        inner.differences.append(
          Difference(
            error: WrongFunction(.leftOut(function.name)),
            edits: [.init(node: m.node, change: .set(changed))], cost: Cost.function + 0.5))
        if inner.differences.count < 3 { offer(inner) }
      }
    }
    return best
  }

  /// `a + b` for `sqrt(a^2 + b^2)`.
  private func plainSum(_ m: Part, _ s: Part) -> Comparison? {
    guard case .product(let factors) = m.shape, factors.count == 1, factors[0].exponent == 0.5,
      case .sum(let squares) = factors[0].part.shape, case .sum(let terms) = s.shape,
      squares.count == 2, squares.allSatisfy({ !$0.isNegative })
    else { return nil }
    let roots = squares.map { $0.part.numbers.map { $0.squareRoot() } }
    let sums = [1.0, -1].compactMap { sign in
      FormulaTree.combined(roots[0], roots[1]) { $0 + sign * $1 }
    }
    guard
      sums.contains(where: { sum in
        [1.0, -1].contains { sign in
          Sameness(sum.map { $0 * sign }, s.numbers, within: s.slack) != nil
        }
      })
    else { return nil }
    return Comparison(
      differences: [
        Difference(
          error: WrongPower(origin: model.nodes[m.node].origin, manner: .plainSum),
          edits: [.init(node: m.node, change: .set(s.numbers))], cost: Cost.slip)
      ], matched: terms.count)
  }

  /// 1.045 for `1 + rate`: it is the rate that is another.
  private mutating func sumWithOne(_ m: Part, _ s: Part) -> Comparison? {
    guard m.isPlain, s.isPlain, s.isLiteral, case .sum(let terms) = m.shape, terms.count == 2,
      let number = terms.first(where: { $0.part.isPlainLiteral && !$0.isNegative }),
      let other = terms.first(where: { $0.part !== number.part }),
      !other.part.namedLeaves.isEmpty, let one = number.part.numbers.first
    else { return nil }
    let sign = other.isNegative ? -1.0 : 1
    let rest = Part(s, numbers: s.numbers.map { sign * ($0 - one) })
    // `x` for `1 - x`: what is left of it is asked for.
    if other.isNegative, same(other.part, s) != nil {
      return Comparison(
        differences: [
          Difference(
            error: ExtraTerm(origin: named(other.part), manner: .whole),
            edits: [.init(node: m.node, change: .set(s.numbers))], cost: Cost.slip)
        ], matched: 1)
    }
    return rest.numbers.allSatisfy { $0 != 0 } ? compare(other.part, rest) : nil
  }

  /// A sum of a column where each row is asked for, or the other way round.
  private mutating func otherAggregate(_ m: Part, _ s: Part) -> Comparison? {
    if case .aggregate(let used, let inner) = s.shape, m.numbers.count > 1 {
      var result = compare(m, inner)
      guard result.differences.isEmpty, !result.isOpaque else { return nil }
      result.differences.append(
        Difference(
          error: WrongStatistic(manner: .oneForRows(used: used)),
          edits: [.init(node: m.node, change: .set(s.numbers))], cost: Cost.slip))
      return result
    }
    if case .aggregate(_, let inner) = m.shape, s.numbers.count > 1 {
      var result = compare(inner, s)
      guard result.differences.isEmpty, !result.isOpaque else { return nil }
      result.differences.append(
        Difference(
          error: WrongStatistic(manner: .rowsForOne),
          edits: [.init(node: m.node, change: .set(s.numbers))], cost: Cost.slip))
      return result
    }
    return nil
  }

  /// `2 g h` for `sqrt(2 g h)`, whatever stands under the root.
  private func wholePower(_ m: Part, _ s: Part) -> Comparison? {
    guard case .product(let factors) = m.shape, factors.count == 1, factors[0].exponent != 1,
      factors[0].exponent != -1, factors[0].part.dimension == s.dimension,
      Sameness(factors[0].part.numbers, s.numbers, within: s.slack) != nil
    else { return nil }
    let part = factors[0].part
    return Comparison(
      differences: [
        Difference(
          error: WrongPower(
            origin: named(part), manner: .init(factors[0].exponent, times: 1 / factors[0].exponent)),
          edits: [.init(node: m.node, change: .set(s.numbers))], cost: Cost.slip)
      ], matched: max(1, s.leafCount))
  }

  /// `(a - b)^4` for `a^4 - b^4`.
  func powerOfSum(_ m: Part.Factor, _ s: Part.Factor) -> Comparison? {
    guard m.exponent == 1, case .sum(let powers) = m.part.shape,
      case .sum(let terms) = s.part.shape,
      powers.count == terms.count, s.exponent != 1
    else { return nil }
    let exponent = s.exponent
    var open = terms
    for power in powers {
      guard
        let place = open.firstIndex(where: { term in
          term.isNegative == power.isNegative
            && Sameness(
              power.part.numbers, term.part.numbers.map { FormulaTree.power($0, exponent) },
              within: term.part.slack * abs(exponent)) != nil
        })
      else { return nil }
      open.remove(at: place)
    }
    return Comparison(
      differences: [
        Difference(
          error: WrongPower(origin: named(m.part), manner: .ofSum),
          edits: [.init(node: m.part.node, change: .set(s.powered))], cost: Cost.slip)
      ], matched: terms.count)
  }

  // MARK: The same

  func same(_ m: Part, _ s: Part) -> Comparison? {
    guard m.dimension == s.dimension else { return nil }
    // A plain number of one or two digits is another by chance.
    let isVague = m.isPlain && !m.origin.isNamed && s.isPlainLiteral && !s.hasFigures
    switch Sameness(m.numbers, s.numbers, within: isVague ? 0 : s.slack) {
    case nil: return nil
    case .exact?: return Comparison(matched: max(1, s.leafCount))
    case .rounded?:
      return Comparison(
        matched: max(1, s.leafCount), rounded: [m.origin], deviation: s.slack)
    }
  }

  // MARK: Calls

  private mutating func calls(
    _ m: Part, _ function: FormulaFunction, _ own: [Part], _ used: FormulaFunction, _ given: [Part]
  ) -> Comparison {
    var result = Comparison()
    for (mine, other) in zip(own, given) { result.add(scaled(compare(mine, other), mine, other)) }
    if function != used {
      result.add(otherFunction(m, function, own, used, result.differences))
    } else if own.count == 1, FunctionKin.ofAngles.contains(function.name) {
      // The figure of an angle in degrees stands where a plain number counts as radians.
      let (mine, other) = (own[0], given[0])
      if Sameness(mine.numbers.map { $0 * Conversions.radian }, other.numbers, within: other.slack)
        != nil
      {
        let error = WrongFunction(.degrees(function.name))
        return Comparison(
          differences: [
            Difference(
              error: error, edits: [.init(node: mine.node, change: .set(other.numbers))],
              cost: Cost.slip)
          ], matched: 1)
      }
    }
    return result
  }

  /// Figures without units have to come to the plain number that a function takes.
  func scaled(_ comparison: Comparison, _ m: Part, _ s: Part) -> Comparison {
    guard comparison.isBare, !comparison.isOpaque,
      let own = model.applying(comparison.differences)?.nodes[m.node].numbers.first,
      let other = s.numbers.first, own != 0
    else { return comparison }
    let ratio = other / own
    let closeness = s.slack + 1e-6
    if abs(ratio - 1) <= closeness { return comparison }
    var result = comparison
    guard ratio > 0, let size = Conversions.nearest(ratio, within: closeness) else {
      result.isOpaque = true
      return result
    }
    result.differences.append(
      Difference(
        error: WrongScale(size: size, origin: named(m)),
        edits: [.init(node: m.node, change: .multiply([size]))], cost: Cost.slip))
    return result
  }

  /// That a function stands where another belongs, on what its arguments have come to.
  func otherFunction(
    _ m: Part, _ function: FormulaFunction, _ own: [Part], _ used: FormulaFunction,
    _ before: [Difference]
  ) -> Comparison {
    guard let changed = model.applying(before),
      let numbers = used.value(of: own.map { changed.nodes[$0.node].numbers })
    else { return Comparison(isOpaque: true) }
    return Comparison(differences: [
      Difference(
        error: WrongFunction(.other(used: used.name, belongs: function.name)),
        edits: [.init(node: m.node, change: .set(numbers))],
        cost: FunctionKin.areAlike(function.name, used.name) ? Cost.slip : Cost.unnamed)
    ])
  }

  /// `exp(x)` for `10^x`, and the other way round.
  private mutating func exponential(_ m: Part, _ s: Part) -> Comparison? {
    func parts(_ part: Part) -> (base: String, exponent: Part)? {
      switch part.shape {
      case .call(let function, let arguments) where function.name == "exp":
        return ("e", arguments[0])
      case .raised(let base, let exponent) where base.numbers == [0.5]:
        return ("2", exponent.negated)
      case .raised(let base, let exponent) where base.isPlainNumber && base.numbers.count == 1:
        for (name, number) in FunctionKin.bases where abs(base.numbers[0] - number) < 1e-9 * number
        {
          return (name, exponent)
        }
        return nil
      case _: return nil
      }
    }
    guard let mine = parts(m), let other = parts(s), mine.base != other.base,
      let base = FunctionKin.bases.first(where: { $0.name == other.base })?.number
    else { return nil }
    var result = compare(mine.exponent, other.exponent)
    guard
      var exponent = model.applying(result.differences)?.nodes[mine.exponent.node].numbers
    else { return nil }
    if case .raised(let own, _) = m.shape, own.numbers == [0.5] { exponent = exponent.map { -$0 } }
    result.differences.append(
      Difference(
        error: WrongFunction(
          .other(used: "\(other.base)^", belongs: "\(mine.base)^")),
        edits: [
          .init(node: m.node, change: .set(exponent.map { FormulaTree.power(base, $0) }))
        ], cost: Cost.slip))
    return result
  }

  /// 88 for `10^(88 / 10)`.
  private func exponentialLeftOut(_ m: Part, _ s: Part) -> Comparison? {
    guard s.isAtom, m.isPlain, s.isPlain, case .raised(let base, let exponent) = m.shape,
      base.isPlainNumber,
      exponent.allLeaves.contains(where: { leaf in
        leaf.origin.isNamed
          && (leaf.origin == s.origin || Sameness(leaf.numbers, s.numbers, within: s.slack) != nil)
      })
    else { return nil }
    let number = base.numbers[0]
    let name = FunctionKin.bases.first { Conversions.isNear($0.number, number) }?.name
    return Comparison(
      differences: [
        Difference(
          error: WrongFunction(.leftOut(name.map { "\($0)^" } ?? "^")),
          edits: [.init(node: m.node, change: .set(s.numbers))], cost: Cost.slip)
      ], matched: 1)
  }

  /// `1.12^(-6)` for `(1 + rate)^(-years)`: the exponent is a figure.
  mutating func raised(
    _ base: Part, _ exponent: Part, _ factor: Part.Factor
  ) -> Comparison {
    var result = compare(base, factor.part)
    let own = exponent.numbers.count == 1 ? exponent.numbers[0] : .nan
    if abs(own - factor.exponent) <= 1e-9 * abs(own) {
      result.matched += 1
      return result
    }
    let isSign = abs(own + factor.exponent) <= 1e-9 * abs(own)
    let origin = exponent.nameableInside
    let error: any ErrorPattern
    if isSign {
      error = WrongSign(origin: origin, isExponent: true)
    } else if factor.exponent == 1 {
      error = WrongPower(origin: origin, manner: .exponentLeftOut)
    } else {
      error = WrongNumber(origin: origin)
    }
    result.differences.append(
      Difference(
        error: error, edits: [.init(node: exponent.node, change: .set([factor.exponent]))],
        cost: isSign ? Cost.slip : Cost.figure))
    return result
  }

  private func otherStatistic(_ used: String, for m: Part) -> Difference {
    let origin = model.isWhole(m.node) ? nil : model.nameable(m.node)
    var edits: [Difference.Edit] = []
    if case .aggregate(_, let inner) = model.nodes[model.withoutNames(m.node)].kind,
      let number = Statistic.named(used)?.value(of: model.nodes[inner].numbers)
    {
      edits = [.init(node: m.node, change: .set([number]))]
    }
    return Difference(
      error: WrongStatistic(manner: .other(used: used, of: origin)), edits: edits, cost: Cost.slip)
  }
}

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

extension Part {
  /// Whether it is a quantity, and what stands beside it are plain numbers.
  func isBareBeside(_ given: [Factor]) -> Bool { !isPlain && given.allSatisfy(\.part.isPlain) }

  /// A power whose exponent is a formula, or `exp`.
  var isExponential: Bool {
    switch shape {
    case .raised: true
    case .call(let function, _): function.name == "exp"
    case .atom, .product, .sum, .aggregate: false
    }
  }

  var isLogarithm: Bool {
    if case .call(let function, _) = shape {
      FunctionKin.logarithms.contains(function.name)
    } else {
      false
    }
  }

  var isSum: Bool { if case .sum = shape { true } else { false } }
  var isProduct: Bool { if case .product = shape { true } else { false } }
  var isCall: Bool { if case .call = shape { true } else { false } }

  /// What it is called, or the one name in it.
  var nameableInside: FormulaTree.Origin {
    if origin.isNamed { return origin }
    let names = Set(namedLeaves.map(\.origin))
    return names.count == 1 ? names.first ?? origin : origin
  }

  /// Names and columns that it is made of.
  var namedLeaves: [Part] {
    switch shape {
    case .atom: return origin.isNamed ? [self] : []
    case .product(let factors): return factors.flatMap(\.part.namedLeaves)
    case .sum(let terms): return terms.flatMap(\.part.namedLeaves)
    case .raised(let base, let exponent): return base.namedLeaves + exponent.namedLeaves
    case .call(_, let arguments): return arguments.flatMap(\.namedLeaves)
    case .aggregate(_, let inner): return inner.namedLeaves
    }
  }
}
