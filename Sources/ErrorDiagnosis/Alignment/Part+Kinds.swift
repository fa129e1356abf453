import Formulas
import Quantities

/// What sort of part it is.
extension Part {
  /// Whether it is a quantity, and what stands beside it are plain numbers.
  func isBareBeside(_ given: [Factor]) -> Bool { !isPlain && given.allSatisfy(\.part.isPlain) }

  /// A power whose exponent is a formula, or `exp`.
  var isExponential: Bool {
    switch shape {
    case .raised: true
    case .call(let function, _): function.name == "exp"
    case .atom, .product, .sum, .aggregate: false
    }
  }

  var isLogarithm: Bool {
    if case .call(let function, _) = shape {
      FunctionKin.logarithms.contains(function.name)
    } else {
      false
    }
  }

  var isSum: Bool { if case .sum = shape { true } else { false } }
  var isProduct: Bool { if case .product = shape { true } else { false } }
  var isCall: Bool { if case .call = shape { true } else { false } }

  /// What it is called, or the one name in it.
  var nameableInside: FormulaTree.Origin {
    if origin.isNamed { return origin }
    let names = Set(namedLeaves.map(\.origin))
    return names.count == 1 ? names.first ?? origin : origin
  }

  /// What it is made of, by the names that stand for most of it.
  var outermostNames: [FormulaTree.Origin] {
    origin.isNamed ? [origin] : children.flatMap(\.outermostNames)
  }

  /// Names and columns that it is made of.
  var namedLeaves: [Part] { allLeaves.filter(\.origin.isNamed) }

  /// Whether it is a figure in units that cancel, such as `8760 h/year`.
  var isRatio: Bool { if case .literal(_, "·") = origin { true } else { false } }
  /// A number as typed, or one such as π.
  var isPlainLiteral: Bool { isAtom && isPlainNumber }
  /// Whether it is a number of several figures, which no other is by chance.
  var hasFigures: Bool { numbers.count == 1 && NumberFormat.figures(numbers[0]) >= 3 }
  /// A plain number with a name of its own.
  var isPlainName: Bool { if case .name = origin { isAtom } else { false } }
}
