import Diagnostics

/// Functions and members of other languages.
extension ForeignSyntax {
  // MARK: Calls

  static let needlessCall = ForeignSyntax(
    "needless", "`{found}` is not needed here: the value can be used as it is.",
    example: Example("np.array([1, 2])", "[1, 2]")
  ) { code in
    guard let call = code.unknownCall, ForeignNames.needless.contains(call.name),
      let argument = call.arguments.first
    else { return nil }
    let isText = argument.count == 1 && code.kind(argument.lowerBound) == .text
    let inner = code.text(argument)
    return code.match(
      call.index, found: call.name,
      edits: [(call.place, isText ? String(inner.dropFirst().dropLast()) : inner)])
  }

  static let powerCall = ForeignSyntax(
    "foreign-call", "`{found}` is written otherwise here.",
    example: Example("pow(2, 1 + 2)", "2^(1 + 2)")
  ) { code in
    guard let call = code.unknownCall, call.arguments.count == 2,
      ["pow", "power"].contains(call.name.lowercased())
    else { return nil }
    let operands = call.arguments.map { $0.count == 1 ? code.text($0) : "(\(code.text($0)))" }
    return code.match(
      call.index, found: call.name, edits: [(call.place, operands.joined(separator: "^"))])
  }

  static let choiceCall = ForeignSyntax(
    like: powerCall, example: Example("IF(3 > 2, 5, 6) * 2", "(5 if 3 > 2 else 6) * 2")
  ) { code in
    guard let call = code.unknownCall, call.arguments.count == 3,
      ["if", "iif", "ifelse"].contains(call.name.lowercased())
    else { return nil }
    let texts = call.arguments.map { code.text($0) }
    let choice = "\(texts[1]) if \(texts[0]) else \(texts[2])"
    return code.match(
      call.index, found: call.name,
      edits: [(call.place, call.place == code.whole ? choice : "(\(choice))")])
  }

  static let separateValues = ForeignSyntax(
    "separate-values", "`{found}` works on one list, and its values are apart here.",
    example: Example("mean(1, 2, 6)", "mean([1, 2, 6])")
  ) { code in
    guard case .argumentCount(let name, 1...1, _, _) = code.problem.kind,
      let function = BuiltinFunction.named(name), function.takesColumn,
      let call = code.call(of: name), call.arguments.count > 1
    else { return nil }
    let inner = code.span(call.index + 2..<call.end)
    var fixIts = [code.replacing([(inner, "[" + code.text(inner) + "]")])]
    // Columns make no list together: their sums are added.
    if function.statistic?.working == .terms {
      let terms = call.arguments.map { "\(name)(\(code.text($0)))" }.joined(separator: " + ")
      let place = code.span(call.index..<call.end + 1)
      fixIts.append(code.replacing([(place, call.end + 1 == code.count ? terms : "(\(terms))")]))
    }
    return code.match(inner, found: name, fixIts)
  }

  static let calledTable = ForeignSyntax(
    like: braces, example: Example("models(\"Model\")", "models[\"Model\"]")
  ) { code in
    guard case .notAFunction(let name, false) = code.problem.kind, let call = code.call(of: name),
      call.arguments.count == 1, call.arguments[0].count == 1, code.kind(call.index + 2) == .text
    else { return nil }
    return code.match(
      call.index + 1, edits: [(code.span(call.index + 1), "["), (code.span(call.end), "]")])
  }

  static let bracketedArgument = ForeignSyntax(example: Example("sqrt[4]", "sqrt(4)")) { code in
    guard case .missingParentheses(let name, _) = code.problem.kind,
      let index = code.first(where: {
        code.word($0) == name && code.kind($0 + 1) == .openBracket && !code.isBeforeProblem($0)
          && code.partner(of: $0 + 1) != nil
      })
    else { return nil }
    return code.withParentheses(index)
  }

  /// `max[3 kW, 2 kW]`, which cannot be read, and `column.max[]`.
  static let bracketedCall = ForeignSyntax(example: Example("max[3, 4]", "max(3, 4)")) { code in
    guard
      let index = code.first(where: {
        code.word($0).flatMap(BuiltinFunction.named) != nil && code.kind($0 + 1) == .openBracket
          && code.touches($0 + 1) && code.partner(of: $0 + 1) != nil
      })
    else { return nil }
    return code.withParentheses(index)
  }

  /// `round(2,567 kg, 1)`: a comma for a point makes one argument more.
  static let decimalCommaArgument = ForeignSyntax(
    example: Example("sqrt(2 * 9,81)", "sqrt(2 * 9.81)")
  ) { code in
    guard case .argumentCount = code.problem.kind,
      let comma = code.first(where: code.isDecimalComma)
    else { return nil }
    let typed = code.text(comma - 1..<comma + 2)
    return Match(
      place: code.span(comma - 1..<comma + 2),
      kind: .decimalComma(found: typed, suggestion: typed.replacing(",", with: ".")))
  }

  // MARK: Members

  static let needlessMember = ForeignSyntax(
    like: needlessCall, example: Example("[1, 2].tolist()", "[1, 2]")
  ) { code in
    guard let member = code.unknownMember, ForeignNames.needless.contains(member.name) else {
      return nil
    }
    return code.match(member.index, found: member.name, edits: [(member.place, member.receiver)])
  }

  static let lengthMember = ForeignSyntax(
    like: powerCall, example: Example("models.shape", "len(models)")
  ) { code in
    guard let member = code.unknownMember, ["shape", "len", "length", "size"].contains(member.name)
    else { return nil }
    return code.match(
      member.index, found: member.name, edits: [(member.place, "len(\(member.receiver))")])
  }

  static let rowMember = ForeignSyntax(
    like: rowAccess, example: Example("models.loc[0]", "models[\"Training Time (GPU hours)\"][0]")
  ) { code in
    guard let member = code.unknownMember, rowMembers.contains(member.name) else { return nil }
    let end = member.index + 3
    guard let example = member.example, code.kind(end - 2) == .openBracket,
      code.kind(end - 1) == .number, code.kind(end) == .closeBracket
    else { return code.match(member.index) }
    let place = Span(member.place.start, code.span(end).end)
    return code.match(
      code.span(member.index..<end + 1), edits: [(place, "\(example)[\(code.text(end - 1))]")])
  }

  static let rowMembers: Set<String> = ["loc", "iloc", "at", "iat"]

  static let sortMember = ForeignSyntax(
    like: powerCall, example: Example("[3, 1, 2].sort_values()", "[3, 1, 2].sort()")
  ) { code in
    guard let member = code.unknownMember, member.name == "sort_values", !member.hasArguments
    else { return nil }
    return code.match(
      member.index, found: member.name, edits: [(member.place, member.receiver + ".sort()")])
  }
}

extension ForeignSyntax.Source {
  /// Whether a token stands before the place of the problem.
  fileprivate func isBeforeProblem(_ index: Int) -> Bool {
    tokens[index].start < problem.span.start
  }

  /// A function's name with brackets behind it, called as it is here.
  fileprivate func withParentheses(_ index: Int) -> ForeignSyntax.Match? {
    guard let name = word(index), let close = partner(of: index + 1) else { return nil }
    return ForeignSyntax.Match(
      place: span(index), replaced: span(index..<close + 1),
      kind: .missingParentheses(function: name, fixIt: "\(name)(\(text(index + 2..<close)))"))
  }

  fileprivate struct Call {
    var name: String
    /// The place of the name.
    var index: Int
    var arguments: [Range<Int>]
    var end: Int
    /// All of it, with the module before the name.
    var place: Span
  }

  /// The call of a function at or behind the problem.
  fileprivate func call(of name: String) -> Call? {
    for index in indices where word(index) == name && kind(index + 1) == .openParen {
      guard !isBeforeProblem(index), let close = partner(of: index + 1) else { continue }
      let hasModule = index >= 2 && kind(index - 1) == .dot && kind(index - 2) == .word
      return Call(
        name: name, index: index, arguments: close == index + 2 ? [] : parts(index + 2..<close),
        end: close, place: span((hasModule ? index - 2 : index)..<close + 1))
    }
    return nil
  }

  /// The call of a function that there is not.
  fileprivate var unknownCall: Call? {
    guard case .unknownFunction(let name, _) = problem.kind else { return nil }
    return call(of: name)
  }

  /// A member that there is not: the `head()` of `models.head()`.
  fileprivate struct Member {
    var name: String
    var index: Int
    /// What stands before the point.
    var receiver: String
    /// All of it, with the receiver.
    var place: Span
    var hasArguments: Bool
    /// A column of the receiver.
    var example: String?
  }

  fileprivate var unknownMember: Member? {
    guard case .unknownMember(let name, _, _, let receiver, let examples) = problem.kind,
      let index = first(
        from: 2, where: { word($0) == name && kind($0 - 1) == .dot && !isBeforeProblem($0) })
    else { return nil }
    let hasCall = kind(index + 1) == .openParen && touches(index + 1)
    let start = receiver.start - offset
    guard let end = hasCall ? partner(of: index + 1) : index, start >= 0,
      start < tokens[index].start
    else { return nil }
    return Member(
      name: name, index: index, receiver: text(Span(start, span(index - 1).start)),
      place: Span(start, span(end).end), hasArguments: hasCall && end > index + 2,
      example: examples.first)
  }
}
