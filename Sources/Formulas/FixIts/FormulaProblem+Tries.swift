import Diagnostics

extension FormulaProblem {
  /// Fix-its of fix-its that are followed: `5 kg m-1 s-2` takes two.
  private static let chain = 3

  /// The problem with only those of its tries that hold: each that stands in code quotes at its
  /// beginning is typed, by whoever knows how, before it is shown. One that brings another mistake
  /// to light is mended once more; else the piece that is to be put in is shown alone, or nothing.
  ///
  /// - Parameter typing: gives what is wrong with a statement; nil where nothing is.
  func checked(_ typing: (String) -> FormulaProblem?) -> FormulaProblem {
    var copy = self
    copy.tries = nil
    let tries = FormulaWording.diagnostic(copy).help
    copy.typed = nil
    let alone = FormulaWording.diagnostic(copy).help
    copy.typed = typed
    var found: [String] = []
    var chain = Self.chain
    // A number in pieces is not a product of them.
    if case .spacedThousands = kind { chain = 1 }
    for (place, line) in tries.enumerated() {
      var holding = Self.holding(line, chain, typing)
      if holding == nil, isOfPiece, alone.count == tries.count, alone[place] != line {
        holding = Self.holding(alone[place], 1, typing)
      }
      if let holding, !found.contains(holding) { found.append(holding) }
    }
    copy.tries = found
    return copy
  }

  /// Whether what it offers says something without the statement around it.
  private var isOfPiece: Bool {
    switch kind {
    case .unknownUnit, .unknownName, .unknownFunction, .unknownColumn, .unknownTable,
      .unknownMember, .missingOperator:
      true
    default: false
    }
  }

  /// The problem with only those of its tries that can be read.
  func readable() -> FormulaProblem {
    checked { text in
      for item in Parser.parse(text, checksTries: false).items {
        if case .problem(let problem, _) = item { return problem }
      }
      return nil
    }
  }

  /// The line with a statement that can be typed; nil where there is none.
  private static func holding(
    _ line: String, _ chain: Int, _ typing: (String) -> FormulaProblem?
  ) -> String? {
    guard let offered = statement(in: line) else { return line }
    var statement = offered
    for _ in 0..<chain {
      guard let problem = typing(statement) else {
        return "`\(statement)`" + line.dropFirst(offered.count + 2)
      }
      // What is to be done with a temperature is no slip on the way to something else.
      if case .temperaturePoint = problem.kind { return nil }
      guard let next = FormulaWording.diagnostic(problem).help.first.flatMap(self.statement),
        next != statement, !next.hasPrefix("unit ")
      else { return nil }
      statement = next
    }
    return nil
  }

  /// What a line of advice offers to be typed; nil where it is in words, names a command, leaves
  /// something to be filled in, or speaks of a sign, a word or a function of the language.
  static func statement(in line: String) -> String? {
    guard line.hasPrefix("`"), let end = line.dropFirst().firstIndex(of: "`") else { return nil }
    let code = String(line[line.index(after: line.startIndex)..<end])
    let isStatement =
      code.contains { $0.isLetter || $0.isNumber } && !code.contains("…") && !code.hasPrefix(":")
      && !["return", "and", "or", "not", "where(condition, a, b)"].contains(code)
    return isStatement ? code : nil
  }
}

extension Diagnostic {
  /// Itself, with only those of its tries that can be typed.
  func checked(_ canBeTyped: (String) -> Bool) -> Diagnostic {
    var copy = self
    copy.help.removeAll { FormulaProblem.statement(in: $0).map { !canBeTyped($0) } ?? false }
    return copy
  }
}
