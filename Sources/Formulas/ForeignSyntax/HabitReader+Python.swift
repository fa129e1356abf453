import Diagnostics

/// Statements and words of Python.
extension HabitReader {
  func pythonStatement() -> FormulaProblem? {
    switch word(0) {
    case "print": return printing()
    case "if", "elif", "else": return ifStatement()
    case "def", "function": return functionForm()
    default: return lambda() ?? comprehension() ?? increment()
    }
  }

  /// `print(x)`: the formulas in it, each for itself.
  private func printing() -> FormulaProblem? {
    guard count > 1 else { return nil }
    var inner = 1..<count
    if kind(1) == .openParen {
      if partner(of: 1) == count - 1 { inner = 2..<count - 1 } else { inner = 2..<count }
    }
    guard !inner.isEmpty else { return problem(.print, at: tokens[0].span, []) }
    var formulas: [String] = []
    for part in parts(inner) {
      if let names = formatted(part) {
        formulas += names
      } else if !part.isEmpty, kind(part.lowerBound) != .text {
        formulas.append(text(part))
      }
    }
    return problem(
      .print, at: tokens[0].span, formulas.isEmpty ? [] : [formulas.joined(separator: "; ")])
  }

  /// The formulas in the braces of `f"{x} W"`; nil where it is no such text.
  func formatted(_ range: Range<Int>) -> [String]? {
    guard range.count == 2, let letter = word(range.lowerBound),
      ["f", "F", "rf", "fr"].contains(letter), kind(range.lowerBound + 1) == .text,
      touches(range.lowerBound + 1)
    else { return nil }
    var result: [String] = []
    for piece in text(tokens[range.lowerBound + 1].span).split(separator: "{").dropFirst() {
      guard let end = piece.firstIndex(where: { $0 == "}" || $0 == ":" }) else { continue }
      let formula = piece[..<end].split(separator: " ").joined(separator: " ")
      if !formula.isEmpty { result.append(formula) }
    }
    return result
  }

  /// `if x > 3: y = 5`, on one line; the rest is left open.
  private func ifStatement() -> FormulaProblem? {
    let depths = depths()
    if word(0) == "if", let then = (1..<count).first(where: { word($0) == "then" }), then > 1,
      then + 1 < count
    {
      let end = (then..<count).first { word($0) == "else" } ?? count
      guard end > then + 1 else { return problem(.ifStatement, at: tokens[0].span, []) }
      let other = end + 1 < count ? text(end + 1..<count) : "…"
      return problem(
        .ifStatement, at: tokens[0].span,
        ["\(text(then + 1..<end)) if \(text(1..<then)) else \(other)"])
    }
    guard let colon = (1..<max(1, count)).first(where: { kind($0) == .colon && depths[$0] == 0 })
    else { return problem(.ifStatement, at: tokens[0].span, []) }
    let condition = text(1..<colon)
    guard word(0) == "if", !condition.isEmpty else {
      return problem(.ifStatement, at: tokens[0].span, [])
    }
    let body = colon + 1 < count ? text(colon + 1..<count) : "…"
    return problem(.ifStatement, at: tokens[0].span, ["\(body) if \(condition) else …"])
  }

  /// `def f(x) return x`, `function f(x) = x`, and parameters with a type or a default.
  private func functionForm() -> FormulaProblem? {
    guard kind(1) == .word, kind(2) == .openParen, let close = partner(of: 2) else { return nil }
    if word(0) == "function" {
      return problem(.functionForm, at: tokens[0].span, ["def " + text(1..<count)])
    }
    var edits: [(place: Span, text: String)] = []
    for part in parts(3..<close) where part.count > 1 {
      edits.append((span(part.lowerBound + 1..<part.upperBound), ""))
    }
    let place = edits.first?.place
    if kind(close + 1) == .arrow, word(close + 2) != nil {
      edits.append((span(close + 1..<close + 3), ""))
    }
    if word(close + 1) == "return" {
      let end = Int(tokens[close].end)
      edits.append((Span(end, end), ":"))
    }
    guard !edits.isEmpty else { return nil }
    return problem(
      place == nil ? .functionForm : .fullParameter, at: place ?? tokens[close + 1].span,
      [replacing(edits).split(separator: " ").joined(separator: " ").replacingSpaceBeforeColon()])
  }

  /// `f = lambda x: x * 2`, and `column.apply(lambda x: x * 2)`.
  private func lambda() -> FormulaProblem? {
    guard let start = (0..<count).first(where: { word($0) == "lambda" }),
      let colon = (start..<count).first(where: { kind($0) == .colon }), colon + 1 < count
    else { return nil }
    if start == 2, let name = word(0), kind(1) == .equal {
      return problem(
        .lambda, at: tokens[start].span,
        ["\(name)(\(text(start + 1..<colon))) = \(text(colon + 1..<count))"])
    }
    // column.apply(lambda x: …)
    if colon == start + 2, let parameter = word(start + 1), start >= 3,
      kind(start - 1) == .openParen, word(start - 2) != nil, kind(start - 3) == .dot,
      partner(of: start - 1) == count - 1
    {
      let first = kind(1) == .equal && kind(0) == .word ? 2 : 0
      let column = text(first..<start - 3)
      return problem(
        .lambda, at: tokens[start].span,
        [
          text(0..<first) + (first > 0 ? " " : "")
            + body(colon + 1..<count - 1, with: column, for: parameter)
        ])
    }
    return problem(.lambda, at: tokens[start].span, [])
  }

  /// `[x * 2 for x in column]`
  private func comprehension() -> FormulaProblem? {
    guard let loop = (0..<count).first(where: { word($0) == "for" }), loop > 0,
      let parameter = word(loop + 1), word(loop + 2) == "in"
    else { return nil }
    guard let open = (0..<loop).last(where: { partner(of: $0).map { $0 > loop } ?? false }),
      let close = partner(of: open), loop > open + 1, close > loop + 3
    else { return problem(.comprehension, at: span(loop..<loop + 3), []) }
    let source = loop + 3..<close
    let hasCondition = source.contains { word($0) == "if" }
    let isSimple = !source.contains { [.plus, .minus, .times, .divide].contains(kind($0)) }
    let column = isSimple ? text(source) : "(" + text(source) + ")"
    let formula = body(open + 1..<loop, with: column, for: parameter)
    let isCall = kind(open) == .openParen
    let place =
      isCall ? Span(Int(tokens[open].end), Int(tokens[close].start)) : span(open..<close + 1)
    return problem(
      .comprehension, at: span(loop..<loop + 3),
      hasCondition ? [] : [replacing([(place, formula)])])
  }

  /// A formula with a column put in the place of a name.
  private func body(_ range: Range<Int>, with column: String, for name: String) -> String {
    var result = ""
    for index in range {
      if index > range.lowerBound, tokens[index].isSpaced { result += " " }
      result += word(index) == name ? column : text(tokens[index].span)
    }
    return result
  }

  /// `x++`, `x += 1`
  private func increment() -> FormulaProblem? {
    guard let name = word(0) else { return nil }
    if kind(1) == .augmented, count > 2 {
      let sign = text(tokens[1].span)
      return problem(
        .increment(sign), at: tokens[1].span,
        ["new_\(name) = \(name) \(sign.dropLast()) \(text(2..<count))"])
    }
    guard count == 3, kind(1) == .plus || kind(1) == .minus, kind(2) == kind(1), touches(2) else {
      return nil
    }
    let sign = text(tokens[1].span)
    return problem(
      .increment(sign + sign), at: span(1..<3), ["new_\(name) = \(name) \(sign) 1"])
  }
}

extension String {
  fileprivate func replacingSpaceBeforeColon() -> String {
    split(separator: " :").joined(separator: ":")
  }
}
