import Diagnostics
import Quantities

/// A formula as it was typed, without knowing what its words stand for.
public struct Expression: Sendable {
  /// What it is, with its parts.
  public var kind: Kind
  /// In bytes of the text that was parsed.
  public var span: Span
  /// Formulas within one another, itself included, as it was made.
  let depth: Int32

  /// What a formula can be.
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

  /// - `span`: in bytes of the text that was parsed.
  public init(_ kind: Kind, _ span: Span) {
    self.kind = kind
    self.span = span
    var deepest: Int32 = 0
    kind.forEachPart { deepest = max(deepest, $0.depth) }
    depth = 1 + deepest
  }

  /// One that its parts fill.
  init(_ kind: Kind) {
    var whole: Span?
    kind.forEachPart { whole = whole?.union($0.span) ?? $0.span }
    self.init(kind, whole ?? Span(0, 0))
  }
}

/// An argument of a call, by place or by name.
public struct Argument: Sendable {
  /// Nil where it is given by its place.
  public var name: String?
  /// The formula that is handed on.
  public var value: Expression
}

/// A sign or word between two operands, as it is typed.
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
  /// What it does.
  public enum Kind: Sendable {
    /// `name = …`
    case assign(name: String, nameSpan: Span, Expression)
    /// `models["Total CO2e"] = …`
    case assignColumn(table: String, column: String, targetSpan: Span, Expression)
    case function(FunctionDefinition)
    /// `unit token`, or `unit trip = 12 km`.
    case unit(name: String, nameSpan: Span, Expression?)
    case show(Expression)
  }

  /// What it does.
  public var kind: Kind
  /// Within the text that was parsed.
  public var span: Span
  /// As typed.
  public var text: String

  /// What the properties say.
  public init(kind: Kind, span: Span, text: String) {
    self.kind = kind
    self.span = span
    self.text = text
  }
}

/// A function as a student writes one.
public struct FunctionDefinition: Sendable {
  /// By which it is called.
  public var name: String
  /// Where its definition names it.
  public var nameSpan: Span
  /// Their names, in order; all have to be given.
  public var parameters: [String]
  /// Names of its own, in order.
  public var locals: [(name: String, formula: Expression)]
  /// What a call comes to.
  public var result: Expression

  /// How many arguments it takes.
  var arity: ClosedRange<Int> { parameters.count...parameters.count }

  /// - Parameters: as the properties say.
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
