import Diagnostics

/// Statements and words of Python.
extension ForeignSyntax {
  /// Each formula in it for itself.
  static let printing = ForeignSyntax(
    "python-word", "`print` is not needed: a formula shows its value.",
    advice: "the formula alone",
    example: Example("print(\"Power:\", gpu_power, 2 h)", "gpu_power; 2 h")
  ) { source in
    guard source.word(0) == "print", source.count > 1 else { return nil }
    var inner = 1..<source.count
    if source.kind(1) == .openParen {
      inner = 2..<(source.partner(of: 1) == source.count - 1 ? source.count - 1 : source.count)
    }
    guard !inner.isEmpty else { return source.match(0, []) }
    let formulas = source.parts(inner).flatMap { part in
      source.formatted(part)
        ?? (part.isEmpty || source.kind(part.lowerBound) == .text ? [] : [source.text(part)])
    }
    return source.match(0, formulas.isEmpty ? [] : [formulas.joined(separator: "; ")])
  }

  /// On one line; what follows is left open.
  static let ifStatement = ForeignSyntax(
    "python-word", "`if` chooses between two values here, and both are given.",
    advice: "a value for each case, as in `3 if 2 > 1 else 4`",
    example: Example("if 3 > 2 then 5 kg else 6 kg", "5 kg if 3 > 2 else 6 kg")
  ) { source in
    guard let first = source.word(0), ["if", "elif", "else"].contains(first) else { return nil }
    guard first == "if" else { return source.match(0, []) }
    if let then = source.first(from: 1, where: { source.word($0) == "then" }), then > 1,
      then + 1 < source.count
    {
      let end = source.first(from: then, where: { source.word($0) == "else" }) ?? source.count
      guard end > then + 1 else { return source.match(0, []) }
      let other = end + 1 < source.count ? source.text(from: end + 1) : "…"
      return source.match(
        0, ["\(source.text(then + 1..<end)) if \(source.text(1..<then)) else \(other)"])
    }
    let depths = source.depths()
    guard
      let colon = source.first(from: 1, where: { source.kind($0) == .colon && depths[$0] == 0 }),
      colon > 1
    else { return source.match(0, []) }
    let body = colon + 1 < source.count ? source.text(from: colon + 1) : "…"
    return source.match(0, ["\(body) if \(source.text(1..<colon)) else …"])
  }

  static let function = ForeignSyntax(
    "function-form", "A function is written `def f(a, b) = a * b`.",
    example: Example("function f(x) = x * 2", "def f(x) = x * 2")
  ) { source in
    guard let close = source.parameterEnd else { return nil }
    if source.word(0) == "function" {
      return source.match(0, ["def " + source.text(from: 1)])
    }
    let edits = source.edits(behind: close)
    return edits.isEmpty ? nil : source.match(close + 1, [source.tidied(edits)])
  }

  static let fullParameter = ForeignSyntax(
    "full-parameter", "A parameter is a name alone, without type or value.",
    example: Example("def f(x: float, y=3): return x * y", "def f(x, y): return x * y")
  ) { source in
    guard let close = source.parameterEnd, source.word(0) == "def" else { return nil }
    let more = source.parts(3..<close).filter { $0.count > 1 }.map {
      source.span($0.lowerBound + 1..<$0.upperBound)
    }
    guard let first = more.first else { return nil }
    return source.match(
      first, [source.tidied(more.map { ($0, "") } + source.edits(behind: close))])
  }

  static let functionArrow = ForeignSyntax(
    like: function, example: Example("f(x) -> x * 2", "f(x) = x * 2")
  ) { source in
    guard case .unknownFunction = source.problem.kind, source.kind(0) == .word,
      source.kind(1) == .openParen, let close = source.partner(of: 1),
      source.kind(close + 1) == .arrow, close + 2 < source.count,
      (2..<close).allSatisfy({ [.word, .comma].contains(source.kind($0)) })
    else { return nil }
    return source.match(
      close + 1, [source.text(0..<close + 1) + " = " + source.text(from: close + 2)])
  }

  static let lambda = ForeignSyntax(
    "python-word", "`lambda` is not part of this language.",
    advice: "a function of its own, as in `def double(x) = 2 * x`",
    example: Example("f = lambda x: x * 2", "f(x) = x * 2")
  ) { source in
    guard let start = source.first(where: { source.word($0) == "lambda" }),
      let colon = source.first(.colon, from: start), colon + 1 < source.count
    else { return nil }
    if start == 2, let name = source.word(0), source.kind(1) == .equal {
      return source.match(
        start, ["\(name)(\(source.text(3..<colon))) = \(source.text(from: colon + 1))"])
    }
    // column.apply(lambda x: …)
    if colon == start + 2, let parameter = source.word(start + 1), start >= 3,
      source.kind(start - 1) == .openParen, source.word(start - 2) != nil,
      source.kind(start - 3) == .dot, source.partner(of: start - 1) == source.count - 1
    {
      let column = source.text(source.formulaStart..<start - 3)
      return source.match(
        start,
        [source.named(source.text(colon + 1..<source.count - 1, with: column, for: parameter))])
    }
    return source.match(start, [])
  }

  static let comprehension = ForeignSyntax(
    "python-word", "`for` is not needed: a formula goes through a column row by row.",
    advice: "the column itself, as in `[1, 2, 3] * 2`",
    example: Example("[x * 2 for x in [1, 2]]", "[1, 2] * 2")
  ) { source in
    guard let loop = source.first(where: { source.word($0) == "for" }), loop > 0,
      let parameter = source.word(loop + 1), source.word(loop + 2) == "in"
    else { return nil }
    let place = source.span(loop..<loop + 3)
    guard
      let open = (0..<loop).last(where: { source.partner(of: $0).map { $0 > loop } ?? false }),
      let close = source.partner(of: open), loop > open + 1, close > loop + 3
    else { return source.match(place, []) }
    let rows = loop + 3..<close
    guard !rows.contains(where: { source.word($0) == "if" }) else {
      return source.match(place, [])
    }
    let isSum = rows.contains { [.plus, .minus, .times, .divide].contains(source.kind($0)) }
    let column = isSum ? "(" + source.text(rows) + ")" : source.text(rows)
    let inner = Span(source.span(open).end, source.span(close).start)
    return source.match(
      place,
      [
        source.replacing(
          source.kind(open) == .openParen ? inner : source.span(open..<close + 1),
          with: source.text(open + 1..<loop, with: column, for: parameter))
      ])
  }

  static let augmented = ForeignSyntax(
    "augmented", advice: "a new name for the new value",
    example: Example("gpu_power += 3 W", "new_gpu_power = gpu_power + 3 W"),
    .statement { source in
      guard let name = source.word(0), source.kind(1) == .augmented, source.count > 2 else {
        return nil
      }
      let sign = source.text(1)
      return source.match(
        1, found: sign, ["new_\(name) = \(name) \(sign.dropLast()) \(source.text(from: 2))"])
    }
  ) { found, _ in
    "`\(found)` changes a name in place, and names here keep their formula."
  }

  static let increment = ForeignSyntax(
    like: augmented, example: Example("n++", "new_n = n + 1")
  ) { source in
    guard let name = source.word(0), source.count == 3,
      source.kind(1) == .plus || source.kind(1) == .minus, source.kind(2) == source.kind(1),
      source.touches(2)
    else { return nil }
    let sign = source.text(1)
    return source.match(
      source.span(1..<3), found: sign + sign, ["new_\(name) = \(name) \(sign) 1"])
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
    if word(close + 1) == "return" {
      let end = span(close).end
      edits.append((Span(end, end), ":"))
    }
    return edits
  }

  /// The statement with pieces of it replaced, without the spaces that are left over.
  fileprivate func tidied(_ edits: [(place: Span, text: String)]) -> String {
    replacing(edits).trimmed.split(separator: " :").joined(separator: ":")
  }

  /// What is typed, with a column put in the place of a name.
  fileprivate func text(
    _ range: Range<Int>, with column: String, for name: String
  ) -> String {
    var result = ""
    for index in range {
      if index > range.lowerBound, tokens[index].isSpaced { result += " " }
      result += word(index) == name ? column : text(index)
    }
    return result
  }
}
