import AnswerKeys
import Formulas
import Quantities
import RealModule

/// A model answer laid out, with what every error makes of it. What no student changes is worked
/// out once for all of them.
final class VariedModel {
  let tree: FormulaTree
  let scope: ModelScope
  let plainUnits: PlainUnits
  private let answer: AnswerKey.Answer
  /// Further factors by which the whole may be too large.
  private let factors: [Double]

  /// One row, which is looked at before the others.
  let probe: (row: Int, tree: FormulaTree)
  /// Whether there are other rows.
  let isColumn: Bool

  /// Names that could be taken for one another, with what they stand for.
  private(set) lazy var vocabulary: Aligner.Vocabulary = Aligner.Vocabulary(answer, in: scope)
  /// Which units may have been mixed up.
  private(set) lazy var mixups = UnitMixups([answer.unit.symbol] + tree.unitSymbols(in: scope))

  /// What errors make of it, the likeliest first. An error within an earlier answer is less likely
  /// than one in the answer itself.
  private(set) lazy var candidates: [Candidate] = {
    let within = tree.nodes.indices.map(isWithinAnswer)
    let all = variations.map { variation in
      Candidate(
        variation, self,
        rank: variation.error.rank + (within[variation.node] ? ForeseenErrors.rankWithin : 0))
    }
    return all.enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }
      .map(\.element)
  }()

  /// The candidates by what they come to.
  private(set) lazy var values: CandidateIndex = CandidateIndex(self)

  /// Made once, for they are gone through several times: all, or the likeliest where the formula
  /// is large.
  private(set) lazy var variations: [Variation] = {
    let all = Variations(of: tree, answer, in: scope, factors: factors).all
    let most = max(20, CauseSearch.effort.single / max(1, tree.size))
    return all.count <= most
      ? all : Array(all.sorted { $0.error.rank < $1.error.rank }.prefix(most))
  }()

  init(
    _ tree: FormulaTree, _ scope: ModelScope, _ answer: AnswerKey.Answer, factors: [Double] = []
  ) {
    self.tree = tree
    self.scope = scope
    plainUnits = .of(scope.compiled)
    self.answer = answer
    self.factors = factors
    let value = tree.value
    isColumn = value.count > 1
    let row = value.firstIndex { $0.isFinite && $0 != 0 } ?? 0
    probe = (row, value.count == 1 ? tree : tree.sampled([row], of: value.count))
  }

  /// Nil where the formula cannot be laid out. With the model's own values it is kept for all
  /// students, and on a student's for others with the same, as long as there are not too many.
  static func of(_ answer: AnswerKey.Answer, in scope: ModelScope) -> VariedModel? {
    func make() -> VariedModel? {
      FormulaTree(of: answer, in: scope).map { VariedModel($0, scope, answer) }
    }
    let compiled = scope.compiled
    guard scope.units.declared == compiled.units.declared,
      compiled.answerKey.answer(named: answer.spec.name) != nil
    else { return make() }
    if scope.own.isEmpty {
      return compiled.kept("varied model of \(answer.spec.name)", make: make)
    }
    guard let values = OwnValues(of: answer.spec.name, scope.own),
      let models = compiled.kept("varied models on own values", make: { ModelsOnOwnValues() })
    else { return make() }
    return models.model(on: values, make)
  }

  /// Whether a part is of the formula of an earlier answer.
  func isWithinAnswer(_ node: Int) -> Bool {
    tree.ancestors(of: node).contains { above in
      guard case .name(let name) = tree.nodes[above].origin, above != tree.root else {
        return false
      }
      return scope.isAnswer(name)
    }
  }

  /// With some rows of so many alone.
  func sampled(_ rows: [Int], of count: Int) -> VariedModel {
    VariedModel(tree.sampled(rows, of: count), scope, answer.sampled(rows), factors: factors)
  }

  /// With further factors by which the whole may be too large.
  func with(_ factors: [Double]) -> VariedModel {
    factors.isEmpty ? self : VariedModel(tree, scope, answer, factors: factors)
  }

  /// A part's numbers at the row that is looked at first.
  func probed(_ numbers: [Double], at node: Int) -> [Double] {
    numbers.count > 1 && probe.tree.nodes[node].numbers.count == 1 ? [numbers[probe.row]] : numbers
  }
}

/// What an error makes of a model answer.
final class Candidate {
  let variation: Variation
  /// The less, the likelier.
  let rank: Int
  /// How near a typed number has to come at least, relative to it.
  let nearness: Double
  /// Whether it makes the whole so many powers of ten too large.
  let isTensOfWhole: Bool
  private unowned let model: VariedModel

  /// The whole for someone who computes with bare numbers, and with units.
  private(set) lazy var bare: [Double]? = whole(variation.bare)
  private(set) lazy var measured: [Double]? = whole(variation.measured)
  /// The same at one row.
  private(set) lazy var probedBare = probed(variation.bare) ?? row(of: bare)
  private(set) lazy var probedMeasured = probed(variation.measured) ?? row(of: measured)
  /// How far the first number of the whole is from the model's, as a natural logarithm.
  private(set) lazy var distance: Double = {
    guard let whole = bare?.first, let reference = model.tree.value.first else { return .infinity }
    return abs(Double.log(abs(whole / reference)))
  }()
  /// By what the unit of the whole is multiplied; nil where there is no such unit.
  private(set) lazy var change: Unit? = model.tree.unitChange(variation.change, of: variation.node)
  /// Of the whole, with units.
  private(set) lazy var dimension: Dimension? = change.flatMap { change in
    model.plainUnits.product(model.tree.whole.unit, change, inverted: false)?.dimension
  }

  init(_ variation: Variation, _ model: VariedModel, rank: Int) {
    self.variation = variation
    self.model = model
    self.rank = rank
    nearness = variation.error.nearness
    isTensOfWhole =
      variation.node == model.tree.root
      && variation.error.conversion.map(Conversions.isPowerOfTen) ?? false
  }

  private func whole(_ numbers: [Double]) -> [Double]? {
    model.tree.value(replacing: variation.node, by: numbers)
  }

  private func row(of whole: [Double]?) -> Double? {
    whole.flatMap { $0.count == 1 ? $0[0] : $0[model.probe.row] }
  }

  /// Nil where the whole is one number anyway.
  private func probed(_ numbers: [Double]) -> Double? {
    guard model.isColumn else { return nil }
    return model.probe.tree.value(
      replacing: variation.node, by: model.probed(numbers, at: variation.node))?.first
  }
}

extension AnswerKey.Answer {
  /// With some rows alone, where it is a column.
  func sampled(_ rows: [Int]) -> Self {
    guard case .column(let numbers, let unit) = value else { return self }
    var copy = self
    copy.value = .column(rows.map { numbers[$0] }, unit)
    return copy
  }
}

extension Aligner.Vocabulary {
  init(_ answer: AnswerKey.Answer, in scope: ModelScope) {
    for name in scope.names(for: answer) {
      guard let value = scope.value(of: name), let unit = value.unit, let numbers = value.numbers
      else { continue }
      names.append((name, unit.inBaseUnits(numbers), unit.withoutCounts.baseUnit))
      figures.append((name, numbers))
    }
  }
}
