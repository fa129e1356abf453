import Diagnostics
import Quantities

/// Powers, what follows an operand, and operands.
extension Parser {
  mutating func power(inUnitPlace: Bool) throws(FormulaProblem) -> Expression {
    let start = index
    let base = try postfix(inUnitPlace: inUnitPlace)
    if current.kind == .minus, case .name = base.kind, isAtTarget || isAfterMiddleDot(start),
      let power = hyphenPower(of: base)
    {
      return power
    }
    return try raised(base)
  }

  /// A base with the exponent behind it, if there is one.
  mutating func raised(_ base: Expression) throws(FormulaProblem) -> Expression {
    if current.kind == .superscript {
      let token = current
      let digits = String(
        text(token.span).unicodeScalars.compactMap { $0 == "." ? "." : Self.superscripts[$0] })
      guard let exponent = Double(digits) else { throw unexpected() }
      advance()
      let right = Expression(.number(exponent, figures: digits.count), token.span)
      return Expression(.binary(.power, base, right))
    }
    guard current.kind == .power else { return base }
    let sign = current
    advance()
    let right = try operand(after: sign, on: .exponent, isNested: true)
    return Expression(.binary(.power, base, right))
  }

  mutating func exponent() throws(FormulaProblem) -> Expression {
    guard current.kind == .minus || current.kind == .plus else {
      return try power(inUnitPlace: false)
    }
    let sign = current
    advance()
    let inner = try nested(.exponent)
    return sign.kind == .plus ? inner : Expression(.negation(inner), sign.span.union(inner.span))
  }

  private mutating func postfix(inUnitPlace: Bool) throws(FormulaProblem) -> Expression {
    var value = try primary(inUnitPlace: inUnitPlace)
    if inUnitPlace { return value }
    var count = 0
    while true {
      switch current.kind {
      case .openParen:
        guard case .name(let name) = value.kind else { return value }
        let nameSpan = value.span
        let arguments = try arguments()
        value = Expression(
          .call(name: name, nameSpan: nameSpan, arguments: arguments),
          nameSpan.union(tokens[index - 1].span))
      case .openBracket:
        if case .number = value.kind { return value }
        try countLink(&count)
        let open = current
        advance()
        let element = try nested(.formula)
        if current.kind == .colon { throw FormulaProblem(.unsupported(.slice), current.span) }
        try close(.closeBracket, open)
        value = Expression(.element(value, element), value.span.union(tokens[index - 1].span))
      case .dot where isProductDot(behind: value): return value
      case .dot:
        guard peek().kind == .word else { throw unexpected() }
        try countLink(&count)
        advance()
        let name = current
        advance()
        if current.kind == .openParen, !current.isSpaced {
          let arguments = try arguments()
          value = Expression(
            .method(value, name: word(name), nameSpan: name.span, arguments: arguments),
            value.span.union(tokens[index - 1].span))
        } else {
          value = Expression(
            .member(value, name: word(name), nameSpan: name.span), value.span.union(name.span))
        }
      default: return value
      }
    }
  }

  private mutating func arguments() throws(FormulaProblem) -> [Argument] {
    try items(until: .closeParen) { (parser) throws(FormulaProblem) in
      var name: String?
      if parser.current.kind == .word, parser.peek().kind == .equal {
        name = parser.word(parser.current)
        parser.advance(by: 2)
      }
      return Argument(name: name, value: try parser.nested(.formula))
    }
  }

  /// What stands between brackets, with commas between and perhaps one at the end.
  private mutating func items<Item>(
    until end: Token.Kind, _ read: (inout Parser) throws(FormulaProblem) -> Item
  ) throws(FormulaProblem) -> [Item] {
    let open = current
    advance()
    var items: [Item] = []
    while !accept(end) {
      items.append(try read(&self))
      if !accept(.comma) {
        try close(end, open)
        break
      }
    }
    return items
  }

  mutating func primary(inUnitPlace: Bool) throws(FormulaProblem) -> Expression {
    let token = current
    switch token.kind {
    case .number:
      advance()
      return try number(token)
    case .text:
      advance()
      if current.kind == .text {
        throw FormulaProblem(.missingOperator(suggestion: ""), current.span)
      }
      return Expression(.text(unquoted(token)), token.span)
    case .percent:
      advance()
      return Expression(.unitWord("%"), token.span)
    case .word:
      // Where an operand is wanted, `in` is the inch; the other keywords are no operands.
      if isKeyword(token), !isWord(token, .in) { throw unexpected() }
      advance()
      if isWord(token, .true) { return Expression(.truth(true), token.span) }
      if isWord(token, .false) { return Expression(.truth(false), token.span) }
      let name = word(token)
      // `CHF 12.50`
      if !inUnitPlace, current.kind == .number, UnitSystem.isMoney(name) {
        let amount = try primary(inUnitPlace: false)
        let unit = Expression(.unitWord(multipleOfMoney(name) ?? name), token.span)
        return Expression(.implicit(amount, unit))
      }
      if name == "lambda" { throw FormulaProblem(.keyword(name), token.span) }
      return Expression(inUnitPlace ? .unitWord(name) : .name(name), token.span)
    case .openBrace where index > 0 && tokens[index - 1].kind == .power:
      // TeX's `10^{4}`
      advance()
      let inner = try nested(.formula)
      try close(.closeBrace, token)
      return Expression(.group(inner), token.span.union(tokens[index - 1].span))
    case .openParen:
      advance()
      if current.kind == .closeParen {
        throw FormulaProblem(.expectedOperand(before: "("), token.span)
      }
      let inner = try nested(.formula)
      try close(.closeParen, token)
      return Expression(.group(inner), token.span.union(tokens[index - 1].span))
    case .openBracket:
      let items = try items(until: .closeBracket) { (parser) throws(FormulaProblem) in
        try parser.nested(.formula)
      }
      if items.count == 1, let problem = groupsWithoutCommas(items[0]) { throw problem }
      return Expression(.list(items), token.span.union(tokens[index - 1].span))
    default: throw unexpected()
    }
  }

  private func number(_ token: Token) throws(FormulaProblem) -> Expression {
    if let plain = PlainNumber(bytes[Int(token.start)..<Int(token.end)]) {
      return Expression(.number(plain.value, figures: plain.figures), token.span)
    }
    let text = Numeral.plain(text(token.span))
    guard let value = Double(text.hasSuffix(".") ? text + "0" : text) else {
      throw FormulaProblem(.badNumber(self.text(token.span)), token.span)
    }
    guard value.isFinite else { throw FormulaProblem(.outOfRange, token.span) }
    return Expression(.number(value, figures: Self.figures(Array(text.utf8))), token.span)
  }

  /// Figures as typed: leading zeros do not count, nor zeros that end a whole number.
  private static func figures(_ digits: [UInt8]) -> Int {
    var mantissa = digits.prefix { $0 | 0x20 != UInt8(ascii: "e") }
    if !mantissa.contains(UInt8(ascii: ".")) {
      while mantissa.last == UInt8(ascii: "0") { mantissa.removeLast() }
    }
    return mantissa.filter { $0 != UInt8(ascii: ".") }.drop { $0 == UInt8(ascii: "0") }.count
  }

  func unquoted(_ token: Token) -> String {
    let text = text(token.span)
    if text.hasPrefix("\"\"\"") || text.hasPrefix("'''") {
      return String(text.dropFirst(3).dropLast(3))
    }
    return String(text.dropFirst().dropLast())
  }
}
