import Diagnostics

/// Brackets that are missing, of the wrong kind or in the wrong place.
extension ForeignSyntax {
  static let dictionary = ForeignSyntax(
    "dictionary", "`{ }` has no meaning here: each value has a name of its own.",
    example: Example("{\"a\": 1, \"b\": 2 kg}", "a = 1; b = 2 kg")
  ) { code in
    guard let (open, close) = code.braces, let colon = code.first(.colon, from: open), colon < close
    else { return nil }
    let statements = code.parts(open + 1..<close).map { part -> String? in
      let first = part.lowerBound
      let key = code.text(first).dropFirst().dropLast()
      return part.count > 2 && code.kind(first) == .text && code.kind(first + 1) == .colon
        && key.first?.isLetter == true && key.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
        ? "\(key) = \(code.text(first + 2..<part.upperBound))" : nil
    }
    return code.match(
      code.span(open..<close + 1),
      statements.contains(nil) ? [] : [statements.compactMap { $0 }.joined(separator: "; ")])
  }

  static let braces = ForeignSyntax(
    "braces", "Formulas stand in `( )` and columns in `[ ]`, not in this bracket.",
    advice: "`(` and `)`", example: Example("{3 + 4} * 2", "(3 + 4) * 2")
  ) { code in
    guard let first = code.first(.openBrace) else { return nil }
    guard let (open, close) = code.braces else { return code.match(first) }
    let inner = open + 1..<close
    let isColumn =
      code.kind(open - 1) == .word && code.kind(open + 1) == .text || code.parts(inner).count > 1
      || inner.count > 1 && inner.allSatisfy { code.kind($0) == .number }
    return code.match(
      open,
      edits: [(code.span(open), isColumn ? "[" : "("), (code.span(close), isColumn ? "]" : ")")])
  }

  static let bracketedUnit = ForeignSyntax(
    "bracketed-unit", "A unit follows its number, without brackets or a comma.",
    example: Example("450 [W] * 2", "450 W * 2")
  ) { code in
    guard
      let open = code.first(where: {
        code.kind($0) == .openBracket && code.kind($0 - 1) == .number
          && code.kind($0 + 1) == .word && code.partner(of: $0) != nil
      }), let close = code.partner(of: open)
    else { return nil }
    let place = code.span(open..<close + 1)
    return code.match(
      place, edits: [(Span(code.span(open - 1).end, place.end), " " + code.text(open + 1..<close))])
  }

  static let unitBehindComma = ForeignSyntax(
    like: bracketedUnit, example: Example("lamp_power = 450, W", "lamp_power = 450 W")
  ) { code in
    let comma = code.count - 2
    guard code.kind(comma) == .comma, code.kind(comma - 1) == .number,
      code.word(comma + 1) != nil, comma == 1 || code.kind(comma - 2) == .equal
    else { return nil }
    return code.match(comma, edits: [(code.span(comma), "")])
  }

  static let singleEqual = ForeignSyntax(
    "single-equal", "`=` gives a name its value. Two things are compared with `==`.",
    example: Example(
      "models[models[\"Model\"] = \"Model 1\"]", "models[models[\"Model\"] == \"Model 1\"]")
  ) { code in
    let depths = code.depths()
    let signs = code.indices.dropFirst().filter { index in
      code.kind(index) == .equal && depths[index] > 0
        && !(code.kind(index - 1) == .word && [.openParen, .comma].contains(code.kind(index - 2)))
    }
    guard let first = signs.first else { return nil }
    return code.match(first, edits: signs.map { (code.span($0), "==") })
  }

  /// Without it, or with its partner; `[1, 2)` with the right one.
  static let strayBracket = ForeignSyntax(
    example: Example("3 kg * 4) + 2 kg", "3 kg * 4 + 2 kg", "(3 kg * 4) + 2 kg")
  ) { code in
    guard case .strayBracket(let bracket, _, _) = code.problem.kind, let place = code.problemIndex
    else { return nil }
    var match = code.match(place)
    if let last = code.openBrackets(before: place).last {
      let right = closing(code.kind(last))
      match.kind = .strayBracket(
        bracket, opening: code.text(last), fixIts: [code.replacing([(code.span(place), right)])])
      return right == bracket ? nil : match
    }
    let first = code.formulaStart
    guard first < place else { return nil }
    let start = code.span(first).start
    var fixIts = [code.replacing([(code.span(place), "")])]
    // `sin30°)`: the bracket that is missing follows a function.
    if let open = code.functionWithNumber(before: place) {
      fixIts = [code.replacing([(open, "(")])]
    } else if code.kind(place) == .closeParen {
      fixIts.append(code.replacing([(Span(start, start), "(")]))
    }
    match.kind = .strayBracket(bracket, opening: nil, fixIts: fixIts)
    return match
  }

  private static func closing(_ kind: Token.Kind) -> String {
    kind == .openBracket ? "]" : kind == .openBrace ? "}" : ")"
  }

  /// A heading's bracket is closed right behind it, others at the end.
  static let unclosedBracket = ForeignSyntax(
    example: Example("models[\"Model\" == \"Model 1\"", "models[\"Model\"] == \"Model 1\"")
  ) { code in
    guard case .unclosedBracket(let bracket, _) = code.problem.kind else { return nil }
    var edits: [(place: Span, text: String)] = []
    var last = ""
    for index in code.openBrackets(before: code.count).reversed() {
      if code.kind(index) == .openBracket, code.kind(index + 1) == .text,
        code.kind(index - 1) == .word, index + 2 < code.count
      {
        edits.insert((code.span(index + 1).behind, "]"), at: 0)
      } else {
        last += closing(code.kind(index))
      }
    }
    var match = code.match(code.problem.span)
    match.kind = .unclosedBracket(
      bracket, fixIt: code.replacing(edits + [(code.whole.behind, last)]))
    return match
  }

  static let tuple = ForeignSyntax(
    "tuple", "Several values stand in `[ ]`, as a list.", example: Example("(1, 2)", "[1, 2]")
  ) { code in
    switch code.problem.kind {
    case .unexpected, .tooDeep: break
    default: return nil
    }
    guard let comma = code.problemIndex, code.kind(comma) == .comma else { return nil }
    guard let open = code.openBrackets(before: comma).last else {
      return code.match(comma, [code.named("[" + code.text(from: code.formulaStart) + "]")])
    }
    let isCall = code.kind(open - 1) == .word && code.touches(open)
    guard code.kind(open) == .openParen, !isCall, let close = code.partner(of: open) else {
      return nil
    }
    return code.match(comma, edits: [(code.span(open), "["), (code.span(close), "]")])
  }
}

extension ForeignSyntax.Source {
  /// The first pair of braces, with something between them.
  fileprivate var braces: (open: Int, close: Int)? {
    guard let open = first(.openBrace), let close = partner(of: open),
      kind(close) == .closeBrace, close > open + 1
    else { return nil }
    return (open, close)
  }
}

extension ForeignSyntax.Source {
  /// The place behind a function's name that digits touch, as in `sqrt2 * 3)`.
  fileprivate func functionWithNumber(before end: Int) -> Span? {
    for index in 0..<end {
      guard let word = word(index) else { continue }
      let letters = word.prefix { $0.isLetter }
      if letters.count < word.count, word.dropFirst(letters.count).first?.isNumber == true,
        BuiltinFunction.named(String(letters)) != nil
      {
        let place = span(index).start + letters.utf8.count
        return Span(place, place)
      }
    }
    return nil
  }
}
