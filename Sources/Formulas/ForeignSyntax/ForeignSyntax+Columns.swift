/// Tables' brackets, and texts in quotes.
extension ForeignSyntax {
  // MARK: Brackets

  static let rowAccess = ForeignSyntax(
    "row-access", "A row is read from a column, by its number from 0.",
    advice: "a column and the number of the row, as in `[7, 8, 9][0]`",
    example: Example("models.loc[0, \"Model\"]", "models[\"Model\"][0]")
  ) { code in
    guard
      let (open, inner) = code.columnBracket(where: { open, _ in
        rowMembers.contains(code.word(open - 1) ?? "") && code.kind(open - 2) == .dot
          && code.kind(open - 3) == .word
      })
    else { return nil }
    let place = code.span(open - 1..<inner.upperBound + 1)
    guard inner.count == 3, let row = inner.first(where: { code.kind($0) == .number }),
      let heading = inner.first(where: { code.kind($0) == .text })
    else { return code.match(place) }
    return code.match(
      place,
      edits: [
        (
          code.span(open - 3..<inner.upperBound + 1),
          "\(code.text(open - 3))[\(code.text(heading))][\(code.text(row))]"
        )
      ])
  }

  static let severalColumns = ForeignSyntax(
    "several-columns", "One column is read at a time, and here are several.", advice: "one of them",
    example: Example(
      "models[\"Model\", \"Accuracy (%)\"]", "models[\"Model\"]", "models[\"Accuracy (%)\"]")
  ) { code in
    guard
      let (_, inner) = code.columnBracket(where: { open, inner in
        code.holdsProblem(open, inner) && code.parts(inner).count > 1
          && inner.allSatisfy { [.text, .comma].contains(code.kind($0)) }
      })
    else { return nil }
    let place = code.span(inner)
    return code.match(place, code.parts(inner).map { code.replacing([(place, code.text($0))]) })
  }

  static let headingWithoutQuotes = ForeignSyntax(
    example: Example("models[Accuracy (%)]", "models[\"Accuracy (%)\"]")
  ) { code in
    guard
      let (_, inner) = code.columnBracket(where: { open, inner in
        code.holdsProblem(open, inner) && code.kind(open + 1) == .word
          && (inner.count > 1 || code.isAssigned(inner))
          && inner.allSatisfy { isPartOfHeading(code.kind($0)) }
      })
    else { return nil }
    let words = code.text(inner)
    return Match(
      place: code.span(inner), kind: .columnQuotes(word: words, fixIt: "\"" + words + "\""))
  }

  private static func isPartOfHeading(_ kind: Token.Kind) -> Bool {
    switch kind {
    case .word, .number, .openParen, .closeParen, .comma, .percent, .divide, .dot: true
    default: false
    }
  }

  // MARK: Texts

  static let formattedText = ForeignSyntax(
    "python-word", "Texts are not filled in here: a formula shows its value with its unit.",
    advice: "the formula alone", example: Example("f\"{gpu_power:.1f} W\"", "gpu_power")
  ) { code in
    guard let index = code.first(from: 1, where: { code.formatted($0 - 1..<$0 + 1) != nil }),
      let formulas = code.formatted(index - 1..<index + 1)
    else { return nil }
    return code.match(
      code.span(index - 1..<index + 1),
      code.count == 2 && !formulas.isEmpty ? [formulas.joined(separator: "; ")] : [])
  }

  /// `1'00`
  static let oddGroups = ForeignSyntax(example: Example("1'00", "100")) { code in
    guard let (index, number, rest) = code.numberWithMark,
      rest.contains(where: \.isNumber), rest.allSatisfy({ $0.isNumber || $0 == "'" })
    else { return nil }
    let place = code.span(index - 1..<index + 1)
    return Match(
      place: place,
      kind: .severalPoints(found: code.text(place), suggestion: number + rest.filter(\.isNumber)))
  }

  static let prime = ForeignSyntax(like: nameInPieces, example: Example("x' = 5", "x_prime = 5")) {
    code in
    guard case .unclosedText = code.problem.kind, code.kind(0) == .word,
      code.kind(1) == .unclosedText, code.touches(1)
    else { return nil }
    let typed = code.text(1)
    guard let value = typed.firstIndex(of: "="), typed.first == "'" || typed.first == "’",
      typed[..<value].dropFirst().allSatisfy({ $0 == " " })
    else { return nil }
    return code.match(0, [code.text(0) + "_prime " + typed[value...]])
  }

  static let unclosedText = ForeignSyntax(
    example: Example("models[\"Accuracy (%)]", "models[\"Accuracy (%)\"]")
  ) { code in
    guard case .unclosedText = code.problem.kind, let index = code.first(.unclosedText),
      !(code.kind(index - 1) == .number && code.touches(index))
    else { return nil }
    let typed = code.text(index)
    guard let quote = typed.first, typed.utf8.count > 1, !typed.hasPrefix("\"\"\"") else {
      return nil
    }
    let isInBrackets = code.kind(index - 1) == .openBracket
    var content = typed.dropFirst()
    var rest = ""
    if isInBrackets, let end = content.firstIndex(of: "]") {
      rest = String(content[content.index(after: end)...])
      content = content[..<end]
    }
    while let last = content.last, "\"'”’“".contains(last) { content.removeLast() }
    guard !content.isEmpty, !content.contains("]") else { return nil }
    let closing = quote == "“" ? "”" : String(quote)
    let text = String(quote) + content + closing + (isInBrackets ? "]" : "") + rest
    return Match(
      place: code.span(index), replaced: code.whole,
      kind: .unclosedText(fixIt: code.replacing([(code.span(index), text)])))
  }

  static let quotedName = ForeignSyntax(
    "quoted-name", "\"{found}\" is a text. A name has no quotes.",
    example: Example("\"gpu_power\" * 24 h", "gpu_power * 24 h")
  ) { code in
    guard let (index, text, value) = code.quotedValue, text == value else { return nil }
    return code.match(index, found: text, edits: [(code.span(index), value)])
  }

  static let quotedColumn = ForeignSyntax(
    "quoted-name", "\"{found}\" is a text here: a column is read from its table.",
    example: Example("\"Accuracy (%)\" * 2", "models[\"Accuracy (%)\"] * 2")
  ) { code in
    guard let (index, text, value) = code.quotedValue else { return nil }
    return code.match(index, found: text, edits: [(code.span(index), value)])
  }
}

extension ForeignSyntax.Source {
  /// The first bracket behind a word, with what is in it, of which something is true.
  fileprivate func columnBracket(
    where isIt: (_ open: Int, _ inner: Range<Int>) -> Bool
  ) -> (open: Int, inner: Range<Int>)? {
    for open in indices.dropFirst() where kind(open) == .openBracket && kind(open - 1) == .word {
      guard let close = partner(of: open), close > open + 1 else { continue }
      if isIt(open, open + 1..<close) { return (open, open + 1..<close) }
    }
    return nil
  }

  /// Whether the problem is in a column's brackets, or gives a value to it.
  fileprivate func holdsProblem(_ open: Int, _ inner: Range<Int>) -> Bool {
    problem.span.start >= tokens[open].start
      && problem.span.end <= tokens[inner.upperBound].end || isAssigned(inner)
  }

  /// `models[Price] = 3`
  fileprivate func isAssigned(_ inner: Range<Int>) -> Bool {
    guard case .assignmentTarget = problem.kind else { return false }
    return inner.lowerBound == 2 && kind(inner.upperBound + 1) == .equal
  }

  /// A number that touches a quote which is not closed: its place, the number and what follows.
  fileprivate var numberWithMark: (index: Int, number: String, rest: Substring)? {
    guard case .unclosedText = problem.kind, let index = first(.unclosedText),
      kind(index - 1) == .number, touches(index), text(index).first == "'"
    else { return nil }
    return (index, text(index - 1), text(index).dropFirst())
  }

  /// A text that stands for a name or a column, where texts make no sense.
  fileprivate var quotedValue: (index: Int, text: String, value: String)? {
    guard case .kinds = problem.kind else { return nil }
    for index in indices where kind(index) == .text && kind(index - 1) != .openBracket {
      let inner = String(text(index).dropFirst().dropLast())
      if let value = value(inner) { return (index, inner, value) }
    }
    return nil
  }
}
