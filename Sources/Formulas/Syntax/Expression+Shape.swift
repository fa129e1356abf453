import Diagnostics
import Quantities

extension Expression {
  /// The formulas it is directly made of, in their order.
  public var parts: [Expression] {
    var parts: [Expression] = []
    kind.forEachPart { parts.append($0) }
    return parts
  }
}

extension Expression.Kind {
  /// Hands on the formulas it is directly made of, in their order.
  @inline(__always)
  func forEachPart(_ take: (Expression) -> Void) {
    switch self {
    case .number, .text, .truth, .name, .unitWord: break
    case .negation(let inner), .not(let inner), .group(let inner), .member(let inner, _, _):
      take(inner)
    case .implicit(let left, let right), .binary(_, let left, let right),
      .conversion(let left, let right), .element(let left, let right):
      take(left)
      take(right)
    case .conditional(let then, let condition, let otherwise):
      take(then)
      take(condition)
      take(otherwise)
    case .call(_, _, let arguments): for argument in arguments { take(argument.value) }
    case .method(let receiver, _, _, let arguments):
      take(receiver)
      for argument in arguments { take(argument.value) }
    case .list(let items): for item in items { take(item) }
    }
  }
}

/// What a formula looks like, whatever its words stand for.
extension Expression {
  /// The word that it is.
  var word: String? {
    if case .name(let word) = kind { return word }
    if case .unitWord(let word) = kind { return word }
    return nil
  }

  /// Whether it is a word in the place of a unit.
  var isUnitWord: Bool { if case .unitWord = kind { true } else { false } }

  /// The two sides of a product or quotient, with or without its sign.
  var product: (left: Expression, right: Expression)? {
    if case .implicit(let left, let right) = kind { return (left, right) }
    guard case .binary(let sign, let left, let right) = kind, sign == .multiply || sign == .divide
    else { return nil }
    return (left, right)
  }

  /// What stands between the two sides of an operator.
  var binaryGap: Span? {
    guard case .binary(_, let left, let right) = kind else { return nil }
    return Span(left.span.end, right.span.start)
  }

  /// The base of a power whose exponent is typed as a number.
  var powerBase: Expression? {
    guard case .binary(.power, let base, let exponent) = kind else { return nil }
    return exponent.typedFigures == nil ? nil : base
  }

  /// What is in its parentheses, behind its minus, or before its `to`.
  var inner: Expression? {
    if case .conversion(let inner, _) = kind { return inner }
    if case .negation(let inner) = kind { return inner }
    if case .group(let inner) = kind { return inner }
    return nil
  }

  /// What is in its parentheses, however many; itself where there are none.
  var withoutParentheses: Expression {
    if case .group(let inner) = kind { return inner.withoutParentheses }
    return self
  }

  // MARK: Figures

  /// Whether it is a number as typed, without sign or unit.
  var isFigure: Bool { if case .number = kind { true } else { false } }

  /// Figures of a number typed as such, with or without sign and unit; nil for a computation.
  public var typedFigures: Int? {
    if case .number(_, let figures) = kind { return figures }
    if let (left, right) = product { return right.isUnitProduct ? left.typedFigures : nil }
    return inner?.typedFigures
  }

  /// `10.000` of `10.000 kg`: a figure with three decimals, as thousands are written elsewhere; nil
  /// for all others.
  public var numberLikeThousands: String? {
    guard let numbers = typedNumbers, numbers.count == 1, (1..<1000).contains(numbers[0].value),
      case let whole = String(Int(bounded: numbers[0].value)),
      numbers[0].figures == whole.utf8.count + 3
    else { return nil }
    let decimals = String(Int(bounded: (numbers[0].value * 1000).rounded()) % 1000)
    return whole + "." + String(repeating: "0", count: 3 - decimals.utf8.count) + decimals
  }

  /// The numbers of a figure or of a list of figures, with or without unit, and the figures that
  /// each was typed with; nil for a computation.
  public var typedNumbers: [(value: Double, figures: Int)]? {
    if case .number(let value, let figures) = kind { return [(value, figures)] }
    if case .list(let items) = kind {
      let numbers = items.compactMap(\.typedNumbers)
      return numbers.count == items.count && numbers.allSatisfy { $0.count == 1 }
        ? numbers.flatMap { $0 } : nil
    }
    if let (left, right) = product {
      return right.isUnitProduct || right.isOneOfUnit ? left.typedNumbers : nil
    }
    guard case .negation(let number) = kind else { return inner?.typedNumbers }
    return number.typedNumbers?.map { (-$0.value, $0.figures) }
  }

  /// `1 kg`, in parentheses or not.
  private var isOneOfUnit: Bool {
    if case .group(let inner) = kind { return inner.isOneOfUnit }
    if case .implicit(let number, let unit) = kind {
      return number.plainNumber == 1 && unit.isUnitProduct
    }
    guard case .binary(.divide, let left, let right) = kind else { return false }
    return left.isOneOfUnit && right.isUnitProduct
  }

  /// Whether a number stands anywhere in it.
  public var holdsNumber: Bool { isFigure || parts.contains(where: \.holdsNumber) }

  /// The value of numbers alone, such as `3600` and `(60 * 60)`; nil where there is more.
  public var plainNumber: Double? {
    if case .number(let number, _) = kind { return number }
    if case .group(let inner) = kind { return inner.plainNumber }
    if case .negation(let inner) = kind { return inner.plainNumber.map { -$0 } }
    guard case .binary(let sign, let left, let right) = kind, let left = left.plainNumber,
      let right = right.plainNumber
    else { return nil }
    switch sign {
    case .add: return left + right
    case .subtract: return left - right
    case .multiply: return left * right
    case .divide: return right == 0 ? nil : left / right
    case .power:
      guard let exponent = Int(exactly: right), exponent.magnitude <= 15 else { return nil }
      let power = (0..<abs(exponent)).reduce(1.0) { product, _ in product * left }
      return exponent < 0 ? 1 / power : power
    case .floorDivide, .modulo, .equal, .notEqual, .less, .lessOrEqual, .greater,
      .greaterOrEqual, .and, .or:
      return nil
    }
  }

  // MARK: Units

  /// The parts of a unit for so many of another, such as `L/(100 km)`.
  var unitForSoMany: (above: Expression, count: Double, below: Expression)? {
    guard case .binary(.divide, let above, let right) = kind,
      case .implicit(let number, let below) = right.withoutParentheses.kind, below.isUnitProduct,
      let count = number.plainNumber, count > 0, count != 1,
      !above.holdsNumber || above.plainNumber == 1
    else { return nil }
    return (above, count, below)
  }

  /// Whether it can only be a unit, such as the `g CO2e/kWh` of `262 g CO2e/kWh`.
  public var isUnitProduct: Bool {
    if let (left, right) = product { return left.isUnitProduct && right.isUnitProduct }
    if case .group(let inner) = kind { return inner.isUnitProduct }
    return word != nil || powerBase?.isUnitProduct == true
  }

  /// Whether it is a number as typed with its unit, such as `1 h`.
  var isQuantityLiteral: Bool {
    guard case .implicit(let number, let unit) = kind else { return false }
    return unit.isUnitProduct && number.typedFigures != nil
  }

  /// Whether it has the shape of a number with units, which its words have yet to bear out.
  var mayBeLiteral: Bool {
    if let (left, right) = product { return left.mayBeLiteral && right.isUnitProduct }
    if isFigure || word != nil { return true }
    if case .conversion = kind { return false }
    return (inner ?? powerBase)?.mayBeLiteral == true
  }

  /// Whether it ends with a unit that its value is converted to: `x to kWh`.
  public var isConversion: Bool {
    if case .conversion = withoutParentheses.kind { true } else { false }
  }

  // MARK: Words

  /// The word that it begins with, through powers and products: the `s` of `s^2 kg`.
  var firstWord: String? {
    if case .implicit(let first, _) = kind { return first.firstWord }
    if case .binary(.power, let base, _) = kind { return base.firstWord }
    return word
  }

  /// The exponent of a power of a word, as it is typed; empty for a word alone.
  var wordExponent: String {
    if case .implicit(let left, _) = kind { return left.wordExponent }
    guard case .binary(.power, _, let exponent) = kind, let number = exponent.plainNumber else {
      return ""
    }
    return "^" + NumberFormat.standard.string(number)
  }

  /// The name whose value alone it is, in whatever unit; nil where it computes anything.
  public var lookedUpName: String? {
    if case .name(let name) = kind { return name }
    if case .negation = kind { return nil }
    return inner?.lookedUpName
  }

  /// Names and called functions that it uses, tables among them.
  public var usedNames: Set<String> {
    let found = Dependencies(self)
    return found.names.union(found.columns.map(\.table))
  }
}

extension Expression {
  /// Numbers with their units as typed: `4 token/character`, `(60 * 60) s`, and the
  /// `12 roll/box` of `boxes * 12 roll/box`. `isName` tells of words that are no units here.
  public func quantities(isName: (String) -> Bool) -> [Expression] {
    if let (rest, quantity) = endingInQuantity(isName) {
      return (rest?.quantities(isName: isName) ?? []) + [quantity]
    }
    return parts.flatMap { $0.quantities(isName: isName) }
  }

  /// Whether it is one number with a unit.
  public func isQuantity(isName: (String) -> Bool) -> Bool {
    guard let (left, right) = product else { return inner?.isQuantity(isName: isName) == true }
    return right.isUnit(isName) && (left.plainNumber != nil || left.isQuantity(isName: isName))
  }

  private func isUnit(_ isName: (String) -> Bool) -> Bool {
    isUnitProduct && !usedNames.contains(where: isName)
  }

  /// The quantity at the end, with the units behind it that a product or quotient was given, and
  /// what stands before it; nil where it ends otherwise.
  private func endingInQuantity(
    _ isName: (String) -> Bool
  ) -> (rest: Expression?, quantity: Expression)? {
    if isQuantity(isName: isName) { return (nil, self) }
    guard case .binary(let sign, let left, let right) = kind, sign == .multiply || sign == .divide
    else { return nil }
    if right.isQuantity(isName: isName) { return (left, right) }
    guard right.isUnit(isName), let (rest, quantity) = left.endingInQuantity(isName) else {
      return nil
    }
    return (rest, Expression(.binary(sign, quantity, right), span))
  }
}
