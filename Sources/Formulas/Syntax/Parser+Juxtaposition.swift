import Diagnostics
import Quantities

/// What stands side by side without a sign: a number and its units, and what people mean by other
/// pairs.
extension Parser {
  /// Multiplication without an operator: units after a number, a unit or a bracket.
  mutating func juxtaposed() throws(FormulaProblem) -> Expression {
    var left = try power(inUnitPlace: false)
    var count = 0
    var last = left
    while true {
      if current.kind == .word && (!isKeyword(current) || isInch(after: last)) || isPercentUnit() {
        try countLink(&count)
        if let problem = wordAfterWord(last) ?? headingBehindPoint(last)
          ?? ForeignSyntax.problem(behind: last, of: left, in: self) ?? functionBehindNumber(last)
        {
          throw problem
        }
        if current.kind == .word, peek().kind == .openParen, !peek().isSpaced {
          throw missingOperator(before: current)
        }
        // `30%^2` is the square of the share; `5 %^2` has the square of the unit, as it is printed.
        let isShare = current.kind == .percent && !current.isSpaced && isNumber(left)
        last = isShare ? try primary(inUnitPlace: true) : try power(inUnitPlace: true)
        last = hyphenPower(of: last) ?? last
        if isShare, current.kind == .power || current.kind == .superscript {
          left = try raised(Expression(.implicit(left, last)))
          last = left
          continue
        }
        if case .unitWord("%") = last.kind, current.kind == .percent,
          !current.isSpaced || isPercentUnit()
        {
          throw FormulaProblem(
            .doubled("%"), current.span, replacing: last.span.union(current.span))
        }
      } else if isProductDot(behind: last) {
        advance()
        continue
      } else if isReciprocal(behind: last) {
        advance()
        return left
      } else if current.kind == .openParen, isNumber(last) {
        try countLink(&count)
        last = try power(inUnitPlace: false)
      } else if current.kind == .number || current.kind == .badNumber {
        throw wordAfterWord(last) ?? severalPoints() ?? numberAfter(left, last)
      } else if current.kind == .openParen || current.kind == .text {
        throw headingBehindPoint(last) ?? missingOperator(before: current)
      } else {
        return left
      }
      left = Expression(.implicit(left, last))
    }
  }

  /// The point of `5 N.m`, between two units.
  func isProductDot(behind unit: Expression) -> Bool {
    guard current.kind == .dot, !current.isSpaced, peek().kind == .word, !peek().isSpaced,
      peek(2).kind != .openParen, isUnit(word(peek()))
    else { return false }
    switch (unit.powerBase ?? unit).kind {
    case .unitWord: return true
    case .name(let word): return isUnit(word)
    default: return false
    }
  }

  /// Whether a word is a unit of the catalogue, with its power or without: `m2`.
  private func isUnit(_ word: String) -> Bool {
    UnitSystem.isInCatalogue(word) || UnitSystem().splitPower(word) != nil
  }

  /// `kUSD` of `$5k`: the letter behind the amount, which is a prefix of its currency.
  mutating func multipleOfMoney(_ currency: String) -> String? {
    guard let prefix = ["k": "k", "K": "k", "M": "M"][word(current)],
      UnitSystem.isMoney(prefix + currency)
    else { return nil }
    advance()
    return prefix + currency
  }

  /// The one of `5 1/s`, as reciprocal units are printed; `8 1/2 in` is a mixed number.
  private func isReciprocal(behind number: Expression) -> Bool {
    isNumber(number) && current.kind == .number && text(current.span) == "1"
      && peek().kind == .divide && !peek().isSpaced && peek(2).kind == .word && !peek(2).isSpaced
      && UnitSystem.isInCatalogue(word(peek(2)))
      && (index < 2 || tokens[index - 2].kind != .divide)
  }

  /// `in` right after a number is the inch; and where nothing follows, behind a bracket and a force.
  private func isInch(after left: Expression) -> Bool {
    guard isWord(current, .in) else { return false }
    if isNumber(left) { return true }
    if startsOperand(peek()) || peek().kind == .minus { return false }
    switch left.kind {
    case .group: return true
    case .unitWord(let word): return UnitSystem().lookup(word)?.dimension.name == "force"
    default: return false
    }
  }

  /// `s-2` for s^-2, which is no difference: what has a dimension has none with a plain number.
  mutating func hyphenPower(of unit: Expression) -> Expression? {
    let digit = peek()
    guard current.kind == .minus, !current.isSpaced, digit.kind == .number, !digit.isSpaced else {
      return nil
    }
    // With the point of `m-2.K-1`, which the digit takes along.
    let figure = text(digit.span)
    let hasPoint = figure.hasSuffix(".") && peek(2).kind == .word && !peek(2).isSpaced
    guard figure.utf8.count == (hasPoint ? 2 : 1), ("1"..."4").contains(figure.prefix(1)),
      let word = unit.word, let known = UnitSystem().lookup(word), known.dimension != .one,
      hasPoint
        || [.end, .newline, .semicolon, .closeParen, .closeBracket, .comma, .arrow]
          .contains(peek(2).kind)
        || [.times, .divide].contains(peek(2).kind) && endsPower(at: 2)
        || peek(2).kind == .word && peek(2).isSpaced
          && (isWord(peek(2), .to) || isHyphenPower(at: 2))
    else { return nil }
    let place = Span(Int(digit.start), Int(digit.start) + 1)
    let number = Expression(.number(Double(figure.prefix(1)) ?? 1, figures: 1), place)
    let exponent = Expression(.negation(number), current.span.union(place))
    advance(by: 2)
    return Expression(.binary(.power, unit, exponent))
  }

  /// Whether a sign does not bind the digit before it to what follows, as in `10 s-2*3 s`.
  private func endsPower(at count: Int) -> Bool {
    peek(count).isSpaced || peek(count + 1).kind == .word
  }

  /// Whether a token follows a middle dot, as between units: `J·kg-1·K-1`.
  func isAfterMiddleDot(_ place: Int) -> Bool {
    place > 0 && tokens[place - 1].kind == .times
      && ["·", "⋅", "∙"].contains(text(tokens[place - 1].span))
  }

  /// Whether a unit with a power written like that stands so many tokens on: `kg m-1 s-2`.
  private func isHyphenPower(at count: Int) -> Bool {
    peek(count + 1).kind == .minus && !peek(count + 1).isSpaced
      && peek(count + 2).kind == .number && !peek(count + 2).isSpaced
      && UnitSystem.isInCatalogue(word(peek(count)))
  }

  private func isPercentUnit() -> Bool {
    current.kind == .percent && (!startsOperand(peek()) || isTimesSign(at: 1))
  }

  private func isNumber(_ expression: Expression) -> Bool {
    if case .binary(.power, let base, _) = expression.kind { return isNumber(base) }
    return expression.isFigure
  }

  /// `import numpy`, `print x`, `sqrt 2` and the like are told as such.
  private func wordAfterWord(_ left: Expression) -> FormulaProblem? {
    guard case .name(let name) = left.kind else { return nil }
    if ForeignWord.beginnings.contains(name) { return FormulaProblem(.keyword(name), left.span) }
    guard BuiltinFunction.named(name) != nil, current.kind == .word || current.kind == .number
    else { return nil }
    let operand = operandOfFunction
    return FormulaProblem(
      .missingParentheses(function: name, fixIt: "\(name)(\(text(operand)))"), left.span,
      replacing: left.span.union(operand))
  }

  /// `3sin pi`: a factor, and a function without its parentheses.
  private func functionBehindNumber(_ last: Expression) -> FormulaProblem? {
    guard current.kind == .word, isNumber(last), [.number, .word].contains(peek().kind),
      !isKeyword(peek()), BuiltinFunction.named(word(current))?.parameters.count == 1,
      !UnitSystem.isInCatalogue(word(current))
    else { return nil }
    var copy = self
    copy.advance()
    let operand = copy.operandOfFunction
    let name = word(current)
    return FormulaProblem(
      .missingParentheses(function: name, fixIt: " * \(name)(\(text(operand)))"), current.span,
      replacing: Span(last.span.end, operand.end))
  }

  /// What a function without parentheses works on, from the token that is current.
  private var operandOfFunction: Span {
    // With the brackets that belong to the operand: `mean models["Accuracy"]`.
    var end = current.span
    if peek().kind.isOpening, !peek().isSpaced {
      var depth = 0
      end =
        tokens[(index + 1)...].prefix(40).first { token in
          depth += token.kind.nesting
          return depth == 0
        }?.span ?? end
    }
    // With the unit of a number: `sin 30°`.
    if current.kind == .number {
      var next = 1
      while next < 8, [.word, .percent, .power, .superscript, .number].contains(peek(next).kind),
        !isKeyword(peek(next)), peek(next).kind != .number || peek(next - 1).kind == .power
      {
        end = peek(next).span
        next += 1
      }
    }
    return Span(current.span.start, end.end)
  }

  private func numberAfter(_ left: Expression, _ last: Expression) -> FormulaProblem {
    // `10 000`: thousands set apart.
    if isNumber(last) {
      var end = index
      var groups = text(last.span)
      // The last group of decimals may be shorter.
      var isDecimal = groups.contains(".")
      while tokens[end].kind == .number, tokens[end].isSpaced || end > index {
        let group = text(tokens[end].span)
        // `1 234 567.891 23`: from here on there are decimals.
        if !isDecimal, group.utf8.count > 4, group.utf8.dropFirst(3).first == UInt8(ascii: ".") {
          groups += "_" + group
          isDecimal = true
          end += 1
          continue
        }
        guard group.utf8.allSatisfy(\.isDigit),
          group.utf8.count == 3
            || isDecimal && end > index && group.utf8.count < 3 && tokens[end + 1].kind != .number
        else { break }
        groups += (isDecimal ? "" : "_") + group
        end += 1
      }
      if end > index {
        // `1 000,5`
        if tokens[end].kind == .comma, !tokens[end].isSpaced, tokens[end + 1].kind == .number,
          !tokens[end + 1].isSpaced
        {
          groups += "." + text(tokens[end + 1].span)
          end += 2
        }
        let whole = last.span.union(tokens[end - 1].span)
        return FormulaProblem(.spacedThousands(suggestion: groups), whole)
      }
    }
    if let problem = mixedNumber(after: last) ?? listWithoutCommas()
      ?? exponentApart(left, last) ?? ForeignSyntax.problem(behind: last, of: left, in: self)
    {
      return problem
    }
    // `W 450`: the unit before its number.
    if case .name(let word) = left.kind, UnitSystem.isInCatalogue(word),
      index < 2 || ![.divide, .times].contains(tokens[index - 2].kind)
    {
      return missingOperator(
        "\(text(current.span)) \(word)", replacing: left.span.union(current.span))
    }
    // `(25 m/s)2`: a power.
    if case .group = last.kind, ["2", "3"].contains(text(current.span)),
      peek().kind != .word || isKeyword(peek())
    {
      return FormulaProblem(
        .missingOperator(suggestion: "^" + text(current.span), other: " * " + text(current.span)),
        current.span, replacing: Span(last.span.end, Int(current.end)))
    }
    // Two numbers may be one, or a list, as well as a product.
    if case .number = last.kind {
      return missingOperator(" … ", replacing: Span(last.span.end, Int(current.start)))
    }
    // `1 h 30 min`, `6 ft 2 in`: two quantities are a sum.
    let next = peek()
    if left.isQuantityLiteral, let sum = sum(left, last, next) { return sum }
    // `gpu_power 450 W`
    if case .name = left.kind,
      index == 1 || [.newline, .semicolon].contains(tokens[index - 2].kind)
    {
      return FormulaProblem(
        .missingOperator(suggestion: " = ", other: " * "), current.span,
        replacing: Span(left.span.end, Int(current.start)))
    }
    return missingOperator(before: current)
  }

  /// The operator put in before a token.
  func missingOperator(before token: Token, sign: String = "*") -> FormulaProblem {
    let end = index > 0 ? Int(tokens[index - 1].end) : 0
    return FormulaProblem(
      .missingOperator(suggestion: "\(sign == "," ? "" : " ")\(sign) "), token.span,
      replacing: Span(end, Int(token.start)))
  }

  /// What joins the token that is current to what stands before it.
  func missingOperator(_ suggestion: String, replacing place: Span) -> FormulaProblem {
    FormulaProblem(.missingOperator(suggestion: suggestion), current.span, replacing: place)
  }
}
