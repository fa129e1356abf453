import RealModule

/// The marks of a class in units in which the largest is near 1, so that no power of one
/// overflows. The unit is a power of two and rounds nothing.
struct ScaledMarks {
  let items: [MarkTable.Item]
  let count: Int
  /// Each row after the other, as many marks as there are items.
  let values: [Double]
  /// Of each student.
  let totals: [Double]
  /// What rounding has taken from each total (Knuth's two-sum), so that the rest of a total is
  /// exact beside a large mark.
  private let roundings: [Double]
  /// Sums of each row's marks without their signs.
  private let sizes: [Double]
  /// Points of a unit.
  private let unit: Double

  init(_ table: MarkTable) {
    items = table.items.map { item in
      MarkTable.Item(name: item.name, maximum: item.maximum.isFinite ? item.maximum : 0)
    }
    count = table.rows.count
    let largest = table.rows.reduce(0.0) { $1.reduce($0) { max($0, abs($1)) } }
    // Of marks that are next to nothing, the reciprocal would be infinite.
    unit =
      largest >= 0x1p-1000 ? Double(sign: .plus, exponent: largest.exponent, significand: 1) : 1
    var values: [Double] = []
    values.reserveCapacity(count * items.count)
    var totals: [Double] = []
    var roundings: [Double] = []
    var sizes: [Double] = []
    for row in table.rows {
      var (total, rounding, size) = (0.0, 0.0, 0.0)
      for mark in row {
        let value = mark / unit
        values.append(value)
        let error: Double
        (total, error) = Self.sum(total, value)
        rounding += error
        size += abs(value)
      }
      totals.append(total + rounding)
      let (_, rest) = Self.sum(total, rounding)
      roundings.append(rest)
      sizes.append(size)
    }
    self.values = values
    self.totals = totals
    self.roundings = roundings
    self.sizes = sizes
  }

  /// A number of units in points; nil where it is too large.
  func points(_ value: Double) -> Double? { (value * unit).finite }

  func marks(of item: Int) -> [Double] { (0..<count).map { values[$0 * items.count + item] } }

  /// Each total without the mark of an item.
  func rests(without item: Int) -> [Double] {
    (0..<count).map { row in
      let (rest, error) = Self.sum(totals[row], -values[row * items.count + item])
      return rest + (error + roundings[row])
    }
  }

  /// Totals that differ by no more are equal: 0.1 + 0.2 is 0.3.
  var totalTolerance: Double { 4 * Double.ulpOfOne * (sizes.max() ?? 0) }

  /// The same for the totals without an item.
  func restTolerance(without item: Int) -> Double {
    let others = (0..<count).lazy.map { sizes[$0] - abs(values[$0 * items.count + item]) }
    return 4 * Double.ulpOfOne * max(0, others.max() ?? 0)
  }

  /// A sum and what rounding has taken from it.
  private static func sum(_ a: Double, _ b: Double) -> (Double, Double) {
    let sum = a + b
    let part = sum - a
    return (sum, (a - (sum - part)) + (b - part))
  }
}
