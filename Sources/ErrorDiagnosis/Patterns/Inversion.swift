import Diagnostics

/// What divides and what is divided have changed places.
struct Inversion: ErrorPattern {
  enum Place: Hashable {
    case whole
    /// A factor is on the wrong side of a division: one that should divide, or should multiply.
    case factor(FormulaTree.Origin, shouldDivide: Bool)
    /// What stands before a division and what divides it.
    case quotient(FormulaTree.Origin)
    /// Several factors.
    case factors([FormulaTree.Origin])
    /// All of a part.
    case part(FormulaTree.Origin)
  }

  let place: Place

  static func vary(_ node: Int, in variations: inout Variations) {
    // The inverse of 10 is a hundredth of it, and that is a slip of the decimal point.
    if let part = variations.factor(node),
      part.numbers.count > 1 || !Conversions.isPowerOfTen(abs(part.figure(part.numbers[0])))
    {
      let place = Place.factor(part.origin, shouldDivide: variations.isDivisor(node))
      variations.add(
        Self(place: place), node, bare: part.numbers.map { part.one * part.one / $0 },
        measured: part.numbers.map { 1 / $0 }, change: variations.power(part.unit, -2),
        held: [part.origin])
    }
    let tree = variations.tree
    if let parent = tree.nodes[node].parent, case .call = tree.nodes[parent].kind,
      case .product(let factors) = tree.nodes[node].kind, factors.contains(where: \.isInverse),
      // Of a logarithm that is a term, the sign is turned by it.
      !(tree.isLogarithm(parent) && variations.isTerm(parent))
    {
      variations.add(
        Self(place: .part(tree.nodes[node].origin)), node,
        bare: tree.nodes[node].numbers.map { 1 / $0 })
    }
    varyPairs(node, &variations)
    if case .product(let factors) = variations.tree.nodes[node].kind {
      varyQuotient(node, factors, &variations)
    }
  }

  /// `b / a` for `a / b` among other factors.
  private static func varyPairs(_ node: Int, _ variations: inout Variations) {
    let tree = variations.tree
    guard case .product(let factors) = tree.nodes[node].kind, factors.count > 2 else { return }
    let named = factors.filter {
      tree.nodes[$0.node].origin.isNamed && !tree.isPlainNumber($0.node)
    }
    let whole = tree.nodes[node]
    for above in named where !above.isInverse {
      for below in named where below.isInverse {
        let (first, second) = (tree.nodes[above.node], tree.nodes[below.node])
        guard let ratio = FormulaTree.combined(first.numbers, second.numbers, /),
          let measured = FormulaTree.combined(whole.numbers, ratio, { $0 / $1 / $1 }),
          let unit = tree.unit(ofProduct: [above, below], variations.plainUnits)
        else { continue }
        let one = first.one / second.one
        variations.add(
          Self(place: .factors([first.origin, second.origin])), node,
          bare: FormulaTree.combined(whole.numbers, ratio, { $0 * (one / $1) * (one / $1) })
            ?? measured,
          measured: measured, change: variations.power(unit, -2),
          held: [first.origin, second.origin])
      }
    }
  }

  /// `speed / (a * b)` for `a * b / speed` at the head of a product.
  private static func varyQuotient(
    _ node: Int, _ factors: [FormulaTree.Operand], _ variations: inout Variations
  ) {
    guard let place = factors.firstIndex(where: \.isInverse), factors.count > place + 1
    else { return }
    let tree = variations.tree
    let whole = tree.nodes[node]
    let head = factors[...place]
    let one = head.reduce(1) {
      $1.isInverse ? $0 / tree.nodes[$1.node].one : $0 * tree.nodes[$1.node].one
    }
    let origin = tree.nodes[factors[place].node].origin
    let isQuotient = factors[..<place].map { tree.nodes[$0.node] }
      .contains { $0.numbers != [$0.one] }
    guard isQuotient, let numbers = tree.product(of: head),
      let unit = tree.unit(ofProduct: head, variations.plainUnits),
      let bare = FormulaTree.combined(whole.numbers, numbers, { $0 * (one / $1) * (one / $1) }),
      let measured = FormulaTree.combined(whole.numbers, numbers, { $0 / $1 / $1 })
    else { return }
    variations.add(
      Self(place: .quotient(origin)), node, bare: bare, measured: measured,
      change: variations.power(unit, -2), held: [origin])
  }

  static func varyWhole(in variations: inout Variations) {
    let whole = variations.whole
    guard whole.zero == 0 else { return }
    variations.add(
      Self(place: .whole), variations.tree.root,
      bare: whole.numbers.map { whole.one * whole.one / $0 },
      measured: whole.numbers.map { 1 / $0 }, change: variations.power(whole.unit, -2))
  }

  var cause: Cause {
    switch place {
    case .whole: Cause(.inverted)
    case .factors(let origins): Cause(.inverted, names: origins.flatMap(\.names))
    case .part(let origin): Cause(.inverted, names: origin.names)
    case .factor(let origin, _), .quotient(let origin): Cause(.inverted, names: origin.names)
    }
  }

  var rank: Int { 5 }

  func clause(_ wording: CauseWording, isAlone: Bool) -> String {
    switch place {
    case .whole: "it is upside down: what divides and what is divided have changed places"
    case .factor(let origin, shouldDivide: true):
      "it is to be divided by \(wording.thing(origin)), not multiplied"
    case .factor(let origin, shouldDivide: false):
      "it is to be multiplied by \(wording.thing(origin)), not divided"
    case .quotient(let origin): "the division by \(wording.thing(origin)) is upside down"
    case .factors(let origins):
      "\(enumeration(origins.map(wording.thing))) are on the wrong side of the line: what multiplies"
        + " is to divide, and what divides to multiply"
    case .part(let origin): "\(wording.thing(origin)) is upside down"
    }
  }

  func isTold(by figures: Int, in search: CauseSearch, _ tree: FormulaTree) -> Bool {
    switch place {
    case .whole: figures >= CauseSearch.figures.common
    case .factor(let origin, _): figures >= search.figuresOfUnnamed(for: origin)
    case .quotient, .factors: figures >= CauseSearch.figures.single
    case .part: figures >= CauseSearch.figures.common
    }
  }

  func mayBeFirst(isComputed: Bool) -> Bool {
    if case .factor = place { isComputed } else { false }
  }
}
