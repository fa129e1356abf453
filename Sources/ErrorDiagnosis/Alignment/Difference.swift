import Formulas
import Quantities

/// One slip that a student's formula has against the model's, with what it does to the model's.
struct Difference {
  /// Nil for a change that goes with another, and is not told.
  var error: (any ErrorPattern)?
  var edits: [Edit]
  /// How much it says against the two formulas being the same.
  var cost: Double
  /// The sort of what it concerns, so that several that are one can be told as one.
  var trace: Trace = .other

  /// A change of a part of the model's tree.
  struct Edit {
    var node: Int
    var change: Change
  }

  enum Change {
    case set([Double])
    case raise(Double)
    case multiply([Double])
    case add([Double])
  }

  /// What was left of the model's formula or is too many in the student's.
  enum Trace {
    case missing(Part.Factor)
    case extra(Part.Factor)
    case raised(Part.Factor, by: Double)
    case missingTerm(Part.Term)
    case extraTerm(Part.Term)
    case sign(Part.Term)
    case replaced(Part, by: Part)
    /// A number by which figures without units are converted.
    case conversion(Double, of: Int, by: [Double])
    case other

    var isExtra: Bool { if case .extra = self { true } else { false } }

    /// The part of the student's formula that stands where a factor is missing, once too often or
    /// too many there; nil where it does not. With it, how many times the exponent it has, where that
    /// is not what all around it have.
    func stand(
      for missing: Part.Factor, among differences: [Difference]
    ) -> (part: Part, times: Double?)? {
      switch self {
      case .raised(let factor, let times):
        let isSame =
          factor.part.dimension == missing.part.dimension && factor.part.origin.isNamed
          && factor.exponent * (times - 1) == missing.exponent
        return isSame ? (factor.part, nil) : nil
      case .extra(let factor):
        guard factor.part.isAtom, factor.part.origin.isNamed,
          factor.part.dimension == missing.part.dimension
            || factor.part.origin.isColumn(beside: missing.part.origin)
        else { return nil }
        let times = factor.exponent / missing.exponent
        guard times > 0 else { return nil }
        // It goes with all that stand under the same power.
        let isCommon = differences.contains { difference in
          if case .raised(let other, times) = difference.trace {
            missing.power != nil && other.power == missing.power
          } else {
            false
          }
        }
        return (factor.part, times == 1 || isCommon ? nil : times)
      case .missing, .missingTerm, .extraTerm, .sign, .replaced, .conversion, .other: return nil
      }
    }
  }
}

extension FormulaTree {
  /// The tree with changes made from the leaves up, so that none undoes another.
  func applying(_ differences: [Difference]) -> FormulaTree? {
    var tree = self
    let edits = differences.flatMap(\.edits).map { (edit: $0, depth: depth(of: $0.node)) }
    for (edit, _) in edits.sorted(by: { $0.depth > $1.depth }) {
      let numbers = tree.nodes[edit.node].numbers
      let changed: [Double]?
      switch edit.change {
      case .set(let own): changed = own
      case .raise(let exponent): changed = numbers.map { Self.power($0, exponent) }
      case .multiply(let own): changed = Self.combined(numbers, own, *)
      case .add(let own): changed = Self.combined(numbers, own, +)
      }
      guard let changed, let next = tree.replacing(edit.node, by: changed) else { return nil }
      tree = next
    }
    return tree
  }

  private func depth(of node: Int) -> Int {
    ancestors(of: node).reduce(0) { count, _ in count + 1 }
  }
}

/// How two parts compare.
struct Comparison {
  var differences: [Difference] = []
  /// Leaves of the student's formula that were found in the model's.
  var matched = 0
  /// Whether numbers were typed without their units.
  var isBare = false
  /// How far rounded leaves may put the whole off.
  var deviation = 0.0
  /// Whether all figures without units are those of the units in which they are stated.
  var areStated = true
  /// Whether something stands in the student's formula of which nothing can be said.
  var isOpaque = false
  /// Whether one is the other with a minus.
  var turnsSign = false

  var cost: Double { differences.reduce(isOpaque ? Self.opaque : 0) { $0 + $1.cost } }
  static let opaque = 5.0

  mutating func add(_ other: Comparison) {
    differences += other.differences
    matched += other.matched
    deviation += other.deviation
    areStated = areStated && other.areStated
    isBare = isBare || other.isBare
    isOpaque = isOpaque || other.isOpaque
  }
}
