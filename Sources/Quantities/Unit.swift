import Synchronization

/// A unit: a product of powers of named units, as typed. It carries all that it means, so that a
/// unit of one sheet is right in any other.
///
/// Equal are those of the same factors in the same order; `N m` is another unit than `J`, of the
/// same dimension and scale. Copies share one immutable node.
public struct Unit: Hashable, Sendable {
  /// Nil for plain numbers.
  private let node: Node?

  /// The unit of plain numbers.
  public static var one: Unit { Unit(node: nil) }

  /// Factors of one product at most; a person needs a few, a hostile text gets an error.
  static let factorLimit = 100

  /// Nil where an exponent, the scale or the number of factors goes over its limit.
  init?(_ factors: [UnitFactor]) {
    let factors = factors.withPlainKelvin.withHoursJoined
    if factors.isEmpty {
      self = .one
    } else {
      guard factors.count <= Self.factorLimit, let dimension = factors.dimension else { return nil }
      let scale = factors.scale
      guard scale.isUsable else { return nil }
      node = Node(factors, dimension, scale)
    }
  }

  private init(node: Node?) {
    self.node = node
  }

  var factors: [UnitFactor] { node?.factors ?? [] }

  public var dimension: Dimension { node?.dimension ?? .one }

  /// Size in coherent base units.
  public var scale: Scale { node?.scale ?? .one }

  /// As people write it, such as `g CO2e/kWh`; empty for plain numbers. It can be typed back in
  /// after a number.
  public var symbol: String { node?.symbol ?? "" }

  /// Whether the unit is 1 but for labels.
  public var isPlain: Bool { factors.allSatisfy(\.isLabel) }

  /// Whether the unit is an angle of which a plain number is no whole part: °, turn, not rad.
  public var isDegree: Bool { dimension == .one && !scale.isExact }

  public static func == (left: Unit, right: Unit) -> Bool {
    if left.node === right.node { return true }
    guard let left = left.node, let right = right.node else { return false }
    return left.hash == right.hash && left.factors == right.factors
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(node?.hash ?? 0) }

  /// What is known of a unit from its making, and its symbol from when it is first asked for.
  private final class Node: Sendable {
    let factors: [UnitFactor]
    let dimension: Dimension
    let scale: Scale
    let hash: Int
    private let written = AtomicLazyReference<Written>()

    private final class Written: Sendable {
      let symbol: String
      init(_ symbol: String) { self.symbol = symbol }
    }

    init(_ factors: [UnitFactor], _ dimension: Dimension, _ scale: Scale) {
      self.factors = factors
      self.dimension = dimension
      self.scale = scale
      hash = factors.hashValue
    }

    var symbol: String {
      (written.load() ?? written.storeIfNil(Written(factors.symbol))).symbol
    }
  }
}
