import Diagnostics

/// Statements that begin, or give a name, otherwise than here.
extension ForeignSyntax {
  // MARK: Beginnings

  static let prompt = ForeignSyntax(
    "prompt", "`>` compares, and nothing stands before it.", example: Example(">>> 3 kg", "3 kg")
  ) { source in
    guard source.kind(0) == .greater else { return nil }
    let end = source.first { source.kind($0) != .greater } ?? source.count
    return source.match(source.span(0..<end), [source.text(from: end)])
  }

  static let cells = ForeignSyntax(
    "cells", "There are no cells such as `A1` here: values have names, and tables have columns.",
    advice: "a name or a column, as in `sum([1, 2, 3])`", example: Example("=A1*2")
  ) { source in
    guard source.kind(0) == .equal, let cell = source.first(where: { isCell(source.word($0)) })
    else { return nil }
    return source.match(cell, [])
  }

  /// `B2`, as a spreadsheet names its cells.
  static func isCell(_ word: String?) -> Bool {
    guard let word = word?.utf8 else { return false }
    let letters = word.prefix { $0 >= UInt8(ascii: "A") && $0 <= UInt8(ascii: "Z") }
    let digits = word.dropFirst(letters.count)
    return (1...2).contains(letters.count) && (1...4).contains(digits.count)
      && digits.allSatisfy { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
  }

  static let leadingEqual = ForeignSyntax(
    "leading-equal", "A formula has no `=` before it; a name may have one after it.",
    example: Example("=450*2", "450*2")
  ) { source in
    source.kind(0) == .equal && source.count > 1
      ? source.match(0, [source.text(from: 1)]) : nil
  }

  static let comment = ForeignSyntax(
    "comment", example: Example("/* twice the power */", "# twice the power"),
    .statement { source in
      let isBlock = source.kind(0) == .divide && source.kind(1) == .times && source.touches(1)
      guard isBlock || source.kind(0) == .floorDivide else { return nil }
      let words = source.text(Span(source.whole.start + 2, source.whole.end))
        .split(separator: "*/").joined().split(separator: " ").joined(separator: " ")
      return source.match(0, found: isBlock ? "/*" : "//", ["# " + words])
    }
  ) { found, _ in "A comment begins with `#`, not with `\(found)`." }

  static let commentBehind = ForeignSyntax(
    like: comment,
    example: Example("gpu_power * 2 // twice the power", "gpu_power * 2 # twice the power")
  ) { source in
    guard let sign = source.first(.floorDivide), sign > 0,
      source.tokens[sign].start < source.problem.span.start
    else { return nil }
    switch source.problem.kind {
    case .unknownName, .unknownUnit, .nameAsUnit, .missingOperator: break
    default: return nil
    }
    return source.match(
      sign, found: "//", [source.text(0..<sign) + " # " + source.text(from: sign + 1)])
  }

  // MARK: Signs of assignment

  static let declaration = ForeignSyntax(
    "assignment", advice: "the name, `=` and the formula", example: Example("let x = 3", "x = 3"),
    .statement { source in
      guard let first = source.word(0), declaring.contains(first), source.word(1) != nil,
        source.kind(2) == .equal, source.count > 3
      else { return nil }
      return source.match(0, found: first, [source.text(from: 1)])
    }
  ) { found, _ in "A name gets its value with `=` alone: `\(found)` is not needed." }

  private static let declaring: Set<String> = [
    "let", "const", "var", "set", "int", "float", "double", "final", "auto",
  ]

  static let colon = ForeignSyntax(
    "assignment", advice: "the name, `=` and the formula", example: Example("x := 3", "x = 3"),
    .statement { source in
      guard let name = source.word(0), source.kind(1) == .colon, source.count > 2,
        !ForeignWord.beginnings.contains(name), !["else", "finally", "def", "if"].contains(name)
      else { return nil }
      let isWalrus = source.kind(2) == .equal && source.touches(2)
      let value = isWalrus ? 3 : 2
      guard value < source.count, source.kind(value) != .equal else { return nil }
      return source.match(
        source.span(1..<value), found: isWalrus ? ":=" : ":",
        [name + " = " + source.text(from: value)])
    }
  ) { found, _ in "A name gets its value with `=`, not with `\(found)`." }

  static let arrow = ForeignSyntax(like: colon, example: Example("pue <- 1.2", "pue = 1.2")) {
    source in
    guard let name = source.unknownFirstName, source.kind(1) == .less, source.kind(2) == .minus,
      source.touches(2), source.count > 3
    else { return nil }
    return source.match(
      source.span(1..<3), found: "<-", [name + " = " + source.text(from: 3)])
  }

  static let equality = ForeignSyntax(
    "equality", example: Example("pue == 1.2", "pue = 1.2"),
    .statement { source in
      guard let name = source.unknownFirstName, source.kind(1) == .equalEqual, source.count > 2
      else { return nil }
      return source.match(1, found: name, [name + " = " + source.text(from: 2)])
    }
  ) { found, _ in
    "`==` compares two values, and \(FormulaWording.code(found)) has none yet. `=` gives it one."
  }

  // MARK: What stands before the sign

  static let memberAssignment = ForeignSyntax(
    "member-assignment", "A new column stands in brackets and quotes; a name has no point.",
    example: Example(
      "models.price = 3 kg", "models[\"price\"] = 3 kg", "models_price = 3 kg")
  ) { source in
    guard source.assignmentSign == 3, source.count > 4, source.kind(1) == .dot,
      let table = source.word(0), let column = source.word(2)
    else { return nil }
    let value = " = " + source.text(from: 4)
    return source.match(
      source.span(0..<3), ["\(table)[\"\(column)\"]" + value, "\(table)_\(column)" + value])
  }

  static let nameInPieces = ForeignSyntax(
    "name-in-pieces", "A name is one word: its parts are joined with `_`.",
    example: Example("gpu-count = 8", "gpu_count = 8")
  ) { source in
    guard let sign = source.assignmentSign, sign + 1 < source.count, let first = source.word(0),
      !["function", "def", "unit"].contains(first),
      (0..<sign).allSatisfy({ [.word, .minus, .dot, .number].contains(source.kind($0)) })
    else { return nil }
    let pieces = (0..<sign).filter { [.word, .number].contains(source.kind($0)) }
    let name = pieces.map { source.text($0) }.joined(separator: "_")
    guard pieces.count > 1, !name.contains(".") else { return nil }
    return source.match(
      source.span(0..<sign), [name + " = " + source.text(from: sign + 1)])
  }

  static let nameWithDigit = ForeignSyntax(
    "name-with-digit", "A name begins with a letter.", advice: "a letter first",
    example: Example("2nd = 3", "nd2 = 3")
  ) { source in
    guard source.assignmentSign == 2, source.kind(0) == .number, let word = source.word(1),
      source.touches(1)
    else { return nil }
    let digits = source.text(0)
    return source.match(
      source.span(0..<2),
      digits.contains(".") ? [] : [word + digits + " = " + source.text(from: 3)])
  }

  static let questionNumber = ForeignSyntax(
    "question-number", "The number of a question is no name.",
    advice: "the name that the question asks for, then `=` and its value",
    example: Example("1.2.1 = 3")
  ) { source in
    guard source.assignmentSign == 2, source.kind(0) == .number, source.kind(1) == .number,
      source.touches(1)
    else { return nil }
    return source.match(source.span(0..<2), [])
  }

  // MARK: Several signs, several names

  static let chainedAssignment = ForeignSyntax(
    "chained-assignment", "One `=` a statement: this is a second one.",
    example: Example("x = y = 3", "y = 3; x = y")
  ) { source in
    guard let (name, sign, value) = source.secondAssignment, sign == 3,
      let other = source.word(2)
    else { return nil }
    return source.match(sign, ["\(other) = \(value); \(name) = \(other)"])
  }

  static let assignedComparison = ForeignSyntax(
    like: singleEqual, example: Example("x = 3 kg = 4 kg", "x = 3 kg == 4 kg")
  ) { source in
    guard let (name, sign, value) = source.secondAssignment else { return nil }
    return source.match(sign, ["\(name) = \(source.text(2..<sign)) == \(value)"])
  }

  static let unpacking = ForeignSyntax(
    "unpacking", "One name gets a value at a time.", advice: "a statement for each name",
    example: Example("x, y = 3, 4", "x = 3; y = 4")
  ) { source in
    guard let sign = source.assignmentSign, let comma = source.first(.comma), comma < sign else {
      return nil
    }
    let names = source.parts(0..<sign)
    guard names.allSatisfy({ $0.count == 1 && source.kind($0.lowerBound) == .word }) else {
      return nil
    }
    let values = source.parts(sign + 1..<source.count)
    let pairs = zip(names, values).map { source.text($0) + " = " + source.text($1) }
    return source.match(
      source.span(0..<sign),
      names.count == values.count ? [pairs.joined(separator: "; ")] : [])
  }

  static let reversedAssignment = ForeignSyntax(
    "reversed-assignment", "The name stands before the `=`, its value after it.",
    example: Example("450 W = lamp_power", "lamp_power = 450 W")
  ) { source in
    guard case .assignmentTarget = source.problem.kind, let sign = source.assignmentSign,
      sign + 2 == source.count, let name = source.word(sign + 1)
    else { return nil }
    return source.match(source.whole, [name + " = " + source.text(0..<sign)])
  }
}

extension ForeignSyntax.Source {
  /// The first `=` that stands within no bracket and not at the beginning.
  fileprivate var assignmentSign: Int? {
    let depths = depths()
    let sign = first { kind($0) == .equal && depths[$0] == 0 }
    return sign == 0 ? nil : sign
  }

  /// Whether several words stand before the first `=`, and nothing else.
  var isNamedInWords: Bool {
    guard let sign = first(.equal), sign > 1 else { return false }
    return (0..<sign).allSatisfy { kind($0) == .word }
  }

  /// The word at the beginning, where it is the problem that nothing has this name.
  fileprivate var unknownFirstName: String? {
    guard case .unknownName(let name, _) = problem.kind, word(0) == name,
      problem.span == span(0)
    else { return nil }
    return name
  }

  /// A name with two `=` behind it: the second one's place, and what follows it.
  fileprivate var secondAssignment: (name: String, sign: Int, value: String)? {
    let depths = depths()
    guard let name = word(0), kind(1) == .equal,
      let sign = first(from: 2, where: { kind($0) == .equal && depths[$0] == 0 }), sign > 2,
      sign + 1 < count, first(.equal, from: sign + 1) == nil
    else { return nil }
    return (name, sign, text(from: sign + 1))
  }
}
