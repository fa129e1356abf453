import Diagnostics

/// Statements that begin, or give a name, otherwise than here.
extension ForeignSyntax {
  // MARK: Beginnings

  static let prompt = ForeignSyntax(
    "prompt", "`>` compares, and nothing stands before it.", example: Example(">>> 3 kg", "3 kg")
  ) { code in
    guard code.kind(0) == .greater else { return nil }
    let end = code.first { code.kind($0) != .greater } ?? code.count
    return code.match(code.span(0..<end), [code.text(from: end)])
  }

  static let cells = ForeignSyntax(
    "cells", "There are no cells such as `A1` here: values have names, and tables have columns.",
    advice: "a name or a column, as in `sum([1, 2, 3])`", example: Example("=A1*2")
  ) { code in
    guard code.kind(0) == .equal, let cell = code.first(where: { isCell(code.word($0)) })
    else { return nil }
    return code.match(cell)
  }

  /// `B2`, as a spreadsheet names its cells.
  static func isCell(_ word: String?) -> Bool {
    guard let word = word?.utf8 else { return false }
    let letters = word.prefix { $0 >= UInt8(ascii: "A") && $0 <= UInt8(ascii: "Z") }
    let digits = word.dropFirst(letters.count)
    return (1...2).contains(letters.count) && (1...4).contains(digits.count)
      && digits.allSatisfy(\.isDigit)
  }

  static let leadingEqual = ForeignSyntax(
    "leading-equal", "A formula has no `=` before it; a name may have one after it.",
    example: Example("=450*2", "450*2")
  ) { code in code.kind(0) == .equal && code.count > 1 ? code.match(0, [code.text(from: 1)]) : nil }

  static let comment = ForeignSyntax(
    "comment", "A comment begins with `#`, not with `{found}`.",
    example: Example("/* twice the power */", "# twice the power")
  ) { code in
    let isBlock = code.kind(0) == .divide && code.kind(1) == .times && code.touches(1)
    guard isBlock || code.kind(0) == .floorDivide else { return nil }
    let words = code.text(Span(code.whole.start + 2, code.whole.end))
    return code.match(
      0, found: isBlock ? "/*" : "//", ["# " + words.split(separator: "*/").joined().trimmed])
  }

  static let commentBehind = ForeignSyntax(
    like: comment,
    example: Example("gpu_power * 2 // twice the power", "gpu_power * 2 # twice the power")
  ) { code in
    guard let sign = code.first(.floorDivide), sign > 0,
      code.tokens[sign].start < code.problem.span.start
    else { return nil }
    switch code.problem.kind {
    case .unknownName, .unknownUnit, .nameAsUnit, .missingOperator: break
    default: return nil
    }
    return code.match(sign, found: "//", [code.text(0..<sign) + " # " + code.text(from: sign + 1)])
  }

  // MARK: Signs of assignment

  static let declaration = ForeignSyntax(
    "assignment", "A name gets its value with `=` alone: `{found}` is not needed.",
    advice: "the name, `=` and the formula", example: Example("let x = 3", "x = 3")
  ) { code in
    guard let first = code.word(0), declaring.contains(first), code.word(1) != nil,
      code.kind(2) == .equal, code.count > 3
    else { return nil }
    return code.match(0, found: first, [code.text(from: 1)])
  }

  private static let declaring: Set<String> = [
    "let", "const", "var", "set", "int", "float", "double", "final", "auto",
  ]

  static let colon = ForeignSyntax(
    "assignment", "A name gets its value with `=`, not with `{found}`.",
    advice: "the name, `=` and the formula", example: Example("x := 3", "x = 3")
  ) { code in
    guard let name = code.word(0), code.kind(1) == .colon, code.count > 2,
      !ForeignWord.beginnings.contains(name), !["else", "finally", "def", "if"].contains(name)
    else { return nil }
    let value = code.kind(2) == .equal && code.touches(2) ? 3 : 2
    guard value < code.count, code.kind(value) != .equal else { return nil }
    return code.match(
      code.span(1..<value), found: value == 3 ? ":=" : ":", [name + " = " + code.text(from: value)])
  }

  static let arrow = ForeignSyntax(like: colon, example: Example("pue <- 1.2", "pue = 1.2")) {
    code in
    guard let name = code.unknownFirstName, code.kind(1) == .less, code.kind(2) == .minus,
      code.touches(2), code.count > 3
    else { return nil }
    return code.match(code.span(1..<3), found: "<-", [name + " = " + code.text(from: 3)])
  }

  static let equality = ForeignSyntax(
    "equality", "`==` compares two values, and `{found}` has none yet. `=` gives it one.",
    example: Example("pue == 1.2", "pue = 1.2")
  ) { code in
    guard let name = code.unknownFirstName, code.kind(1) == .equalEqual, code.count > 2
    else { return nil }
    return code.match(1, found: name, [name + " = " + code.text(from: 2)])
  }

  // MARK: What stands before the sign

  static let memberAssignment = ForeignSyntax(
    "member-assignment", "A new column stands in brackets and quotes; a name has no point.",
    example: Example("models.price = 3 kg", "models[\"price\"] = 3 kg", "models_price = 3 kg")
  ) { code in
    guard code.assignmentSign == 3, code.count > 4, code.kind(1) == .dot,
      let table = code.word(0), let column = code.word(2)
    else { return nil }
    let value = " = " + code.text(from: 4)
    return code.match(
      code.span(0..<3), ["\(table)[\"\(column)\"]" + value, "\(table)_\(column)" + value])
  }

  static let nameInPieces = ForeignSyntax(
    "name-in-pieces", "A name is one word: its parts are joined with `_`.",
    example: Example("gpu-count = 8", "gpu_count = 8")
  ) { code in
    guard let sign = code.assignmentSign, sign + 1 < code.count, let first = code.word(0),
      !["function", "def", "unit"].contains(first),
      (0..<sign).allSatisfy({ [.word, .minus, .dot, .number].contains(code.kind($0)) })
    else { return nil }
    let pieces = (0..<sign).filter { [.word, .number].contains(code.kind($0)) }
    let name = pieces.map { code.text($0) }.joined(separator: "_")
    guard pieces.count > 1, !name.contains(".") else { return nil }
    return code.match(code.span(0..<sign), [name + " = " + code.text(from: sign + 1)])
  }

  static let nameWithDigit = ForeignSyntax(
    "name-with-digit", "A name begins with a letter.", advice: "a letter first",
    example: Example("2nd = 3", "nd2 = 3")
  ) { code in
    guard code.assignmentSign == 2, code.kind(0) == .number, let word = code.word(1),
      code.touches(1)
    else { return nil }
    let digits = code.text(0)
    return code.match(
      code.span(0..<2), digits.contains(".") ? [] : [word + digits + " = " + code.text(from: 3)])
  }

  static let questionNumber = ForeignSyntax(
    "question-number", "The number of a question is no name.",
    advice: "the name that the question asks for, then `=` and its value",
    example: Example("1.2.1 = 3")
  ) { code in
    code.assignmentSign == 2 && code.kind(0) == .number && code.kind(1) == .number
      && code.touches(1) ? code.match(code.span(0..<2)) : nil
  }

  // MARK: Several signs, several names

  static let chainedAssignment = ForeignSyntax(
    "chained-assignment", "One `=` a statement: this is a second one.",
    example: Example("x = y = 3", "y = 3; x = y")
  ) { code in
    guard let (name, sign, value) = code.secondAssignment, sign == 3, let other = code.word(2)
    else { return nil }
    return code.match(sign, ["\(other) = \(value); \(name) = \(other)"])
  }

  static let assignmentsInARow = ForeignSyntax(
    "assignments-in-a-row", "Statements on one line have a `;` between them, not a comma.",
    example: Example("x = 3 kg, y = 4", "x = 3 kg; y = 4")
  ) { code in
    let parts = code.parts(code.indices)
    guard let first = parts.first, first.count > 1, parts.count > 1,
      parts.dropFirst().allSatisfy({
        $0.count > 2 && code.word($0.lowerBound) != nil && code.kind($0.lowerBound + 1) == .equal
      })
    else { return nil }
    return code.match(
      parts[0].upperBound, [parts.map { code.text($0) }.joined(separator: "; ")])
  }

  static let assignedComparison = ForeignSyntax(
    like: singleEqual, example: Example("x = 3 kg = 4 kg", "x = 3 kg == 4 kg")
  ) { code in
    guard let (name, sign, value) = code.secondAssignment else { return nil }
    return code.match(sign, ["\(name) = \(code.text(2..<sign)) == \(value)"])
  }

  static let unpacking = ForeignSyntax(
    "unpacking", "One name gets a value at a time.", advice: "a statement for each name",
    example: Example("x, y = 3, 4", "x = 3; y = 4")
  ) { code in
    guard let sign = code.assignmentSign, let comma = code.first(.comma), comma < sign else {
      return nil
    }
    let names = code.parts(0..<sign)
    guard names.allSatisfy({ $0.count == 1 && code.kind($0.lowerBound) == .word }) else {
      return nil
    }
    let values = code.parts(sign + 1..<code.count)
    let pairs = zip(names, values).map { code.text($0) + " = " + code.text($1) }
    return code.match(
      code.span(0..<sign), names.count == values.count ? [pairs.joined(separator: "; ")] : [])
  }

  static let reversedAssignment = ForeignSyntax(
    "reversed-assignment", "The name stands before the `=`, its value after it.",
    example: Example("450 W = lamp_power", "lamp_power = 450 W")
  ) { code in
    guard case .assignmentTarget = code.problem.kind, let sign = code.assignmentSign,
      sign + 2 == code.count, let name = code.word(sign + 1)
    else { return nil }
    return code.match(code.whole, [name + " = " + code.text(0..<sign)])
  }
}

extension ForeignSyntax.Source {
  /// The first `=` that stands within no bracket and not at the beginning.
  fileprivate var assignmentSign: Int? {
    let sign = first(.equal, atDepth: 0)
    return sign == 0 ? nil : sign
  }

  /// Whether several words stand before the first `=`, and nothing else.
  var isNamedInWords: Bool {
    guard let sign = first(.equal), sign > 1 else { return false }
    return (0..<sign).allSatisfy { kind($0) == .word }
  }

  /// The word at the beginning, where it is the problem that nothing has this name.
  fileprivate var unknownFirstName: String? {
    guard case .unknownName(let name, _) = problem.kind, word(0) == name, problem.span == span(0)
    else { return nil }
    return name
  }

  /// A name with two `=` behind it: the second one's place, and what follows it.
  fileprivate var secondAssignment: (name: String, sign: Int, value: String)? {
    guard let name = word(0), kind(1) == .equal, let sign = first(.equal, from: 2, atDepth: 0),
      sign > 2, sign + 1 < count, first(.equal, from: sign + 1) == nil
    else { return nil }
    return (name, sign, text(from: sign + 1))
  }
}
