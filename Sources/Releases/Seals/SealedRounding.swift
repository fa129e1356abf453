import AnswerKeys
import Exercises
import Formulas
import Quantities

/// The numbers that a value is once it is rounded too far, in every unit that people type for it.
///
/// A rounded number is farther off than any cell reaches, so that it has a word of its own, and whoever
/// searches for a value by its two figures finds it sooner than by cells.
struct SealedRounding {
  /// Under which the value is looked up.
  let words: [String]
  /// The fewest figures that are too few; nil where none are.
  private let fewest: Int?
  /// Words that there are at most, by how the value is asked for alone.
  let capacity: Int

  /// Units of one value at most, those that differ by a power of ten counted once.
  private static let mostUnits = 32
  /// Figures of a number that may be off by a distance, with which it is looked for.
  private static let mostFigures = 5
  /// Rounding of exactly a half goes either way by what another unit's computation leaves.
  private static let halves = [1, 1 + 1e-12, 1 - 1e-12]
  private static let mostHalves = 2

  init(_ item: SealedItem) {
    guard item.isValue, item.rows == 0, item.answer.spec.rules.units != .none else {
      (words, fewest, capacity) = ([], nil, 0)
      return
    }
    let answer = item.answer
    let units = Self.units(for: answer.unit)
    let figures = Self.figures(answer.tolerance)
    let plain = answer.unit.withoutCounts
    var found: [String] = []
    var fewest: Int?
    for unit in units {
      for reference in answer.accepted {
        guard case .quantity(let own, _)? = reference.relabelled(plain).converted(to: unit) else {
          continue
        }
        for count in figures {
          for half in Self.halves {
            let number = NumberFormat.rounded(own * half, figures: count)
            let read = Value.quantity(number, unit).converted(to: plain)?.relabelled(answer.unit)
            guard !answer.accepts(read), let word = item.words.word(ofRounded: number, in: unit)
            else { continue }
            fewest = min(count, fewest ?? count)
            if !found.contains(word) { found.append(word) }
          }
        }
      }
    }
    words = found
    self.fewest = fewest
    capacity = (units.count * figures.count + Self.mostHalves) * answer.accepted.count
  }

  /// Words that are tried at most until one is found: all numbers of so few figures, over twenty decades.
  var guesses: Double? { fewest.flatMap { Double("9e\($0 - 1)") }.map { $0 * 20 } }

  /// The figures that can be too few, whatever the value.
  private static func figures(_ tolerance: Tolerance) -> Range<Int> {
    func up(to share: Double) -> Range<Int> {
      // Half a unit of the last of them, of a number that begins with 1.
      2..<(SealWords.roundedFigures.first { 0.5 * power(1 - $0) <= share }
        ?? SealWords.roundedFigures.upperBound)
    }
    switch tolerance {
    case .relative(let share): return up(to: share)
    case .degrees(let share, _) where share > 0: return up(to: share)
    case .factor(let factor): return up(to: 1 - 1 / factor)
    case .figures(let count): return 2..<max(2, count)
    case .absolute, .degrees, .range: return 2..<mostFigures + 1
    }
  }

  private static func power(_ exponent: Int) -> Double { Double("1e\(exponent)") ?? 1 }

  /// The unit asked for, those that people use for the same, and those of the catalogue, as far as a
  /// number has other figures in them.
  private static func units(for unit: Unit) -> [Unit] {
    let plain = unit.withoutCounts
    let others = plain.alternatives + (plain.dimension == .one ? [] : plain.dimension.catalogue)
    var seen: Set<String> = []
    return Array(
      ([plain] + others).filter { seen.insert(SealWords.digits(of: $0)).inserted }
        .prefix(mostUnits))
  }
}
