import AnswerKeys
import Exercises
import Quantities

/// Which cells hold the values that are right for a reference: its own, from which the others are near.
struct SealCoverage {
  let words: SealWords
  let tolerance: Tolerance

  /// Cells of a range at most; more tells of a mistake.
  static let mostCells = 40
  /// The width of a cell at least: a number of three figures is off by half of it at most.
  private static let narrowest = 0.01
  /// Figures from which on cells of one width are as narrow.
  private static let manyFigures = 3

  /// A grid for all answers that are asked for in this way, whatever their value.
  static func grid(_ tolerance: Tolerance) -> SealGrid {
    switch tolerance {
    case .relative(let share): .relative(max(2 * share, narrowest))
    case .figures(let count) where count < manyFigures: .figures(count)
    case .figures: .relative(narrowest)
    case .factor(let factor): .factor(max(2 * .log(factor), narrowest))
    case .absolute(let size), .degrees(0, let size): .linear(2 * size)
    case .degrees(let share, let least):
      .shifted(max(2 * share, narrowest), by: least / max(share, 1e-9))
    // Its ends are the author's secret.
    case .range: .range
    }
  }

  /// Cells of one row, for each value that is accepted.
  static func mostCells(_ tolerance: Tolerance) -> Int {
    if case .range = tolerance { mostCells } else { 1 }
  }

  /// The words of a row's right values; nil where they are too many.
  func words(_ accepted: [Double], row: Int) -> [String]? {
    if case .range(let low, let high) = tolerance {
      let more = 1e-3 * (high - low) + 1e-9
      return words.grid.cells(from: low - more, to: high + more, limit: Self.mostCells)?.map {
        words.word($0, row)
      }
    }
    var found: [String] = []
    for word in accepted.compactMap({ words.word(of: $0, row: row) }) where !found.contains(word) {
      found.append(word)
    }
    return found
  }
}
