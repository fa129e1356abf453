import Formulas
import Testing

@testable import Tutoring

@Suite struct TableSearchTests {
  private static let table = Table(
    name: "towns",
    columns: [
      Table.Column(heading: "Town", cells: .texts(["Zürich", "Genève", "New York"])),
      Table.Column(heading: "Sight", cells: .texts(["Lake, hills", "Lake", "Towers"])),
      Table.Column(heading: "Height", cells: .column([408, 375, .nan], .one)),
    ], rowCount: 3)

  @Test(arguments: [
    ("lake", [0, 1]), ("LAKE", [0, 1]), ("zurich", [0]), ("Geneve", [1]), ("GENÈVE", [1]),
    ("gene\u{300}ve", [1]), ("new york", [2]), ("lake 375", [1]), ("hill", [0]), ("408", [0]),
    ("tower lake", []), ("", [0, 1, 2]), ("xyz", []),
  ]) func rowsAreFoundByWordsInAnyCellWhateverCaseAndAccents(_ text: String, _ rows: [Int]) {
    #expect(TableSearch(text).rows(of: Self.table) == rows)
  }
}
