import Diagnostics

/// Sentences for authors whose model answers cannot be computed, in alphabetical order.
enum ReferenceWording {
  static func also(_ text: String) -> Diagnostic {
    Diagnostic(
      id: "also-not-a-name",
      message: "`also` takes names and columns of the exercise's tables, and this is `\(text)`.")
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

  static func otherDimension(_ name: String, expect: String, unit: String) -> Diagnostic {
    let found = expect.isEmpty ? "a plain number" : "in \(expect)"
    return Diagnostic(
      id: "expect-other-dimension",
      message: "The model answer of `\(name)` is \(found), and `unit` is \(unit).",
      help: ["a formula or a unit of the other's dimension"])
  }

  static func replay(_ name: String, _ manner: String, verdict: Verdict) -> Diagnostic {
    Diagnostic(
      id: "model-answer-fails",
      message:
        "The model answer of `\(name)`, given \(manner), is judged `\(verdict.rawValue)`.",
      help: ["another unit, tolerance, `bare` or `counts`, so that a right answer is right"])
  }

  static let replayBare = "as a bare number"
  static let replayTyped = "as written"
  static let replayUnit = "in another unit"

  static func replayUnder(_ name: String) -> String { "as `\(name)`" }

  static func sayOfRight(_ name: String) -> Diagnostic {
    Diagnostic(
      id: "misconception-is-right",
      message: "A misconception equals the model answer of `\(name)`, so it is never said.")
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

  static func unitKnown(_ name: String) -> Diagnostic {
    Diagnostic(
      id: "unit-known", message: "`\(name)` is a unit already and cannot be declared anew.",
      help: ["another name, or no declaration at all"])
  }
}
