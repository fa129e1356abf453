import Formulas
import Fuzzing

/// Statements of a text are told apart, and each of them alone reads as it did among the others; behind a
/// mistake, where what follows is guessed, they need only stand in their order.
fuzz { input in
  let text = input.text
  let outcome = Parser.parse(text)
  var end = 0
  var isSound = true
  for item in outcome.items {
    guard case .statement(let statement) = item else {
      isSound = false
      continue
    }
    hold(
      end <= statement.span.start && statement.span.end <= text.utf8.count,
      "\(statement.text.debugDescription) stands within the text, after what is before it")
    end = statement.span.start
    guard isSound else { continue }
    let alone = Parser.parse(statement.text)
    hold(
      alone.items.count == 1 && alone.statements.map(\.text) == [statement.text],
      "\(statement.text.debugDescription) is a statement by itself")
  }
  _ = Parser.formula(text)
}
