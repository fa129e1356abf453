import Diagnostics

/// Sentences about texts and their criteria, in alphabetical order. None says that a text is right.
public enum CriteriaWording {
  public static let another = "Not named yet: something else that a full answer has."

  static func contradiction(_ wrong: FigureCriterion.Contradiction) -> String {
    let given: String
    if let quantity = wrong.quantity {
      let last = quantity.split(separator: " ").last.map(String.init) ?? quantity
      let isPlural = quantity.hasSuffix("s")
      given =
        uncounted.contains(last)
        ? "\(wrong.written) of \(quantity)"
        : "\(isPlural ? quantity : withArticle(quantity)) of \(wrong.written)"
    } else {
      given = wrong.written
    }
    let fits = wrong.fits.map { " That figure fits \($0)." } ?? ""
    return "You give \(wrong.row) \(given), which does not agree with what was computed.\(fits)"
  }

  static func contradictionsMore(_ count: Int) -> String {
    "\(count) more figure\(count == 1 ? " does" : "s do") not agree with what was computed."
  }

  public static let copied =
    "This is the question's own text. Say it in your own words: what is copied does not count."

  public static func figures(
    _ finding: FigureCriterion.Finding, atLeast: Int, met: Bool, asks: String?
  ) -> String {
    let wanted = asks.map { ": \($0)" } ?? ""
    if finding.quoted == 0 {
      return finding.given == 0
        ? "No figures yet; at least \(atLeast) \(isOrAre(atLeast)) asked for\(wanted)."
        : "No figure yet that agrees with what was computed; at least \(atLeast)"
          + " \(isOrAre(atLeast)) asked for"
          + (finding.givenHaveUnits ? "" : ", with \(atLeast == 1 ? "its unit" : "their units")")
          + "\(wanted).\(rowsToName(finding, atLeast))"
    }
    let quoted =
      "\(finding.quoted) figure\(finding.quoted == 1 ? "" : "s") that agree\(finding.quoted == 1 ? "s" : "")"
      + " with what was computed"
    if met { return capitalised(quoted) + "." }
    if finding.quoted >= atLeast { return "\(capitalised(quoted)), beside more that do not." }
    return "\(capitalised(quoted)); at least \(atLeast) are asked for\(wanted)."
  }

  /// What to see to where values of rows are given with units and without the rows.
  private static func rowsToName(_ finding: FigureCriterion.Finding, _ atLeast: Int) -> String {
    guard finding.givenHaveUnits, finding.lacksRows else { return "" }
    return " Say which row \(atLeast == 1 ? "it belongs" : "each belongs") to."
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
  public static func mentions(
    found: Int, of count: Int, missing: [String]?, asks: String?
  ) -> String {
    if found == count { return "Named: \(asks ?? "what is asked for")." }
    if let missing, !missing.isEmpty {
      let shown = missing.prefix(6).map { $0 }
      let more = missing.count > 6 ? " and \(missing.count - 6) more" : ""
      return
        "Not named yet: \(more.isEmpty ? enumeration(shown) : shown.joined(separator: ", "))\(more)."
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

  /// Quantities that take no article.
  private static let uncounted: Set<String> = [
    "electricity", "energy", "food", "fuel", "heat", "heating", "waste", "water",
  ]

  private static func isOrAre(_ count: Int) -> String { count == 1 ? "is" : "are" }

  private static func range(_ range: ClosedRange<Int>) -> String {
    range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound) to \(range.upperBound)"
  }
}
