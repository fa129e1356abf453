import Diagnostics

/// Functions and members of other languages.
extension HabitReader {
  func calls() -> FormulaProblem? {
    switch problem.kind {
    case .unknownFunction(let name, _): return foreignCall(name)
    case .argumentCount(let name, let expected, let found, _) where expected == "1" && found > 1:
      return separateValues(name)
    case .missingParentheses(let name, _): return bracketedArgument(name)
    case .notAFunction(let name, false): return calledTable(name)
    default: return nil
    }
  }

  /// The call of a function: its name, and what is between its parentheses.
  private func call(of name: String) -> (name: Int, arguments: [Range<Int>], end: Int)? {
    for index in 0..<count where word(index) == name && kind(index + 1) == .openParen {
      guard tokens[index].start >= problem.span.start, let close = partner(of: index + 1) else {
        continue
      }
      return (index, close == index + 2 ? [] : parts(index + 2..<close), close)
    }
    return nil
  }

  /// From the module before the name, if there is one, to the end of the call.
  private func place(_ name: Int, _ end: Int) -> Span {
    let hasModule = name >= 2 && kind(name - 1) == .dot && kind(name - 2) == .word
    return span((hasModule ? name - 2 : name)..<end + 1)
  }

  private func foreignCall(_ name: String) -> FormulaProblem? {
    guard let (index, arguments, end) = call(of: name) else { return nil }
    let place = place(index, end)
    let texts = arguments.map { text($0) }
    if ForeignNames.needless.contains(name), arguments.count >= 1 {
      var inner = texts[0]
      if arguments[0].count == 1, kind(arguments[0].lowerBound) == .text {
        inner = String(inner.dropFirst().dropLast())
      }
      return problem(.needless(name), at: tokens[index].span, [replacing([(place, inner)])])
    }
    switch name.lowercased() {
    case "pow", "power":
      guard arguments.count == 2 else { return nil }
      let mend = arguments.map(grouped).joined(separator: "^")
      return problem(.foreignCall(name), at: tokens[index].span, [replacing([(place, mend)])])
    case "if", "iif", "ifelse":
      guard arguments.count == 3 else { return nil }
      let isAll = place == whole
      let choice = "\(texts[1]) if \(texts[0]) else \(texts[2])"
      return problem(
        .foreignCall(name), at: tokens[index].span,
        [replacing([(place, isAll ? choice : "(" + choice + ")")])])
    default: return nil
    }
  }

  /// A formula that binds as tightly as a number.
  private func grouped(_ range: Range<Int>) -> String {
    range.count == 1 ? text(range) : "(" + text(range) + ")"
  }

  /// `sum(1, 2, 3)`
  private func separateValues(_ name: String) -> FormulaProblem? {
    guard let function = BuiltinFunction.named(name), function.takesColumn,
      let (index, arguments, end) = call(of: name), arguments.count > 1
    else { return nil }
    let inner = span(index + 2..<end)
    let whole = span(index..<end + 1)
    let terms = arguments.map { "\(name)(\(text($0)))" }.joined(separator: " + ")
    // Columns make no list together: their sums are added.
    return problem(
      .separateValues(name), at: inner,
      [replacing([(inner, "[" + text(inner) + "]")])]
        + (function.statistic?.working == .terms
          ? [replacing([(whole, end + 1 == count ? terms : "(\(terms))")])] : []))
  }

  /// `models("Accuracy (%)")`
  private func calledTable(_ name: String) -> FormulaProblem? {
    guard let (index, arguments, end) = call(of: name), arguments.count == 1,
      arguments[0].count == 1, kind(arguments[0].lowerBound) == .text
    else { return nil }
    return problem(
      .braces, at: tokens[index + 1].span,
      [replacing([(tokens[index + 1].span, "["), (tokens[end].span, "]")])])
  }

  /// `sqrt[4]`
  private func bracketedArgument(_ name: String) -> FormulaProblem? {
    for index in 0..<count where word(index) == name && kind(index + 1) == .openBracket {
      guard let close = partner(of: index + 1), tokens[index].start >= problem.span.start else {
        continue
      }
      let place = span(index..<close + 1)
      return FormulaProblem(
        .missingParentheses(function: name, mend: "\(name)(\(text(index + 2..<close)))"),
        tokens[index].span, mending: place)
    }
    return nil
  }

  // MARK: Members

  /// `models.head()`, `models.shape`, `column.tolist()`, `column.len()`
  func members() -> FormulaProblem? {
    guard case .unknownMember(let name, _, _, let receiver, let example) = problem.kind,
      let index = (2..<max(2, count)).first(where: {
        word($0) == name && kind($0 - 1) == .dot && tokens[$0].start >= problem.span.start
      })
    else { return nil }
    let hasCall = kind(index + 1) == .openParen && touches(index + 1)
    guard let end = hasCall ? partner(of: index + 1) : index else { return nil }
    let start = receiver.start - (offset ?? 0)
    guard start >= 0, start < tokens[index].start else { return nil }
    let before = text(Span(start, Int(tokens[index - 1].start)))
    let place = Span(start, Int(tokens[end].end))
    func found(_ habit: Habit, _ mend: String?) -> FormulaProblem {
      problem(habit, at: tokens[index].span, mend.map { [replacing([(place, $0)])] } ?? [])
    }
    if ForeignNames.needless.contains(name) { return found(.needless(name), before) }
    switch name {
    case "shape", "len", "length", "size": return found(.foreignCall(name), "len(\(before))")
    case "loc", "iloc", "at", "iat":
      // `models.loc[0]`
      guard let example, kind(index + 1) == .openBracket, kind(index + 2) == .number,
        kind(index + 3) == .closeBracket
      else { return found(.rowAccess, nil) }
      let row = text(tokens[index + 2].span)
      let all = Span(start, Int(tokens[index + 3].end))
      return problem(
        .rowAccess, at: span(index..<index + 4), [replacing([(all, "\(example)[\(row)]")])])
    case "sort_values" where !hasCall || end == index + 2:
      return found(.foreignCall(name), before + ".sort()")
    default: return nil
    }
  }

  // MARK: Texts in the place of values

  /// `"gpu_power" * 24 h`: a name in quotes.
  func quoted() -> FormulaProblem? {
    guard case .kinds = problem.kind else { return nil }
    for index in 0..<count where kind(index) == .text {
      let inner = text(tokens[index].span).dropFirst().dropLast()
      let isInBrackets = index > 0 && kind(index - 1) == .openBracket
      guard !isInBrackets, let value = value(String(inner)) else { continue }
      return problem(
        value == inner ? .quotedName(value) : .quotedColumn(String(inner)), at: tokens[index].span,
        [replacing([(tokens[index].span, value)])])
    }
    return nil
  }

  /// `pue == 1.2`, where `pue` has no value yet.
  func equality() -> FormulaProblem? {
    guard case .unknownName(let name, _) = problem.kind, word(0) == name, count > 2,
      problem.span == tokens[0].span
    else { return nil }
    if kind(1) == .less, kind(2) == .minus, touches(2), count > 3 {
      return problem(.assignment("<-"), at: span(1..<3), [name + " = " + text(3..<count)])
    }
    guard kind(1) == .equalEqual else { return nil }
    return problem(
      .equality(name), at: tokens[1].span, [name + " = " + text(2..<count)])
  }
}
