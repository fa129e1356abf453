import Diagnostics

/// Functions and members of other languages.
extension ForeignSyntax {
  // MARK: Calls

  static let needlessCall = ForeignSyntax(
    "needless", example: Example("np.array([1, 2])", "[1, 2]"),
    .statement { source in
      guard let (name, call) = source.unknownCall, ForeignNames.needless.contains(name),
        let argument = call.arguments.first
      else { return nil }
      let isText = argument.count == 1 && source.kind(argument.lowerBound) == .text
      let inner = source.text(argument)
      return source.match(
        call.name, found: name,
        [source.replacing(call.place, with: isText ? String(inner.dropFirst().dropLast()) : inner)])
    }
  ) { found, _ in
    "\(FormulaWording.code(found)) is not needed here: the value can be used as it is."
  }

  static let powerCall = ForeignSyntax(
    "foreign-call", example: Example("pow(2, 1 + 2)", "2^(1 + 2)"),
    .statement { source in
      guard let (name, call) = source.unknownCall, call.arguments.count == 2,
        ["pow", "power"].contains(name.lowercased())
      else { return nil }
      let operands = call.arguments.map {
        $0.count == 1 ? source.text($0) : "(" + source.text($0) + ")"
      }
      return source.match(
        call.name, found: name,
        [source.replacing(call.place, with: operands.joined(separator: "^"))])
    }
  ) { found, _ in "\(FormulaWording.code(found)) is written otherwise here." }

  static let choiceCall = ForeignSyntax(
    like: powerCall, example: Example("IF(3 > 2, 5, 6) * 2", "(5 if 3 > 2 else 6) * 2")
  ) { source in
    guard let (name, call) = source.unknownCall, call.arguments.count == 3,
      ["if", "iif", "ifelse"].contains(name.lowercased())
    else { return nil }
    let texts = call.arguments.map { source.text($0) }
    let choice = "\(texts[1]) if \(texts[0]) else \(texts[2])"
    return source.match(
      call.name, found: name,
      [source.replacing(call.place, with: call.place == source.whole ? choice : "(\(choice))")])
  }

  static let separateValues = ForeignSyntax(
    "separate-values", example: Example("mean(1, 2, 6)", "mean([1, 2, 6])"),
    .statement { source in
      guard case .argumentCount(let name, 1...1, _, _) = source.problem.kind,
        let function = BuiltinFunction.named(name), function.takesColumn,
        let call = source.call(of: name), call.arguments.count > 1
      else { return nil }
      let inner = source.span(call.name + 2..<call.end)
      var fixIts = [source.replacing(inner, with: "[" + source.text(inner) + "]")]
      // Columns make no list together: their sums are added.
      if function.statistic?.working == .terms {
        let terms = call.arguments.map { "\(name)(\(source.text($0)))" }.joined(separator: " + ")
        fixIts.append(
          source.replacing(
            source.span(call.name..<call.end + 1),
            with: call.end + 1 == source.count ? terms : "(\(terms))"))
      }
      return source.match(inner, found: name, fixIts)
    }
  ) { found, _ in
    "\(FormulaWording.code(found)) works on one list, and its values are apart here."
  }

  static let calledTable = ForeignSyntax(
    like: braces, example: Example("models(\"Model\")", "models[\"Model\"]")
  ) { source in
    guard case .notAFunction(let name, false) = source.problem.kind,
      let call = source.call(of: name), call.arguments.count == 1, call.arguments[0].count == 1,
      source.kind(call.name + 2) == .text
    else { return nil }
    return source.match(
      call.name + 1,
      [source.replacing([(source.span(call.name + 1), "["), (source.span(call.end), "]")])])
  }

  static let bracketedArgument = ForeignSyntax(mending: Example("sqrt[4]", "sqrt(4)")) { source in
    guard case .missingParentheses(let name, _) = source.problem.kind,
      let index = source.first(where: {
        source.word($0) == name && source.kind($0 + 1) == .openBracket
          && source.tokens[$0].start >= source.problem.span.start
          && source.partner(of: $0 + 1) != nil
      }), let close = source.partner(of: index + 1)
    else { return nil }
    return Match(
      place: source.span(index), replaced: source.span(index..<close + 1),
      kind: .missingParentheses(
        function: name, mend: "\(name)(\(source.text(index + 2..<close)))"))
  }

  // MARK: Members

  static let needlessMember = ForeignSyntax(
    like: needlessCall, example: Example("[1, 2].tolist()", "[1, 2]")
  ) { source in
    guard let member = source.unknownMember, ForeignNames.needless.contains(member.name) else {
      return nil
    }
    return source.match(member.index, found: member.name, [member.replaced(member.receiver)])
  }

  static let lengthMember = ForeignSyntax(
    like: powerCall, example: Example("models.shape", "len(models)")
  ) { source in
    guard let member = source.unknownMember,
      ["shape", "len", "length", "size"].contains(member.name)
    else { return nil }
    return source.match(
      member.index, found: member.name, [member.replaced("len(\(member.receiver))")])
  }

  static let rowMember = ForeignSyntax(
    like: rowAccess,
    example: Example("models.loc[0]", "models[\"Training Time (GPU hours)\"][0]")
  ) { source in
    guard let member = source.unknownMember, rowMembers.contains(member.name) else { return nil }
    let end = member.index + 3
    guard let example = member.example, source.kind(end - 2) == .openBracket,
      source.kind(end - 1) == .number, source.kind(end) == .closeBracket
    else { return source.match(member.index, found: member.name, []) }
    let place = Span(member.place.start, source.span(end).end)
    return source.match(
      source.span(member.index..<end + 1),
      [source.replacing(place, with: "\(example)[\(source.text(end - 1))]")])
  }

  static let rowMembers: Set<String> = ["loc", "iloc", "at", "iat"]

  static let sortMember = ForeignSyntax(
    like: powerCall,
    example: Example("[3, 1, 2].sort_values()", "[3, 1, 2].sort()")
  ) { source in
    guard let member = source.unknownMember, member.name == "sort_values", !member.hasArguments
    else { return nil }
    return source.match(
      member.index, found: member.name, [member.replaced(member.receiver + ".sort()")])
  }
}

extension ForeignSyntax.Source {
  struct Call {
    var name: Int
    var arguments: [Range<Int>]
    var end: Int
    /// From the module before the name, where there is one, to the end.
    var place: Span
  }

  /// The call of a function at or behind the problem.
  fileprivate func call(of name: String) -> Call? {
    for index in indices where word(index) == name && kind(index + 1) == .openParen {
      guard tokens[index].start >= problem.span.start, let close = partner(of: index + 1) else {
        continue
      }
      let hasModule = index >= 2 && kind(index - 1) == .dot && kind(index - 2) == .word
      return Call(
        name: index, arguments: close == index + 2 ? [] : parts(index + 2..<close), end: close,
        place: span((hasModule ? index - 2 : index)..<close + 1))
    }
    return nil
  }

  /// The call of a function that there is not, by the name it has in the problem.
  fileprivate var unknownCall: (name: String, call: Call)? {
    guard case .unknownFunction(let name, _) = problem.kind else { return nil }
    return call(of: name).map { (name, $0) }
  }

  /// A member that there is not: the `head()` of `models.head()`.
  fileprivate struct Member {
    let source: ForeignSyntax.Source
    var name: String
    var index: Int
    /// What stands before the point.
    var receiver: String
    /// All of it, with the receiver.
    var place: Span
    var hasArguments: Bool
    /// A column of the receiver.
    var example: String?

    func replaced(_ text: String) -> String { source.replacing(place, with: text) }
  }

  fileprivate var unknownMember: Member? {
    guard case .unknownMember(let name, _, _, let receiver, let example) = problem.kind,
      let index = first(
        from: 2,
        where: {
          word($0) == name && kind($0 - 1) == .dot && tokens[$0].start >= problem.span.start
        })
    else { return nil }
    let hasCall = kind(index + 1) == .openParen && touches(index + 1)
    let start = receiver.start - offset
    guard let end = hasCall ? partner(of: index + 1) : index, start >= 0,
      start < tokens[index].start
    else { return nil }
    return Member(
      source: self, name: name, index: index,
      receiver: text(Span(start, Int(tokens[index - 1].start))),
      place: Span(start, span(end).end), hasArguments: hasCall && end > index + 2,
      example: example)
  }
}
