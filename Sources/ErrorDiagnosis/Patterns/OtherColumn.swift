import Formulas

/// A column stands where another of its table belongs.
struct OtherColumn: ErrorPattern {
  let used: Worksheet.Key
  let replaced: FormulaTree.Origin

  static func vary(_ node: Int, in variations: inout Variations) {
    let part = variations.tree.nodes[node]
    guard case .leaf = part.kind, case .column(.column(let name, let heading)) = part.origin,
      let table = variations.scope.table(name)
    else { return }
    for column in table.columns where column.heading != heading {
      guard case .column(let numbers, let unit) = column.cells else { continue }
      let used = Worksheet.Key.column(table: name, column: column.heading)
      variations.replace(
        node, by: numbers, unit, Self(used: used, replaced: part.origin), used: .column(used))
    }
  }

  var cause: Cause { Cause(.otherColumn, names: ["\(used)"] + replaced.names) }
  var rank: Int { 8 }

  func clause(_ wording: CauseWording, isAlone: Bool) -> String {
    "`\(used)` stands where \(wording.thing(replaced)) belongs"
  }

  var isOfNumbers: Bool { false }
  func mayBeFirst(isComputed: Bool) -> Bool { isComputed }
  func maySecond(isComputed: Bool, _ formula: StudentFormula) -> Bool { isComputed }
}
