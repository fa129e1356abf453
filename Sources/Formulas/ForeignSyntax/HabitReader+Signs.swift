import Diagnostics

/// Signs that formulas do not have, or write otherwise.
extension HabitReader {
  func foreignSigns() -> FormulaProblem? {
    comparisons() ?? conjunctions() ?? ternary() ?? bars() ?? singleSigns() ?? clock()
      ?? semicolon()
  }

  /// `===`, `<>`
  private func comparisons() -> FormulaProblem? {
    for index in 0..<count where index + 1 < count && touches(index + 1) {
      let sign: String
      switch (kind(index), kind(index + 1)) {
      case (.equalEqual, .equal): sign = "=="
      case (.notEqual, .equal), (.less, .greater): sign = "!="
      default: continue
      }
      let place = span(index..<index + 2)
      return problem(
        .comparison(found: text(place), sign: sign), at: place, [replacing([(place, sign)])])
    }
    return nil
  }

  /// `&&`, `||`, `&`, `|` between conditions, and `!` before one.
  private func conjunctions() -> FormulaProblem? {
    var edits: [(place: Span, text: String)] = []
    var first: (found: String, sign: String, place: Span)?
    var index = 0
    while index < count {
      var end = index + 1
      let found = character(index)
      if found == "&" || found == "|" {
        if character(end) == found, touches(end) { end += 1 }
        guard index > 0, end < count else { return nil }
        let sign = found == "&" ? "and" : "or"
        let place = span(index..<end)
        edits.append(
          (Span(Int(tokens[index - 1].end), Int(tokens[end].start)), " \(sign) "))
        if first == nil { first = (text(place), sign, place) }
      } else if found == "!" || found == "~", startsOperand(index), kind(end) != .number {
        edits.append((tokens[index].span, "not "))
        if first == nil { first = (found, "not", tokens[index].span) }
      }
      index = end
    }
    guard let first, !isBars else { return nil }
    return problem(
      .comparison(found: first.found, sign: first.sign), at: first.place, [replacing(edits)])
  }

  /// The character that means nothing at an index.
  private func character(_ index: Int) -> String {
    guard kind(index) == .unknown else { return "" }
    var end = Int(tokens[index].end)
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return text(Span(Int(tokens[index].start), end))
  }

  /// Whether an operand is wanted at an index, and not a sign.
  private func startsOperand(_ index: Int) -> Bool {
    guard index > 0 else { return true }
    switch kind(index - 1) {
    case .number, .text, .superscript, .percent, .closeParen, .closeBracket, .closeBrace:
      return false
    case .word: return ["and", "or", "not", "to", "if", "else"].contains(word(index - 1) ?? "")
    default: return true
    }
  }

  /// `x = c ? 1 : 2`
  private func ternary() -> FormulaProblem? {
    guard let mark = (0..<count).first(where: { character($0) == "?" }),
      let colon = (mark..<count).first(where: { kind($0) == .colon }), colon > mark + 1,
      colon + 1 < count
    else { return nil }
    let first = kind(0) == .word && kind(1) == .equal ? 2 : 0
    guard mark > first else { return nil }
    let name = first > 0 ? text(0..<1) + " = " : ""
    return problem(
      .ternary, at: tokens[mark].span,
      [
        "\(name)\(text(mark + 1..<colon)) if \(text(first..<mark)) else \(text(colon + 1..<count))"
      ])
  }

  private var barPlaces: [Int] { (0..<count).filter { character($0) == "|" } }

  private var isBars: Bool {
    let places = barPlaces
    return places.count == 2 && startsOperand(places[0]) && places[1] > places[0] + 1
  }

  /// `|x - 3|`
  private func bars() -> FormulaProblem? {
    let places = barPlaces
    guard isBars else { return nil }
    return problem(
      .bars, at: tokens[places[0]].span,
      [replacing([(tokens[places[0]].span, "abs("), (tokens[places[1]].span, ")")])])
  }

  /// `5!`, `√4`, `5 \ 3`
  private func singleSigns() -> FormulaProblem? {
    for index in 0..<count where kind(index) == .unknown {
      switch character(index) {
      case "!" where index > 0: return factorial(at: index)
      case "√": return root(at: index)
      case "\\" where index > 0 && index + 1 < count:
        return problem(
          .comparison(found: "\\", sign: "/"), at: tokens[index].span,
          [replacing([(tokens[index].span, "/")])])
      default: continue
      }
    }
    return nil
  }

  private func factorial(at index: Int) -> FormulaProblem {
    let number = text(tokens[index - 1].span)
    var mends: [String] = []
    if kind(index - 1) == .number, let top = Int(number), (2...9).contains(top) {
      let product = (1...top).reversed().map(String.init).joined(separator: " * ")
      let place = span(index - 1..<index + 1)
      mends = [replacing([(place, count == 2 ? product : "(" + product + ")")])]
    }
    return problem(.factorial, at: tokens[index].span, mends)
  }

  private func root(at index: Int) -> FormulaProblem {
    let start = Int(tokens[index].start)
    let next = index + 1
    // The sign takes three bytes, and so three tokens at most.
    guard let operand = (next..<count).first(where: { kind($0) != .unknown }) else {
      return problem(.rootSign, at: tokens[index].span, [])
    }
    let end = kind(operand) == .openParen ? partner(of: operand) : operand
    guard let end, end < count else { return problem(.rootSign, at: tokens[index].span, []) }
    let inner = kind(operand) == .openParen ? operand + 1..<end : operand..<operand + 1
    let place = Span(start, Int(tokens[end].end))
    return problem(
      .rootSign, at: Span(start, Int(tokens[operand].start)),
      [replacing([(place, "sqrt(" + text(inner) + ")")])])
  }

  /// `12:30`
  private func clock() -> FormulaProblem? {
    for index in 0..<count
    where kind(index) == .number && kind(index + 1) == .colon && kind(index + 2) == .number
      && touches(index + 1) && touches(index + 2) && kind(index - 1) != .openBracket
    {
      var end = index + 3
      var numbers = [text(tokens[index].span), text(tokens[index + 2].span)]
      if kind(end) == .colon, kind(end + 1) == .number, touches(end), touches(end + 1) {
        numbers.append(text(tokens[end + 1].span))
        end += 2
      }
      let place = span(index..<end)
      // A unit behind it is that of the first number.
      var units = ["h", "min", "s"]
      switch word(end) {
      case "h", "hr", "hrs", "hour", "hours": end += 1
      case "min", "minute", "minutes":
        end += 1
        units.removeFirst()
      case _: break
      }
      let terms = zip(numbers, units).map { "\(Int($0) ?? 0) \($1)" }
      return problem(
        .clock, at: place,
        [replacing([(span(index..<end), terms.joined(separator: " + "))])])
    }
    return nil
  }

  /// `max(3; 5)`
  private func semicolon() -> FormulaProblem? {
    let depths = depths()
    let places = (0..<count).filter { kind($0) == .semicolon && depths[$0] > 0 }
    guard let first = places.first else { return nil }
    return problem(
      .semicolon, at: tokens[first].span,
      [replacing(places.map { (tokens[$0].span, ",") })])
  }
}
