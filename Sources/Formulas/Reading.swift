import Diagnostics
import Quantities

/// Finds divisions that read otherwise than a hurried person may think, such as `1/2 s` and
/// `1 / 107.5 token/s`.
enum Reading {
  static func notices(
    _ expression: Expression, text: String, offset: Int, units: UnitSystem
  ) -> [Diagnostic] {
    if case .conversion(_, let target) = expression.kind, let number = number(in: target) {
      return [NoticeWording.targetNumber(number.span)]
    }
    guard let found = surprising(expression, units) else { return [] }
    let bytes = Array(text.utf8)
    func piece(_ span: Span) -> String {
      let start = min(max(0, span.start - offset), bytes.count)
      let end = min(max(start, span.end - offset), bytes.count)
      return String(decoding: bytes[start..<end], as: UTF8.self)
    }
    switch found {
    case .unitBelow(let top, let quantity, let number, let unit, let span):
      return [
        NoticeWording.reading(
          "\(piece(top)) / (\(piece(quantity)))",
          other: "(\(piece(top)) / \(piece(number))) \(piece(unit))", span)
      ]
    case .unitAfter(let top, let quantity, let unit, let span):
      return [
        NoticeWording.reading(
          "(\(piece(top)) / (\(piece(quantity)))) / \(piece(unit))",
          other: "\(piece(top)) / (\(piece(quantity))/\(piece(unit)))", span)
      ]
    }
  }

  /// A number other than 1 in the place of a unit, as in `to L/(100 km)`.
  private static func number(in target: Expression) -> Expression? {
    switch target.kind {
    case .number(let value, _): return value == 1 ? nil : target
    case .group(let inner): return number(in: inner)
    case .implicit(let left, let right), .binary(.multiply, let left, let right),
      .binary(.divide, let left, let right):
      return number(in: left) ?? number(in: right)
    case .text, .truth, .name, .unitWord, .negation, .not, .binary, .conversion, .conditional,
      .call, .method, .member, .element, .list:
      return nil
    }
  }

  private enum Surprise {
    /// `1/2 s`, which is 1/(2 s).
    case unitBelow(top: Span, quantity: Span, number: Span, unit: Span, whole: Span)
    /// `1 / 107.5 token/s`, which divides by 107.5 token, then by s.
    case unitAfter(top: Span, quantity: Span, unit: Span, whole: Span)
  }

  private static func surprising(_ expression: Expression, _ units: UnitSystem) -> Surprise? {
    switch expression.kind {
    case .binary(.divide, let left, let right):
      if case .binary(.divide, let top, let quantity) = left.kind,
        case .implicit(let number, let unit) = quantity.kind, case .number = number.kind,
        unit.isUnitProduct, isUnit(right, units)
      {
        return .unitAfter(
          top: top.span, quantity: quantity.span, unit: right.span, whole: expression.span)
      }
      if case .number = left.kind, case .implicit(let number, let unit) = right.kind,
        case .number = number.kind, unit.isUnitProduct, !isPercent(unit)
      {
        return .unitBelow(
          top: left.span, quantity: right.span, number: number.span, unit: unit.span,
          whole: expression.span)
      }
      return surprising(left, units) ?? surprising(right, units)
    case .binary(_, let left, let right), .implicit(let left, let right),
      .conversion(let left, let right):
      return surprising(left, units) ?? surprising(right, units)
    case .negation(let inner), .not(let inner), .group(let inner):
      return surprising(inner, units)
    case .number, .text, .truth, .name, .unitWord, .conditional, .call, .method, .member,
      .element, .list:
      return nil
    }
  }

  private static func isPercent(_ unit: Expression) -> Bool {
    if case .unitWord("%") = unit.kind { return true }
    return false
  }

  private static func isUnit(_ expression: Expression, _ units: UnitSystem) -> Bool {
    guard case .name(let word) = expression.kind else { return false }
    return units.lookup(word) != nil
  }
}

/// Sentences that accompany a statement which was taken.
enum NoticeWording {
  static func hidesUnit(_ name: String, meaning: String, _ span: Span) -> Diagnostic {
    Diagnostic(
      id: "hides-unit", severity: .notice,
      message:
        "`\(name)` is also a unit (\(meaning)): alone it now means your value, after a number still the unit.",
      labels: [Diagnostic.Label(span)])
  }

  static func notYetKnown(_ name: String, in function: String) -> Diagnostic {
    Diagnostic(
      id: "not-yet-known", severity: .notice,
      message: "`\(function)` uses `\(name)`, which is not known yet.")
  }

  static func targetNumber(_ span: Span) -> Diagnostic {
    Diagnostic(
      id: "target-number", severity: .notice,
      message: "After `to` only the unit counts: this number is left out.",
      labels: [Diagnostic.Label(span)])
  }

  static func reading(_ read: String, other: String, _ span: Span) -> Diagnostic {
    Diagnostic(
      id: "reading", severity: .notice, message: "This was read as `\(read)`.",
      labels: [Diagnostic.Label(span)], help: ["`\(other)` if you meant that"])
  }
}
