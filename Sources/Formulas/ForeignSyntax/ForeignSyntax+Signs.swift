import Diagnostics

/// Signs that formulas do not have, or write otherwise.
extension ForeignSyntax {
  static let comparison = ForeignSyntax(
    "foreign-sign", example: Example("3 === 3", "3 == 3"),
    .statement { source in
      for index in source.indices where index + 1 < source.count && source.touches(index + 1) {
        let sign: String
        switch (source.kind(index), source.kind(index + 1)) {
        case (.equalEqual, .equal): sign = "=="
        case (.notEqual, .equal), (.less, .greater): sign = "!="
        default: continue
        }
        let place = source.span(index..<index + 2)
        return source.match(
          place, found: source.text(place), sign: sign, [source.replacing(place, with: sign)])
      }
      return nil
    },
    says: writtenOtherwise)

  @Sendable private static func writtenOtherwise(_ found: String, _ sign: String) -> String {
    "`\(found)` is written `\(sign)` here."
  }

  /// `&&`, `||`, `&`, `|` between conditions, and `!` before one.
  static let conjunction = ForeignSyntax(
    like: comparison, example: Example("3 > 2 && !(2 > 3)", "3 > 2 and not (2 > 3)")
  ) { source in
    var edits: [(place: Span, text: String)] = []
    var first: (found: String, sign: String, place: Span)?
    var index = 0
    while index < source.count {
      var end = index + 1
      let found = source.character(index)
      if found == "&" || found == "|" {
        if source.character(end) == found, source.touches(end) { end += 1 }
        guard index > 0, end < source.count else { return nil }
        let sign = found == "&" ? "and" : "or"
        let place = source.span(index..<end)
        edits.append(
          (Span(source.span(index - 1).end, source.span(end).start), " \(sign) "))
        first = first ?? (source.text(place), sign, place)
      } else if found == "!" || found == "~", source.startsOperand(index),
        source.kind(end) != .number
      {
        edits.append((source.span(index), "not "))
        first = first ?? (found, "not", source.span(index))
      }
      index = end
    }
    guard let first, source.bars == nil else { return nil }
    return source.match(
      first.place, found: first.found, sign: first.sign, [source.replacing(edits)])
  }

  static let ternary = ForeignSyntax(
    "foreign-sign", "`? :` is written with `if` and `else` here.",
    example: Example("x = 3 > 2 ? 1 : 2", "x = 1 if 3 > 2 else 2")
  ) { source in
    let first = source.formulaStart
    guard let mark = source.first(where: { source.character($0) == "?" }), mark > first,
      let colon = source.first(.colon, from: mark), colon > mark + 1, colon + 1 < source.count
    else { return nil }
    let (then, otherwise) = (source.text(mark + 1..<colon), source.text(from: colon + 1))
    return source.match(
      mark, [source.named("\(then) if \(source.text(first..<mark)) else \(otherwise)")])
  }

  static let bars = ForeignSyntax(
    "bars", "`|` has no meaning here: the absolute value is `abs`.",
    example: Example("|3 - 5|", "abs(3 - 5)")
  ) { source in
    guard let (open, close) = source.bars else { return nil }
    return source.match(
      open, [source.replacing([(source.span(open), "abs("), (source.span(close), ")")])])
  }

  static let factorial = ForeignSyntax(
    "factorial", "`!` has no meaning here: a factorial is written as a product.",
    example: Example("2 * 3!", "2 * (3 * 2 * 1)")
  ) { source in
    guard let index = source.first(from: 1, where: { source.character($0) == "!" }) else {
      return nil
    }
    guard source.kind(index - 1) == .number, let top = Int(source.text(index - 1)),
      (2...9).contains(top)
    else { return source.match(index, []) }
    let product = (1...top).reversed().map(String.init).joined(separator: " * ")
    return source.match(
      index,
      [
        source.replacing(
          source.span(index - 1..<index + 1),
          with: source.count == 2 ? product : "(\(product))")
      ])
  }

  static let root = ForeignSyntax(
    "root-sign", "The square root is the function `sqrt`.",
    example: Example("√(3 + 1) * 2", "sqrt(3 + 1) * 2")
  ) { source in
    guard let index = source.first(where: { source.character($0) == "√" }) else { return nil }
    // The sign takes three bytes, and so three tokens at most.
    guard
      let operand = source.first(from: index + 1, where: { source.kind($0) != .unknown }),
      let end = source.kind(operand) == .openParen ? source.partner(of: operand) : operand
    else { return source.match(index, []) }
    let inner = source.kind(operand) == .openParen ? operand + 1..<end : operand..<operand + 1
    let start = source.span(index).start
    return source.match(
      Span(start, source.span(operand).start),
      [
        source.replacing(
          Span(start, source.span(end).end), with: "sqrt(" + source.text(inner) + ")")
      ])
  }

  static let backslash = ForeignSyntax(like: comparison, example: Example("6 \\ 3", "6 / 3")) {
    source in
    guard let index = source.first(from: 1, where: { source.character($0) == "\\" }),
      index + 1 < source.count
    else { return nil }
    return source.match(
      index, found: "\\", sign: "/", [source.replacing(source.span(index), with: "/")])
  }

  static let clock = ForeignSyntax(
    "clock", "`:` has no meaning in a number. A duration is a sum.",
    example: Example("1:30 h", "1 h + 30 min")
  ) { source in
    func isNumber(_ index: Int, behind colon: Int) -> Bool {
      source.kind(colon) == .colon && source.kind(index) == .number && source.touches(colon)
        && source.touches(index)
    }
    guard
      let index = source.first(where: {
        source.kind($0) == .number && source.kind($0 - 1) != .openBracket
          && isNumber($0 + 2, behind: $0 + 1)
      })
    else { return nil }
    var end = index + 3
    var numbers = [source.text(index), source.text(index + 2)]
    if isNumber(end + 1, behind: end) {
      numbers.append(source.text(end + 1))
      end += 2
    }
    let place = source.span(index..<end)
    // A unit behind it is that of the first number.
    var units = ["h", "min", "s"]
    switch source.word(end) {
    case "h", "hr", "hrs", "hour", "hours": end += 1
    case "min", "minute", "minutes":
      end += 1
      units.removeFirst()
    case _: break
    }
    let terms = zip(numbers, units).map { "\(Int($0) ?? 0) \($1)" }
    return source.match(
      place, [source.replacing(source.span(index..<end), with: terms.joined(separator: " + "))])
  }

  static let semicolon = ForeignSyntax(
    "semicolon", "Values are separated by `,`; `;` ends a statement.",
    example: Example("max(3; 5)", "max(3, 5)")
  ) { source in
    let depths = source.depths()
    let signs = source.indices.filter { source.kind($0) == .semicolon && depths[$0] > 0 }
    guard let first = signs.first else { return nil }
    return source.match(first, [source.replacing(signs.map { (source.span($0), ",") })])
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
