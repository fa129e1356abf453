import Diagnostics

/// Statements that begin, or give a name, otherwise than here.
extension HabitReader {
  /// What stands before everything else: a prompt, a spreadsheet's `=`, a comment's `//`.
  func start() -> FormulaProblem? {
    if kind(0) == .greater {
      var next = 0
      while kind(next) == .greater { next += 1 }
      return problem(.prompt, at: span(0..<next), [text(next..<count)])
    }
    if kind(0) == .equal {
      if let cell = (1..<count).first(where: { Self.isCell(word($0) ?? "") }) {
        return problem(.cells, at: tokens[cell].span, [])
      }
      return count > 1 ? problem(.leadingEqual, at: tokens[0].span, [text(1..<count)]) : nil
    }
    let isComment =
      kind(0) == .floorDivide || kind(0) == .divide && kind(1) == .times && touches(1)
    if isComment {
      let sign = kind(0) == .floorDivide ? "//" : "/*"
      let words = text(Span(whole.start + 2, whole.end)).split(separator: "*/").joined()
      let comment = words.split(separator: " ").joined(separator: " ")
      return problem(.comment(sign), at: tokens[0].span, ["# " + comment])
    }
    return nil
  }

  /// `B2`, as a spreadsheet names its cells.
  static func isCell(_ word: String) -> Bool {
    let letters = word.utf8.prefix { $0 >= UInt8(ascii: "A") && $0 <= UInt8(ascii: "Z") }
    let digits = word.utf8.dropFirst(letters.count)
    return (1...2).contains(letters.count) && (1...4).contains(digits.count)
      && digits.allSatisfy { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
  }

  private static let declaring: Set<String> = [
    "let", "const", "var", "set", "int", "float", "double", "final", "auto",
  ]

  func assignment() -> FormulaProblem? {
    if let first = word(0), Self.declaring.contains(first), word(1) != nil, kind(2) == .equal,
      count > 3
    {
      return problem(.assignment(first), at: tokens[0].span, [text(1..<count)])
    }
    if let name = word(0), kind(1) == .colon, count > 2, !Parser.foreignWords.contains(name),
      !["else", "finally", "def", "if"].contains(name)
    {
      let isWalrus = kind(2) == .equal && touches(2)
      let value = (isWalrus ? 3 : 2)..<count
      guard !value.isEmpty, kind(value.lowerBound) != .equal else { return nil }
      return problem(
        .assignment(isWalrus ? ":=" : ":"), at: span(1..<(isWalrus ? 3 : 2)),
        [name + " = " + text(value)])
    }
    let depths = depths()
    guard let sign = (0..<count).first(where: { kind($0) == .equal && depths[$0] == 0 }), sign > 0
    else { return nil }
    return name(before: sign) ?? secondSign(after: sign, depths) ?? unpacking(at: sign)
      ?? reversed(at: sign)
  }

  /// `number of gpus = 8`
  func nameInPieces() -> FormulaProblem? {
    guard let sign = (0..<count).first(where: { kind($0) == .equal }), sign > 1,
      (0..<sign).allSatisfy({ kind($0) == .word })
    else { return nil }
    return name(before: sign)
  }

  /// A name that is none: in pieces, or with a digit first.
  private func name(before sign: Int) -> FormulaProblem? {
    let left = 0..<sign
    let value = " = " + text(sign + 1..<count)
    if word(0) == "function" || word(0) == "def" || word(0) == "unit" { return nil }
    if sign > 1, kind(0) == .word,
      left.allSatisfy({ [.word, .minus, .dot, .number].contains(kind($0)) }), count > sign + 1
    {
      let pieces = left.filter { kind($0) == .word || kind($0) == .number }
      guard pieces.count > 1 else { return nil }
      let name = pieces.map { text(tokens[$0].span) }.joined(separator: "_")
      guard !name.contains(".") else { return nil }
      if sign == 3, kind(1) == .dot, let table = word(0), let column = word(2) {
        return problem(
          .memberAssignment, at: span(left), ["\(table)[\"\(column)\"]" + value, name + value])
      }
      return problem(.nameInPieces, at: span(left), [name + value])
    }
    if sign == 2, kind(0) == .number, let word = word(1), touches(1) {
      let digits = text(tokens[0].span)
      return problem(
        .nameWithDigit, at: span(left),
        digits.utf8.allSatisfy { $0 != UInt8(ascii: ".") } ? [word + digits + value] : [])
    }
    if sign == 2, kind(0) == .number, kind(1) == .number, touches(1) {
      return problem(.questionNumber, at: span(left), [])
    }
    return nil
  }

  /// `x = y = 3`, `x = 3 = 4`
  private func secondSign(after sign: Int, _ depths: [Int]) -> FormulaProblem? {
    guard let name = word(0), sign == 1,
      let second = (sign + 1..<count).first(where: { kind($0) == .equal && depths[$0] == 0 }),
      second + 1 < count, second > sign + 1
    else { return nil }
    let value = text(second + 1..<count)
    guard !(second + 1..<count).contains(where: { kind($0) == .equal }) else { return nil }
    if let other = word(sign + 1), second == sign + 2 {
      return problem(
        .chainedAssignment, at: tokens[second].span, ["\(other) = \(value); \(name) = \(other)"])
    }
    return problem(
      .singleEqual, at: tokens[second].span, ["\(name) = \(text(2..<second)) == \(value)"])
  }

  /// `x, y = 3, 4`
  private func unpacking(at sign: Int) -> FormulaProblem? {
    guard (0..<sign).contains(where: { kind($0) == .comma }) else { return nil }
    let names = parts(0..<sign)
    guard names.allSatisfy({ $0.count == 1 && kind($0.lowerBound) == .word }) else { return nil }
    let values = parts(sign + 1..<count)
    let pairs = zip(names, values).map { text($0) + " = " + text($1) }
    return problem(
      .unpacking, at: span(0..<sign),
      names.count == values.count ? [pairs.joined(separator: "; ")] : [])
  }

  /// `450 W = gpu_power`
  private func reversed(at sign: Int) -> FormulaProblem? {
    guard case .assignmentTarget = problem.kind, sign + 2 == count, let name = word(sign + 1)
    else { return nil }
    return problem(.reversedAssignment, at: span(0..<count), [name + " = " + text(0..<sign)])
  }

  /// `f(x) -> x*2`
  func arrow() -> FormulaProblem? {
    guard case .unknownFunction = problem.kind, kind(0) == .word, kind(1) == .openParen,
      let close = partner(of: 1), kind(close + 1) == .arrow, close + 2 < count,
      (2..<close).allSatisfy({ kind($0) == .word || kind($0) == .comma })
    else { return nil }
    return problem(
      .functionForm, at: tokens[close + 1].span,
      [text(0..<close + 1) + " = " + text(close + 2..<count)])
  }

  /// `gpu_power * 2 // twice the power`
  func comment() -> FormulaProblem? {
    guard
      let sign = (0..<count).first(where: {
        kind($0) == .floorDivide && tokens[$0].start < problem.span.start
      }), sign > 0
    else { return nil }
    switch problem.kind {
    case .unknownName, .unknownUnit, .nameAsUnit, .missingOperator: break
    default: return nil
    }
    let words = text(sign + 1..<count)
    return problem(
      .comment("//"), at: tokens[sign].span, [text(0..<sign) + " # " + words])
  }
}
