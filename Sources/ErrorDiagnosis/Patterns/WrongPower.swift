import Diagnostics
import Formulas
import Quantities

/// A root or square that is left out, or another exponent.
struct WrongPower: ErrorPattern {
  enum Manner: Hashable {
    case rootLeftOut, squareLeftOut, cubeLeftOut
    case rootTaken, squared
    case exponentLeftOut
    /// `2 r` for `r^2`.
    case timesExponent
    /// `a + b` for `sqrt(a^2 + b^2)`.
    case plainSum
    /// `(a - b)^4` for `a^4 - b^4`.
    case ofSum
    case other

    /// - Parameters:
    ///   - exponent: that it should have.
    ///   - times: how many times that it has.
    init(_ exponent: Double, times: Double) {
      let found = exponent * times
      switch (abs(exponent), abs(found)) {
      case (0.5, 1), (0.5, 2), (1.0 / 3, 1): self = .rootLeftOut
      case (2, 1): self = .squareLeftOut
      case (3, 1): self = .cubeLeftOut
      case (_, 1): self = .exponentLeftOut
      case (1, 0.5): self = .rootTaken
      case (1, 2): self = .squared
      case _: self = .other
      }
    }
  }

  let origin: FormulaTree.Origin
  let manner: Manner

  static func vary(_ node: Int, in variations: inout Variations) {
    let tree = variations.tree
    let part = tree.nodes[node]
    switch part.kind {
    case .power(let base, let exponent):
      let inner = tree.nodes[base]
      let origin = tree.nameable(base).isNamed ? tree.nameable(base) : part.origin
      add(
        node, inner.numbers, inner.unit, part,
        Self(
          origin: origin, manner: Manner(exponent.value, times: 1 / exponent.value)), &variations)
      if exponent.numerator != 1, exponent.isWhole, abs(exponent.value) < 4 {
        // One exponent taken for another.
        for other in [1.0, 2, 3] where other != abs(exponent.value) && other != 1 {
          let power = exponent.value < 0 ? -other : other
          guard let unit = try? inner.unit.power(Exponent(Int32(clamping: Int(bounded: power))))
          else { continue }
          add(
            node, inner.numbers.map { FormulaTree.power($0, power) }, unit, part,
            Self(origin: origin, manner: .other), &variations)
        }
        if exponent.value > 1 {
          variations.add(
            Self(origin: origin, manner: .timesExponent), node,
            bare: inner.numbers.map { $0 * exponent.value * part.one / inner.one },
            measured: inner.numbers.map { $0 * exponent.value },
            change: quotient(inner.unit, part.unit))
        }
      }
    case .raised(let base, _):
      let inner = tree.nodes[base]
      variations.add(
        Self(origin: tree.nameable(base), manner: .exponentLeftOut), node, bare: inner.numbers)
    case .leaf, .product, .sum, .call, .aggregate, .named: break
    }
    guard let factor = variations.factor(node), factor.unit != .one || factor.origin.isNamed,
      factor.numbers.allSatisfy({ $0 > 0 })
    else { return }
    if let unit = try? factor.unit.power(Exponent(1, over: 2) ?? .one) {
      add(
        node, factor.numbers.map { $0.squareRoot() }, unit, factor,
        Self(origin: factor.origin, manner: .rootTaken), &variations)
    }
  }

  private static func add(
    _ node: Int, _ numbers: [Double], _ unit: Unit, _ part: FormulaTree.Node, _ error: Self,
    _ variations: inout Variations
  ) {
    variations.add(
      error, node, bare: numbers,
      measured: numbers, change: quotient(unit, part.unit), held: [error.origin])
  }

  private static func quotient(_ unit: Unit, _ other: Unit) -> Unit? {
    (try? unit.product(with: other, inverted: true))?.unit
  }

  static func varyWhole(in variations: inout Variations) {
    let whole = variations.whole
    guard whole.zero == 0, whole.numbers.allSatisfy({ $0 > 0 }) else { return }
    if case .power = whole.kind { return }
    let root = variations.tree.root
    variations.add(
      Self(origin: .part, manner: .rootTaken), root,
      bare: whole.numbers.map { ($0 / whole.one).squareRoot() * whole.one },
      measured: whole.numbers.map { $0.squareRoot() },
      change: Exponent(-1, over: 2).flatMap { try? whole.unit.power($0) })
    variations.add(
      Self(origin: .part, manner: .squared), root,
      bare: whole.numbers.map { $0 * $0 / whole.one }, measured: whole.numbers.map { $0 * $0 },
      change: whole.unit)
  }

  var cause: Cause { Cause(.power, names: origin.names) }
  var rank: Int { manner == .other ? 10 : manner == .rootTaken || manner == .squared ? 11 : 3 }

  func clause(_ wording: CauseWording, isAlone: Bool) -> String {
    let thing = origin == .part ? nil : wording.thing(origin)
    switch manner {
    case .rootLeftOut: return thing.map { "the root of \($0) is left out" } ?? "a root is left out"
    case .squareLeftOut: return "\(thing ?? "a part of it") is to be squared, and is not"
    case .cubeLeftOut: return "\(thing ?? "a part of it") is to be cubed, and is not"
    case .exponentLeftOut: return "the exponent of \(thing ?? "a part of it") is left out"
    case .rootTaken:
      return thing.map { "a root is taken of \($0) that does not belong there" }
        ?? "a root is taken that does not belong there"
    case .squared:
      return thing.map { "\($0) is squared, and is not to be" }
        ?? "it is squared, and is not to be"
    case .timesExponent:
      return "\(thing ?? "a part of it") is multiplied by its exponent: to square is to multiply a"
        + " number by itself"
    case .plainSum:
      return "the parts are added as they are: it is the root of the sum of their squares"
    case .ofSum: return "each part is to be raised by itself, and not the sum of them"
    case .other: return "\(thing ?? "a part of it") has another exponent than it should"
    }
  }

  func isTold(by figures: Int, in search: CauseSearch, _ tree: FormulaTree) -> Bool {
    figures
      >= (manner == .other || manner == .rootTaken || manner == .squared
        ? CauseSearch.figures.single : search.figuresOfUnnamed(for: origin))
  }

  func mayBeFirst(isComputed: Bool) -> Bool { isComputed }
}
