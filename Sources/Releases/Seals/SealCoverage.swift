import AnswerKeys
import Exercises
import Quantities

/// Which cells hold the values that are right for a reference.
struct SealCoverage {
  let words: SealWords
  let tolerance: Tolerance
  /// Whether a typed number that is rounded too far has a verdict of its own.
  let hasRounding: Bool

  /// Cells of one row, of a kind of grid; more tells of a mistake.
  static let mostCells = 64
  /// Of a number that is rounded to two figures, at most so much is lost.
  private static let lost = 0.0501

  /// A grid for all answers that are asked for in this way, whatever their value.
  static func grid(_ tolerance: Tolerance, in unit: Unit) -> SealGrid {
    switch tolerance {
    case .relative(let share): .relative(max(2 * share, 0.01))
    case .figures(let count): .relative(max(0.01, Self.power(1 - count) / 4))
    case .factor(let factor): .relative(max(0.01, .log(factor) / 4))
    case .absolute(let size), .degrees(0, let size): .linear(2 * size)
    case .degrees(let share, let least):
      .shifted(max(2 * share, 0.01), by: least / max(share, 1e-9))
    // Its ends are the author's secret.
    case .range: .shifted(1, by: 1e-3)
    }
  }

  private static func power(_ exponent: Int) -> Double { Double("1e\(exponent)") ?? 1 }

  /// The words of all cells of a row's right values; nil where they are too many.
  func words(_ accepted: [Double], row: Int) -> [String]? {
    var found: [String] = []
    for reference in accepted {
      if reference.isNaN {
        found.append(words.word("missing", row))
        continue
      }
      var (low, high) = interval(around: reference)
      if hasRounding {
        let (least, most) = Self.rounded(reference)
        if words.hasRounding {
          guard let cells = SealWords.rounding.cells(from: least, to: most, limit: Self.mostCells)
          else { return nil }
          found += cells.map { words.word("~" + $0, row) }
        } else {
          (low, high) = (min(low, least), max(high, most))
        }
      }
      guard let cells = words.grid.cells(from: low, to: high, limit: Self.mostCells) else {
        return nil
      }
      found += cells.map { words.word($0, row) }
    }
    var seen: Set<String> = []
    return found.filter { seen.insert($0).inserted }
  }

  private static func rounded(_ reference: Double) -> (Double, Double) {
    let ends = [reference * (1 - lost), reference * (1 + lost)]
    return (min(ends[0], ends[1]), max(ends[0], ends[1]))
  }

  /// From the least to the greatest that is right, and a little beyond: a cell too many only holds
  /// what decides.
  private func interval(around reference: Double) -> (Double, Double) {
    let size = abs(reference)
    func around(_ distance: Double) -> (Double, Double) {
      let more = distance * 1.001 + 1e-9 * size + 1e-9
      return (reference - more, reference + more)
    }
    switch tolerance {
    case .relative(let share): return around(share * size)
    case .absolute(let distance): return around(distance)
    case .degrees(let share, let least): return around(max(share * size, least) + 3e-7)
    case .figures(let count):
      return reference == 0
        ? around(0)
        : around(Self.power(NumberFormat.leadingPower(reference) - count + 1) / 2)
    case .range(let low, let high):
      let more = 1e-3 * (high - low) + 1e-9
      return (low - more, high + more)
    case .factor(let factor):
      let ends = [reference / factor / 1.001, reference * factor * 1.001]
      return (min(ends[0], ends[1]), max(ends[0], ends[1]))
    }
  }
}
