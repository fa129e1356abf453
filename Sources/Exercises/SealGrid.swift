import RealModule

/// Cells of numbers, one of which a number lies in, so that what is near has a word in common.
///
/// It is chosen by how an answer is asked for and marked, never by its value, lest it tell of it.
public enum SealGrid: Hashable, Sendable {
  /// Each cell so much wider than the one before, as a natural logarithm; zero has one of its own.
  case relative(Double)
  /// All equally wide.
  case linear(Double)
  /// As `relative` far from zero, and near it as wide as for a number of this size: for
  /// temperatures in degrees.
  case shifted(Double, by: Double)

  /// Numbers up to this are taken for zero too.
  private static let zero = 1e-9

  /// The cells in which a number lies: one, and of a number that may be zero that of zero too.
  public func cells(of number: Double) -> [String] {
    guard number.isFinite else { return [] }
    switch self {
    case .relative:
      let own = number == 0 ? [] : [Self.word(place(of: number), number < 0)]
      return (abs(number) <= Self.zero ? ["0"] : []) + own
    case .linear, .shifted: return [Self.word(place(of: number), false)]
    }
  }

  /// All cells that numbers from one to another lie in; nil where they are more than a limit.
  public func cells(from low: Double, to high: Double, limit: Int) -> [String]? {
    var words: [String] = []
    func add(_ ends: (Double, Double), isNegative: Bool) -> Bool {
      let (first, last) = (place(of: ends.0), place(of: ends.1))
      guard last - first < Double(limit) else { return false }
      words += stride(from: first, through: last, by: 1).map { Self.word($0, isNegative) }
      return true
    }
    switch self {
    case .linear, .shifted: guard add((low, high), isNegative: false) else { return nil }
    case .relative:
      if low <= Self.zero, high >= -Self.zero { words.append("0") }
      if high > 0 {
        let least = max(low, Self.zero)
        if least <= high { guard add((least, high), isNegative: false) else { return nil } }
      }
      if low < 0 {
        let least = max(-high, Self.zero)
        if least <= -low { guard add((least, -low), isNegative: true) else { return nil } }
      }
    }
    return words.count <= limit ? words : nil
  }

  /// Cells that lie between two numbers, as a number that need not be whole.
  public func distance(from low: Double, to high: Double) -> Double {
    abs(position(of: high) - position(of: low))
  }

  private func place(of number: Double) -> Double { position(of: number).rounded(.down) }

  private func position(of number: Double) -> Double {
    switch self {
    case .relative(let width): .log(abs(number)) / width
    case .linear(let width): number / width
    case .shifted(let width, let shift):
      (number < 0 ? -1 : 1) * .log(onePlus: abs(number) / shift) / width
    }
  }

  private static func word(_ place: Double, _ isNegative: Bool) -> String {
    // Whole, and as exact as a double has it.
    (isNegative ? "-" : "+") + "\(Int(exactly: place).map { "\($0)" } ?? "\(place)")"
  }
}
