import Diagnostics
import ItemAnalysis

/// Marks from elsewhere as comma-separated values: a row of headings, of which all but the first
/// name questions; a row of maxima that begins with `max`; a row a student.
///
/// Semicolons and tabs separate as well, and there a comma may be the decimal sign. An empty cell
/// and `-` count as 0, which is said. Who a student is does not matter and is not kept.
public struct MarkFile: Sendable {
  /// Nil where there is an error among the problems.
  public private(set) var table: MarkTable?
  /// In the order of the file, each with its line; those of one kind beyond the first few are
  /// counted.
  public let problems: [LocatedDiagnostic]

  static let mostRows = 1_000_000
  static let mostColumns = 1000
  /// Of all rows together.
  static let mostCells = 4_000_000

  /// - `name`: of the file, for the reader.
  public init(_ text: String, name: String? = nil) {
    var reader = MarkReader(text, name: name)
    table = reader.table()
    problems = reader.problems
    if problems.contains(where: { $0.diagnostic.severity == .error }) { table = nil }
  }
}
