import Diagnostics

/// Statements and words of Python.
extension ForeignSyntax {
  /// Each formula in it for itself.
  static let printing = ForeignSyntax(
    "python-word", "`print` is not needed: a formula shows its value.", advice: "the formula alone",
    example: Example("print(\"Power:\", gpu_power, 2 h)", "gpu_power; 2 h")
  ) { code in
    guard code.word(0) == "print", code.count > 1 else { return nil }
    var inner = 1..<code.count
    if code.kind(1) == .openParen {
      inner = 2..<(code.partner(of: 1) == code.count - 1 ? code.count - 1 : code.count)
    }
    guard !inner.isEmpty else { return code.match(0) }
    let formulas = code.parts(inner).flatMap { part in
      code.formatted(part)
        ?? (part.isEmpty || code.kind(part.lowerBound) == .text ? [] : [code.text(part)])
    }
    return code.match(0, formulas.isEmpty ? [] : [formulas.joined(separator: "; ")])
  }

  /// On one line; what follows is left open.
  static let ifStatement = ForeignSyntax(
    "python-word", "`if` chooses between two values here, and both are given.",
    advice: "a value for each case, as in `3 if 2 > 1 else 4`",
    example: Example("if 3 > 2 then 5 kg else 6 kg", "5 kg if 3 > 2 else 6 kg")
  ) { code in
    guard let first = code.word(0), ["if", "elif", "else"].contains(first) else { return nil }
    guard first == "if" else { return code.match(0) }
    if let then = code.first(from: 1, where: { code.word($0) == "then" }), then > 1,
      then + 1 < code.count
    {
      let end = code.first(from: then, where: { code.word($0) == "else" }) ?? code.count
      guard end > then + 1 else { return code.match(0) }
      let other = end + 1 < code.count ? code.text(from: end + 1) : "…"
      return code.match(0, ["\(code.text(then + 1..<end)) if \(code.text(1..<then)) else \(other)"])
    }
    guard let colon = code.first(.colon, from: 1, atDepth: 0), colon > 1 else {
      return code.match(0)
    }
    let body = colon + 1 < code.count ? code.text(from: colon + 1) : "…"
    return code.match(0, ["\(body) if \(code.text(1..<colon)) else …"])
  }

  static let function = ForeignSyntax(
    "function-form", "A function is written `def f(a, b) = a * b`.",
    example: Example("function f(x) = x * 2", "def f(x) = x * 2")
  ) { code in
    guard let close = code.parameterEnd else { return nil }
    if code.word(0) == "function" { return code.match(0, ["def " + code.text(from: 1)]) }
    let edits = code.edits(behind: close)
    return edits.isEmpty ? nil : code.match(close + 1, [code.tidied(edits)])
  }

  static let fullParameter = ForeignSyntax(
    "full-parameter", "A parameter is a name alone, without type or value.",
    example: Example("def f(x: float, y=3): return x * y", "def f(x, y): return x * y")
  ) { code in
    guard let close = code.parameterEnd, code.word(0) == "def" else { return nil }
    let more = code.parts(3..<close).filter { $0.count > 1 }.map {
      code.span($0.lowerBound + 1..<$0.upperBound)
    }
    guard let first = more.first else { return nil }
    return code.match(first, [code.tidied(more.map { ($0, "") } + code.edits(behind: close))])
  }

  static let functionArrow = ForeignSyntax(
    like: function, example: Example("f(x) -> x * 2", "f(x) = x * 2")
  ) { code in
    guard case .unknownFunction = code.problem.kind, code.kind(0) == .word,
      code.kind(1) == .openParen, let close = code.partner(of: 1), code.kind(close + 1) == .arrow,
      close + 2 < code.count, (2..<close).allSatisfy({ [.word, .comma].contains(code.kind($0)) })
    else { return nil }
    return code.match(close + 1, [code.text(0..<close + 1) + " = " + code.text(from: close + 2)])
  }

  static let lambda = ForeignSyntax(
    "python-word", "`lambda` is not part of this language.",
    advice: "a function of its own, as in `def double(x) = 2 * x`",
    example: Example("f = lambda x: x * 2", "f(x) = x * 2")
  ) { code in
    guard let start = code.first(where: { code.word($0) == "lambda" }),
      let colon = code.first(.colon, from: start), colon + 1 < code.count
    else { return nil }
    if start == 2, let name = code.word(0), code.kind(1) == .equal {
      return code.match(start, ["\(name)(\(code.text(3..<colon))) = \(code.text(from: colon + 1))"])
    }
    // column.apply(lambda x: …)
    if colon == start + 2, let parameter = code.word(start + 1), start >= 3,
      code.kind(start - 1) == .openParen, code.word(start - 2) != nil,
      code.kind(start - 3) == .dot, code.partner(of: start - 1) == code.count - 1
    {
      let column = code.text(code.formulaStart..<start - 3)
      return code.match(
        start, [code.named(code.text(colon + 1..<code.count - 1, with: column, for: parameter))])
    }
    return code.match(start)
  }

  static let comprehension = ForeignSyntax(
    "python-word", "`for` is not needed: a formula goes through a column row by row.",
    advice: "the column itself, as in `[1, 2, 3] * 2`",
    example: Example("[x * 2 for x in [1, 2]]", "[1, 2] * 2")
  ) { code in
    guard let loop = code.first(where: { code.word($0) == "for" }), loop > 0,
      let parameter = code.word(loop + 1), code.word(loop + 2) == "in"
    else { return nil }
    let place = code.span(loop..<loop + 3)
    guard let open = (0..<loop).last(where: { code.partner(of: $0).map { $0 > loop } ?? false }),
      let close = code.partner(of: open), loop > open + 1, close > loop + 3
    else { return code.match(place) }
    let rows = loop + 3..<close
    guard !rows.contains(where: { code.word($0) == "if" }) else { return code.match(place) }
    let isSum = rows.contains { [.plus, .minus, .times, .divide].contains(code.kind($0)) }
    let column = isSum ? "(" + code.text(rows) + ")" : code.text(rows)
    let inner = Span(code.span(open).end, code.span(close).start)
    return code.match(
      place,
      edits: [
        (
          code.kind(open) == .openParen ? inner : code.span(open..<close + 1),
          code.text(open + 1..<loop, with: column, for: parameter)
        )
      ])
  }

  static let augmented = ForeignSyntax(
    "augmented", "`{found}` changes a name in place, and names here keep their formula.",
    advice: "a new name for the new value",
    example: Example("gpu_power += 3 W", "new_gpu_power = gpu_power + 3 W")
  ) { code in
    guard let name = code.word(0), code.kind(1) == .augmented, code.count > 2 else { return nil }
    let sign = code.text(1)
    return code.match(
      1, found: sign, ["new_\(name) = \(name) \(sign.dropLast()) \(code.text(from: 2))"])
  }

  static let increment = ForeignSyntax(
    like: augmented, example: Example("n++", "new_n = n + 1")
  ) { code in
    guard let name = code.word(0), code.count == 3,
      code.kind(1) == .plus || code.kind(1) == .minus, code.kind(2) == code.kind(1),
      code.touches(2)
    else { return nil }
    let sign = code.text(1)
    return code.match(code.span(1..<3), found: sign + sign, ["new_\(name) = \(name) \(sign) 1"])
  }
}

extension ForeignSyntax.Source {
  /// The formulas in the braces of `f"{x} W"`; nil where it is no such text.
  func formatted(_ range: Range<Int>) -> [String]? {
    guard range.count == 2, let letter = word(range.lowerBound),
      ["f", "F", "rf", "fr"].contains(letter), kind(range.lowerBound + 1) == .text,
      touches(range.lowerBound + 1)
    else { return nil }
    return text(range.lowerBound + 1).split(separator: "{").dropFirst().compactMap { piece in
      piece.firstIndex { $0 == "}" || $0 == ":" }.map { String(piece[..<$0]).trimmed }
    }.filter { !$0.isEmpty }
  }

  /// A formula with the name before it that the statement gives.
  func named(_ formula: String) -> String {
    formulaStart == 0 ? formula : text(0..<formulaStart) + " " + formula
  }

  /// The parenthesis behind the parameters of a function that begins with a word.
  fileprivate var parameterEnd: Int? {
    guard word(0) == "def" || word(0) == "function", kind(1) == .word, kind(2) == .openParen
    else { return nil }
    return partner(of: 2)
  }

  /// What is to be changed behind the parameters of a Python function.
  fileprivate func edits(behind close: Int) -> [(place: Span, text: String)] {
    var edits: [(place: Span, text: String)] = []
    if kind(close + 1) == .arrow, word(close + 2) != nil {
      edits.append((span(close + 1..<close + 3), ""))
    }
    if word(close + 1) == "return" { edits.append((span(close).behind, ":")) }
    return edits
  }

  /// The statement with pieces of it replaced, without the spaces that are left over.
  fileprivate func tidied(_ edits: [(place: Span, text: String)]) -> String {
    replacing(edits).trimmed.split(separator: " :").joined(separator: ":")
  }

  /// What is typed, with a column put in the place of a name.
  fileprivate func text(_ range: Range<Int>, with column: String, for name: String) -> String {
    var result = ""
    for index in range {
      if index > range.lowerBound, tokens[index].isSpaced { result += " " }
      result += word(index) == name ? column : text(index)
    }
    return result
  }
}
