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

  /// A number of the model's that stands in the formula without its unit.
  public struct BareFigure {
    public var number: Double
    /// The unit in which it would be right.
    public var unit: String
    /// How many times too large it is in that unit.
    public var factor: Double
  }

  /// Whether a number in the formula lacks its unit.
  public var hasBareFigure: Bool { !response.hasUnitAsked && response.bare != nil }

  /// The figure with whose unit the value would be right; nil where there is none.
  public func figureWithoutUnit() -> BareFigure? {
    guard hasBareFigure, let model = models.first,
      !(student.map { Self.isOffWithUnits($0, answer, in: model.scope) } ?? false)
    else { return nil }
    let (tree, scope) = (model.tree, model.scope)
    let numbers = response.formula.near.bareNumbers
    for node in tree.nodes where node.numbers.count == 1 && node.unit != .one {
      // A temperature without its unit is off by more than a factor.
      guard let stated = node.stated(in: scope), stated.zero == 0 else { continue }
      let expected = node.numbers[0] / stated.scale.value
      for factor in [1, 1000, 0.001] {
        guard let number = numbers.first(where: { Conversions.isNear($0, expected * factor) })
        else { continue }
        for isDivisor in [false, true] {
          guard let product = try? response.unit.product(with: node.unit, inverted: isDivisor),
            product.unit.dimension == tree.nodes[tree.root].unit.dimension
          else { continue }
          let ratio = node.numbers[0] / number
          if isRight(response.measured.map { isDivisor ? $0 / ratio : $0 * ratio }, tree) {
            return BareFigure(
              number: number, unit: stated.symbol, factor: isDivisor ? 1 / factor : factor)
          }
        }
      }
    }
    return nil
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
