import AnswerKeys
import Formulas
import Quantities

/// A part of a model answer changed as an error would change it.
struct Variation {
  var error: any ErrorPattern
  var node: Int
  /// The part's numbers for someone who computes with bare numbers: what is dropped leaves 1 of
  /// its stated unit.
  var bare: [Double]
  /// The part's numbers for someone who computes with units: what is dropped leaves 1.
  var measured: [Double]
  /// By what the part's unit is multiplied, with units.
  var change: Unit
  /// Parts that a formula with this error has, and parts that it lacks.
  var held: [FormulaTree.Origin] = []
  var lacking: [FormulaTree.Origin] = []
}

/// What every pattern makes of every part of a model answer, and of the whole.
public struct Variations {
  let tree: FormulaTree
  let answer: AnswerKey.Answer
  let scope: ModelScope
  /// Names that could be taken for one another.
  let names: [String]
  /// Further factors by which the whole may be too large.
  let factors: [Double]
  let plainUnits: PlainUnits
  private(set) var all: [Variation] = []
  /// Those that change nothing with the figures of this exercise.
  private(set) var withoutEffect: [Variation] = []

  var units: UnitSystem { scope.units }
  var whole: FormulaTree.Node { tree.nodes[tree.root] }

  /// Numbers of a part up to which rarer errors are tried in it.
  static let longest = 2000

  init(of tree: FormulaTree, _ answer: AnswerKey.Answer, in scope: ModelScope, factors: [Double]) {
    self.tree = tree
    self.answer = answer
    self.scope = scope
    self.factors = factors
    plainUnits = .of(scope.compiled)
    names = scope.names(for: answer)
    for node in tree.nodes.indices where !tree.nodes[node].isChanged {
      for pattern in errorPatterns { pattern.vary(node, in: &self) }
    }
    for pattern in errorPatterns { pattern.varyWhole(in: &self) }
    // A part that comes to the same changed or not explains nothing.
    all.removeAll { variation in
      guard Self.isSame(variation.bare, tree.nodes[variation.node].numbers),
        Self.isSame(variation.measured, tree.nodes[variation.node].numbers)
      else { return false }
      withoutEffect.append(variation)
      return true
    }
  }

  /// To within rounding, row by row.
  public static func isSame(_ left: [Double], _ right: [Double]) -> Bool {
    left.count == right.count
      && zip(left, right).allSatisfy {
        $0 == $1 || $1.isFinite && abs($0 - $1) <= 1e-9 * abs($1)
      }
  }

  /// - Parameter change: nothing is added where there is no such unit.
  mutating func add(
    _ error: any ErrorPattern, _ node: Int, bare: [Double], measured: [Double]? = nil,
    change: Unit? = .one, held: [FormulaTree.Origin] = [], lacking: [FormulaTree.Origin] = []
  ) {
    guard let change else { return }
    all.append(
      Variation(
        error: error, node: node, bare: bare, measured: measured ?? bare, change: change,
        held: held, lacking: lacking))
  }

  /// Adds that numbers of a name or column stand in a part's place.
  mutating func replace(
    _ node: Int, by numbers: [Double], _ unit: Unit, _ error: any ErrorPattern,
    used: FormulaTree.Origin
  ) {
    let part = tree.nodes[node]
    add(
      error, node, bare: numbers.map { part.zero + $0 * part.one },
      measured: unit.inBaseUnits(numbers),
      change: plainUnits.product(ownUnit(unit), part.unit, inverted: true), held: [used],
      lacking: [part.origin])
  }

  // MARK: Parts

  /// A part that is a factor of a product, be it a divisor; nil for a unit, and for any other part.
  func factor(_ node: Int) -> FormulaTree.Node? {
    guard case .product? = kind(above: node), tree.nodes[node].origin != .unit else { return nil }
    return tree.nodes[node]
  }

  func isDivisor(_ node: Int) -> Bool {
    guard case .product(let factors)? = kind(above: node) else { return false }
    return factors.contains { $0.node == node && $0.isInverse }
  }

  func isTerm(_ node: Int) -> Bool { if case .sum? = kind(above: node) { true } else { false } }

  /// Whether a term stands beside a 1 alone, in a sum that is a factor.
  func leavesOne(without node: Int) -> Bool {
    guard let parent = tree.nodes[node].parent, case .sum(let terms) = tree.nodes[parent].kind,
      terms.count == 2, let other = terms.first(where: { $0.node != node })
    else { return false }
    return tree.nodes[other.node].numbers == [1] && !other.isInverse && factor(parent) != nil
  }

  /// A part that is a term beside others; nil for any other part.
  func term(_ node: Int) -> FormulaTree.Node? {
    guard case .sum(let terms)? = kind(above: node), terms.count > 1 else { return nil }
    return tree.nodes[node]
  }

  private func kind(above node: Int) -> FormulaTree.Kind? {
    tree.nodes[node].parent.map { tree.nodes[$0].kind }
  }

  /// The numbers of a value, and their unit, where they are as many as a part's, or one.
  func numbers(
    of value: Value, fitting part: FormulaTree.Node
  ) -> (numbers: [Double], unit: Unit)? {
    guard let unit = value.unit, let numbers = value.numbers,
      numbers.count == 1 || numbers.count == part.numbers.count
    else { return nil }
    return (numbers, unit)
  }

  // MARK: Units

  func power(_ unit: Unit, _ exponent: Int32) -> Unit? { try? unit.power(Exponent(exponent)) }

  /// In base units, without counted units and labels.
  func ownUnit(_ unit: Unit) -> Unit { plainUnits[unit] }
}
