import Diagnostics
import Quantities

/// What a number may mean right behind something that is whole.
extension Parser {
  /// `8 3/4 in`: a whole number and a fraction.
  func mixedNumber(after last: Expression) -> FormulaProblem? {
    guard case .number(let whole, _) = last.kind, whole.rounded() == whole, peek().kind == .divide,
      peek(2).kind == .number, let above = Int(text(current.span)),
      let below = Int(text(peek(2).span)), above > 0, above < below
    else { return nil }
    let isShort = [2, 4, 5, 8, 10].contains(below)
    let fixIt =
      isShort
      ? NumberFormat.typed.string(whole + Double(above) / Double(below))
      : "(\(text(last.span)) + \(above)/\(below))"
    return missingOperator(fixIt, replacing: last.span.union(peek(2).span))
  }

  /// `models.Training Time (GPU hours)`: a heading behind a point, in its own words.
  func headingBehindPoint(_ last: Expression) -> FormulaProblem? {
    guard case .member(let table, _, let place) = last.kind, let word = table.word,
      current.isSpaced, [.word, .openParen].contains(current.kind),
      !isKeyword(current), !isTimesSign(at: 0)
    else { return nil }
    var end = last.span.end
    var next = 0
    var depth = 0
    while next < 24 {
      let token = peek(next)
      if token.kind == .openParen, depth == 0, !token.isSpaced { break }
      if token.kind == .closeParen, depth == 0 { break }
      depth += token.kind.nesting
      let isPart = [.word, .number, .openParen, .closeParen].contains(token.kind) || depth > 0
      guard isPart, depth > 0 || !isKeyword(token) || isWord(token, .in) else { break }
      end = Int(token.end)
      next += 1
    }
    guard next > 0, depth == 0 else { return nil }
    let heading = text(Span(place.start, end))
    return FormulaProblem(
      .columnQuotes(word: heading, fixIt: "\(word)[\"\(heading)\"]"), Span(place.start, end),
      replacing: Span(last.span.start, end))
  }

  /// `[1 2 3]`, `[1 m 2 m]`
  func listWithoutCommas() -> FormulaProblem? {
    var depth = 0
    let open = (max(0, index - 60)..<index).last { place in
      let kind = tokens[place].kind
      if kind == .closeBracket || kind == .closeParen { depth += 1 }
      if kind == .openBracket || kind == .openParen { depth -= 1 }
      return depth < 0
    }
    guard let open, tokens[open].kind == .openBracket,
      open == 0 || ![.word, .closeBracket, .closeParen].contains(tokens[open - 1].kind),
      let close = tokens[open...].prefix(120).firstIndex(where: { $0.kind == .closeBracket })
    else { return nil }
    guard
      tokens[open..<close].dropFirst().allSatisfy({ [.number, .comma, .minus].contains($0.kind) })
    else { return missingOperator(before: current, sign: ",") }
    let numbers = tokens[open..<close].dropFirst().filter { $0.kind != .comma }
    var items: [String] = []
    for token in numbers {
      let sign = items.last == "-" ? items.removeLast() : ""
      items.append(sign + text(token.span))
    }
    return missingOperator(
      items.joined(separator: ", "),
      replacing: Span(Int(tokens[open].end), Int(tokens[close].start)))
  }

  /// `[100 200 300]`, which may be three numbers or one.
  func groupsWithoutCommas(_ item: Expression) -> FormulaProblem? {
    let typed = text(item.span)
    guard case .number = item.kind, typed.contains(" "), !typed.contains("x") else { return nil }
    return FormulaProblem(
      .missingOperator(suggestion: typed.split(separator: " ").joined(separator: ", ")), item.span,
      replacing: item.span)
  }

  /// `10 m/s 2`, `5 m 2`: the exponent of the unit before it.
  func exponentApart(_ left: Expression, _ last: Expression) -> FormulaProblem? {
    guard ["2", "3"].contains(text(current.span)), peek().kind != .word else { return nil }
    let isBelow = index >= 2 && tokens[index - 2].kind == .divide
    switch last.kind {
    case .name(let word) where isBelow && UnitSystem.isInCatalogue(word): break
    case .unitWord(let word) where ["m", "cm", "mm", "km"].contains(word): break
    default: return nil
    }
    return missingOperator(
      "^" + text(current.span), replacing: Span(last.span.end, Int(current.end)))
  }

  /// Two quantities side by side: `1 h 30 min`, `5 foot 2 in m`, and `5 m 10 s`, whose first is
  /// minutes. Nil where they are no sum.
  func sum(_ left: Expression, _ last: Expression, _ next: Token) -> FormulaProblem? {
    guard case .unitWord(let word) = last.kind else { return nil }
    func dimension(_ word: String) -> Dimension? { UnitSystem().lookup(word)?.dimension }
    let number = text(current.span)
    let other = text(next.span)
    let time = dimension("s")
    // `2 h 30`, `5 ft 3`: in the next smaller unit.
    if next.kind != .word {
      return Self.smallerUnits[word].map {
        missingOperator(
          "\(text(left.span)) + \(number) \($0)", replacing: left.span.union(current.span))
      }
    }
    if other == "in", dimension(word) == dimension("m"), peek(2).kind == .word, !isKeyword(peek(2))
    {
      return missingOperator(
        "\(text(left.span)) + \(number) in to", replacing: left.span.union(next.span))
    }
    if word == "m", dimension(other) == time {
      let hours = text(Span(left.span.start, last.span.start))
      return missingOperator(
        "\(hours)min + \(number) \(other)", replacing: left.span.union(next.span))
    }
    if other == "m", dimension(word) == time {
      return missingOperator(
        "\(text(left.span)) + \(number) min", replacing: left.span.union(next.span))
    }
    let own = dimension(word)
    guard !isWord(next, .to), own == nil || dimension(other) == nil || own == dimension(other)
    else { return nil }
    // With what follows: `1 day 2 h 5 min`.
    var parts = text(left.span)
    var count = 0
    while count < 8, peek(count).kind == .number, peek(count + 1).kind == .word,
      count == 0 || own != nil && dimension(text(peek(count + 1).span)) == own
    {
      parts += " + " + text(peek(count).span.union(peek(count + 1).span))
      count += 2
    }
    return missingOperator(parts, replacing: left.span.union(peek(count - 1).span))
  }

  /// The next smaller unit, in which people say the rest.
  static let smallerUnits = [
    "h": "min", "hr": "min", "hrs": "min", "hour": "min", "hours": "min", "min": "s",
    "minutes": "s", "ft": "in", "foot": "in", "feet": "in", "lb": "oz", "pounds": "oz",
  ]
}
