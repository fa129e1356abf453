import Formulas

/// A factor is too many: one of the model answer's once more, or one that does not belong in it.
struct ExtraFactor: ErrorPattern {
  enum Manner: Hashable {
    /// It is in the model answer, and is there once more.
    case again
    case foreign
    case foreignDivisor
    /// A term of a sum is counted twice.
    case termTwice
  }

  let origin: FormulaTree.Origin
  let manner: Manner

  var isForeign: Bool { manner == .foreign || manner == .foreignDivisor }

  static func vary(_ node: Int, in variations: inout Variations) {
    if let part = variations.factor(node) {
      variations.add(
        Self(origin: part.origin, manner: .again), node,
        bare: part.numbers.map { $0 * $0 / part.one }, measured: part.numbers.map { $0 * $0 },
        change: part.unit, held: [part.origin])
    }
    if let part = variations.term(node) {
      variations.add(
        Self(origin: part.origin, manner: .termTwice), node, bare: part.bare { 2 * $0 },
        measured: part.numbers.map { 2 * $0 }, held: [part.origin])
    }
  }

  static func varyWhole(in variations: inout Variations) {
    let tree = variations.tree
    let present = Set(tree.nodes.map(\.origin))
    for name in variations.names where !present.contains(.name(name)) {
      if let value = variations.scope.value(of: name) { add(.name(name), value, &variations) }
    }
    let rowCount = tree.value.count
    for (table, _) in variations.scope.compiled.tables where table.rowCount == rowCount {
      for column in table.columns {
        let origin = FormulaTree.Origin.column(.column(table: table.name, column: column.heading))
        if !present.contains(origin) { add(origin, column.cells, &variations) }
      }
    }
  }

  private static func add(
    _ origin: FormulaTree.Origin, _ value: Value, _ variations: inout Variations
  ) {
    let whole = variations.whole
    guard let (numbers, unit) = variations.numbers(of: value, fitting: whole),
      !unit.isTemperaturePoint, whole.zero == 0
    else { return }
    let scale = unit.scale.value
    let own = variations.ownUnit(unit)
    func combined(_ operation: (Double, Double) -> Double, _ scale: Double) -> [Double] {
      FormulaTree.combined(whole.numbers, numbers) { operation($0, $1 * scale) } ?? whole.numbers
    }
    let root = variations.tree.root
    variations.add(
      Self(origin: origin, manner: .foreign), root, bare: combined(*, 1),
      measured: combined(*, scale), change: own, held: [origin])
    variations.add(
      Self(origin: origin, manner: .foreignDivisor), root, bare: combined(/, 1),
      measured: combined(/, scale), change: variations.power(own, -1), held: [origin])
  }

  var cause: Cause { Cause(.factorExtra, names: origin.names) }

  var rank: Int {
    switch manner {
    case .again, .termTwice: 9
    case .foreign: 11
    case .foreignDivisor: 12
    }
  }

  func clause(_ wording: CauseWording, isAlone: Bool) -> String {
    let thing = wording.thing(origin)
    return switch manner {
    case .again: "\(thing) is in it once too often"
    case .foreign: "\(thing) is one factor too many"
    case .foreignDivisor: "it is divided by \(thing), which does not belong in it"
    case .termTwice: "\(thing) is counted twice"
    }
  }

  var isOfNumbers: Bool { manner == .again || manner == .termTwice }
  var addsFactor: Bool { manner != .termTwice }

  func isTold(by figures: Int, in search: CauseSearch, _ tree: FormulaTree) -> Bool {
    switch manner {
    case .again: figures >= search.figuresOfUnnamed
    case .termTwice: figures >= CauseSearch.figures.single
    case .foreign, .foreignDivisor: figures >= CauseSearch.figures.pair
    }
  }

  func mayBeFirst(isComputed: Bool) -> Bool { isComputed && addsFactor }
}
