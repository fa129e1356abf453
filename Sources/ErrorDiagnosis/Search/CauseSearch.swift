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
  let models: ScopedModels
  /// The formula that gave the response.
  let student: FormulaTree?

  /// Figures that a typed number needs before it can be explained: by the common errors, by all
  /// single ones, by a conversion together with another error, and by any two.
  public static let figures = (ofUnit: 2, common: 3, single: 4, conversionPair: 4, pair: 6)

  /// How far a figure in another unit may be off, relative to it.
  static let nearness = 1e-3

  /// Rows of a long column that are looked at.
  static let rowLimit = 64
  /// Numbers that are gone through in trying single errors, and pairs of them.
  static let effort = (single: 20_000_000, pair: 20_000_000)

  /// - `student`: the formula that gave the response, where there is one.
  public init(
    _ answer: AnswerKey.Answer, _ response: Response, scopes: [ModelScope], in units: UnitSystem,
    student: FormulaTree? = nil
  ) {
    let count = response.measured.count
    var (sampled, response, student) = (answer, response, student)
    var shown: (places: [Int], count: Int)?
    if count > Self.rowLimit {
      let rows = (0..<Self.rowLimit).map { $0 * count / Self.rowLimit }
      student = student?.sampled(rows, of: count)
      if case .column(let numbers, _) = answer.value, numbers.count == count {
        sampled = answer.sampled(rows)
        response = response.sampled(rows)
        shown = (rows, count)
      }
    }
    let models = ScopedModels(answer, scopes, rows: shown)
    let bareNumbers = response.formula.near.bareNumbers
    if !response.hasUnitAsked,
      !bareNumbers.contains(where: { Self.lacksUnit($0, in: models.all.map(\.tree)) })
    {
      // What has its units is to be explained with them.
      response.bare = nil
    }
    if let model = models.first { response.formula.leaveFigures(of: model.tree) }
    models.factors = response.formula.factorsByHand
    self.answer = sampled
    self.response = response
    self.units = units
    self.student = student
    self.models = models
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
      if let unit = otherUnit(aligned.errors) { return Diagnosis([unit]) }
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

  /// A conversion of the whole that nobody does by hand is a figure that is right in another unit.
  private func otherUnit(_ errors: [any ErrorPattern]) -> OtherUnit? {
    guard errors.count == 1, let scale = errors.first as? WrongScale, scale.origin == nil,
      response.raw != nil, !Conversions.isPowerOfTen(scale.size), !Conversions.isCommon(scale.size)
    else { return nil }
    let own = answer.unit.withoutCounts
    let place = own.kin.firstIndex { unit in
      abs(own.scale.value / unit.scale.value / scale.size - 1) <= Self.nearness
    }
    return place.map { place in
      OtherUnit(
        read: answer.unit.symbol, meant: own.kin[place].symbol, size: scale.size, place: place)
    }
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
    VariedModel.of(answer, in: scope).flatMap { alignment(of: student, answer, $0) }
  }

  private static func alignment(
    of student: FormulaTree, _ answer: AnswerKey.Answer, _ model: VariedModel
  ) -> FormulaAlignment? {
    FormulaAlignment(
      model: model.tree, student: student, one: answer.unit.scale.value, names: model.vocabulary)
  }

  /// How the student's formula compares with the model's; nil where it is a figure, or they have
  /// too little in common.
  func alignment() -> FormulaAlignment? {
    // What is asked for as a figure has no formula to compare with.
    guard let model = models.first, !model.tree.isLeaf || model.tree.isRow, let student,
      !student.isLeaf || student.whole.origin.isNamed, !student.isFigureTimesUnit
    else { return nil }
    return Self.alignment(of: student, answer, model)
  }

  private func diagnosis(of response: Response) -> Diagnosis? {
    if let diagnosis = single(of: response, .unit) ?? pair(of: response, .unit) { return diagnosis }
    guard !response.hasUnitAsked, response.bare != nil else { return nil }
    return single(of: response, .number) ?? pair(of: response, .number)
  }

  func disagreement(_ variation: Variation, _ model: VariedModel) -> Int {
    response.formula.disagreement(
      with: variation, in: model.tree, model.scope, question: answer.question)
  }

  /// The candidates that fit by value are looked for first, and only these are looked at closely.
  private func single(of response: Response, _ demand: Demand) -> Diagnosis? {
    var matches: [Match] = []
    for (place, model) in models.all.enumerated() {
      var fitting: [(place: Int, disagreement: Int)] = []
      for place in model.values.candidates(for: response, demand) {
        let candidate = model.candidates[place]
        guard explains(response, candidate, model, demand), isOfFormula(candidate.variation) else {
          continue
        }
        let disagreement = disagreement(candidate.variation, model)
        if disagreement < StudentFormula.contradiction { fitting.append((place, disagreement)) }
      }
      for match in told(fitting, by: response, model) {
        let candidate = model.candidates[match.place]
        matches.append(
          Match(
            error: candidate.variation.error,
            order: (match.disagreement, candidate.rank, -place)))
      }
    }
    return best(of: matches)
  }

  /// Those of the candidates that fit which a response with so many figures tells, and which chance
  /// would not meet.
  private func told(
    _ fitting: [(place: Int, disagreement: Int)], by response: Response, _ model: VariedModel
  ) -> [(place: Int, disagreement: Int)] {
    guard let last = fitting.last?.place else { return [] }
    let figures = response.figures ?? Int.max
    var chance = ChanceBudget(response)
    guard chance.isLimited else {
      return fitting.filter { isTold(model.candidates[$0.place], by: figures, model, response) }
    }
    var told: Set<Int> = []
    for (place, candidate) in model.candidates[...last].enumerated()
    where isTold(candidate, by: figures, model, response) && chance.allows(candidate, model.tree) {
      told.insert(place)
    }
    return fitting.filter { told.contains($0.place) }
  }

  private func isTold(
    _ candidate: Candidate, by figures: Int, _ model: VariedModel, _ response: Response
  ) -> Bool {
    candidate.variation.error.isTold(by: figures, in: self, model.tree)
      || figures >= Self.figures.ofUnit && candidate.variation.error.isToldExactly
        && candidate.bare.map(response.isExactly) ?? false
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
      node.origin.isNamed && node.numbers.count == 1
        && node.unit.dimension != tree.whole.unit.dimension
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
    for tree in models.all.map(\.tree) where isOne != (tree.value.count == 1) {
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

  private func explains(
    _ response: Response, _ candidate: Candidate, _ model: VariedModel, _ demand: Demand
  ) -> Bool {
    let (variation, tree) = (candidate.variation, model.tree)
    func isOf(_ whole: [Double], isBare: Bool) -> Bool {
      response.matches(whole, isBare: isBare, nearness: candidate.nearness)
        && !Variations.isSame(whole, tree.value)
        && isVisible(response, variation, tree, isBare: isBare)
    }
    /// Looks at one row before the others.
    func mayBe(_ number: Double?, _ target: [Double]?) -> Bool {
      response.mayMatch(number, target, at: model.probe.row, nearness: candidate.nearness)
    }
    // A number without unit is no angle in radians where degrees are asked for.
    let isAngle = response.raw != nil && answer.unit.isDegree
    func fits() -> Bool { !isAngle && candidate.dimension == response.unit.dimension }
    switch demand {
    case .unit:
      if response.hasUnitAsked, mayBe(candidate.probedBare, response.bare),
        let whole = candidate.bare, isOf(whole, isBare: true), !isRight(whole, tree)
      {
        return true
      }
      let number = candidate.probedMeasured
      let mayBeRaw = mayBe(number, response.raw)
      guard mayBeRaw || mayBe(number, response.measured), let whole = candidate.measured else {
        return false
      }
      // A figure of another dimension than asked for, in SI units.
      if mayBeRaw, let raw = response.raw, let change = candidate.change, change != .one, !fits(),
        response.matches(whole, as: raw), !Variations.isSame(whole, tree.value)
      {
        return true
      }
      guard fits() else { return false }
      return isOf(whole, isBare: false) && (candidate.change != .one || !isRight(whole, tree))
    case .number:
      // Where the unit would fit, the units have decided already.
      guard mayBe(candidate.probedBare, response.bare),
        variation.error.isOfNumbers || variation.change == .one, !fits(),
        let whole = candidate.bare
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
