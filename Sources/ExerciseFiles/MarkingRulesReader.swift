import Diagnostics
import Exercises

/// Reads the keys that say how a value is marked.
struct MarkingRulesReader {
  let fields: Fields

  static let keys = toleranceKeys + ["units", "bare", "counts", "accepts", "shares"]
  /// Those of values, which people write and functions only return.
  static let keysOfValues = keys + ["written"]
  static let toleranceKeys = ["tolerance", "sigfigs", "within", "range"]
  /// Verdicts whose share of the mark an author may change.
  static let verdicts: [Verdict] = [.follows, .unitMissing, .wrongUnit, .rounded]
  /// Those of values, which people write and functions only return.
  static let verdictsOfValues = verdicts + [.otherForm, .otherUnit]
  var verdicts = verdictsOfValues

  /// What the keys say; where they are silent, what `base` says.
  func rules(base: MarkingRules = MarkingRules()) -> MarkingRules {
    var rules = base
    if let own = tolerance() {
      rules.tolerance = own
      rules.bareShare = bareShare(own)
    }
    rules.units = fields.word("units", of: MarkingRules.UnitPolicy.self) ?? base.units
    rules.bare = fields.word("bare", of: MarkingRules.BarePolicy.self) ?? base.bare
    rules.counts = fields.word("counts", of: MarkingRules.CountPolicy.self) ?? base.counts
    if let form = writtenForm() { rules.written = form }
    if fields.has("accepts") { rules.accepts = fields.formulaList("accepts") }
    rules.shares.merge(shares()) { $1 }
    return rules
  }

  private func tolerance() -> MarkingRules.Tolerance? {
    let given = Self.toleranceKeys.filter(fields.has)
    if given.count > 1 {
      fields.log.report(
        .keysTogether(keys: given, areTolerances: true), at: fields.place(of: given[1]))
    }
    switch given.first {
    case "tolerance": return shareOrDistance()
    case "sigfigs": return fields.number("sigfigs", .figures).map { .figures(Int(bounded: $0)) }
    case "within": return fields.number("within", .factor).map { .factor($0) }
    case "range": return range()
    default: return nil
    }
  }

  /// `0.5%` and `0.005` are shares of the reference, `0.5 kg` and `±0.1` are distances.
  private func shareOrDistance() -> MarkingRules.Tolerance? {
    guard let found = fields.sourced("tolerance") else { return nil }
    if let sign = Self.distanceSigns.first(where: found.text.hasPrefix) {
      return distance(String(found.text.dropFirst(sign.count)).trimmingBlank, in: found)
    }
    if let (number, rest) = leadingNumber(found.text), number >= 0 {
      switch rest.trimmingBlank {
      case "" where number < 1: return .relative(number)
      case "%" where number < 100: return .relative(number / 100)
      case "", "%": break
      default: if number > 0, Self.isUnit(rest) { return .absolute(AuthorFormula(found)) }
      }
    }
    fields.log.report(.badTolerance(found: found.text), at: fields.place(ofValue: "tolerance"))
    return nil
  }

  private static let distanceSigns = ["±", "+/-", "+-"]

  /// What follows `±`: a number above 0, with or without a unit. A percentage could be a share or a
  /// distance in percent.
  private func distance(_ text: String, in found: SourcedText) -> MarkingRules.Tolerance? {
    let isSigned = text.hasPrefix("+") || text.hasPrefix("-")
    if !isSigned, let (number, rest) = leadingNumber(text), number > 0 {
      if rest.trimmingBlank.isEmpty || Self.isUnit(rest) {
        return .absolute(AuthorFormula(text, line: found.line))
      }
      if rest.trimmingBlank == "%" {
        fields.log.report(
          .distanceOfPercent(found: found.text, share: text, number: number),
          at: fields.place(ofValue: "tolerance"))
        return nil
      }
    }
    fields.log.report(.badTolerance(found: found.text), at: fields.place(ofValue: "tolerance"))
    return nil
  }

  /// Whether what follows a number begins as a unit does.
  private static func isUnit(_ rest: String) -> Bool {
    let start = rest.drop { $0 == " " }.unicodeScalars.first
    return start.map {
      $0.properties.isAlphabetic || "°℃℉∆µΩ'_".unicodeScalars.contains($0)
    } == true
  }

  /// The text of a share that has no sign of percent.
  private func bareShare(_ tolerance: MarkingRules.Tolerance) -> SourcedText? {
    guard case .relative(let share) = tolerance, share > 0, let found = fields.sourced("tolerance"),
      !found.text.hasSuffix("%")
    else { return nil }
    return found
  }

  private func range() -> MarkingRules.Tolerance? {
    guard let node = fields.node("range") else { return nil }
    guard let items = node.items else {
      fields.wrong("range", .list, node)
      return nil
    }
    let ends = fields.formulaList("range")
    guard items.count == 2 else {
      fields.log.report(
        .rangeOfTwo(found: items.count, withPoints: node.withPoints(count: 2)), at: node.place)
      return nil
    }
    return ends.count == 2 ? .range(ends[0], ends[1]) : nil
  }

  /// `3 figures` or `2 decimals`; nil in the value for `any`, and nil where nothing is said.
  private func writtenForm() -> MarkingRules.WrittenForm?? {
    guard let text = fields.text("written") else { return nil }
    let words = text.lowercased().split(whereSeparator: \.isWhitespace)
    if words == ["any"] { return .some(nil) }
    if words.count == 2, let count = Int(words[0]) {
      switch words[1] {
      case "figure", "figures":
        if (1...15).contains(count) { return MarkingRules.WrittenForm.figures(count) }
      case "decimal", "decimals":
        if (0...15).contains(count) { return MarkingRules.WrittenForm.decimals(count) }
      case _: break
      }
    }
    fields.log.report(.badWrittenForm(found: text), at: fields.place(ofValue: "written"))
    return nil
  }

  private func shares() -> [Verdict: Double] {
    guard let node = fields.node("shares") else { return [:] }
    let allowed = verdicts.map(\.rawValue)
    guard let shares = Fields(node, owner: .shares, allowed: allowed, log: fields.log) else {
      fields.wrong("shares", .mapping, node)
      return [:]
    }
    return verdicts.reduce(into: [:]) { $0[$1] = shares.number($1.rawValue, .share) }
  }
}
