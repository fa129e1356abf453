import Diagnostics
import Formulas
import Quantities

/// The prompt for the unit of a number that lacks it.
extension Session {
  /// Puts a unit to the bare number of an answer, or takes the line as any other.
  func takeUnit(_ line: String, for key: Worksheet.Key) -> [SessionEvent] {
    let text = trimmed(line)
    if text.isEmpty { return [.said(.leftWithoutUnit)] }
    if let intent = plainWordsInBetween(text), intent.asksForHelp {
      mode = .unit(key)
      return [.said(.asksUnit("\(key)", in: answerKey.answer(for: key)?.unit.symbol ?? ""))]
    }
    guard let unit = unit(text) else {
      guard let mistake = mistakeInUnit(text, for: key) else { return takeLine(line) }
      // A slip in the unit does not use up the question for it.
      mode = .unit(key)
      return mistake
    }
    // `1 kW` is as good as `kW`.
    let written = text.first?.isNumber == true ? unit.symbol : text
    guard let placed = file.statements().last(where: { canonical($0.key) == key }),
      let answer = answerKey.answer(for: key),
      let mended = UnitMend.statement(
        placed.statement, adding: written, unit: unit, asked: answer.unit, in: sheet)
    else { return takeLine(line) }
    let comment = file.comment(of: placed).map { "  " + $0 } ?? ""
    return take(mended + comment, isContinued: false)
  }

  /// What is wrong with a text that is meant as a unit; nil where it is something else.
  private func mistakeInUnit(_ text: String, for key: Worksheet.Key) -> [SessionEvent]? {
    let word = text.prefix { !$0.isWhitespace }
    let isCommand =
      text.hasPrefix(":") || Self.farewells.contains(text)
      || Command.all.contains { $0.name == word } || plainWordsInBetween(text) != nil
      || Command.behindPageKey(text) != nil || text.contains("=")
    guard !isCommand, let item = Parser.parse(text).items.first else { return nil }
    let own = Worksheet(units: sheet.units)
    let problem: FormulaProblem
    switch item {
    case .problem(let unread, _): problem = own.checked(unread)
    case .statement(let statement):
      guard let found = own.enter(statement).problem else { return nil }
      problem = found
    }
    let units = problem.offered.filter { unit($0) != nil }
    switch problem.kind {
    case .unknownName(let word, _), .unknownUnit(let word, _):
      if sheet.hasName(word) { return nil }
      let asked = answerKey.answer(for: key).map { [$0.unit.symbol] } ?? []
      return told(SessionDiagnostics.unknownUnitHere(word, near: units.isEmpty ? asked : units))
    default:
      guard !units.isEmpty else { return nil }
      var diagnostic = problem.diagnostic
      diagnostic.help = SessionDiagnostics.unitsToType(units)
      return told(diagnostic, in: SourceText(text))
    }
  }

  /// The unit that a text is, and nothing else.
  private func unit(_ text: String) -> Unit? {
    guard case .success(let expression) = Parser.formula(text),
      case .success(.quantity(1, let unit)) = Worksheet(units: sheet.units).evaluate(expression),
      unit != .one
    else { return nil }
    return unit
  }
}
