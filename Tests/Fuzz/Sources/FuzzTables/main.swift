import Fuzzing
import SeparatedValues
import Submissions

/// A table changed in one cell has that cell, and all others as they were, byte for byte; a list of
/// students is read whatever it is.
fuzz { input in
  _ = RosterReader(input.text, name: "list.csv").problems.count
  guard let table = try? CellTable(input), table.rowCount > 0 else { return }
  // Where quotation marks stand astray, what separates is a guess, which a cell may turn.
  var scanner = CellScanner(input)
  while let row = try? scanner.next() { if row.strayQuote != nil { return } }
  let rows = (0..<table.rowCount).map(table.texts)
  hold(table.replacing([:]) == input, "a table that nothing is changed in stays as it is")
  let row = input.count % table.rowCount
  let place = CellTable.Place(row: row, column: Int(input[input.count / 2]) % rows[row].count)
  // A row of one cell that is made empty may be none any more.
  for text in ["new", "a \"b\";\t,\r\nc", ""] where !text.isEmpty || rows[row].count > 1 {
    guard let changed = try? CellTable(table.replacing([place: text])) else {
      return hold(false, "a table stays one with \(text.debugDescription) at \(place)")
    }
    var expected = rows
    expected[row][place.column] = text
    // What separates is found by counting in the first row.
    let found = (0..<changed.rowCount).map(changed.texts)
    if row > 0 { hold(found == expected, "only \(place) has become \(text.debugDescription)") }
  }
}
