import AnswerKeys
import Formulas
import Quantities

/// What a student's formula has against the model's.
struct FormulaAlignment {
  /// The slips; none where the formulas are the same.
  private(set) var errors: [any ErrorPattern] = []

  /// Temperatures of the model, by name.
  private(set) var temperatures: [FormulaTree.Origin] = []

  /// Whether figures of the student's formula stand there without their units.
  private(set) var isBare = false

  /// Slips that are told at once, those of factors left out apart.
  private static let limit = 3

  /// Nil where the two have too little in common to say anything.
  ///
  /// - Parameters:
  ///   - one: the size of 1 of the unit asked for, in base units.
  ///   - names: that could be taken for one another, with what they stand for.
  init?(
    model: FormulaTree, student: FormulaTree, one: Double, names: Aligner.Vocabulary
  ) {
    temperatures = model.nodes.filter { node in
      node.origin.isNamed && node.unit.dimension == Temperatures.dimension
    }.map(\.origin)
    let own = Self.names(of: model)
    let shared = own.intersection(Self.names(of: student))
    // A name of the model may stand there as one figure, or with all that it is made of.
    let given = PartBuilder(tree: student, kept: shared).whole
    let foreign = Self.names(of: student).subtracting(own)
    var best: Comparison?
    func compare(_ mine: Part, _ given: Part) {
      var aligner = Aligner(model, names)
      let comparison = aligner.compare(mine, given)
      if comparison.cost < best?.cost ?? .infinity { best = comparison }
    }
    var tried: [(kept: Set<FormulaTree.Origin>, mine: Part)] = []
    let ways = [{ shared }, { own }, { shared.union(model.absent(in: student)) }]
    for way in ways where best?.cost != 0 {
      let kept = way()
      if tried.contains(where: { $0.kept == kept }) { continue }
      tried.append((kept, PartBuilder(tree: model, kept: kept).whole))
      compare(tried[tried.count - 1].mine, given)
    }
    // A name that has no place in the model may stand there for another.
    if !foreign.isEmpty, best?.cost != 0 {
      let whole = PartBuilder(tree: student, kept: shared.union(foreign)).whole
      for (_, mine) in tried { compare(mine, whole) }
    }
    guard let comparison = best else { return nil }
    if let found = Self.verified(comparison, model, student, one: one),
      Self.isSure(comparison, found)
    {
      errors = Self.unique(found.compactMap(\.error))
      if Set(errors.map(\.cause.kind)).count > 1,
        let step = PartialResult(of: model, at: student.value, student.whole.unit)
      {
        errors = [step]
      }
      isBare = comparison.isBare
      // Where °C are asked for, figures in degrees are no slip of their own.
      if isBare, model.whole.zero != 0, errors.contains(where: { !($0 is WrongZero) }) {
        errors.removeAll { $0 is WrongZero }
      }
      return
    }
    guard let missing = Self.missing(PartBuilder(tree: model, kept: shared).whole, given) else {
      return nil
    }
    errors = [missing]
  }

  /// The differences, with what the student converts by hand among figures without units: nothing
  /// where it goes for the whole, and a slip where it goes for a part. Nil where they do not come to
  /// the student's value.
  private static func verified(
    _ comparison: Comparison, _ model: FormulaTree, _ student: FormulaTree, one: Double
  ) -> [Difference]? {
    guard var found = merged(comparison.differences) else { return nil }
    let merged = found
    if verify(&found, comparison, model, student, one: one) { return found }
    found = merged.map { difference in
      guard case .conversion(let size, let node, let numbers) = difference.trace else {
        return difference
      }
      return Difference(
        error: WrongScale(size: size, origin: model.nameable(node)),
        edits: [.init(node: node, change: .multiply(numbers))], cost: Aligner.Cost.slip)
    }
    guard found.contains(where: { $0.error is WrongScale }),
      verify(&found, comparison, model, student, one: one)
    else { return nil }
    return found
  }

  private static func names(of tree: FormulaTree) -> Set<FormulaTree.Origin> {
    Set(tree.nodes.map(\.origin).filter(\.isNamed))
  }

  /// Differences that are one slip are told as one; nil where they contradict one another.
  private static func merged(_ differences: [Difference]) -> [Difference]? {
    var result = differences
    for (place, difference) in result.enumerated() {
      guard let first = difference.error as? OtherName, let replaced = first.replaced,
        let other = result.indices.first(where: { index in
          guard index > place, let second = result[index].error as? OtherName else { return false }
          return second.replaced == .name(first.used) && .name(second.used) == replaced
        })
      else { continue }
      result[place].error = Swapped(first: replaced, second: .name(first.used))
      result[place].edits += result[other].edits
      result.remove(at: other)
      break
    }
    // Two figures that have each other's place.
    for first in result.indices {
      guard case .replaced(let mine, let own) = result[first].trace else { continue }
      let other = result.indices.first { index in
        guard index > first, case .replaced(let second, let used) = result[index].trace else {
          return false
        }
        return Sameness(mine.numbers, used.numbers, within: used.slack) != nil
          && Sameness(second.numbers, own.numbers, within: own.slack) != nil
      }
      guard let other, case .replaced(let second, _) = result[other].trace else { continue }
      result[first].error = Swapped(first: mine.origin, second: second.origin)
      result[first].edits += result[other].edits
      result.remove(at: other)
      break
    }
    // A figure of another kind of quantity is a slip only where the two are exchanged.
    if result.contains(where: { ($0.error as? OtherName)?.isOfOtherKind == true }) { return nil }
    // What is added or subtracted where it should multiply or divide is another formula.
    for case .missing(let factor) in result.map(\.trace) {
      if result.contains(where: { ($0.error as? ExtraTerm)?.origin == factor.part.origin }) {
        return nil
      }
      for case .extraTerm(let term) in result.map(\.trace) {
        let figure = factor.part.numbers.first.map { $0 / factor.part.one } ?? .nan
        if factor.part.origin.isNamed && factor.part.origin == term.part.origin
          || term.part.numbers.first.map({ Conversions.isNear($0, figure) }) == true
        {
          return nil
        }
      }
    }
    // A figure above 1 turns the sign of its logarithm, and that is seen to.
    if result.contains(where: { $0.error is WrongPercentage }) {
      for place in result.indices where (result[place].error as? WrongSign)?.origin == nil {
        if result[place].error is WrongSign { result[place].error = nil }
      }
    }
    return result
  }

  /// Whether enough of the formula is found for the rest to be told.
  private static func isSure(_ comparison: Comparison, _ differences: [Difference]) -> Bool {
    guard !comparison.isOpaque else { return false }
    let told = unique(differences.compactMap(\.error))
    // A part that is missing and something else in its place are another formula.
    if told.count > 1, told.contains(where: { $0 is MissingPart }) { return false }
    if told.allSatisfy({ $0 is MissingFactor }) { return comparison.matched > 0 }
    func has(_ fits: (any ErrorPattern) -> Bool) -> Bool { told.contains(where: fits) }
    // One figure for another that is no like of it.
    if has({ $0 is MissingNumber || ($0 as? MissingFactor)?.origin.isNamed == false }),
      has({ $0 is ExtraNumber || ($0 as? ExtraFactor)?.isForeign == true })
    {
      return false
    }
    if told.count > 1,
      has({ ($0 as? ExtraFactor)?.origin == .part })
        || has({ ($0 as? WrongFunction)?.isLeftOut == true })
          && has({ $0 is ExtraTerm || $0 is ExtraFactor })
    {
      return false
    }
    let kinds = Set(told.map(\.cause.kind)).count
    // Figures without units, of which nothing is converted, say less.
    if comparison.isBare, kinds - (has { $0 is WrongScale } ? 1 : 0) > 1, comparison.matched < 3 {
      return false
    }
    if told.contains(where: { $0 is Swapped }), comparison.matched < 2 { return false }
    // A term that is another one altogether may be the one that is missing, with slips in it.
    let isTermMissing = has { $0 is MissingTerm }
    for case .extraTerm(let term) in differences.map(\.trace)
    where isTermMissing && !(term.part.isAtom && term.part.origin.isNamed) {
      return false
    }
    return told.count <= limit && (kinds > 2 ? kinds + 1 : kinds) <= max(1, comparison.matched)
  }

  private static func unique(_ errors: [any ErrorPattern]) -> [any ErrorPattern] {
    var result: [any ErrorPattern] = []
    for error in errors where !result.contains(where: error.isSame) { result.append(error) }
    // A number that goes with what is left out is not there yet either.
    if result.contains(where: { $0 is MissingFactor }) { result.removeAll { $0 is MissingNumber } }
    return result
  }

  /// Whether the model's formula with the differences comes to what the student's does. A
  /// conversion that figures without units lack is added to the differences.
  private static func verify(
    _ differences: inout [Difference], _ comparison: Comparison, _ model: FormulaTree,
    _ student: FormulaTree, one: Double
  ) -> Bool {
    guard let changed = model.applying(differences)?.value else { return false }
    let closeness = 1e-6 + (comparison.deviation > 0 ? min(student.whole.slack, 0.02) : 0)
    func isNear(_ left: [Double], _ right: [Double]) -> Bool {
      guard let ratios = FormulaTree.combined(left, right, /) else { return false }
      return ratios.allSatisfy { abs($0 - 1) <= closeness || $0.isNaN }
    }
    if !comparison.isBare || student.whole.unit.dimension == model.whole.unit.dimension,
      isNear(changed, student.value)
    {
      return true
    }
    if comparison.isBare, student.whole.unit.dimension == model.whole.unit.dimension,
      student.whole.unit != .one,
      let ratio = FormulaTree.combined(student.value, changed, /)?.first(where: \.isFinite),
      ratio > 0,
      let size = Conversions.nearest(ratio, within: closeness)
    {
      differences.append(
        Difference(error: WrongScale(size: size, origin: nil), edits: [], cost: 1))
      return true
    }
    let isBare = comparison.isBare || student.whole.unit == .one && model.whole.unit != .one
    guard isBare, student.whole.unit == .one,
      let ratios = FormulaTree.combined(student.value.map { $0 * one }, changed, /),
      let ratio = ratios.first(where: \.isFinite), isNear(ratios, [ratio])
    else { return false }
    if abs(ratio - 1) <= closeness { return true }
    // Where nothing is converted by hand, any ratio is one of the units.
    let isUnconverted =
      comparison.areStated
      && !comparison.differences.contains { difference in
        if case .conversion = difference.trace { true } else { false }
      }
    // In which unit a figure without one is meant, a factor that is left out does not say.
    let lacksQuantity = differences.contains { difference in
      if case .missing(let factor) = difference.trace { !factor.part.isPlain } else { false }
    }
    if lacksQuantity,
      isUnconverted || Conversions.nearestPowerOfTen(ratio, within: closeness) != nil
    {
      return true
    }
    guard ratio > 0,
      let size = Conversions.nearest(ratio, within: closeness)
        ?? (isUnconverted || model.isRatioOfUnits(ratio, closeness) ? ratio : nil)
    else { return false }
    differences.append(
      Difference(error: WrongScale(size: size, origin: nil), edits: [], cost: 1))
    return true
  }

  /// The names of the model that are nowhere in a formula which has nothing else; nil where it has.
  private static func missing(
    _ model: Part, _ student: Part
  ) -> (any ErrorPattern)? {
    let leaves = model.allLeaves
    let own = student.allParts
    let parts = model.allParts.dropFirst()
    // What is within a part that stands there as a figure stands there too.
    let within = Set(
      parts.filter { part in
        !part.isAtom && !part.isPlainNumber
          && own.contains {
            part.dimension == $0.dimension
              && Sameness(part.numbers, $0.numbers, within: $0.slack) != nil
          }
      }.flatMap { $0.allLeaves.map(\.origin).filter(\.isNamed) })
    func isFound(_ leaf: Part) -> Bool {
      within.contains(leaf.origin)
        || own.contains { part in
          leaf.origin.isNamed && leaf.origin == part.origin
            || leaf.dimension == part.dimension && !leaf.isPlainLiteral
              && (Sameness(leaf.numbers, part.numbers, within: part.slack) != nil)
            || part.isPlain && !leaf.isPlain
              && (UnitSizes.isFigure(part, of: leaf, .stated)
                || UnitSizes.isFigure(part, of: leaf, .prefixed))
        }
    }
    let named = leaves.filter { $0.origin.isNamed && !$0.isPlainNumber }
    let missing = named.filter { !isFound($0) }
    let found = named.count - missing.count
    guard !missing.isEmpty, found > 0 else { return nil }
    let isForeign = student.allLeaves.contains { leaf in
      !(leaf.isPlainLiteral && Conversions.isConversion(leaf.numbers[0]))
        && !parts.contains { part in
          leaf.origin.isNamed && leaf.origin == part.origin
            || leaf.dimension == part.dimension
              && Sameness(part.numbers, leaf.numbers, within: leaf.slack) != nil
        }
    }
    guard !isForeign else { return nil }
    // Of a name of which nothing is there, the name is said.
    func names(_ part: Part) -> [FormulaTree.Origin] {
      let inside = part.allLeaves.filter { $0.origin.isNamed && !$0.isPlainNumber }
      if part.origin.isNamed, !inside.isEmpty || part.isAtom, inside.allSatisfy({ !isFound($0) }) {
        return part.isPlainNumber || part.isAtom && isFound(part) ? [] : [part.origin]
      }
      return part.children.flatMap(names)
    }
    var seen: Set<FormulaTree.Origin> = []
    let origins = names(model).filter { seen.insert($0).inserted }
    // Of several that are missing and do not belong together, another formula may be meant.
    guard let first = origins.first,
      origins.count == 1
        || parts.contains(where: { part in
          !part.isAtom && Set(part.namedLeaves.map(\.origin)) == Set(origins)
        })
    else { return nil }
    return MissingNames(origins: origins, isTerm: isTerm(first, in: model, isFound))
  }

  /// Whether a name is missing in a sum of which the rest is there, or else in a product.
  private static func isTerm(
    _ origin: FormulaTree.Origin, in part: Part, _ isFound: (Part) -> Bool
  ) -> Bool {
    let inside = part.children.first { child in
      child.origin == origin || child.allLeaves.contains { $0.origin == origin }
    }
    guard let inside, inside.origin != origin, inside.allLeaves.contains(where: isFound) else {
      return part.isSum
    }
    return isTerm(origin, in: inside, isFound)
  }
}

extension FormulaTree {
  /// Whether units of the formula, taken for one another or for those of the SI, make so large a
  /// difference.
  fileprivate func isRatioOfUnits(_ ratio: Double, _ closeness: Double) -> Bool {
    var sizes: [(Dimension, Double)] = []
    for node in nodes where node.unit != .one && node.one != 1 {
      if !sizes.contains(where: { $0 == (node.unit.dimension, node.one) }) {
        sizes.append((node.unit.dimension, node.one))
      }
    }
    func isNear(_ size: Double) -> Bool {
      [1, 2, 3, 0.5].contains { power in
        let whole = Self.power(size, power)
        return abs(ratio / whole - 1) <= closeness || abs(ratio * whole - 1) <= closeness
      }
    }
    return sizes.contains { isNear($0.1) }
      || sizes.contains { one in
        sizes.contains { other in
          one.0 == other.0 && one.1 != other.1 && isNear(one.1 / other.1)
        }
      }
  }

  /// Names of which nothing stands in another formula, neither by name nor by value.
  fileprivate func absent(in student: FormulaTree) -> Set<Origin> {
    func stands(_ node: Node) -> Bool {
      student.nodes.contains { other in
        node.origin.isNamed && node.origin == other.origin
          || node.unit.dimension == other.unit.dimension
            && Sameness(node.numbers, other.numbers, within: other.slack) != nil
          || other.unit == .one && other.numbers.count == 1 && node.numbers.count == 1
            && node.unit != .one
            && abs(node.figure(node.numbers[0]) - other.numbers[0])
              <= (min(other.slack, Sameness.limit) + 1e-9) * abs(other.numbers[0])
      }
    }
    var result: Set<Origin> = []
    for place in nodes.indices {
      guard case .named = nodes[place].kind, nodes[place].origin.isNamed else { continue }
      let leaves = parts(of: place).filter { leaf in
        guard case .leaf = nodes[leaf].kind else { return false }
        return !isPlainNumber(leaf) && !nodes[leaf].origin.isUnit
      }
      if !leaves.contains(where: { stands(nodes[$0]) }) { result.insert(nodes[place].origin) }
    }
    return result
  }
}
