import AnswerKeys
import Formulas
import Quantities

/// Looks for the error that turns a model answer into a student's value.
///
/// Every part of the model answer is varied as people vary it by mistake, and the whole is
/// computed anew. An error is named only where it gives the student's value on every row; where
/// several do, the likeliest is, and two that are equally likely are both.
public struct CauseSearch {
  let answer: AnswerKey.Answer
  /// What the student gave.
  public let response: Response
  public let units: UnitSystem
  /// The model answer on the model's own values, then on the student's earlier answers.
  let models: [Model]
  /// The formula that gave the response.
  let student: FormulaTree?

  /// A model answer laid out, with its variations.
  final class Model {
    let tree: FormulaTree
    let scope: ModelScope
    private let answer: AnswerKey.Answer
    /// Further factors by which the whole may be too large.
    private let factors: [Double]

    /// Made once, for they are gone through several times: all, or the likeliest where the formula
    /// is large.
    private(set) lazy var variations: [Variation] = {
      let all = Variations(of: tree, answer, in: scope, factors: factors).all
      let most = max(20, CauseSearch.effort.single / max(1, tree.size))
      return all.count <= most
        ? all : Array(all.sorted { $0.error.rank < $1.error.rank }.prefix(most))
    }()

    /// With the rank of each, the likeliest first. An error within an earlier answer is less likely
    /// than one in the answer itself.
    private(set) lazy var ranked: [(variation: Variation, rank: Int)] = {
      let within = tree.nodes.indices.map { node in
        tree.ancestors(of: node).contains { above in
          guard case .name(let name) = tree.nodes[above].origin, above != tree.root else {
            return false
          }
          return scope.isAnswer(name)
        }
      }
      let ranked = variations.map { ($0, $0.error.rank + (within[$0.node] ? 14 : 0)) }
      return ranked.enumerated().sorted { ($0.element.1, $0.offset) < ($1.element.1, $1.offset) }
        .map(\.element)
    }()

    init(_ tree: FormulaTree, _ scope: ModelScope, _ answer: AnswerKey.Answer, factors: [Double]) {
      self.tree = tree
      self.scope = scope
      self.answer = answer
      self.factors = factors
    }
  }

  /// Figures that a typed number needs before it can be explained: by the common errors, by all
  /// single ones, by a conversion together with another error, and by any two.
  public static let figures = (ofUnit: 2, common: 3, single: 4, conversionPair: 4, pair: 6)

  /// How far a figure in another unit may be off, relative to it.
  static let nearness = 1e-3

  /// Rows of a long column that are looked at.
  static let rowLimit = 64
  /// Numbers that are gone through in trying single errors, and pairs of them.
  static let effort = (single: 20_000_000, pair: 20_000_000)

  /// - Parameter student: the formula that gave the response, where there is one.
  public init(
    _ answer: AnswerKey.Answer, _ response: Response, scopes: [ModelScope], in units: UnitSystem,
    student: FormulaTree? = nil
  ) {
    let count = response.measured.count
    func rows(_ count: Int) -> [Int] {
      (0..<Self.rowLimit).map { $0 * count / Self.rowLimit }
    }
    var answer = answer
    var response = response
    var trees = scopes.compactMap { scope in
      FormulaTree(of: answer, in: scope).map { (tree: $0, scope: scope) }
    }
    if count > Self.rowLimit, case .column(let numbers, let unit) = answer.value,
      numbers.count == count
    {
      let rows = rows(count)
      answer.value = .column(rows.map { numbers[$0] }, unit)
      response = response.sampled(rows)
      trees = trees.map { ($0.tree.sampled(rows, of: count), $0.scope) }
    }
    let bareNumbers = response.formula.near.bareNumbers
    if !response.hasUnitAsked,
      !bareNumbers.contains(where: { Self.lacksUnit($0, in: trees.map(\.tree)) })
    {
      // What has its units is to be explained with them.
      response.bare = nil
    }
    if let tree = trees.first?.tree { response.formula.leaveFigures(of: tree) }
    self.answer = answer
    self.response = response
    self.units = units
    let factors = response.formula.factorsByHand
    self.student = student.map { count > Self.rowLimit ? $0.sampled(rows(count), of: count) : $0 }
    models = trees.map { Model($0.tree, $0.scope, answer, factors: factors) }
  }

  private struct Match {
    var error: any ErrorPattern
    /// The less, the likelier. A match on the student's earlier answers comes first.
    var order: (disagreement: Int, rank: Int, model: Int)
  }

  /// How an error must explain a value.
  enum Demand {
    /// Its unit too.
    case unit
    /// Its number in the unit asked for, where its own unit falls short.
    case number
  }

  /// The likeliest cause; nil where none reproduces the value, or several as likely do.
  public func diagnosis() -> Diagnosis? {
    if let aligned = alignment(), !aligned.errors.isEmpty,
      // Where some rows are right, those that are not say more than a part without a name.
      !isRightInSomeRows || aligned.errors.contains(where: { !$0.cause.names.isEmpty })
    {
      return Diagnosis(aligned.errors, areTogether: aligned.errors.count > 1)
    }
    if let diagnosis = diagnosis(of: response) { return diagnosis }
    if let shorter = response.withoutTrailingZeros, let diagnosis = single(of: shorter, .unit) {
      return diagnosis
    }
    if let shorter = response.shortened, let diagnosis = single(of: shorter, .unit) {
      return diagnosis
    }
    guard let student, let rounded = response.loosened(by: student.whole.slack) else { return nil }
    return single(of: rounded, .unit)
  }

  private var isRightInSomeRows: Bool {
    guard response.measured.count > 1, let value = models.first?.tree.value,
      value.count == response.measured.count
    else { return false }
    let own = response.bare ?? response.measured
    return zip(own, value).contains { abs($0 - $1) <= Response.computed * abs($1) }
  }

  /// What is wrong with a formula that has no value, and what is said of it; nil where that is not
  /// known.
  public static func ofFailing(
    _ student: FormulaTree, _ answer: AnswerKey.Answer, in scope: ModelScope
  ) -> (cause: Cause, clause: String?)? {
    guard let alignment = alignment(of: student, answer, in: scope) else { return nil }
    if alignment.errors.isEmpty {
      // Only a temperature on its own scale keeps what is right from being computed.
      let temperatures = alignment.temperatures
      return temperatures.isEmpty
        ? nil : (Cause(.offset, names: temperatures.flatMap(\.names)), nil)
    }
    let diagnosis = Diagnosis(alignment.errors, areTogether: alignment.errors.count > 1)
    return (diagnosis.cause, CauseWording().sentence(diagnosis))
  }

  /// Whether a formula has something against the model's although all its figures have their units,
  /// so that no unit that was left out explains what its value lacks.
  public static func isOffWithUnits(
    _ student: FormulaTree, _ answer: AnswerKey.Answer, in scope: ModelScope
  ) -> Bool {
    alignment(of: student, answer, in: scope).map { !$0.errors.isEmpty && !$0.isBare } ?? false
  }

  private static func alignment(
    of student: FormulaTree, _ answer: AnswerKey.Answer, in scope: ModelScope
  ) -> FormulaAlignment? {
    FormulaTree(of: answer, in: scope).flatMap { model in
      FormulaAlignment(
        model: model, student: student, one: answer.unit.scale.value,
        names: vocabulary(of: answer, in: scope))
    }
  }

  /// How the student's formula compares with the model's; nil where it is a figure, or they have
  /// too little in common.
  func alignment() -> FormulaAlignment? {
    // What is asked for as a figure has no formula to compare with.
    guard let model = models.first, !model.tree.isLeaf, let student,
      !student.isLeaf || student.whole.origin.isNamed, !student.isFigureTimesUnit
    else { return nil }
    return FormulaAlignment(
      model: model.tree, student: student, one: answer.unit.scale.value,
      names: Self.vocabulary(of: answer, in: model.scope))
  }

  private static func vocabulary(
    of answer: AnswerKey.Answer, in scope: ModelScope
  ) -> Aligner.Vocabulary {
    var vocabulary = Aligner.Vocabulary()
    for name in scope.names(for: answer) {
      guard let value = scope.value(of: name), let unit = value.unit, let numbers = value.numbers
      else { continue }
      vocabulary.names.append((name, unit.inBaseUnits(numbers), unit.withoutCounts.baseUnit))
      vocabulary.figures.append((name, numbers))
    }
    return vocabulary
  }

  private func diagnosis(of response: Response) -> Diagnosis? {
    if let diagnosis = single(of: response, .unit) ?? pair(of: response, .unit) { return diagnosis }
    guard !response.hasUnitAsked, response.bare != nil else { return nil }
    return single(of: response, .number) ?? pair(of: response, .number)
  }

  func disagreement(_ variation: Variation, _ model: Model) -> Int {
    response.formula.disagreement(
      with: variation, in: model.tree, model.scope, question: answer.question)
  }

  private func single(of response: Response, _ demand: Demand) -> Diagnosis? {
    let figures = response.figures ?? Int.max
    var matches: [Match] = []
    for (place, model) in models.enumerated() {
      var chance = ChanceBudget(response)
      for (variation, rank) in model.ranked
      where chance.allows(variation, model.tree)
        && isTold(variation, by: figures, model.tree, response)
      {
        guard explains(response, variation, model.tree, demand), isOfFormula(variation) else {
          continue
        }
        let disagreement = disagreement(variation, model)
        guard disagreement < StudentFormula.contradiction else { continue }
        matches.append(Match(error: variation.error, order: (disagreement, rank, -place)))
      }
    }
    return best(of: matches)
  }

  private func isTold(
    _ variation: Variation, by figures: Int, _ tree: FormulaTree, _ response: Response
  ) -> Bool {
    variation.error.isTold(by: figures, in: self, tree)
      || figures >= Self.figures.ofUnit && variation.error.isToldExactly
        && isExact(response, variation, tree)
  }

  /// Whether an error may be told of a formula that computes something: that is no other name's
  /// value by chance.
  private func isOfFormula(_ variation: Variation) -> Bool {
    guard let student, !student.isLeaf, let error = variation.error as? OtherName else {
      return true
    }
    return error.replaced != nil
  }

  /// Whether what is typed is a name's own figure, which is of the dimension asked for.
  func isGiven(_ name: String) -> Bool {
    guard let model = models.first, let value = model.scope.value(of: name), let unit = value.unit,
      let numbers = value.numbers,
      unit.withoutCounts.dimension == answer.unit.withoutCounts.dimension
    else { return false }
    return response.isExactly(unit.inBaseUnits(numbers))
      || Variations.isSame(response.measured, unit.inBaseUnits(numbers))
  }

  /// Whether what is typed without a unit is the figure of a quantity in the formula, with which
  /// nothing is done yet.
  func isFigureOfPart(in tree: FormulaTree) -> Bool {
    guard let raw = response.raw, raw.count == 1 else { return false }
    return tree.nodes.contains { node in
      node.origin.isNamed && node.numbers.count == 1 && node.unit.dimension != tree.whole.unit.dimension
        && Conversions.isNear(node.figure(node.numbers[0]), raw[0])
    }
  }

  /// Figures for an error that a figure may come to by chance. A computed number tells by what it
  /// holds, even where it is rounded.
  var figuresOfUnnamed: Int {
    response.formula.isFigure ? Self.figures.single : Self.figures.common
  }

  func figuresOfUnnamed(for origin: FormulaTree.Origin) -> Int {
    origin.isNamed ? Self.figures.common : figuresOfUnnamed
  }

  /// One number where a column is asked for, or a column where one number is: the statistic that
  /// makes the one of the other.
  public func diagnosisOfShape() -> Diagnosis? {
    guard response.figures ?? .max >= Self.figures.single else { return nil }
    if let aligned = alignment(), aligned.errors.count == 1 { return Diagnosis(aligned.errors) }
    let isOne = response.measured.count == 1
    for tree in models.map(\.tree) where isOne != (tree.value.count == 1) {
      if isOne {
        let rows = tree.value.indices.filter { isMatch([tree.value[$0]], tree) }
        if rows.count == 1 { return Diagnosis([WrongStatistic(manner: .oneRow(rows[0]))]) }
      }
      for name in Statistic.confusable {
        let many = isOne ? tree.value : response.bare ?? response.measured
        guard let statistic = Statistic.named(name), !statistic.countsRows,
          let number = statistic.value(of: many)
        else { continue }
        if isOne {
          if isMatch([number], tree) {
            return Diagnosis([WrongStatistic(manner: .oneForRows(used: name))])
          }
        } else if abs(number - tree.value[0]) <= Response.computed * abs(number) {
          return Diagnosis([WrongStatistic(manner: .rowsForOne)])
        }
      }
    }
    return nil
  }

  private func isMatch(_ numbers: [Double], _ tree: FormulaTree) -> Bool {
    response.matches(numbers, isBare: true)
      || (hasUnit(tree, .one) && response.matches(numbers, isBare: false))
  }

  /// Whether a value is what an error gives to its last digit, and not by being rounded.
  private func isExact(
    _ response: Response, _ variation: Variation, _ tree: FormulaTree
  ) -> Bool {
    guard let whole = tree.value(replacing: variation.node, by: variation.bare) else {
      return false
    }
    return response.isExactly(whole)
  }

  private func explains(
    _ response: Response, _ variation: Variation, _ tree: FormulaTree, _ demand: Demand
  ) -> Bool {
    func isOf(_ whole: [Double], isBare: Bool) -> Bool {
      response.matches(whole, isBare: isBare, nearness: variation.error.nearness)
        && !Variations.isSame(whole, tree.value)
        && isVisible(response, variation, tree, isBare: isBare)
    }
    let change = tree.unitChange(variation.change, of: variation.node)
    // A number without unit is no angle in radians where degrees are asked for.
    let isAngle = response.raw != nil && answer.unit.isDegree
    let fits = !isAngle && change.map { hasUnit(tree, $0) } ?? false
    switch demand {
    case .unit:
      if response.hasUnitAsked,
        let whole = tree.value(replacing: variation.node, by: variation.bare),
        isOf(whole, isBare: true), !isRight(whole, tree)
      {
        return true
      }
      guard let whole = tree.value(replacing: variation.node, by: variation.measured) else {
        return false
      }
      // A figure of another dimension than asked for, in SI units.
      if !fits, change != nil, change != .one, let raw = response.raw,
        response.matches(whole, as: raw),
        !Variations.isSame(whole, tree.value)
      {
        return true
      }
      guard fits else { return false }
      return isOf(whole, isBare: false) && (change != .one || !isRight(whole, tree))
    case .number:
      // Where the unit would fit, the units have decided already.
      guard !fits, variation.error.isOfNumbers || variation.change == .one,
        let whole = tree.value(replacing: variation.node, by: variation.bare)
      else { return false }
      return isOf(whole, isBare: true) && !isRight(whole, tree)
    }
  }

  private func isVisible(
    _ response: Response, _ variation: Variation, _ tree: FormulaTree, isBare: Bool
  ) -> Bool {
    guard variation.error.hasToBeVisible else { return true }
    let nothing = variation.bare.map { _ in 0.0 }
    guard let whole = tree.value(replacing: variation.node, by: nothing) else { return false }
    return !response.matches(whole, isBare: isBare)
  }

  func hasUnit(_ tree: FormulaTree, _ change: Unit) -> Bool {
    guard let product = try? tree.nodes[tree.root].unit.product(with: change) else { return false }
    return product.unit.dimension == response.unit.dimension
  }

  /// Whether the numbers would have been taken for the answer.
  func isRight(_ whole: [Double], _ tree: FormulaTree) -> Bool {
    let figures = whole.map(tree.nodes[tree.root].figure)
    let value: Value =
      if case .column = answer.value { .column(figures, answer.unit) } else {
        .quantity(figures.first ?? .nan, answer.unit)
      }
    return answer.accepts(value)
  }

  private func best(of matches: [Match]) -> Diagnosis? {
    guard let first = matches.map(\.order).min(by: <) else { return nil }
    var equal: [any ErrorPattern] = []
    for match in matches where match.order == first {
      if !equal.contains(where: match.error.isSame) { equal.append(match.error) }
    }
    return equal.count <= 2 ? Diagnosis(equal) : nil
  }
}
