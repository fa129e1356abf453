import Diagnostics
import Formulas
import Quantities

/// Writes a formula as people type it, with as few brackets as it needs.
public struct FormulaPrinter {
  /// Of a number that stands nowhere in the text.
  static let unwritten = Span(0, 0)

  private let text: [UInt8]
  private let standIns: [String: String]

  /// - Parameters:
  ///   - text: of which the formula is, where it is not changed.
  ///   - standIns: what is typed in the place of a name.
  public init(_ text: String, standIns: [String: String] = [:]) {
    self.text = Array(text.utf8)
    self.standIns = standIns
  }

  /// As it can be typed.
  public func string(_ part: Expression) -> String { quantity(part) ?? composed(part) }

  private func composed(_ part: Expression) -> String {
    switch part.kind {
    case .binary(.power, let base, let exponent):
      operand(base, least: .power + 1) + "^" + operand(exponent, least: .power)
    case .binary(let sign, let left, let right):
      operand(left, least: Self.rank(of: sign)) + " \(sign.rawValue) "
        + operand(right, least: Self.rank(of: sign) + (Self.joins(sign, right) ? 0 : 1))
    case .negation(let inner): "-" + operand(inner, least: .sign + 1)
    case .group(let inner): "(\(string(inner)))"
    case .conversion(let left, let unit): operand(left, least: 1) + " to \(source(unit))"
    case .call(let name, _, let arguments): "\(name)(\(list(arguments)))"
    case .method(let receiver, let name, _, let arguments):
      "\(operand(receiver, least: .atom)).\(name)(\(list(arguments)))"
    case .number(let number, _) where part.span == Self.unwritten:
      NumberFormat(digits: 12, groupSeparator: nil).string(number)
    case .name(let name): standIns[name] ?? name
    case .number, .text, .truth, .unitWord, .implicit, .not, .conditional, .member, .element, .list:
      source(part)
    }
  }

  /// A number with its unit as it was typed, such as `5 request/user/day`; nil for anything else, and
  /// where it is not what stands there any more.
  private func quantity(_ part: Expression) -> String? {
    guard case .binary = part.kind, part.typedFigures != nil,
      part.usedNames.allSatisfy({ standIns[$0] == nil })
    else { return nil }
    let text = source(part)
    guard let read = try? Parser.formula(text).get(),
      FormulaPrinter(text).composed(read) == composed(part)
    else { return nil }
    return text
  }

  private func list(_ arguments: [Argument]) -> String {
    arguments.map { string($0.value) }.joined(separator: ", ")
  }

  /// In brackets where it binds less than what is around it.
  private func operand(_ part: Expression, least: Int) -> String {
    let isSign = if case .negation = part.kind { true } else { false }
    return rank(of: part) < least || isSign ? "(\(string(part)))" : string(part)
  }

  private func source(_ part: Expression) -> String {
    String(decoding: text[part.span.start..<part.span.end], as: UTF8.self)
  }

  // MARK: Precedence

  /// How strongly a part holds together; 0 for a conversion.
  private func rank(of part: Expression) -> Int {
    switch part.kind {
    case .binary(let sign, _, _): Self.rank(of: sign)
    case .conversion, .conditional: 0
    case .not: .comparison
    case .negation: .sign
    case .implicit: .implicit
    case .name(let name): standIns[name] == nil ? .atom : Self.rank(ofTyped: standIns[name] ?? "")
    case .number, .text, .truth, .unitWord, .call, .method, .member, .element, .list, .group: .atom
    }
  }

  /// Whether what stands on the right needs no brackets: `a * (b / c)` is `a * b / c`.
  private static func joins(_ sign: BinaryOperator, _ right: Expression) -> Bool {
    guard case .binary(let other, _, _) = right.kind else { return false }
    return switch sign {
    case .multiply: other == .multiply || other == .divide
    case .add: other == .add || other == .subtract
    case _: false
    }
  }

  private static func rank(of sign: BinaryOperator) -> Int {
    switch sign {
    case .and, .or: 1
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: .comparison
    case .add, .subtract: .sum
    case .multiply, .divide, .floorDivide, .modulo: .product
    case .power: .power
    }
  }

  /// What is typed in the place of a name is bracketed as it has to be; with a sign, everywhere.
  private static func rank(ofTyped text: String) -> Int {
    guard let typed = try? Parser.formula(text).get() else { return -1 }
    if case .negation = typed.kind { return -1 }
    return FormulaPrinter(text).rank(of: typed)
  }
}

extension Int {
  fileprivate static let comparison = 2
  fileprivate static let sum = 3
  fileprivate static let product = 4
  fileprivate static let sign = 5
  fileprivate static let implicit = 6
  fileprivate static let power = 7
  fileprivate static let atom = 8
}
