import Diagnostics

/// What a student should know of a statement that was taken; the names, signs and numbers are as
/// typed.
enum Notice {
  case comparison
  case date(String)
  case hidesConstant(String, value: String)
  case hidesUnit(String, meaning: String)
  /// `M` and `B` behind a number.
  case letter(String)
  case notYetKnown(String, in: String)
  case plainPercentage(String, percentage: String)
  case powerPerTime(String)
  case quotedValue
  case radians(String)
  case radiansAsTurns
  case interpretation(String)
  case sameLetters(String, String)
  case share(String)
  case targetNumber
  case tenfold(String)
  case turnsAsAngle
  case unitAlone(String)
}

extension Notice {
  /// What a learner reads, in the order of the notices' names.
  ///
  /// - Parameters:
  ///   - span: what is marked; nil for nothing.
  ///   - fixIts: what to type where something else was meant.
  func diagnostic(_ span: Span? = nil, fixIts: [String] = []) -> Diagnostic {
    func say(_ id: String, _ message: String, _ meant: String = "") -> Diagnostic {
      Diagnostic(
        id: id, severity: .notice, message: message,
        labels: span.map { [Diagnostic.Label($0)] } ?? [], help: fixIts.map { "`\($0)`\(meant)" })
    }
    return switch self {
    case .comparison:
      say("comparison", "`==` compares: no name was given a value.", " to give the name this value")
    case .date(let typed):
      say("date", "`\(typed)` was computed as a difference: dates are no values here.")
    case .hidesConstant(let name, let value):
      say("hides-constant", "`\(name)` is also a constant (\(value)): it now means your value.")
    case .hidesUnit(let name, let meaning):
      say(
        "hides-unit",
        "`\(name)` is also a unit (\(meaning)). Alone it now means your value; after a number, as in `5 \(name)`, it is still the unit."
      )
    case .letter("M"):
      say("letter", "`M` was read as molar, a concentration.", ", if you meant millions")
    case .letter(let word): say("letter", "`\(word)` was read as bytes.", ", if you meant billions")
    case .notYetKnown(let name, let function):
      say("not-yet-known", "`\(function)` uses `\(name)`, which is not known yet.")
    case .plainPercentage(let typed, let percentage):
      say(
        "plain-percentage", "This compares a percentage with \(typed), which is \(percentage) %.",
        ", if you meant that")
    case .powerPerTime(let unit):
      say(
        "power-per-time", "`\(unit)` is power divided by time. Energy is power times time.",
        ", if you meant energy")
    case .quotedValue:
      say(
        "quoted-value", "This is a text, because of its quotes: it cannot be computed with.",
        " for the number")
    case .radians(let function):
      say(
        "radians", "`\(function)` takes a number without a unit as radians.",
        ", if you meant degrees")
    case .radiansAsTurns:
      say(
        "radians-as-turns",
        "These hertz count radians: a radian is 1 here, and a whole turn 2 pi radians.",
        ", if the hertz count turns")
    case .interpretation(let read):
      say("reading", "This was read as `\(read)`.", ", if you meant that")
    case .sameLetters(let word, let meaning):
      say("same-letters", "`\(word)` was read as \(meaning).", ", if you meant that")
    case .share(let share):
      say(
        "share", "`\(share)` is a number by itself here, not a share of what stands before it.",
        " for that share")
    case .targetNumber:
      say("target-number", "After `to` only the unit counts: this number is left out.")
    case .tenfold(let typed):
      say("tenfold", "`\(typed)` is ten times `1\(typed.dropFirst(2))`.", ", if you meant that")
    case .turnsAsAngle:
      say(
        "turns-as-angle", "A turn counts as 2 pi here: this is an angle in radians.",
        " to count turns")
    case .unitAlone(let unit):
      say("unit-alone", "This is 1 \(unit): there is no number before the unit.")
    }
  }
}
