import Diagnostics
import ErrorDiagnosis

extension FormulaSlip {
  /// In a few words, such as that a name is left out.
  public var phrase: String {
    let things = names.isEmpty ? nil : enumeration(names.sorted().map { "`\($0)`" })
    let kind = Self.order.first(where: kinds.contains) ?? .number
    let (named, bare) = Self.words(for: kind)
    guard let things else { return bare }
    return named.map { "\(things) \($0)" } ?? "\(bare): \(things)"
  }

  /// Where several kinds are true of a slip, the first of these says it best.
  private static let order: [Cause.Kind] =
    [.factorMissing, .termMissing, .factorExtra, .inverted] + Cause.Kind.allCases

  /// After its names, and without any; nil where the names come after a colon.
  private static func words(for kind: Cause.Kind) -> (named: String?, bare: String) {
    switch kind {
    case .factorMissing, .termMissing: ("left out", "a figure left out")
    case .factorExtra, .termExtra: ("once too often", "something too many")
    case .inverted: ("on the wrong side of the line", "upside down")
    case .sign: ("with the wrong sign", "the wrong sign")
    case .operation: ("added for multiplied, or the other way round", "one operation for another")
    case .scale: ("off by a conversion", "off by a conversion or a power of ten")
    case .percent: ("not read as a percentage", "a percentage not divided by 100, or twice")
    case .unit: ("in another unit", "right in another unit")
    case .rounded: ("rounded too early", "rounded too early")
    case .offset: ("counted from another zero", "a temperature from another zero")
    case .constant, .number: ("with another figure", "another figure")
    case .otherName, .otherColumn, .swapped: (nil, "one for another")
    case .otherRow: ("in another row", "another row")
    case .aggregate: ("as another statistic", "another statistic")
    case .function: (nil, "another function")
    case .power: ("to another power", "another power, or none")
    case .partial: ("not in it yet", "stopped early")
    case .author, .follows: (nil, "another slip")
    }
  }
}
