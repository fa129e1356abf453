import AnswerKeys
import Formulas
import Quantities

/// A part of a model answer changed as a slip would change it.
struct Variation {
  var slip: Slip
  var node: Int
  /// The part's numbers for someone who computes with bare numbers: what is dropped leaves 1 of
  /// its stated unit.
  var bare: [Double]
  /// The part's numbers for someone who computes with units: what is dropped leaves 1.
  var measured: [Double]
  /// By what the part's unit is multiplied, with units.
  var change: Unit
  /// Parts that a formula with this slip has, and parts that it lacks.
  var held: [ModelFormula.Origin] = []
  var lacking: [ModelFormula.Origin] = []
}

/// All single variations of a model answer.
public struct Variations {
  private let tree: ModelFormula
  private let scope: ModelScope
  private let names: [String]
  private let isOfDegrees: Bool
  private(set) var all: [Variation] = []

  /// - Parameter factors: further factors by which the whole may be too large.
  init(
    of tree: ModelFormula, _ answer: Reference.Answer, in scope: ModelScope,
    factors: [Double] = []
  ) {
    self.tree = tree
    self.scope = scope
    names = scope.names(for: answer)
    isOfDegrees = answer.unit.isDegree
    for node in tree.nodes.indices where !tree.nodes[node].isChanged { vary(node) }
    let symbol = answer.unit.symbol
    varyWhole(
      by: UnitMixups.ofTurns.contains(where: symbol.contains)
        ? factors + [Conversions.turn, 1 / Conversions.turn] : factors)
    // A part that comes to the same changed or not explains nothing.
    all.removeAll { variation in
      Self.isSame(variation.bare, tree.nodes[variation.node].numbers)
        && Self.isSame(variation.measured, tree.nodes[variation.node].numbers)
    }
  }

  /// Numbers of a part up to which rarer slips are tried in it, and replacements by other names
  /// that are tried in all.
  private static let longest = 2000
  private static let mostReplacements = 2000

  public static func isSame(_ left: [Double], _ right: [Double]) -> Bool {
    left.count == right.count
      && zip(left, right).allSatisfy { $0 == $1 || abs($0 - $1) <= 1e-9 * abs($1) }
  }

  private mutating func add(
    _ slip: Slip, _ node: Int, bare: [Double], measured: [Double]? = nil, change: Unit? = .one,
    held: [ModelFormula.Origin] = [], lacking: [ModelFormula.Origin] = []
  ) {
    guard let change else { return }
    all.append(
      Variation(
        slip: slip, node: node, bare: bare, measured: measured ?? bare, change: change,
        held: held, lacking: lacking))
  }

  private func power(_ unit: Unit, _ exponent: Int32) -> Unit? {
    try? unit.power(Exponent(exponent))
  }

  /// Whether a part is the whole, but for its name.
  private func isWhole(_ node: Int) -> Bool {
    guard let parent = tree.nodes[node].parent else { return true }
    if case .named = tree.nodes[parent].kind { return isWhole(parent) }
    return false
  }

  /// What a part is called, by its own name where it has one.
  private func nameable(_ node: Int) -> ModelFormula.Origin {
    guard let parent = tree.nodes[node].parent, case .named = tree.nodes[parent].kind else {
      return tree.nodes[node].origin
    }
    return tree.nodes[parent].origin
  }

  // MARK: Parts

  private mutating func vary(_ node: Int) {
    let part = tree.nodes[node]
    if let parent = part.parent {
      switch tree.nodes[parent].kind {
      case .product(let factors):
        varyFactor(node, isDivisor: factors.contains { $0.node == node && $0.isDivisor })
      case .sum(let terms): varyTerm(node, among: terms)
      case .leaf, .aggregate, .named: break
      }
    }
    switch part.kind {
    case .aggregate(let name, let inner):
      for other in Aggregation.names where other != name {
        guard let number = Aggregation.value(other, tree.nodes[inner].numbers) else { continue }
        let isCount = other == "count" || name == "count"
        let count = other == "count" ? power(part.unit, -1) : part.unit
        add(
          .aggregate(used: other, of: isWhole(node) ? nil : nameable(node)), node,
          bare: [isCount ? number * part.one : number],
          measured: [number], change: isCount ? count : .one)
      }
    case .product(let factors):
      varyRatio(node, factors)
      varyQuotient(node, factors)
    case .leaf:
      if case .column(let key) = part.origin { varyColumn(node, key) }
      if case .name(let name) = part.origin { varyName(node, name) }
      // Of a product, the whole is 100 times too large with it, which is said of that.
      let isShare =
        part.unit == .one && part.numbers.count == 1 && (0..<1).contains(part.numbers[0])
      if isShare, let whole = tree.value(replacing: node, by: [part.numbers[0] * 100]),
        !Self.isSame(whole, tree.value.map { $0 * 100 })
      {
        add(.percentPart(part.origin), node, bare: [part.numbers[0] * 100])
      }
    case .named:
      if case .name(let name) = part.origin { varyName(node, name) }
    case .sum: break
    }
  }

  private mutating func varyFactor(_ node: Int, isDivisor: Bool) {
    let part = tree.nodes[node]
    let origin = part.origin
    guard origin != .unit else { return }
    varyZero(node)
    if origin != .part {
      add(
        .factorMissing(origin), node, bare: [part.one], measured: [1],
        change: power(part.unit, -1), lacking: [origin])
    }
    add(
      .factorExtra(origin, .again), node, bare: part.numbers.map { $0 * $0 / part.one },
      measured: part.numbers.map { $0 * $0 }, change: part.unit, held: [origin])
    add(
      .invertedFactor(origin, shouldDivide: isDivisor), node,
      bare: part.numbers.map { part.one * part.one / $0 },
      measured: part.numbers.map { 1 / $0 }, change: power(part.unit, -2), held: [origin])
  }

  /// 20 for a temperature of 20 °C that has to be 293.15 K, and 283.15 for a difference of 10 K.
  private mutating func varyZero(_ node: Int) {
    let part = tree.nodes[node]
    if part.zero != 0 {
      add(
        .offset(part.origin, isDifference: false), node, bare: part.numbers.map { $0 - part.zero },
        held: [part.origin])
      return
    }
    var inner = node
    while case .named(let next) = tree.nodes[inner].kind { inner = next }
    guard case .sum(let terms) = tree.nodes[inner].kind,
      let zero = terms.map({ tree.nodes[$0.node].zero }).first(where: { $0 != 0 })
    else { return }
    add(
      .offset(part.origin, isDifference: true), node, bare: part.numbers.map { $0 + zero },
      held: [part.origin])
  }

  private mutating func varyTerm(_ node: Int, among terms: [ModelFormula.Term]) {
    let part = tree.nodes[node]
    let nothing = part.numbers.map { _ in 0.0 }
    if terms.count > 1 {
      add(
        .termMissing(part.origin), node, bare: part.bare { _ in 0 }, measured: nothing,
        lacking: [part.origin])
      add(
        .termTwice(part.origin), node, bare: part.bare { 2 * $0 },
        measured: part.numbers.map { 2 * $0 }, held: [part.origin])
      add(
        .sign(part.origin), node, bare: part.bare { -$0 }, measured: part.numbers.map { -$0 },
        held: [part.origin])
    }
    guard part.numbers.count <= Self.longest else { return }
    for factor in Conversions.common {
      add(.scale(factor, of: part.origin), node, bare: part.bare { $0 * factor })
      add(.scale(1 / factor, of: part.origin), node, bare: part.bare { $0 / factor })
    }
  }

  /// `mean(a / b)` for `sum(a) / sum(b)`.
  private mutating func varyRatio(_ node: Int, _ factors: [ModelFormula.Factor]) {
    guard factors.count == 2, let top = factors.first(where: { !$0.isDivisor }),
      let bottom = factors.first(where: \.isDivisor), let first = summed(top.node),
      let second = summed(bottom.node), first.count == second.count,
      let ratio = ModelFormula.combined(first, second, { $0 / $1 }),
      let mean = Aggregation.value("mean", ratio)
    else { return }
    add(.averageOfRatios, node, bare: [mean])
  }

  /// `speed / (a * b)` for `a * b / speed` at the head of a product.
  private mutating func varyQuotient(_ node: Int, _ factors: [ModelFormula.Factor]) {
    guard let place = factors.firstIndex(where: \.isDivisor), factors.count > place + 1
    else { return }
    let whole = tree.nodes[node]
    var head: [Double]? = [1]
    var one = 1.0
    var unit = Unit.one
    for factor in factors[...place] {
      let part = tree.nodes[factor.node]
      head = ModelFormula.combined(head, part.numbers) { factor.isDivisor ? $0 / $1 : $0 * $1 }
      one = factor.isDivisor ? one / part.one : one * part.one
      guard let next = try? unit.product(with: part.unit, inverted: factor.isDivisor) else {
        return
      }
      unit = next.unit
    }
    let origin = tree.nodes[factors[place].node].origin
    let isQuotient = factors[..<place].contains { factor in
      let part = tree.nodes[factor.node]
      return part.numbers != [part.one]
    }
    guard isQuotient, let head,
      let bare = ModelFormula.combined(whole.numbers, head, { $0 * (one / $1) * (one / $1) }),
      let measured = ModelFormula.combined(whole.numbers, head, { $0 / $1 / $1 })
    else { return }
    add(
      .invertedQuotient(origin), node, bare: bare, measured: measured, change: power(unit, -2),
      held: [origin])
  }

  /// The column behind a sum or mean, whatever its name.
  private func summed(_ node: Int) -> [Double]? {
    switch tree.nodes[node].kind {
    case .named(let inner): summed(inner)
    case .aggregate(let name, let inner):
      name == "sum" || name == "mean" ? tree.nodes[inner].numbers : nil
    case .leaf, .product, .sum: nil
    }
  }

  private mutating func varyColumn(_ node: Int, _ key: Worksheet.Key) {
    guard case .column(let name, let heading) = key, let table = scope.table(name) else { return }
    for column in table.columns where column.heading != heading {
      guard case .column(let numbers, let unit) = column.cells else { continue }
      let used = Worksheet.Key.column(table: name, column: column.heading)
      replace(
        node, numbers, unit, slip: .otherColumn(used: used, insteadOf: tree.nodes[node].origin),
        used: .column(used))
    }
  }

  private mutating func varyName(_ node: Int, _ name: String) {
    guard tree.nodes[node].numbers.count <= Self.longest,
      tree.nodes.count * names.count <= Self.mostReplacements
    else { return }
    for other in names where other != name {
      guard let value = scope.value(of: other), let unit = value.unit, let numbers = value.numbers,
        numbers.count == 1 || numbers.count == tree.nodes[node].numbers.count
      else { continue }
      replace(
        node, numbers, unit,
        slip: .otherName(used: other, insteadOf: tree.nodes[node].origin), used: .name(other))
    }
  }

  private mutating func replace(
    _ node: Int, _ numbers: [Double], _ unit: Unit, slip: Slip, used: ModelFormula.Origin
  ) {
    let part = tree.nodes[node]
    let own = unit.withoutCounts.baseUnit
    add(
      slip, node, bare: numbers.map { part.zero + $0 * part.one },
      measured: unit.inBaseUnits(numbers),
      change: (try? own.product(with: part.unit, inverted: true))?.unit, held: [used],
      lacking: [part.origin])
  }

  // MARK: The whole

  private mutating func varyWhole(by factors: [Double]) {
    let root = tree.root
    let whole = tree.nodes[root]
    let isOfData = tree.nodes.contains { $0.unit.symbol.contains("bit") }
    var scales: [Double] = []
    let own =
      (isOfData ? [Conversions.byte] : []) + (isOfDegrees ? [Conversions.radian] : [])
    for factor in Conversions.all + own {
      scales += [factor, 1 / factor]
    }
    for factor in factors where !scales.contains(where: { Conversions.isNear($0, factor) }) {
      scales.append(factor)
    }
    for factor in scales {
      add(.scale(factor, of: nil), root, bare: whole.bare { $0 * factor })
    }
    if let percentage {
      for factor in [100, 0.01] {
        add(.percent(percentage, factor: factor), root, bare: whole.numbers.map { $0 * factor })
      }
    }
    add(.sign(nil), root, bare: whole.bare { -$0 })
    if whole.zero == 0 {
      add(
        .inverted, root, bare: whole.numbers.map { whole.one * whole.one / $0 },
        measured: whole.numbers.map { 1 / $0 }, change: power(whole.unit, -2))
    }
    var present: Set<ModelFormula.Origin> = []
    for node in tree.nodes { present.insert(node.origin) }
    for name in names where !present.contains(.name(name)) {
      if let value = scope.value(of: name) { varyByExtra(.name(name), value) }
    }
    for (table, _) in scope.reference.tables where table.rowCount == whole.numbers.count {
      for column in table.columns {
        let origin = ModelFormula.Origin.column(
          .column(table: table.name, column: column.heading))
        if !present.contains(origin) { varyByExtra(origin, column.cells) }
      }
    }
    for name in names.prefix(100) {
      guard let value = scope.value(of: name), let numbers = value.numbers, let unit = value.unit,
        numbers.count == 1 || numbers.count == whole.numbers.count
      else { continue }
      replace(
        root, numbers, unit, slip: .otherName(used: name, insteadOf: nil), used: .name(name))
    }
  }

  private mutating func varyByExtra(_ origin: ModelFormula.Origin, _ value: Value) {
    let whole = tree.nodes[tree.root]
    guard let unit = value.unit, let numbers = value.numbers, !unit.isTemperaturePoint,
      whole.zero == 0,
      numbers.count == 1 || numbers.count == whole.numbers.count
    else { return }
    let scale = unit.scale.value
    let own = unit.withoutCounts.baseUnit
    func combined(_ operation: (Double, Double) -> Double, _ scale: Double) -> [Double] {
      ModelFormula.combined(whole.numbers, numbers) { operation($0, $1 * scale) } ?? whole.numbers
    }
    add(
      .factorExtra(origin, .foreign), tree.root, bare: combined(*, 1), measured: combined(*, scale),
      change: own, held: [origin])
    add(
      .factorExtra(origin, .foreignDivisor), tree.root, bare: combined(/, 1),
      measured: combined(/, scale), change: power(own, -1), held: [origin])
  }

  /// The figure that is a percentage; nil where there is none.
  private var percentage: ModelFormula.Origin?? {
    for node in tree.nodes {
      guard case .leaf = node.kind, node.unit == .one, node.numbers.count == 1 else { continue }
      let isShare = node.numbers[0] > 0 && node.numbers[0] < 1
      switch node.origin {
      case .literal, .name:
        if isShare { return .some(node.origin.names.isEmpty ? nil : node.origin) }
      case .column, .formula, .unit, .part: break
      }
    }
    return Conversions.isNear(tree.nodes[tree.root].one, 0.01) ? .some(nil) : .none
  }
}
