/// Commands typed without their colon, as in `next` or `goto 1.2.3`.
extension Session {
  /// What a command does whose colon was left out; nil where the line may be anything else: a
  /// name of the sheet, a statement, a line of text.
  func bareCommand(_ line: String) -> [SessionEvent]? {
    if Self.farewells.contains(line) { return command("quit") }
    let words = line.split(separator: " ", maxSplits: 1)
    guard let first = words.first.map(String.init),
      let found = Command.all.first(where: { $0.name == first }), !sheet.hasName(first)
    else { return nil }
    if found.bare == .never {
      guard words.count == 1, question.responseForm == .formulas else { return nil }
      return told(SessionDiagnostics.lacksColon(first))
    }
    if question.responseForm == .prose {
      return words.count == 1 && found.bare == .alsoInTexts ? command(line) : nil
    }
    if words.count == 1 { return command(line) }
    // Two words side by side are no formula; an operator between them makes one.
    guard let next = words[1].split(separator: " ").first, let sign = next.first,
      sign.isLetter || sign.isNumber, !Self.operators.contains(String(next))
    else { return nil }
    return command(line)
  }

  /// Words that stand between two operands.
  private static let operators: Set<String> = ["and", "if", "in", "or", "to"]
}
