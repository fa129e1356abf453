import Diagnostics
import Formulas
import Quantities

/// What is said of slips, each as the end of a sentence, in alphabetical order. The reference
/// value, figures of the model answer and what is given for it are never said.
struct CauseWording {
  /// The bare numbers by which the student's formula multiplies to come to a factor, if it does.
  let madeByHand: (Double) -> [Double]?
  /// Whether units took part, and have converted already.
  let hasUnits: Bool
  /// Symbols of the units at hand, the asked one first.
  let symbols: [String]

  func sentence(_ finding: CauseSearch.Finding) -> String {
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
    case .aggregate(let used):
      return "it looks like \(statistic(used)), and another figure is asked for"
    case .averageOfRatios:
      return
        "it looks like the mean of the rows' quotients, in which a small row weighs as much as a"
        + " large one; the quotient of the sums is asked for"
    case .factorExtra(let origin, let isInModel):
      return isInModel
        ? "\(thing(origin)) is in it once too often" : "\(thing(origin)) is one factor too many"
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
    case .otherColumn(let used, let instead): return replaced("\(used)", instead)
    case .otherName(let used, let instead?): return replaced(used, instead)
    case .otherName(let used, nil): return "it has the value of `\(used)`"
    case .percent(let origin, let factor): return percent(origin, factor)
    case .rowsForOne:
      return "the rows are right one by one, and one figure of them all is asked for"
    case .scale(let factor): return scale(factor, isAlone: isAlone)
    case .sign(nil): return "its sign is the wrong way round"
    case .sign(let origin?): return "\(thing(origin)) has the wrong sign"
    case .termTwice(let origin): return "\(thing(origin)) is counted twice"
    }
  }

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
  private func scale(_ factor: Double, isAlone: Bool) -> String {
    if let byHand = byHand(factor) {
      if hasUnits { return "leave \(byHand) out, for units are converted for you" }
      return "leave \(byHand) out" + (isAlone ? ", and all the rest fits" : "")
    }
    let times = NumberFormat.standard.string(factor > 1 ? factor : 1 / factor)
    let far = "it is \(times) times too \(factor > 1 ? "large" : "small")"
    guard let example = mixedUp(factor > 1 ? factor : 1 / factor) else { return far }
    let advice =
      hasUnits
      ? "" : ". Type each figure with the unit it is given in, and it is converted for you"
    return "\(far), as when \(example)\(advice)"
  }

  /// `/ 3600`, or `/ 3600` and `/ 1000`, as the student's formula has it.
  private func byHand(_ factor: Double) -> String? {
    guard let parts = madeByHand(factor) else { return nil }
    let format = NumberFormat(digits: 12, groupSeparator: nil)
    return enumeration(
      parts.map { part in
        part > 1
          ? "`* \(format.string(part))`"
          : "`/ \(format.string((1e6 / part).rounded() / 1e6))`"
      })
  }

  /// Units that are this far apart, those at hand first.
  private func mixedUp(_ factor: Double) -> String? {
    if Conversions.isNear(factor, 1000) {
      let pairs = prefixed(symbols)
      return pairs.isEmpty
        ? "the prefix kilo is forgotten" : "\(pairs.joined(separator: ", or ")) are mixed up"
    }
    if Conversions.isNear(factor, 1e6), prefixed(symbols).count == 2 {
      return "\(prefixed(symbols).joined(separator: ", and also ")) are mixed up"
    }
    for (size, pair) in Self.pairs where Conversions.isNear(factor, size) {
      return "\(pair) are mixed up"
    }
    let power = NumberFormat.leadingPower(factor)
    if let ten = Double("1e\(power)"), Conversions.isNear(factor, ten) {
      return "the decimal point has slipped"
    }
    return nil
  }

  /// The first prefixed unit of each symbol with the one it is taken for, at most two.
  private func prefixed(_ symbols: [String]) -> [String] {
    var found: [String] = []
    for symbol in symbols {
      let parts = symbol.split(whereSeparator: { " /".contains($0) })
      let pair = parts.lazy.compactMap { Self.prefixes[String($0)] }.first
      if let pair, !found.contains(pair) { found.append(pair) }
    }
    return Array(found.prefix(2))
  }

  private static let prefixes = [
    "kW": "W and kW", "kWh": "Wh and kWh", "kg": "g and kg", "km": "m and km", "t": "kg and t",
    "W": "W and kW", "Wh": "Wh and kWh", "g": "g and kg", "m": "m and km", "MWh": "kWh and MWh",
    "MW": "kW and MW",
  ]

  private static let pairs: [(Double, String)] = [
    (60, "minutes and hours, or seconds and minutes,"), (3600, "seconds and hours"),
    (24, "hours and days"), (365, "days and years"), (86_400, "seconds and days"),
    (1440, "minutes and days"), (8760, "hours and years"), (31_536_000, "seconds and years"),
    (525_600, "minutes and years"), (7, "days and weeks"), (12, "months and years"),
    (3.6, "m/s and km/h"), (3.6e6, "watt seconds (joules) and kilowatt hours"),
    (1024, "prefixes of 1000 and of 1024"),
  ]

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
    case .literal(let unit):
      unit.isEmpty ? "a number that the question gives" : "a figure in \(unit)"
    case .unit, .part: "a part of it"
    }
  }
}
