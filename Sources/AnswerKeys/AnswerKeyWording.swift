import Diagnostics
import Exercises

/// Sentences for authors whose model answers cannot be computed, in alphabetical order.
public enum AnswerKeyWording {
  static func also(_ text: String) -> Diagnostic {
    Diagnostic(
      id: "also-not-a-name",
      message: "`also` takes names and columns of the exercise's tables, and this is `\(text)`.")
  }

  static func constantIsUnit(_ name: String) -> Diagnostic {
    Diagnostic(
      id: "constant-is-unit", message: "`\(name)` is a unit already and cannot name a constant.",
      help: ["a longer name, such as `car_\(name)`"])
  }

  static func constantNoNumber(_ name: String, found: String) -> Diagnostic {
    Diagnostic(
      id: "constant-no-number",
      message: "The constant `\(name)` is \(found); it has to be one number with its unit.",
      help: ["such as `0.2 kg CO2e/km`"])
  }

  static func constantTaken(_ name: String, line: Int) -> Diagnostic {
    Diagnostic(
      id: "constant-taken",
      message: line > 0
        ? "`\(name)` is a constant here and a name that line \(line) has already."
        : "`\(name)` is a constant here and a table.",
      help: ["another name for one of the two"])
  }

  public static func fullFallsShort(
    _ question: String, _ missing: [(id: String, message: String)]
  ) -> Diagnostic {
    let shown = missing.map { "`\($0.id)` (\($0.message))" }.joined(separator: ", ")
    return Diagnostic(
      id: "full-answer-falls-short",
      message: "The full model answer of \(question) does not meet \(shown)",
      help: ["what is missing in the answer, or more synonyms in the criterion"])
  }

  static func noSuchAnswer(_ name: String, known: [String]) -> Diagnostic {
    Diagnostic(
      id: "misconception-for", message: "`\(name)` is no answer of this question.",
      help: known.map { "`\($0)`" })
  }

  static func notAUnit(_ text: String) -> Diagnostic {
    Diagnostic(
      id: "not-a-unit", message: "`\(text)` is not a unit.", help: ["such as `kg CO2e/kWh`"])
  }

  static func notNumbers(_ name: String, found: String) -> Diagnostic {
    Diagnostic(
      id: "expect-not-numbers",
      message: "The model answer of `\(name)` is \(found); numbers are graded.")
  }

  static func notShowable(_ found: String) -> Diagnostic {
    Diagnostic(
      id: "not-showable", message: "This is \(found), which cannot stand in a text.",
      help: ["a formula that gives a number, a column of numbers or a text"])
  }

  public static func otherDimension(_ name: String, expect: String, unit: String) -> Diagnostic {
    let found = expect.isEmpty ? "a plain number" : "in \(expect)"
    return Diagnostic(
      id: "expect-other-dimension",
      message: "The model answer of `\(name)` is \(found), and `unit` is \(unit).",
      help: ["a formula or a unit of the other's dimension"])
  }

  public static func partialMeetsNone(_ question: String) -> Diagnostic {
    Diagnostic(
      id: "partial-answer-meets-none",
      message: "The partial model answer of \(question) meets no criterion that is checked here.",
      help: ["call it `weak`"])
  }

  public static func replay(_ name: String, _ manner: String, verdict: Verdict) -> Diagnostic {
    Diagnostic(
      id: "model-answer-fails",
      message:
        "The model answer of `\(name)`, given \(manner), is judged `\(verdict.rawValue)`.",
      help: ["another unit, tolerance, `bare` or `counts`, so that a right answer is right"])
  }

  public static let replayBare = "as a bare number"
  public static let replayTyped = "as written"
  public static let replayUnit = "in another unit"

  public static func replayUnder(_ name: String) -> String { "as `\(name)`" }

  static func sayOfRight(_ name: String) -> Diagnostic {
    Diagnostic(
      id: "misconception-is-right",
      message: "A misconception equals the model answer of `\(name)`, so it is never said.")
  }

  public static func temperatureTolerance(_ name: String, _ unit: String, example: String)
    -> Diagnostic
  {
    Diagnostic(
      id: "temperature-tolerance", severity: .warning,
      message:
        "How near `\(name)` must be depends on where its scale begins, for it is a temperature in \(unit).",
      help: ["a tolerance in degrees, such as `tolerance: \(example)`"])
  }

  static func toleranceUnit(_ text: String, unit: String) -> Diagnostic {
    Diagnostic(
      id: "tolerance-unit",
      message: "The tolerance `\(text)` is not of the answer's dimension (\(unit)).")
  }

  static func tooFewFigures(_ atLeast: Int, count: Int) -> Diagnostic {
    Diagnostic(
      id: "figures-too-few",
      message: "At least \(atLeast) figures are asked for, and the formulas give only \(count).",
      help: ["`at_least: \(max(1, count))`, or more formulas"])
  }

  static func twice(_ name: String) -> Diagnostic {
    Diagnostic(id: "answer-twice", message: "`\(name)` is asked for twice in this exercise.")
  }

  public static func weakMeetsAll(_ question: String, level: String) -> Diagnostic {
    Diagnostic(
      id: "weak-answer-meets-all",
      message: "The \(level) model answer of \(question) meets all criteria that are checked here.",
      help: ["criteria that ask for more, or a weaker answer"])
  }

  static func unitKnown(_ name: String) -> Diagnostic {
    Diagnostic(
      id: "unit-known", message: "`\(name)` is a unit already and cannot be declared anew.",
      help: ["another name, or no declaration at all"])
  }
}
