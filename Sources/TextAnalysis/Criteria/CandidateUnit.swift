import Quantities

/// The unit of a value that a text may give, with what is found out of it and the units of figures.
final class CandidateUnit {
  /// How values become what a figure says, by how its unit is read.
  struct Way {
    var conversions: [Conversion] = []
    /// What the converted values are divided by.
    var divisor = 1.0
    /// Whether values above 10 are no such figure.
    var isOfSmall = false
  }

  let unit: Unit
  /// The unit in which a bare number is read.
  let stated: Unit
  /// How many of that unit: 0.01 where it is L/(100 km), stated as L/km.
  let statedFactor: Double
  /// Whether it is told in per cent.
  let isShare: Bool
  private var known: [Key: Way] = [:]
  private lazy var bare = Way(
    conversions: [unit.conversion(to: stated)].compactMap { $0 }, divisor: statedFactor)
  private lazy var plain = Way(
    conversions: stated == .one ? [] : [unit.conversion(to: .one)].compactMap { $0 })

  private struct Key: Hashable {
    var unit: Unit
    var isCount: Bool
  }

  /// Units that are kept; no class writes more.
  private static let limit = 100
  private static let shares: Set<String> = ["%", "‰", "ppm", "ppb"]

  init(_ unit: Unit, stated: Unit, statedFactor: Double = 1) {
    self.unit = unit
    self.stated = stated
    self.statedFactor = statedFactor
    isShare = Self.shares.contains(stated.symbol)
  }

  /// The ways to what a form of a figure says; none where it is of another kind.
  func ways(to form: TextFigure.Form) -> [Way] {
    switch form.measure {
    case .unknown: return []
    // 0.721 for 72.1 %.
    case .bare: return [bare, plain]
    case .unit(let own):
      let key = Key(unit: own, isCount: form.isCount)
      if let known = known[key] { return [known] }
      let way = way(to: own, isCount: form.isCount)
      if known.count < Self.limit { known[key] = way }
      return [way]
    }
  }

  private func way(to own: Unit, isCount: Bool) -> Way {
    if isCount, own == .one, !unit.isOnlyCounts || !stated.isOnlyCounts { return Way() }
    // `GPU hours` are no share.
    if own.isOnlyCounts, own != .one, isShare { return Way() }
    // Neither is a time over a time, unless such a rate is asked for.
    if own.dimension == .one, own.symbol.contains("/"), !stated.symbol.contains("/") {
      return Way()
    }
    // An angle is no share either.
    let isAngle =
      own.dimension == .one && own != .one && !own.isOnlyCounts && !own.symbol.contains("/")
    if isAngle, !Self.shares.contains(own.symbol), isShare || stated == .one { return Way() }
    guard let conversion = conversion(to: own, isCount: isCount) else { return Way() }
    // A rise of 50 K is one of 50 °C, as people write it.
    let isRise = own.isTemperaturePoint && !unit.isTemperaturePoint
    return Way(
      conversions: [conversion]
        + (isRise ? [unit.conversion(to: own.differenceUnit)].compactMap { $0 } : []),
      // No count is told in per cent.
      isOfSmall: own.dimension == .one && own != .one && stated == .one)
  }

  /// Counted units may be left out, as in `1.89 kWh` for 1.89 kWh/shower; a count alone is none.
  private func conversion(to own: Unit, isCount: Bool) -> Conversion? {
    if let conversion = unit.conversion(to: own) { return conversion }
    guard unit.differsOnlyInCounts(from: own), own.withoutCounts == own,
      own.dimension != .one || isCount
    else { return nil }
    return unit.withoutCounts.conversion(to: own)
  }
}
