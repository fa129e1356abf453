import Diagnostics
import Quantities

/// Sentences about texts and their criteria, in alphabetical order. None says that a text is right.
public enum CriteriaWording {
  public static let another = "Not named yet: something else that a full answer has."

  /// What is said of several criteria, once for all of them.
  static func repeated(_ message: String, _ count: Int) -> String {
    message == another
      ? "Not named yet: \(count) other things that a full answer has."
      : "\(message.hasSuffix(".") ? String(message.dropLast()) : message) (\(count) criteria)."
  }

  static func contradiction(_ wrong: FigureFinding.Contradiction) -> String {
    let given = wrong.quantity.map { quantity in
      let last = quantity.split(separator: " ").last.map(String.init) ?? quantity
      if Lexicon.english.kinds(of: last).contains(.mass) {
        return "\(wrong.written) of \(quantity)"
      }
      return "\(quantity.hasSuffix("s") ? quantity : withArticle(quantity)) of \(wrong.written)"
    }
    let fits = wrong.fits.map { " That figure fits \($0)." } ?? ""
    let row = wrong.row.map { "\($0) " } ?? ""
    return "You give \(row)\(given ?? wrong.written), which does not agree with what was"
      + " computed.\(fits)"
  }

  static func contradictionsMore(_ count: Int) -> String {
    "\(count) more figure\(count == 1 ? " does" : "s do") not agree with what was computed."
  }

  public static let copied =
    "This is the question's own text. Say it in your own words: what is copied does not count."

  static func figures(
    _ finding: FigureFinding, atLeast: Int, met: Bool, asks: String?
  ) -> String {
    let wanted = asks.map { ": \($0)" } ?? ""
    let isOne = atLeast == 1
    let areAsked = "at least \(atLeast) \(isOne ? "is" : "are") asked for"
    guard !finding.quoted.isEmpty else {
      guard finding.given > 0 else { return "No figures yet; \(areAsked)\(wanted)." }
      let units = finding.givenHaveUnits ? "" : ", with \(isOne ? "its unit" : "their units")"
      // What to see to where values of rows are given with units and without the rows.
      let rows =
        finding.givenHaveUnits && finding.lacksRows
        ? " Say which row \(isOne ? "it belongs" : "each belongs") to." : ""
      return
        "No figure yet that agrees with what was computed; \(areAsked)\(units)\(wanted).\(rows)"
    }
    let quoted =
      "\(finding.quoted.count) figure\(finding.quoted.count == 1 ? " that agrees" : "s that agree")"
      + " with what was computed"
    if met { return "\(quoted)." }
    if finding.quoted.count >= atLeast { return "\(quoted), beside more that do not." }
    return "\(quoted); at least \(atLeast) are asked for\(wanted)."
  }

  public static func length(_ sentences: TextSentences, asked: ClosedRange<Int>) -> String {
    var found = "\(sentences.count) sentence\(sentences.count == 1 ? "" : "s")"
    if sentences.count < asked.lowerBound, sentences.countWithSemicolons > sentences.count {
      found += " of \(sentences.countWithSemicolons) parts joined by semicolons"
    }
    if sentences.fits(asked) { return "\(found), as asked." }
    return "\(found), where \(range(asked)) \(asked.upperBound == 1 ? "is" : "are") asked."
  }

  /// - Parameter missing: terms that the student may be told; nil where they would give the answer.
  static func mentions(found: Int, of count: Int, missing: [String]?, asks: String?) -> String {
    if found == count { return "Named: \(asks ?? "what is asked for")." }
    if let missing, !missing.isEmpty {
      let shown = missing.prefix(6)
      let names =
        shown.count == missing.count
        ? enumeration(missing)
        : "\(shown.joined(separator: ", ")) and \(missing.count - shown.count) more"
      return "Not named yet: \(names)."
    }
    if found == 0 || count == 1 { return "Not named yet: \(asks ?? "what is asked for")." }
    return "\(found) of \(count) named; asked for: \(asks ?? "all of them")."
  }

  public static func partly(met: Int, of count: Int) -> String {
    "Noted. \(met) of \(count) criteria that can be checked here \(met == 1 ? "is" : "are") met."
  }

  public static func person(_ asks: String?) -> String {
    asks.map { "Waits for a person: \($0)." } ?? "Waits for a person to read it."
  }

  /// A value as its author knows it: `harvest of Rapeseed, 11.2 t`.
  static func value(_ candidate: Candidate) -> String {
    let name = candidate.name ?? "the value"
    let row = candidate.row.map { " of \($0)" } ?? ""
    let stated = candidate.unit.conversion(to: candidate.stated).map {
      $0.apply(candidate.values[0]) / candidate.measure.statedFactor
    }
    let number = NumberFormat(digits: 4, shortDigits: 4).string(stated ?? candidate.values[0])
    let unit = candidate.stated.symbol
    return "\(name)\(row), \(number)\(unit.isEmpty ? "" : " \(unit)")"
  }

  /// What a figure was taken for, as authors read it.
  public static func reading(_ figure: FigureReading) -> String {
    let of = [figure.quantity, figure.row.map { "of \($0)" }].compactMap { $0 }.joined(
      separator: " ")
    switch figure.meaning {
    case .agrees: return "agrees with \(of.isEmpty ? "a value" : of)"
    case .disagrees: return "does not agree with \(of.isEmpty ? "any value" : of)"
    case .explained(let name): return "taken for \(name)"
    case .open: return "read as a figure, taken for no value"
    }
  }

  private static func range(_ range: ClosedRange<Int>) -> String {
    range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound) to \(range.upperBound)"
  }
}
