extension FormulaProblem {
  /// Fix-its of fix-its that are followed: `5 kg m-1 s-2` takes two, and so does a line with two
  /// words that are wrong.
  private static let chain = 5

  /// The problem with only those of its tries that hold: what can be typed is typed, by whoever
  /// knows how, before it is shown. One that brings another mistake to light is mended once more;
  /// else the piece that is to be put in is shown alone, or nothing.
  ///
  /// - Parameter typing: gives what is wrong with a statement; nil where nothing is.
  /// - Parameter fits: whether what a statement comes to is of the kind that is wanted. Where some
  ///   do, the others are left out.
  func checked(
    _ typing: (String) -> FormulaProblem?, fits: (String) -> Bool = { _ in true }
  ) -> FormulaProblem {
    var copy = self
    copy.tries = nil
    let tries = FormulaWording(copy).advice
    copy.statement = nil
    let alone = FormulaWording(copy).advice
    copy.statement = statement
    var found: [Advice] = []
    var chain = Self.chain
    // A number in pieces is not a product of them.
    if case .spacedThousands = kind { chain = 1 }
    for (place, advice) in tries.enumerated() {
      let problem = advice.statement.flatMap(typing)
      var holding = Self.holding(advice, place, problem, chain, typing)
      if isOfPiece, alone.count == tries.count {
        if holding == nil, alone[place] != advice, saysSomething(alone[place], besides: problem) {
          holding = heldAlone(alone[place], place, typing)
        } else if alone[place] == advice {
          holding = holding ?? heldAlone(advice, place, typing)
        }
        if let piece = holding, piece.code == alone[place].code,
          piece.code != advice.code || statement?.isShort == false
        {
          holding = inWords(piece)
        }
      }
      if let holding, !found.contains(holding) { found.append(holding) }
    }
    if found.count > 1 {
      let fitting = found.filter { $0.statement.map(fits) ?? true }
      if fitting.contains(where: { $0.statement != nil }) { found = fitting }
    }
    copy.tries = found
    return copy
  }

  /// The lines that are offered to be typed in its place, the likeliest first; none before it was
  /// checked.
  public var offered: [String] { tries?.compactMap(\.statement) ?? [] }

  /// A piece that makes sense by itself; of functions, those that there are.
  private func heldAlone(
    _ piece: Advice, _ place: Int, _ typing: (String) -> FormulaProblem?
  ) -> Advice? {
    guard let code = piece.statement else { return piece.code?.isEmpty == true ? nil : piece }
    switch kind {
    case .unknownFunction where BuiltinFunction.named(code) != nil: return piece
    // It may have to get its value first.
    case .symbol: return piece
    default: break
    }
    return Self.holding(piece, place, typing(code), 1, typing)
  }

  /// A piece of a statement in words, with what it takes the place of: by itself it is no line to be
  /// typed.
  private func inWords(_ piece: Advice) -> Advice {
    guard let code = piece.code, piece.hasLetters, piece.words.isEmpty,
      let typed = typedInItsPlace, !typed.isEmpty
    else { return piece }
    return Advice(nil, "write `\(code)` for `\(FormulaWording.shortened(typed))`")
  }

  /// What a piece takes the place of.
  private var typedInItsPlace: String? {
    guard case .unknownColumn(let column, let table, _, _) = kind, fixItSpan == nil, !table.isEmpty
    else { return text(fixItSpan ?? span) }
    return "\(table)[\"\(column)\"]"
  }

  /// Whether a piece helps by itself, where the statement with it still has a mistake: not where
  /// that mistake is the piece's unit, or the word right behind it.
  private func saysSomething(_ piece: Advice, besides other: FormulaProblem?) -> Bool {
    guard let other, let text = piece.code else { return true }
    if other.isMismatch { return false }
    switch kind {
    case .unknownName, .unknownUnit: break
    default: return true
    }
    let place = (fixItSpan ?? span).start - (statement?.start ?? 0) + text.utf8.count
    return !(place...place + 1).contains(other.span.start)
  }

  /// Whether what it offers says something without the statement around it.
  private var isOfPiece: Bool {
    switch kind {
    case .unknownUnit, .unknownName, .unknownFunction, .unknownColumn, .unknownTable,
      .unknownMember, .missingOperator, .symbol, .temperaturePoint:
      true
    // Quotes alone are no column.
    case .columnQuotes(_, let fixIt): fixIt.contains("[")
    default: false
    }
  }

  /// The problem with only those of its tries that can be read.
  func readable() -> FormulaProblem {
    checked { Parser.parse($0, checksTries: false).problems.first }
  }

  /// The advice with a statement that can be typed; nil where there is none.
  ///
  /// - Parameter place: of the advice among those of its problem: the same slip is mended in the same
  ///   way, wherever it stands.
  /// - Parameter first: what is wrong with its statement.
  private static func holding(
    _ advice: Advice, _ place: Int, _ first: FormulaProblem?, _ chain: Int,
    _ typing: (String) -> FormulaProblem?
  ) -> Advice? {
    guard var statement = advice.statement else { return advice }
    for step in 0..<chain {
      guard let problem = step == 0 ? first : typing(statement) else {
        return Advice(statement, advice.words)
      }
      // What is to be done with a temperature is no slip on the way to something else.
      switch problem.kind {
      case .temperaturePoint, .needsPlainNumber: return nil
      // Nor is one of several columns what was meant.
      case .columnExpected(_, _, let examples) where examples.count > 1: return nil
      default: break
      }
      let all = FormulaWording(problem).advice
      let same = all.indices.contains(place) && all[place].words == advice.words ? all[place] : nil
      guard let next = (same ?? all.first)?.statement, next != statement,
        !next.hasPrefix("unit ")
      else { return nil }
      statement = next
    }
    return nil
  }
}
