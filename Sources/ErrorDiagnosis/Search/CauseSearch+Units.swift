import AnswerKeys
import Formulas
import Quantities

/// Units that are missing, or that a part of the model answer has.
extension CauseSearch {
  /// Whether a bare number is a figure of the model's without its unit, or one of the student's
  /// own that is no conversion.
  static func lacksUnit(_ number: Double, in trees: [FormulaTree]) -> Bool {
    let figures = trees.flatMap(\.nodes).filter { node in
      node.numbers.count == 1 && Conversions.isNear(number, node.figure(node.numbers[0]))
    }
    if !figures.isEmpty { return figures.contains { $0.unit != .one } }
    return number != 1 && number != 0 && !Conversions.isCommon(number)
      && !Conversions.isPowerOfTen(number)
  }

  /// Numbers of the model's that stand in the formula without their units.
  public struct BareFigures {
    /// As typed; by a name where the number stands in that name's own line.
    public var typed: [String]
    /// With the unit in which it would be right, where it is one; nil for several.
    public var meant: String?
    /// How many times too large the whole is where each has the unit in which it is stated.
    public var factor: Double
  }

  /// Whether a number in the formula lacks its unit.
  public var hasBareFigure: Bool { !response.hasUnitAsked && response.bare != nil }

  /// The figures with whose units the value would be right, one or two; nil where there are none.
  public func figuresWithoutUnit() -> BareFigures? {
    guard hasBareFigure, let model = models.first,
      !(student.map { Self.isOffWithUnits($0, answer, in: model.scope) } ?? false)
    else { return nil }
    let bare = bareNumbers(in: model)
    let pairs = bare.indices.flatMap { first in
      bare[(first + 1)...].compactMap { second in
        second.number == bare[first].number || second.node == bare[first].node
          ? nil : [bare[first], second]
      }
    }
    guard let found = (bare.map { [$0] } + pairs).first(where: { isRight(with: $0, model.tree) })
    else { return nil }
    return BareFigures(
      typed: found.map { typed($0.number) },
      meant: found.count == 1 && found[0].factor == 1
        ? NumberFormat.standard.string(found[0].number) + " " + found[0].stated : nil,
      factor: found.reduce(1) { $1.isDivisor ? $0 / $1.factor : $0 * $1.factor })
  }

  private func typed(_ number: Double) -> String {
    response.formula.near.bareNames[number] ?? NumberFormat.standard.string(number)
  }

  /// A number that may be one of the model's, in the unit in which that is stated or a thousand
  /// times smaller or larger.
  private struct BareNumber {
    var node: Int
    var number: Double
    var factor: Double
    var stated: String
    var unit: Unit
    /// The model's figure over the number.
    var ratio: Double
    var isDivisor: Bool
  }

  private func bareNumbers(in model: VariedModel) -> [BareNumber] {
    let inputs = response.formula.near
    var found: [BareNumber] = []
    for (place, node) in model.tree.nodes.enumerated()
    where node.numbers.count == 1 && node.unit != .one {
      // A temperature without its unit is off by more than a factor.
      guard let stated = node.stated(in: model.scope), stated.zero == 0 else { continue }
      let expected = node.numbers[0] / stated.scale.value
      for factor in [1, 1000, 0.001] {
        guard
          let number = inputs.bareNumbers.first(where: { Conversions.isNear($0, expected * factor) }
          )
        else { continue }
        let mayDivide = inputs.bareDivisors.contains(number) || inputs.bareNames[number] != nil
        for isDivisor in mayDivide ? [false, true] : [false] {
          found.append(
            BareNumber(
              node: place, number: number, factor: factor, stated: stated.symbol, unit: node.unit,
              ratio: node.numbers[0] / number, isDivisor: isDivisor))
        }
      }
    }
    return Array(found.prefix(40))
  }

  /// Whether the value is right once the numbers have their units.
  private func isRight(with numbers: [BareNumber], _ tree: FormulaTree) -> Bool {
    var unit = response.unit
    var ratio = 1.0
    for number in numbers {
      guard let product = try? unit.product(with: number.unit, inverted: number.isDivisor) else {
        return false
      }
      unit = product.unit
      ratio *= number.isDivisor ? 1 / number.ratio : number.ratio
    }
    return unit.dimension == tree.nodes[tree.root].unit.dimension
      && isRight(response.measured.map { $0 * ratio }, tree)
  }

  /// The one factor with the very dimension that the student's value lacks, where the formula
  /// does not have it; nil where there is none or several.
  public func factorOfMissingDimension() -> Cause? {
    guard let model = models.first else { return nil }
    let tree = model.tree
    var found: Set<FormulaTree.Origin> = []
    for variation in model.variations {
      guard let origin = variation.error.missingFactor, origin.names != [],
        disagreement(variation, model) == 0,
        origin.isMeasured(as: tree.nodes[variation.node].unit, in: model.scope),
        let change = tree.unitChange(variation.change, of: variation.node),
        change != .one, hasUnit(tree, change),
        response.formula.isFigure
          || response.formula.covers(tree, without: [variation.node], model.scope)
      else { continue }
      found.insert(origin)
    }
    return found.count == 1 ? found.first.map { MissingFactor(origin: $0).cause } : nil
  }
}

extension FormulaTree {
  /// Symbols of the units of its parts.
  func unitSymbols(in scope: ModelScope) -> [String] {
    nodes.compactMap { node in
      switch node.origin {
      case .name(let name): scope.unit(of: name)?.symbol
      case .column(.column(let table, let column)): scope.table(table)?.column(column)?.unit?.symbol
      case .literal(_, let unit): unit
      case .column, .row, .formula, .madeOf, .unit, .part: nil
      }
    }
  }
}

extension FormulaTree.Node {
  /// The unit in which its figures are stated; nil where that is not known.
  fileprivate func stated(in scope: ModelScope) -> Unit? {
    switch origin {
    case .name(let name): scope.unit(of: name)
    // Of a difference of temperatures, K.
    case .formula, .madeOf: zero == 0 && one == 1 ? unit : nil
    case .literal, .column, .row, .unit, .part: nil
    }
  }
}

extension FormulaTree.Origin {
  /// Whether what is called so has a unit: of a square or root, the name has another.
  fileprivate func isMeasured(as unit: Unit, in scope: ModelScope) -> Bool {
    switch self {
    case .name(let name):
      return scope.unit(of: name).map { $0.withoutCounts.dimension == unit.dimension } ?? true
    case .formula, .madeOf: return false
    case .column, .row, .literal, .unit, .part: return true
    }
  }
}

extension ModelScope {
  /// In which a name is stated, or else comes out.
  fileprivate func unit(of name: String) -> Unit? { statedUnit(of: name) ?? value(of: name)?.unit }
}
