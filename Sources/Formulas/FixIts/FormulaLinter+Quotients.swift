import Diagnostics

/// Quotients in which a number and its unit bind tighter than one may think.
extension FormulaLinter {
  /// A quotient that reads in two ways, and where it stands.
  struct Quotient {
    var ambiguity: AmbiguousQuotient
    var span: Span

    /// What gives it its other reading.
    var fixIt: FixIt { FixIt(span: span, text: ambiguity.meant) }
  }

  /// Which of several fix-its to try together: each by itself, then the first of every place.
  static func combinations<Choice, Place: Hashable>(
    of choices: [Choice], at place: (Choice) -> Place
  ) -> [[Choice]] {
    var seen: Set<Place> = []
    let firsts = choices.filter { seen.insert(place($0)).inserted }
    return choices.map { [$0] } + (firsts.count > 1 ? [firsts] : [])
  }

  /// The quotients of a formula that read in two ways; one that reads in three is there twice.
  func quotients(in expression: Expression) -> [Quotient] {
    let found = ambiguities(of: expression)
    return found.isEmpty
      ? expression.parts.flatMap { quotients(in: $0) }
      : found.map { Quotient(ambiguity: $0, span: expression.span) }
  }

  /// How else a quotient may be meant, the likeliest first; empty where it is as it looks.
  func ambiguities(of expression: Expression) -> [AmbiguousQuotient] {
    guard let parts = parts(of: expression) else { return [] }
    let (top, divisor) = (parts.top, parts.divisor)
    let (above, below) = (piece(top.span), piece(divisor.span))
    guard case .implicit(let first, let second) = divisor.kind else { return [] }
    func ambiguity(_ read: String, _ meant: String) -> AmbiguousQuotient {
      AmbiguousQuotient(typed: piece(expression.span), read: read, meant: meant)
    }
    // `10 / 2 (3 + 4)`
    if isNumber(first), case .group = second.kind, !second.isUnitProduct, parts.units.isEmpty {
      let factor = piece(second.span)
      return [
        ambiguity(
          "\(above) / (\(piece(first.span)) * \(factor))",
          "\(above) / \(piece(first.span)) * \(factor)")
      ]
    }
    // `60 L / 6 L/100 km`: so much for each so much.
    if parts.units.isEmpty, case .binary(.divide, let whole, let inner) = top.kind,
      self.literal(inner) != nil, self.literal(divisor) != nil,
      divisor.span.start - top.span.end == 1
    {
      return [
        ambiguity(
          "(\(above)) / (\(below))", "\(piece(whole.span)) / (\(piece(inner.span))/(\(below)))")
      ]
    }
    guard let literal = literal(divisor) else { return [] }
    let tail = piece(Span(divisor.span.end, expression.span.end))
    let read =
      parts.units.isEmpty
      ? "\(above) / (\(below))"
      : "(\(above) / (\(below)))" + parts.units.map { " \($0.sign) \($0.unit)" }.joined()
    var found: [AmbiguousQuotient] = []
    // `10 W / 2 W/m^2`: the unit goes on.
    if !parts.units.isEmpty { found.append(ambiguity(read, "\(above) / (\(below)\(tail))")) }
    // `60 W * 1/2 h`: a fraction of the unit.
    if let number = lastNumber(of: top), !isPercentSign(literal.unit) {
      let before = piece(Span(top.span.start, number.start))
      let fraction = "(\(piece(number)) / \(piece(literal.number.span)))"
      let other = ambiguity(read, "\(before)\(fraction) \(piece(literal.unit))\(tail)")
      // `1 / 107.5 token/s`, with its spaces, is no fraction.
      let isTight = divisor.span.start - top.span.end == 1
      if isTight || parts.units.isEmpty { found.insert(other, at: 0) }
    }
    return found
  }

  /// What a quotient that reads in two ways divides.
  func dividend(of expression: Expression) -> Expression? { parts(of: expression)?.top }

  // MARK: Parts

  /// The parts of `top / divisor/unit/unit`, where the divisor has a number and what is multiplied
  /// with it without a sign.
  private func parts(
    of expression: Expression
  ) -> (top: Expression, divisor: Expression, units: [(sign: String, unit: String)])? {
    guard expression.dividesByNumberWithUnit else { return nil }
    var rest = expression
    var units: [(sign: String, unit: String)] = []
    while case .binary(let sign, let left, let right) = rest.kind,
      sign == .divide || sign == .multiply
    {
      if sign == .divide, case .implicit = right.kind { return (left, right, units.reversed()) }
      guard isUnit(right), units.count < 8 else { return nil }
      units.append((sign.rawValue, piece(right.span)))
      rest = left
    }
    return nil
  }

  /// A number with the units right behind it.
  private func literal(_ expression: Expression) -> (number: Expression, unit: Span)? {
    guard case .implicit(let left, let unit) = expression.kind, unit.isUnitProduct else {
      return nil
    }
    if isNumber(left) { return (left, unit.span) }
    return literal(left).map { ($0.number, $0.unit.union(unit.span)) }
  }

  private func isNumber(_ expression: Expression) -> Bool {
    guard case .binary(.power, let base, let exponent) = expression.kind else {
      return expression.isFigure
    }
    return isNumber(base) && exponent.typedFigures != nil
  }

  /// The number at the end of a product, or the whole of it where it is divided by that number.
  private func lastNumber(of top: Expression) -> Span? {
    if case .binary(.multiply, _, let right) = top.kind { return isPlain(right) ? right.span : nil }
    if isPlain(top) { return top.span }
    guard case .binary(.divide, _, let right) = top.kind, isPlain(right) else { return nil }
    return top.span
  }

  /// Whether it is made of numbers without units.
  private func isPlain(_ expression: Expression) -> Bool {
    switch expression.kind {
    case .number, .negation, .group: expression.parts.allSatisfy(isPlain)
    case .binary(let sign, _, _):
      [.add, .subtract, .multiply, .divide, .power].contains(sign)
        && expression.parts.allSatisfy(isPlain)
    case .text, .truth, .name, .unitWord, .implicit, .not, .conversion, .conditional, .call,
      .method, .member, .element, .list:
      false
    }
  }

  /// Whether it is a unit, with or without a power, and none of the student's names.
  private func isUnit(_ expression: Expression) -> Bool {
    if let (left, right) = expression.product { return isUnit(left) && right.isUnitProduct }
    if case .group(let inner) = expression.kind { return isUnit(inner) }
    if let base = expression.powerBase { return isUnit(base) }
    guard case .name(let word) = expression.kind, let unit = units.lookup(word) else {
      return false
    }
    guard case .quantity(let number, let own)? = compute(expression) else { return true }
    return number == 1 && own == unit
  }

  private func isPercentSign(_ place: Span) -> Bool { piece(place) == "%" }
}

extension Expression {
  /// Whether a product or quotient has a divisor that a number and something without a sign make
  /// up, and no more than eight factors behind that.
  fileprivate var dividesByNumberWithUnit: Bool {
    var rest = self
    for _ in 0...8 {
      guard case .binary(let sign, let left, let right) = rest.kind,
        sign == .divide || sign == .multiply
      else { return false }
      if sign == .divide, case .implicit = right.kind { return true }
      rest = left
    }
    return false
  }
}
