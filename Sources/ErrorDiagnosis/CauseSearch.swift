import AnswerKeys
import Formulas
import Quantities

/// Looks for the slip that turns a model answer into a student's value.
///
/// Every part of the model answer is varied as people vary it by mistake, and the whole is
/// computed anew. A slip is named only where it gives the student's value on every row; where
/// several do, the likeliest is, and two that are equally likely are both.
public struct CauseSearch {
  let answer: Reference.Answer
  public let submission: Submission
  /// The model answer on the model's own values, then on the student's earlier answers.
  let models: [Model]

  /// A model answer laid out, with its variations.
  final class Model {
    let tree: ModelFormula
    let scope: ModelScope
    private let answer: Reference.Answer
    /// Further factors by which the whole may be too large.
    private let factors: [Double]

    /// Made once, for they are gone through several times: all, or the likeliest where the formula
    /// is large.
    private(set) lazy var variations: [Variation] = {
      let all = Variations(of: tree, answer, in: scope, factors: factors).all
      let most = max(20, CauseSearch.effort.single / max(1, tree.size))
      return all.count <= most
        ? all : Array(all.sorted { $0.slip.rank < $1.slip.rank }.prefix(most))
    }()

    init(
      _ tree: ModelFormula, _ scope: ModelScope, _ answer: Reference.Answer, factors: [Double]
    ) {
      self.tree = tree
      self.scope = scope
      self.answer = answer
      self.factors = factors
    }
  }

  /// Figures that a typed number needs before it can be explained: for the common slips, for all
  /// single ones, for a conversion together with another slip, and for any two.
  public static let figures = (common: 3, single: 4, conversionPair: 4, pair: 6)

  /// Rows of a long column that are looked at.
  static let rowLimit = 64
  /// Numbers that are gone through in trying single slips, and pairs of them.
  static let effort = (single: 20_000_000, pair: 20_000_000)

  public init(
    _ answer: Reference.Answer, _ submission: Submission, scopes: [ModelScope]
  ) {
    let count = submission.measured.count
    var answer = answer
    var submission = submission
    var trees = scopes.compactMap { scope in
      ModelFormulaBuilder.tree(of: answer, in: scope).map { (tree: $0, scope: scope) }
    }
    if count > Self.rowLimit, case .column(let numbers, let unit) = answer.value,
      numbers.count == count
    {
      let rows = (0..<Self.rowLimit).map { $0 * count / Self.rowLimit }
      answer.value = .column(rows.map { numbers[$0] }, unit)
      submission = submission.sampled(rows)
      trees = trees.map { ($0.tree.sampled(rows, of: count), $0.scope) }
    }
    let bareNumbers = submission.evidence.near.bareNumbers
    if !submission.hasUnitAsked,
      !bareNumbers.contains(where: { Self.lacksUnit($0, in: trees.map(\.tree)) })
    {
      // What has its units is to be explained with them.
      submission.bare = nil
    }
    if let tree = trees.first?.tree { submission.evidence.leaveFigures(of: tree) }
    self.answer = answer
    self.submission = submission
    let factors = submission.evidence.factorsByHand
    models = trees.map { Model($0.tree, $0.scope, answer, factors: factors) }
  }

  private struct Match {
    var slip: Slip
    var disagreement: Int
    var model: Int

    func isBetter(than other: Match) -> Bool {
      (disagreement, slip.rank, -model) < (other.disagreement, other.slip.rank, -other.model)
    }
  }

  /// How a slip must explain a value.
  enum Demand {
    /// Its unit too.
    case unit
    /// Its number in the unit asked for, where its own unit falls short.
    case number
  }

  public func finding() -> CauseFinding? {
    if let finding = finding(of: submission) { return finding }
    // Among terms a rounded number says too little.
    let hasTerms = models.contains { model in
      model.tree.nodes.contains { if case .sum = $0.kind { true } else { false } }
    }
    guard submission.evidence.all.isTyped, !hasTerms else { return nil }
    let rounded = submission.rounded { number in
      models.contains { model in
        model.tree.nodes.contains { node in
          node.numbers.count == 1 && Conversions.isNear(number, node.figure(node.numbers[0]))
        }
      }
    }
    return rounded.flatMap { single(of: $0, .unit) }
  }

  private func finding(of submission: Submission) -> CauseFinding? {
    if let finding = single(of: submission, .unit) ?? pair(of: submission, .unit) { return finding }
    guard !submission.hasUnitAsked, submission.bare != nil else { return nil }
    return single(of: submission, .number) ?? pair(of: submission, .number)
  }

  func disagreement(_ variation: Variation, _ model: Model) -> Int {
    submission.evidence.disagreement(
      with: variation, in: model.tree, model.scope, question: answer.question)
  }

  private func single(of submission: Submission, _ demand: Demand) -> CauseFinding? {
    let figures = submission.figures ?? Int.max
    var matches: [Match] = []
    for (place, model) in models.enumerated() {
      for variation in model.variations
      where isEnough(figures, for: variation.slip, model.tree)
        && explains(submission, variation, model.tree, demand)
      {
        let disagreement = disagreement(variation, model)
        guard disagreement < Evidence.contradiction else { continue }
        matches.append(Match(slip: variation.slip, disagreement: disagreement, model: place))
      }
    }
    return best(of: matches)
  }

  /// The fewer the figures, the fewer slips may be tried, or chance would name one.
  private func isEnough(_ figures: Int, for slip: Slip, _ tree: ModelFormula) -> Bool {
    switch slip {
    case .scale(let factor, of: nil):
      if figures >= Self.figures.single { return true }
      // 0.45 W for 450 W: the model's own figures, in another unit.
      if case .leaf = tree.nodes[tree.root].kind, Conversions.isFrequent(factor),
        submission.isExactly(tree.value.map { $0 * factor })
      {
        return true
      }
      if Conversions.isPrefix(factor), case .figures(let asked) = answer.tolerance {
        return figures >= min(asked, Self.figures.common)
      }
      return figures >= Self.figures.common && Conversions.isFrequent(factor)
    case .scale: return figures >= Self.figures.pair
    case .sign(nil):
      return figures >= Self.figures.common || submission.isExactly(tree.value.map { -$0 })
    case .aggregate, .factorMissing, .inverted, .offset, .otherColumn, .percent, .percentPart,
      .sign,
      .termMissing:
      return figures >= Self.figures.common
    case .invertedFactor, .factorExtra(_, .again):
      // A computed number tells by what it holds, even where it is rounded.
      return figures >= (submission.evidence.isFigure ? Self.figures.single : Self.figures.common)
    case .averageOfRatios, .invertedQuotient, .oneForRows, .oneRow, .rowsForOne, .termTwice:
      return figures >= Self.figures.single
    case .factorExtra, .otherName: return figures >= Self.figures.pair
    }
  }

  /// One number where a column is asked for, or a column where one number is: the statistic that
  /// makes the one of the other.
  public func findingOfShape() -> CauseFinding? {
    guard submission.figures ?? .max >= Self.figures.single else { return nil }
    let isOne = submission.measured.count == 1
    for tree in models.map(\.tree) where isOne != (tree.value.count == 1) {
      if isOne {
        let rows = tree.value.indices.filter { isMatch([tree.value[$0]], tree) }
        if rows.count == 1 { return .one(.oneRow(rows[0])) }
      }
      for name in Aggregation.names where name != "count" {
        let many = isOne ? tree.value : submission.bare ?? submission.measured
        guard let number = Aggregation.value(name, many) else { continue }
        if isOne {
          if isMatch([number], tree) { return .one(.oneForRows(used: name)) }
        } else if abs(number - tree.value[0]) <= Submission.computed * abs(number) {
          return .one(.rowsForOne)
        }
      }
    }
    return nil
  }

  private func isMatch(_ numbers: [Double], _ tree: ModelFormula) -> Bool {
    submission.matches(numbers, isBare: true)
      || (hasUnit(tree, .one) && submission.matches(numbers, isBare: false))
  }

  private func explains(
    _ submission: Submission, _ variation: Variation, _ tree: ModelFormula, _ demand: Demand
  ) -> Bool {
    func isOf(_ whole: [Double], isBare: Bool) -> Bool {
      submission.matches(whole, isBare: isBare) && !Variations.isSame(whole, tree.value)
        && isVisible(submission, variation, tree, isBare: isBare)
    }
    let change = tree.unitChange(variation.change, of: variation.node)
    let fits = change.map { hasUnit(tree, $0) } ?? false
    switch demand {
    case .unit:
      if submission.hasUnitAsked,
        let whole = tree.value(replacing: variation.node, by: variation.bare),
        isOf(whole, isBare: true), !isRight(whole, tree)
      {
        return true
      }
      guard fits, let whole = tree.value(replacing: variation.node, by: variation.measured) else {
        return false
      }
      return isOf(whole, isBare: false) && (change != .one || !isRight(whole, tree))
    case .number:
      // Where the unit would fit, the units have decided already.
      guard !fits, variation.slip.isOfNumbers || variation.change == .one,
        let whole = tree.value(replacing: variation.node, by: variation.bare)
      else { return false }
      return isOf(whole, isBare: true) && !isRight(whole, tree)
    }
  }

  /// A term that a conversion makes too small to be seen is left out, not converted.
  private func isVisible(
    _ submission: Submission, _ variation: Variation, _ tree: ModelFormula, isBare: Bool
  ) -> Bool {
    guard case .scale(_, of: _?) = variation.slip else { return true }
    let nothing = variation.bare.map { _ in 0.0 }
    guard let whole = tree.value(replacing: variation.node, by: nothing) else { return false }
    return !submission.matches(whole, isBare: isBare)
  }

  func hasUnit(_ tree: ModelFormula, _ change: Unit) -> Bool {
    guard let product = try? tree.nodes[tree.root].unit.product(with: change) else { return false }
    return product.unit.dimension == submission.unit.dimension
  }

  /// Whether the numbers would have been taken for the answer.
  func isRight(_ whole: [Double], _ tree: ModelFormula) -> Bool {
    let figures = whole.map(tree.nodes[tree.root].figure)
    let value: Value =
      if case .column = answer.value {
        .column(figures, answer.unit)
      } else {
        .quantity(figures.first ?? .nan, answer.unit)
      }
    return answer.accepts(value)
  }

  private func best(of matches: [Match]) -> CauseFinding? {
    guard let first = matches.min(by: { $0.isBetter(than: $1) }) else { return nil }
    var equal: [Slip] = []
    for match in matches where !first.isBetter(than: match) && !equal.contains(match.slip) {
      equal.append(match.slip)
    }
    switch equal.count {
    case 1: return .one(first.slip)
    case 2: return .either(equal)
    default: return nil
    }
  }
}
