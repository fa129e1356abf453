import Diagnostics

/// Tables' brackets and texts in quotes.
extension HabitReader {
  func columns() -> FormulaProblem? {
    for open in 1..<max(1, count) where kind(open) == .openBracket && kind(open - 1) == .word {
      guard let close = partner(of: open), close > open + 1 else { continue }
      let inner = open + 1..<close
      let isInside =
        problem.span.start >= tokens[open].start && problem.span.end <= tokens[close].end
      // `models[Price] = 3`
      let isTarget = isAssignmentTarget && open == 1 && kind(close + 1) == .equal
      let isHere = isInside || isTarget
      if let row = rowAccess(open, inner) { return row }
      if isHere, parts(inner).count > 1, inner.allSatisfy({ [.text, .comma].contains(kind($0)) }) {
        return problem(
          .severalColumns, at: span(inner),
          parts(inner).map { replacing([(span(inner), text($0))]) })
      }
      // Words of a heading, and no quotes around them.
      if isHere, kind(open + 1) == .word, !inner.contains(where: { kind($0) == .text }),
        inner.count > 1 || isTarget, inner.allSatisfy({ isPartOfHeading(kind($0)) })
      {
        return FormulaProblem(
          .columnQuotes(word: text(inner), mend: "\"" + text(inner) + "\""), span(inner))
      }
    }
    return nil
  }

  private var isAssignmentTarget: Bool {
    if case .assignmentTarget = problem.kind { return true }
    return false
  }

  private func isPartOfHeading(_ kind: Token.Kind) -> Bool {
    switch kind {
    case .word, .number, .openParen, .closeParen, .comma, .percent, .divide, .dot: true
    default: false
    }
  }

  /// `models.loc[0, "Model"]`
  private func rowAccess(_ open: Int, _ inner: Range<Int>) -> FormulaProblem? {
    guard ["loc", "iloc", "at", "iat"].contains(word(open - 1)), open >= 3, kind(open - 2) == .dot,
      kind(open - 3) == .word
    else { return nil }
    let row = inner.first { kind($0) == .number }
    let heading = inner.first { kind($0) == .text }
    var mends: [String] = []
    if let row, let heading, inner.count == 3 {
      let column = text(tokens[open - 3].span) + "[" + text(tokens[heading].span) + "]"
      let place = span(open - 3..<inner.upperBound + 1)
      mends = [replacing([(place, column + "[" + text(tokens[row].span) + "]")])]
    }
    return problem(.rowAccess, at: span(open - 1..<inner.upperBound + 1), mends)
  }

  /// Quotes that are not closed, feet and inches, `f"…"`.
  func texts() -> FormulaProblem? {
    for index in 1..<max(1, count) where kind(index) == .text {
      if let formulas = formatted(index - 1..<index + 1) {
        let isAll = index == 1 && count == 2
        return problem(
          .formattedText, at: span(index - 1..<index + 1),
          isAll && !formulas.isEmpty ? [formulas.joined(separator: "; ")] : [])
      }
    }
    guard case .unclosedText = problem.kind,
      let place = (0..<count).first(where: { kind($0) == .unclosedText })
    else { return nil }
    if place > 0, kind(place - 1) == .number, touches(place) { return marks(after: place) }
    let typed = text(tokens[place].span)
    guard let quote = typed.first, typed.utf8.count > 1, !typed.hasPrefix("\"\"\"") else {
      return nil
    }
    // `x' = 5`
    if place == 1, kind(0) == .word, touches(1), quote == "'" || quote == "’",
      let value = typed.firstIndex(of: "="), typed[..<value].dropFirst().allSatisfy({ $0 == " " })
    {
      return problem(
        .nameInPieces, at: span(0..<1), [text(0..<1) + "_prime " + typed[value...]])
    }
    let isInBrackets = place > 0 && kind(place - 1) == .openBracket
    var content = typed.dropFirst()
    if isInBrackets, content.last == "]" { content.removeLast() }
    while let last = content.last, "\"'”’“".contains(last) { content.removeLast() }
    guard !content.isEmpty, !content.contains("]") else { return nil }
    let closing = quote == "“" ? "”" : String(quote)
    let mend = String(quote) + content + closing + (isInBrackets ? "]" : "")
    return problem(
      .unclosedText(mend: replacing([(tokens[place].span, mend)])), at: tokens[place].span)
  }

  /// `6' 2"` in feet and inches, `1'00` in an odd group.
  private func marks(after place: Int) -> FormulaProblem? {
    let number = text(tokens[place - 1].span)
    let rest = text(tokens[place].span).dropFirst()
    let digits = rest.filter(\.isNumber)
    let whole = span(place - 1..<place + 1)
    guard text(tokens[place].span).first == "'" else { return nil }
    // With the conversion that may follow: `5'2" in m`.
    let pieces = rest.split(separator: "\"", maxSplits: 1, omittingEmptySubsequences: false)
    if pieces.count == 2, pieces[0].allSatisfy({ $0.isNumber || $0 == " " }), !digits.isEmpty {
      let inches = pieces[0].filter(\.isNumber)
      let after = pieces[1].hasPrefix(" in ") ? " to" + pieces[1].dropFirst(3) : String(pieces[1])
      return problem(
        .feetAndInches, at: whole,
        [replacing([(whole, "\(number) ft + \(inches) in\(after)")])])
    }
    guard !rest.isEmpty, rest.allSatisfy({ $0.isNumber || $0 == "'" }) else { return nil }
    return FormulaProblem(
      .severalPoints(found: text(whole), suggestion: number + digits), whole)
  }
}
