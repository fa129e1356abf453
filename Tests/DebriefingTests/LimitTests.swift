import Testing

@testable import Debriefing

/// One beyond each limit of docs/limits.md, and at it.
@Suite struct LimitTests {
  @Test(arguments: [
    (MarkFile.mostRows, 2, 9, "columns"), (1, 3, 99, "rows"), (3, 3, 15, "cells"),
    (3, 3, 16, nil as String?),
  ])
  func aFileOfMarksBeyondItsLimitsIsTold(_ rows: Int, _ columns: Int, _ cells: Int, _ what: String?)
  {
    let text = "id,a,b,c\n1,1,1,1\n2,1,0,1\n3,0,1,0\n"
    var reader = MarkReader(text, name: nil, most: (rows: rows, columns: columns, cells: cells))
    _ = reader.table()
    let told = reader.problems.map(\.diagnostic.message).first { $0.contains("more than") }
    #expect(told?.contains(what ?? "") ?? (what == nil))
  }
}
