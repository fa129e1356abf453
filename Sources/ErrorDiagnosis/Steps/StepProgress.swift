import AnswerKeys
import Exercises
import Formulas
import Quantities

/// What a student has so far towards an answer: the formula for it, and other names.
public struct StepProgress {
  /// Of the answer, if there is one that can be computed.
  let formula: FormulaTree?
  /// The student's own names with what they stand for, in no order.
  private let own: [(name: String, value: FormulaTree.Node)]
  /// Answers that are not given yet, which a formula may build on.
  let unanswered: Set<String>
  /// What the formula multiplies and divides, one entry a product.
  private let products: [[(node: FormulaTree.Node, isInverse: Bool)]]

  /// Of a student who has typed nothing yet.
  public init() {
    (formula, own, unanswered, products) = (nil, [], [], [])
  }

  /// - `formula`: what stands for the answer, laid out; nil where nothing does.
  public init(_ formula: FormulaTree?, on sheet: Worksheet, _ compiled: CompiledExercise) {
    self.formula = formula
    // Many names share few units.
    var bases: [Unit: Unit] = [:]
    own = sheet.namedValues().compactMap { name, value in
      guard compiled.answerKey.answer(for: .name(name)) == nil, let unit = value.unit,
        let numbers = value.numbers
      else { return nil }
      let base = bases[unit] ?? unit.withoutCounts.baseUnit
      bases[unit] = base
      return (name, FormulaTree.Node(numbers, unit, base: base))
    }
    unanswered = Set(
      compiled.answerKey.answers.filter { answer in
        answer.keys.allSatisfy { sheet.formula(of: $0) == nil }
      }.map(\.spec.name))
    products = formula?.products ?? []
  }

  // MARK: Names

  /// What the student calls a quantity of the model's; the model's name where the student has none.
  func name(of quantity: StepInput, among others: [StepInput]) -> String? {
    guard case .quantity(let origin) = quantity.source else { return nil }
    let given = origin.names.first
    guard case .name = origin, !own.contains(where: { $0.name == given }) else { return given }
    return bound(to: quantity.value, among: others.map(\.value)) ?? given
  }

  /// The student's name for the result of a step.
  func name(of step: FormulaStep) -> String? {
    step.result.isTelling ? bound(to: step.result, among: []) : nil
  }

  /// The only own name with a value that no other quantity has.
  private func bound(
    to value: FormulaTree.Node, among others: [FormulaTree.Node]
  ) -> String? {
    let names = own.filter { $0.value.isSame(as: value) }
    guard names.count == 1, others.count(where: { names[0].value.isSame(as: $0) }) <= 1 else {
      return nil
    }
    return names[0].name
  }

  // MARK: What is there

  func has(_ input: StepInput) -> Bool {
    guard let formula else { return false }
    return formula.nodes.contains { $0.standsFor(input.value, origin: input.source.origin) }
  }

  /// Whether the formula, or a name, has what a step gives, or all that goes together in it.
  ///
  /// - Parameter whole: whether its plain numbers have to be there as well.
  func has(_ step: FormulaStep, whole: Bool = true) -> Bool {
    if name(of: step) != nil { return true }
    guard let formula else { return false }
    let isThere = formula.nodes.contains { node in
      node.isSame(as: step.result) && (!node.isFigure || step.result.isTelling)
    }
    if whole, step.inputs.contains(where: { $0.source == .number }) { return isThere }
    return isThere || products.contains { holds($0, step.factors) }
  }

  /// Whether a product has these factors on the sides of the line where they belong.
  private func holds(
    _ product: [(node: FormulaTree.Node, isInverse: Bool)], _ factors: [StepInput]
  ) -> Bool {
    let wanted = factors.filter { $0.source != .number }
    guard !wanted.isEmpty else { return false }
    return wanted.allSatisfy { factor in
      product.contains { own in
        own.isInverse == factor.isInverse
          && own.node.standsFor(factor.value, origin: factor.source.origin)
      }
    }
  }
}

extension StepInput.Source {
  /// Of a quantity, by which it is the same wherever it stands.
  fileprivate var origin: FormulaTree.Origin? {
    if case .quantity(let origin) = self { origin } else { nil }
  }
}

extension FormulaTree {
  /// What each product is made of, through groups and names.
  fileprivate var products: [[(node: Node, isInverse: Bool)]] {
    nodes.indices.compactMap { node in
      guard case .product = nodes[node].kind else { return nil }
      return factors(of: node, isInverse: false)
    }
  }

  private func factors(of node: Int, isInverse: Bool) -> [(node: Node, isInverse: Bool)] {
    let own = [(node: nodes[node], isInverse: isInverse)]
    switch nodes[node].kind {
    case .product(let operands):
      return own
        + operands.flatMap { factors(of: $0.node, isInverse: isInverse != $0.isInverse) }
    case .named(let inner): return own + factors(of: inner, isInverse: isInverse)
    case .sum(let terms) where terms.count == 1:
      return own + factors(of: terms[0].node, isInverse: isInverse)
    case .power(let inner, let exponent) where exponent == -.one:
      return own + factors(of: inner, isInverse: !isInverse)
    case .leaf, .sum, .power, .raised, .call, .aggregate: return own
    }
  }
}

extension FormulaTree.Node {
  /// A value by itself.
  ///
  /// - Parameter base: of the unit, without counts.
  fileprivate init(_ numbers: [Double], _ unit: Unit, base: Unit) {
    self.init(
      kind: .leaf, origin: .part, parent: nil, numbers: unit.inBaseUnits(numbers),
      unit: base, one: unit.scale.value, stated: unit)
  }

  /// Whether its value tells what it is: a whole number is the same as many others.
  fileprivate var isTelling: Bool { unit != .one || numbers.contains { $0.rounded() != $0 } }

  fileprivate var isFigure: Bool { if case .literal = origin { true } else { false } }

  /// Whether a student's part has the model's value.
  fileprivate func isSame(as model: FormulaTree.Node) -> Bool {
    unit.dimension == model.unit.dimension && numbers.count == model.numbers.count
      && Sameness(model.numbers, numbers, within: slack) != nil
  }

  /// Whether a student's part is a quantity of the model's, be it as a figure without its unit.
  fileprivate func standsFor(_ model: FormulaTree.Node, origin: FormulaTree.Origin?) -> Bool {
    if let origin, origin.isNamed, origin == self.origin || isSame(as: model) { return true }
    if isSame(as: model) { return true }
    guard unit == .one, model.unit != .one, numbers.count == 1, model.numbers.count == 1 else {
      return false
    }
    let off = (min(slack, Sameness.limit) + 1e-9) * abs(numbers[0])
    return abs(model.figure(model.numbers[0]) - numbers[0]) <= off
  }
}
