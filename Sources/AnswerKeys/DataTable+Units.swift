import Diagnostics
import Exercises
import Formulas
import Quantities

extension DataTable {
  /// The table with its units read.
  func computed(
    in units: UnitSystem, _ problems: inout [(line: Int, text: String, diagnostic: Diagnostic)]
  ) -> Table {
    let columns = columns.map { column -> Table.Column in
      switch column.cells {
      case .texts(let texts): return Table.Column(heading: column.heading, cells: .texts(texts))
      case .numbers(let numbers):
        var unit = Unit.one
        if let text = column.unit {
          switch Parser.formula(text.text).flatMap({ Worksheet(units: units).evaluate($0) }) {
          case .success(.quantity(1, let own)): unit = own
          case .success:
            problems.append((text.line, text.text, ReferenceWording.notAUnit(text.text)))
          case .failure(let problem):
            problems.append((text.line, text.text, problem.diagnostic))
          }
        }
        return Table.Column(heading: column.heading, cells: .column(numbers, unit))
      }
    }
    return Table(name: name, columns: columns, rowCount: rowCount)
  }
}
