import Synchronization

/// A unit: a product of powers of named units, as typed. It carries all that it means, so that a
/// unit of one sheet is right in any other.
///
/// Equal are those of the same factors in the same order; `N m` is another unit than `J`, of the
/// same dimension and scale. Copies share one immutable node.
public struct Unit: Hashable, Sendable {
  /// Nil for plain numbers. What formulas ask for at every step is inlinable.
  @usableFromInline let node: Node?

  /// The unit of plain numbers.
  @inlinable public static var one: Unit { Unit(node: nil) }

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

  @usableFromInline init(node: Node?) {
    self.node = node
  }

  var factors: [UnitFactor] { node?.factors ?? [] }

  /// That of a plain number where it has no factors.
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

  @inlinable public static func == (left: Unit, right: Unit) -> Bool {
    if left.node === right.node { return true }
    guard let left = left.node, let right = right.node else { return false }
    return left.isEqual(to: right)
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(madeHash) }

  /// The hash, as it was found when the unit was made.
  var madeHash: Int { node?.hash ?? 0 }

  /// What is known of a unit from its making, and its symbol from when it is first asked for.
  @usableFromInline final class Node: Sendable {
    let factors: [UnitFactor]
    let dimension: Dimension
    let scale: Scale
    @usableFromInline let temperatureOffset: Double?
    let isTemperatureDifference: Bool
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
      let alone = factors.count == 1 && factors[0].exponent == .one ? factors[0].unit.kind : nil
      if case .temperature(let offset)? = alone {
        temperatureOffset = offset
      } else {
        temperatureOffset = nil
      }
      isTemperatureDifference = alone == .difference
      hash = factors.hashValue
    }

    @usableFromInline func isEqual(to other: Node) -> Bool {
      hash == other.hash && factors == other.factors
    }

    var symbol: String { (written.load() ?? written.storeIfNil(Written(factors.symbol))).symbol }
  }
}
