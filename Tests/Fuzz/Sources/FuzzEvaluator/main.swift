import Formulas
import Fuzzing
import Quantities

/// Small, so that many inputs are tried: going over is an ordinary mistake.
let budget = Budget(steps: 30_000, elements: 3000, calls: 60, kept: 20_000)

/// Whatever is entered comes to a value or a problem, and a value is read back as it is printed.
func enter(_ items: some Sequence<Parser.Item>, on sheet: Worksheet) -> [Entered] {
  items.compactMap { item in
    switch item {
    case .problem(let problem, _):
      _ = sheet.checked(problem).diagnostic.message
      return nil
    case .statement(let statement):
      let entered = sheet.enter(statement)
      _ = entered.problem?.diagnostic.message
      if let value = entered.value, value.elementCount < 100 {
        readsBack(value, on: sheet, statement.text)
      }
      return entered
    }
  }
}

/// Statements of a whole text, as of a file; or of line after line, of which those of a known shape
/// come to the same as those that are worked out.
fuzz { input in
  let text = input.text
  let sheet = Worksheet(units: UnitSystem(), budget: budget)
  if input.count % 2 == 0 {
    let outcome = Parser.parse(text)
    _ = enter(outcome.items.prefix(60), on: sheet)
    _ = Worksheet(units: UnitSystem(), budget: budget).load(outcome.statements)
    return
  }
  for line in text.split(whereSeparator: \.isNewline).prefix(60).map(String.init) {
    let known = sheet.value(ofKnownShape: line)
    let items = Parser.parse(line).items
    let entered = enter(items, on: sheet)
    if let known {
      hold(
        items.count == 1 && entered.first?.value?.isIdentical(to: known) == true
          && entered.first?.notices.isEmpty == true,
        "\(line) is the same by its shape, \(known.text())")
    } else if items.count == 1, case .statement(let statement) = items[0] {
      sheet.learnShape(statement, entered[0])
    }
  }
}

/// A printed number with its unit can be typed, and is printed the same again.
func readsBack(_ value: Value, on sheet: Worksheet, _ typed: String) {
  guard case .quantity(let number, let unit) = value, number.isFinite else { return }
  let printed = value.text()
  guard case .success(let formula) = Parser.formula(printed),
    case .success(let again) = sheet.evaluate(formula)
  else { return hold(false, "\(typed) is printed as \(printed), which cannot be typed") }
  hold(again.text() == printed, "\(typed) is printed as \(printed), read as \(again.text())")
  hold(
    again.unit?.dimension == unit.dimension, "\(printed) is of the dimension of \(typed)")
}
