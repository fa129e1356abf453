import Diagnostics
import Exercises
import Formulas
import Quantities

extension DataTable {
  /// The table with its units read.
  func computed(
    in units: UnitSystem, report: (Diagnostic, AuthorFormula) -> Void
  ) -> Table {
    let columns = columns.map { column -> Table.Column in
      switch column.cells {
      case .texts(let texts): return Table.Column(heading: column.heading, cells: .texts(texts))
      case .numbers(let numbers):
        var unit = Unit.one
        if let text = column.unit {
          switch units.unit(of: text) {
          case .success(let own): unit = own
          case .failure(let fault): report(fault.diagnostic(of: text), text)
          }
        }
        return Table.Column(heading: column.heading, cells: .column(numbers, unit))
      }
    }
    return Table(name: name, columns: columns, rowCount: rowCount)
  }
}
