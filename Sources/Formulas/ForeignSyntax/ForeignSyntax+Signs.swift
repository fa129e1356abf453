import Diagnostics
import Quantities

/// Signs that formulas do not have, or write otherwise.
extension ForeignSyntax {
  static let comparison = ForeignSyntax(
    "foreign-sign", "`{found}` is written `{sign}` here.", example: Example("3 === 3", "3 == 3")
  ) { code in
    for index in code.indices where index + 1 < code.count && code.touches(index + 1) {
      let sign: String
      switch (code.kind(index), code.kind(index + 1)) {
      case (.equalEqual, .equal): sign = "=="
      case (.notEqual, .equal), (.less, .greater): sign = "!="
      case (.equal, .less): sign = "<="
      case (.equal, .greater):
        let isUnit = code.word(index + 2).map(UnitSystem.isInCatalogue) ?? false
        sign = isUnit ? "to" : ">="
      default: continue
      }
      let place = code.span(index..<index + 2)
      return code.match(place, found: code.text(place), sign: sign, edits: [(place, sign)])
    }
    return nil
  }

  /// `&&`, `||`, `&`, `|` between conditions, and `!` before one.
  static let conjunction = ForeignSyntax(
    like: comparison, example: Example("3 > 2 && !(2 > 3)", "3 > 2 and not (2 > 3)")
  ) { code in
    var edits: [(place: Span, text: String)] = []
    var first: (found: String, sign: String, place: Span)?
    var index = 0
    while index < code.count {
      var end = index + 1
      let found = code.character(index)
      if found == "&" || found == "|" {
        if code.character(end) == found, code.touches(end) { end += 1 }
        guard index > 0, end < code.count else { return nil }
        let sign = found == "&" ? "and" : "or"
        let place = code.span(index..<end)
        edits.append((Span(code.span(index - 1).end, code.span(end).start), " \(sign) "))
        first = first ?? (code.text(place), sign, place)
      } else if found == "!" || found == "~", code.startsOperand(index), code.kind(end) != .number {
        edits.append((code.span(index), "not "))
        first = first ?? (found, "not", code.span(index))
      }
      index = end
    }
    guard let first, code.bars == nil else { return nil }
    return code.match(first.place, found: first.found, sign: first.sign, edits: edits)
  }

  static let ternary = ForeignSyntax(
    "foreign-sign", "`? :` is written with `if` and `else` here.",
    example: Example("x = 3 > 2 ? 1 : 2", "x = 1 if 3 > 2 else 2")
  ) { code in
    let first = code.formulaStart
    guard let mark = code.first(where: { code.character($0) == "?" }), mark > first,
      let colon = code.first(.colon, from: mark), colon > mark + 1, colon + 1 < code.count
    else { return nil }
    let (then, otherwise) = (code.text(mark + 1..<colon), code.text(from: colon + 1))
    return code.match(mark, [code.named("\(then) if \(code.text(first..<mark)) else \(otherwise)")])
  }

  static let bars = ForeignSyntax(
    "bars", "`|` has no meaning here: the absolute value is `abs`.",
    example: Example("|3 - 5|", "abs(3 - 5)")
  ) { code in
    guard let (open, close) = code.bars else { return nil }
    return code.match(open, edits: [(code.span(open), "abs("), (code.span(close), ")")])
  }

  static let factorial = ForeignSyntax(
    "factorial", "`!` has no meaning here: a factorial is written as a product.",
    example: Example("2 * 3!", "2 * (3 * 2 * 1)")
  ) { code in
    guard let index = code.first(from: 1, where: { code.character($0) == "!" }) else { return nil }
    guard code.kind(index - 1) == .number, let top = Int(code.text(index - 1)),
      (2...9).contains(top)
    else { return code.match(index) }
    let product = (1...top).reversed().map(String.init).joined(separator: " * ")
    return code.match(
      index,
      edits: [(code.span(index - 1..<index + 1), code.count == 2 ? product : "(\(product))")])
  }

  static let root = ForeignSyntax(
    "root-sign", "The square root is the function `sqrt`.",
    example: Example("√(3 + 1) * 2", "sqrt(3 + 1) * 2")
  ) { code in
    guard let index = code.first(where: { code.character($0) == "√" }) else { return nil }
    // The sign takes three bytes, and so three tokens at most.
    guard let operand = code.first(from: index + 1, where: { code.kind($0) != .unknown }),
      let end = code.kind(operand) == .openParen ? code.partner(of: operand) : operand
    else { return code.match(index) }
    let inner = code.kind(operand) == .openParen ? operand + 1..<end : operand..<operand + 1
    let start = code.span(index).start
    return code.match(
      Span(start, code.span(operand).start),
      edits: [(Span(start, code.span(end).end), "sqrt(" + code.text(inner) + ")")])
  }

  /// `3 * * 4`
  static let doubledSign = ForeignSyntax(example: Example("3 kg * * 4", "3 kg * 4")) { code in
    guard case .expectedOperand = code.problem.kind, let index = code.problemIndex,
      index + 2 < code.count, code.text(index) == code.text(index + 1)
    else { return nil }
    return Match(
      place: code.span(index + 1), replaced: code.span(index..<index + 2),
      kind: .doubled(code.text(index)))
  }

  static let abbreviation = ForeignSyntax(
    "abbreviation", "A word has no point behind it here, be it cut short or not.",
    example: Example("3 kg. * 2", "3 kg * 2")
  ) { code in
    let points = code.indices.dropFirst().filter { index in
      code.kind(index) == .dot && code.kind(index - 1) == .word && code.touches(index)
        && index < code.count - 1 && !(code.kind(index + 1) == .word && code.touches(index + 1))
    }
    guard let first = points.first else { return nil }
    return code.match(first, edits: points.map { (code.span($0), "") })
  }

  static let fullStop = ForeignSyntax(
    "full-stop", "A formula has no full stop at its end.",
    example: Example("3 kg * 2 m.", "3 kg * 2 m")
  ) { code in
    let last = code.count - 1
    guard last > 0, code.kind(last) == .dot else { return nil }
    return code.match(last, edits: [(code.span(last), "")])
  }

  static let backslash = ForeignSyntax(like: comparison, example: Example("6 \\ 3", "6 / 3")) {
    code in
    guard let index = code.first(from: 1, where: { code.character($0) == "\\" }),
      index + 1 < code.count
    else { return nil }
    return code.match(index, found: "\\", sign: "/", edits: [(code.span(index), "/")])
  }

  static let clock = ForeignSyntax(
    "clock", "`:` has no meaning in a number. A duration is a sum.",
    example: Example("1:30 h", "1 h + 30 min")
  ) { code in
    func isNumber(_ index: Int, behind colon: Int) -> Bool {
      code.kind(colon) == .colon && code.kind(index) == .number && code.touches(colon)
        && code.touches(index)
    }
    guard
      let index = code.first(where: {
        code.kind($0) == .number && code.kind($0 - 1) != .openBracket
          && isNumber($0 + 2, behind: $0 + 1)
      })
    else { return nil }
    var end = index + 3
    var numbers = [code.text(index), code.text(index + 2)]
    if isNumber(end + 1, behind: end) {
      numbers.append(code.text(end + 1))
      end += 2
    }
    let place = code.span(index..<end)
    // A unit behind it is that of the first number.
    var units = ["h", "min", "s"]
    switch code.word(end) {
    case "h", "hr", "hrs", "hour", "hours": end += 1
    case "min", "minute", "minutes":
      end += 1
      units.removeFirst()
    case _: break
    }
    let terms = zip(numbers, units).map { number, unit in
      let digits = number.drop { $0 == "0" }
      return (digits.first?.isNumber == true ? "\(digits)" : "0\(digits)") + " " + unit
    }
    let whole = code.span(index..<end)
    let sum = terms.joined(separator: " + ")
    let isBound = StatementText.binds(
      code.text(Span(code.whole.start, whole.start)), code.text(Span(whole.end, code.whole.end)))
    return code.match(place, edits: [(whole, isBound ? "(\(sum))" : sum)])
  }

  static let semicolon = ForeignSyntax(
    "semicolon", "Values are separated by `,`; `;` ends a statement.",
    example: Example("max(3; 5)", "max(3, 5)")
  ) { code in
    let depths = code.depths()
    let signs = code.indices.filter { code.kind($0) == .semicolon && depths[$0] > 0 }
    guard let first = signs.first else { return nil }
    // `[1,5; 2,5]`, whose commas are decimal.
    let commas = code.indices.filter { code.isDecimalComma($0) && depths[$0] > 0 }
    let edits = signs.map { (code.span($0), ",") } + commas.map { (code.span($0), ".") }
    return code.match(first, edits: edits.sorted { $0.0.start < $1.0.start })
  }
}

extension ForeignSyntax.Source {
  /// Whether an operand is wanted at an index, and not a sign.
  fileprivate func startsOperand(_ index: Int) -> Bool {
    guard index > 0 else { return true }
    switch kind(index - 1) {
    case .number, .text, .superscript, .percent, .closeParen, .closeBracket, .closeBrace:
      return false
    case .word: return ["and", "or", "not", "to", "if", "else"].contains(word(index - 1) ?? "")
    default: return true
    }
  }

  /// Two bars around something.
  fileprivate var bars: (open: Int, close: Int)? {
    let bars = indices.filter { character($0) == "|" }
    guard bars.count == 2, startsOperand(bars[0]), bars[1] > bars[0] + 1 else { return nil }
    return (bars[0], bars[1])
  }
}
