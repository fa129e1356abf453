import Diagnostics
import Formulas
import Quantities

/// What is said of slips, each as the end of a sentence, in alphabetical order. The reference
/// value, figures of the model answer and what is given for it are never said.
public struct CauseWording {
  /// The bare numbers by which the student's formula multiplies to come to a factor, if it does.
  public let madeByHand: (Double) -> [Ingredients.BareFactor]?
  /// Whether units took part, and have converted already.
  let hasUnits: Bool
  let mixups: UnitMixups
  let rowNames: [String]?

  public init(
    madeByHand: @escaping (Double) -> [Ingredients.BareFactor]?, hasUnits: Bool, mixups: UnitMixups,
    rowNames: [String]?
  ) {
    self.madeByHand = madeByHand
    self.hasUnits = hasUnits
    self.mixups = mixups
    self.rowNames = rowNames
  }

  public func sentence(_ finding: CauseFinding) -> String {
    switch finding {
    case .one(let slip): return clause(slip)
    case .either(let slips):
      let missing = slips.compactMap { slip -> String? in
        if case .factorMissing(let origin) = slip { return thing(origin) }
        return nil
      }
      if missing.count == slips.count {
        return "either \(missing.joined(separator: " or ")) is left out"
      }
      return "either \(slips.map(clause).joined(separator: ", or "))"
    case .both(let first, let second):
      return
        "two things at once, it seems. One: \(clause(first, isAlone: false)). The other:"
        + " \(clause(second, isAlone: false))"
    }
  }

  private func clause(_ slip: Slip) -> String { clause(slip, isAlone: true) }

  private func clause(_ slip: Slip, isAlone: Bool) -> String {
    switch slip {
    case .aggregate(let used, nil):
      return "it looks like \(statistic(used)), and another figure is asked for"
    case .aggregate(let used, let origin?):
      return "it looks as if \(statistic(used)) stood in the place of \(thing(origin))"
    case .averageOfRatios:
      return
        "it looks like the mean of the rows' quotients, in which a small row weighs as much as a"
        + " large one; the quotient of the sums is asked for"
    case .factorExtra(let origin, .again): return "\(thing(origin)) is in it once too often"
    case .factorExtra(let origin, .foreign): return "\(thing(origin)) is one factor too many"
    case .factorExtra(let origin, .foreignDivisor):
      return "it is divided by \(thing(origin)), which does not belong in it"
    case .factorMissing(let origin), .termMissing(let origin):
      return "\(thing(origin)) is left out" + (isAlone ? ", and all the rest fits" : "")
    case .inverted: return "it is upside down: what divides and what is divided have changed places"
    case .invertedFactor(let origin, let shouldDivide):
      return shouldDivide
        ? "it is to be divided by \(thing(origin)), not multiplied"
        : "it is to be multiplied by \(thing(origin)), not divided"
    case .invertedQuotient(let origin):
      return "the division by \(thing(origin)) is upside down"
    case .oneForRows(let used):
      return "it looks like \(statistic(used)) of the rows, and each is asked for by itself"
    case .oneRow(let row):
      let name = rowNames.flatMap { $0.indices.contains(row) ? $0[row] : nil }
      return "it is one value, that of \(name ?? "row \(row)"), and every row is asked for"
    case .offset(let origin, isDifference: false):
      return
        "\(thing(origin)) stands with its figure in degrees, and has to count from absolute zero:"
        + " take it `to K`"
    case .offset(let origin, isDifference: true):
      return
        "\(thing(origin)) is a difference, the same in K as in °C: nothing is added to convert it"
    case .otherColumn(let used, let instead): return replaced("\(used)", instead)
    case .otherName(let used, let instead?): return replaced(used, instead)
    case .otherName(let used, nil): return "it has the value of `\(used)`"
    case .percent(let origin, let factor): return percent(origin, factor)
    case .percentPart(let origin):
      return
        "\(thing(origin)) is a percentage, and is not divided by 100: typed with its `%`, it is"
        + " a share of 1"
    case .rowsForOne:
      return "each row is right, but one number for all of them is asked for, such as a sum"
    case .scale(let factor, let origin): return scale(factor, of: origin, isAlone: isAlone)
    case .sign(nil): return "its sign is the wrong way round"
    case .sign(let origin?): return "\(thing(origin)) has the wrong sign"
    case .termTwice(let origin): return "\(thing(origin)) is counted twice"
    }
  }

  public static let bareNumber = "a number in the formula has no unit: type it with its own"
  public static func misread(_ misreading: Misreading) -> String {
    "`\(misreading.typed)` was read as `\(misreading.read)`: type `\(misreading.meant)`"
  }

  public static func temperature(read: String, meant: String) -> String {
    "the figure is right in \(meant), and its unit is \(read)"
  }

  public static let otherOperation =
    "the figures fit, and what is done with them does not: look at each `*` and `/`"

  public static let unitTyped = "look again at the unit that you typed"

  // MARK: Pieces

  private func percent(_ origin: ModelFormula.Origin?, _ factor: Double) -> String {
    let what = origin.map { ", \(thing($0))," } ?? ""
    return factor > 1
      ? "it is 100 times too large, as when a percentage\(what) is not divided by 100: typed with"
        + " its `%`, it is a share of 1"
      : "it is 100 times too small, as when a percentage\(what) is divided by 100 twice"
  }

  private func replaced(_ used: String, _ instead: ModelFormula.Origin) -> String {
    "`\(used)` stands where \(thing(instead)) belongs"
  }

  /// A factor that the conversion of a unit explains: by hand, or not at all.
  private func scale(
    _ factor: Double, of origin: ModelFormula.Origin?, isAlone: Bool
  ) -> String {
    if let parts = madeByHand(factor) {
      let place = origin.map { " with \(thing($0))" } ?? ""
      let byHand = enumeration(parts.map(Self.written)) + place
      if hasUnits, mixups.example(factor > 1 ? factor : 1 / factor) != nil {
        return "leave \(byHand) out, for units are converted for you"
      }
      return "leave \(byHand) out" + (isAlone ? ", and all the rest fits" : "")
    }
    let size = factor > 1 ? factor : 1 / factor
    let short = NumberFormat.rounded(size, figures: 8)
    let times =
      Conversions.isNear(size, Conversions.turn)
      ? "2π"
      : Conversions.isNear(size, short)
        ? NumberFormat.standard.string(short)
        : "about " + NumberFormat.standard.string(NumberFormat.rounded(size, figures: 3))
    let far =
      "\(origin.map(thing) ?? "it") is \(times) times too \(factor > 1 ? "large" : "small")"
    guard let example = mixups.example(size) else { return far }
    let advice =
      hasUnits || !isAlone
      ? "" : ". Type each figure with the unit it is given in, and it is converted for you"
    return "\(far), as when \(example)\(advice)"
  }

  /// `/ 3600` as the student's formula has it.
  private static func written(_ factor: Ingredients.BareFactor) -> String {
    let number = NumberFormat(digits: 12, groupSeparator: nil).string(factor.number)
    return "`\(factor.isDivisor ? "/" : "*") \(number)`"
  }

  private func statistic(_ name: String) -> String {
    switch name {
    case "count": "a count of the rows"
    case "max": "the largest value"
    case "mean": "a mean"
    case "median": "a median"
    case "min": "the smallest value"
    case _: "a sum"
    }
  }

  private func thing(_ origin: ModelFormula.Origin) -> String {
    switch origin {
    case .name(let name): "`\(name)`"
    case .column(let key): "`\(key)`"
    case .formula(let text): "`\(text)`"
    case .literal(_, let unit):
      unit.isEmpty ? "a plain number of the formula" : "a figure in \(unit)"
    case .unit, .part: "a part of it"
    }
  }
}
