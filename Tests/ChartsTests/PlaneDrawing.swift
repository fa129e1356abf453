import Quantities
import TextLayout

@testable import Charts

/// A plane that was drawn in the terminal, read back by the numbers at its axes.
struct PlaneDrawing {
  private let lines: [[Character]]
  private let rows: Scale
  private let columns: Scale

  /// Nil where the drawing has no axes.
  init?(_ drawing: [StyledText]) {
    let lines = drawing.map { Array($0.plain) }
    let corners: Set<Character> = ["└", "+"]
    guard
      let bottom = lines.lastIndex(where: { line in
        line.first { $0 != " " }.map(corners.contains) ?? false
      }), lines.indices.contains(bottom + 1),
      let corner = lines[bottom].firstIndex(where: corners.contains)
    else { return nil }
    let ticks = lines[bottom].indices.filter { $0 > corner && "┬+".contains(lines[bottom][$0]) }
    let numbers = String(lines[bottom + 1]).split(separator: " ").compactMap(Scale.number)
    let side = lines.indices.compactMap { row -> (Double, Double)? in
      guard lines[row].indices.contains(corner), "┤+".contains(lines[row][corner]) else {
        return nil
      }
      return Scale.number(String(lines[row][..<corner]).filter { $0 != " " }[...])
        .map { ($0, Double(row)) }
    }
    guard let columns = Scale(Array(zip(numbers, ticks.map(Double.init)))), let rows = Scale(side)
    else { return nil }
    self.lines = lines
    self.columns = columns
    self.rows = rows
  }

  /// Whether something stands in the cell of a point; near its edge, in the next one. A dot of
  /// braille is half as wide as a cell and a quarter as high.
  func isMarked(_ point: Chart.Point) -> Bool {
    let (column, row) = (columns.place(of: point.x), rows.place(of: point.y))
    return [-0.25, 0.25].contains { right in
      [-0.125, 0.125].contains { down in
        isMarked(row: Int((row + down).rounded()), column: Int((column + right).rounded()))
      }
    }
  }

  private func isMarked(row: Int, column: Int) -> Bool {
    lines.indices.contains(row) && lines[row].indices.contains(column)
      && !" ·".contains(lines[row][column])
  }

  /// Cells within the axes in which nothing stands.
  var blankCells: Int {
    let (top, bottom) = (Int(rows.places.lowerBound), Int(rows.places.upperBound))
    let (left, right) = (Int(columns.places.lowerBound), Int(columns.places.upperBound))
    return (top...bottom).reduce(0) { sum, row in
      sum + (left...right).count { !isMarked(row: row, column: $0) }
    }
  }
}
