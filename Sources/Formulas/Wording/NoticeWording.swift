import Diagnostics

/// Sentences that accompany a statement which was taken, in the order of their names.
enum NoticeWording {
  static func comparison(_ span: Span, _ mend: String) -> Diagnostic {
    Diagnostic(
      id: "comparison", severity: .notice,
      message: "`==` compares: no name was given a value.",
      labels: [Diagnostic.Label(span)], help: ["`\(mend)` to give the name this value"])
  }

  static func date(_ typed: String, _ span: Span) -> Diagnostic {
    Diagnostic(
      id: "date", severity: .notice,
      message: "`\(typed)` was computed as a difference: dates are no values here.",
      labels: [Diagnostic.Label(span)])
  }

  static func hidesConstant(_ name: String, _ value: String, _ span: Span) -> Diagnostic {
    Diagnostic(
      id: "hides-constant", severity: .notice,
      message: "`\(name)` is also a constant (\(value)): it now means your value.",
      labels: [Diagnostic.Label(span)])
  }

  static func hidesUnit(_ name: String, meaning: String, _ span: Span) -> Diagnostic {
    Diagnostic(
      id: "hides-unit", severity: .notice,
      message:
        "`\(name)` is also a unit (\(meaning)). Alone it now means your value; after a number, as in `5 \(name)`, it is still the unit.",
      labels: [Diagnostic.Label(span)])
  }

  static func letter(_ word: String, _ mend: String, _ span: Span) -> Diagnostic {
    let (unit, count) = word == "M" ? ("molar, a concentration", "millions") : ("bytes", "billions")
    return Diagnostic(
      id: "letter", severity: .notice, message: "`\(word)` was read as \(unit).",
      labels: [Diagnostic.Label(span)], help: ["`\(mend)`, if you meant \(count)"])
  }

  static func notYetKnown(_ name: String, in function: String) -> Diagnostic {
    Diagnostic(
      id: "not-yet-known", severity: .notice,
      message: "`\(function)` uses `\(name)`, which is not known yet.")
  }

  static func plainPercentage(
    _ typed: String, _ percentage: String, _ mend: String, _ span: Span
  ) -> Diagnostic {
    Diagnostic(
      id: "plain-percentage", severity: .notice,
      message: "This compares a percentage with \(typed), which is \(percentage) %.",
      labels: [Diagnostic.Label(span)], help: ["`\(mend)`, if you meant that"])
  }

  static func powerPerTime(_ unit: String, _ mend: String, _ span: Span) -> Diagnostic {
    Diagnostic(
      id: "power-per-time", severity: .notice,
      message: "`\(unit)` is power divided by time. Energy is power times time.",
      labels: [Diagnostic.Label(span)], help: ["`\(mend)`, if you meant energy"])
  }

  static func quotedValue(_ span: Span, _ mend: String) -> Diagnostic {
    Diagnostic(
      id: "quoted-value", severity: .notice,
      message: "This is a text, because of its quotes: it cannot be computed with.",
      labels: [Diagnostic.Label(span)], help: ["`\(mend)` for the number"])
  }

  static func radians(_ function: String, _ mend: String, _ span: Span) -> Diagnostic {
    Diagnostic(
      id: "radians", severity: .notice,
      message: "`\(function)` takes a number without a unit as radians.",
      labels: [Diagnostic.Label(span)], help: ["`\(mend)`, if you meant degrees"])
  }

  static func radiansAsTurns(_ span: Span, _ mend: String) -> Diagnostic {
    Diagnostic(
      id: "radians-as-turns", severity: .notice,
      message: "A radian counts as 1 here: 1 rad/s is 1 Hz, and a whole turn is 2 pi rad.",
      labels: [Diagnostic.Label(span)], help: ["`\(mend)`, if the hertz count turns"])
  }

  static func reading(_ read: String, others: [String], _ span: Span) -> Diagnostic {
    Diagnostic(
      id: "reading", severity: .notice, message: "This was read as `\(read)`.",
      labels: [Diagnostic.Label(span)], help: others.map { "`\($0)`, if you meant that" })
  }

  static func share(_ share: String, _ mend: String, _ span: Span) -> Diagnostic {
    Diagnostic(
      id: "share", severity: .notice,
      message: "`\(share)` is a number by itself here, not a share of what stands before it.",
      labels: [Diagnostic.Label(span)], help: ["`\(mend)` for that share"])
  }

  static func targetNumber(_ span: Span) -> Diagnostic {
    Diagnostic(
      id: "target-number", severity: .notice,
      message: "After `to` only the unit counts: this number is left out.",
      labels: [Diagnostic.Label(span)])
  }

  static func tenfold(_ typed: String, _ mend: String, _ span: Span) -> Diagnostic {
    Diagnostic(
      id: "tenfold", severity: .notice,
      message: "`\(typed)` is ten times `1\(typed.dropFirst(2))`.",
      labels: [Diagnostic.Label(span)], help: ["`\(mend)`, if you meant that"])
  }

  static func turnsAsAngle(_ span: Span, _ mend: String) -> Diagnostic {
    Diagnostic(
      id: "turns-as-angle", severity: .notice,
      message: "A turn counts as 2 pi here: this is an angle in radians.",
      labels: [Diagnostic.Label(span)], help: ["`\(mend)` to count turns"])
  }

  static func unitAlone(_ unit: String, _ span: Span) -> Diagnostic {
    Diagnostic(
      id: "unit-alone", severity: .notice,
      message: "This is 1 \(unit): there is no number before the unit.",
      labels: [Diagnostic.Label(span)])
  }
}
