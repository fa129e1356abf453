import AnswerKeys
import Formulas

/// What a student's own formula is made of, which speaks for an error or against it.
public struct StudentFormula {
  typealias Origin = FormulaTree.Origin

  /// What the formula is made of, through all names.
  public let all: FormulaInputs
  /// Through the student's own names, but not through other answers.
  public let near: FormulaInputs
  /// Whether it is a number typed as such, which says nothing.
  public var isFigure = false
  /// The bare numbers with which the formula converts by hand, alone and together, the fewest
  /// first.
  private var handmade: [[FormulaInputs.BareFactor]]

  /// Of an error that goes against the names that the formula holds.
  static let contradiction = 100
  /// Bare factors that are looked at together at most.
  private static let handLimit = 6

  public init(all: FormulaInputs, near: FormulaInputs) {
    self.all = all
    self.near = near
    let factors = near.bareFactors
      .filter { Conversions.isCommon($0.number) || Conversions.isPowerOfTen($0.number) }
      .sorted { $0.factor < $1.factor }.prefix(Self.handLimit)
    var sets: [[FormulaInputs.BareFactor]] = [[]]
    for factor in factors { sets += sets.map { $0 + [factor] } }
    handmade = sets.filter { (1...3).contains($0.count) }.sorted { $0.count < $1.count }
  }

  /// Takes the bare numbers that stand for figures of a model answer for no conversions.
  mutating func leaveFigures(of tree: FormulaTree) {
    func isNamed(_ node: Int) -> Bool { names(tree.nodes[node].origin, in: near) }
    let figures = tree.nodes.enumerated().compactMap { place, node -> Double? in
      guard case .leaf = node.kind, node.numbers.count == 1, !isNamed(place),
        !tree.ancestors(of: place).contains(where: isNamed)
      else { return nil }
      return node.figure(node.numbers[0])
    }
    handmade.removeAll { factors in
      factors.contains { factor in
        let own = max(1, near.numberCounts[factor.number] ?? 0)
        return own <= figures.count { Conversions.isNear($0, factor.number) }
      }
    }
  }

  /// How much an error goes against the formula: the less, the likelier. Below 0 where the formula
  /// speaks for it.
  func disagreement(
    with variation: Variation, in tree: FormulaTree, _ scope: ModelScope, question: String
  ) -> Int {
    guard !isFigure else { return 0 }
    if let size = variation.error.conversion, madeByHand(size) != nil { return -1 }
    var total = 0
    for origin in variation.held {
      if holds(origin) {
        let isForeign = !tree.nodes.contains { $0.origin == origin }
        // The value of another answer is often that of this one with an error.
        if isForeign, variation.node != tree.root || variation.error.addsFactor,
          names(origin, in: near)
        {
          total -= 1
        }
      } else if !holdsFigure(of: origin, scope) {
        total += isHidden(origin, scope, question) || all.isTyped ? 1 : Self.contradiction
      }
    }
    for origin in variation.lacking {
      if names(origin, in: near) {
        // A part that the model has in two places may be left out in one of them.
        let count = tree.nodes.count { $0.origin == origin }
        total += count > 1 ? 1 : Self.contradiction
      } else if holds(origin) || holdsFigure(of: origin, scope) {
        total += 1
      }
    }
    return total
  }

  /// Whether the formula has every part of the model that two errors leave in its place. Without
  /// names and figures to go by, two errors explain almost anything.
  func covers(_ tree: FormulaTree, without changed: [Int], _ scope: ModelScope) -> Bool {
    func covers(_ node: Int) -> Bool {
      let part = tree.nodes[node]
      if changed.contains(node) || holds(part.origin) { return true }
      switch part.kind {
      case .leaf:
        guard part.numbers.count == 1 else { return part.origin == .unit }
        return part.numbers[0] == part.one || part.origin == .unit
          || holds(part.figure(part.numbers[0]), scaled: true)
      case .product(let factors): return factors.allSatisfy { covers($0.node) }
      case .sum(let terms): return terms.allSatisfy { covers($0.node) }
      case .aggregate, .named, .power, .raised, .call: return part.kind.children.allSatisfy(covers)
      }
    }
    return covers(tree.root)
  }

  /// The bare numbers with which the formula converts by hand to come to a factor, at most three.
  public func madeByHand(_ factor: Double) -> [FormulaInputs.BareFactor]? {
    handmade.first { Conversions.isNear(Self.product($0), factor) }
  }

  /// What the formula's conversions by hand come to, alone and together.
  var factorsByHand: [Double] { handmade.map(Self.product) }

  private static func product(_ factors: [FormulaInputs.BareFactor]) -> Double {
    factors.reduce(1) { $0 * $1.factor }
  }

  // MARK: Pieces

  private func holds(_ origin: Origin) -> Bool { names(origin, in: all) }

  private func names(_ origin: Origin, in inputs: FormulaInputs) -> Bool {
    switch origin {
    case .name(let name): inputs.names.contains(name)
    case .column(let key): inputs.columns.contains(key)
    case .row, .literal, .formula, .madeOf, .unit, .part: false
    }
  }

  /// Whether a figure stands in the place of a name or of a number of the model's.
  private func holdsFigure(of origin: Origin, _ scope: ModelScope) -> Bool {
    switch origin {
    case .name(let name):
      guard case .quantity(let number, _)? = scope.value(of: name) else { return false }
      return holds(number, scaled: false)
    case .literal(let number, _):
      return holds(number, scaled: false) || holds(1 / number, scaled: false)
    case .formula, .madeOf, .part: return true
    case .column, .row, .unit: return false
    }
  }

  private func holds(_ number: Double, scaled: Bool) -> Bool {
    all.numbers.contains { own in
      Conversions.isNear(own, number)
        || scaled && own != 0 && number != 0 && Conversions.isPrefix(own / number)
    }
  }

  /// Whether students do not see the name, and so cannot use it.
  private func isHidden(_ origin: Origin, _ scope: ModelScope, _ question: String) -> Bool {
    switch origin {
    case .name(let name): scope.isGiven(name, in: question)
    case .literal, .formula, .madeOf, .part, .unit: true
    case .column, .row: false
    }
  }
}
