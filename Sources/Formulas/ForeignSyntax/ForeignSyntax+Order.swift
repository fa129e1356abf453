/// Which rules are looked at where. The first that applies counts.
extension ForeignSyntax {
  /// In a statement that cannot be read.
  private static let unreadable: [ForeignSyntax] =
    beginnings + pythonStatements + signs + assignments + brackets + columnBrackets + quotes

  /// In a statement that was read and cannot be computed.
  private static let uncomputable: [ForeignSyntax] =
    pythonStatements + [commentBehind, arrow, equality] + members + columnBrackets
    + [functionArrow] + calls + [quotedName, quotedColumn]

  private static let beginnings = [prompt, cells, leadingEqual, comment]

  private static let pythonStatements = [
    printing, ifStatement, function, fullParameter, lambda, comprehension, augmented, increment,
  ]

  // A `?` or a pair of bars is no condition, so that these come after them.
  private static let signs = [
    comparison, doubledSign, abbreviation, fullStop, conjunction, ternary, bars, factorial, root,
    backslash,
    clock, semicolon,
  ]

  private static let assignments = [
    declaration, colon, memberAssignment, nameInPieces, nameWithDigit, questionNumber,
    assignmentsInARow, chainedAssignment, assignedComparison, unpacking, reversedAssignment,
  ]

  private static let brackets = [
    dictionary, braces, bracketedCall, bracketedUnit, unitBehindComma, singleEqual, strayBracket,
    unclosedBracket, tuple,
  ]

  private static let columnBrackets = [rowAccess, severalColumns, headingWithoutQuotes]

  private static let quotes = [
    formattedText, oddGroups, minutesOfArc, feetAndInches, prime, unclosedText,
  ]

  private static let members = [needlessMember, lengthMember, rowMember, sortMember]

  private static let calls = [
    needlessCall, decimalCommaArgument, powerCall, choiceCall, separateValues, bracketedArgument,
    calledTable,
  ]

  /// Where an operator is missing: behind a unit or name.
  private static let betweenOperands = [
    equalsWord, wordsOfUnit, needlessOf, spoken, timesSign, timesLetter, modulo, textWithoutQuotes,
  ]

  private static let behindNumber = [multiple, exponentApart, timesWord]

  /// All of them.
  public static let all: [ForeignSyntax] =
    unreadable
    + uncomputable.filter { rule in !unreadable.contains { $0.example.typed == rule.example.typed }
    } + betweenOperands + behindNumber

  // MARK: Looking

  /// What a statement that cannot be read was meant to be; nil where the problem says it best.
  static func problem(
    _ problem: FormulaProblem, reading tokens: [Token], from first: Int, of bytes: [UInt8]
  ) -> FormulaProblem? {
    guard let source = Source(problem, bytes: bytes, tokens: tokens, from: first) else {
      return nil
    }
    if case .foreignSyntax(let rule, _, _, _) = problem.kind {
      // `number of gpus = 8`
      return rule.id == spoken.id && source.isNamedInWords
        ? self.first([nameInPieces], in: source) : nil
    }
    return self.first(unreadable, in: source)
  }

  /// What a statement that was read, but cannot be computed, was meant to be.
  ///
  /// - Parameter value: how a word or a text of the statement is typed where it stands for a
  ///   value; nil where it stands for none.
  static func problem(
    _ problem: FormulaProblem, computing statement: Statement, value: @escaping (String) -> String?
  ) -> FormulaProblem? {
    let start = statement.span.start
    guard statement.text.utf8.count <= 600, problem.function == nil, problem.span.start >= start
    else { return nil }
    if case .foreignSyntax = problem.kind { return nil }
    let parser = Parser(bytes: Array(statement.text.utf8))
    var own = problem
    own.span = problem.span.shifted(by: -start)
    guard var source = Source(own, bytes: parser.bytes, tokens: parser.tokens, from: 0) else {
      return nil
    }
    source.offset = start
    source.value = value
    guard var found = first(uncomputable, in: source) else { return nil }
    found.span = found.span.shifted(by: start)
    found.fixItSpan = found.fixItSpan?.shifted(by: start)
    return found
  }

  /// What stands where the parser is, behind an operand and without an operator.
  static func problem(
    behind last: Expression, of formula: Expression, in parser: Parser
  ) -> FormulaProblem? {
    // Most words are units: two may be one unit, and others are known here or join what is behind.
    if parser.current.kind == .word, !last.isUnitWord, !parser.mayJoinOperands { return nil }
    return first(betweenOperands) {
      if case .operand(let recognise) = $0 { recognise(parser, formula, last) } else { nil }
    }
  }

  /// What a number means with a word behind it that is no unit.
  static func problem(_ pair: NumberAndWord) -> FormulaProblem? {
    first(behindNumber) { if case .word(let recognise) = $0 { recognise(pair) } else { nil } }
  }

  private static func first(_ rules: [ForeignSyntax], in source: Source) -> FormulaProblem? {
    first(rules) { if case .statement(let recognise) = $0 { recognise(source) } else { nil } }
  }

  private static func first(
    _ rules: [ForeignSyntax], _ recognise: (Recogniser) -> Match?
  ) -> FormulaProblem? {
    // Rules are looked at in their place: this is asked behind every unit of a formula.
    for index in rules.indices {
      if let match = recognise(rules[index].recogniser) { return rules[index].problem(match) }
    }
    return nil
  }
}
