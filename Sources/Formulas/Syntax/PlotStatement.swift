import Diagnostics
import Quantities

/// A statement that draws, such as `plot(x, y)`. It has no value and changes nothing; what its
/// arguments come to is drawn by whoever shows the statement.
public struct PlotStatement: Sendable {
  /// How it is drawn.
  public enum Kind: Sendable {
    /// Points, joined where that makes sense.
    case plot
    case scatter, bars, histogram
  }

  /// How it is drawn.
  public var kind: Kind
  /// As typed.
  public var name: String
  /// Where the name stands.
  public var nameSpan: Span
  /// Without those that have names.
  public var arguments: [Expression]

  /// The words that draw, with those that Python's users know.
  static let kinds: [String: Kind] = [
    "plot": .plot, "scatter": .scatter, "bars": .bars, "bar": .bars, "hist": .histogram,
  ]

  /// The words that draw, for completion and help.
  public static let names = ["bars", "hist", "plot", "scatter"]

  /// Modules of Python that draw.
  private static let modules: Set<String> = ["plt", "pyplot"]

  /// The arguments that one may have at most.
  static let argumentLimit = 13

  /// The plot that a formula is as a whole; nil for all others.
  init?(_ expression: Expression) {
    let call: (name: String, span: Span, arguments: [Argument])
    if case .call(let name, let span, let arguments) = expression.kind {
      call = (name, span, arguments)
    } else if case .method(let receiver, let name, let span, let arguments) = expression.kind,
      case .name(let module) = receiver.kind, Self.modules.contains(module)
    {
      call = (name, span, arguments)
    } else {
      return nil
    }
    guard let kind = Self.kinds[call.name] else { return nil }
    self.kind = kind
    name = call.name
    nameSpan = call.span
    // Options of Python, such as `color="red"`, change nothing of what is drawn.
    arguments = call.arguments.filter { $0.name == nil }.map(\.value)
  }
}

extension Worksheet {
  /// The plot that a statement is; nil for others, and where the student has bound its
  /// name.
  public func plot(of statement: Statement) -> PlotStatement? {
    guard case .show(let expression) = statement.kind else { return nil }
    return plot(expression)
  }

  func plot(_ expression: Expression) -> PlotStatement? {
    PlotStatement(expression).flatMap { hasName($0.name) ? nil : $0 }
  }

  /// The value that a bare formula shows. A plot has none: only its arguments are computed, to
  /// see whether they can be.
  public func show(_ expression: Expression) -> Result<Value?, FormulaProblem> {
    guard let plot = plot(expression) else { return evaluate(expression).map { $0 } }
    guard (1...PlotStatement.argumentLimit).contains(plot.arguments.count) else {
      return .failure(
        FormulaProblem(
          .argumentCount(
            function: plot.name, expected: 1...PlotStatement.argumentLimit,
            found: plot.arguments.count, parameters: []), plot.nameSpan))
    }
    for argument in curve(of: plot) == nil ? plot.arguments : Array(plot.arguments.dropFirst()) {
      if case .failure(let problem) = evaluate(argument) { return .failure(problem) }
    }
    return .success(nil)
  }

  /// What is drawn over a range: a function of one's own, one of the language as in
  /// `plot(cos, 0, 6)`, or a formula with one name that stands for nothing, as in
  /// `plot(x^2, 0, 3)`. Nil where a plot draws columns.
  public func curve(of plot: PlotStatement) -> FunctionDefinition? {
    guard plot.kind == .plot, let formula = plot.arguments.first else { return nil }
    if case .name(let name) = formula.kind {
      if let own = function(named: name) { return own }
      if !hasName(name), case .elementwise? = BuiltinFunction.named(name)?.computation {
        let argument = Argument(name: nil, value: Expression(.name("x"), formula.span))
        return FunctionDefinition(
          name: name, nameSpan: formula.span, parameters: ["x"], locals: [],
          result: Expression(
            .call(name: name, nameSpan: formula.span, arguments: [argument]), formula.span))
      }
    }
    let unknown = Dependencies(formula).names.filter { name in
      !hasName(name) && BuiltinConstant.value(of: name) == nil
        && BuiltinFunction.named(name) == nil && units.lookup(name) == nil
    }
    guard plot.arguments.count == 3, unknown.count == 1 else { return nil }
    return FunctionDefinition(
      name: "", nameSpan: formula.span, parameters: Array(unknown), locals: [], result: formula)
  }
}
