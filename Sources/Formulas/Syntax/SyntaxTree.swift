import Diagnostics
import Quantities

/// A formula as it was typed, without knowing what its words stand for.
public struct Expression: Sendable {
  public var kind: Kind
  public var span: Span
  /// Formulas within one another, itself included, as it was made.
  let depth: Int32

  public indirect enum Kind: Sendable {
    /// A number and how many figures it was typed with.
    case number(Double, figures: Int)
    case text(String)
    case truth(Bool)
    /// A word that may be a name or a unit.
    case name(String)
    /// A word in the place of a unit: after a number, a unit or a bracket, without an operator.
    case unitWord(String)
    /// Multiplication without an operator, such as `5 kW` and `2 (3 + 4)`.
    case implicit(Expression, Expression)
    case negation(Expression)
    case not(Expression)
    case binary(BinaryOperator, Expression, Expression)
    case conversion(Expression, Expression)
    case conditional(then: Expression, condition: Expression, otherwise: Expression)
    case call(name: String, nameSpan: Span, arguments: [Argument])
    /// `column.sum()`: the receiver is the first argument.
    case method(Expression, name: String, nameSpan: Span, arguments: [Argument])
    /// `models.Model`.
    case member(Expression, name: String, nameSpan: Span)
    case element(Expression, Expression)
    case list([Expression])
    /// A formula in parentheses.
    case group(Expression)
  }

  public init(_ kind: Kind, _ span: Span) {
    self.kind = kind
    self.span = span
    depth = 1 + kind.innerDepth
  }
}

extension Expression.Kind {
  fileprivate var innerDepth: Int32 {
    func deepest(_ arguments: [Argument]) -> Int32 {
      arguments.reduce(0) { max($0, $1.value.depth) }
    }
    return switch self {
    case .number, .text, .truth, .name, .unitWord: 0
    case .negation(let inner), .not(let inner), .group(let inner), .member(let inner, _, _):
      inner.depth
    case .implicit(let left, let right), .binary(_, let left, let right),
      .conversion(let left, let right), .element(let left, let right):
      max(left.depth, right.depth)
    case .conditional(let then, let condition, let otherwise):
      max(then.depth, condition.depth, otherwise.depth)
    case .call(_, _, let arguments): deepest(arguments)
    case .method(let receiver, _, _, let arguments): max(receiver.depth, deepest(arguments))
    case .list(let items): items.reduce(0) { max($0, $1.depth) }
    }
  }
}

/// An argument of a call, by place or by name.
public struct Argument: Sendable {
  public var name: String?
  public var value: Expression
}

public enum BinaryOperator: String, Sendable {
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
  case floorDivide = "//"
  case modulo = "%"
  case power = "^"
  case equal = "=="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case and, or
}

/// One statement of a notebook.
public struct Statement: Sendable {
  public enum Kind: Sendable {
    case assign(name: String, nameSpan: Span, Expression)
    /// `models["Total CO2e"] = …`
    case assignColumn(table: String, column: String, targetSpan: Span, Expression)
    case function(FunctionDefinition)
    /// `unit token`, or `unit trip = 12 km`.
    case unit(name: String, nameSpan: Span, Expression?)
    case show(Expression)
  }

  public var kind: Kind
  /// Within the text that was parsed.
  public var span: Span
  /// As typed.
  public var text: String

  public init(kind: Kind, span: Span, text: String) {
    self.kind = kind
    self.span = span
    self.text = text
  }
}

/// A function as a student writes one.
public struct FunctionDefinition: Sendable {
  public var name: String
  public var nameSpan: Span
  public var parameters: [String]
  /// Names of its own, in order.
  public var locals: [(name: String, formula: Expression)]
  public var result: Expression

  /// How many arguments it takes.
  var arity: ClosedRange<Int> { parameters.count...parameters.count }

  public init(
    name: String, nameSpan: Span, parameters: [String],
    locals: [(name: String, formula: Expression)], result: Expression
  ) {
    self.name = name
    self.nameSpan = nameSpan
    self.parameters = parameters
    self.locals = locals
    self.result = result
  }
}

extension Expression {
  /// Figures of a number typed as such, with or without sign and unit; nil for a computation.
  public var typedFigures: Int? {
    switch kind {
    case .number(_, let figures): figures
    case .negation(let inner), .group(let inner): inner.typedFigures
    case .implicit(let number, let unit) where unit.isUnitProduct: number.typedFigures
    case .binary(.divide, let left, let right), .binary(.multiply, let left, let right):
      right.isUnitProduct ? left.typedFigures : nil
    case .conversion(let value, _): value.typedFigures
    case .text, .truth, .name, .unitWord, .implicit, .not, .binary, .conditional, .call, .method,
      .member, .element, .list:
      nil
    }
  }

  /// The numbers of a figure or of a list of figures, with or without unit, and the figures that
  /// each was typed with; nil for a computation.
  public var typedNumbers: [(value: Double, figures: Int)]? {
    switch kind {
    case .number(let value, let figures): return [(value, figures)]
    case .group(let inner), .conversion(let inner, _): return inner.typedNumbers
    case .negation(let inner): return inner.typedNumbers?.map { (-$0.value, $0.figures) }
    case .implicit(let left, let right), .binary(.multiply, let left, let right),
      .binary(.divide, let left, let right):
      return right.isUnitProduct || right.isOneOfUnit ? left.typedNumbers : nil
    case .list(let items):
      let numbers = items.compactMap { $0.typedNumbers }.filter { $0.count == 1 }.map { $0[0] }
      return numbers.count == items.count ? numbers : nil
    case .text, .truth, .name, .unitWord, .not, .binary, .conditional, .call, .method, .member,
      .element:
      return nil
    }
  }

  /// `1 kg`, in parentheses or not.
  private var isOneOfUnit: Bool {
    switch kind {
    case .group(let inner): inner.isOneOfUnit
    case .implicit(let number, let unit): number.plainNumber == 1 && unit.isUnitProduct
    case .binary(.divide, let left, let right): left.isOneOfUnit && right.isUnitProduct
    case .number, .text, .truth, .name, .unitWord, .negation, .not, .binary, .conversion,
      .conditional, .call, .method, .member, .element, .list:
      false
    }
  }

  /// The word that it begins with, through powers and products: the `s` of `s^2 kg`.
  var firstWord: String? {
    switch kind {
    case .name(let word), .unitWord(let word): word
    case .binary(.power, let base, _): base.firstWord
    case .implicit(let left, _): left.firstWord
    case .number, .text, .truth, .negation, .not, .binary, .conversion, .conditional, .call,
      .method, .member, .element, .list, .group:
      nil
    }
  }

  /// The exponent of a power of a word, as it is typed; empty for a word alone.
  var wordExponent: String {
    switch kind {
    case .binary(.power, _, let exponent):
      switch exponent.kind {
      case .number(let number, _): "^" + NumberFormat.standard.string(number)
      case .negation(let inner):
        if case .number(let number, _) = inner.kind {
          "^-" + NumberFormat.standard.string(number)
        } else {
          ""
        }
      case .text, .truth, .name, .unitWord, .implicit, .not, .binary, .conversion, .conditional,
        .call, .method, .member, .element, .list, .group:
        ""
      }
    case .implicit(let left, _): left.wordExponent
    case .number, .text, .truth, .name, .unitWord, .negation, .not, .binary, .conversion,
      .conditional, .call, .method, .member, .element, .list, .group:
      ""
    }
  }

  /// Whether it is a number as typed with its unit, such as `1 h`.
  var isQuantityLiteral: Bool {
    guard case .implicit(let number, let unit) = kind else { return false }
    return unit.isUnitProduct && number.typedFigures != nil
  }

  /// Whether it can only be a unit, such as the `g CO2e/kWh` of `262 g CO2e/kWh`.
  var isUnitProduct: Bool {
    switch kind {
    case .unitWord, .name: true
    case .group(let inner): inner.isUnitProduct
    case .implicit(let left, let right): left.isUnitProduct && right.isUnitProduct
    case .binary(.multiply, let left, let right), .binary(.divide, let left, let right):
      left.isUnitProduct && right.isUnitProduct
    case .binary(.power, let base, let exponent):
      base.isUnitProduct && exponent.typedFigures != nil
    case .number, .text, .truth, .negation, .not, .binary, .conversion, .conditional, .call,
      .method, .member, .element, .list:
      false
    }
  }
}
