import Diagnostics
import Quantities

/// Where a turn is 2π and where it is one.
extension FormulaLinter {
  /// `6 rad/s to Hz`, `60 rpm to 1/s`, `60 rpm * 1 min`.
  mutating func rotation(_ expression: Expression) {
    let whole = expression.span
    if case .conversion(let value, let target) = expression.kind {
      converted(value, target, whole)
    } else if case .binary = expression.kind, let (left, right) = expression.product,
      case .quantity(_, .one)? = value(expression),
      [left, right].contains(where: { holdsTurns($0) })
    {
      note(.turnsAsAngle, whole, fixIts: applying("\(piece(whole)) to turn", at: whole))
    }
  }

  private mutating func converted(_ value: Expression, _ target: Expression, _ span: Span) {
    guard let own = self.value(value)?.unit, let asked = self.value(target)?.unit,
      own.dimension == .frequency
    else { return }
    let (typed, unit) = (piece(value.span), piece(target.span))
    let whole = typed.contains(" ") ? "(\(typed))" : typed
    let used = Dependencies(value)
    let isOfCircle = !used.names.union(used.units).isDisjoint(with: ["pi", "π", "tau", "τ"])
    switch (own.rotation, asked.rotation) {
    case (.radians, .hertz) where !isOfCircle:
      note(.radiansAsTurns, span, fixIts: applying("\(whole) / (2 pi) to \(unit)", at: span))
    case (.hertz, .radians) where !isOfCircle:
      note(.radiansAsTurns, span, fixIts: applying("2 pi * \(whole) to \(unit)", at: span))
    case (.turning, .none):
      note(.turnsAsAngle, span, fixIts: applying("\(typed) to Hz", at: span))
    case (.none, .turning):
      note(.turnsAsAngle, span, fixIts: applying("\(typed) to Hz to \(unit)", at: span))
    case (.turning, _), (.radians, _), (.hertz, _), (.none, _): break
    }
  }

  private mutating func holdsTurns(_ part: Expression) -> Bool {
    guard let unit = value(part)?.unit, unit.dimension != .one
    else { return false }
    return unit.rotation == .turning
  }
}
