import TextLayout

/// Commands typed without their colon, as in `next` or `goto 1.2.3`.
extension Session {
  static let farewells: Set<String> = ["exit", "quit", "exit()", "quit()", "bye"]

  /// Commands that do nothing which a word of a text, or a slip, should bring about.
  private static let harmless: Set<String> = ["back", "hint", "next", "question", "status", "undo"]

  /// What a command does whose colon was left out; nil where the line may be anything else: a
  /// name of the sheet, a statement, a line of text.
  func bareCommand(_ line: String) -> [SessionEvent]? {
    if Self.farewells.contains(line) { return command("quit") }
    if line == "help" || line == "?" { return command("help") }
    let words = line.split(separator: " ", maxSplits: 1)
    guard let first = words.first.map(String.init),
      Self.commands.contains(where: { $0.name == first }), !sheet.allNames.contains(first),
      first != "reset"
    else { return nil }
    if case .text = question.body {
      return words.count == 1 && Self.harmless.contains(first) ? command(line) : nil
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
