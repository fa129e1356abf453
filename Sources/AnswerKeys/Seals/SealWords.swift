import Exercises

/// The words under which the cells of an answer are sealed.
public struct SealWords: Sendable {
  /// Of the answer; of a function, with the number of its test point.
  public let name: String
  public let grid: SealGrid

  /// Rows up to which each has a box of its own. Of more, any of so many opens all.
  public static let mostRows = 6
  /// Numbers typed with a few figures lie in cells of their own where the grid is none of ratios: a
  /// rounded number is off by a share of it.
  public static let rounding = SealGrid.relative(0.05)

  public init(_ name: String, _ grid: SealGrid) {
    self.name = name
    self.grid = grid
  }

  /// The rows that have boxes, spread over all of them; the first for a single number.
  public static func sealedRows(of count: Int) -> [Int] {
    if count <= mostRows { return Array(0..<max(1, count)) }
    return (0..<mostRows).map { $0 * (count - 1) / (mostRows - 1) }
  }

  /// Of a number in a row.
  ///
  /// - Parameter isTyped: whether it was typed as a number, to a few figures.
  public func words(_ number: Double, row: Int, isTyped: Bool) -> [String] {
    if number.isNaN { return [word("missing", row)] }
    var words = grid.cells(of: number).map { word($0, row) }
    if isTyped, hasRounding { words += Self.rounding.cells(of: number).map { word("~" + $0, row) } }
    return words
  }

  /// Whether cells of rounded numbers are apart.
  public var hasRounding: Bool { if case .relative = grid { false } else { true } }

  public func word(_ cell: String, _ row: Int) -> String { "\(name)\n\(row)\n\(cell)" }
}
