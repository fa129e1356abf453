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
    /// Of the units of the model's parts.
    let sizes = UsualSizes()

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

    /// Whether a figure without its unit is one of a name's, as near as it is typed.
    func hasFigure(_ part: Part) -> Bool {
      figures.contains { Sameness($0.figures, part.numbers, within: part.slack) != nil }
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

  /// Several factors of the student's that were taken together.
  var groups: [[Member]: Part] = [:]

  struct Member: Hashable {
    var part: ObjectIdentifier
    var exponent: Double
  }

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
                error: WrongStatistic(manner: .rowForAll("\(key)", row)),
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
    // A sum of quantities of several dimensions has none.
    if m.dimension == s.dimension || s.isPlain || m.isSum && s.isSum, m.isSum || s.isSum {
      offer(sums(m, s))
    }
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
        matched: max(1, s.leafCount), deviation: s.slack)
    }
  }
}
