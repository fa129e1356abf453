import Formulas
import Quantities

/// A slip that people make, as data: what is counted as its cause, and what is said of it.
public enum Slip: Hashable {
  public typealias Origin = ModelFormula.Origin

  /// One statistic taken for another: `mean` where the model has another, in the whole or in a part.
  case aggregate(used: String, of: Origin?)
  /// The average of the rows' ratios, where the ratio of the sums is asked.
  case averageOfRatios
  case factorExtra(Origin, Extra)
  case factorMissing(Origin)
  /// The whole is upside down.
  case inverted
  /// A factor is on the wrong side of a division: one that should divide, or should multiply.
  case invertedFactor(Origin, shouldDivide: Bool)
  /// What stands before a division and what divides it have changed places.
  case invertedQuotient(Origin)
  /// A statistic of the rows where each row is asked for by itself.
  case oneForRows(used: String)
  /// The value of one row where every row is asked for.
  case oneRow(Int)
  /// A temperature is used with the figure that it has in its own unit, where it has to count from
  /// absolute zero; or a difference of two is counted from there.
  case offset(Origin, isDifference: Bool)
  case otherColumn(used: Worksheet.Key, insteadOf: Origin)
  case otherName(used: String, insteadOf: Origin?)
  /// With the name of the figure that is a percentage, where it has one.
  case percent(Origin?, factor: Double)
  /// A percentage within the formula is not divided by 100.
  case percentPart(Origin)
  /// A column where one number of it is asked for.
  case rowsForOne
  /// How many times too large the answer is, or a term of it.
  case scale(Double, of: Origin?)
  /// Nil for the whole.
  case sign(Origin?)
  case termMissing(Origin)
  case termTwice(Origin)

  /// How a factor is too many.
  public enum Extra: Hashable {
    /// It is in the model answer, and is there once more.
    case again
    case foreign
    case foreignDivisor
  }

  /// Places in the order of likelihood, the likeliest first. A named factor comes before a bare
  /// conversion.
  var rank: Int {
    switch self {
    case .factorMissing: 1
    case .termMissing: 2
    case .percent, .percentPart: 3
    case .aggregate, .averageOfRatios, .oneForRows, .oneRow, .rowsForOne: 4
    case .inverted, .invertedFactor, .invertedQuotient: 5
    case .offset: 6
    case .scale(let factor, of: nil): Conversions.isCommon(factor) ? 6 : 10
    case .sign: 7
    case .otherColumn: 8
    case .factorExtra(_, .again), .termTwice: 9
    case .factorExtra(_, .foreign): 11
    case .factorExtra(_, .foreignDivisor): 12
    case .otherName: 13
    case .scale: 14
    }
  }

  public var cause: Cause {
    switch self {
    case .aggregate, .averageOfRatios, .oneForRows, .oneRow, .rowsForOne: Cause(.aggregate)
    case .factorExtra(let origin, _): Cause(.factorExtra, names: origin.names)
    case .factorMissing(let origin): Cause(.factorMissing, names: origin.names)
    case .inverted: Cause(.inverted)
    case .invertedFactor(let origin, _), .invertedQuotient(let origin):
      Cause(.inverted, names: origin.names)
    case .offset(let origin, _): Cause(.offset, names: origin.names)
    case .otherColumn(let used, _): Cause(.otherColumn, names: ["\(used)"])
    case .otherName(let used, _): Cause(.otherName, names: [used])
    case .percent(let origin, let factor):
      Cause(.percent, names: origin?.names ?? [], factor: factor)
    case .percentPart(let origin): Cause(.percent, names: origin.names)
    case .scale(let factor, let origin):
      Cause(.scale, names: origin?.names ?? [], factor: factor)
    case .sign(let origin): Cause(.sign, names: origin?.names ?? [])
    case .termMissing(let origin): Cause(.termMissing, names: origin.names)
    case .termTwice(let origin): Cause(.factorExtra, names: origin.names)
    }
  }
}

extension Slip {
  /// Whether it may be told from the number of a result whose unit falls short.
  public var isOfNumbers: Bool {
    switch self {
    case .factorExtra(_, let extra): extra == .again
    case .factorMissing, .inverted, .invertedFactor, .invertedQuotient, .offset, .percent,
      .percentPart, .scale, .sign, .termMissing, .termTwice:
      true
    case .aggregate, .averageOfRatios, .oneForRows, .oneRow, .otherColumn, .otherName,
      .rowsForOne:
      false
    }
  }

  /// By what it multiplies the whole; nil where that is not one number.
  public var factor: Double? {
    switch self {
    case .scale(let factor, of: nil), .percent(_, let factor): factor
    case .sign(nil): -1
    case .aggregate, .averageOfRatios, .factorExtra, .factorMissing, .inverted, .invertedFactor,
      .invertedQuotient, .offset, .oneForRows, .oneRow, .otherColumn, .otherName, .percentPart,
      .rowsForOne, .scale, .sign, .termMissing, .termTwice:
      nil
    }
  }
}

extension ModelFormula.Origin {
  /// As the model answer writes it; none for figures, which are never said.
  public var names: [String] {
    switch self {
    case .name(let name): [name]
    case .column(let key): ["\(key)"]
    case .formula(let text): [text]
    case .literal, .unit, .part: []
    }
  }
}

/// The conversions that are missed, or done twice.
enum Conversions {
  /// Each stands for itself and its inverse.
  static let common: [Double] = [
    1000, 3600, 60, 24, 365, 1e6, 100, 10, 8760, 86_400, 1440, 3.6e6,
  ]
  public static let all: [Double] =
    common + [1e4, 1e5, 1e7, 1e8, 1e9, 1e12, 3.6, 31_536_000, 525_600, 12, 7, 1024]
  /// Apart by this are bits and bytes.
  static let byte = 8.0
  /// Apart by this are degrees and radians.
  static let radian = 180 / Double.pi
  /// Apart by this are radians and turns.
  static let turn = 2 * Double.pi

  static func isCommon(_ factor: Double) -> Bool {
    common.contains { isNear(factor, $0) || isNear(1 / factor, $0) }
  }

  /// Those that chance seldom meets and students often do.
  static func isFrequent(_ factor: Double) -> Bool {
    [1000, 3600, 60, 24, 365, 1e6, byte, radian].contains {
      isNear(factor, $0) || isNear(1 / factor, $0)
    }
  }

  static func isPrefix(_ factor: Double) -> Bool {
    isNear(factor, 1000) || isNear(1 / factor, 1000)
  }

  static func isPowerOfTen(_ factor: Double) -> Bool {
    guard factor.isFinite, factor != 0 else { return false }
    let power = NumberFormat.leadingPower(abs(factor) * 1.000000001)
    return Double("1e\(power)").map { isNear(abs(factor), $0) } ?? false
  }

  static func isNear(_ left: Double, _ right: Double) -> Bool {
    abs(left - right) <= 1e-9 * abs(right)
  }
}
