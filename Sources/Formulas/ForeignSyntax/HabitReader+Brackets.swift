import Diagnostics

/// Brackets and quotes that are missing, of the wrong kind or in the wrong place.
extension HabitReader {
  func brackets() -> FormulaProblem? {
    if let found = braces() ?? bracketedUnit() ?? equalWithin() { return found }
    switch problem.kind {
    case .strayBracket(let bracket, _, _): return stray(bracket)
    case .unclosedBracket(let bracket, _):
      return problem(.unclosedBracket(bracket, mend: closed()), at: problem.span)
    case .unexpected, .tooDeep: return tuple()
    default: return nil
    }
  }

  /// `{3 + 4} * 2`, `models{"Model"}`, `{"a": 1}`
  private func braces() -> FormulaProblem? {
    guard let open = (0..<count).first(where: { kind($0) == .openBrace }) else { return nil }
    guard let close = partner(of: open), kind(close) == .closeBrace, close > open + 1 else {
      return problem(.braces, at: tokens[open].span, [])
    }
    if (open..<close).contains(where: { kind($0) == .colon }) {
      return problem(.dictionary, at: span(open..<close + 1), dictionary(open + 1..<close))
    }
    let depths = depths()
    let isColumn =
      open > 0 && kind(open - 1) == .word && kind(open + 1) == .text
      || (open..<close).contains { kind($0) == .comma && depths[$0] == depths[open] + 1 }
      || close > open + 2 && (open + 1..<close).allSatisfy { kind($0) == .number }
    let ends = isColumn ? ("[", "]") : ("(", ")")
    return problem(
      .braces, at: tokens[open].span,
      [replacing([(tokens[open].span, ends.0), (tokens[close].span, ends.1)])])
  }

  /// A name for each value of a dictionary.
  private func dictionary(_ range: Range<Int>) -> [String] {
    var statements: [String] = []
    for part in parts(range) {
      guard part.count > 2, kind(part.lowerBound) == .text, kind(part.lowerBound + 1) == .colon
      else { return [] }
      let key = text(tokens[part.lowerBound].span).dropFirst().dropLast()
      guard key.first?.isLetter == true, key.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" })
      else { return [] }
      statements.append("\(key) = \(text(part.lowerBound + 2..<part.upperBound))")
    }
    return [statements.joined(separator: "; ")]
  }

  /// `450 [W]`, `450, W`
  private func bracketedUnit() -> FormulaProblem? {
    for index in 0..<count where kind(index) == .number {
      if kind(index + 1) == .openBracket, kind(index + 2) == .word,
        let close = partner(of: index + 1)
      {
        let place = span(index + 1..<close + 1)
        let unit = text(index + 2..<close)
        return problem(
          .bracketedUnit, at: place,
          [replacing([(Span(Int(tokens[index].end), place.end), " " + unit)])])
      }
      if kind(index + 1) == .comma, kind(index + 2) == .word, index + 3 == count,
        index == 0 || kind(index - 1) == .equal
      {
        let comma = tokens[index + 1].span
        return problem(.bracketedUnit, at: comma, [replacing([(comma, "")])])
      }
    }
    return nil
  }

  /// `models[models["Model"] = "Model 1"]`
  private func equalWithin() -> FormulaProblem? {
    let depths = depths()
    let places = (1..<max(1, count)).filter { index in
      kind(index) == .equal && depths[index] > 0
        && !(kind(index - 1) == .word && [.openParen, .comma].contains(kind(index - 2)))
    }
    guard let first = places.first else { return nil }
    return problem(
      .singleEqual, at: tokens[first].span, [replacing(places.map { (tokens[$0].span, "==") })])
  }

  /// `3 + 4)`: without it, or with its partner; `[1, 2)`: with the right one.
  private func stray(_ bracket: String) -> FormulaProblem? {
    guard
      let place = (0..<count).first(where: { tokens[$0].start == Int32(problem.span.start) })
    else { return nil }
    let open = openBrackets(before: place)
    if let last = open.last {
      let right = Self.closing(kind(last))
      guard right != bracket else { return nil }
      return problem(
        .strayBracket(
          bracket, opening: text(tokens[last].span),
          mends: [replacing([(tokens[place].span, right)])]), at: tokens[place].span)
    }
    let first = kind(0) == .word && kind(1) == .equal ? 2 : 0
    guard first < place else { return nil }
    let start = Span(Int(tokens[first].start), Int(tokens[first].start))
    var mends = [replacing([(tokens[place].span, "")])]
    if kind(place) == .closeParen { mends.append(replacing([(start, "(")])) }
    return problem(.strayBracket(bracket, opening: nil, mends: mends), at: tokens[place].span)
  }

  private func openBrackets(before end: Int) -> [Int] {
    var open: [Int] = []
    for index in 0..<end {
      switch kind(index) {
      case .openParen, .openBracket, .openBrace: open.append(index)
      case .closeParen, .closeBracket, .closeBrace: _ = open.popLast()
      default: break
      }
    }
    return open
  }

  private static func closing(_ kind: Token.Kind) -> String {
    switch kind {
    case .openBracket: "]"
    case .openBrace: "}"
    default: ")"
    }
  }

  /// The statement with what is open closed: a heading's bracket right behind it, others at the
  /// end. Nil where brackets of different kinds are mixed.
  private func closed() -> String? {
    var edits: [(place: Span, text: String)] = []
    var last = ""
    for index in openBrackets(before: count).reversed() {
      if kind(index) == .openBracket, kind(index + 1) == .text, index > 0, kind(index - 1) == .word,
        index + 2 < count
      {
        let end = Int(tokens[index + 1].end)
        edits.append((Span(end, end), "]"))
      } else {
        last += Self.closing(kind(index))
      }
    }
    edits.reverse()
    edits.append((Span(whole.end, whole.end), last))
    return replacing(edits)
  }

  /// `(1, 2)`, `3 kg, 4 kg`
  private func tuple() -> FormulaProblem? {
    guard let comma = (0..<count).first(where: { tokens[$0].start == Int32(problem.span.start) }),
      kind(comma) == .comma
    else { return nil }
    let first = kind(0) == .word && kind(1) == .equal ? 2 : 0
    guard let open = openBrackets(before: comma).last else {
      return problem(
        .tuple, at: tokens[comma].span,
        [text(0..<first) + (first > 0 ? " " : "") + "[" + text(first..<count) + "]"])
    }
    let isCall = open > 0 && kind(open - 1) == .word && touches(open)
    guard kind(open) == .openParen, !isCall, let close = partner(of: open) else { return nil }
    return problem(
      .tuple, at: tokens[comma].span,
      [replacing([(tokens[open].span, "["), (tokens[close].span, "]")])])
  }
}
