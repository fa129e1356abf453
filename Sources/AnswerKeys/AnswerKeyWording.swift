import Diagnostics
import Exercises
import Quantities

/// Sentences for authors whose model answers cannot be computed, in alphabetical order.
public enum AnswerKeyWording {
  private static func told(
    _ id: String, _ message: String, try help: String..., as severity: Diagnostic.Severity = .error
  ) -> Diagnostic {
    Diagnostic(id: id, severity: severity, message: message, help: help)
  }

  static func allMissing(_ name: String) -> Diagnostic {
    told(
      "expect-missing",
      "The model answer of `\(name)` is missing, for it comes from an empty cell.",
      try: "a figure in the cell, or another row")
  }
  static func also(_ text: String) -> Diagnostic {
    told(
      "also-not-a-name",
      "`also` takes names and columns of the exercise's tables, and this is `\(text)`.")
  }
  static func atTestPoint(_ call: String) -> String { "That is so at the test point `\(call)`." }
  public static func bareShare(
    _ name: String, typed: String, here: String, unit: String
  ) -> Diagnostic {
    let percent = NumberFormat.standard.string((Double(typed) ?? 0) * 100)
    return told(
      "bare-share",
      "`tolerance: \(typed)` is a share: \(percent) % of the model answer, which for `\(name)` is "
        + "\(here) up or down.",
      try: "`tolerance: \(percent)%`, which says that it is a share",
      "`tolerance: ±\(typed)` for a distance of \(typed)\(unit.isEmpty ? "" : " " + unit)",
      as: .warning)
  }
  static func cellIsText(_ cell: String, _ column: String, _ place: String) -> String {
    "The column `\(column)` is one of texts, for its cell `\(shortened(cell))` (\(place)) is no number."
  }
  /// - Parameter parts: the number and the unit in the cell.
  static func numberInCell(
    _ cell: String, _ column: String, _ parts: (number: String, unit: String)?
  ) -> String {
    parts.map { "`\($0.number)` in the cell, and `\(column) [\($0.unit)]` as the heading" }
      ?? "a number there"
  }
  private static func shortened(_ text: String) -> String {
    text.count > 40 ? text.prefix(40) + "…" : text
  }
  static func constantIsUnit(_ name: String) -> Diagnostic {
    told(
      "constant-is-unit", "`\(name)` is a unit already and cannot name a constant.",
      try: "a longer name, such as `car_\(name)`")
  }
  static func constantNoNumber(_ name: String, found: String) -> Diagnostic {
    told(
      "constant-no-number",
      "The constant `\(name)` is \(found); it has to be one number with its unit.",
      try: "such as `0.2 kg CO2e/km`")
  }
  static func constantTaken(_ name: String, line: Int) -> Diagnostic {
    let other = line > 0 ? "name that line \(line) has already" : "table"
    return told(
      "constant-taken", "`\(name)` is a constant here and a \(other).",
      try: "another name for one of the two")
  }
  /// - `missing`: each criterion with its message, what of it was not found and how the
  ///   figures of the text were read.
  public static func fullFallsShort(
    _ question: String,
    _ missing: [(id: String, message: String, notFound: [String], readings: [String])]
  ) -> Diagnostic {
    let shown = missing.map { one in
      let notFound = one.notFound.prefix(12)
      let lacks = notFound.isEmpty ? "" : " Not found: \(notFound.joined(separator: "; "))."
      let read = one.readings.isEmpty ? "" : " Read: \(one.readings.joined(separator: "; "))."
      return "`\(one.id)` (\(one.message)\(lacks)\(read))"
    }.joined(separator: ", ")
    return told(
      "full-answer-falls-short", "The full model answer of \(question) does not meet \(shown)",
      try: "what is missing in the answer, or more synonyms in the criterion")
  }
  static func moneyAsLabel(_ name: String) -> Diagnostic {
    told(
      "money-as-label",
      "`\(name)` is known as money. As a label it computes as 1, so that amounts of two currencies can"
        + " be added.", try: "no declaration at all", as: .warning)
  }
  public static func nameUntold(_ name: String) -> Diagnostic {
    told(
      "name-untold", "No text says that `\(name)` is to be bound, and students cannot guess it.",
      try: "the name in the text of its question", as: .warning)
  }
  public static func noName(_ word: String) -> Diagnostic {
    told(
      "no-name", "`\(word)` is a word of the language, and students cannot bind it.",
      try: "another name")
  }
  public static func noOtherUnit(_ name: String, _ why: String) -> Diagnostic {
    told(
      "other-unit-never", "The share `other-unit` says nothing of `\(name)`: \(why).",
      try: "no such share here", as: .warning)
  }
  static func noUnit(_ text: String) -> Diagnostic {
    told(
      "not-a-unit", "`\(text)` is not a unit.",
      try: "no unit at all, for what is a plain number",
      "`units: none`, where the unit of an answer is not to be looked at")
  }
  static func noSuchAnswer(_ name: String, known: [String]) -> Diagnostic {
    Diagnostic(
      id: "misconception-for", message: "`\(name)` is no answer of this question.",
      help: known.map { "`\($0)`" })
  }
  static func notAUnit(_ text: String, tries: [String] = []) -> Diagnostic {
    Diagnostic(
      id: "not-a-unit", message: "`\(text)` is not a unit.",
      help: tries.isEmpty ? ["such as `kg CO2e/kWh`"] : tries)
  }
  static func manyFigures(_ name: String, rows: Int, limit: Int) -> Diagnostic {
    told(
      "figures-many",
      "`\(name)` has \(rows) rows, of which texts are compared with the first \(limit).",
      try: "a column of fewer rows, or a sum or mean of it", as: .warning)
  }
  static func notNumbers(_ name: String, found: String) -> Diagnostic {
    told("expect-not-numbers", "The model answer of `\(name)` is \(found); numbers are graded.")
  }
  static func notShowable(_ found: String) -> Diagnostic {
    told(
      "not-showable", "This is \(found), which cannot stand in a text.",
      try: "a formula that gives a number, a column of numbers or a text")
  }
  static func oneUnit(_ units: [String]) -> [String] {
    ["\(unit(units[0])) alone: what students give in another unit is converted"]
  }
  /// - Parameter degrees: the unit of a temperature that was meant.
  static func otherDimension(
    _ name: String, expect: String, unit: String, degrees: String?
  ) -> Diagnostic {
    let found = expect.isEmpty ? "a plain number" : "in \(expect)"
    return told(
      "expect-other-dimension", "The model answer of `\(name)` is \(found), and `unit` is \(unit).",
      try: degrees.map { "\(self.unit($0)), for a temperature" }
        ?? "a formula or a unit of the other's dimension")
  }
  /// A difference of temperatures that is asked for as a temperature, or the other way round.
  static func otherTemperature(_ name: String, unit: String, isDifference: Bool) -> Diagnostic {
    told(
      "expect-other-temperature",
      isDifference
        ? "The model answer of `\(name)` is a temperature difference, and `unit` is \(unit), which "
          + "asks for a temperature."
        : "The model answer of `\(name)` is a temperature, and `unit` is \(unit), which asks for a "
          + "difference.",
      try: isDifference ? "`unit: K`, or `unit: Δ\(unit)`" : "`unit: \(unit.filter { $0 != "Δ" })`")
  }
  static func otherOfDimension(
    _ name: String, found: String?, kind: String, unit: String
  ) -> Diagnostic {
    let own = found.map { $0.isEmpty ? "a plain number" : "in \($0)" } ?? kind
    let asked = unit.isEmpty ? "a plain number" : "a value in \(unit)"
    return told(
      "or-other-dimension", "This value of `or` is \(own), and `\(name)` is asked for as \(asked).")
  }
  static func otherOfShape(_ name: String, found: String, expect: String) -> Diagnostic {
    told(
      "or-other-shape",
      "This value of `or` is \(found), and the model answer of `\(name)` is "
        + "\(expect).")
  }
  public static func orInRange(_ name: String) -> Diagnostic {
    told(
      "or-in-range", "`range` says alone which values of `\(name)` are right; `or` adds none.",
      try: "a tolerance in the place of the range", as: .warning)
  }
  public static func orNear(_ name: String, _ text: String, _ other: String) -> Diagnostic {
    told(
      "or-near",
      "`\(text)`, which is accepted for `\(name)`, is within the tolerance of "
        + "`\(other)`.",
      try: "one of the two alone, or a narrower tolerance", as: .warning)
  }
  public static func partialMeetsNone(_ question: String) -> Diagnostic {
    told(
      "partial-answer-meets-none",
      "The partial model answer of \(question) meets no criterion that is checked here.",
      try: "call it `weak`")
  }
  /// - `typed`: how it was given, where that is short enough to be read.
  /// - `why`: what the verdict comes from, in sentences.
  public static func modelAnswerFails(
    _ name: String, _ manner: String, typed: String?, verdict: Verdict, why: String?
  ) -> Diagnostic {
    let given = manner + (typed.map { " (`\($0)`)" } ?? "")
    return told(
      "model-answer-fails",
      "The model answer of `\(name)`, given \(given), is judged `\(verdict.rawValue)`."
        + (why.map { " \($0)" } ?? ""),
      try: verdict == .fails
        ? "another name or formula, so that a right answer can be computed"
        : "another unit, tolerance, `bare` or `counts`, so that a right answer is right")
  }
  public static func nameHides(_ name: String, _ what: String, units: Bool) -> Diagnostic {
    told(
      "name-hides",
      "`\(name)` is asked for, and is the name of \(what) too: once a student has it, it is that no"
        + " longer\(units ? ", save after a number" : "").",
      try: "a longer name", as: .warning)
  }
  public static func outOfRange(_ name: String, _ text: String) -> Diagnostic {
    told(
      "expect-out-of-range", "The model answer of `\(name)`, `\(text)`, is not within its `range`.",
      try: "another `expect`, or a range that holds it")
  }
  static func rangeBackwards(_ low: String, _ high: String) -> Diagnostic {
    told(
      "range-backwards", "`range` begins with `\(low)`, which is greater than its end, `\(high)`.",
      try: "`range: [\(high), \(low)]`")
  }
  public static func readAs(_ found: String, asked: String) -> String {
    "It is read as \(found), and the model answer is \(asked)."
  }
  public static let givenBare = "as a bare number"
  public static func givenAsAlternative(_ text: String) -> String { "as `\(text)` of `or`" }
  public static let givenAsWritten = "as written"
  public static let givenInAnotherUnit = "in another unit"
  public static func givenUnder(_ name: String) -> String { "as `\(name)`" }
  public static func percentWithout(_ name: String, typed: String, percent: String) -> Diagnostic {
    let isLarge = (Double(typed) ?? 0) > 1
    return told(
      "percent-bare",
      "`\(name)` is asked for in %, and `\(typed)` is \(percent) %\(isLarge ? "" : ", though it reads as less than 1 %").",
      try: "`\(isLarge ? typed : percent)%`",
      "no `unit`: `\(isLarge ? typed : percent)%` and the plain number are then both right",
      as: .warning)
  }
  static func sayOfRight(_ name: String) -> Diagnostic {
    told(
      "misconception-is-right",
      "A misconception equals the model answer of `\(name)`, so it is never said.")
  }
  public static func temperatureTolerance(
    _ name: String, _ unit: String, example: String
  ) -> Diagnostic {
    told(
      "temperature-tolerance",
      "How near `\(name)` must be depends on where its scale begins, for it is a temperature in "
        + "\(unit).", try: "a tolerance in degrees, such as `tolerance: \(example)`", as: .warning)
  }
  static func toleranceUnit(_ text: String, unit: String) -> Diagnostic {
    let asked = unit.isEmpty ? "a plain number" : "in \(unit)"
    return told(
      "tolerance-unit",
      "The tolerance `\(text)` has another dimension than the answer, which is "
        + "\(asked).")
  }
  static func tooFewFigures(_ atLeast: Int, count: Int) -> Diagnostic {
    told(
      "figures-too-few",
      "At least \(atLeast) figures are asked for, and the formulas give only \(count).",
      try: "`at_least: \(max(1, count))`, or more formulas")
  }
  static func tooManyRows(_ limit: Int) -> Diagnostic {
    told(
      "too-many-rows", "The columns of this exercise have more than \(limit) rows together.",
      try: "the exercise as it was released")
  }
  static func twice(_ name: String) -> Diagnostic {
    told("answer-twice", "`\(name)` is asked for twice in this exercise.")
  }
  static func unit(_ text: String) -> String { "`\(text)`" }
  static func unknownUnit(_ word: String, at span: Span, tries: [String]) -> Diagnostic {
    Diagnostic(
      id: "unknown-unit", message: "`\(withoutControls(word))` is no unit that is known here.",
      labels: [.init(span)], help: tries)
  }
  static func unitKnown(_ name: String) -> Diagnostic {
    told(
      "unit-known", "`\(name)` is a unit already and cannot be declared anew.",
      try: "another name, or no declaration at all")
  }
  static func unitTaken(_ name: String, meaning: String) -> Diagnostic {
    let what = meaning == "a plain number" ? "" : " (\(meaning))"
    return Diagnostic(
      id: "unit-taken", severity: .notice,
      message:
        "`\(name)` is a unit that is seldom used\(what): in this exercise the word is your own.")
  }
  public static func weakMeetsAll(_ question: String, level: String) -> Diagnostic {
    told(
      "weak-answer-meets-all",
      "The \(level) model answer of \(question) meets all criteria that are checked here.",
      try: "criteria that ask for more, or a weaker answer")
  }
  public static func zeroOfShare(_ name: String, unit: String) -> Diagnostic {
    told(
      "zero-tolerance",
      "The model answer of `\(name)` is 0, and a share of 0 is 0: only 0 itself is right.",
      try: "a distance, such as `tolerance: ±0.1\(unit.isEmpty ? "" : " " + unit)`", as: .warning)
  }
  public static func writtenTooFar(_ name: String, _ form: MarkingRules.WrittenForm) -> Diagnostic {
    let (count, word) =
      switch form {
      case .figures(let count): (count, "figure")
      case .decimals(let count): (count, "decimal")
      }
    let asked = "\(count) \(word)\(count == 1 ? "" : "s")"
    let sigfigs = word == "figure" ? "`sigfigs: \(count)`, or " : ""
    return told(
      "written-too-far",
      "Written with \(asked), the model answer of `\(name)` is not within its tolerance.",
      try: "\(sigfigs)a wider tolerance")
  }
}
