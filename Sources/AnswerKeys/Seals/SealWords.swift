import Exercises
import Quantities

/// The words under which an answer is sealed.
public struct SealWords: Sendable {
  /// Of the answer; of a function, with the number of its test point.
  public let name: String
  public let grid: SealGrid

  /// Rows up to which each has a box of its own. Of more, any of so many opens all.
  public static let mostRows = 6
  /// With which a typed number can be a value that is rounded too far.
  public static let roundedFigures = 2..<15
  /// By which errors are found.
  public static let errorFigures = 3
  /// Figures that tell units apart.
  private static let unitFigures = 6

  public init(_ name: String, _ grid: SealGrid) {
    self.name = name
    self.grid = grid
  }

  /// The rows that have boxes, spread over all of them; the first for a single number.
  public static func sealedRows(of count: Int) -> [Int] {
    if count <= mostRows { return Array(0..<max(1, count)) }
    return (0..<mostRows).map { $0 * (count - 1) / (mostRows - 1) }
  }

  // MARK: Cells

  /// Under which a value of a row is sealed; nil for an infinite one.
  public func word(of value: Double, row: Int) -> String? {
    value.isNaN ? word("missing", row) : grid.cell(of: value).map { word($0, row) }
  }

  /// Under which what a number of a row is right for can be sealed, the likeliest first.
  public func words(near number: Double, row: Int) -> [String] {
    number.isNaN ? [word("missing", row)] : grid.cells(near: number).map { word($0, row) }
  }

  public func word(_ cell: String, _ row: Int) -> String { "\(name)\n\(row)\n\(cell)" }

  // MARK: Errors

  /// Under which an error is sealed that gives a number: by its first three figures, since nobody looks
  /// for a cause with fewer. Nil for zero.
  public func word(ofError number: Double) -> String? {
    guard number.isFinite, number != 0 else { return nil }
    let (digits, power) = NumberFormat.digits(
      NumberFormat.rounded(number, figures: Self.errorFigures))
    return word("!\(number < 0 ? "-" : "")\(digits) \(power)", 0)
  }

  // MARK: Rounded numbers

  /// Under which a value is sealed that is this number once it is rounded: the same for 0.026 kg and
  /// 26 g, another for as much in pounds. Nil for zero, to which nothing is rounded.
  public func word(ofRounded number: Double, in unit: Unit) -> String? {
    guard number.isFinite, number != 0 else { return nil }
    let unit = unit.withoutCounts
    // Digits and power are apart, so that no computation blurs the edge of a decade.
    let (digits, power) = NumberFormat.digits(number)
    let decade = power + Self.size(of: unit).leadingPower
    return word("~\(number < 0 ? "-" : "")\(digits) \(decade) \(Self.digits(of: unit))", 0)
  }

  /// The same for units in which a number has the same figures: those that differ by a power of ten.
  public static func digits(of unit: Unit) -> String {
    size(of: unit).digits + (unit.isTemperaturePoint ? unit.symbol : "")
  }

  private static func size(of unit: Unit) -> (digits: String, leadingPower: Int) {
    NumberFormat.digits(NumberFormat.rounded(unit.scale.value, figures: unitFigures))
  }
}
