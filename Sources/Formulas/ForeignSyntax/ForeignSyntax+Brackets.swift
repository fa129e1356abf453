import Diagnostics

/// Brackets that are missing, of the wrong kind or in the wrong place.
extension ForeignSyntax {
  static let dictionary = ForeignSyntax(
    "dictionary", "`{ }` has no meaning here: each value has a name of its own.",
    example: Example("{\"a\": 1, \"b\": 2 kg}", "a = 1; b = 2 kg")
  ) { source in
    guard let (open, close) = source.braces,
      source.first(.colon, from: open).map({ $0 < close }) ?? false
    else { return nil }
    var statements: [String] = []
    for part in source.parts(open + 1..<close) {
      let first = part.lowerBound
      let key = source.text(first).dropFirst().dropLast()
      guard part.count > 2, source.kind(first) == .text, source.kind(first + 1) == .colon,
        key.first?.isLetter == true, key.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" })
      else { return source.match(source.span(open..<close + 1), []) }
      statements.append("\(key) = \(source.text(first + 2..<part.upperBound))")
    }
    return source.match(
      source.span(open..<close + 1), [statements.joined(separator: "; ")])
  }

  static let braces = ForeignSyntax(
    "braces", "Formulas stand in `( )` and columns in `[ ]`, not in this bracket.",
    advice: "`(` and `)`", example: Example("{3 + 4} * 2", "(3 + 4) * 2")
  ) { source in
    guard let first = source.first(.openBrace) else { return nil }
    guard let (open, close) = source.braces else { return source.match(first, []) }
    let depths = source.depths()
    let inner = open + 1..<close
    let isColumn =
      source.kind(open - 1) == .word && source.kind(open + 1) == .text
      || inner.contains { source.kind($0) == .comma && depths[$0] == depths[open] + 1 }
      || inner.count > 1 && inner.allSatisfy { source.kind($0) == .number }
    return source.match(
      open,
      [
        source.replacing([
          (source.span(open), isColumn ? "[" : "("), (source.span(close), isColumn ? "]" : ")"),
        ])
      ])
  }

  static let bracketedUnit = ForeignSyntax(
    "bracketed-unit", "A unit follows its number, without brackets or a comma.",
    example: Example("450 [W] * 2", "450 W * 2")
  ) { source in
    guard
      let number = source.first(where: {
        source.kind($0) == .number && source.kind($0 + 1) == .openBracket
          && source.kind($0 + 2) == .word && source.partner(of: $0 + 1) != nil
      }), let close = source.partner(of: number + 1)
    else { return nil }
    let place = source.span(number + 1..<close + 1)
    return source.match(
      place,
      [
        source.replacing(
          Span(Int(source.tokens[number].end), place.end),
          with: " " + source.text(number + 2..<close))
      ])
  }

  static let unitBehindComma = ForeignSyntax(
    like: bracketedUnit, example: Example("lamp_power = 450, W", "lamp_power = 450 W")
  ) { source in
    let comma = source.count - 2
    guard source.kind(comma) == .comma, source.kind(comma - 1) == .number,
      source.word(comma + 1) != nil, comma == 1 || source.kind(comma - 2) == .equal
    else { return nil }
    return source.match(comma, [source.replacing(source.span(comma), with: "")])
  }

  static let singleEqual = ForeignSyntax(
    "single-equal", "`=` gives a name its value. Two things are compared with `==`.",
    example: Example(
      "models[models[\"Model\"] = \"Model 1\"]", "models[models[\"Model\"] == \"Model 1\"]")
  ) { source in
    let depths = source.depths()
    let signs = source.indices.dropFirst().filter { index in
      source.kind(index) == .equal && depths[index] > 0
        && !(source.kind(index - 1) == .word
          && [.openParen, .comma].contains(source.kind(index - 2)))
    }
    guard let first = signs.first else { return nil }
    return source.match(first, [source.replacing(signs.map { (source.span($0), "==") })])
  }

  /// Without it, or with its partner; `[1, 2)` with the right one.
  static let strayBracket = ForeignSyntax(
    mending: Example("3 kg * 4) + 2 kg", "3 kg * 4 + 2 kg", "(3 kg * 4) + 2 kg")
  ) { source in
    guard case .strayBracket(let bracket, _, _) = source.problem.kind,
      let place = source.problemIndex
    else { return nil }
    func match(_ opening: String?, _ fixIts: [String]) -> Match {
      var match = source.match(place, [])
      match.kind = .strayBracket(bracket, opening: opening, mends: fixIts)
      return match
    }
    if let last = source.openBrackets(before: place).last {
      let right = closing(source.kind(last))
      return right == bracket
        ? nil
        : match(source.text(last), [source.replacing(source.span(place), with: right)])
    }
    let first = source.formulaStart
    guard first < place else { return nil }
    let start = source.span(first).start
    var fixIts = [source.replacing(source.span(place), with: "")]
    if source.kind(place) == .closeParen {
      fixIts.append(source.replacing(Span(start, start), with: "("))
    }
    return match(nil, fixIts)
  }

  private static func closing(_ kind: Token.Kind) -> String {
    switch kind {
    case .openBracket: "]"
    case .openBrace: "}"
    default: ")"
    }
  }

  /// A heading's bracket is closed right behind it, others at the end.
  static let unclosedBracket = ForeignSyntax(
    mending: Example("models[\"Model\" == \"Model 1\"", "models[\"Model\"] == \"Model 1\"")
  ) { source in
    guard case .unclosedBracket(let bracket, _) = source.problem.kind else { return nil }
    var edits: [(place: Span, text: String)] = []
    var last = ""
    for index in source.openBrackets(before: source.count).reversed() {
      if source.kind(index) == .openBracket, source.kind(index + 1) == .text,
        source.kind(index - 1) == .word, index + 2 < source.count
      {
        let end = source.span(index + 1).end
        edits.append((Span(end, end), "]"))
      } else {
        last += closing(source.kind(index))
      }
    }
    edits.reverse()
    edits.append((Span(source.whole.end, source.whole.end), last))
    var match = source.match(source.problem.span, [])
    match.kind = .unclosedBracket(bracket, mend: source.replacing(edits))
    return match
  }

  static let tuple = ForeignSyntax(
    "tuple", "Several values stand in `[ ]`, as a list.", example: Example("(1, 2)", "[1, 2]")
  ) { source in
    switch source.problem.kind {
    case .unexpected, .tooDeep: break
    default: return nil
    }
    guard let comma = source.problemIndex, source.kind(comma) == .comma else { return nil }
    guard let open = source.openBrackets(before: comma).last else {
      let first = source.formulaStart
      return source.match(comma, [source.named("[" + source.text(from: first) + "]")])
    }
    let isCall = source.kind(open - 1) == .word && source.touches(open)
    guard source.kind(open) == .openParen, !isCall, let close = source.partner(of: open) else {
      return nil
    }
    return source.match(
      comma, [source.replacing([(source.span(open), "["), (source.span(close), "]")])])
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
