import Quantities
import RealModule

/// Cells of numbers. What is sealed lies in one, and whoever has a number looks in those in which a
/// value can lie that the number is right for.
///
/// It is chosen by how an answer is asked for and marked, never by its value, lest it tell of it.
public enum SealGrid: Hashable, Sendable {
  /// Each cell so much wider than the one before, as a natural logarithm: twice the share by which a
  /// number may be off.
  case relative(Double)
  /// The same, and a number may be off by half a cell up or down.
  case factor(Double)
  /// All equally wide: twice the distance by which a number may be off.
  case linear(Double)
  /// As `relative` far from zero, and near it as wide as for a number of this size: for
  /// temperatures in degrees.
  case shifted(Double, by: Double)
  /// As wide as a unit of a number's last figure of so many, of which it may be off by half.
  case figures(Int)
  /// Magnitudes: how far a number may be off is not known.
  case range

  /// Numbers up to this are taken for zero too.
  private static let zero = 1e-9
  /// Cells in which one number is looked up at most: for a tolerance of nearly all.
  private static let mostNear = 8
  /// Magnitudes: each cell e times as wide as the one before, from this size on.
  private static let least = 1e-3
  /// Of a cell of ratios, far more than computations differ by.
  private static let margin = 1e-5
  /// A share from which on no bound is drawn.
  private static let widest = 0.99

  /// The cell in which a value lies; nil for none.
  public func cell(of value: Double) -> String? {
    guard value.isFinite else { return nil }
    return isOfRatios && value == 0
      ? "0" : word(position(of: value).rounded(.down), isNegative: value < 0)
  }

  /// The cells in which a value can lie that a number is right for, its own first.
  public func cells(near number: Double) -> [String] {
    guard number.isFinite else { return [] }
    let zero = isOfRatios && abs(number) <= Self.zero ? ["0"] : []
    if isOfRatios, number == 0 { return zero }
    let own = position(of: number)
    var places: [Double] = []
    for (low, high) in stretches(around: own) {
      let first = low.rounded(.down)
      for step in 0..<Self.mostNear {
        let place = first + Double(step)
        if place <= high, !places.contains(place) { places.append(place) }
      }
    }
    return zero
      + places.sorted { abs($0 + 0.5 - own) < abs($1 + 0.5 - own) }.prefix(Self.mostNear).map {
        word($0, isNegative: number < 0)
      }
  }

  /// All cells that numbers from one to another lie in; nil where they are more than a limit, and for a
  /// grid of ratios.
  public func cells(from low: Double, to high: Double, limit: Int) -> [String]? {
    let (first, last) = (position(of: low).rounded(.down), position(of: high).rounded(.down))
    guard !isOfRatios, last - first < Double(limit) else { return nil }
    return stride(from: first, through: last, by: 1).map { word($0, isNegative: false) }
  }

  /// Cells that are tried at most until one with a value is found: of ratios all of twenty decades, of
  /// others those that are not farther from zero.
  public func guesses(for value: Double) -> Double {
    let cells =
      isOfRatios
      ? position(of: 1e10) - position(of: 1e-10)
      : 2 * (position(of: abs(value)).rounded(.down) + 1)
    return cells.rounded(.up)
  }

  // MARK: Places

  /// Whether the sign is apart, and zero has a cell of its own.
  private var isOfRatios: Bool {
    switch self {
    case .relative, .factor, .figures: true
    case .linear, .shifted, .range: false
    }
  }

  /// In cells: rises with the number, of ratios with its size.
  private func position(of number: Double) -> Double {
    switch self {
    case .relative(let width), .factor(let width): return .log(abs(number)) / width
    case .linear(let width): return number / width
    case .shifted(let width, let shift): return Self.shifted(number, by: shift) / width
    case .range: return Self.shifted(number, by: Self.least)
    case .figures(let count):
      let power = NumberFormat.leadingPower(number)
      let last = Double("1e\(power - count + 1)") ?? 1
      return Double(power) * Self.cellsOfDecade(count) + abs(number) / last
        - Self.cellsOfDecade(count) / 9
    }
  }

  private static func shifted(_ number: Double, by shift: Double) -> Double {
    (number < 0 ? -1 : 1) * .log(onePlus: abs(number) / shift)
  }

  /// 90 of two figures.
  private static func cellsOfDecade(_ figures: Int) -> Double {
    9 * (Double("1e\(figures - 1)") ?? 1)
  }

  /// Where a value can be that a number at a place is right for, and a little more for the last bits
  /// of two computations: what opens decides.
  private func stretches(around own: Double) -> [(low: Double, high: Double)] {
    func near(_ below: Double, _ above: Double, _ margin: Double) -> [(low: Double, high: Double)] {
      [(own - below - margin, own + above + margin)]
    }
    switch self {
    case .range: return near(0, 0, 0)
    case .factor: return near(0.5, 0.5, Self.margin)
    case .linear:
      // Of a billionth of it as well, as temperatures are.
      return near(0.5, 0.5, 1e-3 + min(2e-9 * abs(own), 0.05) + 1e-14 * abs(own))
    case .relative(let width):
      // A share of the value, not of the number.
      let share = min(width / 2, Self.widest)
      return near(.log(1 + share) / width, -.log(1 - share) / width, Self.margin)
    case .shifted(let width, _):
      // As far as it goes across zero, which is farther than anywhere else.
      let share = min(width / 2, Self.widest)
      let reach = share / (1 - share) / width
      return near(reach, reach, Self.margin)
    case .figures(let count):
      // Half a cell of the value's own decade: a tenth of that below this decade, ten of them above.
      let decade = Self.cellsOfDecade(count)
      let bottom = (own / decade).rounded(.down) * decade
      let top = bottom + decade
      let below = own - 0.5 >= bottom ? 0.5 : max(own - bottom, 0.5 - 9 * (own - bottom))
      let above = own + 5 - top
      let margin = 1e-3
      return near(below, min(0.5, top - own), margin)
        + (above >= -margin ? [(top, top + above / 10 + margin)] : [])
    }
  }

  private func word(_ place: Double, isNegative: Bool) -> String {
    // Whole, and as exact as a double has it.
    (isOfRatios && isNegative ? "-" : "+") + "\(Int(exactly: place).map { "\($0)" } ?? "\(place)")"
  }
}
