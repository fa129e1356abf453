import Diagnostics
import Quantities

/// Where a turn is 2π and where it is one.
extension Reading {
  /// `6 rad/s to Hz`, `60 rpm to 1/s`, `60 rpm * 1 min`.
  mutating func rotation(_ expression: Expression) {
    switch expression.kind {
    case .conversion(let value, let target): converted(value, target, expression.span)
    case .binary(.multiply, let left, let right), .binary(.divide, let left, let right):
      guard case .quantity(_, .one)? = self.value(expression),
        [left, right].contains(where: { holdsTurns($0) })
      else { return }
      found.append(
        NoticeWording.turnsAsAngle(
          expression.span, mended("\(piece(expression.span)) to turn", at: expression.span)))
    case .number, .text, .truth, .name, .unitWord, .implicit, .negation, .not, .binary,
      .conditional, .call, .method, .member, .element, .list, .group:
      break
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
      found.append(
        NoticeWording.radiansAsTurns(span, mended("\(whole) / (2 pi) to \(unit)", at: span)))
    case (.hertz, .radians) where !isOfCircle:
      found.append(
        NoticeWording.radiansAsTurns(span, mended("2 pi * \(whole) to \(unit)", at: span)))
    case (.turning, .none):
      found.append(NoticeWording.turnsAsAngle(span, mended("\(typed) to Hz", at: span)))
    case (.none, .turning):
      found.append(
        NoticeWording.turnsAsAngle(span, mended("\(typed) to Hz to \(unit)", at: span)))
    case (.turning, _), (.radians, _), (.hertz, _), (.none, _): break
    }
  }

  private mutating func holdsTurns(_ part: Expression) -> Bool {
    guard let unit = value(part)?.unit, unit.dimension != .one
    else { return false }
    return unit.rotation == .turning
  }
}
