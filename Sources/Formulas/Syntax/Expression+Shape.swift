import Quantities

extension Expression.Kind {
  /// The formulas it is directly made of, in their order.
  var parts: [Expression] {
    switch self {
    case .number, .text, .truth, .name, .unitWord: []
    case .negation(let inner), .not(let inner), .group(let inner), .member(let inner, _, _):
      [inner]
    case .implicit(let left, let right), .binary(_, let left, let right),
      .conversion(let left, let right), .element(let left, let right):
      [left, right]
    case .conditional(let then, let condition, let otherwise): [then, condition, otherwise]
    case .call(_, _, let arguments): arguments.map(\.value)
    case .method(let receiver, _, _, let arguments): [receiver] + arguments.map(\.value)
    case .list(let items): items
    }
  }
}

/// What a formula looks like, whatever its words stand for.
extension Expression {
  /// The formulas it is directly made of, in their order.
  public var parts: [Expression] { kind.parts }

  /// The word that it is.
  var word: String? {
    switch kind {
    case .name(let word), .unitWord(let word): word
    case .number, .text, .truth, .implicit, .negation, .not, .binary, .conversion, .conditional,
      .call, .method, .member, .element, .list, .group:
      nil
    }
  }

  /// The two sides of a product or quotient, with or without its sign.
  var product: (left: Expression, right: Expression)? {
    switch kind {
    case .implicit(let left, let right), .binary(.multiply, let left, let right),
      .binary(.divide, let left, let right):
      (left, right)
    case .number, .text, .truth, .name, .unitWord, .negation, .not, .binary, .conversion,
      .conditional, .call, .method, .member, .element, .list, .group:
      nil
    }
  }

  /// The base of a power whose exponent is typed as a number.
  var powerBase: Expression? {
    guard case .binary(.power, let base, let exponent) = kind else { return nil }
    return exponent.typedFigures == nil ? nil : base
  }

  /// What is in its parentheses, behind its minus, or before its `to`.
  var inner: Expression? {
    switch kind {
    case .negation(let inner), .group(let inner), .conversion(let inner, _): inner
    case .number, .text, .truth, .name, .unitWord, .implicit, .not, .binary, .conditional, .call,
      .method, .member, .element, .list:
      nil
    }
  }

  // MARK: Figures

  /// Whether it is a number as typed, without sign or unit.
  var isFigure: Bool {
    if case .number = kind { return true }
    return false
  }

  /// Figures of a number typed as such, with or without sign and unit; nil for a computation.
  public var typedFigures: Int? {
    if case .number(_, let figures) = kind { return figures }
    if let (left, right) = product { return right.isUnitProduct ? left.typedFigures : nil }
    return inner?.typedFigures
  }

  /// The numbers of a figure or of a list of figures, with or without unit, and the figures that
  /// each was typed with; nil for a computation.
  public var typedNumbers: [(value: Double, figures: Int)]? {
    if case .number(let value, let figures) = kind { return [(value, figures)] }
    if case .list(let items) = kind {
      let numbers = items.compactMap { $0.typedNumbers }.filter { $0.count == 1 }.map { $0[0] }
      return numbers.count == items.count ? numbers : nil
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
      guard let exponent = Int(exactly: right), abs(exponent) <= 15 else { return nil }
      let power = (0..<abs(exponent)).reduce(1.0) { product, _ in product * left }
      return exponent < 0 ? 1 / power : power
    case .floorDivide, .modulo, .equal, .notEqual, .less, .lessOrEqual, .greater,
      .greaterOrEqual, .and, .or:
      return nil
    }
  }

  // MARK: Units

  /// Whether it can only be a unit, such as the `g CO2e/kWh` of `262 g CO2e/kWh`.
  var isUnitProduct: Bool {
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
    switch kind {
    case .number, .name, .unitWord: return true
    case .negation(let inner), .group(let inner): return inner.mayBeLiteral
    case .text, .truth, .implicit, .not, .binary, .conversion, .conditional, .call, .method,
      .member, .element, .list:
      return powerBase?.mayBeLiteral == true
    }
  }

  /// Whether it ends with a unit that its value is converted to: `x to kWh`.
  public var isConversion: Bool {
    if case .group(let inner) = kind { return inner.isConversion }
    if case .conversion = kind { return true }
    return false
  }

  // MARK: Words

  /// The word that it begins with, through powers and products: the `s` of `s^2 kg`.
  var firstWord: String? {
    switch kind {
    case .binary(.power, let first, _), .implicit(let first, _): first.firstWord
    case .number, .text, .truth, .name, .unitWord, .negation, .not, .binary, .conversion,
      .conditional, .call, .method, .member, .element, .list, .group:
      word
    }
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
